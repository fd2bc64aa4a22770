// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace hmsact::store {

// Brings a database to the schema of this program: resources/sql/migrations/NNNN_name.<dialect>.sql, forward only, each in
// one transaction together with its row in schema_migration. A fresh database runs the same files, on a server all in one.
inline constexpr int schemaVersion = 26;

// Looks at a database before anything is opened for writing, and leaves it untouched. Unavailable: not a database, another
// program's, unreadable, newer than this program, or not in UTF-8. An absent or empty file is fine; settings that put
// data at risk are said in the log.
[[nodiscard]] domain::Status inspect(const DatabaseUrl &url);

// Says in the log what it brings up from where.
[[nodiscard]] domain::Status migrate(Database &database, qint64 nowMs);
[[nodiscard]] domain::Result<int> currentVersion(Database &database); // 0: empty
// Unavailable: of an earlier version, and only `db migrate` may bring it up: on a server older desks may be at work, which
// would have to stop.
[[nodiscard]] domain::Status notOlder(const DatabaseUrl &url, int version);
// Whether a newer program has brought it to its own schema while this one was at work; then it is refused from now on.
[[nodiscard]] domain::Status refuseIfNewer(Database &database);

} // namespace hmsact::store
