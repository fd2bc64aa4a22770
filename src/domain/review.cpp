// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/review.h"

#include "domain/taskchange.h"

namespace hmsact::domain {

bool mayRefer(const Task &task, const ActionInput &input)
{
    return (input.action == TaskAction::Fail && input.abstains)
        || (input.action == TaskAction::Complete && task.oversight.floorPpm > 0);
}

bool isDoubtful(const Task &task, int confidencePpm)
{
    return task.oversight.floorPpm > 0 && confidencePpm < task.oversight.floorPpm;
}

const char *refer(Task &task, const ActionContext &context)
{
    task.leaseExpiresAtMs = 0;
    if (!context.humanCanTake) {
        task.state = TaskState::InReview;
        return "task.review_requested";
    }
    task.worker = {};
    task.pool = task.oversight.pool;
    task.oversight.forHumans = true;
    becomePending(task, context.nowMs, context.terms());
    return "task.referred";
}

bool isHandedInAgain(const Task &task, const ActionInput &input, const Actor &actor)
{
    const WorkerId worker = workerConcerned(task, input, actor);
    return input.action == TaskAction::Complete && task.state == TaskState::Pending && task.oversight.forHumans
        && !worker.isNull() && task.oversight.proposedBy == worker && actor.mayActFor(worker);
}

Status mayJudge(const Task &task, const std::optional<QJsonValue> &result)
{
    if (!lacksResult(task.oversight) || (result && !result->isNull())) {
        return Done{};
    }
    return invalidField(QStringLiteral("/result"),
                        QT_TRANSLATE_NOOP("Error", "the worker abstained: there is no result to approve, give one"));
}

ReviewOutcome judge(Task &task, const std::optional<QJsonValue> &result)
{
    const bool isOther = result && *result != task.result;
    if (result) {
        task.result = *result;
    }
    task.oversight.forHumans = false;
    if (lacksResult(task.oversight)) {
        return ReviewOutcome::None;
    }
    task.oversight.outcome = isOther ? ReviewOutcome::Corrected : ReviewOutcome::Approved;
    return task.oversight.outcome;
}

ReviewOutcome unsay(Task &task, const std::optional<Completion> &said)
{
    if (!said || !said->wasForHumans) {
        forgetResult(task);
        return ReviewOutcome::None;
    }
    task.oversight.forHumans = true;
    const ReviewOutcome counted = said->outcome ? task.oversight.outcome : ReviewOutcome::None;
    task.oversight.outcome = said->outcome.value_or(task.oversight.outcome);
    task.result = hasProposal(task.oversight) ? said->result.value_or(task.result) : QJsonValue();
    return counted;
}

void openToAll(Task &task)
{
    if (task.oversight.forHumans) { // the pool was that of the humans
        task.oversight.forHumans = false;
        task.pool.clear();
    }
}

void forgetResult(Task &task)
{
    task.result = {};
    task.oversight.proposedBy = {};
    task.oversight.confidencePpm = noConfidence;
}

bool awaitsHuman(const Task &task)
{
    return task.state == TaskState::InReview || (task.oversight.forHumans && isOpen(task.state));
}

} // namespace hmsact::domain
