// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slareport.h"

#include "domain/notfound.h"
#include "engine/activitytasks.h"
#include "store/calendarstore.h"
#include "store/taskstore.h"

namespace hmsact::engine {

using namespace domain;

namespace {

struct Basis {
    Calendar calendar;
    CalendarBasis basis = CalendarBasis::Present;
};

// What has stopped keeps the due time that its calendar gave it, whatever became of that since.
template <class Reckons>
Basis basisOf(store::CalendarStore &calendars, const QString &name, qint64 untilMs, const Reckons &reckons)
{
    const std::optional<Calendar> present = calendars.byName(name);
    if (isBuiltIn(name) || (present && present->updatedAtMs <= untilMs && reckons(WorkingTime(*present))))
        return {*present};
    for (Calendar &former : calendars.former(name, untilMs)) {
        if (reckons(WorkingTime(former)))
            return {std::move(former), CalendarBasis::Former};
    }
    return {present.value_or(builtInCalendar()), CalendarBasis::Mixed};
}

} // namespace

Result<SlaExplanation> explainSla(store::Database &database, const ExplainSla &question, qint64 nowMs)
{
    const Result<Activity> activity = activityOf(database, question.activity);
    if (!activity)
        return activity.error();
    store::CalendarStore calendars(database);
    const auto explained = [](SlaExplanation explanation, const Basis &basis) {
        explanation.basis = basis.basis;
        if (basis.basis == CalendarBasis::Mixed)
            explanation.usualMs = 0; // what the share alone would have said is not known
        return explanation;
    };
    if (question.task.isEmpty()) {
        const auto reckons = [&](const WorkingTime &hours) {
            return isReckonedBy(hours, *activity);
        };
        const Basis basis = basisOf(calendars, activity->calendar, followsUntilMs(*activity), reckons);
        return explained(explain(*activity, basis.calendar, nowMs), basis);
    }
    const auto task = store::TaskStore(database).byName(question.activity, question.task);
    if (!task)
        return noTask({question.activity, question.task, {}});
    const std::vector<Pause> pauses = calendars.pausesOf({task->id.value}).value(task->id);
    const auto reckons = [&](const WorkingTime &hours) {
        return isReckonedBy(hours, *task, pauses);
    };
    const Basis basis = basisOf(calendars, activity->calendar, followsUntilMs(*task), reckons);
    return explained(explain(*task, *activity, basis.calendar, pauses, nowMs), basis);
}

} // namespace hmsact::engine
