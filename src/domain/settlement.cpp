// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textrules.h"
#include "domain/transition.h"

// How an activity follows from its tasks.
namespace hmsact::domain {

namespace {

void count(Activity &activity, TaskState state, OnFailure onFailure, int by)
{
    if (state == TaskState::Optional) {
        activity.optionalCount += by;
    } else if (isOpen(state)) {
        activity.openCount += by;
    } else if (state == TaskState::Failed && onFailure == OnFailure::Block) {
        activity.blockedCount += by;
    }
}

Change ended(Activity &activity, ActivityState state, QLatin1StringView event, qint64 nowMs)
{
    const auto said = [](ActivityState one) {
        return JsonWriter().word(QLatin1StringView("state"), toString(one));
    };
    Change change{true, event, {}};
    change.detail.object(QLatin1StringView("before"), said(activity.state)).object(QLatin1StringView("after"), said(state));
    activity.state = state;
    activity.endedAtMs = nowMs;
    return change;
}

} // namespace

void account(Activity &activity, const std::optional<TaskState> &before, OnFailure onFailure, TaskState after)
{
    if (before) {
        count(activity, *before, onFailure, -1);
    } else {
        ++activity.taskCount;
    }
    count(activity, after, onFailure, 1);
}

std::optional<Change> settle(Activity &activity, qint64 nowMs)
{
    const bool done =
        activity.taskCount > 0 && activity.openCount == 0 && activity.optionalCount == 0 && activity.blockedCount == 0;
    if (activity.state != ActivityState::Open || !done) {
        return {};
    }
    return ended(activity, ActivityState::Completed, QLatin1StringView("activity.completed"), nowMs);
}

Result<Change> end(Activity &activity, EndKind kind, const QString &reason, const Actor &actor, qint64 nowMs)
{
    const bool isCancel = kind == EndKind::Cancel;
    FieldErrors errors;
    checkProse(errors, QStringLiteral("/reason"), reason, limits::reasonMax, Emptiness::Refused);
    if (!errors.isEmpty()) {
        return errors.error();
    }
    if (!actor.actsForAnyone()) {
        return makeError(ErrorCode::Forbidden,
                         QT_TRANSLATE_NOOP("Error", "ending an activity takes the role %1; this is a %2"),
                         {toString(Role::Supervisor), toString(actor.role)});
    }
    if (activity.state != ActivityState::Open) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2 already"),
                         {activity.id.toString(), toString(activity.state)});
    }
    if (!isCancel && activity.blockedCount == 0) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "activity %1 is OPEN and no failed task blocks it: cancel it instead"),
                         {activity.id.toString()});
    }
    Change change = isCancel ? ended(activity, ActivityState::Cancelled, QLatin1StringView("activity.cancelled"), nowMs)
                             : ended(activity, ActivityState::Failed, QLatin1StringView("activity.failed"), nowMs);
    activity.reason = reason;
    change.detail.text(QLatin1StringView("reason"), reason);
    return change;
}

} // namespace hmsact::domain
