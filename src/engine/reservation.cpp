// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reservation.h"

#include "domain/transition.h"

#include <QCoreApplication>

namespace hmsact::engine {

using domain::Actor;
using domain::ErrorCode;
using domain::Lease;
using domain::Result;
using domain::Task;
using domain::TaskState;
using domain::Worker;

// Of a stream: a few to spare for those that one worker passes over, and never so many that one page is felt.
static constexpr int pageSizeMin = 8;
static constexpr int pageSizeMax = 1000;

static int pageSizeFor(const std::vector<const domain::Reserve *> &asked)
{
    int expected = 0;
    for (const domain::Reserve *reserve : asked)
        expected = std::min(pageSizeMax, expected + std::clamp(reserve->max, 0, pageSizeMax));
    return std::max(expected, pageSizeMin);
}

Reservation::Reservation(store::Database &database, Workspace &workspace, WorkerDirectory &workers,
                         const std::vector<const domain::Reserve *> &asked)
    : m_workspace(workspace), m_workers(workers), m_pageSize(pageSizeFor(asked))
{
    QStringList ids;
    for (const domain::Reserve *reserve : asked)
        ids << reserve->worker.value;
    ids.removeDuplicates();
    if (ids.isEmpty())
        return;
    store::WorkerStore store(database);
    workers.lock(store, ids);
    m_held = workspace.tasks().heldBy(ids);
    QStringList offers{store::TaskStore::offerForHumans};
    for (int level = 2; level <= domain::skillLevelMax; ++level)
        offers << store::TaskStore::offerForLevel(level);
    for (const QString &id : std::as_const(ids)) {
        offers << store::TaskStore::offerForWorker({id});
        if (const Worker *worker = workers.find({id})) {
            for (const QString &pool : worker->pools)
                offers << store::TaskStore::offerForPool(pool);
        }
    }
    offers.removeDuplicates();
    const QStringList kept = workspace.tasks().offersAmong(offers);
    m_offers = QSet<QString>(kept.begin(), kept.end());
}

Reservation::Stream &Reservation::stream(const QString &offer, const QString &skill)
{
    const auto [it, isNew] = m_streams.try_emplace({offer, skill});
    if (isNew) {
        it->second.offer = offer;
        it->second.skill = skill;
    }
    return it->second;
}

std::vector<Reservation::Cursor> Reservation::cursors(const Worker &worker)
{
    QStringList offers{QString()};
    if (const QString own = store::TaskStore::offerForWorker(worker.id); m_offers.contains(own))
        offers << own;
    if (worker.kind == domain::WorkerKind::Human && m_offers.contains(store::TaskStore::offerForHumans))
        offers << store::TaskStore::offerForHumans;
    for (const QString &pool : worker.pools) {
        if (const QString kept = store::TaskStore::offerForPool(pool); m_offers.contains(kept))
            offers << kept;
    }
    std::vector<Cursor> result;
    const auto add = [&](const QString &offer, const QString &skill) {
        Stream &found = stream(offer, skill);
        result.push_back({&found, found.position});
    };
    for (auto skill = worker.skills.cbegin(); skill != worker.skills.cend(); ++skill) {
        for (const QString &offer : std::as_const(offers))
            add(offer, skill.key());
        for (int level = 2; level <= *skill; ++level) {
            if (const QString kept = store::TaskStore::offerForLevel(level); m_offers.contains(kept))
                add(kept, skill.key());
        }
    }
    return result;
}

// Whether it may have the task at all; who was chosen for it on purpose may.
static bool mayHave(const Task &task, const Worker &worker, const WorkerDirectory &workers)
{
    if (task.oversight.forHumans && worker.kind != domain::WorkerKind::Human)
        return false;
    if (task.cost > worker.capacity || (task.worker != worker.id && worker.skills.value(task.skill) < task.wishes.levelMin))
        return false;
    return !task.excluded.contains(worker.id.value) || !workers.anotherCanTake(task, worker.id);
}

// The next task of the stream this worker may have, or nullptr.
Task *Reservation::candidate(Cursor &cursor, const Worker &worker)
{
    Stream &s = *cursor.stream;
    for (;; ++cursor.position) {
        if (cursor.position == s.page.size()) {
            if (s.ended)
                return nullptr;
            auto rows = m_workspace.tasks().ready(s.offer, s.skill, s.last, m_workspace.nowMs(), m_pageSize);
            s.ended = static_cast<int>(rows.size()) < m_pageSize;
            for (Task &row : rows) {
                s.last = {row.rankAtMs == 0 ? store::TaskStore::RankKey().rankAtMs : row.rankAtMs, row.id.value};
                s.page.push_back(row.id);
                m_workspace.adopt(std::move(row));
            }
            if (cursor.position == s.page.size())
                return nullptr;
        }
        Task *task = m_workspace.task({{}, {}, s.page[cursor.position]});
        if (task->state != TaskState::Pending) {
            if (s.position == cursor.position)
                ++s.position; // taken: nobody needs to look at it again
            continue;
        }
        if (mayHave(*task, worker, m_workers))
            return task;
    }
}

Lease Reservation::lease(Task &task, const Worker &worker, qint64 leaseMs, const Actor &actor)
{
    const Task before = task;
    m_workspace.changed(task, before, domain::reserve(task, worker.id, leaseMs, m_workspace.nowMs()), actor);
    m_held[worker.id.value] += task.cost;
    return {task.id,
            task.activity,
            task.name,
            task.skill,
            task.payload,
            task.leaseEpoch,
            task.leaseExpiresAtMs,
            task.attempt,
            task.dueAtMs,
            task.oversight.proposedBy,
            task.result,
            task.oversight.confidencePpm};
}

static Result<const Worker *> allowed(const domain::Reserve &command, const Actor &actor, const WorkerDirectory &workers)
{
    using namespace domain;
    if (!actor.mayActFor(command.worker))
        return makeError(ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Error", "%1 may not reserve for worker %2"),
                         {actor.name, command.worker.value});
    const Worker *worker = workers.find(command.worker);
    if (!worker)
        return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "no worker is registered as %1"),
                         {command.worker.value});
    if (command.max < 1 || command.max > limits::reserveMax)
        return invalidField(QStringLiteral("/max"), QT_TRANSLATE_NOOP("Error", "must be between 1 and %1"),
                            {QString::number(limits::reserveMax)});
    if (command.leaseMs != 0 && (command.leaseMs < limits::leaseMinMs || command.leaseMs > limits::leaseMaxMs))
        return invalidField(QStringLiteral("/lease_s"), QT_TRANSLATE_NOOP("Error", "must be between 1 and %1"),
                            {QString::number(limits::leaseMaxMs / limits::msPerSecond)});
    return worker;
}

