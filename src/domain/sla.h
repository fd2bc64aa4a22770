// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/task.h"

namespace hmsact::domain {

// Shares of the SLA after which it is called due soon and at risk.
inline constexpr int dueSoonPercent = 75;
inline constexpr int atRiskPercent = 90;

// The instants at which a promise of `slaMs` that falls due at `dueAtMs` changes its sign.
[[nodiscard]] qint64 dueSoonAtMs(qint64 dueAtMs, qint64 slaMs);
[[nodiscard]] qint64 atRiskAtMs(qint64 dueAtMs, qint64 slaMs);

// none: clock not started, or ended without completion before it was due · paused: ON_HOLD · met: completed in time ·
// breached: past due, or ended past due.
[[nodiscard]] SlaState slaState(const Task &task, qint64 nowMs);
[[nodiscard]] SlaState slaState(const Activity &activity, qint64 nowMs);

} // namespace hmsact::domain
