// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/result.h"
#include "domain/task.h"

#include <QJsonObject>
#include <QStringList>

namespace hmsact::domain {

// What makes a rule look at a task or an activity. A trigger has a cycle: the same one fires a rule once.
//   sla_breach            a task's due time has passed                  cycle: the run of its SLA clock
//   sla_warning           it is `threshold` of working time away, or that share of the
//                         SLA is used up                              cycle: the same
//   activity_sla_breach   an activity's due time has passed             cycle: 0
//   activity_sla_warning  it is near                                    cycle: 0
//   unassigned            a task is PENDING `threshold` long            cycle: when it became PENDING
//   stalled               a task has lost its lease `threshold` times, of
//                         whomever, and nobody has taken it since     cycle: the run of its SLA clock
//   task_failed           a task is FAILED and blocks what needs it     cycle: when it failed
//   no_eligible_worker    a task is PENDING and nobody has the skill    cycle: when it became PENDING
//   queue_depth           more than `threshold` tasks that the scope fits are PENDING, for anyone or kept for somebody; it is
//                         about the first of them in line, until they are
//                         fewer. Looked for at each full limits::queueLookMs   cycle: when that look found them too many
enum class Trigger {
    SlaBreach,
    SlaWarning,
    ActivitySlaBreach,
    ActivitySlaWarning,
    Unassigned,
    Stalled,
    TaskFailed,
    NoEligibleWorker,
    QueueDepth
};
enum class RuleAction { Notify, Reassign, RaisePriority, Hold, Skip, Cancel, Fail };
enum class StepFor { Any, Unclaimed, Claimed }; // whether somebody works on the task when the step is due

[[nodiscard]] QLatin1StringView toString(Trigger);
[[nodiscard]] std::optional<Trigger> triggerFrom(QAnyStringView);
[[nodiscard]] QLatin1StringView toString(RuleAction);
[[nodiscard]] std::optional<RuleAction> ruleActionFrom(QAnyStringView);
[[nodiscard]] QLatin1StringView toString(StepFor);
[[nodiscard]] std::optional<StepFor> stepForFrom(QAnyStringView);
[[nodiscard]] constexpr bool isWarning(Trigger when)
{
    return when == Trigger::SlaWarning || when == Trigger::ActivitySlaWarning;
}
[[nodiscard]] constexpr bool isAboutActivity(Trigger when)
{
    return when == Trigger::ActivitySlaBreach || when == Trigger::ActivitySlaWarning;
}

struct RuleScope { // what is not given matches everything
    QString intent;
    QString skill;
    QString pool; // the task is kept for it
    std::optional<int> priority; // that or more urgent
    bool operator==(const RuleScope &) const = default;
};

struct RuleStep {
    qint64 afterMs = 0; // after the trigger and the rule's grace
    RuleAction then = RuleAction::Notify;
    QString to; // reassign: a pool or a worker, empty for whoever else has the skill; raise_priority: the new one, empty: 9
    StepFor only = StepFor::Any;
    QStringList notify; // isChannel()
    bool operator==(const RuleStep &) const = default;
};

// What happens when a promise is not kept. A version is one text of the rule, and grows. Times are milliseconds. What a rule
// waits for (thresholdMs, graceMs, afterMs, repeatEveryMs, acknowledgedForMs) is working time of the activity's calendar, as
// its SLA is: who promised "office hours" wakes nobody at midnight, and 1d is 24 hours of work. No delay at all is at once, day
// or night. Windows of digests, and what somebody has put off, are plain time.
struct Rule {
    RuleId id;
    int version = 1;
    QString name; // unique
    bool isNamed = true; // false: ruleFrom() has made the name; then it replaces no rule that says something else
    bool builtIn = false; // may be changed and switched off, not removed
    bool enabled = true;
    Trigger when = Trigger::SlaBreach;
    qint64 thresholdMs = 0; // unassigned, and the warnings: before the due time
    int thresholdCount =
        0; // stalled: lost leases; queue_depth: tasks; the warnings: percent of the SLA, instead of thresholdMs
    RuleScope scope;
    qint64 graceMs = 0;
    std::vector<RuleStep> steps; // at least one, in order of time
    qint64 repeatEveryMs = 0; // the last step again, maxRepeats times
    int maxRepeats = 0;
    qint64 digestMs = 0; // what falls into the window of an address becomes one message
    qint64 acknowledgedForMs = 0; // an acknowledged alert that is still unsolved then goes on; 0: it never does
    bool restartSla = false; // reassigning begins a new run of the SLA clock
    qint64 shadowUntilMs = 0; // until then it only writes down what it would do
    qint64 updatedAtMs = 0;
    // How it stands, in answers to questions.
    qint64 lastFiredAtMs = 0;
    qint64 nextDueAtMs = 0; // the earliest step of what it follows now
    qint64 lastEvaluatedAtMs = 0; // when an engine last held this version against what happens; 0: not yet
};
[[nodiscard]] inline bool isShadow(const Rule &rule, qint64 nowMs) { return nowMs < rule.shadowUntilMs; }

// The full form, as bodyOf() writes it, or the short one {when, then, to, notify}; a missing name is made of what tells it from
// others: "sla_breach: reassign to crew", "unassigned 4h: notify (skill dig)". Errors: Invalid with a pointer for each bad
// field.
[[nodiscard]] Result<Rule> ruleFrom(const QJsonObject &body, const QString &pointer = {});
// What bodyOf() said, perhaps of a version that took addresses which are refused today.
[[nodiscard]] Result<Rule> storedRule(const QJsonObject &body);
// Which rule is looked at without saving it: a saved one by its id or name, or one that is being edited.
struct RuleChoice {
    QString saved;
    Rule rule; // where `saved` is empty
};
class ObjectReader;
[[nodiscard]] RuleChoice
readRuleChoice(ObjectReader &reader); // its field "rule": a text, or a rule as it is set or answered
[[nodiscard]] const Rule *findSaved(const std::vector<Rule> &rules,
                                    const RuleChoice &choice); // or of its id, else its name; nullptr: none
[[nodiscard]] QJsonObject toJson(const Rule &rule); // with id, version, built_in and updated_at
[[nodiscard]] QJsonObject bodyOf(const Rule &rule); // what ruleFrom() and storedRule() read
[[nodiscard]] QJsonValue thresholdOf(const Rule &rule); // its field "threshold"; null: none

} // namespace hmsact::domain
