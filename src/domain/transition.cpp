// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/transition.h"

#include "domain/permission.h"
#include "domain/slaclock.h"
#include "domain/taskchange.h"
#include "domain/textrules.h"

namespace hmsact::domain {

namespace {

void lease(Task &task, const WorkerId &worker, qint64 leaseMs, qint64 nowMs)
{
    task.state = TaskState::InProgress;
    task.worker = worker;
    ++task.leaseEpoch;
    task.leaseExpiresAtMs = nowMs + leaseMs;
    task.startedAtMs = task.startedAtMs == 0 ? nowMs : task.startedAtMs;
}

// Each applies one permitted action to a copy of the task; what it refuses still leaves the task itself
// untouched.
struct Action {
    Task task;
    const ActionInput &input;
    const ActionContext &context;
    WorkerId worker;
    const Worker *registered;
    const char *event = "";

    Status complete();
    Status mayTake() const;
    void fail();
    void heartbeat();
    void release();
    void optIn();
    void hold();
    void resume();
    void retry();
    Status reassign();
    void approve();
    void sendBack();
    void undo();
    Status apply();
};

// An implicit reserve needs what a reserve needs.
Status Action::mayTake() const
{
    const QString pointer = QStringLiteral("/worker_id");
    const QString name = quoted(worker.value);
    if (context.actor.actsForAnyone()) {
        return Done{};
    }
    if (!registered) {
        return invalidField(pointer, QT_TRANSLATE_NOOP("Error", "there is no worker “%1”"), {name});
    }
    if (!task.worker.isNull() && task.worker != worker) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task “%1” is PENDING: it is kept for worker “%2”"),
                         {quoted(task.name), quoted(task.worker.value)});
    }
    if (!task.pool.isEmpty() && !registered->pools.contains(task.pool)) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is PENDING: it is kept for the pool “%2”"),
                         {quoted(task.name), quoted(task.pool)});
    }
    if (!registered->skills.contains(task.skill)) {
        return invalidField(pointer, QT_TRANSLATE_NOOP("Error", "worker “%1” does not have the skill “%2”"),
                            {name, quoted(task.skill)});
    }
    return Done{};
}

Status Action::complete()
{
    if (task.state == TaskState::Pending) {
        if (Status status = mayTake(); !status) {
            return status;
        }
        lease(task, worker, 0, context.nowMs);
    }
    task.leaseExpiresAtMs = 0;
    if (input.result) {
        task.result = *input.result;
    }
    if (task.review == Review::Human) {
        task.state = TaskState::InReview;
        event = "task.review_requested";
    } else {
        task.state = TaskState::Completed;
        task.endedAtMs = context.nowMs;
        event = "task.completed";
    }
    return Done{};
}

void Action::fail()
{
    task.reason = input.reason;
    attemptFailed(task, input.mayRetry, context.nowMs, context.random);
    event = task.state == TaskState::Failed ? "task.failed" : "task.attempt_failed";
}

void Action::heartbeat()
{
    const WorkerKind kind = registered ? registered->kind : WorkerKind::Bot;
    const qint64 leaseMs = input.leaseMs == 0 ? leaseDefaultMs(kind) : input.leaseMs;
    task.leaseExpiresAtMs = std::max(task.leaseExpiresAtMs, context.nowMs + leaseMs);
    event = "task.lease_extended";
}

void Action::release()
{
    task.worker = {};
    task.leaseExpiresAtMs = 0;
    becomePending(task, context.nowMs, *context.hours);
    event = "task.released";
}

void Action::optIn()
{
    if (task.openNeeds > 0) {
        task.state = TaskState::Waiting;
    } else {
        becomePending(task, context.nowMs, *context.hours);
    }
    event = "task.opted_in";
}

void Action::hold()
{
    if (context.actor.worker != task.worker) { // who holds one's own task gets it back
        task.worker = {};
    }
    task.leaseExpiresAtMs = 0;
    task.pausedAtMs = context.nowMs;
    task.reason = input.reason;
    task.state = TaskState::OnHold;
    event = "task.held";
}

void Action::resume()
{
    setDue(task, *context.hours, dueAfterPause(*context.hours, task.dueAtMs, {task.pausedAtMs, context.nowMs}));
    task.pausedAtMs = 0;
    becomePending(task, context.nowMs, *context.hours);
    event = "task.resumed";
}

void Action::retry()
{
    task.worker = {};
    task.attempt = 1;
    task.notBeforeMs = 0;
    task.excluded.clear();
    task.endedAtMs = 0;
    becomePending(task, context.nowMs, *context.hours);
    event = "task.retried";
}

