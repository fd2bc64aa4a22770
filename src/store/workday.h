// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workday.h"
#include "store/database.h"

namespace hmsact::store {

// What a worker has before it; nothing when nobody is registered under that id. Reads by index only, so that it costs what
// it shows, however long the queue is. Must run inside read() of `database`; throws SqlError.
[[nodiscard]] std::optional<domain::Workday> workday(Database &database, const domain::WorkerId &worker, qint64 nowMs);

} // namespace hmsact::store
