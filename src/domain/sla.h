// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/task.h"

namespace hmsact::domain {

// none: clock not started, or ended without completion before it was due · paused: ON_HOLD · met: completed in time ·
// breached: past due, or ended past due.
[[nodiscard]] SlaState slaState(const Task &task, qint64 nowMs);
[[nodiscard]] SlaState slaState(const Activity &activity, qint64 nowMs);

} // namespace hmsact::domain
