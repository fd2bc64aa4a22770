// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::engine {

// Answers one question from one snapshot of `database`. Runs on the thread of the database; changes nothing.
[[nodiscard]] domain::Result<domain::QueryAnswer> answer(store::Database &database, const domain::Query &query,
                                                         qint64 nowMs);

} // namespace hmsact::engine
