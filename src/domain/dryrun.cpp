// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dryrun.h"

#include "domain/codec.h"
#include "domain/transition.h"

#include <QJsonDocument>

#include <algorithm>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

// What the engine does because time has passed, it does before it escalates.
bool isOfTheClock(const Event &event)
{
    return event.kind == "task.lease_expired"_L1 || event.kind == "task.option_lapsed"_L1
        || event.kind == "task.sla_breached"_L1 || event.kind == "activity.sla_breached"_L1;
}

bool isEscalated(const Event &event) { return event.kind == "task.escalated"_L1 || event.kind == "activity.escalated"_L1; }

// Of rules that fire at the same instant the earlier one does so first.
bool isOfAnEarlierRule(const std::vector<Event> &events, size_t place, const std::vector<Rule> &rules, RuleId than)
{
    const Event &event = events[place];
    if (event.actor != Actor::engine().name)
        return false;
    for (size_t i = place; i < events.size() && events[i].atMs == event.atMs; ++i) {
        if (!isEscalated(events[i]))
            continue;
        const QString name = QJsonDocument::fromJson(events[i].detail).object().value(u"rule"_s).toString();
        const auto rule = std::ranges::find(rules, name, &Rule::name);
        return rule != rules.end() && rule->id < than;
    }
    return false;
}

Watched watchedBy(Trigger when)
{
    const bool isReadiness = when == Trigger::Unassigned || when == Trigger::NoEligibleWorker;
    return {isReadiness ? std::vector{when} : std::vector<Trigger>(), when == Trigger::SlaWarning,
            when == Trigger::ActivitySlaWarning};
}

std::optional<TaskAction> endingAction(RuleAction then)
{
    return then == RuleAction::Skip ? std::optional(TaskAction::Skip)
        : then == RuleAction::Fail  ? std::optional(TaskAction::Fail)
                                    : std::nullopt;
}

} // namespace

DryRun::DryRun(const Rule &rule, const std::vector<Rule> &others, Period period, Directory directory)
    : m_rule(rule), m_period(period), m_directory(std::move(directory)), m_watched(watchedBy(rule.when))
{
    m_rule.enabled = true;
    m_rule.shadowUntilMs = 0;
    m_rule.updatedAtMs = period.fromMs;
    for (const Rule &other : others) {
        if (other.id != rule.id && other.when == rule.when && rule.when != Trigger::QueueDepth) // each looks for itself
            m_rules.push_back(other);
    }
    m_rules.push_back(m_rule);
}

void DryRun::open(const Activity &activity, const std::vector<Task> &tasks, const std::vector<Event> &events)
{
    m_replay.emplace(activity, tasks, events);
    m_events = &events;
    m_place = 0;
    m_ending.reset();
    m_running.clear();
    m_endedAtMs.clear();
    m_fired.clear();
    m_nextMs = m_period.toMs;
}

std::vector<WouldFire> DryRun::over(const Activity &activity, const std::vector<Task> &tasks,
                                    const std::vector<Event> &events)
{
    open(activity, tasks, events);
    play(m_period.toMs);
    return std::move(m_fired);
}

void DryRun::play(qint64 untilMs)
{
    for (; m_place < m_events->size() && (*m_events)[m_place].atMs < untilMs; ++m_place) {
        const Event &event = (*m_events)[m_place];
        const bool isFirst = isOfTheClock(event) || isOfAnEarlierRule(*m_events, m_place, m_rules, m_rule.id);
        fireUntil(isFirst ? event.atMs - 1 : event.atMs);
        if (m_ending)
            return;
        m_nowMs = event.atMs;
        meet(event);
    }
    fireUntil(untilMs - 1);
}

void DryRun::beginWith(const Activity &activity, const std::vector<Task> &tasks, const std::vector<Event> &events,
                       TaskId first, qint64 atMs)
{
    open(activity, tasks, events);
    for (; m_place < events.size() && events[m_place].atMs < atMs; ++m_place)
        m_replay->apply(events[m_place]);
    m_nowMs = atMs;
    begin({Trigger::QueueDepth, activity.id, first, atMs, atMs, {}});
}

