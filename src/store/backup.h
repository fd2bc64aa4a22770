// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace hmsact::store {

// Copies the database as it is at one instant into a new file, without stopping writers. Conflict: the file exists, or the
// database is on PostgreSQL, which has its own program for that (pg_dump);
// Unavailable: it cannot be written (then nothing is left of it).
[[nodiscard]] domain::Status backUp(Database &database, const QString &file);

} // namespace hmsact::store
