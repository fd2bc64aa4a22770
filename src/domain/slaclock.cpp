// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slaclock.h"

#include "domain/enumtext.h"
#include "domain/limits.h"
#include "domain/rank.h"
#include "domain/sla.h"
#include "domain/taskchange.h"

#include <limits>

namespace hmsact::domain {

static constexpr auto bases = enumTexts<CalendarBasis>("present", "former", "mixed");
QLatin1StringView toString(CalendarBasis basis) { return bases.text(basis); }

static constexpr int ppmPerPercent = 10'000;
static constexpr qint64 wholePpm = 1'000'000;

qint64 dueAtMs(const WorkingTime &hours, qint64 startMs, qint64 slaMs)
{
    return hours.after(startMs, slaMs).value_or(startMs + limits::workingHorizonMs);
}

qint64 dueAfterPause(const WorkingTime &hours, qint64 dueAtMs, Span pause)
{
    return domain::dueAtMs(hours, dueAtMs, hours.between(pause.fromMs, pause.toMs));
}

qint64 leftAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 leftMs)
{
    // The last instant at which a moment more is left, and that moment later.
    const std::optional<qint64> more = hours.before(dueAtMs, leftMs + 1);
    return more ? *more + 1 : dueAtMs - limits::workingHorizonMs;
}

qint64 usedAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 slaMs, int percent)
{
    return shareUsedAtMs(hours, dueAtMs, slaMs, percent * ppmPerPercent);
}

static qint64 shareLeftMs(qint64 slaMs, int ppm)
{
    const qint64 leftPpm = wholePpm - ppm; // in two parts, so that no product is too large
    return slaMs / wholePpm * leftPpm + slaMs % wholePpm * leftPpm / wholePpm;
}

qint64 shareUsedAtMs(const WorkingTime &hours, qint64 dueAtMs, qint64 slaMs, int ppm)
{
    return leftAtMs(hours, dueAtMs, shareLeftMs(slaMs, ppm));
}

template <class Clock>
static void setDueOf(Clock &clock, const ClockTerms &terms, qint64 dueAtMs)
{
    clock.dueAtMs = dueAtMs;
    clock.dueSoonAtMs = shareUsedAtMs(terms.hours, dueAtMs, clock.slaMs, terms.thresholds.dueSoonPpm);
    clock.atRiskAtMs = shareUsedAtMs(terms.hours, dueAtMs, clock.slaMs, terms.thresholds.atRiskPpm);
}

void setDue(Task &task, const ClockTerms &terms, qint64 dueAtMs) { setDueOf(task, terms, dueAtMs); }
void setDue(Activity &activity, const WorkingTime &hours, qint64 dueAtMs)
{
    setDueOf(activity, {hours, activity.thresholds}, dueAtMs);
}

void foresee(Task &task, const ClockTerms &terms, qint64 usualMs)
{
    if (task.dueAtMs == 0 || task.breachedAtMs != 0)
        return;
    if (std::max(usualMs, task.dueAtMs - task.atRiskAtMs) <= shareLeftMs(task.slaMs, terms.thresholds.atRiskPpm))
        return; // as the shares say: by the clock their rest is no shorter than in working time
    setDue(task, terms, task.dueAtMs);
    if (usualMs > 0) {
        task.atRiskAtMs = std::min(task.atRiskAtMs, std::max(task.slaStartedAtMs, task.dueAtMs - usualMs));
        task.dueSoonAtMs = std::min(task.dueSoonAtMs, task.atRiskAtMs);
    }
}

static qint64 reckonedDueAtMs(const WorkingTime &hours, const Task &task, const std::vector<Pause> &pauses)
{
    qint64 atMs = dueAtMs(hours, task.slaStartedAtMs, task.slaMs);
    for (const Pause &pause : pauses) {
        if (pause.run == task.slaRun && pause.span.toMs > 0)
            atMs = dueAfterPause(hours, atMs, pause.span);
    }
    return atMs;
}

Change reckonAnew(Task &task, const ClockTerms &terms, const std::vector<Pause> &pauses)
{
    if (!isOpen(task.state) || task.slaStartedAtMs == 0 || task.breachedAtMs != 0)
        return {false, {}, {}};
    const qint64 atMs = reckonedDueAtMs(terms.hours, task, pauses);
    const Task before = task;
    setDue(task, terms, atMs);
    if (atMs == before.dueAtMs)
        return {false, {}, {}};
    if (task.readyAtMs > 0)
        task.rankAtMs = rankAtMs(task.readyAtMs, task.dueAtMs, task.priority);
    return changed(QLatin1StringView("task.due_moved"), before, task);
}

