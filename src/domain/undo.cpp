// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/undo.h"

#include "domain/taskchange.h"
#include "domain/textrules.h"

namespace hmsact::domain {

namespace {

bool isUntouched(const Task &successor)
{
    switch (successor.state) {
    case TaskState::Waiting:
    case TaskState::Optional:
    case TaskState::Skipped:
    case TaskState::Cancelled:
        return true;
    case TaskState::Pending:
        return successor.startedAtMs == 0;
    default:
        return false;
    }
}

} // namespace

Status mayUndo(const Task &task, const ActionContext &context)
{
    Q_ASSERT(context.activity);
    const QString name = quoted(task.name);
    if (task.review == Review::Human) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is COMPLETED: a person has approved it, that is not undone"),
                         {name});
    }
    if (context.nowMs > task.endedAtMs + limits::undoMs) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is COMPLETED for more than %2 minutes: too late to undo it"),
                         {name, QString::number(limits::undoMs / limits::msPerMinute)});
    }
    if (context.activity->state != ActivityState::Open && context.activity->state != ActivityState::Completed) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2 already"),
                         {context.activity->id.toString(), toString(context.activity->state)});
    }
    for (const Task *successor : context.successors) {
        if (!isUntouched(*successor)) {
            return makeError(ErrorCode::Conflict,
                             QT_TRANSLATE_NOOP("Error", "task “%1” cannot be undone: “%2”, which waited for it, is %3"),
                             {name, quoted(successor->name), toString(successor->state)});
        }
    }
    return Done{};
}

Change needUnmet(Task &successor)
{
    const Task before = successor;
    ++successor.openNeeds;
    if (successor.state != TaskState::Pending) {
        ++successor.version;
        return {false, {}, {}};
    }
    successor.state = TaskState::Waiting;
    successor.worker = {};
    successor.notBeforeMs = 0;
    successor.readyAtMs = 0;
    successor.slaStartedAtMs = 0;
    successor.dueAtMs = successor.dueSoonAtMs = successor.atRiskAtMs = 0;
    successor.breachedAtMs = 0;
    successor.rankAtMs = 0;
    return changed(QLatin1StringView("task.taken_back"), before, successor);
}

std::optional<Change> reopen(Activity &activity)
{
    if (activity.state != ActivityState::Completed) {
        return {};
    }
    const auto said = [](ActivityState state) {
        return JsonWriter().word(QLatin1StringView("state"), toString(state));
    };
    Change change{true, QLatin1StringView("activity.reopened"), {}};
    change.detail.object(QLatin1StringView("before"), said(activity.state))
        .object(QLatin1StringView("after"), said(ActivityState::Open));
    activity.state = ActivityState::Open;
    activity.endedAtMs = 0;
    return change;
}

} // namespace hmsact::domain
