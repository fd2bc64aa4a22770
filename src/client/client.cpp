// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"

#include "client/reading.h"

namespace hmsact::client {

Client::Future<Activity> Client::createActivity(const NewActivity &activity)
{
    return callValue<Activity>(keyed({QStringLiteral("activities")}, activity.toJson()));
}

Client::Future<Activity> Client::activity(const QString &id)
{
    return callValue<Activity>(get({QStringLiteral("activities"), id}));
}

Client::Future<Page<Activity>> Client::activities(const QUrlQuery &filters)
{
    return callPage<Activity>(QStringLiteral("/activities"), filters);
}

Client::Future<Activity> Client::cancelActivity(const QString &id, const QString &reason)
{
    return callValue<Activity>(
        keyed({QStringLiteral("activities"), id, QStringLiteral("cancel")}, {{QStringLiteral("reason"), reason}}));
}

Client::Future<Activity> Client::failActivity(const QString &id, const QString &reason)
{
    return callValue<Activity>(
        keyed({QStringLiteral("activities"), id, QStringLiteral("fail")}, {{QStringLiteral("reason"), reason}}));
}

Client::Future<QJsonObject> Client::events(const QString &activityId, const QUrlQuery &paging)
{
    return send(get({QStringLiteral("activities"), activityId, QStringLiteral("events")}, paging));
}

Client::Future<std::vector<Task>> Client::enqueue(const QString &activityId, const std::vector<TaskSpec> &tasks)
{
    QJsonArray array;
    for (const TaskSpec &task : tasks)
        array.append(task.toJson());
    return callItems<Task>(
        keyed({QStringLiteral("activities"), activityId, QStringLiteral("tasks")}, {{QStringLiteral("tasks"), array}}));
}

Client::Future<Page<Task>> Client::tasks(const QString &activityId, const QUrlQuery &paging)
{
    return callPage<Task>(pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks")}), paging);
}

Client::Future<Task> Client::task(const QString &activityId, const QString &name)
{
    return callValue<Task>(get({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), name}));
}

Client::Future<Done> Client::putArtefact(const QString &activityId, const QString &task, const QString &file,
                                         const QByteArray &bytes, const QByteArray &mediaType,
                                         std::optional<qint64> leaseToken)
{
    Request request;
    request.method = "PUT";
    request.path =
        pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task, QStringLiteral("artefacts"), file});
    if (leaseToken)
        request.query.addQueryItem(QStringLiteral("lease_token"), QString::number(*leaseToken));
    request.body = bytes;
    request.contentType = mediaType;
    request.repeatable = true;
    return callDone(request);
}

Client::Future<QByteArray> Client::artefact(const QString &activityId, const QString &task, const QString &file)
{
    return call<QByteArray>(
        get({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task, QStringLiteral("artefacts"), file}),
        [](const Answer &answer) -> Result<QByteArray> { return answer.body; });
}

Client::Future<Page<Task>> Client::queue(const QUrlQuery &filters)
{
    return callPage<Task>(QStringLiteral("/queue"), filters);
}

Client::Future<std::vector<Lease>> Client::reserve(const Reserve &reserve)
{
    QJsonObject body{{QStringLiteral("worker_id"), reserve.workerId}, {QStringLiteral("max"), reserve.max}};
    if (reserve.waitS > 0)
        body.insert(QStringLiteral("wait_s"), reserve.waitS);
    if (reserve.leaseS > 0)
        body.insert(QStringLiteral("lease_s"), reserve.leaseS);
    Request request = post({QStringLiteral("queue"), QStringLiteral("reserve")}, body);
    request.waitMs = 1000LL * reserve.waitS;
    return callItems<Lease>(request);
}

Client::Future<Worker> Client::registerWorker(const WorkerSpec &worker)
{
    return callValue<Worker>(keyed({QStringLiteral("workers")}, worker.toJson()));
}

Client::Future<Worker> Client::updateWorker(const QString &id, const QJsonObject &changes)
{
    Request request = post({QStringLiteral("workers"), id}, changes);
    request.method = "PATCH";
    request.repeatable = true;
    return callValue<Worker>(request);
}

Client::Future<Worker> Client::worker(const QString &id) { return callValue<Worker>(get({QStringLiteral("workers"), id})); }

Client::Future<Page<Worker>> Client::workers(const QUrlQuery &paging)
{
    return callPage<Worker>(QStringLiteral("/workers"), paging);
}

Client::Future<Done> Client::removeWorker(const QString &id) { return callDone(removal({QStringLiteral("workers"), id})); }

Client::Future<QJsonObject> Client::staffing(const QUrlQuery &paging)
{
    return send(get({QStringLiteral("staffing")}, paging));
}

Client::Future<QJsonObject> Client::absenceDrill(const QString &workerId, const QDateTime &from, const QDateTime &to,
                                                 const QString &substitute)
{
    const QJsonObject leave = Leave{from, to, substitute}.toJson();
    return send(repeatable(post({QStringLiteral("workers"), workerId, QStringLiteral("absence-drill")}, leave)));
}

Client::Future<QJsonObject> Client::stats() { return send(get({QStringLiteral("stats")})); }

} // namespace hmsact::client
