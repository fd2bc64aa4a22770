// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columns.h"
#include "store/taskstore.h"

#include <tuple>

// How tasks are written: whole, or the few columns that a usual change touches.
namespace hmsact::store {

using namespace Qt::StringLiterals;
using domain::Task;
using domain::TaskId;

// Most have none, and cost nothing.
static Utf8 wishesText(const domain::Wishes &wishes)
{
    if (wishes.isPlain())
        return {};
    return jsonText({{u"level_min"_s, wishes.levelMin},
                     {u"skills"_s, QJsonArray::fromStringList(wishes.skills)},
                     {u"pools"_s, QJsonArray::fromStringList(wishes.pools)}});
}

static QString offerOf(const Task &task)
{
    if (!task.worker.isNull())
        return TaskStore::offerForWorker(task.worker);
    if (!task.pool.isEmpty())
        return TaskStore::offerForPool(task.pool);
    if (task.oversight.forHumans)
        return TaskStore::offerForHumans; // at any level: whoever asks is looked at
    return task.wishes.levelMin > 1 ? TaskStore::offerForLevel(task.wishes.levelMin) : QString();
}

TaskStore::Queue TaskStore::queueOf(const Task &task) { return {offerOf(task), task.skill}; }

static Utf8 oversightText(const Task &task)
{
    static const domain::Oversight none;
    return task.oversight == none ? Utf8{QByteArrayLiteral("{}")} : jsonText(domain::toJson(task.oversight));
}

void TaskStore::insert(const Tasks &tasks)
{
    Statement s = m_database.statement("task.insert");
    for (const Task *task : tasks) {
        const Task &t = *task;
        s.add(t.id.value, t.activity.value, t.position, t.name, t.skill, t.slaMs, t.optional, jsonText(t.payload),
              t.priority, t.maxAttempts, domain::toString(t.review), domain::toString(t.onFailure),
              domain::toString(t.state), t.openNeeds, int(t.released), t.attempt, t.worker.value, t.pool, offerOf(t),
              lines(t.excluded), t.leaseEpoch, t.leaseExpiresAtMs, t.notBeforeMs, t.createdAtMs, t.readyAtMs,
              t.slaStartedAtMs, orNever(t.dueAtMs), orNever(t.dueSoonAtMs), orNever(t.atRiskAtMs), t.pausedAtMs,
              t.startedAtMs, t.endedAtMs, t.breachedAtMs, t.slaRun, orNever(t.rankAtMs), t.reason, jsonValueText(t.result),
              t.cost, wishesText(t.wishes), t.version, oversightText(t), t.lostLeases);
    }
    s.flush();
}

void TaskStore::insertNeeds(const std::vector<std::pair<TaskId, TaskId>> &needs)
{
    Statement s = m_database.statement("task.insert_need");
    for (const auto &[task, needed] : needs)
        s.add(task.value, needed.value);
    s.flush();
}

void TaskStore::update(const Tasks &tasks)
{
    Statement s = m_database.statement("task.update");
    for (const Task *task : tasks) {
        const Task &t = *task;
        s.add(domain::toString(t.state), t.openNeeds, int(t.released), t.attempt, t.worker.value, t.pool, offerOf(t),
              lines(t.excluded), t.leaseEpoch, t.leaseExpiresAtMs, t.notBeforeMs, t.readyAtMs, t.slaStartedAtMs,
              orNever(t.dueAtMs), orNever(t.dueSoonAtMs), orNever(t.atRiskAtMs), t.pausedAtMs, t.startedAtMs, t.endedAtMs,
              t.breachedAtMs, t.slaRun, orNever(t.rankAtMs), t.priority, t.reason, jsonValueText(t.result), t.version,
              oversightText(t), t.lostLeases, t.id.value);
    }
    s.flush();
}

// Writes the values that `valuesOf` tells of each task by the statement `one`, on SQLite those of neighbours that get the same
// by `several` at once.
template <class ValuesOf>
static void write(Database &database, const TaskStore::Tasks &tasks, const char *one, const char *several, ValuesOf valuesOf)
{
    if (database.url().dialect == Dialect::PostgreSql) {
        Statement s = database.statement(one);
        for (const Task *task : tasks)
            std::apply([&](const auto &...values) { s.add(values..., task->id.value); }, valuesOf(*task));
        s.flush();
        return;
    }
    for (size_t first = 0; first < tasks.size();) {
        const auto same = valuesOf(*tasks[first]);
        std::vector<qint64> ids;
        do
            ids.push_back(tasks[first++]->id.value);
        while (first < tasks.size() && valuesOf(*tasks[first]) == same);
        Statement s = database.statement(ids.size() == 1 ? one : several);
        std::apply(
            [&](const auto &...values) {
                if (ids.size() == 1)
                    s.bind(values..., ids.front());
                else
                    s.bind(values..., database.ids(ids));
            },
            same);
        s.execute();
    }
}

void TaskStore::updateHolder(const Tasks &tasks)
{
    write(m_database, tasks, "task.update_holder", "task.update_holders", [](const Task &t) {
        return std::make_tuple(domain::toString(t.state), t.worker.value, offerOf(t), t.leaseEpoch, t.leaseExpiresAtMs,
                               t.startedAtMs, t.version);
    });
}

void TaskStore::updateEnd(const Tasks &tasks)
{
    write(m_database, tasks, "task.update_end", "task.update_ends", [](const Task &t) {
        return std::make_tuple(domain::toString(t.state), int(t.released), t.leaseExpiresAtMs, t.endedAtMs, t.reason,
                               jsonValueText(t.result), t.version);
    });
}

// Looks at what a transition is likely to have changed first; most are told apart by it.
bool TaskStore::differsInHolderOnly(const Task &stored, const Task &now)
{
    if (stored.readyAtMs != now.readyAtMs || stored.endedAtMs != now.endedAtMs || stored.attempt != now.attempt)
        return false;
    Task same = now;
    same.state = stored.state;
    same.worker = stored.worker;
    same.leaseEpoch = stored.leaseEpoch;
    same.leaseExpiresAtMs = stored.leaseExpiresAtMs;
    same.startedAtMs = stored.startedAtMs;
    same.version = stored.version;
    return same == stored;
}

bool TaskStore::differsInEndOnly(const Task &stored, const Task &now)
{
    if (stored.endedAtMs == now.endedAtMs || stored.worker != now.worker || stored.leaseEpoch != now.leaseEpoch)
        return false;
    Task same = now;
    same.state = stored.state;
    same.released = stored.released;
    same.leaseExpiresAtMs = stored.leaseExpiresAtMs;
    same.endedAtMs = stored.endedAtMs;
    same.reason = stored.reason;
    same.result = stored.result;
    same.version = stored.version;
    return same == stored;
}

} // namespace hmsact::store
