// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/taskchange.h"

#include "domain/rank.h"
#include "domain/slaclock.h"

namespace hmsact::domain {

void lease(Task &task, const WorkerId &worker, qint64 leaseMs, qint64 nowMs)
{
    task.state = TaskState::InProgress;
    task.worker = worker;
    ++task.leaseEpoch;
    task.leaseExpiresAtMs = nowMs + leaseMs;
    task.startedAtMs = task.startedAtMs == 0 ? nowMs : task.startedAtMs;
    task.oversight.progressPercent = -1;
    task.oversight.note.clear();
    task.oversight.hadSinceMs = 0;
}

qint64 hadSinceMs(const Task &task)
{
    if (task.oversight.hadSinceMs > 0) {
        return task.oversight.hadSinceMs;
    }
    const bool isTakenByEndingIt = task.startedAtMs == task.endedAtMs;
    return task.leaseEpoch == 1 && !isTakenByEndingIt ? task.startedAtMs : 0;
}

void becomePending(Task &task, qint64 nowMs, const ClockTerms &terms)
{
    task.state = TaskState::Pending;
    task.readyAtMs = nowMs;
    if (task.slaStartedAtMs == 0) {
        task.slaStartedAtMs = nowMs;
        setDue(task, terms, dueAtMs(terms.hours, nowMs, task.slaMs));
        ++task.slaRun;
    }
    task.rankAtMs = rankAtMs(nowMs, task.dueAtMs, task.priority);
}

void becomeUnready(Task &task, TaskState state)
{
    task.state = state;
    task.worker = {};
    task.notBeforeMs = 0;
    task.readyAtMs = 0;
    task.slaStartedAtMs = 0;
    task.dueAtMs = task.dueSoonAtMs = task.atRiskAtMs = 0;
    task.breachedAtMs = 0;
    task.rankAtMs = 0;
}

void exclude(Task &task, const WorkerId &worker)
{
    if (!worker.isNull() && !task.excluded.contains(worker.value)) {
        task.excluded.append(worker.value);
    }
}

void attemptFailed(Task &task, bool mayRetry, qint64 nowMs, quint32 random)
{
    exclude(task, task.worker);
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

void beginAnew(Task &task)
{
    task.attempt = 1;
    task.lostLeases = 0;
    task.endedAtMs = 0;
    task.released = task.released == Released::No ? Released::No : Released::ForGood;
}

void endPause(Task &task, qint64 nowMs, const ClockTerms &terms)
{
    if (task.pausedAtMs > 0) {
        setDue(task, terms, dueAfterPause(terms.hours, task.dueAtMs, {task.pausedAtMs, nowMs}));
        task.pausedAtMs = 0;
    }
}

void endUndone(Task &task, TaskState state, qint64 nowMs, const ClockTerms &terms)
{
    endPause(task, nowMs, terms);
    task.endedAtMs = isEnded(task.state) ? task.endedAtMs : nowMs;
    task.state = state;
    task.worker = {};
    task.leaseExpiresAtMs = 0;
}

Change changed(QLatin1StringView event, const Task &before, Task &after, Naming naming)
{
    ++after.version;
    JsonWriter from;
    JsonWriter to;
    if (naming == Naming::State || before.state != after.state) {
        from.word(QLatin1StringView("state"), toString(before.state));
        to.word(QLatin1StringView("state"), toString(after.state));
    }
    const auto difference = [&](auto write, QLatin1StringView name, const auto &was, const auto &is) {
        if (was != is) {
            (from.*write)(name, was);
            (to.*write)(name, is);
        }
    };
    difference(&JsonWriter::textOrNull, QLatin1StringView("worker_id"), before.worker.value, after.worker.value);
    difference(&JsonWriter::textOrNull, QLatin1StringView("pool"), before.pool, after.pool);
    difference(&JsonWriter::number, QLatin1StringView("attempt"), before.attempt, after.attempt);
    difference(&JsonWriter::number, QLatin1StringView("priority"), before.priority, after.priority);
    difference(&JsonWriter::number, QLatin1StringView("lease_token"), before.leaseEpoch, after.leaseEpoch);
    difference(&JsonWriter::time, QLatin1StringView("lease_expires_at"), before.leaseExpiresAtMs, after.leaseExpiresAtMs);
    difference(&JsonWriter::time, QLatin1StringView("not_before"), before.notBeforeMs, after.notBeforeMs);
    difference(&JsonWriter::time, QLatin1StringView("due_at"), before.dueAtMs, after.dueAtMs);
    if (before.oversight != after.oversight) {
        const Oversight &was = before.oversight;
        const Oversight &is = after.oversight;
        difference(&JsonWriter::fraction, QLatin1StringView("confidence"), was.confidencePpm, is.confidencePpm);
        difference(&JsonWriter::textOrNull, QLatin1StringView("proposed_by"), was.proposedBy.value, is.proposedBy.value);
        difference(&JsonWriter::boolean, QLatin1StringView("for_humans"), was.forHumans, is.forHumans);
        difference(&JsonWriter::word, QLatin1StringView("review_outcome"), toString(was.outcome), toString(is.outcome));
        if (is.outcome == ReviewOutcome::Corrected) {
            difference(&JsonWriter::value, QLatin1StringView("result"), before.result, after.result);
        }
        if (is.progressPercent >= 0) {
            difference(&JsonWriter::number, QLatin1StringView("progress"), was.progressPercent, is.progressPercent);
        }
    }
    Change change{true, event, {}, ReviewOutcome::None, false};
    if (!to.isEmpty()) {
        change.detail.object(QLatin1StringView("before"), from).object(QLatin1StringView("after"), to);
    }
    return change;
}

} // namespace hmsact::domain
