// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "domain/codec.h"
#include "domain/describe.h"
#include "domain/queueline.h"
#include "engine/executor.h"
#include "store/listquery.h"
#include "store/operationstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

static constexpr qint64 seenEveryMs = 10 * limits::msPerSecond; // a worker that pulls all the time is noted this often

// What one transaction works on; made anew for every try.
struct Engine::Batch {
    const std::vector<const Request *> &requests;
    const std::vector<const Request *> &waiting;
    qint64 nowMs;
    Outcome outcome;
    std::optional<Workspace> workspace;
    std::optional<Executor> executor;
    QHash<QString, qint64> seen;
    std::vector<qsizetype> remembered; // requests whose answer is kept by operation id
    QSet<QString> operations;
    std::vector<size_t> again; // requests whose operation id stands twice in the batch
    bool areViewsComplete = true;

    [[nodiscard]] static Reply nothing() { return {domain::Answer(std::vector<Lease>()), {}}; }
};

Engine::Engine(store::Database &database, quint32 instance, quint32 seed)
    : m_database(database), m_random(seed), m_ids(instance)
{
}

Engine::Outcome Engine::execute(const std::vector<const Request *> &requests, const std::vector<const Request *> &waiting,
                                qint64 nowMs)
{
    Batch batch{requests, waiting, nowMs, {}, {}, {}, {}, {}, {}, {}, true};
    const Status status = transact(batch);
    if (status) {
        publish(batch);
        batch.workspace->handBack();
        if (!batch.areViewsComplete) // the commit was found to be done, and what came with it is lost
            completeViews(batch);
        for (const size_t i : batch.again)
            batch.outcome.replies[i] = std::move(execute({requests[i]}, {}, nowMs).replies.front());
        return std::move(batch.outcome);
    }
    m_workers.makeStale();
    m_rules.makeStale();
    m_calendars.makeStale();
    m_intents.makeStale();
    Outcome outcome;
    outcome.waiting.assign(waiting.size(), Batch::nothing());
    outcome.tried.assign(waiting.size(), false);
    const bool isUnknown = status.error().code == ErrorCode::Busy || !m_database.isConnected(); // whether it was stored
    outcome.isInVain = requests.empty() || isUnknown;
    if (status.error().code == ErrorCode::Busy) { // perhaps it was stored all the same
        m_news.merge(Hint::anything());
        lookAgain();
    }
    const bool isItsOwn = requests.size() == 1 && waiting.empty();
    if (isItsOwn || isUnknown) { // then nothing may be said again here
        outcome.replies.assign(requests.size(), {status.error(), {}});
        return outcome;
    }
    // Something in the batch does not go: each alone, so that only that one is refused.
    for (const Request *request : requests)
        outcome.replies.push_back(std::move(execute({request}, {}, nowMs).replies.front()));
    return outcome;
}

Status Engine::transact(Batch &batch)
{
    return m_database.transact<Done>([&]() -> Status {
        if (batch.executor && batch.executor->workersChanged())
            m_workers.makeStale(); // what the try before put there was rolled back
        if (batch.executor && batch.executor->rulesChanged())
            m_rules.makeStale();
        if (batch.executor && batch.executor->calendarsChanged())
            m_calendars.makeStale();
        if (batch.executor && batch.executor->intentsChanged())
            m_intents.makeStale();
        batch.outcome = {};
        batch.outcome.replies.assign(batch.requests.size(), Batch::nothing());
        batch.outcome.waiting.assign(batch.waiting.size(), Batch::nothing());
        batch.outcome.tried.assign(batch.waiting.size(), false);
        batch.workspace.emplace(m_database, Workspace::Randomness{m_ids, m_random}, batch.nowMs, m_recent);
        batch.executor.emplace(m_database, *batch.workspace, m_workers, m_rules, m_calendars, m_intents);
        batch.executor->limitArtefacts(m_artefactBytesMax);
        batch.seen.clear();
        batch.remembered.clear();
        batch.operations.clear();
        batch.again.clear();
        batch.areViewsComplete = true;
        prepare(*batch.workspace);
        runAll(batch);
        store::WorkerStore(m_database).seen(batch.seen);
        return Done{};
    });
}

