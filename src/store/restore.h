// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/databaseurl.h"

namespace hmsact::store {

// Puts a backup in the place of a SQLite database that nobody has open. The backup stays; what was there is set aside as
// asideName(), with what SQLite keeps beside it. Killed at any instant, the database is the one or the other, whole.
// Unavailable: somebody holds the database, or the backup is none, unsound or newer than this program; Conflict: on PostgreSQL,
// which has its own program for that (pg_restore), or there is a file of that name.
[[nodiscard]] domain::Status restore(const DatabaseUrl &url, const QString &backupFile);
[[nodiscard]] QString asideName(const QString &databaseFile);

} // namespace hmsact::store
