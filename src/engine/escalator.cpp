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
    : m_workspace(workspace), m_store(database), m_alerts(database), m_queues(database), m_messages(database),
      m_assignments(database), m_rules(rules), m_workers(workers), m_dispatcher(database, workspace, workers)
{
}

void Escalator::begin()
{
    for (const Occurrence &occurrence : m_workspace.takeOccurrences())
        begin(occurrence);
}

void Escalator::begin(Occurrence occurrence)
{
    if (!m_rules.wants(occurrence.when))
        return;
    m_rules.asked(occurrence.when, m_workspace.nowMs());
    m_workspace.flush(); // what steps go by, alerts among it
    const Activity *activity = m_workspace.activity(occurrence.activity);
    const Task *task = occurrence.task.isNull() ? nullptr : m_workspace.task({{}, {}, occurrence.task});
    if (!activity)
        return;
    const bool isRaisedWithIt = occurrence.alert.value != 0 && occurrence.when != Trigger::NoEligibleWorker;
    if (occurrence.when == Trigger::NoEligibleWorker) {
        if (isSomebodyThere(*task, occurrence.isKept ? task->worker : WorkerId()))
            return; // nobody is left out
        if (const std::optional<Alert> told = m_alerts.about(occurrence)) // before
            occurrence.alert = told->id;
        occurrence.cycle = task->readyAtMs; // alerts come each time that somebody lets it go, steps once for all its waiting
    }
    const qint64 clockSinceMs = task ? task->slaStartedAtMs : activity->createdAtMs;
    const bool isNew = occurrence.cycle == m_workspace.nowMs() || clockSinceMs == m_workspace.nowMs();
    const bool isFirst = isRaisedWithIt || isNew; // nobody follows it yet
    for (Escalation &escalation :
         begun(m_rules.all(), occurrence, *activity, task, m_workspace.nowMs(), m_workspace.hoursOf(*activity))) {
        if (follow(escalation) && !isFirst)
            joinOthers(escalation);
    }
}

// `keeper` has not reacted to the offer, and has it only because nobody else is there.
bool Escalator::isSomebodyThere(const Task &task, const WorkerId &keeper)
{
    const qint64 nowMs = m_workspace.nowMs();
    return lacksHuman(task.state, task.review) ? m_workers.humanCanTake(task, task.worker, nowMs)
                                               : m_workers.anotherCanTake(task, keeper, nowMs);
}

// Who had the offer already when there was nobody.
WorkerId Escalator::keeperOf(const Task &task, qint64 sinceMs)
{
    const auto offer = task.worker.isNull() ? std::nullopt : m_assignments.last(task.id);
    return offer && offer->worker == task.worker && offer->madeAtMs <= sinceMs ? task.worker : WorkerId();
}

bool Escalator::follow(Escalation &escalation)
{
    escalation.id = m_workspace.ids().next(m_workspace.nowMs());
    const bool isNew = !escalation.isOfBefore && m_store.begin(escalation);
    if (!isNew) // it is followed already
        moveAlong(escalation);
    m_workspace.noteTimer(escalation.nextAtMs);
    return isNew;
}

void Escalator::moveAlong(Escalation &anew)
{
    std::optional<Escalation> known = m_store.same(anew);
    if (!known)
        return;
    const Rule &rule = *m_rules.find(anew.rule);
    const bool isToldOf = known->alert.value == 0 && anew.alert.value != 0; // the alert came after what it is about
    if (isToldOf)
        known->alert = anew.alert;
    const Activity &activity = *m_workspace.activity(anew.activity);
    const Task *task = anew.task.isNull() ? nullptr : m_workspace.task({{}, {}, anew.task});
    const bool isOffered = task && task->state == TaskState::Pending && !task->worker.isNull();
    const bool isKept = rule.when == Trigger::NoEligibleWorker && isOffered;
    if (isKept && known->state == EscalationState::Running && keeperOf(*task, known->triggeredAtMs).isNull())
        known->state = EscalationState::Over; // who keeps the offer came later: till now somebody was there
    const bool isMoved = domain::moveAlong(rule, *known, anew, m_workspace.hoursOf(activity));
    if (replan(rule, *known) || isMoved)
        stayPutOff(rule, *known);
    else if (!isToldOf)
        return;
    m_store.update(*known);
    anew.nextAtMs = known->nextAtMs;
}

bool Escalator::replan(const Rule &rule, Escalation &escalation)
{
    if (escalation.ruleVersion == rule.version)
        return false;
    const Activity &activity = *m_workspace.activity(escalation.activity);
    const Task *task = escalation.task.isNull() ? nullptr : m_workspace.task({{}, {}, escalation.task});
    const std::optional<Alert> alert = m_alerts.byId(escalation.alert);
    return domain::replan(rule, escalation, activity, task, alert && alert->acknowledgedAtMs != 0,
                          m_workspace.hoursOf(activity));
}

