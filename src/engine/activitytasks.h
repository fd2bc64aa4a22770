// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// Answers about one activity. Inside Database::read(). NotFound.
[[nodiscard]] domain::Result<domain::ActivityView> activityView(store::Database &database,
                                                                const domain::GetActivity &question, qint64 nowMs);
[[nodiscard]] domain::Result<domain::Page<domain::TaskView>> tasksOf(store::Database &database, domain::ActivityId activity,
                                                                     qint64 fromPosition, int limit, qint64 nowMs);

} // namespace hmsact::engine
