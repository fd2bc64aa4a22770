// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "domain/result.h"

#include <QJsonValue>
#include <QString>

namespace hmsact::cli {

[[nodiscard]] inline domain::Error wrong(const char *key, QStringList arguments = {})
{
    return domain::makeError(domain::ErrorCode::Invalid, key, std::move(arguments));
}

[[nodiscard]] inline QString latin(const char *text) { return QString::fromUtf8(text); }

// What `text` says for an option: read by its kind, from the file that it names where that is meant. Errors are Invalid, with a
// line for standard error.
[[nodiscard]] domain::Result<QJsonValue> valueOf(const Option &option, const QString &text);

} // namespace hmsact::cli
