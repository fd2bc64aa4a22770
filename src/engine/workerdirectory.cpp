// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerdirectory.h"

#include <algorithm>

namespace hmsact::engine {

using domain::Worker;
using domain::WorkerId;

void WorkerDirectory::load(store::WorkerStore &store)
{
    if (m_loaded)
        return;
    m_workers.clear();
    for (const Worker &worker : store.all())
        put(worker);
    m_loaded = true;
}

void WorkerDirectory::lock(store::WorkerStore &store, const QStringList &ids)
{
    const QHash<QString, qint64> versions = store.lock(ids);
    const auto isCurrent = [&](const QString &id) {
        const Worker *known = find({id});
        const auto version = versions.constFind(id);
        return known ? version != versions.cend() && *version == known->version : version == versions.cend();
    };
    if (std::ranges::all_of(ids, isCurrent))
        return;
    makeStale();
    load(store);
}

const Worker *WorkerDirectory::find(const WorkerId &id) const
{
    const auto it = m_workers.constFind(id.value);
    return it == m_workers.cend() ? nullptr : &it.value();
}

void WorkerDirectory::put(const Worker &worker) { m_workers.insert(worker.id.value, worker); }

void WorkerDirectory::remove(const WorkerId &id) { m_workers.remove(id.value); }

bool WorkerDirectory::poolExists(const QString &pool) const
{
    return std::any_of(m_workers.cbegin(), m_workers.cend(), [&](const Worker &w) { return w.pools.contains(pool); });
}

std::vector<const Worker *> WorkerDirectory::backups(const domain::Task &task, const QString &to) const
{
    const bool isWorker = m_workers.contains(to);
    std::vector<const Worker *> result;
    for (const Worker &worker : m_workers) {
        const bool isMeant = to.isEmpty() || (isWorker ? worker.id.value == to : worker.pools.contains(to));
        const bool isFit = !task.oversight.forHumans || worker.kind == domain::WorkerKind::Human;
        if (isMeant && isFit && worker.id != task.worker && worker.available && worker.skills.contains(task.skill)
            && !task.excluded.contains(worker.id.value))
            result.push_back(&worker);
    }
    std::ranges::sort(result, {}, [](const Worker *worker) { return worker->id.value; });
    return result;
}

bool WorkerDirectory::humanCanTake(const domain::Task &task, const WorkerId &worker) const
{
    const QString &pool = task.oversight.pool;
    return std::any_of(m_workers.cbegin(), m_workers.cend(), [&](const Worker &w) {
        return w.kind == domain::WorkerKind::Human && w.id != worker && w.available && w.skills.contains(task.skill)
            && !task.excluded.contains(w.id.value) && (pool.isEmpty() || w.pools.contains(pool));
    });
}

bool WorkerDirectory::anotherCanTake(const domain::Task &task, const WorkerId &worker) const
{
    return std::any_of(m_workers.cbegin(), m_workers.cend(), [&](const Worker &w) {
        return w.id != worker && w.available && w.skills.contains(task.skill) && !task.excluded.contains(w.id.value)
            && (task.pool.isEmpty() || w.pools.contains(task.pool))
            && (!task.oversight.forHumans || w.kind == domain::WorkerKind::Human);
    });
}

} // namespace hmsact::engine
