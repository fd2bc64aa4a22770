// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slareport.h"

#include "store/activitystore.h"
#include "store/calendarstore.h"
#include "store/taskstore.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

Result<SlaExplanation> explainSla(store::Database &database, const ExplainSla &question, qint64 nowMs)
{
    const auto activity = store::ActivityStore(database).byId(question.activity);
    if (!activity)
        return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no activity %1"),
                         {question.activity.toString()});
    store::CalendarStore calendars(database);
    // Removed since: then nothing runs by it any more.
    const Calendar calendar = calendars.byName(activity->calendar).value_or(builtInCalendar());
    if (question.task.isEmpty())
        return explain(*activity, calendar, nowMs);
    const auto task = store::TaskStore(database).byName(question.activity, question.task);
    if (!task)
        return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "activity %1 has no task %2"),
                         {question.activity.toString(), question.task});
    return explain(*task, *activity, calendar, calendars.pausesOf({task->id.value}).value(task->id), nowMs);
}

} // namespace hmsact::engine
