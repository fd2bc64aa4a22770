// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule.h"
#include "domain/workingtime.h"

namespace hmsact::domain {

// How far one rule has come with one trigger. There is one for each (rule, activity, task, cycle), so a trigger that is seen
// twice is followed once; its steps are fired under the lock of the activity. Delays are working time of the activity's
// calendar, see Rule: `hours` below are its.
//   running ─▶ acknowledged (a person has it) · over (the last step is fired, it is solved, or the rule is gone or off)
// Over before the last step, it runs on with the next when the same trigger is met again: a late task that failed and is
// retried.
enum class EscalationState { Running, Acknowledged, Over };
[[nodiscard]] QLatin1StringView toString(EscalationState);
[[nodiscard]] std::optional<EscalationState> escalationStateFrom(QAnyStringView);

struct Escalation {
    qint64 id = 0;
    RuleId rule;
    ActivityId activity;
    TaskId task; // 0: it is about the activity
    qint64 cycle = 0;
    AlertId alert; // raised with it; 0: none
    bool reassigns = true; // false: another rule does, and this one only tells
    qint64 triggeredAtMs = 0;
    int step = 0; // the next
    int repeats = 0; // of the last step, done
    qint64 nextAtMs = 0;
    EscalationState state = EscalationState::Running;
    int ruleVersion = 0; // that it was planned by
    bool isOfBefore = false; // of what happened before its rule was last changed: gone on with, not begun; not stored
    bool operator==(const Escalation &) const = default;
};

// A step that was fired, once; or that was passed over, and why.
struct Firing {
    ActivityId activity;
    TaskId task; // 0: it is about the activity
    QString taskName;
    int step = 0; // from 0
    int repeat = 0;
    qint64 atMs = 0;
    int ruleVersion = 0;
    QJsonObject outcome; // {"then", "told", …}: what it did, or "would"
    QJsonObject values; // valuesOf() when it was fired
};
[[nodiscard]] QJsonObject toJson(const Firing &firing);

// One trigger as the engine meets it.
struct Occurrence {
    Trigger when = Trigger::SlaBreach;
    ActivityId activity;
    TaskId task;
    qint64 cycle = 0;
    qint64 atMs = 0;
    AlertId alert;
    bool isKept = false; // no_eligible_worker: but for the one that has the offer, and keeps it
};

// Which triggers any rule is about: the others need not be noticed.
struct Watched {
    std::vector<Trigger> readiness; // triggers that every task which can be worked on may be
    bool taskClocks = false; // due times of tasks that are set, or move
    bool activityClocks = false;
};

// What a change of a task may trigger, but for what raises an alert as well: a breach, a failure. Appends to `found`.
void notice(std::vector<Occurrence> &found, const Task &before, const Task &task, QLatin1StringView event, qint64 nowMs,
            const Watched &watched);
[[nodiscard]] bool isFailure(const Task &before, const Task &task); // it now blocks what needs it

[[nodiscard]] bool wantsToReassign(const Rule &rule);
// Whether a step that reassigns can still come: the next ones, or the last again.
[[nodiscard]] bool hasReassignAhead(const Rule &rule, const Escalation &escalation);
// Which of rules for one trigger reassigns: the most specific, among equals the later one; the built-in only where no other
// does. nullptr: none wants to.
[[nodiscard]] const Rule *whichReassigns(const std::vector<const Rule *> &matching);
// All steps are fired, and repeated as often as they are.
[[nodiscard]] bool isThrough(const Rule &rule, const Escalation &escalation);
[[nodiscard]] bool matches(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task);

// Of two rules that fire at the same instant: the earlier one, but before all one that fails the task at once, for only what is
// in hand can fail, and a rule that reassigns takes it from that hand.
[[nodiscard]] bool firesBefore(const Rule &rule, const Rule &other);

// What begins with an occurrence: one for each rule that matches it, in the order in which they fire. A rule speaks of what
// happens after its last change, and of what still waits. All tell whom they tell, but one reassigns at most: that of the most
// specific scope, among equals the later one, the built-in one only where no other does; a shadow only where nobody does. Ids
// are the caller's.
[[nodiscard]] std::vector<Escalation> begun(const std::vector<Rule> &rules, const Occurrence &occurrence,
                                            const Activity &activity, const Task *task, qint64 nowMs,
                                            const WorkingTime &hours);

// Whether an acknowledgement is anything to it: it runs, or it has fired all its steps, and its rule fires the last again when
// what is acknowledged is forgotten. `rule` may be gone.
[[nodiscard]] bool heedsAcknowledgement(const Rule *rule, const Escalation &escalation);

// A person has it: later steps wait, for ever or as long as the rule says; where none is left, the last comes again then.
// `putOffMs`, here and below: until when it was put off before; 0: it was not.
void acknowledge(const Rule *rule, Escalation &escalation, qint64 putOffMs, qint64 nowMs, const WorkingTime &hours);

// A person has put off what it follows: its next step waits until then, or for its own time.
void snooze(const Rule *rule, Escalation &escalation, qint64 putOffMs, qint64 untilMs, const WorkingTime &hours);

// The same trigger is met again. The next step moves along with a warning's due time, with the latest lost lease and with who
// was the last that could take it, and what was over too early runs on. → whether that changes it.
[[nodiscard]] bool moveAlong(const Rule &rule, Escalation &known, const Escalation &anew, const WorkingTime &hours);

// Its rule was changed after it was planned: what the scope does not fit any more is over, a step that is still to come keeps
// to the new delays, and one that is gone does not come, unless what is acknowledged for a while brings the last again. Where a
// task was reassigned to is not held against it. → whether that changes it.
[[nodiscard]] bool replan(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task,
                          bool isAcknowledged, const WorkingTime &hours);

// The same when a step would be due; while the clock is stopped it never is. → whether it is due in the future now.
[[nodiscard]] bool postpone(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task,
                            qint64 nowMs, const WorkingTime &hours);

// The working time that its delays count is another: its next step is planned anew, a repetition keeps its time.
void reckonAnew(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task,
                const WorkingTime &hours);

// What the present state says that should have been seen. Since when nobody is left for a task it does not say: from now on.
[[nodiscard]] std::vector<Occurrence> standing(const Task &task, qint64 nowMs);
[[nodiscard]] std::vector<Occurrence> standing(const Activity &activity);

// Whether there is nothing to escalate any more: it ended, runs anew, or is worked on.
[[nodiscard]] bool isSolved(const Rule &rule, const Escalation &escalation, const Activity &activity, const Task *task);

// The next step, which is due; of repeats that were missed the last one only. Advances `escalation` past it; what follows may
// be due as well. One that is more than limits::escalationLateMs late is overtaken where the next is due, too: nobody was
// there, or it was put off. It is written down and not done.
struct DueStep {
    int index = 0;
    bool isOvertaken = false;
};
[[nodiscard]] DueStep takeDueStep(const Rule &rule, Escalation &escalation, qint64 nowMs, const WorkingTime &hours);

// Why it fired: what the trigger saw, when the step was to come, and how the task stood then.
//   all            triggered_at, step_due_at; threshold as the rule has it; of a task: state, priority, attempt, worker_id
//   the clocks     due_at, sla, used_percent     unassigned, no_eligible_worker   pending_since
//   stalled        lost_leases                   task_failed                      failed_at
//   queue_depth    depth: the caller's
[[nodiscard]] QJsonObject valuesOf(const Rule &rule, const Escalation &escalation, qint64 stepDueAtMs,
                                   const Activity &activity, const Task *task, qint64 nowMs, const WorkingTime &hours);

} // namespace hmsact::domain
