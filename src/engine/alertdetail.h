// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alerting.h"
#include "store/database.h"

namespace hmsact::engine {

// An alert and how far the rules have come with what it is about; of a step that will never come, because it is solved or the
// rule is gone or off, nothing is said. Must run inside read() of `database`; throws SqlError.
[[nodiscard]] domain::AlertDetail alertDetail(store::Database &database, const domain::Alert &alert);

} // namespace hmsact::engine
