// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/artefactrules.h"
#include "domain/codec.h"
#include "domain/notfound.h"
#include "domain/offertransitions.h"
#include "domain/permission.h"
#include "domain/validation.h"
#include "engine/executor.h"
#include "store/archive.h"
#include "store/artefactstore.h"
#include "store/tallystore.h"
#include "store/tokenstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSysInfo>

// The commands about workers, files, tokens and the archive.
namespace hmsact::engine {

using namespace domain;

static Error nameIsTaken(const char *key, const QStringList &args)
{
    Error error = invalidField(QStringLiteral("/name"), key, args);
    error.code = ErrorCode::Conflict;
    return error;
}

// Nobody is taken for another: neither who only makes the same id of its name, or is called as that id, nor who is renamed.
// Two who share a name have been registered with ids of their own, never by a slip.
static Status nameIsSound(const SaveWorker &command, const Worker &known, store::WorkerStore &workers)
{
    const QString name = command.spec.name.value_or(known.name);
    if (name == known.name)
        return Done{};
    if (!command.mustExist && !command.spec.id)
        return nameIsTaken(QT_TRANSLATE_NOOP("Error", "worker %1 is “%2”, and another name makes the same id; give an id"),
                           {known.id.value, known.name});
    const QStringList others = command.mustExist ? workers.named(name) : QStringList();
    if (others.isEmpty())
        return Done{};
    return nameIsTaken(QT_TRANSLATE_NOOP("Error", "worker %1 is called “%2” already"), {others.first(), name});
}

// Without an id: the one of that name, else a new one whose id is made from it.
static Result<WorkerId> workerMeant(const WorkerSpec &spec, store::WorkerStore &workers)
{
    if (spec.id)
        return *spec.id;
    const QString name = spec.name.value_or(QString());
    const WorkerId made = WorkerId::fromName(name);
    const QStringList named = workers.named(name);
    if (named.isEmpty() || named.contains(made.value))
        return made;
    if (named.size() > 1)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "%1 workers are called “%2”; name one by its id"),
                         {QString::number(named.size()), name});
    return WorkerId{named.first()};
}

Result<Worker> Executor::workerAfter(const WorkerSpec &spec, const Worker *known, const Actor &actor) const
{
    const Result<Worker> saved = domain::saved(spec, known, m_workspace.nowMs());
    if (!saved)
        return saved.error();
    if (const Status allowed = permitKind(*saved, known, actor, m_workers.find(actor.worker)); !allowed)
        return allowed.error();
    if (const Status calendar = knowsCalendar(saved->calendar); spec.calendar && !calendar)
        return calendar.error();
    const auto find = [this](const WorkerId &other) {
        return m_workers.find(other);
    };
    if (const Status sound = substitutesAreSound(*saved, find); spec.leave && !sound)
        return sound.error();
    return saved;
}

Executor::Answer Executor::run(const SaveWorker &command, const Actor &actor)
{
    if (const Status allowed = permit(command, actor); !allowed)
        return allowed.error();
    store::WorkerStore workers(m_database);
    const Result<WorkerId> id = workerMeant(command.spec, workers);
    if (!id)
        return id.error();
    if (command.spec.available == false) // activities are locked before workers, as everywhere
        (void)offersTo(*id);
    m_workers.lock(workers, {id->value});
    const Worker *known = m_workers.find(*id);
    if (!known && command.mustExist)
        return noWorker(*id);
    if (const Status sound = known ? nameIsSound(command, *known, workers) : Done{}; !sound)
        return sound.error();
    if (const Status same = known ? isAsSeen(*known, command.seen) : Done{}; !same)
        return same.error();
    Result<Worker> saved = workerAfter(command.spec, known, actor);
    if (!saved)
        return saved.error();
    if (known) {
        workers.save(*saved);
    } else if (!workers.insert(*saved)) { // another core was faster
        m_workers.lock(workers, {id->value});
        known = m_workers.find(*id);
        if (const Status sound = known ? nameIsSound(command, *known, workers) : Done{}; !sound)
            return sound.error();
        saved = workerAfter(command.spec, known, actor);
        if (!saved)
            return saved.error();
        workers.save(*saved);
    }
    QJsonObject detail = toJson(*saved);
    detail.insert(QStringLiteral("worker_id"), detail.take(QStringLiteral("id")));
    detail.remove(QStringLiteral("last_seen_at"));
    m_workspace.recordForInstallation(known ? QStringLiteral("worker.updated") : QStringLiteral("worker.registered"), detail,
                                      actor);
    const bool goesAway = known && known->available && !saved->available;
    m_workers.put(*saved);
    m_workersChanged = true;
    if (goesAway)
        withdrawOffers(saved->id);
    return domain::Answer(*saved);
}

