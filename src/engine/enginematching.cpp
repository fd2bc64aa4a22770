// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/escalator.h"
#include "store/tallystore.h"

#include <algorithm>

// When what waits is matched again, and what is remembered of who got what.
namespace hmsact::engine {

using namespace domain;

static constexpr qint64 matchAgainMs = limits::msPerMinute; // what waits: somebody may have less to do, or be there again
static constexpr qint64 poolsAgainMs =
    5 * limits::msPerSecond; // what is kept for a pool: its workers may have no room any more

// What the registered were given, how they did with what they are known for, and what came of reviews; last, so that no other
// core waits long for a row, and all lock them in one order.
void Engine::keepOutcomes(Workspace &workspace)
{
    auto &given = workspace.matching().given;
    std::erase_if(given, [this](const auto &one) { return !m_workers.find({one}); });
    if (!given.empty())
        store::WorkerStore(m_database).give(std::exchange(given, {}), workspace.nowMs());
    auto &outcomes = workspace.matching().outcomes;
    std::erase_if(outcomes, [this](const auto &outcome) {
        const auto &[skill, id] = outcome.first;
        const Worker *worker = m_workers.find({id});
        return !worker || !worker->skills.contains(skill);
    });
    if (!outcomes.empty())
        store::WorkerStore(m_database).add(std::exchange(outcomes, {}));
    if (auto &reviews = workspace.matching().reviews; !reviews.isEmpty())
        store::TallyStore(m_database).addReviews(std::exchange(reviews, {}));
}

void Engine::noteMatching(const Hint &news, bool workersChanged, bool isKept)
{
    m_poolsWait |= isKept;
    const bool isOfOthers = news.core != 0 && !news.readySkills.isEmpty(); // what they keep for pools they do not say
    const bool mayWait = m_matchWaits || m_poolsWait || isOfOthers || news.readySkills.intersects(m_workers.toldSkills());
    if (mayWait && !news.isEmpty()) {
        const qint64 againMs = std::max<qint64>(m_lastMatchMs + (m_poolsWait ? poolsAgainMs : matchAgainMs), 1);
        m_nextMatchMs = m_nextMatchMs == 0 ? againMs : std::min(m_nextMatchMs, againMs);
    }
    const auto isTold = [this](const QString &id) {
        const Worker *worker = m_workers.find({id});
        return worker && domain::isTold(*worker);
    };
    if (workersChanged || std::ranges::any_of(news.freedWorkers, isTold))
        m_nextMatchMs = std::max<qint64>(m_lastMatchMs + matchPauseMs, 1);
}

Status Engine::matchWaiting(qint64 nowMs, Leadership *leadership)
{
    if (m_nextMatchMs == 0 || nowMs < m_nextMatchMs)
        return Done{};
    std::optional<Workspace> workspace;
    Dispatcher::Progress progress;
    int freed = 0;
    const Status status = byTime(workspace, nowMs, leadership, [&](Workspace &one) {
        Dispatcher dispatcher(m_database, one, m_workers);
        freed = m_freedReach == m_workers.reach() ? 0 : dispatcher.freeStranded(limits::matchedMax);
        const bool lacksHumans = dispatcher.referToHumans(limits::matchedMax);
        progress = dispatcher.offerWaiting(m_matchedTo, limits::matchedMax);
        progress.waiting |= lacksHumans;
        Escalator(m_database, one, m_rules, m_workers).begin();
        one.flush();
        keepOutcomes(one);
    });
    if (!status || !workspace)
        return status;
    m_lastMatchMs = nowMs;
    m_freedReach = freed > 0 ? 0 : m_workers.reach();
    m_poolsWait = progress.kept || (m_matchedTo && m_poolsWait); // what was seen before it stopped counts, too
    m_matchedTo = std::move(progress.next);
    const bool goesOn = m_matchedTo || freed + progress.offered > 0;
    m_matchWaits = progress.waiting;
    m_nextMatchMs = 0;
    if (goesOn) {
        m_nextMatchMs = nowMs + matchPauseMs;
    } else if (progress.waiting) { // nothing but time could change anything
        const auto hours = [&](const QString &calendar) -> const WorkingTime & {
            return workspace->hoursOf(calendar);
        };
        const qint64 atMs = m_workers.nextPresenceMs(hours, nowMs);
        m_nextMatchMs = atMs > 0 ? std::max(atMs, nowMs + matchAgainMs) : 0;
    }
    publish(*workspace);
    return Done{};
}

} // namespace hmsact::engine
