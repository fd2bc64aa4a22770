// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replay.h"

#include "domain/codec.h"
#include "domain/needs.h"
#include "domain/rank.h"
#include "domain/taskchange.h"

#include <QJsonDocument>

#include <algorithm>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

qint64 timeIn(const QJsonValue &value)
{
    const Result<qint64> time = parseTime(value.toString());
    return time ? *time : 0; // null: none
}

Task asItBegan(const Task &now)
{
    Task task;
    task.id = now.id;
    task.activity = now.activity;
    task.position = now.position;
    task.name = now.name;
    task.skill = now.skill;
    task.slaMs = now.slaMs;
    task.optional = now.optional;
    task.priority = now.priority;
    task.maxAttempts = now.maxAttempts;
    task.review = now.review;
    task.onFailure = now.onFailure;
    task.createdAtMs = now.createdAtMs;
    task.dueAtMs = now.dueAtMs;
    return task;
}

} // namespace

Replay::Replay(const Recorded &recorded) : m_activity(recorded.activity)
{
    m_activity.state = ActivityState::Open;
    m_activity.endedAtMs = 0;
    m_activity.breachedAtMs = 0;
    m_activity.reason.clear();
    for (const Task &task : recorded.tasks)
        m_tasks.emplace(task.id.value, Entry{asItBegan(task), false});
    rewind(recorded.events);
}

// What stood before the first event that changed it, stood from the beginning; so the last one that is read is the first.
void Replay::rewind(const std::vector<Event> &events)
{
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const QJsonObject before = QJsonDocument::fromJson(event->detail).object().value(u"before"_s).toObject();
        const bool tellsDue = before.contains(u"due_at"_s);
        if (event->task.isNull()) {
            if (tellsDue)
                m_activity.dueAtMs = timeIn(before.value(u"due_at"_s));
            continue;
        }
        const auto found = m_tasks.find(event->task.value);
        if (found == m_tasks.end())
            continue;
        if (tellsDue)
            found->second.task.dueAtMs = timeIn(before.value(u"due_at"_s));
        if (before.contains(u"priority"_s))
            found->second.task.priority = before.value(u"priority"_s).toInt();
    }
}

const Task *Replay::task(TaskId id) const
{
    const auto found = m_tasks.find(id.value);
    return found != m_tasks.end() && found->second.isThere ? &found->second.task : nullptr;
}

std::vector<Task> Replay::tasks() const
{
    std::vector<Task> found;
    for (const auto &[id, entry] : m_tasks) {
        if (entry.isThere)
            found.push_back(entry.task);
    }
    return found;
}

void Replay::apply(const Event &event)
{
    if (!event.task.isNull()) {
        const auto found = m_tasks.find(event.task.value);
        if (found == m_tasks.end())
            return;
        found->second.isThere = true;
        return apply(found->second.task, event);
    }
    apply(m_activity, event);
}

void Replay::apply(Activity &activity, const Event &event)
{
    if (event.kind == "activity.sla_breached"_L1) {
        activity.breachedAtMs = event.atMs;
    } else if (event.kind == "activity.due_moved"_L1) {
        const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
        activity.dueAtMs = timeIn(detail.value(u"after"_s).toObject().value(u"due_at"_s));
    } else if (event.kind == "activity.reopened"_L1) {
        activity.state = ActivityState::Open;
        activity.endedAtMs = 0;
    } else if (const auto state = activityStateFrom(event.kind.section(u'.', 1).toUpper())) {
        activity.state = *state;
        activity.endedAtMs = event.atMs;
    }
}

void Replay::apply(Task &task, const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    const QJsonObject after = detail.value(u"after"_s).toObject();
    const TaskState before = task.state;
    if (const auto state = taskStateFrom(after.value(u"state"_s).toString()))
        task.state = *state;
    const bool isTakenAway = event.kind == "task.reassigned"_L1 || event.kind == "task.lease_expired"_L1
        || (event.kind == "task.released"_L1 && detail.contains(u"reason"_s))
        || after.value(u"attempt"_s).toInt() > task.attempt;
    if (isTakenAway && !task.worker.isNull())
        task.excluded.append(task.worker.value);
    if (event.kind == "task.retried"_L1)
        task.excluded.clear();
    if (event.kind == "task.given_up"_L1 || event.kind == "task.offer_returned"_L1)
        task.excluded.append(detail.value(u"worker_id"_s).toString());
    if (after.contains(u"worker_id"_s))
        task.worker = {after.value(u"worker_id"_s).toString()};
    const bool isChosen = event.kind == "task.reassigned"_L1 || event.kind == "task.restored"_L1;
    task.excluded.removeAll(isChosen ? task.worker.value : QString());
    if (after.contains(u"pool"_s))
        task.pool = after.value(u"pool"_s).toString();
    if (after.contains(u"attempt"_s))
        task.attempt = after.value(u"attempt"_s).toInt();
    task.lostLeases += event.kind == "task.lease_expired"_L1 ? 1 : 0;
    if (before == TaskState::Failed && (event.kind == "task.retried"_L1 || event.kind == "task.reassigned"_L1))
        beginAnew(task);
    if (after.contains(u"lease_token"_s))
        task.leaseEpoch = after.value(u"lease_token"_s).toInteger();
    if (after.contains(u"priority"_s))
        task.priority = after.value(u"priority"_s).toInt();
    if (after.contains(u"due_at"_s))
        task.dueAtMs = timeIn(after.value(u"due_at"_s));
    const bool begins = event.kind == "task.enqueued"_L1;
    const bool isNew =
        begins || before != TaskState::Pending || event.kind == "task.reassigned"_L1 || event.kind == "task.referred"_L1;
    if (task.state == TaskState::Pending && isNew) {
        task.readyAtMs = event.atMs;
        if (task.slaStartedAtMs == 0) {
            task.slaStartedAtMs = event.atMs;
            ++task.slaRun;
        }
    }
    if (event.kind == "task.sla_restarted"_L1) {
        ++task.slaRun;
        task.slaStartedAtMs = event.atMs;
        task.breachedAtMs = 0;
    } else if (event.kind == "task.sla_breached"_L1) {
        task.breachedAtMs = event.atMs;
    } else if (event.kind == "task.taken_back"_L1 || task.state == TaskState::Optional) {
        task.readyAtMs = task.slaStartedAtMs = task.breachedAtMs = 0;
    }
    if (task.state == TaskState::Pending && (isNew || after.contains(u"priority"_s) || after.contains(u"due_at"_s))) {
        const bool keepsPlace = before == TaskState::Pending && event.kind == "task.reassigned"_L1;
        const qint64 placeMs = rankAtMs(task.readyAtMs, task.dueAtMs, task.priority);
        task.rankAtMs = keepsPlace ? std::min(task.rankAtMs, placeMs) : placeMs;
    }
    task.pausedAtMs = task.state != TaskState::OnHold ? 0 : before == TaskState::OnHold ? task.pausedAtMs : event.atMs;
    task.endedAtMs = !isEnded(task.state) ? 0 : isEnded(before) ? task.endedAtMs : event.atMs;
    task.released = releasedNow(task);
}

} // namespace hmsact::domain
