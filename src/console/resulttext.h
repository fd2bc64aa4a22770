// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace hmsact::console {

// A result as people edit it: a text as it is, everything else as JSON.
[[nodiscard]] QString resultText(const QJsonValue &result);

// What was made of it. A text stays one; where nothing was, JSON is what is an object or a list; where a form or a number was,
// nothing comes of what is no JSON.
[[nodiscard]] std::optional<QJsonValue> resultFrom(const QString &text, const QJsonValue &before);

} // namespace hmsact::console
