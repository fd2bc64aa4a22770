// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// One task with what stands before it and who could do it. Must run inside read() of `database`; throws SqlError.
[[nodiscard]] domain::Result<domain::TaskDetail> taskDetail(store::Database &database, const domain::TaskRef &ref,
                                                            qint64 nowMs);

} // namespace hmsact::engine
