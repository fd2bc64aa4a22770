// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla.h"

namespace hmsact::domain {

namespace {

qint64 instantAt(int percent, qint64 dueAtMs, qint64 slaMs) { return dueAtMs - slaMs * (100 - percent) / 100; }

SlaState running(qint64 dueAtMs, qint64 slaMs, qint64 nowMs)
{
    if (nowMs >= dueAtMs) {
        return SlaState::Breached;
    }
    if (nowMs >= atRiskAtMs(dueAtMs, slaMs)) {
        return SlaState::AtRisk;
    }
    return nowMs >= dueSoonAtMs(dueAtMs, slaMs) ? SlaState::DueSoon : SlaState::OnTrack;
}

SlaState over(qint64 dueAtMs, qint64 endedAtMs, bool completed)
{
    if (endedAtMs >= dueAtMs) {
        return SlaState::Breached;
    }
    return completed ? SlaState::Met : SlaState::None;
}

} // namespace

qint64 dueSoonAtMs(qint64 dueAtMs, qint64 slaMs) { return instantAt(dueSoonPercent, dueAtMs, slaMs); }
qint64 atRiskAtMs(qint64 dueAtMs, qint64 slaMs) { return instantAt(atRiskPercent, dueAtMs, slaMs); }

SlaState slaState(const Task &task, qint64 nowMs)
{
    if (task.dueAtMs == 0) {
        return SlaState::None;
    }
    if (isEnded(task.state)) {
        return over(task.dueAtMs, task.endedAtMs, task.state == TaskState::Completed);
    }
    return task.state == TaskState::OnHold ? SlaState::Paused : running(task.dueAtMs, task.slaMs, nowMs);
}

SlaState slaState(const Activity &activity, qint64 nowMs)
{
    if (activity.dueAtMs == 0) {
        return SlaState::None;
    }
    return activity.state == ActivityState::Open
        ? running(activity.dueAtMs, activity.slaMs, nowMs)
        : over(activity.dueAtMs, activity.endedAtMs, activity.state == ActivityState::Completed);
}

} // namespace hmsact::domain
