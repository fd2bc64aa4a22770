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

SlaState over(qint64 dueAtMs, qint64 endedAtMs, bool completed)
{
    if (endedAtMs >= dueAtMs) {
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
        return over(task.dueAtMs, task.endedAtMs, task.state == TaskState::Completed);
    }
    return task.state == TaskState::OnHold ? SlaState::Paused : running(task, nowMs);
}

SlaState slaState(const Activity &activity, qint64 nowMs)
{
    if (activity.dueAtMs == 0) {
        return SlaState::None;
    }
    return activity.state == ActivityState::Open
        ? running(activity, nowMs)
        : over(activity.dueAtMs, activity.endedAtMs, activity.state == ActivityState::Completed);
}

} // namespace hmsact::domain
