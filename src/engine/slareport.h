// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// Why a clock falls due when it does. Must run inside read() of `database`; throws SqlError.
[[nodiscard]] domain::Result<domain::SlaExplanation> explainSla(store::Database &database,
                                                                const domain::ExplainSla &question, qint64 nowMs);

} // namespace hmsact::engine
