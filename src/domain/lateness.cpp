// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/lateness.h"

#include "domain/sla.h"

#include <algorithm>

namespace hmsact::domain {

template <class T>
static bool isLate(const T &row, bool isOpen, qint64 nowMs)
{
    return isOpen && slaState(row, nowMs) == SlaState::Breached;
}

bool isMadeLate(const Task &before, const Task &after, qint64 nowMs)
{
    return !isLate(before, isOpen(before.state), nowMs) && isLate(after, isOpen(after.state), nowMs);
}

bool isMadeLate(const Activity &before, const Activity &after, qint64 nowMs)
{
    using enum ActivityState;
    return !isLate(before, before.state == Open, nowMs) && isLate(after, after.state == Open, nowMs);
}

Occurrence breachOf(const Task &task, qint64 madeLateAtMs)
{
    return {Trigger::SlaBreach, task.activity, task.id, task.slaRun, std::max(task.dueAtMs, madeLateAtMs), {}};
}

Occurrence breachOf(const Activity &activity, qint64 madeLateAtMs)
{
    return {Trigger::ActivitySlaBreach, activity.id, {}, 0, std::max(activity.dueAtMs, madeLateAtMs), {}};
}

} // namespace hmsact::domain