std::optional<DryRun::Ending> DryRun::goOn(qint64 untilMs)
{
    m_ending.reset();
    play(untilMs);
    return m_ending;
}

void DryRun::meet(const Event &event)
{
    if (event.kind == "alert.acknowledged"_L1)
        return acknowledge(event);
    if (event.kind == "alert.snoozed"_L1)
        return snooze(event);
    const Task *known = m_replay->task(event.task);
    const Task before = known ? *known : Task();
    m_replay->apply(event);
    const Activity &activity = m_replay->activity();
    std::vector<Occurrence> found;
    if (const Task *task = m_replay->task(event.task)) {
        const auto ended = m_endedAtMs.find(task->id.value);
        if (ended != m_endedAtMs.end() && ended->second == event.atMs)
            m_endedAtMs.erase(ended); // it really was ended
        notice(found, before, *task, QLatin1StringView(event.kind.toLatin1()), event.atMs, m_watched);
        if (event.kind == "task.sla_breached"_L1)
            found.push_back({Trigger::SlaBreach, activity.id, task->id, task->slaRun, task->dueAtMs, {}});
        if (isFailure(before, *task))
            found.push_back({Trigger::TaskFailed, activity.id, task->id, task->endedAtMs, event.atMs, {}});
    } else if (event.kind == "activity.created"_L1 && m_watched.activityClocks) {
        found = standing(activity);
    } else if (event.kind == "activity.sla_breached"_L1) {
        found.push_back({Trigger::ActivitySlaBreach, activity.id, {}, 0, activity.dueAtMs, {}});
    }
    for (const Occurrence &occurrence : found) {
        if (occurrence.when == m_rule.when)
            begin(occurrence);
    }
}

void DryRun::begin(const Occurrence &occurrence)
{
    const Task *task = m_replay->task(occurrence.task);
    if (occurrence.when == Trigger::NoEligibleWorker && m_directory.anybody(*task))
        return;
    for (Escalation &escalation : begun(m_rules, occurrence, m_replay->activity(), task, m_nowMs, hours())) {
        if (escalation.rule == m_rule.id && !escalation.isOfBefore)
            follow(std::move(escalation));
    }
}

// The same trigger is followed once; a warning moves with its due time.
void DryRun::follow(Escalation &&escalation)
{
    escalation.nextAtMs = std::max({escalation.nextAtMs, m_nowMs, m_period.fromMs});
    m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
    const auto known = std::ranges::find_if(
        m_running, [&](const Escalation &one) { return one.task == escalation.task && one.cycle == escalation.cycle; });
    if (known == m_running.end()) {
        m_running.push_back(std::move(escalation));
    } else if (moveAlong(m_rule, *known, escalation, hours())) {
        m_nextMs = std::min(m_nextMs, known->nextAtMs);
    }
}

void DryRun::fireUntil(qint64 untilMs)
{
    while (m_nextMs <= untilMs && !m_ending) {
        const qint64 nowMs = m_nextMs;
        m_nextMs = m_period.toMs;
        for (Escalation &escalation : m_running) {
            if (escalation.state != EscalationState::Running)
                continue;
            if (escalation.nextAtMs <= nowMs)
                fire(escalation, nowMs, untilMs);
            if (escalation.state == EscalationState::Running)
                m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
        }
    }
}

const WorkingTime &DryRun::hours() const
{
    return m_directory.hours ? m_directory.hours(m_replay->activity().calendar) : WorkingTime::always();
}

bool DryRun::isOver(const Escalation &escalation, const Task *task) const
{
    const bool isEnded = m_endedAtMs.contains(escalation.activity.value) || m_endedAtMs.contains(escalation.task.value);
    return (isEnded && m_rule.when != Trigger::QueueDepth) || isSolved(m_rule, escalation, m_replay->activity(), task);
}

