// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/permission.h"

#include "domain/review.h"
#include "domain/textrules.h"
#include "domain/undo.h"

#include <initializer_list>

namespace hmsact::domain {

namespace {

bool isSaidByAWorker(TaskAction action) { return roleFor(action) == Role::Worker; }

Status checkInput(const ActionInput &input, const WorkerId &worker)
{
    const auto pointer = [](const char *name) {
        return QString::fromLatin1(name);
    };
    FieldErrors errors;
    switch (input.action) {
    case TaskAction::Fail:
    case TaskAction::Hold:
    case TaskAction::Skip:
    case TaskAction::SendBack:
        checkProse(errors, pointer("/reason"), input.reason, limits::reasonMax, Emptiness::Refused);
        break;
    case TaskAction::Decline:
    case TaskAction::Release:
        checkProse(errors, pointer("/reason"), input.reason, limits::reasonMax, Emptiness::Allowed);
        break;
    case TaskAction::Comment:
        checkProse(errors, pointer("/text"), input.text, limits::commentMax, Emptiness::Refused);
        break;
    case TaskAction::Complete:
        if (input.confidencePpm != noConfidence) {
            checkRange(errors, pointer("/confidence"), input.confidencePpm, 0, certainPpm);
        }
        break;
    case TaskAction::Heartbeat:
        checkProse(errors, pointer("/note"), input.note, limits::noteMax, Emptiness::Allowed);
        checkRange(errors, pointer("/progress"), input.progressPercent.value_or(0), 0, 100);
        if (!input.note.isEmpty() && !input.progressPercent) {
            errors.add(pointer("/note"), QT_TRANSLATE_NOOP("Error", "goes with a progress"));
        }
        if (input.leaseMs != 0) {
            checkRange(errors, pointer("/lease_s"), input.leaseMs / limits::msPerSecond,
                       limits::leaseMinMs / limits::msPerSecond, limits::leaseMaxMs / limits::msPerSecond);
        }
        break;
    case TaskAction::Reassign:
        if (input.worker.isNull() == input.pool.isEmpty()) {
            errors.add(pointer("/worker_id"), QT_TRANSLATE_NOOP("Error", "name either a worker or a pool"));
        }
        break;
    default:
        break;
    }
    if (isSaidByAWorker(input.action) && worker.isNull()) {
        errors.add(pointer("/worker_id"), QT_TRANSLATE_NOOP("Error", "name the worker"));
    }
    return errors.isEmpty() ? Status(Done{}) : Status(errors.error());
}

Error forbidden(const char *key, QStringList args) { return makeError(ErrorCode::Forbidden, key, std::move(args)); }

Error isNoPerson(const WorkerId &worker, const Worker *registered)
{
    const char *key = registered
        ? QT_TRANSLATE_NOOP("Error", "worker “%1” is a machine and may not approve")
        : QT_TRANSLATE_NOOP("Error", "worker “%1” is not registered as a person and may not approve");
    return forbidden(key, {quoted(worker.value)});
}

Status checkRole(const Task &task, const ActionInput &input, const ActionContext &context, const WorkerId &worker)
{
    const Actor &actor = context.actor;
    const QString action = toString(input.action);
    if (actor.role < roleFor(input.action)) {
        return forbidden(QT_TRANSLATE_NOOP("Error", "“%1” takes the role %2; this is a %3"),
                         {action, toString(roleFor(input.action)), toString(actor.role)});
    }
    const bool isOnBehalf = input.action == TaskAction::Approve && !worker.isNull();
    if (isSaidByAWorker(input.action) || isOnBehalf) {
        if (Status status = permitActingFor(worker, actor); !status) {
            return status;
        }
    }
    const WorkerId &who = isOnBehalf ? worker : actor.worker;
    const bool isOwn = !who.isNull() && who == task.worker;
    const bool concernsHolder = input.action == TaskAction::Hold || input.action == TaskAction::Resume
        || input.action == TaskAction::Reassign; // who has a task may hand it over
    if (concernsHolder && !isOwn && !actor.actsForAnyone()) {
        return forbidden(QT_TRANSLATE_NOOP("Error", "“%1” of a task that is not one’s own takes a supervisor"), {action});
    }
    const bool judges = input.action == TaskAction::Approve || input.action == TaskAction::SendBack;
    if (judges && isOwn && !actor.actsForAnyone()) {
        return forbidden(QT_TRANSLATE_NOOP("Error", "worker “%1” did this task and may not judge it"),
                         {quoted(actor.worker.value)});
    }
    const Worker *registered = registeredWorker(task, input, context);
    const bool isSetAside = input.action == TaskAction::SendBack || input.action == TaskAction::Skip
        || input.action == TaskAction::Reassign; // or it would be given to one that may
    const bool isVerdict = input.action == TaskAction::Approve || (isSetAside && awaitsHuman(task))
        || (input.action == TaskAction::Complete && task.oversight.forHumans && isOpen(task.state))
        || (input.action == TaskAction::Undo && context.completion && context.completion->wasForHumans);
    if (isVerdict && !isPersons(actor, context.own)) {
        return isNoPerson(actor.worker, context.own);
    }
    const bool isMachines = input.action == TaskAction::Approve && registered && registered->kind != WorkerKind::Human;
    return isMachines ? Status(isNoPerson(registered->id, registered)) : Status(Done{});
}

bool isAllowedFrom(TaskAction action, TaskState state)
{
    const auto in = [state](std::initializer_list<TaskState> allowed) {
        return std::find(allowed.begin(), allowed.end(), state) != allowed.end();
    };
    using enum TaskState;
    switch (action) {
    case TaskAction::Complete:
        return in({Pending, InProgress, InReview, Completed}); // the last two: when said again
    case TaskAction::Fail:
    case TaskAction::Heartbeat:
        return state == InProgress;
    case TaskAction::Release:
        return in({Pending, InProgress});
    case TaskAction::OptIn:
    case TaskAction::Decline:
        return state == Optional;
    case TaskAction::Hold:
        return in({Pending, InProgress});
    case TaskAction::Resume:
        return state == OnHold;
    case TaskAction::Retry:
        return state == Failed;
    case TaskAction::Skip:
        return isOpen(state) || state == Failed;
    case TaskAction::Reassign:
        return in({Pending, InProgress, Failed});
    case TaskAction::Approve:
    case TaskAction::SendBack:
        return state == InReview;
    case TaskAction::Comment:
        return true;
    case TaskAction::Undo:
        return state == Completed;
    }
    return false;
}

// One sentence for each, or no language but English could say it.
const char *refusalOf(TaskAction action)
{
    switch (action) {
    case TaskAction::Complete:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be completed");
    case TaskAction::Fail:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be given up as failed");
    case TaskAction::Heartbeat:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and has no lease to extend");
    case TaskAction::Release:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be given back");
    case TaskAction::OptIn:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be opted in to");
    case TaskAction::Decline:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be declined");
    case TaskAction::Hold:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be put on hold");
    case TaskAction::Resume:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be resumed");
    case TaskAction::Retry:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be tried again");
    case TaskAction::Skip:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be skipped");
    case TaskAction::Reassign:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be reassigned");
    case TaskAction::Approve:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be approved");
    case TaskAction::SendBack:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be sent back");
    case TaskAction::Undo:
        return QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be taken back");
    case TaskAction::Comment:
        break; // always possible
    }
    return QT_TRANSLATE_NOOP("Error", "task “%1” is %2");
}

Status checkState(const Task &task, const ActionInput &input, const WorkerId &worker)
{
    const bool isOfAnOffer = input.action == TaskAction::Release && task.state == TaskState::Pending;
    if (!isAllowedFrom(input.action, task.state) || (isOfAnOffer && task.worker != worker)) {
        return makeError(ErrorCode::Conflict, refusalOf(input.action), {quoted(task.name), toString(task.state)});
    }
    if (!isSaidByAWorker(input.action) || task.state == TaskState::Pending || task.worker == worker) {
        return Done{};
    }
    const char *key = task.state == TaskState::InProgress
        ? QT_TRANSLATE_NOOP("Error", "task “%1” is IN_PROGRESS: worker “%2” holds it")
        : QT_TRANSLATE_NOOP("Error", "task “%1” is %3: worker “%2” completed it");
    return makeError(ErrorCode::Conflict, key, {quoted(task.name), quoted(task.worker.value), toString(task.state)});
}

} // namespace

Error staleLeaseToken(const Task &task, qint64 token)
{
    const char *key = token == task.leaseEpoch
        ? QT_TRANSLATE_NOOP("Error", "stale lease token %1: task “%2” is %3 and has no lease now")
        : QT_TRANSLATE_NOOP("Error", "stale lease token %1: task “%2” is %3, its last lease was %4");
    return makeError(ErrorCode::Conflict, key,
                     {QString::number(token), quoted(task.name), toString(task.state), QString::number(task.leaseEpoch)});
}

Status checkLeaseToken(const Task &task, std::optional<qint64> token)
{
    const bool hasLease =
        task.state == TaskState::InProgress || task.state == TaskState::InReview || task.state == TaskState::Completed;
    if (!token || (hasLease && *token == task.leaseEpoch)) {
        return Done{};
    }
    return staleLeaseToken(task, *token);
}

const Worker *registeredWorker(const Task &task, const ActionInput &input, const ActionContext &context)
{
    const WorkerId wanted = context.done ? context.done->worker : workerConcerned(task, input, context.actor);
    return context.worker && !wanted.isNull() && context.worker->id == wanted ? context.worker : nullptr;
}

bool isPersons(const Actor &actor, const Worker *own)
{
    return actor.worker.isNull() || (own && own->kind == WorkerKind::Human);
}

Status permitKind(const Worker &saved, const Worker *before, const Actor &actor, const Worker *own)
{
    const bool isMadeAPerson = saved.kind == WorkerKind::Human && (!before || before->kind != WorkerKind::Human);
    if (!isMadeAPerson || isPersons(actor, own)) {
        return Done{};
    }
    return forbidden(QT_TRANSLATE_NOOP("Error", "only a person says that “%1” is one; “%2” is not registered as one"),
                     {quoted(saved.id.value), quoted(actor.worker.value)});
}

Status permitActingFor(const WorkerId &worker, const Actor &actor)
{
    if (actor.mayActFor(worker)) {
        return Done{};
    }
    const char *key = actor.worker.isNull()
        ? QT_TRANSLATE_NOOP("Error", "“%1” speaks for no worker; it takes a token of “%2”, or a supervisor’s")
        : QT_TRANSLATE_NOOP("Error", "“%1” may not act for worker “%2”");
    return forbidden(key, {actor.name, quoted(worker.value)});
}

Status permit(const SaveWorker &command, const Actor &actor)
{
    const WorkerSpec &spec = command.spec;
    const bool isOwn = command.mustExist && spec.id && !actor.worker.isNull() && *spec.id == actor.worker;
    const bool isAboutBeingThere = !spec.name && !spec.kind && !spec.skills && !spec.channel && !spec.pools && !spec.capacity
        && !spec.calendar && !spec.leave && !spec.returnMs;
    if (actor.role >= Role::Supervisor || (actor.role >= Role::Worker && isOwn && isAboutBeingThere)) {
        return Done{};
    }
    if (isOwn) {
        return forbidden(QT_TRANSLATE_NOOP("Error", "“%1” may say of itself only whether it is available, and its language"),
                         {quoted(actor.worker.value)});
    }
    return forbidden(QT_TRANSLATE_NOOP("Error", "This needs the role %1; this token has %2"),
                     {toString(Role::Supervisor), toString(actor.role)});
}

Status permit(const Task &task, const ActionInput &input, const ActionContext &context)
{
    if (input.action == TaskAction::Undo && context.done) {
        return mayTakeBack(task, input, context);
    }
    const WorkerId worker = workerConcerned(task, input, context.actor);
    if (Status status = checkInput(input, worker); !status) {
        return status;
    }
    if (Status status = checkRole(task, input, context, worker); !status) {
        return status;
    }
    if (Status status = checkLeaseToken(task, input.leaseToken); !status) {
        return status;
    }
    if (Status status = checkState(task, input, worker); !status) {
        return status;
    }
    return input.action == TaskAction::Undo ? mayUndo(task, context) : Status(Done{});
}

} // namespace hmsact::domain
