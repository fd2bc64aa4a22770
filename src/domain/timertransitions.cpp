// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/rank.h"
#include "domain/review.h"
#include "domain/slaclock.h"
#include "domain/taskchange.h"

// The transitions nobody asks for: what the clock, a neighbouring task or the end of the activity does to a
// task.
namespace hmsact::domain {

qint64 leaseMsFor(WorkerKind kind, const WorkingTime &hours, qint64 nowMs)
{
    if (kind != WorkerKind::Human) {
        return limits::leaseMachineMs;
    }
    return hours.after(nowMs, limits::leaseHumanMs).value_or(nowMs + limits::leaseHumanMs) - nowMs;
}

Change leaseOver(Task &task, qint64 nowMs, quint32 random)
{
    Q_ASSERT(task.state == TaskState::InProgress);
    const Task before = task;
    task.reason = leaseExpired;
    ++task.lostLeases;
    attemptFailed(task, true, nowMs, random);
    Change change = changed(QLatin1StringView("task.lease_expired"), before, task);
    change.detail.text(QLatin1StringView("reason"), task.reason);
    change.detail.text(QLatin1StringView("worker_id"), before.worker.value);
    return change;
}

Change leaseLapsed(Task &task, qint64 nowMs)
{
    Q_ASSERT(task.state == TaskState::InProgress);
    const Task before = task;
    task.reason = leaseExpired;
    ++task.lostLeases;
    exclude(task, task.worker);
    task.worker = {};
    task.leaseExpiresAtMs = 0;
    task.notBeforeMs = 0;
    becomePending(task, nowMs);
    Change change = changed(QLatin1StringView("task.lease_expired"), before, task);
    change.detail.text(QLatin1StringView("reason"), task.reason);
    change.detail.text(QLatin1StringView("worker_id"), before.worker.value);
    return change;
}

Change needMet(Task &successor, qint64 nowMs, const ClockTerms &terms)
{
    Q_ASSERT(successor.openNeeds > 0);
    const Task before = successor;
    --successor.openNeeds;
    if (successor.state == TaskState::Waiting && successor.openNeeds == 0) {
        becomePending(successor, nowMs, terms);
        return changed(QLatin1StringView("task.ready"), before, successor);
    }
    ++successor.version;
    return {false, {}, {}};
}

Change cancel(Task &task, const QString &reason, qint64 nowMs, const ClockTerms &terms)
{
    Q_ASSERT(isOpen(task.state));
    const Task before = task;
    task.reason = reason;
    endUndone(task, TaskState::Cancelled, nowMs, terms);
    Change change = changed(QLatin1StringView("task.cancelled"), before, task);
    change.detail.text(QLatin1StringView("reason"), reason);
    return change;
}

Change referred(Task &task, qint64 nowMs)
{
    Q_ASSERT(task.state == TaskState::InReview);
    const Task before = task;
    ActionContext context;
    context.nowMs = nowMs;
    context.humanCanTake = true;
    const QLatin1StringView event(refer(task, context));
    return changed(event, before, task);
}

Change lapse(Task &task, qint64 nowMs)
{
    Q_ASSERT(task.state == TaskState::Optional);
    const Task before = task;
    task.reason = QStringLiteral("the activity fell due before a choice was made");
    endUndone(task, TaskState::Skipped, nowMs, WorkingTime::always());
    Change change = changed(QLatin1StringView("task.option_lapsed"), before, task);
    change.detail.text(QLatin1StringView("reason"), task.reason);
    return change;
}

Change breach(Task &task, qint64 nowMs)
{
    if (task.breachedAtMs != 0) {
        return {false, {}, {}};
    }
    const Task before = task;
    task.breachedAtMs = nowMs;
    if (awaitsHuman(task) && !lacksResult(task.oversight)) {
        task.oversight.outcome = ReviewOutcome::TimedOut;
    }
    Change change = changed(QLatin1StringView("task.sla_breached"), before, task);
    change.detail.time(QLatin1StringView("due_at"), task.dueAtMs);
    change.detail.number(QLatin1StringView("sla_run"), task.slaRun);
    change.review = awaitsHuman(task) ? ReviewOutcome::TimedOut : ReviewOutcome::None;
    return change;
}

Change raisePriority(Task &task, int priority)
{
    if (task.priority >= priority || !isOpen(task.state)) {
        return {false, {}, {}};
    }
    const Task before = task;
    task.priority = priority;
    if (task.readyAtMs > 0) {
        task.rankAtMs = rankAtMs(task.readyAtMs, task.dueAtMs, task.priority);
    }
    Change change = changed(QLatin1StringView("task.priority_raised"), before, task);
    change.detail.number(QLatin1StringView("priority"), priority);
    return change;
}

Change restartSla(Task &task, qint64 nowMs, const ClockTerms &terms)
{
    if (!isOpen(task.state) || task.slaStartedAtMs == 0) {
        return {false, {}, {}};
    }
    const Task before = task;
    ++task.slaRun;
    task.slaStartedAtMs = nowMs;
    setDue(task, terms, dueAtMs(terms.hours, nowMs, task.slaMs));
    task.breachedAtMs = 0;
    task.rankAtMs = rankAtMs(task.readyAtMs, task.dueAtMs, task.priority);
    Change change = changed(QLatin1StringView("task.sla_restarted"), before, task);
    change.detail.time(QLatin1StringView("due_at"), task.dueAtMs);
    return change;
}

} // namespace hmsact::domain
