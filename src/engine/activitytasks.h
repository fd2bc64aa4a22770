// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// Answers about one activity. Inside Database::read(). NotFound.
[[nodiscard]] domain::Result<domain::Activity> activityOf(store::Database &database, domain::ActivityId id);
// With all its tasks; where these are heavy, those behind in short.
[[nodiscard]] domain::Result<domain::ActivityView> activityView(store::Database &database, domain::ActivityId id,
                                                                qint64 nowMs);
// As many as are not too heavy for one answer.
[[nodiscard]] domain::Result<domain::Page<domain::TaskView>> tasksOf(store::Database &database, domain::ActivityId id,
                                                                     qint64 fromPosition, int limit, qint64 nowMs);

} // namespace hmsact::engine
