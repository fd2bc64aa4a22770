// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/matchnotes.h"

#include "domain/taskchange.h"

#include <algorithm>
#include <array>

namespace hmsact::engine {

using namespace Qt::StringLiterals;
using domain::SkillRecord;
using domain::Task;
using domain::TaskState;

void MatchNotes::added(const Task &task)
{
    if (task.state == TaskState::Pending && wants(task))
        unmatched.push_back({task.id, {}});
}

// Whether who had it gave it back, failed it or lost it; else it comes anew, to that one as to anybody.
static bool isLeft(QLatin1StringView event)
{
    static constexpr std::array ways{"task.released"_L1, "task.lease_expired"_L1, "task.attempt_failed"_L1,
                                     "task.offer_returned"_L1, "task.reassigned"_L1};
    return std::ranges::find(ways, event) != ways.end();
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
    const bool isWithdrawn = event == "task.offer_withdrawn"_L1;
    if (isFree && (!wasFree || task.pool != before.pool) && wants(task))
        unmatched.push_back({task.id, isLeft(event) ? before.worker : domain::WorkerId()});
    isKept |= isFree && !task.pool.isEmpty() && task.wishes.pools.contains(task.pool);
    isKept |= domain::lacksHuman(task.state, task.review);
    const bool isLetGo = event == "task.released"_L1 || event == "task.lease_expired"_L1;
    const bool isPassedOver = task.attempt == before.attempt && task.excluded.contains(before.worker.value);
    const bool isForOthers = event == "task.reassigned"_L1 && !task.pool.isEmpty(); // perhaps nobody there could take it
    if (isWithdrawn || isForOthers || (isLetGo && isPassedOver))
        forsaken.push_back(task.id);
    const bool isBack = event == "task.resumed"_L1 || event == "task.sent_back"_L1;
    if (isBack && isOffered)
        back.push_back({task.id, event.sliced(event.indexOf(u'.') + 1), actor.worker == task.worker});
    noteGiven(task, before);
    noteOutcome(task, before, event);
}

void MatchNotes::noteGiven(const Task &task, const Task &before)
{
    if (!task.worker.isNull() && task.worker != before.worker && skills && skills->contains(task.skill))
        given.insert(task.worker.value);
}

static bool isInHand(const Task &task)
{
    const bool isOffered = task.state == TaskState::Pending && !task.worker.isNull();
    return task.state == TaskState::InProgress || isOffered;
}

// What a completion adds. How long it took is known where the worker had it from the first: under the first lease, or from the
// offer on. That it fell due is counted when it does; where it was completed before anybody had looked, with the completion.
static SkillRecord outcomeOf(const Task &completed)
{
    SkillRecord record{.done = 1};
    const bool isTakenByIt = completed.startedAtMs == completed.endedAtMs && completed.oversight.hadSinceMs == 0;
    const bool isLate = completed.dueAtMs > 0 && completed.endedAtMs > completed.dueAtMs && completed.breachedAtMs == 0;
    record.late = isLate && !isTakenByIt ? 1 : 0;
    const qint64 sinceMs = domain::hadSinceMs(completed);
    if (sinceMs > 0 && completed.endedAtMs > sinceMs) {
        record.timed = 1;
        record.durationMs = completed.endedAtMs - sinceMs;
    }
    return record;
}

void MatchNotes::count(const Task &task, const SkillRecord &more, int sign)
{
    SkillRecord &record = outcomes[{task.skill, task.worker.value}];
    record.done += sign * more.done;
    record.failed += sign * more.failed;
    record.late += sign * more.late;
    record.timed += sign * more.timed;
    record.durationMs += sign * more.durationMs;
}

void MatchNotes::noteOutcome(const Task &task, const Task &before, QLatin1StringView event)
{
    if (event == QLatin1StringView("task.sla_breached") && isInHand(task) && !task.worker.isNull())
        count(task, {.late = 1});
    if (task.state == before.state)
        return;
    const bool isDone = task.state == TaskState::Completed && !task.worker.isNull();
    if (isDone && before.state == TaskState::InReview) // its time was the reviewer's
        count(task, {.done = 1});
    else if (isDone)
        count(task, outcomeOf(task));
    else if (before.state == TaskState::InProgress && (task.state == TaskState::Failed || task.attempt > before.attempt))
        count(before, {.failed = 1});
    else if (event == QLatin1StringView("task.undone")) // as if it had never been
        count(before, outcomeOf(before), -1);
    else if (event == QLatin1StringView("task.restored") && task.state == TaskState::InProgress
             && (before.state == TaskState::Failed || task.attempt < before.attempt))
        count(task, {.failed = 1}, -1);
}

void MatchNotes::reacted(const Task &task)
{
    settled.push_back(task.id.value);
    for (auto &assignment : assignments) {
        if (assignment.task == task.id)
            assignment.returnsAtMs = 0;
    }
}

bool MatchNotes::willTell(domain::TaskId task) const
{
    return std::ranges::find(handed, task, &Back::task) != handed.end()
        || std::ranges::find(back, task, &Back::task) != back.end();
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