void Engine::prepare(Workspace &workspace)
{
    store::WorkerStore workers(m_database);
    m_workers.load(workers);
    store::RuleStore rules(m_database);
    m_rules.load(rules);
    store::CalendarStore calendars(m_database);
    m_calendars.load(calendars);
    store::IntentStore intents(m_database);
    m_intents.load(intents);
    workspace.use({&m_calendars, &m_intents, &m_usual});
    workspace.matching().skills = &m_workers.toldSkills();
    std::vector<Trigger> watched;
    for (const Trigger when : {Trigger::Unassigned, Trigger::NoEligibleWorker}) {
        if (m_rules.wants(when))
            watched.push_back(when);
    }
    workspace.watch({std::move(watched), m_rules.wants(Trigger::SlaWarning), m_rules.wants(Trigger::ActivitySlaWarning)});
}

// What the batch acts on.
struct Named {
    std::vector<qint64> tasks;
    std::vector<qint64> activities;
};

static Named named(const std::vector<const Request *> &requests)
{
    Named result;
    for (const Request *request : requests) {
        if (const auto *act = std::get_if<ActOnTask>(&request->command)) {
            if (act->task.id.isNull())
                result.activities.push_back(act->task.activity.value);
            else
                result.tasks.push_back(act->task.id.value);
        } else if (const auto *many = std::get_if<CompleteTasks>(&request->command)) {
            for (const CompleteTasks::Item &item : many->items)
                result.tasks.push_back(item.task.value);
        } else if (const auto *enqueue = std::get_if<EnqueueTasks>(&request->command)) {
            result.activities.push_back(enqueue->activity.value);
        } else if (const auto *end = std::get_if<EndActivity>(&request->command)) {
            result.activities.push_back(end->activity.value);
        }
    }
    return result;
}

static QStringList workersAsking(const std::vector<const Request *> &requests)
{
    QStringList ids;
    for (const Request *request : requests) {
        if (const auto *reserve = std::get_if<Reserve>(&request->command))
            ids << reserve->worker.value;
    }
    return ids;
}

void Engine::runAll(Batch &batch)
{
    if (const Named names = named(batch.requests); !names.tasks.empty() || !names.activities.empty())
        batch.workspace->readAhead(names.tasks, names.activities);
    for (size_t i = 0; i < batch.requests.size(); ++i) {
        const Command &command = batch.requests[i]->command;
        if (!std::holds_alternative<Reserve>(command) && !std::holds_alternative<ForgetArchived>(command))
            runOne(batch, *batch.requests[i], batch.outcome.replies[i]);
    }
    Dispatcher(m_database, *batch.workspace, m_workers).run(workersAsking(batch.requests));
    const std::vector<TaskView *> views = Executor::views(batch.outcome.replies);
    batch.executor->showChosen(views);
    runReserves(batch);
    Escalator(m_database, *batch.workspace, m_rules, m_workers).begin();
    batch.workspace->flush();
    if (!batch.remembered.empty()) // they are kept as they are answered
        store::completeViews(m_database, views, batch.nowMs);
    else if (!views.empty())
        store::completeViewsWithCommit(m_database, views, batch.nowMs, batch.areViewsComplete);
    for (size_t i = 0; i < batch.requests.size(); ++i) {
        if (std::holds_alternative<ForgetArchived>(batch.requests[i]->command))
            runOne(batch, *batch.requests[i], batch.outcome.replies[i]);
    }
    batch.workspace->flush();
    keepOutcomes(*batch.workspace);
    rememberOperations(batch);
}

