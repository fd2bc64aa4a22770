// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/undo.h"

#include "domain/needs.h"
#include "domain/permission.h"
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

bool letGoOn(const Task &task) { return task.released == Released::Yes && isMet(task.state, task.onFailure); }

static Status nobodyHasBuiltOn(const Task &task, const ActionContext &context)
{
    Q_ASSERT(context.activity);
    if (context.activity->state != ActivityState::Open && context.activity->state != ActivityState::Completed) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2 already"),
                         {context.activity->id.toString(), toString(context.activity->state)});
    }
    for (const Task *successor : context.successors) {
        if (letGoOn(task) && !isUntouched(*successor)) {
            return makeError(ErrorCode::Conflict,
                             QT_TRANSLATE_NOOP("Error", "task “%1” cannot be undone: “%2”, which waited for it, is %3"),
                             {quoted(task.name), quoted(successor->name), toString(successor->state)});
        }
    }
    return Done{};
}

// Where the record of it is too far back, what a person has said of a machine's work is taken for an approval.
static bool isApproved(const Task &task, const ActionContext &context)
{
    using enum ReviewOutcome;
    const ReviewOutcome outcome = task.oversight.outcome;
    const bool isJudged = outcome == Approved || outcome == Corrected || outcome == Abstained;
    return task.review == Review::Human || (context.completion ? context.completion->isApproval : isJudged);
}

Status mayUndo(const Task &task, const ActionContext &context)
{
    const QString name = quoted(task.name);
    if (isApproved(task, context)) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is COMPLETED: a person has approved it, that is not undone"),
                         {name});
    }
    if (context.nowMs > task.endedAtMs + limits::undoMs) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is COMPLETED for more than %2 minutes: too late to undo it"),
                         {name, QString::number(limits::undoMs / limits::msPerMinute)});
    }
    return nobodyHasBuiltOn(task, context);
}

Status mayTakeBack(const Task &task, const ActionInput &input, const ActionContext &context)
{
    const Undoable &done = *context.done;
    const Actor &actor = context.actor;
    const bool isChoice = done.deed == Deed::OptedIn || done.deed == Deed::Declined;
    const bool hadIt = !isChoice && !done.worker.isNull() && actor.worker == done.worker;
    const bool isNamed = input.worker.isNull() || actor.mayActFor(input.worker);
    if (actor.role < roleFor(input.action) || !isNamed || !(actor.actsForAnyone() || hadIt || actor.name == done.actor)) {
        return makeError(
            ErrorCode::Forbidden,
            QT_TRANSLATE_NOOP("Error", "only “%1”, who did that to task “%2”, or a supervisor takes it back"),
            {quoted(hadIt || isChoice || done.worker.isNull() ? done.actor : done.worker.value), quoted(task.name)});
    }
    if (input.leaseToken && *input.leaseToken != task.leaseEpoch) {
        return staleLeaseToken(task, *input.leaseToken);
    }
    if (context.nowMs > done.atMs + limits::undoMs) {
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "task “%1” is %2 for more than %3 minutes: too late to take that back"),
                         {quoted(task.name), toString(task.state), QString::number(limits::undoMs / limits::msPerMinute)});
    }
    return nobodyHasBuiltOn(task, context);
}

// Under the same lease, which ends as it would have, or in a moment; or offered, as it was.
static void takeTimeBack(Task &task, const Undoable &done, qint64 nowMs)
{
    if (done.before == TaskState::InProgress) {
        const qint64 endMs = done.leaseEndMs > 0 ? done.leaseEndMs : task.leaseExpiresAtMs;
        task.leaseExpiresAtMs = std::max(endMs, nowMs + limits::leaseMinMs);
        return;
    }
    task.state = TaskState::Pending;
    task.leaseExpiresAtMs = 0;
    task.startedAtMs = task.leaseEpoch == 1 ? 0 : task.startedAtMs;
}

void takeBack(Task &task, const Undoable &done, qint64 leaseMs, qint64 nowMs)
{
    if (done.deed == Deed::MoreTime) {
        return takeTimeBack(task, done, nowMs);
    }
    task.released = letGoOn(task) ? Released::No : task.released;
    task.reason.clear();
    task.endedAtMs = 0;
    task.notBeforeMs = 0;
    if (done.deed == Deed::OptedIn || done.deed == Deed::Declined) {
        task.pool.clear();
        becomeUnready(task, TaskState::Optional);
        return;
    }
    task.excluded.removeAll(done.worker.value);
    task.pool = done.pool.isNull() ? task.pool : done.pool; // null: nothing has changed it
    task.attempt = done.attempt > 0 ? done.attempt : task.attempt;
    task.oversight.forHumans = done.forHumans.value_or(task.oversight.forHumans);
    if (done.before == TaskState::InProgress) {
        const qint64 sinceMs = hadSinceMs(task);
        lease(task, done.worker, std::max(leaseMs, done.leaseEndMs - nowMs), nowMs);
        task.oversight.hadSinceMs = sinceMs;
    } else {
        task.worker = done.worker; // it was only offered
    }
}

Change needUnmet(Task &successor)
{
    const Task before = successor;
    ++successor.openNeeds;
    if (successor.state != TaskState::Pending) {
        ++successor.version;
        return {false, {}, {}};
    }
    becomeUnready(successor, TaskState::Waiting);
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