std::vector<qint64> Executor::offersTo(const WorkerId &worker)
{
    m_workspace.flush();
    std::vector<qint64> ids;
    const std::vector<Task> found = m_workspace.tasks().ofWorker(worker, limits::capacityMax);
    for (const Task &task : found) {
        if (task.state == TaskState::Pending)
            ids.push_back(task.id.value);
    }
    if (!ids.empty())
        m_workspace.readAhead(ids, {});
    return ids;
}

void Executor::withdrawOffers(const WorkerId &worker)
{
    for (const qint64 id : offersTo(worker)) {
        Task &task = *m_workspace.task({{}, {}, {id}});
        const Task before = task;
        if (task.state == TaskState::Pending && task.worker == worker)
            m_workspace.changed(task, before, withdrawn(task), Actor::engine());
    }
}

Executor::Answer Executor::run(const RemoveWorker &command, const Actor &actor)
{
    store::WorkerStore workers(m_database);
    m_workers.lock(workers, {command.worker.value});
    if (!m_workers.find(command.worker))
        return noWorker(command.worker);
    m_workspace.flush();
    if (const int held = m_workspace.tasks().heldBy({command.worker.value}).value(command.worker.value); held > 0)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "worker %1 holds %2 tasks"),
                         {command.worker.value, QString::number(held)});
    if (const Worker *other = m_workers.whoNames(command.worker, m_workspace.nowMs()))
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "worker %1 stands in for %2 during a leave"),
                         {command.worker.value, other->id.value});
    workers.remove(command.worker);
    m_workspace.recordForInstallation(QStringLiteral("worker.removed"),
                                      {{QStringLiteral("worker_id"), command.worker.value}}, actor);
    m_workers.remove(command.worker);
    m_workersChanged = true;
    return domain::Answer(Done{});
}

static Status mayHandIn(const PutArtefact &command, const Task &task, const Actor &actor)
{
    if (const Status valid = validate(command); !valid)
        return valid;
    if (task.state == TaskState::Skipped || task.state == TaskState::Cancelled)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task %1 is %2"),
                         {task.name, toString(task.state)});
    const WorkerId worker = command.worker.isNull() ? actor.worker : command.worker;
    if (!command.worker.isNull()) {
        if (const Status status = permitActingFor(worker, actor); !status)
            return status;
    }
    if (actor.role < Role::Clerk && (!actor.mayActFor(worker) || task.worker != worker))
        return makeError(ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Error", "%1 does not hold task %2"),
                         {actor.name, task.name});
    return checkLeaseToken(task, command.leaseToken);
}

// What a person looks at, or has approved, stays as the machine has handed it in.
Status Executor::isStillItsWork(const PutArtefact &command, const Task &task, const Actor &actor)
{
    const WorkerId id = command.worker.isNull() ? actor.worker : command.worker;
    const Worker *worker = m_workers.find(id);
    const bool byMachine = !id.isNull() && (!worker || worker->kind != WorkerKind::Human);
    const bool isHandedIn = task.state == TaskState::InReview || isEnded(task.state);
    if (byMachine && isHandedIn && task.review == Review::Human)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task %1 is %2"),
                         {task.name, toString(task.state)});
    return Done{};
}

// Looked at in the order in which one would be told: the activity's room, then that of all. Other cores may bring something
// at the same time: the total is a bound for the disk, not to the byte.
Status Executor::hasRoom(const Artefact &artefact, ActivityId activity)
{
    store::ArtefactStore store(m_database);
    const auto used = store.ofActivityWithout(activity, artefact.task, artefact.fileName);
    if (used.files >= limits::artefactsPerActivityMax)
        return makeError(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "an activity has at most %1 files"),
                         {QString::number(limits::artefactsPerActivityMax)});
    if (used.bytes + artefact.sizeBytes > limits::artefactBytesPerActivityMax)
        return makeError(ErrorCode::TooLarge,
                         QT_TRANSLATE_NOOP("Error", "the files of an activity have at most %1 bytes together"),
                         {QString::number(limits::artefactBytesPerActivityMax)});
    const bool isNew = !store.hasContent(artefact.sha256);
    if (isNew && store::TallyStore(m_database).artefactBytes() + artefact.sizeBytes > m_artefactBytesMax)
        return makeError(ErrorCode::TooLarge,
                         QT_TRANSLATE_NOOP("Error", "there is no room for more files: all together have at most %1 bytes"),
                         {QString::number(m_artefactBytesMax)});
    return Done{};
}

