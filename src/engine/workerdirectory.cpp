// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerdirectory.h"

#include "domain/matching.h"

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
        m_workers.insert(worker.id.value, worker);
    indexAll();
    ++m_edition;
    m_loaded = true;
}

bool WorkerDirectory::settle(store::WorkerStore &store, const QStringList &ids, const QHash<QString, qint64> &versions)
{
    const auto isCurrent = [&](const QString &id) {
        const Worker *known = find({id});
        const auto version = versions.constFind(id);
        return known ? version != versions.cend() && *version == known->version : version == versions.cend();
    };
    if (store.isAlone() || std::ranges::all_of(ids, isCurrent))
        return false;
    makeStale();
    load(store);
    return true;
}

size_t WorkerDirectory::reach() const
{
    size_t sum = 1;
    for (const Worker &worker : m_workers)
        sum += qHashMulti(0, worker.id.value, worker.pools, worker.skills.keys());
    return sum;
}

const Worker *WorkerDirectory::find(const WorkerId &id) const
{
    const auto it = m_workers.constFind(id.value);
    return it == m_workers.cend() ? nullptr : &it.value();
}

void WorkerDirectory::put(const Worker &worker)
{
    ++m_edition;
    const bool isKnown = m_workers.contains(worker.id.value);
    m_workers.insert(worker.id.value, worker);
    if (isKnown)
        indexAll(); // it may have lost a skill
    else
        index(worker);
}

void WorkerDirectory::remove(const WorkerId &id)
{
    ++m_edition;
    m_workers.remove(id.value);
    indexAll();
}

void WorkerDirectory::seen(const WorkerId &id, qint64 atMs)
{
    if (const auto it = m_workers.find(id.value); it != m_workers.end())
        it->lastSeenAtMs = std::max(it->lastSeenAtMs, atMs);
}

void WorkerDirectory::index(const Worker &worker)
{
    for (auto skill = worker.skills.keyBegin(); skill != worker.skills.keyEnd(); ++skill) {
        m_bySkill[*skill].insert(worker.id.value);
        if (domain::isTold(worker))
            m_toldSkills.insert(*skill);
    }
}

void WorkerDirectory::indexAll()
{
    m_bySkill.clear();
    m_toldSkills.clear();
    for (const Worker &worker : std::as_const(m_workers))
        index(worker);
}

std::vector<const Worker *> WorkerDirectory::withSkill(const QString &skill) const
{
    std::vector<const Worker *> result;
    for (const QString &id : m_bySkill.value(skill))
        result.push_back(find({id}));
    std::ranges::sort(result, {}, [](const Worker *worker) { return worker->id.value; });
    return result;
}

template <class Workers>
static QString saidOfWhoIsAt(const QString &channel, const Workers &workers, QString Worker::*field)
{
    const auto isThere = [&](const Worker &worker) {
        return worker.channel == channel && !(worker.*field).isEmpty();
    };
    const auto found = std::find_if(workers.cbegin(), workers.cend(), isThere);
    return found == workers.cend() ? QString() : (*found).*field;
}

QString WorkerDirectory::languageAt(const QString &channel) const
{
    return saidOfWhoIsAt(channel, m_workers, &Worker::language);
}

QString WorkerDirectory::calendarAt(const QString &channel) const
{
    return saidOfWhoIsAt(channel, m_workers, &Worker::calendar);
}

QStringList WorkerDirectory::toldWith(const QString &skill) const
{
    QStringList ids;
    for (const Worker *worker : withSkill(skill)) {
        if (domain::isTold(*worker))
            ids << worker->id.value;
    }
    return ids;
}

bool WorkerDirectory::poolExists(const QString &pool) const
{
    return std::any_of(m_workers.cbegin(), m_workers.cend(), [&](const Worker &w) { return w.pools.contains(pool); });
}

const Worker *WorkerDirectory::backup(const domain::Task &task, const QString &to, const Hours &hours, qint64 atMs) const
{
    const domain::Task wanted = domain::forBackup(task, to, m_workers.contains(to));
    std::vector<domain::Standing> standings;
    for (const Worker *worker : withSkill(task.skill))
        standings.push_back(domain::standingOf(*worker, hours(worker->calendar), atMs));
    const domain::Ranking ranking = domain::rank(wanted, standings, 0);
    const domain::Standing *chosen = domain::backupOf(ranking, wanted, to);
    return chosen ? chosen->worker : nullptr;
}

qint64 WorkerDirectory::nextPresenceMs(const Hours &hours, qint64 nowMs) const
{
    qint64 next = 0;
    for (const Worker &worker : m_workers) {
        const qint64 atMs = domain::presenceEndsMs(worker, hours(worker.calendar), nowMs);
        next = next == 0 || (atMs > 0 && atMs < next) ? atMs : next;
    }
    return next;
}

qint64 WorkerDirectory::nextLeaveMs(qint64 afterMs) const
{
    qint64 next = 0;
    for (const Worker &worker : m_workers) {
        for (const domain::Leave &leave : worker.leave) {
            for (const qint64 atMs : {leave.fromMs, leave.toMs})
                next = atMs > afterMs && (next == 0 || atMs < next) ? atMs : next;
        }
    }
    return next;
}

const Worker *WorkerDirectory::whoNames(const WorkerId &substitute, qint64 nowMs) const
{
    const auto isNamed = [&](const domain::Leave &leave) {
        return leave.toMs > nowMs && leave.substitute == substitute;
    };
    const auto found = std::find_if(m_workers.cbegin(), m_workers.cend(), [&](const Worker &worker) {
        return worker.id != substitute && std::ranges::any_of(worker.leave, isNamed);
    });
    return found == m_workers.cend() ? nullptr : &found.value();
}

bool WorkerDirectory::humanCanTake(const domain::Task &task, const WorkerId &worker, qint64 nowMs) const
{
    domain::Task referred = task;
    referred.pool = task.oversight.pool;
    referred.oversight.forHumans = true;
    return anotherCanTake(referred, worker, nowMs);
}

bool WorkerDirectory::anotherCanTake(const domain::Task &task, const WorkerId &worker, qint64 nowMs) const
{
    const auto able = m_bySkill.constFind(task.skill);
    return able != m_bySkill.cend() && std::any_of(able->cbegin(), able->cend(), [&](const QString &id) {
               return id != worker.value && domain::isEligible(task, *find({id}), nowMs);
           });
}

} // namespace hmsact::engine
