// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/transition.h"

#include "domain/permission.h"
#include "domain/review.h"
#include "domain/taking.h"
#include "domain/taskchange.h"
#include "domain/textrules.h"
#include "domain/undo.h"

#include <algorithm>
#include <limits>

namespace hmsact::domain {

namespace {

// Each applies one permitted action to a copy of the task; what it refuses still leaves the task itself
// untouched.
struct Action {
    Task task;
    const ActionInput &input;
    const ActionContext &context;
    WorkerId worker;
    const Worker *registered;
    const char *event = "";
    ReviewOutcome review = ReviewOutcome::None;
    bool lacksHuman = false;
    ReviewOutcome takenBack = ReviewOutcome::None;

    Status complete();
    void finish();
    void referToHuman();
    void fail();
    void heartbeat();
    void release();
    void optIn();
    void hold();
    void resume();
    void retry();
    Status reassign();
    Status approve();
    void sendBack();
    void undo();
    Status apply();
};

Status Action::complete()
{
    if (task.state == TaskState::Pending) {
        if (Status status = mayTake(task, worker, registered, context); !status) {
            return status;
        }
        const qint64 offeredAtMs = task.worker == worker ? task.readyAtMs : 0;
        lease(task, worker, 0, context.nowMs);
        task.oversight.hadSinceMs = offeredAtMs;
    }
    const bool byMachine = registered ? registered->kind != WorkerKind::Human : input.confidencePpm != noConfidence;
    if (task.oversight.forHumans && byMachine) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task “%1” is kept for humans: “%2” is a machine"),
                         {quoted(task.name), quoted(worker.value)});
    }
    task.leaseExpiresAtMs = 0;
    event = "task.completed";
    if (task.oversight.forHumans) {
        if (Status status = mayJudge(task, input.result); !status) {
            return status;
        }
        review = judge(task, input.result);
        finish();
        return Done{};
    }
    task.result = input.result.value_or(QJsonValue()); // one that was sent back is another's
    task.oversight.confidencePpm = input.confidencePpm;
    if (byMachine && isDoubtful(task, input.confidencePpm)) {
        task.oversight.proposedBy = worker;
        referToHuman();
    } else if (task.review == Review::Human) {
        task.oversight.proposedBy = worker;
        task.state = TaskState::InReview;
        event = "task.review_requested";
    } else {
        finish();
    }
    return Done{};
}

void Action::finish()
{
    task.state = TaskState::Completed;
    task.endedAtMs = context.nowMs;
}

void Action::referToHuman()
{
    event = refer(task, context);
    lacksHuman = domain::lacksHuman(task.state, task.review);
}

void Action::fail()
{
    task.reason = input.reason;
    if (input.abstains) {
        exclude(task, worker);
        if (!task.oversight.forHumans) { // a human leaves the machine's result to another human
            task.oversight.proposedBy = {};
            task.oversight.confidencePpm = noConfidence;
        }
        task.oversight.outcome = ReviewOutcome::Abstained;
        review = ReviewOutcome::Abstained;
        referToHuman();
        return;
    }
    attemptFailed(task, input.mayRetry, context.nowMs, context.random);
    event = task.state == TaskState::Failed ? "task.failed" : "task.attempt_failed";
}

void Action::heartbeat()
{
    const WorkerKind kind = registered ? registered->kind : WorkerKind::Bot;
    const qint64 leaseMs = input.leaseMs == 0 ? leaseMsFor(kind, *context.workerHours, context.nowMs) : input.leaseMs;
    task.leaseExpiresAtMs = std::max(task.leaseExpiresAtMs, context.nowMs + leaseMs);
    if (input.progressPercent) {
        task.oversight.progressPercent = *input.progressPercent;
        task.oversight.note = input.note;
    }
    event = "task.lease_extended";
}

void Action::release()
{
    if (!input.reason.isEmpty()) { // it cannot do it: that is no failed attempt, and it is not asked again
        task.reason = input.reason;
        exclude(task, worker);
    }
    task.worker = {};
    if (task.state == TaskState::InProgress) { // an offer that is turned down keeps its place
        task.leaseExpiresAtMs = 0;
        task.notBeforeMs = 0;
        becomePending(task, context.nowMs, context.terms());
    }
    event = "task.released";
}