Executor::Answer Executor::run(const PutArtefact &command, const Actor &actor)
{
    Task *task = m_workspace.task(command.task);
    if (!task)
        return noTask(command.task);
    if (const Status allowed = mayHandIn(command, *task, actor); !allowed)
        return allowed.error();
    if (const Status fixed = isStillItsWork(command, *task, actor); !fixed)
        return fixed.error();
    Artefact artefact;
    artefact.task = task->id;
    artefact.fileName = command.fileName;
    artefact.mediaType = provenMediaType(command.mediaType, command.bytes);
    artefact.sizeBytes = command.bytes.size();
    artefact.sha256 = QCryptographicHash::hash(command.bytes, QCryptographicHash::Sha256);
    artefact.createdAtMs = m_workspace.nowMs();
    artefact.createdBy = command.worker.isNull() ? actor.name : command.worker.value;
    m_workspace.flush(); // the task may be new in this batch
    if (const Status room = hasRoom(artefact, task->activity); !room)
        return room.error();
    store::ArtefactStore(m_database).save(artefact, command.bytes);
    const Task before = *task;
    ++task->version;
    m_workspace.changed(*task, before,
                        {true, QLatin1StringView("task.artefact_stored"),
                         JsonWriter()
                             .text(QLatin1StringView("file"), artefact.fileName)
                             .text(QLatin1StringView("media_type"), artefact.mediaType)
                             .number(QLatin1StringView("size"), artefact.sizeBytes)
                             .text(QLatin1StringView("sha256"), QString::fromLatin1(artefact.sha256.toHex()))},
                        actor);
    return domain::Answer(artefact);
}

Executor::Answer Executor::run(const CreateToken &command, const Actor &actor)
{
    if (const Status valid = validate(command, m_workspace.nowMs()); !valid)
        return valid.error();
    store::TokenStore tokens(m_database);
    NewToken fresh;
    fresh.secret = command.secret.isEmpty() ? store::TokenStore::newSecret() : command.secret;
    if (const auto known = tokens.bySecret(fresh.secret)) {
        fresh.token = *known; // the sandbox says its token at every start
        return domain::Answer(fresh);
    }
    fresh.token = {m_workspace.ids().next(m_workspace.nowMs()),
                   command.name,
                   command.role,
                   command.worker,
                   m_workspace.nowMs(),
                   command.expiresAtMs,
                   0};
    tokens.insert(fresh.token, fresh.secret);
    m_workspace.recordForInstallation(QStringLiteral("token.created"),
                                      {{QStringLiteral("token_id"), TokenId{fresh.token.id}.toString()},
                                       {QStringLiteral("name"), fresh.token.name},
                                       {QStringLiteral("role"), toString(fresh.token.role)},
                                       {QStringLiteral("worker_id"), fresh.token.worker.value}},
                                      actor);
    m_tokensChanged = true;
    return domain::Answer(fresh);
}

Executor::Answer Executor::run(const RevokeToken &command, const Actor &actor)
{
    store::TokenStore tokens(m_database);
    auto token = tokens.byId(command.token.value);
    if (!token)
        return noToken(command.token.toString());
    if (token->revokedAtMs == 0) {
        tokens.revoke(command.token.value, m_workspace.nowMs());
        token->revokedAtMs = m_workspace.nowMs();
        m_workspace.recordForInstallation(
            QStringLiteral("token.revoked"),
            {{QStringLiteral("token_id"), command.token.toString()}, {QStringLiteral("name"), token->name}}, actor);
        m_tokensChanged = true;
    }
    return domain::Answer(*token);
}

Executor::Answer Executor::run(const ForgetArchived &command, const Actor &actor)
{
    ArchiveCount gone;
    for (const Archived &one : store::forgetArchived(m_database, command.part)) {
        ++gone.activities;
        gone.tasks += one.tasks;
        gone.events += one.lastSeq;
        m_archived.push_back(one.activity);
    }
    if (gone.activities > 0) {
        QJsonObject detail = toJson(command.part); // where in the file, and its hash: the file cannot be cut unseen
        detail.insert(QStringLiteral("activities"), gone.activities);
        detail.insert(QStringLiteral("host"), QSysInfo::machineHostName());
        m_workspace.recordForInstallation(QStringLiteral("activities.archived"), detail, actor);
    }
    return domain::Answer(gone);
}

} // namespace hmsact::engine
