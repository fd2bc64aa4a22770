// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/clockterms.h"
#include "domain/task.h"
#include "domain/transition.h"

namespace hmsact::domain {

// A time in which a task's clock stood still.
struct Pause {
    int run = 0; // of the SLA clock
    Span span; // toMs 0: it still stands
    bool operator==(const Pause &) const = default;
};

// When a promise falls due that is given at `startMs`; beyond the horizon of `hours` that is its end.
[[nodiscard]] qint64 dueAtMs(const WorkingTime &hours, qint64 startMs, qint64 slaMs);
// Later by the working time of the pause.
[[nodiscard]] qint64 dueAfterPause(const WorkingTime &hours, qint64 dueAtMs, Span pause);
// From when on no more than `leftMs` ≥ 0 of working time is left before it falls due; a night before which that much is left
// belongs to it.
[[nodiscard]] qint64 leftAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 leftMs);
[[nodiscard]] qint64 usedAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 slaMs, int percent); // of the SLA
[[nodiscard]] qint64 shareUsedAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 slaMs, int ppm); // millionths of it

// The clock falls due then, and is due soon and at risk when so much of the SLA is used as the thresholds say; an activity has
// its own.
void setDue(Task &task, const ClockTerms &terms, qint64 dueAtMs);
void setDue(Activity &activity, const WorkingTime &hours, qint64 dueAtMs);
// The forecast for a task that nobody has in hand: tasks of its skill usually take `usualMs`, by the clock as they are timed,
// so it is at risk, and due soon, as soon as less is left, but not before its clock has started. 0: nothing is known, or
// somebody has it; then the shares alone tell it. Its due time stays, and so does what is breached. An activity's clock goes by
// its shares alone.
void foresee(Task &task, const ClockTerms &terms, qint64 usualMs);

// A clock that runs, reckoned anew with the hours of its calendar as they are now: from its start, with the pauses of its
// run that are over. What has ended or is breached stays as it is. Where the shares of its SLA alone are used at another time,
// `change.changed` is false.
[[nodiscard]] Change reckonAnew(Task &task, const ClockTerms &terms, const std::vector<Pause> &pauses);
[[nodiscard]] Change reckonAnew(Activity &activity, const WorkingTime &hours);

// What saving a calendar would do to the clocks that run by it.
struct CalendarEffect {
    int clocks = 0; // looked at
    int moved = 0; // fall due at another time
    int breached = 0; // of those: would be past their due time at once
    bool complete = true; // false: there are more clocks than are looked at
};

// By which text of its calendar a clock was reckoned: the present one; one that was changed or removed after the clock was
// breached or had ended; or several, the calendar having been changed between that and the end of a pause.
enum class CalendarBasis { Present, Former, Mixed };
[[nodiscard]] QLatin1StringView toString(CalendarBasis);

// Until when a clock followed its calendar: it was breached, or has ended. The end of all time while it runs.
[[nodiscard]] qint64 followsUntilMs(const Activity &activity);
[[nodiscard]] qint64 followsUntilMs(const Task &task);
// Whether these hours alone give the due time, from the start of the clock and with the pauses of its run that are over.
[[nodiscard]] bool isReckonedBy(const WorkingTime &hours, const Activity &activity);
[[nodiscard]] bool isReckonedBy(const WorkingTime &hours, const Task &task, const std::vector<Pause> &pauses);

// Why a clock falls due when it does.
struct SlaExplanation {
    QString calendar; // empty: 24x7
    CalendarBasis basis = CalendarBasis::Present; // which text of it; set by whoever has chosen the calendar
    QString timeZone;
    qint64 slaMs = 0;
    Thresholds thresholds;
    qint64 startedAtMs = 0; // 0: it has not started
    qint64 dueSoonAtMs = 0;
    qint64 atRiskAtMs = 0;
    qint64 dueAtMs = 0;
    qint64 usualMs = 0; // what the forecast goes by, at most the time from start to due; 0: the share alone tells
    SlaState state = SlaState::None;
    std::vector<Span> counted; // the working time from start to due, without the pauses
    bool all = true; // false: `counted` names the first of them only
    std::vector<Pause> pauses; // of this run
    std::vector<Holiday> holidays; // in between
};
[[nodiscard]] SlaExplanation explain(const Activity &activity, const Calendar &calendar, qint64 nowMs);
[[nodiscard]] SlaExplanation explain(const Task &task, const Activity &activity, const Calendar &calendar,
                                     const std::vector<Pause> &pauses, qint64 nowMs);

[[nodiscard]] QJsonObject toJson(const CalendarEffect &effect);
[[nodiscard]] QJsonObject toJson(const SlaExplanation &explanation);

} // namespace hmsact::domain
