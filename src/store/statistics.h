// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Figures over everything. Must run inside read() of `database`; throw SqlError.
[[nodiscard]] domain::Stats statistics(Database &database, qint64 nowMs);
[[nodiscard]] domain::DatabaseStatus databaseStatus(Database &database);

} // namespace hmsact::store
