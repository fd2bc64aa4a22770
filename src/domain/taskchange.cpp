// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/taskchange.h"

#include "domain/codec.h"
#include "domain/jsonform.h"
#include "domain/rank.h"

namespace hmsact::domain {

namespace {

// Adds a field to both sides when its value changed.
template <class T, class ToJsonValue>
void addDifference(QJsonObject &from, QJsonObject &to, QLatin1StringView name, const T &before, const T &after,
                   ToJsonValue toJsonValue)
{
    if (before != after) {
        from[name] = toJsonValue(before);
        to[name] = toJsonValue(after);
    }
}

} // namespace

void becomePending(Task &task, qint64 nowMs)
{
    task.state = TaskState::Pending;
    task.readyAtMs = nowMs;
    if (task.slaStartedAtMs == 0) {
        task.slaStartedAtMs = nowMs;
        task.dueAtMs = nowMs + task.slaMs;
        task.slaRun = 1;
    }
    task.rankAtMs = rankAtMs(nowMs, task.dueAtMs, task.priority);
}

void attemptFailed(Task &task, bool mayRetry, qint64 nowMs, quint32 random)
{
    if (!task.worker.isNull() && !task.excluded.contains(task.worker.value)) {
        task.excluded.append(task.worker.value);
    }
    task.leaseExpiresAtMs = 0;
    if (!mayRetry || task.attempt >= task.maxAttempts) {
        task.state = TaskState::Failed;
        task.endedAtMs = nowMs;
        return;
    }
    ++task.attempt;
    task.notBeforeMs = nowMs + backoffMs(task.attempt, random);
    task.worker = {};
    becomePending(task, nowMs);
}

void endUndone(Task &task, TaskState state, qint64 nowMs)
{
    task.state = state;
    task.endedAtMs = nowMs;
    task.worker = {};
    task.leaseExpiresAtMs = 0;
    task.pausedAtMs = 0;
}

Change changed(const char *event, const Task &before, Task &after, Naming naming)
{
    ++after.version;
    QJsonObject from;
    QJsonObject to;
    const auto time = [](qint64 atMs) {
        return timeOrNull(atMs);
    };
    const auto number = [](qint64 value) {
        return QJsonValue(value);
    };
    if (naming == Naming::State || before.state != after.state) {
        from[QLatin1StringView("state")] = toString(before.state);
        to[QLatin1StringView("state")] = toString(after.state);
    }
    addDifference(from, to, QLatin1StringView("worker_id"), before.worker.value, after.worker.value, textOrNull);
    addDifference(from, to, QLatin1StringView("pool"), before.pool, after.pool, textOrNull);
    addDifference(from, to, QLatin1StringView("attempt"), qint64(before.attempt), qint64(after.attempt), number);
    addDifference(from, to, QLatin1StringView("lease_token"), before.leaseEpoch, after.leaseEpoch, number);
    addDifference(from, to, QLatin1StringView("lease_expires_at"), before.leaseExpiresAtMs, after.leaseExpiresAtMs, time);
    addDifference(from, to, QLatin1StringView("not_before"), before.notBeforeMs, after.notBeforeMs, time);
    addDifference(from, to, QLatin1StringView("due_at"), before.dueAtMs, after.dueAtMs, time);
    Change change{true, QString::fromLatin1(event), {}};
    if (!to.isEmpty()) {
        change.detail[QLatin1StringView("before")] = from;
        change.detail[QLatin1StringView("after")] = to;
    }
    return change;
}

} // namespace hmsact::domain
