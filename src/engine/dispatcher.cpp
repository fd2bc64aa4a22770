// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher.h"

#include "domain/channel.h"
#include "domain/offertransitions.h"
#include "domain/transition.h"

#include <algorithm>
#include <limits>

namespace hmsact::engine {

using namespace domain;
using namespace Qt::StringLiterals;

static constexpr int inVainMax = 20; // tasks in a row that could go to somebody and do not now: those behind will not either

Dispatcher::Dispatcher(store::Database &database, Workspace &workspace, WorkerDirectory &workers)
    : m_database(database), m_workspace(workspace), m_workers(workers)
{
}

Matchmaker &Dispatcher::maker()
{
    if (!m_maker || m_edition != m_workers.edition()) {
        m_workspace.flush(); // what it reads is written
        m_edition = m_workers.edition();
        const Staff staff{[this](const QString &skill) { return m_workers.withSkill(skill); },
                          [this](const QString &calendar) -> const WorkingTime & {
                              return m_workspace.hoursOf(calendar);
                          }};
        m_maker.emplace(m_database, staff, m_workspace.nowMs());
    }
    return *m_maker;
}

// Whoever gives work to a worker has locked it, so that two cores count what it has.
void Dispatcher::lockTold(const QStringList &skills, QStringList locking)
{
    for (const QString &skill : skills) {
        if (!m_locked.contains(skill))
            locking << m_workers.toldWith(skill);
        m_locked.insert(skill);
    }
    locking.removeDuplicates();
    store::WorkerStore store(m_database);
    if (!locking.isEmpty())
        m_workers.lock(store, locking);
}

void Dispatcher::run(QStringList locking)
{
    MatchNotes &notes = m_workspace.matching();
    if (notes.unmatched.empty() && notes.forsaken.empty())
        return;
    QStringList skills;
    for (const MatchNotes::Unmatched &one : notes.unmatched)
        skills << m_workspace.task({{}, {}, one.task})->skill;
    skills.removeDuplicates();
    lockTold(skills, std::move(locking));
    for (const MatchNotes::Unmatched &one : std::exchange(notes.unmatched, {})) {
        Task &task = *m_workspace.task({{}, {}, one.task});
        if (task.state != TaskState::Pending || !task.worker.isNull())
            continue;
        const Worker *left = m_workers.find(one.left);
        if (left && isTold(*left) && !task.excluded.contains(left->id.value)) {
            const Task before = task;
            m_workspace.changed(task, before, giveUp(task, left->id), Actor::engine());
            notes.forsaken.push_back(task.id);
        }
        offer(task);
    }
    tellOfForsaken();
    m_workspace.flush();
}

// Nobody waits in silence for one who has let it go.
void Dispatcher::tellOfForsaken()
{
    std::vector<TaskId> forsaken = std::exchange(m_workspace.matching().forsaken, {});
    std::ranges::sort(forsaken);
    const auto [first, last] = std::ranges::unique(forsaken);
    forsaken.erase(first, last);
    for (const TaskId id : forsaken) {
        const Task &task = *m_workspace.task({{}, {}, id});
        if (task.state == TaskState::Pending && task.worker.isNull())
            nobodyLeft(task);
    }
}

Dispatcher::Outcome Dispatcher::offer(Task &task)
{
    const Ranking ranking = maker().rank(task);
    const bool isTaken = !ranking.best.empty() && isTold(*ranking.best.front().standing->worker);
    const Task before = task;
    if (!isTaken) {
        if (!task.wishes.pools.isEmpty())
            m_workspace.changed(task, before, keepForPool(task, ranking.pool), Actor::engine());
        const bool isItsOwn = ranking.best.empty() && !ranking.counts.contains(LeftOut::AtCapacity);
        return isItsOwn ? Outcome::NotAtAll : Outcome::NotNow;
    }
    const Worker &worker = *ranking.best.front().standing->worker;
    m_workspace.changed(task, before, assign(task, worker, ranking.pool, ranking.best.front().score.total()),
                        Actor::engine());
    QJsonObject reasons = toJson(ranking, task);
    maker().gave(worker.id, task.cost);
    offered(task, worker, std::move(reasons));
    return Outcome::Told;
}

void tellAssigned(Workspace &workspace, const Task &task, const Worker &worker)
{
    if (!isChannel(worker.channel))
        return;
    Notification message;
    message.kind = NotificationKind::Assignment;
    message.address = worker.channel;
    message.facts = {{u"task"_s, task.name}, {u"due_at_ms"_s, task.dueAtMs}, {u"worker_id"_s, worker.id.value}};
    if (!worker.language.isEmpty())
        message.facts.insert(u"language"_s, worker.language);
    message.activity = task.activity;
    message.task = task.id;
    workspace.send(std::move(message));
}

void Dispatcher::offered(const Task &task, const Worker &worker, QJsonObject reasons)
{
    const qint64 nowMs = m_workspace.nowMs();
    qint64 returnsAtMs = 0;
    if (worker.kind == WorkerKind::Human)
        returnsAtMs = m_workspace.hoursOf(worker.calendar).after(nowMs, returnAfterMs(worker)).value_or(0);
    if (task.dueAtMs > nowMs && returnsAtMs >= task.dueAtMs)
        returnsAtMs = 0; // then it is for the rules about what is late
    m_workspace.noteTimer(returnsAtMs);
    m_workspace.matching().assignments.push_back({task.id, worker.id, nowMs, returnsAtMs, std::move(reasons)});
    tellAssigned(m_workspace, task, worker);
}

Dispatcher::Choice Dispatcher::backup(const Task &task, const QString &to)
{
    Task wanted = task;
    wanted.wishes.pools.clear();
    wanted.pool = m_workers.find({to}) ? QString() : to;
    if (!task.worker.isNull())
        wanted.excluded << task.worker.value;
    lockTold({task.skill}, {});
    const Ranking ranking = maker().rank(wanted);
    const auto isMeant = [&](const Worker &worker) {
        return to.isEmpty() || !wanted.pool.isEmpty() || worker.id.value == to;
    };
    const auto reasonsOf = [&](const Worker &worker) {
        QJsonObject reasons = toJson(ranking, wanted);
        maker().gave(worker.id, task.cost);
        return Choice{&worker, std::move(reasons)};
    };
    for (const Ranking::Candidate &candidate : ranking.best) {
        if (isMeant(*candidate.standing->worker))
            return reasonsOf(*candidate.standing->worker);
    }
    const Standing *full = nullptr;
    const auto share = [](const Standing &standing) {
        return double(standing.load) / standing.worker->capacity;
    };
    for (const auto &[standing, why] : ranking.leftOut) {
        if (why == LeftOut::AtCapacity && isMeant(*standing->worker) && (!full || share(*standing) < share(*full)))
            full = standing;
    }
    return full ? reasonsOf(*full->worker) : Choice();
}

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

bool Dispatcher::hasRoom(const QString &skill)
{
    return std::ranges::any_of(maker().standings(skill), [](const Standing &standing) {
        const bool isHere = standing.presence == Presence::Here || standing.presence == Presence::Silent;
        return isHere && isTold(*standing.worker) && standing.load < standing.worker->capacity;
    });
}

bool Dispatcher::goThrough(Place &place, int limit, Progress &progress)
{
    int inVain = 0;
    for (;;) {
        const int most = limit - progress.looked;
        if (most <= 0)
            return false;
        std::vector<Task> rows = m_workspace.tasks().ready(place.kept, place.skill, place.after, m_workspace.nowMs(), most);
        progress.waiting |= !rows.empty();
        for (Task &row : rows) {
            if (inVain >= inVainMax || !hasRoom(place.skill))
                return true;
            place.after = store::TaskStore::keyOf(row);
            ++progress.looked;
            const Outcome outcome = offer(m_workspace.adopt(std::move(row)));
            progress.offered += outcome == Outcome::Told ? 1 : 0;
            inVain = outcome == Outcome::Told ? 0 : inVain + (outcome == Outcome::NotNow ? 1 : 0);
        }
        if (static_cast<int>(rows.size()) < most)
            return true;
    }
}

Dispatcher::Progress Dispatcher::offerWaiting(const std::optional<Place> &from, int limit)
{
    QStringList told(m_workers.toldSkills().begin(), m_workers.toldSkills().end());
    told.sort();
    lockTold(told, {});
    Progress progress;
    progress.waiting = from.has_value(); // else it would not have stopped there
    for (const QString &skill : std::as_const(told)) {
        if (from && skill < from->skill)
            continue;
        QStringList offers = offersOf(skill);
        offers.sort();
        for (const QString &kept : std::as_const(offers)) {
            const bool isThere = from && skill == from->skill;
            if (isThere && kept < from->kept)
                continue;
            Place place{skill, kept, isThere && kept == from->kept ? from->after : store::TaskStore::RankKey()};
            if (!goThrough(place, limit, progress)) {
                progress.next = std::move(place);
                m_workspace.flush();
                return progress;
            }
        }
    }
    m_workspace.flush();
    return progress;
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
    for (const store::TaskStore::Keeping &kept : m_workspace.tasks().kept()) {
        const int room = limit - int(freed.size());
        if (room <= 0 || isForSomebody(kept))
            continue;
        for (Task &row : m_workspace.tasks().ready(kept.offer, kept.skill, {}, whenever, room)) {
            Task &task = m_workspace.adopt(std::move(row));
            const Task before = task;
            const bool isPool = task.worker.isNull();
            m_workspace.changed(task, before, isPool ? keepForPool(task, {}) : offerOver(task), Actor::engine());
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
    return int(freed.size());
}

void Dispatcher::nobodyLeft(const Task &task)
{
    if (!m_workers.anotherCanTake(task, {}))
        m_workspace.happened(
            {Trigger::NoEligibleWorker, task.activity, task.id, m_workspace.nowMs(), m_workspace.nowMs(), {}});
}

void Dispatcher::returned(Task &task)
{
    const WorkerId from = task.worker;
    const Task before = task;
    m_workspace.changed(task, before, offerOver(task), Actor::engine());
    ++m_workspace.matching().outcomes[{task.skill, from.value}].failed;
    if (offer(task) != Outcome::Told)
        nobodyLeft(task);
}

bool Dispatcher::clear(const Worker &worker, const Leave &leave, int limit)
{
    const std::vector<Task> found = m_workspace.tasks().ofWorker(worker.id, limit);
    QStringList skills;
    std::vector<qint64> ids;
    for (const Task &task : found) {
        ids.push_back(task.id.value);
        skills << task.skill;
    }
    skills.removeDuplicates();
    if (!ids.empty())
        m_workspace.readAhead(ids, {});
    QStringList locking{worker.id.value};
    if (!leave.substitute.isNull())
        locking << leave.substitute.value;
    lockTold(skills, locking);
    for (const qint64 id : ids) {
        Task &task = *m_workspace.task({{}, {}, {id}});
        const bool isIts = task.state == TaskState::InProgress || task.state == TaskState::Pending;
        if (isIts && task.worker == worker.id)
            handOver(task, worker, leave);
    }
    m_workspace.flush();
    return int(found.size()) < limit;
}

void Dispatcher::handOver(Task &task, const Worker &worker, const Leave &leave)
{
    const Move move = moveOf(maker(), task, worker, m_workers.find(leave.substitute));
    const Task before = task;
    const bool isTaken = move.how == Handover::Substitute || move.how == Handover::Offered;
    m_workspace.changed(task, before, handedOver(task, isTaken ? move.to : nullptr, m_workspace.nowMs()), Actor::engine());
    if (isTaken) {
        QJsonObject reasons = toJson(move.ranking, task);
        maker().gave(move.to->id, task.cost);
        offered(task, *move.to, std::move(reasons));
    } else if (move.how == Handover::Nobody) {
        m_workspace.happened(
            {Trigger::NoEligibleWorker, task.activity, task.id, m_workspace.nowMs(), m_workspace.nowMs(), {}});
    }
}

Move moveOf(Matchmaker &maker, const Task &task, const Worker &from, const Worker *substitute)
{
    Task wanted = task;
    wanted.worker = {};
    if (!wanted.excluded.contains(from.id.value))
        wanted.excluded << from.id.value;
    Move move;
    move.ranking = maker.rank(wanted);
    if (substitute) {
        for (const Standing &standing : maker.standings(task.skill)) {
            if (standing.worker->id == substitute->id && !whyNot(wanted, standing)) {
                move.how = Handover::Substitute;
                move.to = standing.worker;
                return move;
            }
        }
    }
    if (move.ranking.best.empty())
        return move;
    move.to = move.ranking.best.front().standing->worker;
    move.score = move.ranking.best.front().score.total();
    move.how = isTold(*move.to) ? Handover::Offered : Handover::Open;
    return move;
}

} // namespace hmsact::engine
