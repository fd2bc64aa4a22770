// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Looks for everything that can be wrong with a database: its version, the file itself, references, the rules between rows that
// no constraint can hold, and the record (verifyAudit()). Names the first row of each kind of fault. Outside of read().
[[nodiscard]] domain::Result<domain::DatabaseReport> verifyDatabase(Database &database);

} // namespace hmsact::store
