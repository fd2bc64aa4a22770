// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reports.h"
#include "store/database.h"

namespace hmsact::store {

// Where a SQLite file lies and how it is written.
struct SqliteSettings {
    QString journalMode;
    QString fileSystem; // its type, as the system calls it
    qint64 freeBytes = 0;
};
[[nodiscard]] SqliteSettings readSqliteSettings(Database &database); // inside read() or transact(); throws SqlError

// Whether the program's promises hold with them. A pure function; one finding for each setting looked at.
[[nodiscard]] std::vector<domain::Finding> judge(const SqliteSettings &settings);

} // namespace hmsact::store
