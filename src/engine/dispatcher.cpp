// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher.h"

#include "domain/channel.h"
#include "domain/offertransitions.h"
#include "domain/transition.h"

#include <algorithm>
#include <ranges>

namespace hmsact::engine {

using namespace domain;
using namespace Qt::StringLiterals;

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

// Itself, and who stands in for it now.
static QStringList workersOf(const Worker &worker, qint64 nowMs)
{
    const Leave *leave = leaveAt(worker, nowMs);
    return leave && !leave->substitute.isNull() ? QStringList{worker.id.value, leave->substitute.value}
                                                : QStringList{worker.id.value};
}

// Of each task what was said of it last, for its worker is told once; nothing of those that are `told`, which then grow by
// these.
static std::vector<MatchNotes::Back> lastOfEach(std::vector<MatchNotes::Back> &said, QSet<TaskId> &told)
{
    std::vector<MatchNotes::Back> last;
    for (const MatchNotes::Back &one : std::exchange(said, {}) | std::views::reverse) {
        if (!told.contains(one.task))
            last.push_back(one);
        told.insert(one.task);
    }
    std::ranges::reverse(last);
    return last;
}

void Dispatcher::run(QStringList locking)
{
    MatchNotes &notes = m_workspace.matching();
    QSet<TaskId> told;
    for (const MatchNotes::Back &one : lastOfEach(notes.handed, told)) {
        const Task &task = *m_workspace.task({{}, {}, one.task});
        const Worker *worker = task.state == TaskState::Pending ? m_workers.find(task.worker) : nullptr;
        if (worker)
            offerAgain(task, *worker, one);
    }
    if (notes.unmatched.empty() && notes.forsaken.empty() && notes.back.empty())
        return;
    QStringList skills;
    for (const MatchNotes::Unmatched &one : notes.unmatched)
        skills << m_workspace.task({{}, {}, one.task})->skill;
    for (const MatchNotes::Back &one : notes.back) {
        const Task &task = *m_workspace.task({{}, {}, one.task});
        skills << task.skill;
        if (const Worker *worker = m_workers.find(task.worker))
            locking << workersOf(*worker, m_workspace.nowMs());
    }
    skills.removeDuplicates();
    lockTold(skills, std::move(locking));
    for (const MatchNotes::Back &one : lastOfEach(notes.back, told)) {
        Task &task = *m_workspace.task({{}, {}, one.task});
        if (task.state == TaskState::Pending && !task.worker.isNull())
            comeBack(task, one);
    }
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
        offer(task, Keep::Anyhow, one.left.isNull() ? Again::Yes : Again::No); // else people are told first
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

// Who had it is told as of an offer; where that one is away, or gone, or no longer of the level that it takes, it goes to
// others.
void Dispatcher::comeBack(Task &task, const MatchNotes::Back &how)
{
    const Worker *known = m_workers.find(task.worker);
    const Task before = task;
    const int levelMin = how.byItself ? 1 : std::max(1, task.wishes.levelMin); // what it goes on with by its own word is its
    if (!known || !known->available || known->skills.value(task.skill) < levelMin) {
        m_workspace.changed(task, before, withdrawn(task), Actor::engine());
        return;
    }
    const Worker worker = *known; // to whom it goes may be read anew
    if (const Leave *leave = leaveAt(worker, m_workspace.nowMs()))
        handOver(task, worker, *leave);
    else
        offerAgain(task, worker, how);
}

void Dispatcher::offerAgain(const Task &task, const Worker &worker, const MatchNotes::Back &how)
{
    const Reminder reminder = how.byItself && !how.isUndone ? Reminder::No : how.isTold ? Reminder::Yes : Reminder::Silent;
    offered(task, worker, {{u"why"_s, how.why}}, reminder);
}

// Of those who had it before, where nobody else could have it, who has not had it last is told once more: whoever is only told
// of work does not ask for it. After a failed attempt also who had it last, once the back-off is over; that ends with the
// attempts.
Ranking Dispatcher::rankingFor(const Task &task, Again again)
{
    Ranking ranking = maker().rank(task);
    if (again == Again::No || !ranking.best.empty() || !ranking.counts.contains(LeftOut::Excluded)
        || m_workers.anotherCanTake(task, {}, m_workspace.nowMs()))
        return ranking;
    store::AssignmentStore store(m_database);
    Task anew = task;
    for (const QString &id : store.toldOnce(task.id))
        anew.excluded.removeAll(id);
    if (anew.excluded != task.excluded)
        ranking = maker().rank(anew);
    const bool isNextAttempt = task.notBeforeMs > 0 && task.notBeforeMs <= m_workspace.nowMs();
    const auto last = isNextAttempt && ranking.best.empty() ? store.last(task.id) : std::nullopt;
    return last && anew.excluded.removeAll(last->worker.value) > 0 ? maker().rank(anew) : ranking;
}

Dispatcher::Outcome Dispatcher::offer(Task &task, Keep keep, Again again)
{
    const Ranking ranking = rankingFor(task, again);
    const Ranking::Candidate *best = foremost(ranking);
    const Task before = task;
    if (!best || !isTold(*best->standing->worker)) {
        const bool isElsewhere = !task.wishes.pools.isEmpty() && task.pool != ranking.pool;
        if (isElsewhere && (keep == Keep::Anyhow || takeOpening(ranking.pool, task.skill))) {
            m_workspace.changed(task, before, keepForPool(task, ranking.pool), Actor::engine());
            return Outcome::Moved;
        }
        const bool isItsOwn = ranking.best.empty() && !ranking.counts.contains(LeftOut::AtCapacity);
        return isItsOwn ? Outcome::NotAtAll : Outcome::NotNow;
    }
    const Worker &worker = *best->standing->worker;
    m_workspace.changed(task, before, assign(task, worker, ranking.pool, best->score.total()), Actor::engine());
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
    message.digestMs = workspace.matching().isLate ? limits::escalationLateDigestMs : 0;
    workspace.send(std::move(message));
}

void Dispatcher::offered(const Task &task, const Worker &worker, QJsonObject reasons, Reminder reminder)
{
    const qint64 nowMs = m_workspace.nowMs();
    const bool isTimed = reminder != Reminder::No;
    const qint64 returnsAtMs = isTimed ? offerEndsMs(task, worker, m_workspace.hoursOf(worker.calendar), nowMs) : 0;
    m_workspace.noteTimer(returnsAtMs);
    m_workspace.matching().assignments.push_back({task.id, worker.id, nowMs, returnsAtMs, std::move(reasons)});
    if (reminder != Reminder::Silent)
        tellAssigned(m_workspace, task, worker);
}

Dispatcher::Choice Dispatcher::backup(const Task &task, const QString &to)
{
    const Task wanted = forBackup(task, to, m_workers.find({to}) != nullptr);
    lockTold({task.skill}, {});
    const Ranking ranking = maker().rank(wanted);
    const Standing *chosen = backupOf(ranking, wanted, to);
    if (!chosen)
        return {};
    QJsonObject reasons = toJson(ranking, wanted);
    maker().gave(chosen->worker->id, task.cost);
    return {chosen->worker, std::move(reasons)};
}

void Dispatcher::nobodyLeft(const Task &task)
{
    if (!m_workers.anotherCanTake(task, {}, m_workspace.nowMs()))
        m_workspace.happened(
            {Trigger::NoEligibleWorker, task.activity, task.id, m_workspace.nowMs(), m_workspace.nowMs(), {}});
}

bool Dispatcher::isFreerElsewhere(const Task &task, const Worker &worker)
{
    Matchmaker &matchmaker = maker(); // what is held is written
    const QString &id = worker.id.value;
    if (m_workspace.tasks().heldBy({id}).value(id) + task.cost <= worker.capacity)
        return false;
    Task wanted = task;
    wanted.excluded << id;
    return foremost(matchmaker.rank(wanted)) != nullptr;
}

std::optional<qint64> Dispatcher::staysUntilMs(Task &task)
{
    const Worker *worker = m_workers.find(task.worker);
    const qint64 nowMs = m_workspace.nowMs();
    if (!worker)
        return {};
    const qint64 untilMs = thereUntilMs(*worker);
    const bool isFreer = untilMs > nowMs && isFreerElsewhere(task, *worker);
    if (untilMs > nowMs && !isFreer)
        return untilMs;
    if (isFreer || m_workers.anotherCanTake(task, worker->id, nowMs))
        return {};
    const Occurrence kept{Trigger::NoEligibleWorker, task.activity, task.id, task.readyAtMs, nowMs, {}, true};
    const bool isTold = isToldOfKept(task, nowMs);
    if (isTold && store::AlertStore(m_database).about(kept)) {
        m_workspace.noteStanding({kept}); // steps go by who keeps it now
    } else if (isTold) {
        const Task before = task;
        m_workspace.changed(task, before, offerKept(task), Actor::engine());
        m_workspace.happened(kept);
    }
    return keepsUntilMs(task, *worker, m_workspace.hoursOf(worker->calendar), nowMs);
}

void Dispatcher::returned(Task &task)
{
    const Worker *worker = m_workers.find(task.worker);
    const Task before = task;
    if (worker && thereUntilMs(*worker) > m_workspace.nowMs()) { // full, which is no failure: it may come for it yet
        m_workspace.changed(task, before, withdrawn(task), Actor::engine());
    } else {
        m_workspace.changed(task, before, offerOver(task), Actor::engine());
        ++m_workspace.matching().outcomes[{task.skill, before.worker.value}].failed;
    }
    if (offer(task) != Outcome::Told)
        nobodyLeft(task);
}

bool Dispatcher::clear(const WorkerId &id, const Leave &leave, int limit)
{
    const std::vector<Task> found = m_workspace.tasks().ofWorker(id, limit);
    QStringList skills;
    std::vector<qint64> ids;
    for (const Task &task : found) {
        ids.push_back(task.id.value);
        skills << task.skill;
    }
    skills.removeDuplicates();
    if (!ids.empty())
        m_workspace.readAhead(ids, {});
    QStringList locking{id.value};
    if (!leave.substitute.isNull())
        locking << leave.substitute.value;
    lockTold(skills, locking);
    const Worker *worker = m_workers.find(id); // as it is now
    if (!worker || std::ranges::find(worker->leave, leave) == worker->leave.end())
        return false;
    for (const qint64 one : ids) {
        Task &task = *m_workspace.task({{}, {}, {one}});
        const bool isIts = task.state == TaskState::InProgress || task.state == TaskState::Pending;
        if (isIts && task.worker == id)
            handOver(task, *worker, leave);
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
        wanted.excluded.removeAll(substitute->id.value); // chosen on purpose
        for (const Standing &standing : maker.standings(task.skill)) {
            Standing then = standing; // leave begins at midnight: who is only off shift begins in the morning
            then.presence = standing.presence == Presence::OffShift ? Presence::Here : standing.presence;
            if (standing.worker->id == substitute->id && !whyNot(wanted, then)) {
                move.how = Handover::Substitute;
                move.to = standing.worker;
                return move;
            }
        }
    }
    if (move.ranking.best.empty())
        return move;
    const Ranking::Candidate *best = foremost(move.ranking);
    best = best ? best : &move.ranking.best.front();
    move.to = best->standing->worker;
    move.score = best->score.total();
    move.how = isTold(*move.to) ? Handover::Offered : Handover::Open;
    return move;
}

} // namespace hmsact::engine
