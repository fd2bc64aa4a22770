// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recounting.h"

#include "domain/lateness.h"

namespace hmsact::engine {

using namespace domain;
using store::CalendarStore;

static CalendarStore::Pauses pausesOf(CalendarStore &store, const std::vector<Task> &tasks)
{
    std::vector<qint64> ids;
    for (const Task &task : tasks)
        ids.push_back(task.id.value);
    return store.pausesOf(ids);
}

// → how many tasks were looked at
static int recount(CalendarStore &store, Workspace &workspace, Activity &activity, const WorkingTime &hours)
{
    workspace.noteBreach(activity); // by the calendar of before: the timers may not have come to it
    const Activity was = activity;
    if (const Change change = reckonAnew(activity, hours); change.changed) {
        workspace.changed(activity, change, Actor::engine());
        if (isMadeLate(was, activity, workspace.nowMs()))
            workspace.noteBreach(activity, workspace.nowMs());
        workspace.noteTimer(activity.dueAtMs);
        workspace.noteStanding(standing(activity));
    } else if (activity.dueSoonAtMs != was.dueSoonAtMs || activity.atRiskAtMs != was.atRiskAtMs) {
        workspace.sharesMoved(activity);
    }
    std::vector<Task> open = workspace.tasks().openOfActivity(activity.id);
    const CalendarStore::Pauses pauses = pausesOf(store, open);
    for (Task &row : open) {
        Task &task = workspace.adopt(std::move(row));
        workspace.noteBreach(task);
        const Task before = task;
        if (const Change change = reckonAnew(task, {hours, activity.thresholds}, pauses.value(task.id)); change.changed)
            workspace.changed(task, before, change, Actor::engine());
        else if (task != before)
            workspace.sharesMoved(task, before);
    }
    return int(open.size());
}

bool recountStep(store::Database &database, Workspace &workspace, Escalator &escalator)
{
    CalendarStore store(database);
    auto recounting = store.toRecount();
    if (!recounting)
        return false;
    const WorkingTime hours(recounting->calendar);
    const auto ids = store.openActivities(recounting->calendar.name, recounting->after, limits::recountActivitiesMax);
    workspace.readAhead({}, ids);
    int tasks = 0;
    for (const qint64 id : ids) {
        if (tasks >= limits::recountTasksMax)
            break;
        tasks += recount(store, workspace, *workspace.activity({id}), hours);
        escalator.reckonAnew(*workspace.activity({id}), hours);
        recounting->after = id;
    }
    if (ids.empty())
        recounting->after = -1;
    store.recounted(*recounting);
    return true;
}

namespace {

struct Counting {
    CalendarEffect effect;
    qint64 nowMs;

    void count(const Change &change, qint64 dueAtMs)
    {
        ++effect.clocks;
        effect.moved += change.changed ? 1 : 0;
        effect.breached += change.changed && dueAtMs <= nowMs ? 1 : 0;
    }
};

} // namespace

CalendarEffect effectOf(store::Database &database, const Calendar &calendar, qint64 nowMs)
{
    CalendarStore calendars(database);
    store::ActivityStore activities(database);
    store::TaskStore tasks(database);
    const WorkingTime hours(calendar);
    Counting counting{{}, nowMs};
    qint64 after = 0;
    for (;;) {
        const auto ids = calendars.openActivities(calendar.name, after, limits::recountActivitiesMax);
        if (ids.empty())
            return counting.effect;
        for (Activity &activity : activities.byIds(ids)) {
            if (activity.breachedAtMs == 0) {
                const Change change = reckonAnew(activity, hours);
                counting.count(change, activity.dueAtMs);
            }
            std::vector<Task> open = tasks.openOfActivity(activity.id);
            const CalendarStore::Pauses pauses = pausesOf(calendars, open);
            for (Task &task : open) {
                if (task.slaStartedAtMs == 0 || task.breachedAtMs != 0)
                    continue;
                const Change change = reckonAnew(task, {hours, activity.thresholds}, pauses.value(task.id));
                counting.count(change, task.pausedAtMs == 0 ? task.dueAtMs : nowMs + 1);
            }
        }
        after = ids.back();
        counting.effect.complete = counting.effect.clocks < limits::previewClocksMax;
        if (!counting.effect.complete)
            return counting.effect;
    }
}

} // namespace hmsact::engine
