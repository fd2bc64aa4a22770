// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla.h"

namespace hmsact::domain {

namespace {

template <class Clock>
SlaState running(const Clock &clock, qint64 nowMs)
{
    if (nowMs >= clock.dueAtMs) {
        return SlaState::Breached;
    }
    if (nowMs >= clock.atRiskAtMs) {
        return SlaState::AtRisk;
    }
    return nowMs >= clock.dueSoonAtMs ? SlaState::DueSoon : SlaState::OnTrack;
}

SlaState over(bool isLate, bool completed)
{
    if (isLate) {
        return SlaState::Breached;
    }
    return completed ? SlaState::Met : SlaState::None;
}

} // namespace

SlaState slaState(const Task &task, qint64 nowMs)
{
    if (task.dueAtMs == 0) {
        return SlaState::None;
    }
    if (isEnded(task.state)) {
        return over(task.endedAtMs >= task.dueAtMs, task.state == TaskState::Completed);
    }
    return task.state == TaskState::OnHold ? SlaState::Paused : running(task, nowMs);
}

SlaState slaState(const Activity &activity, qint64 nowMs)
{
    if (activity.dueAtMs == 0) {
        return SlaState::None;
    }
    if (activity.state == ActivityState::Open) {
        return running(activity, nowMs);
    }
    // What only waited for a choice ends when it falls due, and is not late.
    const bool isLate = activity.breachedAtMs != 0 || activity.endedAtMs > activity.dueAtMs;
    return over(isLate, activity.state == ActivityState::Completed);
}

} // namespace hmsact::domain
