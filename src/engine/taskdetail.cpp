// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/taskdetail.h"

#include "domain/needs.h"
#include "domain/notfound.h"
#include "engine/explaining.h"
#include "store/activitystore.h"
#include "store/artefactstore.h"
#include "store/linkstore.h"
#include "store/listquery.h"
#include "store/taskstore.h"

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

// The open tasks that must end before `task` can start, transitively, in the order of the activity.
static std::vector<Blocker> blockers(store::TaskStore &tasks, const Task &task)
{
    if (task.openNeeds == 0)
        return {};
    std::vector<store::TaskStore::Need> needs = tasks.needsInActivity(task.activity);
    std::erase_if(needs, [](const store::TaskStore::Need &need) { return need.isMet; });
    QHash<qint64, std::vector<qint64>> needsOf;
    QHash<qint64, QStringList> actionable;
    for (const store::TaskStore::Need &need : needs) {
        needsOf[need.task.value].push_back(need.needs.value);
        if (isActionable(need.state))
            actionable[need.task.value] << need.name;
    }
    QSet<qint64> found;
    std::vector<qint64> todo = needsOf.value(task.id.value);
    while (!todo.empty()) {
        const qint64 id = todo.back();
        todo.pop_back();
        if (found.contains(id))
            continue;
        found.insert(id);
        const auto &more = needsOf[id];
        todo.insert(todo.end(), more.begin(), more.end());
    }
    std::vector<Blocker> result;
    for (const store::TaskStore::Need &need : needs) {
        if (found.remove(need.needs.value)) // once, though several need it
            result.push_back(
                {need.name, need.state, statusText(need.state, actionable.value(need.needs.value)), need.worker});
    }
    return result;
}

Result<TaskDetail> taskDetail(store::Database &database, const TaskRef &ref, qint64 nowMs)
{
    store::TaskStore tasks(database);
    auto task = tasks.byRef(ref);
    if (!task)
        return noTask(ref);
    const Activity activity = *store::ActivityStore(database).byId(task->activity);
    TaskDetail detail;
    detail.view = {*task, activity.intent, activity.citizenId, {}, {}, {}};
    store::completeViews(database, {&detail.view}, nowMs);
    detail.blockedBy = blockers(tasks, *task);
    detail.assignment = assignmentOf(database, *task, nowMs);
    explainWaiting(database, {&detail.view}, nowMs);
    detail.artefacts = store::ArtefactStore(database).ofTask(task->id);
    const std::vector<Link> links = store::LinkStore(database).ofTask(task->id);
    for (const Link &link : links) {
        if (link.traces.openedAtMs > 0 || link.traces.signedAtMs > 0)
            detail.mail.push_back({link.worker, link.traces.openedAtMs, link.traces.signedAtMs});
    }
    return detail;
}

} // namespace hmsact::engine
