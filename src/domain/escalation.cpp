// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/escalation.h"

#include "domain/enumtext.h"
#include "domain/lateness.h"
#include "domain/slaclock.h"

#include <algorithm>

namespace hmsact::domain {

namespace {

constexpr auto escalationStates = enumTexts<EscalationState>("running", "acknowledged", "over");

int specificity(const RuleScope &scope)
{
    return int(!scope.intent.isEmpty()) + int(!scope.skill.isEmpty()) + int(!scope.pool.isEmpty())
        + int(scope.priority.has_value());
}

qint64 later(const WorkingTime &hours, qint64 fromMs, qint64 byMs) // plain time where the calendar has not that much
{
    return hours.after(fromMs, byMs).value_or(fromMs + byMs);
}

qint64 stepAtMs(const Rule &rule, const Escalation &escalation, int step, const WorkingTime &hours)
{
    return later(hours, escalation.triggeredAtMs, rule.graceMs + rule.steps[size_t(step)].afterMs);
}

// When a warning is due; a pause stops the clock.
qint64 warnAtMs(const Rule &rule, const WorkingTime &hours, qint64 dueAtMs, qint64 slaMs)
{
    return rule.thresholdCount > 0 ? usedAtMs(hours, dueAtMs, slaMs, rule.thresholdCount)
                                   : leftAtMs(hours, dueAtMs, rule.thresholdMs);
}

qint64 triggeredAtMs(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task,
                     const WorkingTime &hours)
{
    if (rule.when == Trigger::SlaWarning)
        return warnAtMs(rule, hours, task->dueAtMs, task->slaMs);
    if (rule.when == Trigger::ActivitySlaWarning)
        return warnAtMs(rule, hours, activity.dueAtMs, activity.slaMs);
    return rule.when == Trigger::Unassigned ? later(hours, occurrence.atMs, rule.thresholdMs) : occurrence.atMs;
}

} // namespace

QLatin1StringView toString(EscalationState state) { return escalationStates.text(state); }
std::optional<EscalationState> escalationStateFrom(QAnyStringView text) { return escalationStates.value(text); }

bool wantsToReassign(const Rule &rule)
{
    return std::ranges::any_of(rule.steps, [](const RuleStep &step) { return step.then == RuleAction::Reassign; });
}

bool hasReassignAhead(const Rule &rule, const Escalation &escalation)
{
    if (escalation.state == EscalationState::Over || isThrough(rule, escalation))
        return false;
    const auto first = rule.steps.begin() + std::min(escalation.step, int(rule.steps.size()) - 1);
    return std::any_of(first, rule.steps.end(), [](const RuleStep &step) { return step.then == RuleAction::Reassign; });
}

bool isFailure(const Task &before, const Task &task)
{
    return task.state == TaskState::Failed && before.state != TaskState::Failed && task.onFailure == OnFailure::Block;
}

void notice(std::vector<Occurrence> &found, const Task &before, const Task &task, QLatin1StringView event, qint64 nowMs,
            const Watched &watched)
{
    if (task.state == TaskState::Pending) {
        for (const Trigger when : watched.readiness) { // who comes into a scope later has waited all the same
            const qint64 atMs = when == Trigger::Unassigned ? task.readyAtMs : nowMs;
            found.push_back({when, task.activity, task.id, task.readyAtMs, atMs, {}});
        }
    }
    const bool isMoved =
        task.dueAtMs != before.dueAtMs || task.dueSoonAtMs != before.dueSoonAtMs || task.atRiskAtMs != before.atRiskAtMs;
    if (watched.taskClocks && isMoved && task.pausedAtMs == 0 && isOpen(task.state))
        found.push_back({Trigger::SlaWarning, task.activity, task.id, task.slaRun, nowMs, {}});
    if (!isOpen(before.state) && isOpen(task.state) && task.breachedAtMs != 0) // retried or undone, and as late as before
        found.push_back(breachOf(task, task.breachedAtMs));
    if (event == QLatin1StringView("task.offer_kept"))
        found.push_back({Trigger::NoEligibleWorker, task.activity, task.id, task.readyAtMs, nowMs, {}, true});
    if (lacksHuman(task.state, task.review) && !lacksHuman(before.state, before.review))
        found.push_back({Trigger::NoEligibleWorker, task.activity, task.id, task.readyAtMs, nowMs, {}});
    if (event == QLatin1StringView("task.lease_expired"))
        found.push_back({Trigger::Stalled, task.activity, task.id, task.slaRun, nowMs, {}});
}

static bool fits(const RuleScope &scope, const Activity &activity, const Task *task)
{
    return (scope.intent.isEmpty() || scope.intent == activity.intent)
        && (scope.skill.isEmpty() || (task && scope.skill == task->skill))
        && (scope.pool.isEmpty() || (task && scope.pool == task->pool))
        && (!scope.priority || (task ? task->priority : activity.priority) >= *scope.priority);
}

bool matches(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task)
{
    if (!rule.enabled || rule.when != occurrence.when)
        return false;
    if (rule.when == Trigger::SlaWarning && (!task || task->slaStartedAtMs == 0)) // it waits again: its clock does not run
        return false;
    if (rule.when == Trigger::Stalled && (!task || task->lostLeases < rule.thresholdCount))
        return false;
    return fits(rule.scope, activity, task);
}

const Rule *whichReassigns(const std::vector<const Rule *> &matching)
{
    const Rule *best = nullptr;
    for (const Rule *rule : matching) {
        const auto order = [](const Rule &one) {
            return std::tuple(!one.builtIn, specificity(one.scope), one.id);
        };
        if (wantsToReassign(*rule) && (!best || order(*rule) > order(*best)))
            best = rule;
    }
    return best;
}

static bool failsAtOnce(const Rule &rule)
{
    return rule.graceMs == 0 && rule.steps.front().afterMs == 0 && rule.steps.front().then == RuleAction::Fail;
}

bool firesBefore(const Rule &rule, const Rule &other)
{
    return std::tuple(!failsAtOnce(rule), rule.id) < std::tuple(!failsAtOnce(other), other.id);
}

// Of a breach the moment counts when it was found out: a changed calendar can bring that long after the due time.
static bool isOfBefore(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task)
{
    const bool stillWaits =
        occurrence.when == Trigger::Unassigned || occurrence.when == Trigger::NoEligibleWorker || isWarning(occurrence.when);
    if (stillWaits)
        return false;
    const auto wasLate = [&](const auto &row) {
        return row.dueAtMs < rule.updatedAtMs && row.breachedAtMs <= rule.updatedAtMs;
    };
    if (occurrence.when == Trigger::SlaBreach && task)
        return wasLate(*task);
    return occurrence.when == Trigger::ActivitySlaBreach ? wasLate(activity) : occurrence.atMs < rule.updatedAtMs;
}

std::vector<Escalation> begun(const std::vector<Rule> &rules, const Occurrence &occurrence, const Activity &activity,
                              const Task *task, qint64 nowMs, const WorkingTime &hours)
{
    std::vector<const Rule *> matching;
    std::vector<const Rule *> acting;
    for (const Rule &rule : rules) {
        if (!matches(rule, occurrence, activity, task))
            continue;
        matching.push_back(&rule);
        if (!isShadow(rule, nowMs))
            acting.push_back(&rule);
    }
    std::ranges::sort(matching, [](const Rule *rule, const Rule *other) { return firesBefore(*rule, *other); });
    const Rule *reassigning = whichReassigns(acting);
    std::vector<Escalation> all;
    for (const Rule *rule : matching) {
        Escalation escalation;
        escalation.rule = rule->id;
        escalation.activity = occurrence.activity;
        escalation.task = occurrence.task;
        escalation.cycle = occurrence.cycle;
        escalation.alert = occurrence.alert;
        escalation.reassigns = rule == reassigning || (!reassigning && isShadow(*rule, nowMs));
        escalation.ruleVersion = rule->version;
        escalation.isOfBefore = isOfBefore(*rule, occurrence, activity, task);
        escalation.triggeredAtMs = triggeredAtMs(*rule, occurrence, activity, task, hours);
        escalation.nextAtMs = stepAtMs(*rule, escalation, 0, hours);
        all.push_back(escalation);
    }
    return all;
}

bool isThrough(const Rule &rule, const Escalation &escalation)
{
    return escalation.step >= int(rule.steps.size()) && (rule.repeatEveryMs == 0 || escalation.repeats >= rule.maxRepeats);
}

bool heedsAcknowledgement(const Rule *rule, const Escalation &escalation)
{
    if (escalation.state == EscalationState::Running)
        return true;
    return rule && rule->when != Trigger::QueueDepth && rule->acknowledgedForMs > 0
        && escalation.state == EscalationState::Over && isThrough(*rule, escalation);
}

// Its own time, not that to which it was put off; of a repetition that was, nobody knows it any more: 0.
static qint64 ownTimeMs(const Rule *rule, const Escalation &escalation, qint64 putOffMs, const WorkingTime &hours)
{
    if (rule && escalation.step < int(rule->steps.size()))
        return stepAtMs(*rule, escalation, escalation.step, hours);
    return escalation.nextAtMs == putOffMs ? 0 : escalation.nextAtMs;
}

void acknowledge(const Rule *rule, Escalation &escalation, qint64 putOffMs, qint64 nowMs, const WorkingTime &hours)
{
    if (!rule || rule->acknowledgedForMs == 0) {
        escalation.state = EscalationState::Acknowledged;
        return;
    }
    const qint64 againAtMs = later(hours, nowMs, rule->acknowledgedForMs);
    const qint64 ownMs = isThrough(*rule, escalation) ? 0 : ownTimeMs(rule, escalation, putOffMs, hours);
    escalation.nextAtMs = std::max(ownMs, againAtMs);
    escalation.state = EscalationState::Running;
}

void snooze(const Rule *rule, Escalation &escalation, qint64 putOffMs, qint64 untilMs, const WorkingTime &hours)
{
    escalation.nextAtMs = std::max(untilMs, ownTimeMs(rule, escalation, putOffMs, hours));
}

bool isSolved(const Rule &rule, const Escalation &escalation, const Activity &activity, const Task *task)
{
    if (rule.when == Trigger::QueueDepth)
        return !task; // it is over when they are fewer, whatever becomes of the one that was the first
    if (activity.state != ActivityState::Open)
        return true;
    switch (rule.when) {
    case Trigger::ActivitySlaBreach:
        return activity.breachedAtMs == 0;
    case Trigger::ActivitySlaWarning:
        return activity.breachedAtMs != 0;
    case Trigger::SlaWarning:
    case Trigger::SlaBreach: // one that waits for another again is not late, nor will it be
        return !task || !isOpen(task->state) || task->slaRun != escalation.cycle || task->slaStartedAtMs == 0
            || (task->breachedAtMs != 0) != (rule.when == Trigger::SlaBreach);
    case Trigger::Unassigned:
        return !task || task->state != TaskState::Pending || task->readyAtMs != escalation.cycle;
    case Trigger::NoEligibleWorker:
        return !task || !(task->state == TaskState::Pending || lacksHuman(task->state, task->review))
            || task->readyAtMs != escalation.cycle;
    case Trigger::Stalled:
        return !task || !isOpen(task->state) || task->state == TaskState::InProgress || task->slaRun != escalation.cycle;
    case Trigger::TaskFailed:
        return !task || task->state != TaskState::Failed || task->endedAtMs != escalation.cycle;
    case Trigger::QueueDepth:
        break;
    }
    return true;
}

bool moveAlong(const Rule &rule, Escalation &known, const Escalation &anew, const WorkingTime &hours)
{
    const bool wasAnybody = rule.when == Trigger::NoEligibleWorker && known.state == EscalationState::Over;
    const bool hasSteps = known.step < int(rule.steps.size());
    const bool waits = known.state != EscalationState::Acknowledged && (hasSteps || (wasAnybody && !isThrough(rule, known)));
    const bool isMoved =
        (isWarning(rule.when) || rule.when == Trigger::Stalled || wasAnybody) && known.triggeredAtMs != anew.triggeredAtMs;
    if (!waits || (known.state == EscalationState::Running && !isMoved))
        return false;
    if (isMoved)
        known.triggeredAtMs = anew.triggeredAtMs;
    known.nextAtMs =
        hasSteps ? stepAtMs(rule, known, known.step, hours) : later(hours, anew.triggeredAtMs, rule.repeatEveryMs);
    known.state = EscalationState::Running;
    return true;
}

bool replan(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task, bool isAcknowledged,
            const WorkingTime &hours)
{
    if (escalation.ruleVersion == rule.version || escalation.state != EscalationState::Running)
        return false;
    escalation.ruleVersion = rule.version;
    RuleScope scope = rule.scope;
    if (escalation.step > 0)
        scope.pool.clear();
    const int steps = int(rule.steps.size());
    const bool isRepeated = rule.repeatEveryMs > 0 && escalation.repeats < rule.maxRepeats;
    const bool isGone = escalation.step >= steps && !isRepeated && !isAcknowledged;
    escalation.step = std::min(escalation.step, steps);
    if (rule.when != Trigger::QueueDepth && (isGone || !fits(scope, activity, task))) {
        escalation.state = EscalationState::Over;
    } else {
        reckonAnew(rule, escalation, activity, task, hours);
    }
    return true;
}

void reckonAnew(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task,
                const WorkingTime &hours)
{
    if (escalation.step >= int(rule.steps.size()))
        return;
    const qint64 sinceMs = rule.when == Trigger::Unassigned ? escalation.cycle : escalation.triggeredAtMs;
    const Occurrence occurrence{rule.when, activity.id, escalation.task, escalation.cycle, sinceMs, {}};
    escalation.triggeredAtMs = triggeredAtMs(rule, occurrence, activity, task, hours);
    escalation.nextAtMs = stepAtMs(rule, escalation, escalation.step, hours);
}

bool postpone(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task, qint64 nowMs,
              const WorkingTime &hours)
{
    if (!isWarning(rule.when) || escalation.step >= int(rule.steps.size()))
        return false;
    reckonAnew(rule, escalation, activity, task, hours);
    if (task && task->pausedAtMs != 0) // its due time moves as long as that, and then it is seen anew
        escalation.nextAtMs = std::max(escalation.nextAtMs, nowMs + limits::msPerDay);
    return escalation.nextAtMs > nowMs;
}

std::vector<Occurrence> standing(const Task &task, qint64 nowMs)
{
    std::vector<Occurrence> all;
    const auto add = [&](Trigger when, qint64 cycle, qint64 atMs) {
        all.push_back({when, task.activity, task.id, cycle, atMs, {}});
    };
    if (isOpen(task.state) && task.breachedAtMs != 0) // for who does not follow it yet, it counts from when it was found out
        all.push_back(breachOf(task, task.breachedAtMs));
    else if (isOpen(task.state) && task.dueAtMs > 0 && task.pausedAtMs == 0)
        add(Trigger::SlaWarning, task.slaRun, task.slaStartedAtMs);
    if (task.state == TaskState::Pending) {
        add(Trigger::Unassigned, task.readyAtMs, task.readyAtMs);
        add(Trigger::NoEligibleWorker, task.readyAtMs, nowMs);
        if (task.lostLeases > 0 && task.reason == leaseExpired)
            add(Trigger::Stalled, task.slaRun, task.readyAtMs);
    }
    if (lacksHuman(task.state, task.review))
        add(Trigger::NoEligibleWorker, task.readyAtMs, nowMs);
    if (task.state == TaskState::Failed && task.onFailure == OnFailure::Block)
        add(Trigger::TaskFailed, task.endedAtMs, task.endedAtMs);
    return all;
}

std::vector<Occurrence> standing(const Activity &activity)
{
    if (activity.state != ActivityState::Open)
        return {};
    if (activity.breachedAtMs != 0)
        return {breachOf(activity, activity.breachedAtMs)};
    return {{Trigger::ActivitySlaWarning, activity.id, {}, 0, activity.createdAtMs, {}}};
}

// Told is what is true now; but who has waited for another worker gets one, unless a later step does something as well.
static bool isOvertaken(const Rule &rule, const Escalation &escalation, int step, qint64 nowMs, const WorkingTime &hours)
{
    if (nowMs - stepAtMs(rule, escalation, step, hours) <= limits::escalationLateMs)
        return false;
    const bool reassigns = rule.steps[size_t(step)].then == RuleAction::Reassign;
    for (int later = step + 1; later < int(rule.steps.size()); ++later) {
        const bool isDue = stepAtMs(rule, escalation, later, hours) <= nowMs;
        if (isDue && (!reassigns || rule.steps[size_t(later)].then != RuleAction::Notify))
            return true;
    }
    return false;
}

DueStep takeDueStep(const Rule &rule, Escalation &escalation, qint64 nowMs, const WorkingTime &hours)
{
    const int last = int(rule.steps.size()) - 1;
    const int step = std::min(escalation.step, last); // the rule may have fewer by now
    escalation.repeats += escalation.step > last ? 1 : 0;
    escalation.step = step + 1;
    if (step < last) {
        escalation.nextAtMs = stepAtMs(rule, escalation, step + 1, hours);
        return {step, isOvertaken(rule, escalation, step, nowMs, hours)};
    }
    const auto isRepeated = [&] {
        return rule.repeatEveryMs > 0 && escalation.repeats < rule.maxRepeats;
    };
    qint64 missedAtMs = isRepeated() ? later(hours, escalation.nextAtMs, rule.repeatEveryMs) : 0;
    for (; isRepeated() && missedAtMs <= nowMs; missedAtMs = later(hours, missedAtMs, rule.repeatEveryMs))
        ++escalation.repeats;
    if (isRepeated())
        escalation.nextAtMs = later(hours, nowMs, rule.repeatEveryMs);
    else if (rule.when == Trigger::QueueDepth)
        escalation.nextAtMs = nowMs + limits::durationMaxMs; // stays until they are fewer, so that it does not begin anew
    else
        escalation.state = EscalationState::Over;
    return {step, false};
}

} // namespace hmsact::domain
