// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reservation.h"

#include "domain/notfound.h"
#include "domain/permission.h"
#include "domain/transition.h"
#include "engine/workerqueues.h"
#include "store/columns.h"

#include <QCoreApplication>

namespace hmsact::engine {

using domain::Actor;
using domain::ErrorCode;
using domain::Lease;
using domain::Result;
using domain::Task;
using domain::TaskState;
using domain::Worker;

// Of a stream: a few to spare for those that one worker passes over, twice as many where it has passed over all, and never so
// many that one page is felt.
static constexpr int pageSizeMin = 2;
static constexpr int pageSizeMax = 1000;

Reservation::Reservation(store::Database &database, Workspace &workspace, WorkerDirectory &workers, QSet<QString> &kept)
    : m_database(database), m_workspace(workspace), m_workers(workers), m_kept(kept)
{
}

std::vector<const Worker *> Reservation::known(const QStringList &ids) const
{
    std::vector<const Worker *> workers;
    for (const QString &id : ids) {
        if (const Worker *worker = m_workers.find({id}))
            workers.push_back(worker);
    }
    return workers;
}

// None costs less than 1.
static int mostFor(const Worker &worker, int max) { return std::clamp(std::min(max, worker.capacity), 0, pageSizeMax); }

// Counted together: who asks and what they hold, what is kept for them, as many tasks as those of one stream could take.
void Reservation::lookAt(const std::vector<Asking> &asking)
{
    QStringList ids;
    for (const Asking &one : asking)
        ids << one.command->worker.value;
    ids.removeDuplicates();
    store::WorkerStore store(m_database);
    auto lock = store.askLock(ids);
    auto held = m_workspace.tasks().askHeldBy(ids);
    QStringList concerned = offersFor(known(ids));
    auto offers = m_workspace.tasks().askOffersAmong(concerned);
    auto foreseen = foresee(asking); // after the locks, and in the same exchange
    const bool areOthers = m_workers.settle(store, ids, lock.answer());
    m_held = held.answer();
    QStringList kept = offers.answer();
    if (areOthers) {
        concerned = offersFor(known(ids));
        kept = m_workspace.tasks().offersAmong(concerned);
    }
    m_offers = QSet<QString>(kept.begin(), kept.end());
    m_kept.subtract(QSet<QString>(concerned.begin(), concerned.end())).unite(m_offers);
    lookAtUnwritten();
    for (const Asking &one : asking) {
        if (const Worker *worker = m_workers.find(one.command->worker))
            m_streams[queuesOf(*worker, m_offers)].expected += mostFor(*worker, one.command->max);
    }
    const auto stream = foreseen && !areOthers ? m_streams.find(foreseen->queues) : m_streams.end();
    if (stream != m_streams.end())
        take(stream->second, stream->first,
             store::TaskStore::page(foreseen->asked.answer(), stream->second.last, foreseen->size));
}

void Reservation::lookAtUnwritten()
{
    for (Task *task : m_workspace.unwrittenReady()) {
        const store::TaskStore::Queue queue = store::TaskStore::queueOf(*task);
        m_unwritten[queue].push_back(task);
        if (!queue.first.isEmpty())
            m_offers.insert(queue.first);
    }
    const QHash<QString, int> &more = m_workspace.unwrittenHeld();
    for (auto worker = more.cbegin(); worker != more.cend(); ++worker)
        m_held[worker.key()] += *worker;
}

// Asked before it is known what is kept for them, as it was the last time: that saves an exchange where it still is so.
std::optional<Reservation::Foreseen> Reservation::foresee(const std::vector<Asking> &asking)
{
    if (m_database.url().dialect == store::Dialect::Sqlite)
        return std::nullopt;
    std::optional<Queues> common;
    int expected = 0;
    for (const Asking &one : asking) {
        const Worker *worker = m_workers.find(one.command->worker);
        if (!worker || !worker->available)
            continue;
        const Queues queues = queuesOf(*worker, m_kept);
        if (queues.empty() || (common && *common != queues))
            return std::nullopt;
        common = queues;
        expected += mostFor(*worker, one.command->max);
    }
    if (!common)
        return std::nullopt;
    const int size = std::clamp(expected, pageSizeMin, pageSizeMax);
    return Foreseen{*common, size, m_workspace.tasks().askReady(*common, {}, m_workspace.nowMs(), size)};
}

// What is stored as far as the page goes, and where they belong those that are stored otherwise or not at all.
void Reservation::take(Stream &stream, const Queues &queues, store::TaskStore::Page &&page)
{
    using store::TaskStore;
    const TaskStore::RankKey before = std::exchange(stream.last, page.last);
    stream.isEnd = page.isEnd;
    for (domain::Activity &row : page.activities)
        m_workspace.adopt(std::move(row));
    std::vector<const Task *> found;
    for (Task &row : page.tasks) {
        const Task &task = m_workspace.adopt(std::move(row));
        if (Workspace::isWritten(task))
            found.push_back(&task);
    }
    for (const TaskStore::Queue &queue : queues) {
        const auto unwritten = m_unwritten.find(queue);
        if (unwritten == m_unwritten.end())
            continue;
        std::ranges::copy_if(unwritten->second, std::back_inserter(found), [&](const Task *task) {
            const TaskStore::RankKey key = TaskStore::keyOf(*task);
            return before < key && (stream.isEnd || key <= stream.last);
        });
    }
    std::ranges::sort(found, {}, [](const Task *task) { return TaskStore::keyOf(*task); });
    for (const Task *task : found)
        stream.page.push_back(task->id);
}

// The next task of the stream, from `position`, that this worker may have, or nullptr.
Task *Reservation::candidate(Stream &stream, const Queues &queues, size_t &position, const Worker &worker)
{
    const Another another = [this](const Task &one, const domain::WorkerId &but) {
        return m_workers.anotherCanTake(one, but, m_workspace.nowMs());
    };
    for (;;) {
        if (position == stream.page.size()) {
            if (stream.isEnd)
                return nullptr;
            const int size = std::clamp(std::max(stream.expected, 2 * stream.inVain), pageSizeMin, pageSizeMax);
            stream.inVain = size;
            take(stream, queues, m_workspace.tasks().ready(queues, stream.last, m_workspace.nowMs(), size));
            continue;
        }
        Task *task = m_workspace.task({{}, {}, stream.page[position]});
        const bool isFree = task->state == TaskState::Pending && !m_taken.contains(task);
        if (isFree && mayHave(*task, worker, another))
            return task;
        if (!isFree && stream.position == position)
            ++stream.position; // nobody needs to look at it again
        ++position;
    }
}

Lease Reservation::lease(Task &task, const Worker &worker, qint64 leaseMs, const Actor &actor)
{
    const Task before = task;
    m_workspace.changed(task, before, domain::reserve(task, worker.id, leaseMs, m_workspace.nowMs()), actor);
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
    if (const Status status = permitActingFor(command.worker, actor); !status)
        return status.error();
    const Worker *worker = workers.find(command.worker);
    if (!worker)
        return noWorker(command.worker);
    if (command.max < 1 || command.max > limits::reserveMax)
        return invalidField(QStringLiteral("/max"), QT_TRANSLATE_NOOP("Error", "must be between 1 and %1"),
                            {QString::number(limits::reserveMax)});
    if (command.leaseMs != 0 && (command.leaseMs < limits::leaseMinMs || command.leaseMs > limits::leaseMaxMs))
        return invalidField(QStringLiteral("/lease_s"), QT_TRANSLATE_NOOP("Error", "must be between 1 and %1"),
                            {QString::number(limits::leaseMaxMs / limits::msPerSecond)});
    return worker;
}

// The first of its stream, as many as there is room for; fewer where their payloads are large. What does not fit ends it: a
// smaller task behind would for ever be given first.
std::vector<Task *> Reservation::choose(const Worker &worker, int max)
{
    const auto queues = queuesOf(worker, m_offers);
    if (queues.empty())
        return {};
    Stream &stream = m_streams[queues];
    const int expectedOfOthers = stream.expected - mostFor(worker, max);
    size_t position = stream.position;
    std::vector<Task *> taken;
    int room = worker.capacity - m_held.value(worker.id.value);
    qsizetype bytes = 0;
    while (static_cast<int>(taken.size()) < max && bytes <= store::readBytesMax) {
        Task *next = candidate(stream, queues, position, worker);
        if (!next || next->cost > room)
            break;
        ++position;
        --stream.expected;
        stream.inVain = 0;
        room -= next->cost;
        bytes += store::jsonBytes(*next);
        taken.push_back(next);
    }
    stream.expected = expectedOfOthers;
    return taken;
}

Result<Reservation::Chosen> Reservation::chooseFor(const Asking &one)
{
    const Result<const Worker *> found = allowed(*one.command, *one.actor, m_workers);
    if (!found)
        return found.error();
    Chosen chosen{*found, {}};
    int &held = m_held[chosen.worker->id.value];
    const bool isAway = !chosen.worker->available || leaveAt(*chosen.worker, m_workspace.nowMs());
    if (isAway || chosen.worker->capacity <= held)
        return chosen;
    chosen.tasks = choose(*chosen.worker, one.command->max);
    for (const Task *task : chosen.tasks)
        held += task->cost;
    m_taken.insert(chosen.tasks.begin(), chosen.tasks.end());
    return chosen;
}

std::vector<Reservation::Leases> Reservation::reserve(const std::vector<Asking> &asking)
{
    if (asking.empty())
        return {};
    lookAt(asking);
    std::vector<Result<Chosen>> all;
    std::vector<qint64> activities;
    for (const Asking &one : asking) {
        all.push_back(chooseFor(one));
        for (const Task *task : all.back() ? all.back()->tasks : std::vector<Task *>())
            activities.push_back(task->activity.value);
    }
    m_workspace.readAhead({}, activities);
    std::vector<Leases> answers;
    for (size_t i = 0; i < asking.size(); ++i) {
        if (!all[i]) {
            answers.emplace_back(all[i].error());
            continue;
        }
        const auto &[worker, tasks] = *all[i];
        const auto &[command, actor] = asking[i];
        const qint64 leaseMs = command->leaseMs > 0
            ? command->leaseMs
            : domain::leaseMsFor(worker->kind, m_workspace.hoursOf(worker->calendar), m_workspace.nowMs());
        std::vector<Lease> leases;
        for (Task *task : tasks)
            leases.push_back(lease(*task, *worker, leaseMs, *actor));
        answers.emplace_back(std::move(leases));
    }
    return answers;
}

} // namespace hmsact::engine
