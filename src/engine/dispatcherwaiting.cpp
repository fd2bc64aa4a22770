// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offertransitions.h"
#include "domain/transition.h"
#include "engine/dispatcher.h"

#include <algorithm>
#include <limits>

// How the dispatcher goes through what waits already.
namespace hmsact::engine {

using namespace domain;

static constexpr int inVainMax = 20; // tasks in a row that could go to somebody and do not now: those behind will not either
static constexpr int stayingMax = 3; // the same where nobody can be told: they only stay where they are kept, or go on
static constexpr int queuesMax = 2000; // a hundred pools for twenty skills

// Where tasks of a skill may wait that are not kept for one worker.
QStringList Dispatcher::offersOf(const QString &skill) const
{
    QStringList offers;
    for (int level = 2; level <= skillLevelMax; ++level)
        offers << store::TaskStore::offerForLevel(level);
    for (const QString &id : m_workers.toldWith(skill)) {
        for (const QString &pool : m_workers.find({id})->pools)
            offers << store::TaskStore::offerForPool(pool);
    }
    offers.removeDuplicates();
    return m_workspace.tasks().offersAmong(offers) << QString();
}

static bool isForPool(const QString &kept) { return kept.startsWith(store::TaskStore::offerForPool({})); }

static int roomOf(const Standing &standing)
{
    const bool isHere = standing.presence == Presence::Here || standing.presence == Presence::Silent;
    return isHere ? std::max(0, standing.worker->capacity - standing.load) : 0;
}

bool Dispatcher::hasRoom(const Place &place)
{
    return std::ranges::any_of(maker().standings(place.skill), [&](const Standing &standing) {
        return (isForPool(place.kept) || isTold(*standing.worker)) && roomOf(standing) > 0;
    });
}

// Whether one more task could be begun there than wait there; an empty pool is anyone.
bool Dispatcher::takeOpening(const QString &pool, const QString &skill)
{
    using store::TaskStore;
    const auto [opening, isNew] = m_openings.try_emplace({pool, skill}, 0);
    if (isNew) {
        qint64 room = 0;
        for (const Standing &standing : maker().standings(skill))
            room += pool.isEmpty() || standing.worker->pools.contains(pool) ? roomOf(standing) : 0;
        QStringList offers{pool.isEmpty() ? QString() : TaskStore::offerForPool(pool)};
        for (int level = 2; pool.isEmpty() && level <= skillLevelMax; ++level)
            offers << TaskStore::offerForLevel(level);
        for (const QString &offer : std::as_const(offers))
            room -= room > 0 ? m_workspace.tasks().waitingIn({offer, skill}, room) : 0;
        opening->second = room;
    }
    return opening->second-- > 0;
}

// That something waits there which is not read: nobody has room, or another core, or its hand, is at work on it.
void Dispatcher::noteUnread(const Place &place, Progress &progress)
{
    const bool isWaiting = m_workspace.tasks().waitingIn({place.kept, place.skill}, 1) > 0;
    progress.waiting |= isWaiting;
    progress.kept |= isWaiting && isForPool(place.kept);
}

bool Dispatcher::goThrough(Place &place, int limit, Progress &progress)
{
    int inVain = 0;
    const bool isTold = m_workers.toldSkills().contains(place.skill);
    const int inVainMost = isTold ? inVainMax : stayingMax;
    for (int page = inVainMost + 1;; page *= 2) { // what is read is locked: more only where these go
        const int most = std::min(limit - progress.looked, page);
        if (most <= 0)
            return false;
        if (!hasRoom(place)) { // nothing is locked for nothing
            noteUnread(place, progress);
            return true;
        }
        std::vector<Task> rows = m_workspace.tasks().ready(place.kept, place.skill, place.after, m_workspace.nowMs(), most);
        if (rows.empty())
            noteUnread(place, progress);
        progress.waiting |= !rows.empty();
        for (Task &row : rows) {
            const bool isPinned =
                isForPool(place.kept) && !row.wishes.pools.contains(row.pool); // somebody said so: it stays
            progress.kept |= isForPool(place.kept) && !isPinned;
            if (isPinned && !isTold) {
                place.after = store::TaskStore::keyOf(row);
                ++progress.looked;
                continue;
            }
            if (inVain >= inVainMost || !hasRoom(place))
                return true;
            place.after = store::TaskStore::keyOf(row);
            ++progress.looked;
            const Outcome outcome = offer(m_workspace.adopt(std::move(row)), Keep::WhereItCanBegin);
            const bool isGone = outcome == Outcome::Told || outcome == Outcome::Moved;
            progress.offered += isGone ? 1 : 0;
            inVain = isGone ? 0 : inVain + (outcome == Outcome::NotNow ? 1 : 0);
        }
        if (static_cast<int>(rows.size()) < most)
            return true;
    }
}

std::vector<Dispatcher::Place> Dispatcher::places()
{
    std::vector<Place> all;
    for (const QString &skill : m_workers.toldSkills()) {
        for (const QString &kept : offersOf(skill))
            all.push_back({skill, kept, {}});
    }
    for (const store::TaskStore::Queue &queue : m_workspace.tasks().queues(queuesMax)) {
        if (isForPool(queue.first))
            all.push_back({queue.second, queue.first, {}});
    }
    const auto key = [](const Place &place) {
        return std::tie(place.skill, place.kept);
    };
    std::ranges::sort(all, {}, key);
    const auto [first, last] = std::ranges::unique(all, {}, key);
    all.erase(first, last);
    return all;
}

Dispatcher::Progress Dispatcher::offerWaiting(const std::optional<Place> &from, int limit)
{
    lockTold(m_workers.toldSkills().values(), {});
    Progress progress;
    progress.waiting = from.has_value(); // else it would not have stopped there
    progress.kept = from && isForPool(from->kept);
    std::vector<Place> all = places();
    for (Place &place : all) {
        const auto key = std::tie(place.skill, place.kept);
        if (from && key < std::tie(from->skill, from->kept))
            continue;
        if (from && key == std::tie(from->skill, from->kept))
            place.after = from->after;
        if (!goThrough(place, limit, progress)) {
            progress.next = std::move(place);
            break;
        }
    }
    m_workspace.flush();
    return progress;
}

bool Dispatcher::referToHumans(int limit)
{
    bool isLeft = false;
    const qint64 nowMs = m_workspace.nowMs();
    for (std::vector<qint64> ids = m_workspace.tasks().withoutHuman(0, limit); !ids.empty();
         ids = m_workspace.tasks().withoutHuman(ids.back(), limit)) {
        m_workspace.readAhead(ids, {});
        for (const qint64 id : ids) {
            Task &task = *m_workspace.task({{}, {}, {id}});
            const Task before = task;
            const bool isThere = task.state == TaskState::InReview && m_workers.humanCanTake(task, task.worker, nowMs);
            isLeft |= !isThere;
            if (isThere)
                m_workspace.changed(task, before, referred(task, nowMs), Actor::engine());
        }
    }
    run();
    return isLeft;
}

bool Dispatcher::isForSomebody(const store::TaskStore::Keeping &kept) const
{
    using store::TaskStore;
    const std::vector<const Worker *> able = m_workers.withSkill(kept.skill);
    return std::ranges::any_of(able, [&](const Worker *worker) {
        const auto isIts = [&](const QString &pool) {
            return TaskStore::offerForPool(pool) == kept.offer;
        };
        return TaskStore::offerForWorker(worker->id) == kept.offer || std::ranges::any_of(worker->pools, isIts);
    });
}

int Dispatcher::freeStranded(int limit)
{
    constexpr qint64 whenever = std::numeric_limits<qint64>::max(); // after a failed attempt, too
    std::vector<std::pair<Task *, bool>> freed; // and whether a person had chosen the pool
    int left = 0;
    for (const store::TaskStore::Keeping &kept : m_workspace.tasks().kept()) {
        const int room = limit - int(freed.size());
        if (room <= 0 || isForSomebody(kept))
            continue;
        std::vector<Task> rows = m_workspace.tasks().ready(kept.offer, kept.skill, {}, whenever, room);
        left += rows.empty() ? 1 : 0; // there are: another is at work on them
        for (Task &row : rows) {
            Task &task = m_workspace.adopt(std::move(row));
            const Task before = task;
            const bool isPool = task.worker.isNull();
            m_workspace.changed(task, before, isPool ? keepForPool(task, {}) : withdrawn(task), Actor::engine());
            freed.emplace_back(&task, isPool && !task.wishes.pools.contains(before.pool));
        }
    }
    run();
    for (const auto &[task, wasChosen] : freed) {
        if (wasChosen)
            m_workspace.happened(
                {Trigger::NoEligibleWorker, task->activity, task->id, m_workspace.nowMs(), m_workspace.nowMs(), {}});
        else if (task->worker.isNull() && task->pool.isEmpty())
            nobodyLeft(*task);
    }
    return int(freed.size()) + left;
}

} // namespace hmsact::engine