Status Action::reassign()
{
    if (input.pool.isEmpty()) {
        if (!registered) {
            return invalidField(QStringLiteral("/worker_id"), QT_TRANSLATE_NOOP("Error", "there is no worker “%1”"),
                                {quoted(worker.value)});
        }
        if (!registered->skills.contains(task.skill)) {
            return invalidField(QStringLiteral("/worker_id"),
                                QT_TRANSLATE_NOOP("Error", "worker “%1” does not have the skill “%2”"),
                                {quoted(worker.value), quoted(task.skill)});
        }
    } else if (!context.poolExists) {
        return invalidField(QStringLiteral("/pool"), QT_TRANSLATE_NOOP("Error", "no worker is in the pool “%1”"),
                            {quoted(input.pool)});
    }
    if (!task.worker.isNull() && !task.excluded.contains(task.worker.value)) {
        task.excluded.append(task.worker.value);
    }
    task.excluded.removeAll(worker.value); // chosen on purpose
    task.worker = worker;
    task.pool = input.pool;
    task.leaseExpiresAtMs = 0;
    task.notBeforeMs = 0;
    if (task.state == TaskState::Failed) {
        task.attempt = 1;
        task.endedAtMs = 0;
    }
    becomePending(task, context.nowMs, *context.hours);
    event = "task.reassigned";
    return Done{};
}

void Action::approve()
{
    if (input.result) {
        task.result = *input.result;
    }
    task.state = TaskState::Completed;
    task.endedAtMs = context.nowMs;
    event = "task.approved";
}

void Action::sendBack()
{
    if (!registered || registered->kind != WorkerKind::Human) { // a person sees to it, any machine may take it again
        task.worker = {};
    }
    task.reason = input.reason;
    becomePending(task, context.nowMs, *context.hours);
    event = "task.sent_back";
}

void Action::undo()
{
    task.released = false;
    task.endedAtMs = 0;
    task.result = {};
    lease(task, worker, leaseDefaultMs(registered ? registered->kind : WorkerKind::Bot), context.nowMs);
    event = "task.undone";
}

Status Action::apply()
{
    switch (input.action) {
    case TaskAction::Complete:
        return complete();
    case TaskAction::Reassign:
        return reassign();
    case TaskAction::Fail:
        fail();
        break;
    case TaskAction::Heartbeat:
        heartbeat();
        break;
    case TaskAction::Release:
        release();
        break;
    case TaskAction::OptIn:
        optIn();
        break;
    case TaskAction::Decline:
    case TaskAction::Skip:
        task.reason = input.reason;
        endUndone(task, TaskState::Skipped, context.nowMs);
        event = input.action == TaskAction::Skip ? "task.skipped" : "task.declined";
        break;
    case TaskAction::Hold:
        hold();
        break;
    case TaskAction::Resume:
        resume();
        break;
    case TaskAction::Retry:
        retry();
        break;
    case TaskAction::Approve:
        approve();
        break;
    case TaskAction::SendBack:
        sendBack();
        break;
    case TaskAction::Comment:
        event = "task.commented";
        break;
    case TaskAction::Undo:
        undo();
        break;
    }
    return Done{};
}

// What was said with the action, for the record.
void describe(JsonWriter &detail, const Action &action)
{
    const ActionInput &input = action.input;
    const Actor &actor = action.context.actor;
    if (!input.reason.isEmpty()) {
        detail.text(QLatin1StringView("reason"), input.reason);
    }
    if (!input.text.isEmpty()) {
        detail.text(QLatin1StringView("text"), input.text);
    }
    if (roleFor(input.action) != Role::Worker) {
        return;
    }
    detail.text(QLatin1StringView("worker_id"), action.worker.value);
    if (actor.worker != action.worker) {
        detail.text(QLatin1StringView("on_behalf_of"), action.worker.value);
    }
    if (!action.registered) {
        detail.boolean(QLatin1StringView("registered"), false);
    }
}

} // namespace

Result<Change> act(Task &task, const ActionInput &input, const ActionContext &context)
{
    if (Status status = permit(task, input, context); !status) {
        return status.error();
    }
    if (input.action == TaskAction::Complete && task.state != TaskState::Pending && task.state != TaskState::InProgress) {
        return Change{false, {}, {}}; // the same worker says it again
    }
    Action action{task, input, context, workerConcerned(task, input, context.actor), registeredWorker(task, input, context)};
    if (Status status = action.apply(); !status) {
        return status.error();
    }
    const bool touchesState = input.action != TaskAction::Heartbeat && input.action != TaskAction::Comment;
    Change change =
        changed(QLatin1StringView(action.event), task, action.task, touchesState ? Naming::State : Naming::OnlyWhatDiffers);
    describe(change.detail, action);
    task = std::move(action.task);
    return change;
}

Change reserve(Task &task, const WorkerId &worker, qint64 leaseMs, qint64 nowMs)
{
    Q_ASSERT(task.state == TaskState::Pending);
    const Task before = task;
    lease(task, worker, leaseMs, nowMs);
    return changed(QLatin1StringView("task.reserved"), before, task);
}

} // namespace hmsact::domain