// After the commit.
void Engine::completeViews(Batch &batch)
{
    const Status read = m_database.read<Done>([&]() -> Result<Done> {
        store::completeViews(m_database, Executor::views(batch.outcome.replies), batch.nowMs);
        return Done{};
    });
    if (!read)
        qWarning("answers go out without what their tasks need: %s", qPrintable(read.error().detail.english()));
}

void Engine::runOne(Batch &batch, const Request &request, Reply &reply)
{
    if (!request.operationId.isEmpty()) {
        if (batch.operations.contains(request.operationId)) {
            batch.again.push_back(static_cast<size_t>(&reply - batch.outcome.replies.data()));
            return;
        }
        batch.operations.insert(request.operationId);
        if (knownOperation(batch, request, reply))
            return;
    }
    reply.result = batch.executor->execute(request.command, request.actor);
    if (reply.result && !std::holds_alternative<TakeNotifications>(request.command)) // which says nothing of before
        m_database.tellsWhatWasStored(); // where there was nothing left to change
    // Whoever says something under its lease is there.
    const auto hear = [&](const ActionInput &input) {
        const bool isItself = input.leaseToken || input.action == TaskAction::Heartbeat;
        const WorkerId &worker = input.worker.isNull() ? request.actor.worker : input.worker;
        if (isItself && !worker.isNull() && batch.nowMs - m_lastSeenMs.value(worker.value) >= seenEveryMs)
            batch.seen.insert(worker.value, batch.nowMs);
    };
    if (const auto *one = std::get_if<ActOnTask>(&request.command); one && reply.result)
        hear(one->input);
    else if (const auto *all = std::get_if<CompleteTasks>(&request.command); all && reply.result) {
        const auto &results = std::get<CompleteTasks::Answer>(*reply.result);
        for (size_t i = 0; i < results.size(); ++i)
            if (results[i])
                hear(all->items[i].input);
    }
    if (reply.result && !request.operationId.isEmpty())
        batch.remembered.push_back(&reply - batch.outcome.replies.data());
}

static QByteArray requestHash(const Request &request)
{
    return QCryptographicHash::hash(compact(toJson(request.command)), QCryptographicHash::Sha256);
}

bool Engine::knownOperation(Batch &batch, const Request &request, Reply &reply)
{
    const auto known = store::OperationStore(m_database).find(request.operationId, batch.nowMs - limits::operationKeptMs);
    if (!known)
        return false;
    m_database.tellsWhatWasStored();
    if (known->requestHash != requestHash(request)) {
        reply.result =
            makeError(ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "this idempotency key was used for another request"));
    } else if (known->answer.isEmpty()) {
        reply.result = makeError(ErrorCode::Conflict,
                                 QT_TRANSLATE_NOOP("Error", "this was done already; its secret is shown only once"));
    } else {
        reply = {domain::Answer(Done{}), known->answer};
    }
    return true;
}

void Engine::rememberOperations(Batch &batch)
{
    store::OperationStore operations(m_database);
    const auto idOf = [&batch](qsizetype index) {
        return batch.requests[static_cast<size_t>(index)]->operationId;
    };
    std::ranges::sort(batch.remembered, {}, idOf); // as every core does: they wait for each other, never in a circle
    for (const qsizetype index : batch.remembered) {
        const Request &request = *batch.requests[static_cast<size_t>(index)];
        const domain::Answer &answer = *batch.outcome.replies[static_cast<size_t>(index)].result;
        const bool secret = std::holds_alternative<NewToken>(answer); // not even here
        operations.save(request.operationId, {requestHash(request), secret ? QByteArray() : jsonText(answer)}, batch.nowMs,
                        batch.nowMs - limits::operationKeptMs);
    }
}

