// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dryrun.h"

#include "domain/codec.h"
#include "domain/lateness.h"
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

Watched watchedBy(Trigger when)
{
    const bool isReadiness = when == Trigger::Unassigned || when == Trigger::NoEligibleWorker;
    return {isReadiness ? std::vector{when} : std::vector<Trigger>(), when == Trigger::SlaWarning,
            when == Trigger::ActivitySlaWarning};
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

void DryRun::open(const Recorded &recorded)
{
    const QString &calendar = recorded.activity.calendar;
    m_course.emplace(recorded, m_directory.hours(calendar), m_directory.another);
    m_events = &recorded.events;
    m_place = 0;
    m_othersActedAtMs.clear();
    m_madeLateAtMs.clear();
    m_keepers.clear();
    m_putOffMs.clear();
    m_own.clear();
    m_ending.reset();
    m_found.clear();
    m_running.clear();
    m_fired.clear();
    m_nowMs = 0;
    m_nextMs = m_period.toMs;
}

std::vector<WouldFire> DryRun::over(const Recorded &recorded)
{
    open(recorded);
    play(m_period.toMs);
    return std::move(m_fired);
}

void DryRun::play(qint64 untilMs)
{
    for (; m_place < m_events->size() && (*m_events)[m_place].atMs < untilMs; ++m_place) {
        const Event &event = (*m_events)[m_place];
        const bool isFirst = isOfTheClock(event) || isOfAnEarlierRule(m_place);
        fireUntil(isFirst ? event.atMs - 1 : event.atMs);
        if (m_ending)
            return;
        m_nowMs = event.atMs;
        meet(event);
    }
    fireUntil(untilMs - 1);
}

void DryRun::beginWith(const Recorded &recorded, TaskId first, qint64 atMs)
{
    open(recorded);
    for (; m_place < m_events->size() && (*m_events)[m_place].atMs < atMs; ++m_place)
        m_course->apply((*m_events)[m_place]);
    m_nowMs = atMs;
    begin({Trigger::QueueDepth, recorded.activity.id, first, atMs, atMs, {}});
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
    if (wouldNotBe(event)) {
        m_course->leaveOut(event);
        return goOnFrom(event.atMs);
    }
    if (const Rule *rule = ruleBehind(m_place); rule && rule->id != m_rule.id)
        m_othersActedAtMs[event.task.value] = event.atMs;
    const Task *known = m_course->task(event.task);
    const Task before = known ? *known : Task();
    const Activity was = event.task.isNull() ? m_course->activity() : Activity();
    if (m_course->apply(event)) {
        const Activity &activity = m_course->activity();
        if (event.task.isNull() && isMadeLate(was, activity, event.atMs))
            m_madeLateAtMs[0] = event.atMs;
        if (const Task *task = m_course->task(event.task)) {
            noticed(before, *task, QLatin1StringView(event.kind.toLatin1()), event.atMs);
        } else if (event.kind == "activity.created"_L1 && m_watched.activityClocks) {
            m_found = standing(activity);
        } else if (event.kind == "activity.sla_breached"_L1) {
            m_found.push_back(breachOf(activity, m_madeLateAtMs[0]));
        }
    }
    goOnFrom(event.atMs);
}

void DryRun::begin()
{
    for (const Occurrence &occurrence : std::exchange(m_found, {})) {
        if (occurrence.when == m_rule.when)
            begin(occurrence);
    }
}

void DryRun::begin(const Occurrence &occurrence)
{
    const Task *task = m_course->task(occurrence.task);
    if (occurrence.isKept)
        m_keepers[occurrence.task.value] = task->worker;
    if (occurrence.when == Trigger::NoEligibleWorker && isSomebodyThere(*task))
        return;
    for (Escalation &escalation : begun(m_rules, occurrence, m_course->activity(), task, m_nowMs, hours())) {
        if (escalation.rule == m_rule.id && !escalation.isOfBefore)
            follow(std::move(escalation));
    }
}

bool DryRun::isSomebodyThere(const Task &task) const
{
    const auto keeper = m_keepers.find(task.id.value);
    const bool isKept = keeper != m_keepers.end() && keeper->second == task.worker;
    return !lacksHuman(task.state, task.review) && m_directory.another(task, isKept ? task.worker : WorkerId());
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
    while (!m_ending) {
        const qint64 followsMs = m_course->nextMs();
        const bool isFirst = followsMs > 0 && followsMs <= m_nextMs;
        const qint64 nowMs = isFirst ? std::max(followsMs, m_nowMs) : m_nextMs;
        if (nowMs > untilMs || nowMs >= m_period.toMs)
            return;
        m_nowMs = std::max(m_nowMs, nowMs);
        if (isFirst)
            goOnFrom(nowMs);
        else
            fireAt(nowMs, untilMs);
    }
}

void DryRun::fireAt(qint64 nowMs, qint64 untilMs)
{
    m_nextMs = m_period.toMs;
    for (Escalation &escalation : m_running) {
        if (escalation.state != EscalationState::Running)
            continue;
        if (escalation.nextAtMs <= nowMs)
            fire(escalation, nowMs, untilMs);
        if (escalation.state == EscalationState::Running)
            m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
    }
    if (m_course->isOwn())
        goOnFrom(nowMs);
}

const WorkingTime &DryRun::hours() const { return m_directory.hours(m_course->activity().calendar); }

void DryRun::fire(Escalation &escalation, qint64 nowMs, qint64 untilMs)
{
    const Task *known = m_course->task(escalation.task);
    const std::optional<Task> copy = known ? std::optional(*known) : std::nullopt; // a step changes what is there
    const Task *task = copy ? &*copy : nullptr;
    const bool isOver = isSolved(m_rule, escalation, m_course->activity(), task);
    const bool isAboutNobody = !isOver && m_rule.when == Trigger::NoEligibleWorker;
    if ((isOver && !isOwed(escalation)) || (isAboutNobody && isSomebodyThere(*task))) {
        escalation.state = EscalationState::Over;
        return;
    }
    if (postpone(m_rule, escalation, m_course->activity(), task, nowMs, hours())) {
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
    if (!isPassedOver && !isOver)
        carryOut(step, escalation, task, nowMs);
    escalation.nextAtMs = std::max(escalation.nextAtMs, nowMs); // nothing happens before what has happened
}

static TaskId taskIn(const QJsonObject &detail)
{
    return TaskId::fromString(detail.value(u"task_id"_s).toString()).value_or(TaskId());
}

// Whether what somebody has said of an alert is about this one.
static bool isMeant(const QJsonObject &detail, const Rule &rule, const Escalation &escalation)
{
    const QJsonValue cycle = detail.value(u"cycle"_s); // older records do not say it
    return detail.value(u"kind"_s).toString() == toString(rule.when)
        && (cycle.isUndefined() || escalation.cycle <= cycle.toInteger()) && escalation.task == taskIn(detail);
}

void DryRun::snooze(const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    const Result<qint64> until = parseTime(detail.value(u"until"_s).toString());
    if (!until || detail.value(u"kind"_s).toString() != toString(m_rule.when))
        return;
    const qint64 putOffMs = std::exchange(m_putOffMs[taskIn(detail).value], *until);
    for (Escalation &escalation : m_running) {
        if (escalation.state == EscalationState::Running && isMeant(detail, m_rule, escalation)) {
            domain::snooze(&m_rule, escalation, putOffMs, *until, hours());
            m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
        }
    }
}

void DryRun::acknowledge(const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    for (Escalation &escalation : m_running) {
        if (!isMeant(detail, m_rule, escalation) || !heedsAcknowledgement(&m_rule, escalation)
            || isSolved(m_rule, escalation, m_course->activity(), m_course->task(escalation.task)))
            continue;
        domain::acknowledge(&m_rule, escalation, m_putOffMs[escalation.task.value], event.atMs, hours());
        m_nextMs = std::min(m_nextMs, escalation.nextAtMs);
    }
}

} // namespace hmsact::domain