Change reckonAnew(Activity &activity, const WorkingTime &hours)
{
    if (activity.state != ActivityState::Open || activity.breachedAtMs != 0)
        return {false, {}, {}};
    const qint64 atMs = dueAtMs(hours, activity.createdAtMs, activity.slaMs);
    const qint64 beforeMs = activity.dueAtMs;
    setDue(activity, hours, atMs);
    if (atMs == beforeMs)
        return {false, {}, {}};
    Change change{true, QLatin1StringView("activity.due_moved"), {}};
    change.detail.object(QLatin1StringView("before"), JsonWriter().time(QLatin1StringView("due_at"), beforeMs))
        .object(QLatin1StringView("after"), JsonWriter().time(QLatin1StringView("due_at"), atMs))
        .text(QLatin1StringView("calendar"), activity.calendar);
    return change;
}

template <class Clock>
static qint64 stoppedAtMs(const Clock &clock)
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    return std::min(clock.breachedAtMs == 0 ? never : clock.breachedAtMs, clock.endedAtMs == 0 ? never : clock.endedAtMs);
}

qint64 followsUntilMs(const Activity &activity) { return stoppedAtMs(activity); }
qint64 followsUntilMs(const Task &task) { return stoppedAtMs(task); }

bool isReckonedBy(const WorkingTime &hours, const Activity &activity)
{
    return dueAtMs(hours, activity.createdAtMs, activity.slaMs) == activity.dueAtMs;
}

bool isReckonedBy(const WorkingTime &hours, const Task &task, const std::vector<Pause> &pauses)
{
    return task.slaStartedAtMs == 0 || reckonedDueAtMs(hours, task, pauses) == task.dueAtMs;
}

static SlaExplanation explained(SlaExplanation explanation, const Calendar &calendar)
{
    const WorkingTime hours(calendar);
    explanation.calendar = isBuiltIn(calendar.name) ? QString() : calendar.name;
    explanation.timeZone = calendar.timeZone;
    qint64 fromMs = explanation.startedAtMs;
    const auto count = [&](qint64 untilMs) {
        const int left = limits::explainedSpansMax + 1 - int(explanation.counted.size());
        const auto more = hours.spans(fromMs, std::min(untilMs, explanation.dueAtMs), left);
        explanation.counted.insert(explanation.counted.end(), more.begin(), more.end());
    };
    for (const Pause &pause : explanation.pauses) {
        count(pause.span.fromMs);
        fromMs = pause.span.toMs > 0 ? pause.span.toMs : explanation.dueAtMs; // how it goes on is not known
    }
    count(explanation.dueAtMs);
    explanation.all = explanation.counted.size() <= size_t(limits::explainedSpansMax);
    if (!explanation.all)
        explanation.counted.pop_back();
    const QTimeZone zone(calendar.timeZone.toLatin1());
    const QDate first = QDateTime::fromMSecsSinceEpoch(explanation.startedAtMs, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(explanation.dueAtMs, zone).date();
    for (const Holiday &holiday : calendar.holidays) {
        if (explanation.startedAtMs > 0 && first <= holiday.date && holiday.date <= last)
            explanation.holidays.push_back(holiday);
    }
    return explanation;
}

SlaExplanation explain(const Activity &activity, const Calendar &calendar, qint64 nowMs)
{
    SlaExplanation explanation;
    explanation.slaMs = activity.slaMs;
    explanation.thresholds = activity.thresholds;
    explanation.startedAtMs = activity.createdAtMs;
    explanation.dueSoonAtMs = activity.dueSoonAtMs;
    explanation.atRiskAtMs = activity.atRiskAtMs;
    explanation.dueAtMs = activity.dueAtMs;
    explanation.state = slaState(activity, nowMs);
    return explained(std::move(explanation), calendar);
}

SlaExplanation explain(const Task &task, const Activity &activity, const Calendar &calendar,
                       const std::vector<Pause> &pauses, qint64 nowMs)
{
    SlaExplanation explanation;
    explanation.slaMs = task.slaMs;
    explanation.thresholds = activity.thresholds;
    explanation.startedAtMs = task.slaStartedAtMs;
    explanation.dueSoonAtMs = task.dueSoonAtMs;
    explanation.atRiskAtMs = task.atRiskAtMs;
    explanation.dueAtMs = task.dueAtMs;
    const int ppm = activity.thresholds.atRiskPpm;
    if (task.dueAtMs > 0 && task.atRiskAtMs < shareUsedAtMs(WorkingTime(calendar), task.dueAtMs, task.slaMs, ppm))
        explanation.usualMs = task.dueAtMs - task.atRiskAtMs;
    explanation.state = slaState(task, nowMs);
    for (const Pause &pause : pauses) {
        if (pause.run == task.slaRun)
            explanation.pauses.push_back(pause);
    }
    return explained(std::move(explanation), calendar);
}

} // namespace hmsact::domain