// The first of all streams, as many as there is room for. What does not fit ends it: a smaller task behind would for ever be
// given first.
std::vector<Task *> Reservation::choose(const Worker &worker, int max)
{
    std::vector<Cursor> streams = cursors(worker);
    std::vector<Task *> taken;
    int room = worker.capacity - m_held.value(worker.id.value);
    while (static_cast<int>(taken.size()) < max) {
        Task *best = nullptr;
        Cursor *from = nullptr;
        for (Cursor &cursor : streams) {
            Task *next = candidate(cursor, worker);
            if (next && (!best || std::pair(next->rankAtMs, next->id) < std::pair(best->rankAtMs, best->id))) {
                best = next;
                from = &cursor;
            }
        }
        if (!best || best->cost > room)
            break;
        ++from->position;
        room -= best->cost;
        taken.push_back(best);
    }
    return taken;
}

Result<std::vector<Lease>> Reservation::reserve(const domain::Reserve &command, const Actor &actor)
{
    const Result<const Worker *> found = allowed(command, actor, m_workers);
    if (!found)
        return found.error();
    const Worker &worker = **found;
    std::vector<Lease> leases;
    if (!worker.available || worker.capacity <= m_held.value(worker.id.value))
        return leases;
    const qint64 leaseMs = command.leaseMs > 0
        ? command.leaseMs
        : domain::leaseMsFor(worker.kind, m_workspace.hoursOf(worker.calendar), m_workspace.nowMs());
    const std::vector<Task *> taken = choose(worker, command.max);
    std::vector<qint64> activities;
    for (const Task *task : taken)
        activities.push_back(task->activity.value);
    m_workspace.readActivities(activities);
    for (Task *task : taken)
        leases.push_back(lease(*task, worker, leaseMs, actor));
    return leases;
}

} // namespace hmsact::engine
