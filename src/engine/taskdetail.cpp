// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/taskdetail.h"

#include "domain/needs.h"
#include "engine/explaining.h"
#include "store/activitystore.h"
#include "store/artefactstore.h"
#include "store/linkstore.h"
#include "store/listquery.h"
#include "store/taskstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

// The open tasks that must end before `task` can start, transitively, in the order of the activity.
static std::vector<Blocker> blockers(store::TaskStore &tasks, const Task &task)
{
    QHash<qint64, std::vector<qint64>> needsOf;
    std::vector<Task> all = tasks.ofActivity(task.activity);
    std::vector<qint64> ids;
    for (const Task &t : all)
        ids.push_back(t.id.value);
    QHash<qint64, QStringList> actionable;
    for (const store::TaskStore::Need &need : tasks.needsOf(ids)) {
        if (isMet(need.state, need.onFailure))
            continue;
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
    for (const Task &t : all) {
        if (found.contains(t.id.value))
            result.push_back({t.name, t.state, statusText(t.state, actionable.value(t.id.value)), t.worker});
    }
    return result;
}

Result<TaskDetail> taskDetail(store::Database &database, const TaskRef &ref, qint64 nowMs)
{
    store::TaskStore tasks(database);
    auto task = tasks.byRef(ref);
    if (!task)
        return ref.id.isNull()
            ? makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "activity %1 has no task %2"),
                        {ref.activity.toString(), ref.name})
            : makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no task %1"), {ref.id.toString()});
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
