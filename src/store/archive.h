// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::store {

// What ended at or before an instant. Inside read(); throws SqlError.
[[nodiscard]] domain::ArchiveCount countArchivable(Database &database, qint64 endedUntilMs);

// Appends the next few activities to the file, with tasks, artefacts, alerts and events; the work is proportional to them.
// They are on the disk when it returns, and still in the database. Outside of read() and transact(). Errors:
// those of ArchiveFile and of the database; what was written then is in the file for nothing.
[[nodiscard]] domain::Result<domain::ArchivePart> writeArchive(Database &database, const domain::WriteArchive &query,
                                                               qint64 nowMs);

// Removes those of the part that are still as they were written and that nobody else works on, with everything of theirs.
// → the ids of what is gone. Inside transact(), after everything else of it; throws SqlError.
[[nodiscard]] std::vector<domain::Archived> forgetArchived(Database &database, const domain::ArchivePart &part);

} // namespace hmsact::store