// Whenever it is planned anew: what a person has snoozed, or has acknowledged for a while, waits for the end of that; what a
// person has acknowledged for good stays so.
void Escalator::stayPutOff(const Rule &rule, Escalation &escalation)
{
    const std::optional<Alert> alert = escalation.alert.value == 0 ? std::nullopt : m_alerts.byId(escalation.alert);
    if (!alert)
        return;
    const bool isSomebodys = alert->acknowledgedAtMs != 0 && rule.acknowledgedForMs == 0;
    if (isSomebodys && alert->acknowledgedBy != Actor::engine().name)
        escalation.state = EscalationState::Acknowledged;
    qint64 untilMs = alert->snoozedUntilMs;
    if (alert->acknowledgedAtMs != 0 && rule.acknowledgedForMs > 0) {
        const WorkingTime &hours = m_workspace.hoursOf(*m_workspace.activity(escalation.activity));
        untilMs = hours.after(alert->acknowledgedAtMs, rule.acknowledgedForMs).value_or(untilMs);
    }
    escalation.nextAtMs = std::max(escalation.nextAtMs, untilMs);
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

// What a message says. The task of too many that wait is only the first of them.
static QJsonObject factsOf(const Rule &rule, const Activity &activity, const Task *task, const QJsonObject &values)
{
    QJsonObject facts{{u"rule"_s, rule.name}, {u"reason"_s, QString(toString(rule.when))}};
    if (rule.when == Trigger::QueueDepth) {
        facts.insert(u"skill"_s, rule.scope.skill);
        facts.insert(u"depth"_s, values.value(u"depth"_s));
    } else if (task) {
        facts.insert(u"task"_s, task->name);
        facts.insert(u"due_at_ms"_s, task->dueAtMs);
        facts.insert(u"worker_id"_s, task->worker.value);
    } else {
        facts.insert(u"due_at_ms"_s, activity.dueAtMs);
    }
    return facts;
}

void Escalator::fire(Escalation &escalation)
{
    const Rule *rule = m_rules.find(escalation.rule);
    Activity *activity = m_workspace.activity(escalation.activity);
    Task *task = escalation.task.isNull() ? nullptr : m_workspace.task({{}, {}, escalation.task});
    const bool isInForce = rule && rule->enabled && activity;
    const bool isOver = isInForce && isSolved(*rule, escalation, *activity, task);
    const bool isAboutNobody = isInForce && !isOver && rule->when == Trigger::NoEligibleWorker;
    if (!isInForce || (isOver && !isOwed(escalation, *activity, task))
        || (isAboutNobody && isSomebodyThere(*task, keeperOf(*task, escalation.triggeredAtMs)))) {
        escalation.state = EscalationState::Over;
        return m_store.update(escalation);
    }
    const qint64 nowMs = m_workspace.nowMs();
    const WorkingTime &hours = m_workspace.hoursOf(*activity);
    m_rules.asked(rule->when, nowMs);
    if (replan(*rule, escalation)) {
        stayPutOff(*rule, escalation);
        if (escalation.state != EscalationState::Running || escalation.nextAtMs > nowMs) {
            m_workspace.noteTimer(escalation.nextAtMs);
            return m_store.update(escalation);
        }
    }
    if (postpone(*rule, escalation, *activity, task, nowMs, hours)) {
        m_workspace.noteTimer(escalation.nextAtMs);
        return m_store.update(escalation);
    }
    const qint64 dueAtMs = escalation.nextAtMs;
    m_workspace.matching().noteDue(dueAtMs, nowMs);
    const QJsonObject values = valuesOf(*rule, escalation, *activity, task);
    const DueStep due = takeDueStep(*rule, escalation, nowMs, hours);
    const RuleStep &step = rule->steps[size_t(due.index)];
    const int repeat = escalation.repeats;
    QJsonObject outcome{{u"then"_s, QString(toString(step.then))}};
    const bool isClaimed = task && task->state == TaskState::InProgress;
    if (!isShadow(*rule, nowMs))
        reopen(*rule, step, escalation);
    const bool isForOthers = step.only != StepFor::Any && isClaimed != (step.only == StepFor::Claimed);
    if (due.isOvertaken || isForOthers) {
        outcome.insert(u"passed_over"_s, due.isOvertaken ? u"overtaken"_s : isClaimed ? u"claimed"_s : u"unclaimed"_s);
        const bool wasToReassign = step.then == RuleAction::Reassign && escalation.reassigns && !isShadow(*rule, nowMs);
        if (wasToReassign && !hasReassignAhead(*rule, escalation))
            letAnotherReassign(escalation, dueAtMs, *activity, *task, outcome);
    } else if (isShadow(*rule, nowMs)) {
        pretend(step, task, outcome);
    } else {
        if (!isOver)
            carryOut(*rule, step, escalation, *activity, task, outcome);
        else if (step.then != RuleAction::Notify)
            outcome.insert(u"not_possible"_s, obstacleOfBeingOver());
        tell(*rule, step, escalation, task, factsOf(*rule, *activity, task, values),
             nowMs - dueAtMs > limits::escalationLateMs);
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
        values.insert(u"depth"_s, m_queues.count(rule.scope, limits::queueDepthMax));
    return values;
}

// It was acknowledged and forgotten: the alert is everybody's again, and what is told of it still holds, also what was held
// back.
void Escalator::reopen(const Rule &rule, const RuleStep &step, const Escalation &escalation)
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
    m_messages.bringBack(alert->activity, step.notify);
    for (Escalation &other : following(*alert)) { // nobody has it any more: nor do the steps of other rules wait
        if (other.id == escalation.id || other.state != EscalationState::Acknowledged)
            continue;
        other.state = EscalationState::Running;
        m_workspace.noteTimer(std::max(other.nextAtMs, m_workspace.nowMs()));
        m_store.update(other);
    }
}

// Nothing that is told later could still be of use.
static bool isOver(const Activity &activity, const Task *task)
{
    using enum TaskState;
    return activity.state != ActivityState::Open
        || (task && (task->state == Completed || task->state == Skipped || task->state == Cancelled));
}

static Occurrence whatItFollows(const Rule &rule, const Escalation &escalation)
{
    return {rule.when, escalation.activity, escalation.task, escalation.cycle, escalation.triggeredAtMs, {}};
}

// What is not written yet is of another rule that has fired just now. 0: there is none.
AlertId Escalator::knownAlertFor(const Rule &rule, const Escalation &escalation)
{
    if (const std::optional<Alert> known = m_alerts.about(whatItFollows(rule, escalation)))
        return known->id;
    const std::vector<Escalation> others = ofTheSame(escalation);
    const auto raised = std::ranges::find_if(others, [](const Escalation &other) { return other.alert.value != 0; });
    return raised == others.end() ? AlertId() : raised->alert;
}

AlertId Escalator::alertFor(const Rule &rule, const Escalation &escalation)
{
    const AlertId known = knownAlertFor(rule, escalation);
    return known.value != 0 ? known : m_workspace.raise(whatItFollows(rule, escalation));
}

void Escalator::tell(const Rule &rule, const RuleStep &step, Escalation &escalation, const Task *task,
                     const QJsonObject &facts, bool isLate)
{
    const auto isInbox = [](const QString &address) {
        return channelOf(address) == Channel::Console;
    };
    if (escalation.alert.value == 0 && std::ranges::any_of(step.notify, isInbox))
        escalation.alert = alertFor(rule, escalation);
    const Activity *activity = m_workspace.activity(escalation.activity);
    for (const QString &address : step.notify) {
        Notification message;
        message.kind = NotificationKind::Escalation;
        message.address = address;
        message.facts = facts;
        if (const QString language = m_workers.languageAt(address); !language.isEmpty())
            message.facts.insert(u"language"_s, language);
        const QString own = m_workers.calendarAt(address);
        if (const QString zone = m_workspace.hoursOf(own.isEmpty() ? activity->calendar : own).timeZone(); !zone.isEmpty())
            message.facts.insert(u"time_zone"_s, zone);
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

// Those that are there because of what the alert says, or said before. Who has seen a warning has not said who is to do the
// task, and nobody has seen what came later.
std::vector<Escalation> Escalator::following(const Alert &alert)
{
    std::vector<Escalation> found = m_store.about(alert.activity, alert.task);
    std::erase_if(found, [&](const Escalation &escalation) {
        const Rule *rule = m_rules.find(escalation.rule);
        return escalation.cycle > alert.cycle || (rule && toString(rule->when) != alert.kind);
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
        domain::acknowledge(rule, escalation, alert.snoozedUntilMs, m_workspace.nowMs(), m_workspace.hoursOf(activity));
        m_workspace.noteTimer(escalation.nextAtMs);
        m_store.update(escalation);
    }
}

void Escalator::snooze(const Alert &alert, qint64 untilMs)
{
    const WorkingTime &hours = m_workspace.hoursOf(*m_workspace.activity(alert.activity));
    for (Escalation &escalation : following(alert)) {
        if (escalation.state != EscalationState::Running)
            continue;
        domain::snooze(m_rules.find(escalation.rule), escalation, alert.snoozedUntilMs, untilMs, hours);
        m_store.update(escalation);
    }
}

} // namespace hmsact::engine
