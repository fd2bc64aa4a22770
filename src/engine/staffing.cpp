// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffing.h"

#include "domain/notfound.h"
#include "domain/validation.h"
#include "engine/dispatcher.h"
#include "engine/explaining.h"
#include "store/activitystore.h"
#include "store/taskstore.h"
#include "store/workerstore.h"

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

static constexpr int queuesMax = 4 * limits::matrixSkillsMax; // for anyone, of levels, for humans, for pools

static std::vector<SkillRow> skillRows(store::Database &database, const StaffSnapshot &snapshot, Matchmaker &maker,
                                       bool &all)
{
    store::TaskStore tasks(database);
    QMap<QString, SkillRow> rows;
    const std::vector<store::TaskStore::Queue> queues = tasks.queues(queuesMax);
    all = queues.size() < size_t(queuesMax);
    for (const store::TaskStore::Queue &queue : queues) {
        if (rows.size() == limits::matrixSkillsMax && !rows.contains(queue.second)) {
            all = false;
            continue;
        }
        SkillRow &row = rows[queue.second];
        row.waiting += tasks.waitingIn(queue, limits::matrixWaitingMax - row.waiting);
    }
    for (const Worker &worker : snapshot.all()) {
        for (auto skill = worker.skills.keyBegin(); skill != worker.skills.keyEnd(); ++skill) {
            if (rows.size() < limits::matrixSkillsMax || rows.contains(*skill))
                (void)rows[*skill];
            else
                all = false;
        }
    }
    std::vector<SkillRow> result;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        row->skill = row.key();
        for (const Standing &standing : maker.standings(row.key())) {
            const bool isHere = standing.presence == Presence::Here || standing.presence == Presence::Silent;
            ++row->workers;
            row->here += isHere && standing.load < standing.worker->capacity ? 1 : 0;
        }
        result.push_back(*row);
    }
    return result;
}

Result<Staffing> staffing(store::Database &database, const GetStaffing &query, qint64 nowMs)
{
    const StaffSnapshot snapshot(database);
    Matchmaker maker(database, snapshot.staff(), nowMs);
    store::WorkerStore store(database);
    Staffing staffing;
    Result<Page<WorkerView>> found = store.page(query.cursor, query.limit);
    if (!found)
        return found.error();
    Page<WorkerView> page = std::move(*found);
    QStringList ids;
    for (const WorkerView &view : page.items)
        ids << view.worker.id.value;
    const auto records = store.recordsOf(ids);
    for (WorkerView &view : page.items) {
        const Standing standing = standingOf(view.worker, maker.hoursOf(view.worker), nowMs);
        StaffRow row{{}, standing.presence, standing.backAtMs, records.value(view.worker.id.value)};
        row.view = std::move(view);
        staffing.workers.items.push_back(std::move(row));
    }
    staffing.workers.nextCursor = page.nextCursor;
    if (query.cursor.isEmpty())
        staffing.skills = skillRows(database, snapshot, maker, staffing.allSkills);
    return staffing;
}

static Status isSound(const DrillAbsence &query, const StaffSnapshot &snapshot)
{
    const Worker *worker = snapshot.find(query.worker);
    if (!worker)
        return noWorker(query.worker);
    if (const Status valid = validate(query.leave, query.worker); !valid)
        return valid;
    Worker away = *worker;
    away.leave = {query.leave};
    Status sound = substitutesAreSound(away, [&](const WorkerId &id) { return snapshot.find(id); });
    if (!sound) {
        Error error = sound.error();
        for (FieldError &field : error.fields)
            field.pointer.remove(QStringLiteral("/leave/0"));
        return error;
    }
    return Done{};
}

Result<AbsencePlan> drillAbsence(store::Database &database, const DrillAbsence &query, qint64 nowMs)
{
    const StaffSnapshot snapshot(database);
    if (const Status sound = isSound(query, snapshot); !sound)
        return sound.error();
    Matchmaker maker(database, snapshot.staff(), std::max(nowMs, query.leave.fromMs)); // who is there then
    const Worker &worker = *snapshot.find(query.worker);
    const Worker *substitute = snapshot.find(query.leave.substitute);
    AbsencePlan plan;
    plan.worker = query.worker;
    plan.leave = query.leave;
    store::TaskStore store(database);
    std::vector<Task> tasks = store.ofWorker(query.worker, limits::drilledMax + 1);
    std::vector<Task> paused = store.pausedOfWorker(query.worker, limits::drilledMax + 1); // after what goes away at once
    std::ranges::move(paused, std::back_inserter(tasks));
    plan.complete = tasks.size() <= size_t(limits::drilledMax);
    tasks.resize(std::min(tasks.size(), size_t(limits::drilledMax)));
    std::vector<qint64> ids;
    std::ranges::transform(tasks, std::back_inserter(ids), [](const Task &task) { return task.activity.value; });
    QHash<qint64, Activity> activities;
    for (Activity &activity : store::ActivityStore(database).byIds(ids))
        activities.insert(activity.id.value, std::move(activity));
    for (const Task &task : tasks) {
        const Move move = moveOf(maker, task, worker, substitute);
        DrilledTask row;
        row.task = task.id;
        row.activity = task.activity;
        row.intent = activities[task.activity.value].intent;
        row.citizenId = activities[task.activity.value].citizenId;
        row.name = task.name;
        row.skill = task.skill;
        row.dueAtMs = task.dueAtMs;
        row.held = task.state == TaskState::InProgress;
        row.onHold = task.state == TaskState::OnHold;
        row.how = move.how;
        row.ranking = toJson(move.ranking, task);
        row.score = move.score;
        if (move.to) {
            row.to = move.to->id;
            if (move.how == Handover::Substitute || move.how == Handover::Offered)
                maker.gave(move.to->id, task.cost); // the others come for it
        } else {
            ++plan.nobody;
        }
        plan.tasks.push_back(std::move(row));
    }
    return plan;
}

} // namespace hmsact::engine
