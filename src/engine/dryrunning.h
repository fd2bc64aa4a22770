// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dryrun.h"
#include "store/database.h"

namespace hmsact::engine {

// What a rule would have done to the activities that the database holds. Reads them in steps, each from a snapshot of its own,
// so that nothing else waits for it; outside of read(). Errors: NotFound for an unknown rule,
// Invalid for a bad period, and for one in which more came and went in a queue than can be played back.
[[nodiscard]] domain::Result<domain::DryRunReport> dryRun(store::Database &database, const domain::DryRunRule &question,
                                                          qint64 nowMs);

} // namespace hmsact::engine
