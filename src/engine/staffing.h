// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// Who is there, and what would become of the work if one were not. Must run inside read() of `database`; throw SqlError.
[[nodiscard]] domain::Result<domain::Staffing> staffing(store::Database &database, const domain::GetStaffing &query,
                                                        qint64 nowMs);
// NotFound: no such worker. Invalid: a leave that ends before it begins, a substitute that is the worker itself or nobody.
[[nodiscard]] domain::Result<domain::AbsencePlan> drillAbsence(store::Database &database, const domain::DrillAbsence &query,
                                                               qint64 nowMs);

} // namespace hmsact::engine
