// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "store/activitystore.h"
#include "store/alertstore.h"
#include "store/assignmentstore.h"
#include "store/calendarstore.h"
#include "store/rulestore.h"
#include "store/taskstore.h"
#include "store/workerstore.h"

// When time will have done something next.
namespace hmsact::engine {

using namespace domain;

// A server's clock is put right by less, now and then; what is due waits so long.
static constexpr qint64 setBackMinMs = limits::msPerSecond;

static qint64 earlier(qint64 atMs, qint64 otherMs) // 0: none
{
    return atMs == 0 || (otherMs > 0 && otherMs < atMs) ? otherMs : atMs;
}

Result<qint64> Engine::nextTimerMs(qint64 nowMs)
{
    if (wasSetBack(nowMs))
        return atOnceMs;
    const Result<qint64> due = nextDueMs(nowMs);
    if (!due)
        return due;
    const qint64 nextSweepMs = m_sweptTo ? 0 : m_lastSweepMs == 0 ? atOnceMs : m_lastSweepMs + sweepEveryMs;
    return earlier(earlier(*due, earlier(m_nextLookMs, m_nextDesertedMs)),
                   earlier(earlier(m_nextMatchMs, m_nextWeighMs), earlier(nextSweepMs, m_isMoreOld ? m_nextForgetMs : 0)));
}

bool Engine::wasSetBack(qint64 nowMs) const { return m_lastTickMs - nowMs >= setBackMinMs; }

void Engine::goOnFrom(qint64 nowMs)
{
    for (qint64 *atMs : {&m_lastTickMs, &m_lastMatchMs, &m_lastSweepMs, &m_lastWeighMs, &m_lastDesertedMs, &m_notedRulesMs,
                         &m_nextForgetMs})
        *atMs = std::min(*atMs, nowMs);
    m_nextDesertedMs = 0;
    lookAgain();
}

void Engine::noteDue(qint64 atMs)
{
    if (m_nextDueMs)
        m_nextDueMs = earlier(*m_nextDueMs, atMs);
}

Result<qint64> Engine::nextDueMs(qint64 nowMs)
{
    if (!m_nextDueMs) {
        const Result<qint64> next = m_database.read<qint64>([&]() -> Result<qint64> {
            const auto timers = store::TaskStore(m_database).nextTimers(nowMs);
            store::WorkerStore workers(m_database);
            m_workers.load(workers);
            qint64 earliest = store::CalendarStore(m_database).toRecount() ? nowMs : 0;
            for (const qint64 at :
                 {timers.leaseEndMs, timers.dueMs, timers.backoffEndMs, store::ActivityStore(m_database).nextTimerMs(),
                  store::RuleStore(m_database).nextMs(), store::AlertStore(m_database).nextSnoozeEndMs(),
                  store::AssignmentStore(m_database).nextMs(), workers.nextLeaveMs(), m_workers.nextLeaveMs(m_lastTickMs)})
                earliest = earlier(earliest, at);
            return earliest;
        });
        if (!next)
            return next;
        m_nextDueMs = *next;
    }
    return *m_nextDueMs;
}

} // namespace hmsact::engine
