// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/activitytasks.h"

#include "domain/notfound.h"
#include "domain/sla.h"
#include "store/activitystore.h"
#include "store/listquery.h"
#include "store/taskstore.h"

namespace hmsact::engine {

using namespace domain;

Result<Activity> activityOf(store::Database &database, ActivityId id)
{
    auto activity = store::ActivityStore(database).byId(id);
    if (!activity)
        return noActivity(id.toString());
    return std::move(*activity);
}

static TaskView viewOf(store::TaskStore::Weighed &&task, const Activity &activity)
{
    TaskView view{std::move(task.task), activity.intent, activity.citizenId, {}, {}, {}};
    view.isShort = task.isShort;
    return view;
}

static void complete(store::Database &database, std::vector<TaskView> &views, qint64 nowMs)
{
    std::vector<TaskView *> places;
    for (TaskView &view : views)
        places.push_back(&view);
    store::completeViews(database, places, nowMs);
}

Result<ActivityView> activityView(store::Database &database, ActivityId id, qint64 nowMs)
{
    const Result<Activity> activity = activityOf(database, id);
    if (!activity)
        return activity.error();
    ActivityView view{*activity, slaState(*activity, nowMs), {}};
    for (auto &task : store::TaskStore(database).allOfActivity(id))
        view.tasks.push_back(viewOf(std::move(task), *activity));
    complete(database, view.tasks, nowMs);
    return view;
}

Result<Page<TaskView>> tasksOf(store::Database &database, ActivityId id, qint64 fromPosition, int limit, qint64 nowMs)
{
    const Result<Activity> activity = activityOf(database, id);
    if (!activity)
        return activity.error();
    Page<TaskView> page;
    for (auto &task : store::TaskStore(database).pageOfActivity(id, fromPosition, limit)) {
        if (task.isShort)
            break; // the next page begins with it; a single one fits
        page.items.push_back(viewOf(std::move(task), *activity));
    }
    if (!page.items.empty() && page.items.back().task.position + 1 < activity->taskCount)
        page.nextCursor = QString::number(page.items.back().task.position + 1);
    complete(database, page.items, nowMs);
    return page;
}

} // namespace hmsact::engine
