// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hmsact::store {
class Database;
}

// The turns of a virtual clock, in the installation's own record: a program that starts on a database whose clock was turned
// goes on from there, for time never runs backwards.
namespace hmsact::engine {

// Before the clock is turned to `toMs`: whoever is killed on the way starts at its end, and makes up for what fell due.
[[nodiscard]] domain::Status recordTurn(store::Database &database, qint64 nowMs, qint64 toMs);
[[nodiscard]] domain::Result<qint64> lastTurnMs(store::Database &database); // where to; 0: it never was

} // namespace hmsact::engine
