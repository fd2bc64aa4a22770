// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reports.h"
#include "store/database.h"

#include <QHash>

namespace hmsact::store {

// What a PostgreSQL server says of itself, as this program's connection sees it.
struct PostgresSettings {
    QHash<QString, QString> values; // by the names of pg_settings
    bool inRecovery = false; // a standby
    bool superuser = false; // this program's role is one
    qint64 connections = 0; // of clients, now
    qint64 roleConnections = 0; // this program's role's
    qint64 roleLimit = -1; // of these; -1: none
};
[[nodiscard]] PostgresSettings readPostgresSettings(Database &database); // inside read() or transact(); throws SqlError

// Whether the program's promises hold with them. A pure function; one finding for each setting looked at.
[[nodiscard]] std::vector<domain::Finding> judge(const PostgresSettings &settings);

// What no promise holds with, so that nothing is started: text that is not UTF-8. Everything else is a finding.
[[nodiscard]] domain::Status acceptable(const PostgresSettings &settings);

} // namespace hmsact::store
