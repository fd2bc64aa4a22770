// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/matchmaker.h"

#include "store/taskstore.h"
#include "store/workerstore.h"

#include <algorithm>

namespace hmsact::engine {

using domain::Standing;
using domain::Worker;
using domain::WorkerId;

Matchmaker::Matchmaker(store::Database &database, Staff staff, qint64 nowMs, quint64 seed)
    : m_database(database), m_staff(std::move(staff)), m_nowMs(nowMs), m_seed(seed)
{
}

const std::vector<Standing> &Matchmaker::standings(const QString &skill)
{
    const auto [it, isNew] = m_standings.try_emplace(skill);
    std::vector<Standing> &all = it->second;
    if (!isNew)
        return all;
    QStringList unknown;
    for (const Worker *worker : m_staff.withSkill(skill)) {
        all.push_back(domain::standingOf(*worker, m_staff.hours(worker->calendar), m_nowMs));
        if (!m_loads.contains(worker->id.value))
            unknown << worker->id.value;
    }
    if (!unknown.isEmpty())
        m_loads.insert(store::TaskStore(m_database).loadOf(unknown));
    const auto records = all.empty() ? store::WorkerStore::Records() : store::WorkerStore(m_database).records(skill);
    for (Standing &standing : all) {
        standing.load = m_loads.value(standing.worker->id.value);
        standing.record = records.value(standing.worker->id.value);
    }
    return all;
}

void Matchmaker::gave(const WorkerId &worker, int cost)
{
    const auto load = m_loads.find(worker.value);
    if (load == m_loads.end())
        return; // whoever asks reads it
    *load += cost;
    for (auto &[skill, all] : m_standings) {
        const auto id = [](const Standing &standing) -> const QString & {
            return standing.worker->id.value;
        };
        const auto it = std::ranges::lower_bound(all, worker.value, {}, id);
        if (it != all.end() && id(*it) == worker.value)
            it->load += cost;
    }
}

} // namespace hmsact::engine
