// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/matchnotes.h"

namespace hmsact::engine {

using domain::SkillRecord;
using domain::Task;
using domain::TaskState;

void MatchNotes::added(const Task &task)
{
    if (task.state == TaskState::Pending && wants(task))
        unmatched.push_back({task.id, {}});
}

void MatchNotes::note(const Task &task, const Task &before, QLatin1StringView event, const domain::Actor &actor)
{
    const bool wasOffered = before.state == TaskState::Pending && !before.worker.isNull();
    const bool isOffered = task.state == TaskState::Pending && !task.worker.isNull();
    const bool isOver = wasOffered && (!isOffered || task.worker != before.worker);
    const bool saysSomething = wasOffered && isOffered && actor.worker == task.worker;
    if (isOver || saysSomething)
        reacted(task);
    const bool isFree = task.state == TaskState::Pending && task.worker.isNull();
    const bool wasFree = before.state == TaskState::Pending && before.worker.isNull();
    if (isFree && (!wasFree || task.pool != before.pool) && wants(task))
        unmatched.push_back({task.id, before.worker});
    const bool isLetGo = event == QLatin1StringView("task.released") || event == QLatin1StringView("task.lease_expired");
    if (isLetGo && task.attempt == before.attempt && task.excluded.contains(before.worker.value))
        forsaken.push_back(task.id);
    if (task.state != before.state)
        noteOutcome(task, before);
}

// How long it took is known where the worker had it from the first: under the first lease, or from the offer to the end.
static qint64 durationMs(const Task &task, const Task &before)
{
    if (before.state == TaskState::InProgress && task.leaseEpoch == 1)
        return task.endedAtMs - task.startedAtMs;
    if (before.state == TaskState::Pending && before.worker == task.worker)
        return task.endedAtMs - before.readyAtMs;
    return 0;
}

void MatchNotes::noteOutcome(const Task &task, const Task &before)
{
    if (task.state == TaskState::Completed && !task.worker.isNull()) {
        SkillRecord &record = outcomes[{task.skill, task.worker.value}];
        ++record.done;
        record.late += task.dueAtMs > 0 && task.endedAtMs > task.dueAtMs ? 1 : 0;
        if (const qint64 tookMs = durationMs(task, before); tookMs > 0) {
            ++record.timed;
            record.durationMs += tookMs;
        }
    } else if (before.state == TaskState::InProgress && (task.state == TaskState::Failed || task.attempt > before.attempt)) {
        ++outcomes[{task.skill, before.worker.value}].failed;
    }
}

void MatchNotes::write(store::Database &database)
{
    if (settled.empty() && assignments.empty())
        return;
    store::AssignmentStore store(database);
    store.settle(std::exchange(settled, {})); // those before; what is chosen now runs
    for (const auto &assignment : std::exchange(assignments, {}))
        store.insert(assignment);
}

} // namespace hmsact::engine
