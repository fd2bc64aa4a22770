// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace hmsact::cli {

// What the user asked for, understood. Errors are domain::ErrorCode::Invalid with one line for standard error.
struct Invocation {
    const Command *command = nullptr; // nothing: only help or version is wanted
    bool wantsHelp = false;
    bool wantsVersion = false;
    QString helpGroup; // help for the commands of one group
    bool asJson = false;
    std::optional<QString> url, token, database; // --url, --token, --db
    QString path; // of the request, percent-encoded
    QUrlQuery query;
    QJsonObject body;
};

// `arguments` without the program's name.
[[nodiscard]] domain::Result<Invocation> understand(const QStringList &arguments);

} // namespace hmsact::cli
