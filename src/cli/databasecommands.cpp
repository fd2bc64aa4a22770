// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> databaseCommands()
{
    return {
        {"token",
         "create",
         "Makes a token and shows it, this once",
         Door::Database,
         "POST",
         "/tokens",
         {"name"},
         {{"role", "role", Text, "ROLE", "viewer, worker, clerk, supervisor or admin", true},
          {"worker", "worker_id", Text, "ID", "the worker it speaks for"},
          {"expires", "expires_at", Text, "TIME", "as 2027-01-31T00:00:00Z; left out: never"}}},
        {"token",
         "list",
         "Lists tokens, without their secrets",
         Door::Database,
         "GET",
         "/tokens",
         {},
         {},
         "id,name,role,worker_id,created_at,expires_at,revoked_at"},
        {"token", "revoke", "Makes a token worthless at once", Door::Database, "DELETE", "/tokens/{token}", {"token"}, {}},
        {"audit",
         "verify",
         "Checks the hashes of the whole record; exit status 1 and the first broken entry when one is wrong",
         Door::Database,
         "GET",
         "/audit/verify",
         {},
         {{"archive", "archive", Path, "FILE", "of this archive, instead of a database"}}},
        {"db", "status", "Says what is in the database", Door::Database, "GET", "/db/status", {}, {}},
        {"db", "verify", "Checks the database, its rules and its record", Door::Database, "GET", "/db/verify", {}, {}},
        {"db",
         "migrate",
         "Makes the database if it is not there and brings it to this program's version",
         Door::Database,
         "POST",
         "/db/migrate",
         {},
         {}},
        {"db",
         "backup",
         "Copies the database, as it is now, into a new file (SQLite; for PostgreSQL there is pg_dump)",
         Door::Database,
         "POST",
         "/db/backup",
         {"file"},
         {}},
        {"db",
         "restore",
         "Puts a backup in the place of the database, which is set aside as NAME.before-restore (SQLite; nobody may have it "
         "open)",
         Door::Database,
         "POST",
         "/db/restore",
         {"file"},
         {}},
        {"db",
         "archive",
         "Moves activities that ended long ago into a file, a few at a time",
         Door::Database,
         "POST",
         "/db/archive",
         {},
         {{"older-than", "older_than", Text, "DURATION", "since they ended, as 90d or P90D; a day at least", true},
          {"file", "file", Path, "FILE", "the archive; left out: beside the database, or in the data folder"},
          {"dry-run", "dry_run", Flag, "", "only count them"}}},
    };
}

} // namespace hmsact::cli