void DryRun::fire(Escalation &escalation, qint64 nowMs, qint64 untilMs)
{
    const Task *task = m_replay->task(escalation.task);
    if (isOver(escalation, task)) {
        escalation.state = EscalationState::Over;
        return;
    }
    if (postpone(m_rule, escalation, m_replay->activity(), task, nowMs, hours())) {
        if (task && task->pausedAtMs != 0)
            escalation.nextAtMs = std::max(escalation.nextAtMs, untilMs + 1); // until something happens to it
        return;
    }
    const DueStep due = takeDueStep(m_rule, escalation, nowMs, hours());
    const RuleStep &step = m_rule.steps[size_t(due.index)];
    const bool isClaimed = task && task->state == TaskState::InProgress;
    const bool isForOthers = step.only != StepFor::Any && isClaimed != (step.only == StepFor::Claimed);
    const bool isPassedOver = due.isOvertaken || isForOthers;
    m_fired.push_back(
        {nowMs, escalation.activity, escalation.task, task ? task->name : QString(), due.index, isPassedOver, false});
    if (!isPassedOver)
        carryOut(step, escalation, task, nowMs);
    escalation.nextAtMs = std::max(escalation.nextAtMs, nowMs); // nothing happens before what has happened
}

// Only what ends something is followed further.
void DryRun::carryOut(const RuleStep &step, Escalation &escalation, const Task *task, qint64 nowMs)
{
    if (step.then == RuleAction::Cancel)
        ends(escalation.activity.value, {}, nowMs);
    if (step.then == RuleAction::Reassign && escalation.reassigns)
        reassign(step, escalation, *task, nowMs);
    const std::optional<TaskAction> action = endingAction(step.then);
    if (!action)
        return;
    ActionInput input;
    input.action = *action;
    input.reason = m_rule.name;
    input.mayRetry = false;
    ActionContext context;
    context.actor = Actor::engine();
    context.nowMs = nowMs;
    Task copy = *task;
    if (act(copy, input, context) && isEnded(copy.state))
        ends(task->id.value, task->id, nowMs);
}

void DryRun::ends(qint64 id, TaskId task, qint64 nowMs)
{
    const bool isNew = m_endedAtMs.emplace(id, nowMs).second;
    const Ending ending{nowMs, task};
    if (isNew && m_rule.when == Trigger::QueueDepth && !isInTheRecord(ending))
        m_ending = ending;
}

// Then the rule, or one like it, was in force.
bool DryRun::isInTheRecord(const Ending &ending) const
{
    for (size_t i = m_place; i < m_events->size() && (*m_events)[i].atMs <= ending.atMs; ++i) {
        const Event &event = (*m_events)[i];
        if (event.atMs == ending.atMs && event.task == ending.task && event.actor == Actor::engine().name
            && !isEscalated(event))
            return true;
    }
    return false;
}

void DryRun::reassign(const RuleStep &step, Escalation &escalation, const Task &task, qint64 nowMs)
{
    if (!m_directory.anotherOf(task, step.to, nowMs)) {
        m_fired.back().isSkipped = true;
        skipToNext(m_rule, escalation, nowMs, hours());
    } else if (m_rule.restartSla) {
        escalation.state = EscalationState::Over;
    }
}

// Whether what somebody has said of an alert is about this one.
static bool isMeant(const QJsonObject &detail, const Rule &rule, const Escalation &escalation)
{
    return detail.value(u"kind"_s).toString() == toString(rule.when)
        && escalation.task == TaskId::fromString(detail.value(u"task_id"_s).toString()).value_or(TaskId());
}

void DryRun::snooze(const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    const Result<qint64> until = parseTime(detail.value(u"until"_s).toString());
    for (Escalation &escalation : m_running) {
        if (until && escalation.state == EscalationState::Running && isMeant(detail, m_rule, escalation)) {
            domain::snooze(&m_rule, escalation, *until, hours());
            m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
        }
    }
}

void DryRun::acknowledge(const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    for (Escalation &escalation : m_running) {
        if (!isMeant(detail, m_rule, escalation) || !heedsAcknowledgement(&m_rule, escalation)
            || isOver(escalation, m_replay->task(escalation.task)))
            continue;
        domain::acknowledge(&m_rule, escalation, event.atMs, hours());
        m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
    }
}

} // namespace hmsact::domain
