// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule.h"

namespace hmsact::domain {

// How far one rule has come with one trigger. There is one for each (rule, activity, task, cycle), so a trigger that is seen
// twice is followed once; its steps are fired under the lock of the activity.
//   running ─▶ acknowledged (a person has it) · over (the last step is fired, it is solved, or the rule is gone)
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
};

// One trigger as the engine meets it.
struct Occurrence {
    Trigger when = Trigger::SlaBreach;
    ActivityId activity;
    TaskId task;
    qint64 cycle = 0;
    qint64 atMs = 0;
    AlertId alert;
};

[[nodiscard]] bool matches(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task);

// Of several rules that match one trigger all tell whom they tell, but one reassigns at most: that of the most specific scope,
// among equals the later one, the built-in one only where no other does. nullptr: none wants to.
[[nodiscard]] const Rule *whichReassigns(const std::vector<const Rule *> &matching);

// Its id is the caller's.
[[nodiscard]] Escalation begun(const Rule &rule, const Occurrence &occurrence, const Activity &activity, const Task *task,
                               bool reassigns);

// A warning whose due time has moved: the time of its next step moves along. → whether that is in the future now.
[[nodiscard]] bool postpone(const Rule &rule, Escalation &escalation, const Activity &activity, const Task *task,
                            qint64 nowMs);

// What the present state of a task or an activity says that should have been seen.
[[nodiscard]] std::vector<Occurrence> standing(const Task &task);
[[nodiscard]] std::vector<Occurrence> standing(const Activity &activity);

// Whether there is nothing to escalate any more: it ended, runs anew, or is worked on.
[[nodiscard]] bool isSolved(const Rule &rule, const Escalation &escalation, const Activity &activity, const Task *task);

// The step that is due: of several, because nobody was there, the last. Advances `escalation` past it.
[[nodiscard]] const RuleStep &takeDueStep(const Rule &rule, Escalation &escalation, qint64 nowMs);

} // namespace hmsact::domain
