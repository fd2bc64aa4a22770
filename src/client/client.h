// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/administration.h"

#include <optional>

namespace hmsact::client {

// The calls of the API. Nothing blocks: every call answers with a future that resolves in the thread that made the client,
// which needs an event loop; cancelling the future ends the call. Futures of a client that is destroyed are cancelled.
//
//   client.reserve({.workerId = id, .waitS = 30}).then(this, [this](Result<std::vector<Lease>> leases) { … });
//
// What is created and what is done with tasks and activities carries an idempotency key and is, like reads, completions and
// heartbeats, tried again by itself.
class Client final : public Administration
{
    Q_OBJECT

public:
    explicit Client(Settings settings, QObject *parent = nullptr) : Administration(std::move(settings), parent) { }

    // ── activities ──
    Future<Activity> createActivity(const NewActivity &activity);
    Future<Activity> activity(const QString &id); // with its tasks
    Future<Page<Activity>> activities(const QUrlQuery &filters = {}); // state, intent, citizen_id, overdue, q, limit, cursor
    Future<Activity> cancelActivity(const QString &id, const QString &reason);
    Future<Activity> failActivity(const QString &id, const QString &reason);
    Future<Json> events(const QString &activityId, const QUrlQuery &paging = {}); // the record: {items, next_cursor}

    // ── tasks ──
    Future<std::vector<Task>> enqueue(const QString &activityId, const std::vector<TaskSpec> &tasks); // all or none
    Future<Page<Task>> tasks(const QString &activityId, const QUrlQuery &paging = {});
    Future<Task> task(const QString &activityId, const QString &name); // json: blocked_by, assignment, artefacts
    // Any action: "opt-in", "hold", … with the body that the API wants for it; those that have one by a call of their own
    // below.
    Future<Task> act(const QString &activityId, const QString &task, const QString &action, const QJsonObject &body = {});
    // Twice by the same worker is fine; a second worker gets Conflict.
    Future<Task> complete(const Lease &lease, const QString &workerId, const QJsonValue &result = QJsonValue::Undefined,
                          std::optional<double> confidence = {}); // 0 to 1
    Future<Task> abstain(const Lease &lease, const QString &workerId, const QString &reason); // a human is to see to it
    Future<Task> fail(const Lease &lease, const QString &workerId, const QString &reason, bool mayRetry = true);
    struct Beat {
        int leaseS = 0; // 0: the worker's default
        int percent = -1; // how far the work is; -1: not said
        QString note = {}; // said with it
    };
    Future<Task> heartbeat(const Lease &lease, const QString &workerId, const Beat &beat);
    Future<Task> heartbeat(const Lease &lease, const QString &workerId) { return heartbeat(lease, workerId, Beat{}); }
    // With a reason, the worker cannot do it: it goes to another while there is one.
    Future<Task> release(const Lease &lease, const QString &workerId, const QString &reason = {});
    // Of a task that nobody has reserved; no result: null.
    Future<Task> complete(const QString &activityId, const QString &task, const QString &workerId,
                          const QJsonValue &result = {});
    Future<Task> optIn(const QString &activityId, const QString &task); // the citizen wants it …
    Future<Task> decline(const QString &activityId, const QString &task, const QString &reason = {}); // … or does not
    Future<Task> hold(const QString &activityId, const QString &task, const QString &reason); // its clock stands still
    Future<Task> resume(const QString &activityId, const QString &task);
    Future<Task> retry(const QString &activityId, const QString &task);
    Future<Task> skip(const QString &activityId, const QString &task, const QString &reason);
    Future<Task> reassignToWorker(const QString &activityId, const QString &task, const QString &workerId);
    Future<Task> reassignToPool(const QString &activityId, const QString &task, const QString &pool);
    Future<Task> approve(const QString &activityId, const QString &task, const QJsonValue &result = {}); // null: as it is
    Future<Task> sendBack(const QString &activityId, const QString &task, const QString &reason);
    Future<Task> comment(const QString &activityId, const QString &task, const QString &text);
    Future<Task> undo(const QString &activityId, const QString &task, const QString &workerId = {}); // what was done last
    Future<Done> putArtefact(const QString &activityId, const QString &task, const QString &file, const QByteArray &bytes,
                             const QByteArray &mediaType, std::optional<qint64> leaseToken = {}); // Conflict: not under it
    Future<QByteArray> artefact(const QString &activityId, const QString &task, const QString &file);

    // ── queue ──
    struct Reserve {
        QString workerId = {};
        int max = 1;
        int waitS = 0; // long poll
        int leaseS = 0; // 0: the worker's default
    };
    Future<Page<Task>> queue(const QUrlQuery &filters = {}); // state, skill, worker_id, pool, intent, sla_state, q, sort
    Future<std::vector<Lease>> reserve(const Reserve &reserve); // empty when there is none; not repeated by itself
    // One result for each lease, in order, as the server words them.
    Future<QJsonArray> completeAll(const std::vector<Lease> &leases, const QString &workerId);

    // ── workers ──
    Future<Worker> registerWorker(const WorkerSpec &worker); // or updates the one of that name
    Future<Worker> updateWorker(const QString &id, const QJsonObject &changes);
    Future<Worker> worker(const QString &id);
    Future<Page<Worker>> workers(const QUrlQuery &paging = {});
    Future<Done> removeWorker(const QString &id); // Conflict while it holds tasks
    Future<Json> staffing(const QUrlQuery &paging = {}); // who is there, with what they have
    // Where what a worker has would go if it were away; changes nothing.
    Future<Json> absenceDrill(const QString &workerId, const QDateTime &from, const QDateTime &to,
                              const QString &substitute = {});
    Future<Json> stats(); // the figures of the dashboard
};

} // namespace hmsact::client