void Action::optIn()
{
    if (task.openNeeds > 0) {
        task.state = TaskState::Waiting;
    } else {
        becomePending(task, context.nowMs, context.terms());
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
    endPause(task, context.nowMs, context.terms());
    task.reason.clear(); // why it was on hold
    becomePending(task, context.nowMs, context.terms());
    event = "task.resumed";
}

void Action::retry()
{
    beginAnew(task);
    task.worker = {};
    task.notBeforeMs = 0;
    task.excluded.clear();
    openToAll(task);
    forgetResult(task);
    becomePending(task, context.nowMs, context.terms());
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
    } else if (context.isAloneThere) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "%1 has it already, and nobody else in the pool “%2” could take it"),
                         {quoted(task.worker.value), quoted(input.pool)});
    }
    if (task.state == TaskState::Pending && !worker.isNull() && task.worker == worker) {
        return Done{}; // it is offered there already
    }
    exclude(task, task.worker);
    task.excluded.removeAll(worker.value); // chosen on purpose
    task.oversight.forHumans &= !registered || registered->kind == WorkerKind::Human;
    task.worker = worker;
    task.pool = input.pool;
    task.leaseExpiresAtMs = 0;
    task.notBeforeMs = 0;
    if (task.state == TaskState::Failed) {
        beginAnew(task);
    }
    const qint64 placeMs = task.state == TaskState::Pending ? task.rankAtMs : std::numeric_limits<qint64>::max();
    becomePending(task, context.nowMs, context.terms());
    task.rankAtMs = std::min(task.rankAtMs, placeMs); // what waits keeps its place
    event = "task.reassigned";
    return Done{};
}

Status Action::approve()
{
    if (Status status = mayJudge(task, input.result); !status) {
        return status;
    }
    review = judge(task, input.result);
    finish();
    event = "task.approved";
    return Done{};
}

void Action::sendBack()
{
    if (!registered || registered->kind != WorkerKind::Human) { // a person sees to it, any machine may take it again
        task.worker = {};
    }
    task.reason = input.reason;
    openToAll(task);
    task.oversight.outcome = ReviewOutcome::Rejected;
    review = ReviewOutcome::Rejected;
    becomePending(task, context.nowMs, context.terms());
    event = "task.sent_back";
}

void Action::undo()
{
    // Who is in no list and says it of oneself is a person at a console, who has time for it as other people have.
    const bool isPerson = registered ? registered->kind == WorkerKind::Human : worker.value == context.actor.name;
    const qint64 leaseMs = leaseMsFor(isPerson ? WorkerKind::Human : WorkerKind::Bot, *context.workerHours, context.nowMs);
    if (context.done) {
        if (task.state == TaskState::OnHold)
            resume(); // its clock goes on
        takeBack(task, *context.done, leaseMs, context.nowMs);
        event = "task.restored";
        return;
    }
    const qint64 sinceMs = hadSinceMs(task);
    const qint64 leftMs = context.completion ? context.completion->leaseEndMs - context.nowMs : 0;
    task.released = letGoOn(task) ? Released::No : task.released;
    task.endedAtMs = 0;
    takenBack = unsay(task, context.completion);
    lease(task, worker, std::max(leaseMs, leftMs), context.nowMs);
    task.oversight.hadSinceMs = sinceMs;
    event = "task.undone";
}

Status Action::apply()
{
    switch (input.action) {
    case TaskAction::Complete:
        return complete();
    case TaskAction::Reassign:
        return reassign();
    case TaskAction::Approve:
        return approve();
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
        endUndone(task, TaskState::Skipped, context.nowMs, context.terms());
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
    if (roleFor(input.action) != Role::Worker || action.worker.isNull()) {
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
    if (isHandedInAgain(task, input, context.actor)) {
        const qint64 token = input.leaseToken.value_or(task.leaseEpoch);
        return token == task.leaseEpoch ? Result<Change>(Change{false, {}, {}}) : staleLeaseToken(task, token);
    }
    if (Status status = permit(task, input, context); !status) {
        return status.error();
    }
    if (input.action == TaskAction::Complete && task.state != TaskState::Pending && task.state != TaskState::InProgress) {
        return Change{false, {}, {}}; // the same worker says it again
    }
    const WorkerId worker = context.done ? context.done->worker : workerConcerned(task, input, context.actor);
    Action action{task, input, context, worker, registeredWorker(task, input, context)};
    if (Status status = action.apply(); !status) {
        return status.error();
    }
    if (QLatin1StringView(action.event).isEmpty()) {
        return Change{false, {}, {}};
    }
    const bool touchesState = input.action != TaskAction::Heartbeat && input.action != TaskAction::Comment;
    Change change =
        changed(QLatin1StringView(action.event), task, action.task, touchesState ? Naming::State : Naming::OnlyWhatDiffers);
    describe(change.detail, action);
    change.review = action.review;
    change.lacksHuman = action.lacksHuman;
    change.takenBack = action.takenBack;
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
