// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Reads the whole record and recomputes it: every chain gap-free with the right hashes, ending at the head its activity
// holds; every activity's state, and every task's and whose it is, as the last event left it; every activity's counters
// as its tasks are. Stops at the first entry that does not fit and names it. Must run inside read() of `database`; throws
// SqlError.
[[nodiscard]] domain::AuditReport verifyAudit(Database &database);

} // namespace hmsact::store
