// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/taking.h"

#include "domain/textrules.h"

namespace hmsact::domain {

// A person's hands may be fuller than was thought; a machine's room is what somebody has measured.
static Status isThere(const Task &task, const Worker &worker, const ActionContext &context)
{
    const QString name = quoted(worker.id.value);
    if (!worker.available || leaveAt(worker, context.nowMs)) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "worker “%1” is away and takes no work"), {name});
    }
    if (task.excluded.contains(worker.id.value) && context.anotherCould) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is PENDING: “%2” had it before, and others can do it"),
                         {quoted(task.name), name});
    }
    if (worker.kind != WorkerKind::Human && context.held + task.cost > worker.capacity) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "worker “%1” is at capacity: it holds %2 of %3, and task “%4” takes %5"),
                         {name, QString::number(context.held), QString::number(worker.capacity), quoted(task.name),
                          QString::number(task.cost)});
    }
    return Done{};
}

Status mayTake(const Task &task, const WorkerId &worker, const Worker *registered, const ActionContext &context)
{
    const QString pointer = QStringLiteral("/worker_id");
    const QString name = quoted(worker.value);
    const bool isMachineItself = context.own && context.own->kind != WorkerKind::Human;
    if (context.actor.actsForAnyone() && !isMachineItself) {
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
    if (task.worker.isNull() && registered->skills.value(task.skill) < task.wishes.levelMin) {
        return invalidField(pointer, QT_TRANSLATE_NOOP("Error", "task “%1” takes the skill “%2” at level %3"),
                            {quoted(task.name), quoted(task.skill), QString::number(task.wishes.levelMin)});
    }
    return isThere(task, *registered, context);
}

} // namespace hmsact::domain
