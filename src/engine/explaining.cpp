// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explaining.h"

#include "domain/codec.h"
#include "engine/lines.h"
#include "engine/openneeds.h"
#include "store/assignmentstore.h"
#include "store/eventstore.h"
#include "store/taskstore.h"
#include "store/workerstore.h"

#include <QJsonDocument>

#include <algorithm>

namespace hmsact::engine {

using namespace domain;
using namespace Qt::StringLiterals;

StaffSnapshot::StaffSnapshot(store::Database &database) : m_workers(store::WorkerStore(database).all())
{
    for (const Worker &worker : m_workers) {
        for (auto skill = worker.skills.keyBegin(); skill != worker.skills.keyEnd(); ++skill)
            m_bySkill[*skill].push_back(&worker);
    }
    store::CalendarStore calendars(database);
    m_calendars.load(calendars);
}

Staff StaffSnapshot::staff() const
{
    return {[this](const QString &skill) { return m_bySkill.value(skill); },
            [this](const QString &calendar) -> const WorkingTime & {
                return m_calendars.hours(calendar);
            }};
}

const Worker *StaffSnapshot::find(const WorkerId &id) const
{
    const auto it = std::ranges::lower_bound(m_workers, id.value, {}, [](const Worker &w) { return w.id.value; });
    return it != m_workers.end() && it->id == id ? &*it : nullptr;
}

bool StaffSnapshot::anotherCanTake(const Task &task, const WorkerId &worker, qint64 nowMs) const
{
    const auto able = m_bySkill.constFind(task.skill);
    return able != m_bySkill.cend() && std::ranges::any_of(*able, [&](const Worker *other) {
               return other->id != worker && isEligible(task, *other, nowMs);
           });
}

void explainWaiting(store::Database &database, const std::vector<TaskView *> &views, qint64 nowMs)
{
    store::TaskStore tasks(database);
    std::vector<qint64> waiting;
    std::vector<qint64> offered;
    bool anyPending = false;
    for (const TaskView *view : views) {
        if (view->task.state == TaskState::Waiting)
            waiting.push_back(view->task.id.value);
        else if (view->task.state == TaskState::Pending && !view->task.worker.isNull())
            offered.push_back(view->task.id.value);
        anyPending |= view->task.state == TaskState::Pending;
    }
    const OpenNeeds needs(tasks, waiting);
    const auto returning = store::AssignmentStore(database).returning(offered);
    std::optional<StaffSnapshot> snapshot;
    std::optional<Matchmaker> maker;
    if (anyPending) {
        snapshot.emplace(database);
        maker.emplace(database, snapshot->staff(), nowMs);
    }
    std::optional<Lines> lines;
    if (snapshot)
        lines.emplace(database, *snapshot, nowMs);
    const std::vector<Standing> nobody;
    for (TaskView *view : views) {
        const Task &task = view->task;
        const bool isFree = task.state == TaskState::Pending && task.worker.isNull();
        WaitingFacts facts{&task, needs.of(task.id), returning.value(task.id),
                           isFree ? &maker->standings(task.skill) : &nobody, nowMs};
        const Worker *assignee = snapshot && !isFree ? snapshot->find(task.worker) : nullptr;
        if (assignee)
            facts.assignee = standingOf(*assignee, maker->hoursOf(*assignee), nowMs);
        view->waiting = whyWaiting(facts);
        if (lines && view->waiting && view->waiting->cause == WaitingCause::Ready) {
            facts.place = lines->placeOf(task, *facts.standings);
            view->waiting = whyWaiting(facts);
        }
    }
}

static QString howOf(const Task &task)
{
    if (task.state == TaskState::InProgress)
        return u"reserved"_s;
    if (isOpen(task.state))
        return !task.worker.isNull() ? u"kept_for_worker"_s : !task.pool.isEmpty() ? u"kept_for_pool"_s : u"anyone"_s;
    return task.worker.isNull() ? u"anyone"_s : u"done"_s;
}

// Who was chosen last, and why; or has asked for work since: then the order of the queue was the reason.
static std::optional<QJsonObject> lastChoice(store::Database &database, const Task &task)
{
    const auto chosen = store::AssignmentStore(database).last(task.id);
    const auto reserved = task.leaseEpoch == 0
        ? std::nullopt
        : store::EventStore(database).latestOfTask(task.activity, task.id, u"task.reserved"_s);
    if (reserved && (!chosen || reserved->atMs > chosen->madeAtMs)) {
        const QJsonValue asker =
            QJsonDocument::fromJson(reserved->detail)[u"after"][u"worker_id"]; // none: it took what was kept for it
        if (asker.isString())
            return QJsonObject{{u"worker_id"_s, asker},
                               {u"at"_s, timeOrNull(reserved->atMs)},
                               {u"returns_at"_s, QJsonValue()},
                               {u"why"_s, u"asked"_s}};
    }
    if (!chosen)
        return {};
    QJsonObject reasons = chosen->reasons;
    reasons.insert(u"worker_id"_s, chosen->worker.value);
    reasons.insert(u"at"_s, timeOrNull(chosen->madeAtMs));
    reasons.insert(u"returns_at"_s, timeOrNull(chosen->returnsAtMs));
    return reasons;
}

QJsonObject assignmentOf(store::Database &database, const Task &task, qint64 nowMs)
{
    const StaffSnapshot snapshot(database);
    Matchmaker maker(database, snapshot.staff(), nowMs);
    if (isOpen(task.state) && !task.worker.isNull() && !maker.standings(task.skill).empty())
        maker.gave(task.worker, -task.cost); // what it has of this task does not count against it
    const Ranking ranking = maker.rank(task);
    QJsonObject json = toJson(ranking, task);
    json.insert(u"pool"_s, task.pool.isEmpty() ? QJsonValue() : QJsonValue(task.pool));
    json.insert(u"how"_s, howOf(task));
    json.insert(u"worker_id"_s, task.worker.isNull() ? QJsonValue() : QJsonValue(task.worker.value));
    if (const auto last = lastChoice(database, task))
        json.insert(u"last"_s, *last);
    return json;
}

} // namespace hmsact::engine
