// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/transport.h"
#include "client/values.h"

#include <QFuture>

#include <optional>

namespace hmsact::client {

// The calls of the API. Nothing blocks: every call answers with a future that resolves in the thread that made the client,
// which needs an event loop; cancelling the future ends the call. Futures of a client that is destroyed are cancelled.
//
//   client.reserve({.workerId = id, .waitS = 30}).then(this, [this](Result<std::vector<Lease>> leases) { … });
//
// Creations carry an idempotency key and are, like reads, completions and heartbeats, tried again by themselves.
class Client final : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Future = QFuture<Result<T>>;

    explicit Client(Settings settings, QObject *parent = nullptr) : QObject(parent), m_transport(std::move(settings)) { }

    // ── activities ──
    Future<Activity> createActivity(const NewActivity &activity);
    Future<Activity> activity(const QString &id); // with its tasks
    Future<Page<Activity>> activities(const QUrlQuery &filters = {}); // state, intent, citizen_id, overdue, q, limit, cursor
    Future<Activity> cancelActivity(const QString &id, const QString &reason);
    Future<Activity> failActivity(const QString &id, const QString &reason);

    // ── tasks ──
    Future<std::vector<Task>> enqueue(const QString &activityId, const std::vector<TaskSpec> &tasks); // all or none
    Future<Page<Task>> tasks(const QString &activityId, const QUrlQuery &paging = {});
    Future<Task> task(const QString &activityId, const QString &name); // json: blocked_by, assignment, artefacts
    // Any action: "opt-in", "hold", … with the body that the API wants for it.
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
    Future<Task> release(const Lease &lease, const QString &workerId);
    Future<Done> putArtefact(const QString &activityId, const QString &task, const QString &file, const QByteArray &bytes,
                             const QByteArray &mediaType);
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

    // ── workers and alerts ──
    Future<Worker> registerWorker(const WorkerSpec &worker); // or updates the one of that name
    Future<Worker> updateWorker(const QString &id, const QJsonObject &changes);
    Future<Worker> worker(const QString &id);
    Future<Page<Worker>> workers(const QUrlQuery &paging = {});
    Future<Done> removeWorker(const QString &id); // Conflict while it holds tasks
    Future<Page<Alert>> alerts(const QUrlQuery &paging = {});
    Future<Alert> acknowledgeAlert(const QString &id);
    Future<Alert> snoozeAlert(const QString &id, const QString &duration); // "30m": until then it is not open

    // Whatever else the API has: JSON in, JSON out.
    Future<QJsonObject> send(Request request);

private:
    template <class T>
    Future<T> call(Request request, std::function<Result<T>(const Answer &)> read);
    template <class T>
    Future<T> callValue(Request request);
    template <class T>
    Future<Page<T>> callPage(const QString &path, const QUrlQuery &query);
    template <class T>
    Future<std::vector<T>> callItems(Request request);

    Transport m_transport;
};

// "activities", id, "tasks", name → "/activities/…/tasks/…", each part percent-encoded.
[[nodiscard]] QString pathOf(const QStringList &parts);

} // namespace hmsact::client
