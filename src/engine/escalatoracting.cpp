// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/obstacle.h"
#include "engine/escalator.h"

#include <QJsonArray>

// What a step does, but for telling.
namespace hmsact::engine {

using namespace domain;
using namespace Qt::StringLiterals;

// As a shadow does: it only says what it would do.
void Escalator::pretend(const RuleStep &step, const Task *task, QJsonObject &outcome)
{
    outcome.insert(u"would"_s, true);
    outcome.insert(u"told"_s, QJsonArray::fromStringList(step.notify));
    const auto hours = [this](const QString &calendar) -> const WorkingTime & {
        return m_workspace.hoursOf(calendar);
    };
    if (step.then != RuleAction::Reassign || m_workers.backup(*task, step.to, hours, m_workspace.nowMs()))
        return;
    outcome.insert(u"worker_id"_s, QJsonValue());
}

void Escalator::carryOut(const Rule &rule, const RuleStep &step, const Escalation &escalation, Activity &activity,
                         Task *task, QJsonObject &outcome)
{
    ActionInput input;
    input.reason = rule.name;
    switch (step.then) {
    case RuleAction::Notify:
        return;
    case RuleAction::Cancel:
        if (const Result<Change> change = end(activity, EndKind::Cancel, rule.name, Actor::engine(), m_workspace.nowMs()))
            m_workspace.end(activity, *change, rule.name, Actor::engine());
        return;
    case RuleAction::Reassign:
        if (!escalation.reassigns && anotherReassigns(escalation))
            outcome.insert(u"left_to_another_rule"_s, true);
        else
            reassign(rule, step.to, activity, *task, outcome);
        return;
    case RuleAction::RaisePriority: {
        const Task before = *task;
        const Change change = raisePriority(*task, step.to.isEmpty() ? 9 : step.to.toInt());
        if (!change.changed)
            outcome.insert(u"not_possible"_s, obstacleTo(step.then, *task));
        return m_workspace.changed(*task, before, change, Actor::engine());
    }
    case RuleAction::Hold:
        input.action = TaskAction::Hold;
        break;
    case RuleAction::Skip:
        input.action = TaskAction::Skip;
        break;
    case RuleAction::Fail:
        input.action = TaskAction::Fail;
        input.mayRetry = false;
        break;
    }
    act(activity, *task, input, outcome);
}

// The others that follow the same run of the same trigger.
std::vector<Escalation> Escalator::ofTheSame(const Escalation &escalation)
{
    const Trigger when = m_rules.find(escalation.rule)->when;
    std::vector<Escalation> found = m_store.about(escalation.activity, escalation.task);
    std::erase_if(found, [&](const Escalation &other) {
        const Rule *rule = m_rules.find(other.rule);
        return other.id == escalation.id || other.cycle != escalation.cycle || !rule || !rule->enabled || rule->when != when;
    });
    return found;
}

// What the rule follows is over, but was not when this step was due: another rule has ended it since. What it owes people goes
// out.
bool Escalator::isOwed(const Escalation &escalation, const Activity &activity, const Task *task)
{
    const auto endedBefore = [&](qint64 endedAtMs) {
        return endedAtMs != 0 && endedAtMs < escalation.nextAtMs;
    };
    if (endedBefore(activity.endedAtMs) || (task && endedBefore(task->endedAtMs)))
        return false;
    const std::vector<Escalation> others = ofTheSame(escalation);
    return std::ranges::any_of(others,
                               [&](const Escalation &other) { return m_store.hasFired(other.id, escalation.nextAtMs); });
}

// Which rule does was decided when the trigger was met; meanwhile that one may be gone, switched off or changed, or its step
// was for others than the task has.
bool Escalator::anotherReassigns(const Escalation &escalation)
{
    const std::vector<Escalation> others = ofTheSame(escalation);
    return std::ranges::any_of(others, [&](const Escalation &other) {
        const Rule &rule = *m_rules.find(other.rule);
        return other.reassigns && !isShadow(rule, m_workspace.nowMs())
            && (hasReassignAhead(rule, other) || m_store.hasReassigned(other.id));
    });
}

// The rule that was to reassign has passed over its last step that does. Who left it to that rule does it now: else nobody
// would.
void Escalator::letAnotherReassign(const Escalation &escalation, qint64 dueAtMs, Activity &activity, Task &task,
                                   QJsonObject &outcome)
{
    if (m_store.hasReassigned(escalation.id))
        return;
    std::vector<const Rule *> left;
    for (const Escalation &other : ofTheSame(escalation)) {
        const Rule *rule = m_rules.find(other.rule);
        if (other.state != EscalationState::Acknowledged && !hasReassignAhead(*rule, other)
            && !isShadow(*rule, m_workspace.nowMs()))
            left.push_back(rule);
    }
    const Rule *rule = whichReassigns(left);
    if (!rule)
        return;
    const auto isOne = [&](const RuleStep &step) {
        const bool isClaimed = task.state == TaskState::InProgress;
        return step.then == RuleAction::Reassign
            && (step.only == StepFor::Any || isClaimed == (step.only == StepFor::Claimed));
    };
    const auto step = std::ranges::find_if(rule->steps, isOne);
    if (step == rule->steps.end())
        return;
    QJsonObject done{{u"then"_s, QString(toString(step->then))}};
    reassign(*rule, step->to, activity, task, done);
    outcome.insert(u"handed_to"_s, rule->name);
    record(*rule, int(step - rule->steps.begin()), dueAtMs, activity, &task, done);
}

// What the present state does not allow is not done, and said in the outcome.
bool Escalator::act(Activity &activity, Task &task, const ActionInput &input, QJsonObject &outcome)
{
    ActionContext context;
    context.actor = Actor::engine();
    context.nowMs = m_workspace.nowMs();
    context.random = m_workspace.random();
    context.worker = m_workers.find(workerConcerned(task, input, context.actor));
    context.poolExists = !input.pool.isEmpty() && m_workers.poolExists(input.pool);
    context.hours = &m_workspace.hoursOf(activity);
    context.thresholds = activity.thresholds;
    const Task before = task;
    const Result<Change> change = domain::act(task, input, context);
    if (!change) {
        const RuleAction then = ruleActionFrom(outcome.value(u"then"_s).toString()).value_or(RuleAction::Notify);
        outcome.insert(u"not_possible"_s, obstacleTo(then, task));
        return false;
    }
    m_workspace.changed(task, before, *change, context.actor);
    m_workspace.settle(activity);
    return true;
}

void Escalator::reassign(const Rule &rule, const QString &to, Activity &activity, Task &task, QJsonObject &outcome)
{
    ActionInput input;
    input.action = TaskAction::Reassign;
    Dispatcher::Choice choice = m_dispatcher.backup(task, to);
    if (!choice.worker)
        return nobody(activity, task, outcome);
    const Worker worker = *choice.worker; // what follows may read the workers again
    input.worker = worker.id;
    if (rule.restartSla)
        m_workspace.noteBreach(task); // the timers may not have come to it
    if (!act(activity, task, input, outcome))
        return;
    outcome.insert(u"worker_id"_s, input.worker.value);
    if (rule.restartSla) {
        const Task before = task;
        m_workspace.changed(task, before,
                            restartSla(task, m_workspace.nowMs(), m_workspace.termsOf(*m_workspace.activity(task.activity))),
                            Actor::engine());
    }
    m_dispatcher.offered(task, worker, std::move(choice.reasons));
}

// Nobody to give it to: whoever comes may have it, and people are told at once.
void Escalator::nobody(Activity &activity, Task &task, QJsonObject &outcome)
{
    outcome.insert(u"worker_id"_s, QJsonValue());
    if (task.state == TaskState::InProgress) {
        ActionInput release;
        release.action = TaskAction::Release;
        act(activity, task, release, outcome);
    }
    m_workspace.happened({Trigger::NoEligibleWorker, activity.id, task.id, task.readyAtMs, m_workspace.nowMs(), {}});
}

} // namespace hmsact::engine
