// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codec.h"
#include "domain/slaclock.h"

#include <QTest>

// What the tests of the transitions have in common: a moment, a task in each state, workers and actors.
namespace hmsact::domain::fixtures {

inline constexpr qint64 nowMs = 1'795'363'200'000;
inline constexpr std::array allStates{TaskState::Waiting,  TaskState::Optional, TaskState::Pending,   TaskState::InProgress,
                                      TaskState::InReview, TaskState::OnHold,   TaskState::Completed, TaskState::Failed,
                                      TaskState::Skipped,  TaskState::Cancelled};
inline constexpr std::array allActions{TaskAction::Complete, TaskAction::Fail,    TaskAction::Heartbeat, TaskAction::Release,
                                       TaskAction::OptIn,    TaskAction::Decline, TaskAction::Hold,      TaskAction::Resume,
                                       TaskAction::Retry,    TaskAction::Skip,    TaskAction::Reassign,  TaskAction::Approve,
                                       TaskAction::SendBack, TaskAction::Comment, TaskAction::Undo};

inline QJsonObject recorded(const JsonWriter &detail) { return *parseObject(detail.json()); }

inline WorkerId workerId(const char *text) { return {QString::fromLatin1(text)}; }

inline Worker worker(const char *id, WorkerKind kind = WorkerKind::Bot)
{
    Worker worker;
    worker.id = workerId(id);
    worker.kind = kind;
    worker.skills = {{QStringLiteral("skill"), skillLevelDefault}};
    worker.pools = QStringList{QStringLiteral("pool")};
    return worker;
}

// As it would be after the transitions that lead there; "bot" had it where somebody had it.
inline Task taskIn(TaskState state)
{
    Task task;
    task.id = {7};
    task.activity = {3};
    task.name = QStringLiteral("task");
    task.skill = QStringLiteral("skill");
    task.slaMs = 1000 * limits::msPerSecond;
    task.state = state;
    task.createdAtMs = nowMs - 300'000;
    if (state == TaskState::Waiting || state == TaskState::Optional) {
        task.openNeeds = state == TaskState::Waiting ? 1 : 0;
        return task;
    }
    task.readyAtMs = task.slaStartedAtMs = nowMs - 200'000;
    setDue(task, WorkingTime::always(), task.slaStartedAtMs + task.slaMs);
    task.slaRun = 1;
    if (state == TaskState::Pending) {
        return task;
    }
    task.startedAtMs = nowMs - 100'000;
    task.leaseEpoch = 4;
    const bool hasWorker = state != TaskState::OnHold && state != TaskState::Skipped && state != TaskState::Cancelled;
    task.worker = hasWorker ? workerId("bot") : WorkerId();
    task.leaseExpiresAtMs = state == TaskState::InProgress ? nowMs + 60'000 : 0;
    task.pausedAtMs = state == TaskState::OnHold ? nowMs - 50'000 : 0;
    task.endedAtMs = isEnded(state) ? nowMs - 10'000 : 0;
    return task;
}

inline Actor supervisor() { return {QStringLiteral("boss"), Role::Supervisor, {}}; }

inline Actor clerk() { return {QStringLiteral("clerk"), Role::Clerk, {}}; } // a person's token

inline Actor speakingFor(const char *worker, Role role = Role::Worker)
{
    return {QStringLiteral("token of %1").arg(QLatin1StringView(worker)), role, workerId(worker)};
}

inline ActionContext as(const Actor &actor, const Worker *registered = nullptr)
{
    static const Activity openOne;
    ActionContext context{actor, nowMs, 0, registered, true};
    context.activity = &openOne;
    context.own = registered && registered->id == actor.worker ? registered : nullptr;
    return context;
}

// With whatever the action cannot do without.
inline ActionInput input(TaskAction action, const char *worker = nullptr)
{
    ActionInput input;
    input.action = action;
    input.worker = worker ? workerId(worker) : WorkerId();
    switch (action) {
    case TaskAction::Fail:
    case TaskAction::Hold:
    case TaskAction::Skip:
    case TaskAction::SendBack:
        input.reason = QStringLiteral("because");
        break;
    case TaskAction::Comment:
        input.text = QStringLiteral("note");
        break;
    default:
        break;
    }
    return input;
}

// The error's code and text, or "done".
inline QString outcome(const Result<Change> &result)
{
    if (result) {
        return result->changed ? QStringLiteral("done") : QStringLiteral("nothing changed");
    }
    const char *codes[] = {"Malformed", "Unauthenticated", "Forbidden", "NotFound",    "Conflict",
                           "TooLarge",  "Invalid",         "Busy",      "Unavailable", "Internal"};
    return QLatin1StringView(codes[int(result.error().code)]) + QStringLiteral(": ") + result.error().detail.english();
}

// Says the action and checks that a refusal left the task as it was, byte for byte.
inline QString say(Task &task, const ActionInput &input, const ActionContext &context)
{
    const Task before = task;
    const Result<Change> result = act(task, input, context);
    const bool touched = !(task == before);
    const bool accepted = result.ok() && result->changed;
    if (touched != accepted) {
        return QStringLiteral("the task and the answer disagree: ") + outcome(result);
    }
    return outcome(result);
}

} // namespace hmsact::domain::fixtures
