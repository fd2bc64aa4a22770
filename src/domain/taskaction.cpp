// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/enumtext.h"
#include "domain/transition.h"

namespace hmsact::domain {

namespace {

constexpr auto taskActions =
    enumTexts<TaskAction>("complete", "fail", "heartbeat", "release", "opt-in", "decline", "hold", "resume", "retry", "skip",
                          "reassign", "approve", "send-back", "comment", "undo");

} // namespace

QString toString(TaskAction value) { return taskActions.text(value); }

std::optional<TaskAction> taskActionFrom(QStringView text) { return taskActions.value(text); }

Role roleFor(TaskAction action)
{
    switch (action) {
    case TaskAction::Complete:
    case TaskAction::Fail:
    case TaskAction::Heartbeat:
    case TaskAction::Release:
    case TaskAction::Undo:
        return Role::Worker;
    case TaskAction::OptIn:
    case TaskAction::Decline:
    case TaskAction::Hold:
    case TaskAction::Resume:
    case TaskAction::Approve:
    case TaskAction::SendBack:
    case TaskAction::Comment:
    case TaskAction::Reassign:
        return Role::Clerk;
    case TaskAction::Retry:
    case TaskAction::Skip:
        return Role::Supervisor;
    }
    return Role::Admin;
}

WorkerId workerConcerned(const Task &task, const ActionInput &input, const Actor &actor)
{
    switch (input.action) {
    case TaskAction::Fail:
    case TaskAction::Heartbeat:
    case TaskAction::Release:
    case TaskAction::Undo:
        if (input.worker.isNull() && actor.worker.isNull() && actor.actsForAnyone()) {
            return task.worker;
        }
        [[fallthrough]];
    case TaskAction::Complete:
        return input.worker.isNull() ? actor.worker : input.worker;
    case TaskAction::Reassign:
        return input.worker;
    case TaskAction::Approve:
        return input.worker.isNull() ? actor.worker : input.worker;
    case TaskAction::SendBack:
        return task.worker;
    default:
        return {};
    }
}

} // namespace hmsact::domain
