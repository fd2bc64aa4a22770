// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offertransitions.h"

#include "domain/limits.h"
#include "domain/taskchange.h"

#include <algorithm>
#include <cmath>

// What becomes of a task while it waits for somebody to begin.
namespace hmsact::domain {

Change assign(Task &task, const Worker &worker, const QString &pool, double score)
{
    Q_ASSERT(task.state == TaskState::Pending && task.worker.isNull());
    const Task before = task;
    task.worker = worker.id;
    task.excluded.removeAll(worker.id.value);
    task.pool = pool;
    task.notBeforeMs = 0;
    Change change = changed(QLatin1StringView("task.assigned"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), worker.id.value);
    change.detail.number(QLatin1StringView("score"), std::lround(score));
    return change;
}

Change keepForPool(Task &task, const QString &pool)
{
    Q_ASSERT(task.state == TaskState::Pending && task.worker.isNull());
    if (task.pool == pool) {
        return {false, {}, {}};
    }
    const Task before = task;
    task.pool = pool;
    return changed(QLatin1StringView("task.kept_for_pool"), before, task);
}

Change giveUp(Task &task, const WorkerId &worker)
{
    const Task before = task;
    exclude(task, worker);
    Change change = changed(QLatin1StringView("task.given_up"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), worker.value);
    return change;
}

Change handedOver(Task &task, const Worker *to, qint64 nowMs)
{
    const Task before = task;
    task.worker = to ? to->id : WorkerId();
    task.leaseExpiresAtMs = 0;
    task.notBeforeMs = 0;
    if (task.state == TaskState::InProgress) {
        becomePending(task, nowMs);
    }
    if (to) {
        task.excluded.removeAll(to->id.value);
        task.pool = to->pools.contains(task.pool) ? task.pool : QString();
    }
    Change change = changed(QLatin1StringView("task.handed_over"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), before.worker.value);
    return change;
}

Change withdrawn(Task &task)
{
    Q_ASSERT(task.state == TaskState::Pending && !task.worker.isNull());
    const Task before = task;
    task.worker = {};
    Change change = changed(QLatin1StringView("task.offer_withdrawn"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), before.worker.value);
    return change;
}

qint64 offerEndsMs(const Task &task, const Worker &worker, const WorkingTime &hours, qint64 nowMs)
{
    const qint64 usuallyMs = hours.after(nowMs, returnAfterMs(worker)).value_or(0);
    const bool isDueBefore = task.dueAtMs > nowMs && (usuallyMs == 0 || usuallyMs > task.dueAtMs);
    return isDueBefore ? task.dueAtMs : usuallyMs;
}

qint64 thereUntilMs(const Worker &worker)
{
    return worker.kind == WorkerKind::Human ? 0 : worker.lastSeenAtMs + limits::silentAfterMs;
}

Change offerOver(Task &task)
{
    Q_ASSERT(task.state == TaskState::Pending && !task.worker.isNull());
    const Task before = task;
    exclude(task, task.worker);
    task.worker = {};
    Change change = changed(QLatin1StringView("task.offer_returned"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), before.worker.value);
    return change;
}

qint64 keepsUntilMs(const Task &task, const Worker &worker, const WorkingTime &hours, qint64 nowMs)
{
    const qint64 endsMs = offerEndsMs(task, worker, hours, nowMs);
    return worker.kind == WorkerKind::Human ? endsMs : std::max(endsMs, nowMs + limits::keptOfferMs);
}

bool isToldOfKept(const Task &task, qint64 nowMs) { return task.dueAtMs == 0 || task.dueAtMs > nowMs; }

Change offerKept(Task &task)
{
    Q_ASSERT(task.state == TaskState::Pending && !task.worker.isNull());
    const Task before = task;
    Change change = changed(QLatin1StringView("task.offer_kept"), before, task);
    change.detail.text(QLatin1StringView("worker_id"), task.worker.value);
    return change;
}

} // namespace hmsact::domain