bool Engine::concerns(const Batch &batch, const Reserve &reserve) const
{
    if (m_wakeAll || batch.executor->workersChanged() || m_wokenWorkers.contains(reserve.worker.value)
        || batch.workspace->freedWorkers().contains(reserve.worker.value))
        return true;
    const Worker *worker = m_workers.find(reserve.worker);
    if (!worker)
        return true; // removed meanwhile: it is told so
    return std::any_of(worker->skills.keyBegin(), worker->skills.keyEnd(), [&](const QString &skill) {
        return m_wokenSkills.contains(skill) || batch.workspace->readySkills().contains(skill);
    });
}

void Engine::runReserves(Batch &batch)
{
    std::vector<Reservation::Asking> asking;
    std::vector<Reply *> replies;
    const auto ask = [&](const Request &request, Reply &reply) {
        asking.push_back({&std::get<Reserve>(request.command), &request.actor});
        replies.push_back(&reply);
    };
    for (size_t i = 0; i < batch.waiting.size(); ++i) { // they came first
        batch.outcome.tried[i] = concerns(batch, std::get<Reserve>(batch.waiting[i]->command));
        if (batch.outcome.tried[i])
            ask(*batch.waiting[i], batch.outcome.waiting[i]);
    }
    for (size_t i = 0; i < batch.requests.size(); ++i) {
        if (std::holds_alternative<Reserve>(batch.requests[i]->command))
            ask(*batch.requests[i], batch.outcome.replies[i]);
    }
    std::vector<Reservation::Leases> leases = Reservation(m_database, *batch.workspace, m_workers, m_kept).reserve(asking);
    for (size_t i = 0; i < asking.size(); ++i) {
        if (!leases[i]) {
            *replies[i] = {leases[i].error(), {}};
            continue;
        }
        const QString &worker = asking[i].command->worker.value;
        if (batch.nowMs - m_lastSeenMs.value(worker) >= seenEveryMs)
            batch.seen.insert(worker, batch.nowMs);
        *replies[i] = {domain::Answer(std::move(*leases[i])), {}};
    }
}

void Engine::publish(Batch &batch)
{
    ChangeSet changes = batch.workspace->changes();
    changes.workers |= batch.executor->workersChanged() || !batch.seen.isEmpty();
    changes.calendars |= batch.executor->calendarsChanged();
    changes.intents |= batch.executor->intentsChanged();
    changes.rules |= batch.executor->rulesChanged();
    changes.tokens |= batch.executor->tokensChanged();
    changes.messages |= batch.executor->messagesChanged();
    const auto &archived = batch.executor->archived();
    changes.activities.insert(changes.activities.end(), archived.begin(), archived.end());
    const Hint news{.changes = changes,
                    .readySkills = batch.workspace->readySkills(),
                    .freedWorkers = batch.workspace->freedWorkers(),
                    .seen = batch.seen,
                    .workersSaved = batch.executor->workersChanged(),
                    .exactly = Hint::Exactly{batch.workspace->earliestTimerMs(), batch.workspace->matching().isKept}};
    m_news.merge(news);
    noteSeen(batch.seen);
    if (batch.waiting.empty()) { // whoever waits has not been asked
        m_wokenSkills |= batch.workspace->readySkills();
        m_wokenWorkers |= batch.workspace->freedWorkers();
        m_wakeAll |= batch.executor->workersChanged();
    } else {
        forgetWoken();
    }
    if (batch.executor->rulesChanged()) {
        m_nextLookMs = batch.nowMs;
        m_nextWeighMs = queueLookAfterMs(batch.nowMs);
    }
    if (!news.isEmpty())
        noteQueues(batch.nowMs);
    if (batch.executor->workersChanged())
        noteWorkers(batch.nowMs);
    noteMatching(news, batch.executor->workersChanged() || batch.executor->calendarsChanged(),
                 batch.workspace->matching().isKept);
    noteDue(batch.workspace->earliestTimerMs());
    if (batch.executor->workersChanged() || batch.executor->calendarsChanged() || batch.executor->rulesChanged())
        m_nextDueMs.reset(); // leave that begins, clocks that follow
}

} // namespace hmsact::engine
