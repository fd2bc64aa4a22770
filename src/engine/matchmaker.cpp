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
        if (!m_has.contains(worker->id.value))
            unknown << worker->id.value;
    }
    if (!unknown.isEmpty())
        read(unknown);
    const auto records = all.empty() ? store::WorkerStore::Records() : store::WorkerStore(m_database).records(skill);
    for (Standing &standing : all) {
        const Has has = m_has.value(standing.worker->id.value);
        standing.load = has.load;
        standing.givenAtMs = has.givenAtMs;
        standing.record = records.value(standing.worker->id.value);
    }
    return all;
}

void Matchmaker::read(const QStringList &workers)
{
    const QHash<QString, int> loads = store::TaskStore(m_database).loadOf(workers);
    const QHash<QString, qint64> givenAt = store::WorkerStore(m_database).givenAt(workers);
    for (const QString &id : workers)
        m_has.insert(id, {loads.value(id), givenAt.value(id)});
}

void Matchmaker::gave(const WorkerId &worker, int cost)
{
    const auto has = m_has.find(worker.value);
    if (has == m_has.end())
        return; // whoever asks reads it
    has->load += cost;
    has->givenAtMs = cost > 0 ? m_nowMs : 0;
    for (auto &[skill, all] : m_standings) {
        const auto id = [](const Standing &standing) -> const QString & {
            return standing.worker->id.value;
        };
        const auto it = std::ranges::lower_bound(all, worker.value, {}, id);
        if (it != all.end() && id(*it) == worker.value) {
            it->load = has->load;
            it->givenAtMs = has->givenAtMs;
        }
    }
}

} // namespace hmsact::engine
