// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalator.h"

#include "domain/channel.h"
#include "domain/obstacle.h"

#include <QJsonArray>

namespace hmsact::engine {

using namespace domain;
using namespace Qt::StringLiterals;

Escalator::Escalator(store::Database &database, Workspace &workspace, RuleBook &rules, WorkerDirectory &workers)
    : m_workspace(workspace), m_store(database), m_alerts(database), m_rules(rules), m_workers(workers),
      m_dispatcher(database, workspace, workers)
{
}

void Escalator::begin()
{
    for (const Occurrence &occurrence : m_workspace.takeOccurrences())
        begin(occurrence);
}

bool Escalator::nobodyHasTheSkill(const Task &task) const
{
    return !m_workers.anotherCanTake(task, {}); // nobody is left out
}

void Escalator::begin(Occurrence occurrence)
{
    if (!m_rules.wants(occurrence.when))
        return;
    m_rules.asked(occurrence.when, m_workspace.nowMs());
    const Activity *activity = m_workspace.activity(occurrence.activity);
    const Task *task = occurrence.task.isNull() ? nullptr : m_workspace.task({{}, {}, occurrence.task});
    if (!activity)
        return;
    if (occurrence.when == Trigger::NoEligibleWorker) {
        if (!nobodyHasTheSkill(*task))
            return;
        occurrence.cycle = task->readyAtMs; // alerts come each time that somebody lets it go, steps once for all its waiting
    }
    for (Escalation &escalation :
         begun(m_rules.all(), occurrence, *activity, task, m_workspace.nowMs(), m_workspace.hoursOf(*activity))) {
        escalation.id = m_workspace.ids().next(m_workspace.nowMs());
        if (!m_store.begin(escalation)) // it is followed already
            moveAlong(escalation);
        m_workspace.noteTimer(escalation.nextAtMs);
    }
}

void Escalator::moveAlong(Escalation &anew)
{
    if (anew.alert.value == 0 && !isWarning(m_rules.find(anew.rule)->when))
        return;
    std::optional<Escalation> known = m_store.same(anew);
    if (known && known->alert.value == 0 && anew.alert.value != 0) { // the alert came after what it is about
        known->alert = anew.alert;
        m_store.update(*known);
    }
    const WorkingTime &hours = m_workspace.hoursOf(*m_workspace.activity(anew.activity));
    if (!known || !domain::moveAlong(*m_rules.find(anew.rule), *known, anew, hours))
        return;
    if (const std::optional<Alert> alert = m_alerts.byId(known->alert)) // what was put off stays so
        known->nextAtMs = std::max(known->nextAtMs, alert->snoozedUntilMs);
    m_store.update(*known);
    anew.nextAtMs = known->nextAtMs;
}

int Escalator::fireDue(int limit)
{
    std::vector<qint64> ids;
    std::vector<qint64> tasks;
    std::vector<qint64> activities;
    for (const Escalation &found : m_store.due(m_workspace.nowMs(), limit)) {
        ids.push_back(found.id);
        activities.push_back(found.activity.value);
        if (!found.task.isNull())
            tasks.push_back(found.task.value);
    }
    if (ids.empty())
        return 0;
    m_workspace.readAhead(tasks, activities);
    // Meanwhile another core may have fired it: only now it is ours.
    for (Escalation &escalation : m_store.byIds(ids)) {
        if (escalation.state == EscalationState::Running && escalation.nextAtMs <= m_workspace.nowMs())
            fire(escalation);
    }
    m_workspace.flush();
    begin();
    m_workspace.flush();
    return int(ids.size());
}

void Escalator::fire(Escalation &escalation)
{
    const Rule *rule = m_rules.find(escalation.rule);
    Activity *activity = m_workspace.activity(escalation.activity);
    Task *task = escalation.task.isNull() ? nullptr : m_workspace.task({{}, {}, escalation.task});
    if (!rule || !rule->enabled || !activity || isSolved(*rule, escalation, *activity, task)) {
        escalation.state = EscalationState::Over;
        return m_store.update(escalation);
    }
    const qint64 nowMs = m_workspace.nowMs();
    const WorkingTime &hours = m_workspace.hoursOf(*activity);
    m_rules.asked(rule->when, nowMs);
    if (postpone(*rule, escalation, *activity, task, nowMs, hours)) {
        m_workspace.noteTimer(escalation.nextAtMs);
        return m_store.update(escalation);
    }
    const qint64 dueAtMs = escalation.nextAtMs;
    const QJsonObject values = valuesOf(*rule, escalation, *activity, task);
    const DueStep due = takeDueStep(*rule, escalation, nowMs, hours);
    const RuleStep &step = rule->steps[size_t(due.index)];
    const int repeat = escalation.repeats;
    QJsonObject outcome{{u"then"_s, QString(toString(step.then))}};
    const bool isClaimed = task && task->state == TaskState::InProgress;
    if (due.isOvertaken) {
        outcome.insert(u"passed_over"_s, u"overtaken"_s);
    } else if (step.only != StepFor::Any && isClaimed != (step.only == StepFor::Claimed)) {
        outcome.insert(u"passed_over"_s, isClaimed ? u"claimed"_s : u"unclaimed"_s);
    } else if (isShadow(*rule, nowMs)) {
        pretend(*rule, step, escalation, *activity, task, outcome);
    } else {
        carryOut(*rule, step, escalation, *activity, task, outcome);
        reopen(*rule, escalation);
        tell(*rule, step, escalation, task, nowMs - dueAtMs > limits::escalationLateMs);
        outcome.insert(u"told"_s, QJsonArray::fromStringList(step.notify));
        record(*rule, due.index, dueAtMs, *activity, task, outcome);
    }
    m_store.fired(escalation,
                  {escalation.activity, escalation.task, {}, due.index, repeat, nowMs, rule->version, outcome, values});
    m_store.update(escalation);
}

// What the trigger says now, before the step changes it.
QJsonObject Escalator::valuesOf(const Rule &rule, const Escalation &escalation, const Activity &activity, const Task *task)
{
    QJsonObject values = domain::valuesOf(rule, escalation, escalation.nextAtMs, activity, task, m_workspace.nowMs(),
                                          m_workspace.hoursOf(activity));
    if (rule.when == Trigger::QueueDepth)
        values.insert(u"depth"_s, m_workspace.tasks().waitingIn(queuesOf(rule), limits::queueDepthMax));
    return values;
}

// As a shadow does: it only says what it would do.
void Escalator::pretend(const Rule &rule, const RuleStep &step, Escalation &escalation, const Activity &activity,
                        const Task *task, QJsonObject &outcome)
{
    outcome.insert(u"would"_s, true);
    outcome.insert(u"told"_s, QJsonArray::fromStringList(step.notify));
    const auto hours = [this](const QString &calendar) -> const WorkingTime & {
        return m_workspace.hoursOf(calendar);
    };
    if (step.then != RuleAction::Reassign || m_workers.anyBackup(*task, step.to, hours, m_workspace.nowMs()))
        return;
    outcome.insert(u"worker_id"_s, QJsonValue());
    skipToNext(rule, escalation, m_workspace.nowMs(), m_workspace.hoursOf(activity));
}

void Escalator::carryOut(const Rule &rule, const RuleStep &step, Escalation &escalation, Activity &activity, Task *task,
                         QJsonObject &outcome)
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
        if (!escalation.reassigns)
            outcome.insert(u"left_to_another_rule"_s, true);
        else if (!reassign(rule, step.to, activity, *task, outcome))
            skipToNext(rule, escalation, m_workspace.nowMs(), m_workspace.hoursOf(activity));
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

// What the present state does not allow is not done, and said in the outcome.
bool Escalator::act(Activity &activity, Task &task, const ActionInput &input, QJsonObject &outcome)
{
    ActionContext context;
    context.actor = Actor::engine();
    context.nowMs = m_workspace.nowMs();
    context.random = m_workspace.random();
    context.worker = m_workers.find(workerConcerned(task, input, context.actor));
    context.poolExists = !input.pool.isEmpty() && m_workers.poolExists(input.pool);
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

bool Escalator::reassign(const Rule &rule, const QString &to, Activity &activity, Task &task, QJsonObject &outcome)
{
    ActionInput input;
    input.action = TaskAction::Reassign;
    Dispatcher::Choice choice = m_dispatcher.backup(task, to);
    if (!choice.worker) {
        nobody(activity, task, outcome);
        return false;
    }
    const Worker worker = *choice.worker; // what follows may read the workers again
    input.worker = worker.id;
    if (!act(activity, task, input, outcome))
        return true;
    outcome.insert(u"worker_id"_s, input.worker.value);
    if (rule.restartSla) {
        const Task before = task;
        m_workspace.changed(task, before,
                            restartSla(task, m_workspace.nowMs(), m_workspace.termsOf(*m_workspace.activity(task.activity))),
                            Actor::engine());
    }
    m_dispatcher.offered(task, worker, std::move(choice.reasons));
    return true;
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

// It was acknowledged and forgotten: the alert is everybody's again, and what is told of it still holds.
void Escalator::reopen(const Rule &rule, const Escalation &escalation)
{
    if (rule.acknowledgedForMs == 0 || escalation.alert.value == 0)
        return;
    std::optional<Alert> alert = m_alerts.byId(escalation.alert);
    if (!alert || alert->acknowledgedAtMs == 0)
        return;
    alert->acknowledgedAtMs = 0;
    alert->acknowledgedBy.clear();
    m_alerts.acknowledge(alert->id, 0, {});
    m_workspace.changed(*alert, QLatin1StringView("alert.reopened"), Actor::engine());
}

// Nothing that is told later could still be of use.
static bool isOver(const Activity &activity, const Task *task)
{
    using enum TaskState;
    return activity.state != ActivityState::Open
        || (task && (task->state == Completed || task->state == Skipped || task->state == Cancelled));
}

void Escalator::tell(const Rule &rule, const RuleStep &step, Escalation &escalation, const Task *task, bool isLate)
{
    const auto isInbox = [](const QString &address) {
        return channelOf(address) == Channel::Console;
    };
    if (escalation.alert.value == 0 && std::ranges::any_of(step.notify, isInbox))
        escalation.alert = m_workspace.raise(
            {rule.when, escalation.activity, escalation.task, escalation.cycle, escalation.triggeredAtMs, {}});
    const Activity *activity = m_workspace.activity(escalation.activity);
    for (const QString &address : step.notify) {
        Notification message;
        message.kind = NotificationKind::Escalation;
        message.address = address;
        message.facts = {{u"rule"_s, rule.name}, {u"reason"_s, QString(toString(rule.when))}};
        if (const QString language = m_workers.languageAt(address); !language.isEmpty())
            message.facts.insert(u"language"_s, language);
        if (task) {
            message.facts.insert(u"task"_s, task->name);
            message.facts.insert(u"due_at_ms"_s, task->dueAtMs);
            message.facts.insert(u"worker_id"_s, task->worker.value);
        }
        message.activity = escalation.activity;
        message.task = escalation.task;
        message.alert = escalation.alert;
        if (!isSolved(rule, escalation, *activity, task)) { // by this very step
            message.cause = rule.when;
            message.escalation = escalation.id;
        }
        message.standing = isOver(*activity, task);
        message.digestMs = isLate ? std::max(rule.digestMs, limits::escalationLateDigestMs) : rule.digestMs;
        m_workspace.send(std::move(message));
    }
}

void Escalator::record(const Rule &rule, int step, qint64 dueAtMs, Activity &activity, Task *task,
                       const QJsonObject &outcome)
{
    Change change{true, QLatin1StringView(task ? "task.escalated" : "activity.escalated"), {}};
    change.detail.text("rule"_L1, rule.name).number("rule_version"_L1, rule.version);
    change.detail.number("step"_L1, step + 1).word("then"_L1, toString(rule.steps[size_t(step)].then));
    change.detail.time("step_due_at"_L1, dueAtMs);
    if (const QString worker = outcome.value(u"worker_id"_s).toString(); !worker.isEmpty())
        change.detail.text("worker_id"_L1, worker);
    if (const QJsonValue obstacle = outcome.value(u"not_possible"_s); obstacle.isObject())
        change.detail.value("not_possible"_L1, obstacle);
    if (!task)
        return m_workspace.changed(activity, change, Actor::engine());
    const Task before = *task;
    ++task->version;
    m_workspace.changed(*task, before, change, Actor::engine());
}

// Those that are there because of what the alert says. Who has seen a warning has not said who is to do the task.
std::vector<Escalation> Escalator::following(const Alert &alert)
{
    std::vector<Escalation> found = m_store.ofActivity(alert.activity);
    std::erase_if(found, [&](const Escalation &escalation) {
        const Rule *rule = m_rules.find(escalation.rule);
        return escalation.task != alert.task || (rule && toString(rule->when) != alert.kind);
    });
    return found;
}

void Escalator::acknowledge(const Alert &alert)
{
    const Activity &activity = *m_workspace.activity(alert.activity);
    const Task *task = alert.task.isNull() ? nullptr : m_workspace.task({{}, {}, alert.task});
    for (Escalation &escalation : following(alert)) {
        const Rule *rule = m_rules.find(escalation.rule);
        if (!heedsAcknowledgement(rule, escalation) || (rule && isSolved(*rule, escalation, activity, task)))
            continue;
        domain::acknowledge(rule, escalation, m_workspace.nowMs(), m_workspace.hoursOf(activity));
        m_workspace.noteTimer(escalation.nextAtMs);
        m_store.update(escalation);
    }
}

void Escalator::snooze(const Alert &alert)
{
    const WorkingTime &hours = m_workspace.hoursOf(*m_workspace.activity(alert.activity));
    for (Escalation &escalation : following(alert)) {
        if (escalation.state != EscalationState::Running)
            continue;
        domain::snooze(m_rules.find(escalation.rule), escalation, alert.snoozedUntilMs, hours);
        m_store.update(escalation);
    }
}

} // namespace hmsact::engine
