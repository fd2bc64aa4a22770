// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/course.h"

#include "domain/needs.h"
#include "domain/slaclock.h"

#include <algorithm>
#include <set>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

bool isWorkedOn(TaskState state)
{
    return state == TaskState::InProgress || state == TaskState::InReview || state == TaskState::Completed;
}

// It comes from what happens here, not from what happened there.
bool isDerived(const QString &kind)
{
    return kind == "task.ready"_L1 || kind == "task.sla_breached"_L1 || kind == "activity.completed"_L1
        || kind == "activity.sla_breached"_L1;
}

// Whether what was done to the task as it was there can be done to it as it is here.
bool isPossible(const QString &kind, const Task &there, const Task &after, const Task &here)
{
    using enum TaskState;
    const bool isHad = here.state == Pending || here.state == InProgress;
    if (kind == "task.skipped"_L1 || kind == "task.cancelled"_L1)
        return isOpen(here.state) || here.state == Failed;
    if (kind == "task.held"_L1)
        return isHad;
    if (kind == "task.reassigned"_L1)
        return isHad || here.state == Failed;
    const bool isOffer = there.state == after.state;
    return here.state == there.state && (!isOffer || here.worker == there.worker);
}

bool runs(const Task &task)
{
    return isOpen(task.state) && task.pausedAtMs == 0 && task.dueAtMs > 0 && task.breachedAtMs == 0;
}

// The clock that it has here, whatever the record says of the one there.
void reckonClock(Task &task, const Task &before, const WorkingTime &hours, qint64 nowMs)
{
    task.dueAtMs = task.slaStartedAtMs == 0 ? 0 : before.dueAtMs;
    if (task.slaStartedAtMs != before.slaStartedAtMs && task.slaStartedAtMs != 0)
        task.dueAtMs = dueAtMs(hours, task.slaStartedAtMs, task.slaMs);
    else if (before.pausedAtMs != 0 && task.pausedAtMs == 0 && isOpen(task.state))
        task.dueAtMs = dueAfterPause(hours, before.dueAtMs, {before.pausedAtMs, nowMs});
}

} // namespace

const Task *Course::task(TaskId id) const
{
    if (!m_isOwn)
        return m_record.task(id);
    const auto found = m_tasks.find(id.value);
    return found == m_tasks.end() ? nullptr : &found->second.task;
}

void Course::leaveTheRecord()
{
    if (std::exchange(m_isOwn, true))
        return;
    m_activity = m_record.activity();
    for (const Task &task : m_record.tasks())
        m_tasks.emplace(task.id.value, Other{task, 0});
}

void Course::put(const Task &task, std::optional<qint64> keptUntilMs)
{
    leaveTheRecord();
    Other &other = m_tasks[task.id.value];
    other = {task, keptUntilMs.value_or(other.keptUntilMs)};
    other.task.released = releasedNow(task);
}

void Course::put(const Activity &activity)
{
    leaveTheRecord();
    m_activity = activity;
    m_isEnded |= activity.state == ActivityState::Cancelled;
}

void Course::leaveOut(const Event &event)
{
    leaveTheRecord();
    m_record.apply(event);
}

bool Course::apply(const Event &event)
{
    const Task *known = m_record.task(event.task);
    const Task was = known ? *known : Task();
    m_record.apply(event);
    if (!m_isOwn)
        return true;
    if (m_isEnded)
        return false;
    if (event.task.isNull()) {
        if (!isDerived(event.kind))
            Replay::apply(m_activity, event);
        return !isDerived(event.kind);
    }
    const Task *is = m_record.task(event.task);
    if (!is)
        return false;
    const auto found = m_tasks.find(event.task.value);
    if (found != m_tasks.end())
        return happens(found->second, event, was, *is);
    m_tasks.emplace(event.task.value, Other{*is, 0});
    return true;
}

// Whether that could be done to it as it is here, and by whom it was done. A lease runs out only where the record says so: how
// long its holder would have kept it alive nobody knows.
bool Course::happens(Other &other, const Event &event, const Task &was, const Task &is)
{
    Task &task = other.task;
    const bool isMove = was.state != is.state || was.worker != is.worker;
    const bool isTaken = task.state == TaskState::Pending && isWorkedOn(is.state);
    const bool isOthers = !task.worker.isNull() && task.worker != is.worker;
    const bool isPassedOver = task.excluded.contains(is.worker.value) && m_another(task, is.worker);
    if (isDerived(event.kind) || (isMove && !isPossible(event.kind, was, is, task))
        || (isTaken && (isOthers || isPassedOver)))
        return false;
    const Task before = task;
    Replay::apply(task, event);
    task.priority = std::max(task.priority, before.priority); // it is never lowered
    if (isMove)
        task.worker = is.worker;
    if (event.kind != "task.due_moved"_L1)
        reckonClock(task, before, m_hours, event.atMs);
    if (task.worker != before.worker)
        other.keptUntilMs = 0;
    return true;
}

bool Course::isOffered(const Other &other)
{
    return other.keptUntilMs != 0 && other.task.state == TaskState::Pending && !other.task.worker.isNull();
}

qint64 Course::nextMs() const
{
    const bool isLate = !m_isOwn || m_activity.state != ActivityState::Open || m_activity.breachedAtMs != 0;
    qint64 nextMs = isLate ? 0 : m_activity.dueAtMs;
    for (const auto &[id, other] : m_tasks) {
        if (runs(other.task) && (nextMs == 0 || other.task.dueAtMs < nextMs))
            nextMs = other.task.dueAtMs;
        if (isOffered(other) && (nextMs == 0 || other.keptUntilMs < nextMs))
            nextMs = other.keptUntilMs;
    }
    return m_isEnded ? 0 : nextMs;
}

std::vector<Task> Course::returning(qint64 nowMs) const
{
    std::vector<Task> found;
    for (const auto &[id, other] : m_tasks) {
        if (isOffered(other) && other.keptUntilMs <= nowMs)
            found.push_back(other.task);
    }
    return found;
}

std::vector<Task> Course::overdue(qint64 nowMs) const
{
    std::vector<Task> found;
    for (const auto &[id, other] : m_tasks) {
        if (runs(other.task) && other.task.dueAtMs <= nowMs)
            found.push_back(other.task);
    }
    return found;
}

std::vector<Task> Course::unlocked() const
{
    std::set<qint64> held;
    for (const Recorded::Need &need : m_needs) {
        const Task *needed = task(need.needs);
        if (!needed || needed->released == Released::No)
            held.insert(need.task.value);
    }
    std::vector<Task> found;
    for (const auto &[id, other] : m_tasks) {
        if (other.task.state == TaskState::Waiting && !held.contains(id))
            found.push_back(other.task);
    }
    return found;
}

bool Course::isDone() const
{
    return m_isOwn && m_activity.state == ActivityState::Open && !m_tasks.empty()
        && std::ranges::all_of(m_tasks, [](const auto &one) {
               const Task &task = one.second.task;
               return isEnded(task.state) && (task.state != TaskState::Failed || task.onFailure == OnFailure::Continue);
           });
}

} // namespace hmsact::domain
