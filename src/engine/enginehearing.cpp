// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/workerqueues.h"

#include <map>

// What an engine hears of the others on its database, and what it has to say.
namespace hmsact::engine {

using namespace domain;

void Engine::noteSeen(const QHash<QString, qint64> &seen)
{
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        m_lastSeenMs.insert(it.key(), it.value());
        m_workers.seen({it.key()}, it.value());
    }
}

void Engine::forgetWoken()
{
    m_wokenSkills.clear();
    m_wokenWorkers.clear();
    m_wakeAll = false;
}

void Engine::hear(const Hint &hint)
{
    if (hint.changes.overflow && !hint.exactly) // else only what there is too much of to name
        return lookAgain();
    if (hint.workersSaved) {
        m_workers.makeStale();
        m_wakeAll = true;
        noteWorkers(m_lastTickMs);
    }
    noteSeen(hint.seen);
    if (hint.changes.rules) {
        m_rules.makeStale();
        m_nextLookMs = m_nextWeighMs = atOnceMs;
    }
    if (hint.changes.calendars)
        m_calendars.makeStale();
    if (hint.changes.intents)
        m_intents.makeStale();
    noteQueues(m_lastTickMs);
    noteMatching(hint, hint.workersSaved || hint.changes.calendars, hint.exactly && hint.exactly->isKept);
    m_wokenSkills |= hint.readySkills;
    m_wokenWorkers |= hint.freedWorkers;
    if (hint.saysTimers())
        noteDue(hint.exactly ? hint.exactly->timerMs : 0);
    else
        m_nextDueMs.reset();
}

void Engine::lookAgain()
{
    m_workers.makeStale();
    m_rules.makeStale();
    m_nextLookMs = m_nextWeighMs = atOnceMs;
    m_calendars.makeStale();
    m_intents.makeStale();
    m_nextMatchMs = atOnceMs;
    noteWorkers(m_lastTickMs);
    m_wakeAll = true;
    m_nextDueMs.reset();
}

QSet<QString> Engine::haveWorkWaiting(const QSet<QString> &workers, qint64 nowMs)
{
    using Queues = std::vector<store::TaskStore::Queue>;
    QSet<QString> found;
    const Status read = m_database.read<Done>([&]() -> Result<Done> {
        found.clear();
        std::map<Queues, bool> known;
        for (const QString &id : workers) {
            const Worker *worker = m_workers.find({id});
            const Queues queues = worker && worker->available ? queuesOf(*worker, m_kept) : Queues();
            const auto [waits, isNew] = known.try_emplace(queues, false);
            if (isNew && !queues.empty())
                waits->second = !store::TaskStore(m_database).line(queues, nowMs, 1).empty();
            if (waits->second)
                found.insert(id);
        }
        return Done{};
    });
    return read ? found : workers;
}

Hint Engine::takeNews() { return std::exchange(m_news, {}); }

} // namespace hmsact::engine
