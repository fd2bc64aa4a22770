// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"

#include "client/call.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QPromise>
#include <QUuid>

namespace hmsact::client {

static Request post(const QStringList &parts, const QJsonObject &body)
{
    Request request;
    request.method = "POST";
    request.path = pathOf(parts);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

static Request creation(const QStringList &parts, const QJsonObject &body)
{
    Request request = post(parts, body);
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return request;
}

static Request get(const QString &path, const QUrlQuery &query = {})
{
    Request request;
    request.path = path;
    request.query = query;
    return request;
}

static Result<QJsonObject> objectOf(const Answer &answer)
{
    if (answer.body.isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject())
        return document.object();
    Error error;
    error.kind = ErrorKind::Unexpected;
    error.status = answer.status;
    error.detail = QStringLiteral("the answer is not JSON: is this the address of HMS-ACT?");
    return error;
}

static QJsonObject heldBy(const Lease &lease, const QString &workerId)
{
    return {{QStringLiteral("worker_id"), workerId}, {QStringLiteral("lease_token"), lease.leaseToken}};
}

QString pathOf(const QStringList &parts)
{
    QString path;
    for (const QString &part : parts) {
        path += u'/';
        // A part of dots alone would be resolved away.
        const bool dots = part == QLatin1String(".") || part == QLatin1String("..");
        path +=
            dots ? QString(part).replace(u'.', QLatin1String("%2E")) : QString::fromLatin1(QUrl::toPercentEncoding(part));
    }
    return path;
}

template <class T>
Client::Future<T> Client::call(Request request, std::function<Result<T>(const Answer &)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    Call *call = m_transport.send(std::move(request), [promise, read](const Result<Answer> &answer) {
        promise->addResult(answer ? read(*answer) : Result<T>(answer.error()));
        promise->finish();
    });
    auto *watcher = new QFutureWatcher<Result<T>>(call);
    connect(watcher, &QFutureWatcherBase::canceled, call, &Call::abort);
    watcher->setFuture(future);
    return future;
}

template <class T>
Client::Future<T> Client::callValue(Request request)
{
    return call<T>(std::move(request), [](const Answer &answer) -> Result<T> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<T>(T::fromJson(*json)) : Result<T>(json.error());
    });
}

template <class T>
Client::Future<Page<T>> Client::callPage(const QString &path, const QUrlQuery &query)
{
    return call<Page<T>>(get(path, query), [](const Answer &answer) -> Result<Page<T>> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<Page<T>>(pageFrom<T>(*json)) : Result<Page<T>>(json.error());
    });
}

template <class T>
Client::Future<std::vector<T>> Client::callItems(Request request)
{
    return call<std::vector<T>>(std::move(request), [](const Answer &answer) -> Result<std::vector<T>> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<std::vector<T>>(pageFrom<T>(*json).items) : Result<std::vector<T>>(json.error());
    });
}

Client::Future<Activity> Client::createActivity(const NewActivity &activity)
{
    return callValue<Activity>(creation({QStringLiteral("activities")}, activity.toJson()));
}

Client::Future<Activity> Client::activity(const QString &id)
{
    return callValue<Activity>(get(pathOf({QStringLiteral("activities"), id})));
}

Client::Future<Page<Activity>> Client::activities(const QUrlQuery &filters)
{
    return callPage<Activity>(QStringLiteral("/activities"), filters);
}

Client::Future<Activity> Client::cancelActivity(const QString &id, const QString &reason)
{
    return callValue<Activity>(
        post({QStringLiteral("activities"), id, QStringLiteral("cancel")}, {{QStringLiteral("reason"), reason}}));
}

Client::Future<Activity> Client::failActivity(const QString &id, const QString &reason)
{
    return callValue<Activity>(
        post({QStringLiteral("activities"), id, QStringLiteral("fail")}, {{QStringLiteral("reason"), reason}}));
}

Client::Future<std::vector<Task>> Client::enqueue(const QString &activityId, const std::vector<TaskSpec> &tasks)
{
    QJsonArray array;
    for (const TaskSpec &task : tasks)
        array.append(task.toJson());
    return callItems<Task>(
        creation({QStringLiteral("activities"), activityId, QStringLiteral("tasks")}, {{QStringLiteral("tasks"), array}}));
}

Client::Future<Page<Task>> Client::tasks(const QString &activityId, const QUrlQuery &paging)
{
    return callPage<Task>(pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks")}), paging);
}

Client::Future<Task> Client::task(const QString &activityId, const QString &name)
{
    return callValue<Task>(get(pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), name})));
}

Client::Future<Task> Client::act(const QString &activityId, const QString &task, const QString &action,
                                 const QJsonObject &body)
{
    Request request = post({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task, action}, body);
    request.repeatable = action == QLatin1String("complete") || action == QLatin1String("heartbeat");
    return callValue<Task>(request);
}

Client::Future<Task> Client::complete(const Lease &lease, const QString &workerId, const QJsonValue &result,
                                      std::optional<double> confidence)
{
    QJsonObject body = heldBy(lease, workerId);
    if (!result.isUndefined())
        body.insert(QStringLiteral("result"), result);
    if (confidence)
        body.insert(QStringLiteral("confidence"), *confidence);
    return act(lease.activityId, lease.name, QStringLiteral("complete"), body);
}

Client::Future<Task> Client::fail(const Lease &lease, const QString &workerId, const QString &reason, bool mayRetry)
{
    QJsonObject body = heldBy(lease, workerId);
    body.insert(QStringLiteral("reason"), reason);
    if (!mayRetry)
        body.insert(QStringLiteral("retry"), false);
    return act(lease.activityId, lease.name, QStringLiteral("fail"), body);
}

Client::Future<Task> Client::abstain(const Lease &lease, const QString &workerId, const QString &reason)
{
    QJsonObject body = heldBy(lease, workerId);
    body.insert(QStringLiteral("reason"), reason);
    body.insert(QStringLiteral("outcome"), QStringLiteral("abstained"));
    return act(lease.activityId, lease.name, QStringLiteral("fail"), body);
}

Client::Future<Task> Client::heartbeat(const Lease &lease, const QString &workerId, const Beat &beat)
{
    QJsonObject body = heldBy(lease, workerId);
    if (beat.leaseS > 0)
        body.insert(QStringLiteral("lease_s"), beat.leaseS);
    if (beat.percent >= 0)
        body.insert(QStringLiteral("progress"), beat.percent);
    if (beat.percent >= 0 && !beat.note.isEmpty())
        body.insert(QStringLiteral("note"), beat.note);
    return act(lease.activityId, lease.name, QStringLiteral("heartbeat"), body);
}

Client::Future<Task> Client::release(const Lease &lease, const QString &workerId)
{
    return act(lease.activityId, lease.name, QStringLiteral("release"), heldBy(lease, workerId));
}

Client::Future<Done> Client::putArtefact(const QString &activityId, const QString &task, const QString &file,
                                         const QByteArray &bytes, const QByteArray &mediaType)
{
    Request request;
    request.method = "PUT";
    request.path =
        pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task, QStringLiteral("artefacts"), file});
    request.body = bytes;
    request.contentType = mediaType;
    request.repeatable = true;
    return call<Done>(std::move(request), [](const Answer &) -> Result<Done> { return Done{}; });
}

Client::Future<QByteArray> Client::artefact(const QString &activityId, const QString &task, const QString &file)
{
    return call<QByteArray>(get(pathOf({QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task,
                                        QStringLiteral("artefacts"), file})),
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

Client::Future<QJsonArray> Client::completeAll(const std::vector<Lease> &leases, const QString &workerId)
{
    QJsonArray items;
    for (const Lease &lease : leases) {
        QJsonObject item = heldBy(lease, workerId);
        item.insert(QStringLiteral("task_id"), lease.taskId);
        items.append(item);
    }
    Request request = post({QStringLiteral("queue"), QStringLiteral("complete")}, {{QStringLiteral("items"), items}});
    request.repeatable = true;
    return call<QJsonArray>(std::move(request), [](const Answer &answer) -> Result<QJsonArray> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<QJsonArray>(json->value(QLatin1String("items")).toArray()) : Result<QJsonArray>(json.error());
    });
}

Client::Future<Worker> Client::registerWorker(const WorkerSpec &worker)
{
    return callValue<Worker>(creation({QStringLiteral("workers")}, worker.toJson()));
}

Client::Future<Worker> Client::updateWorker(const QString &id, const QJsonObject &changes)
{
    Request request = post({QStringLiteral("workers"), id}, changes);
    request.method = "PATCH";
    request.repeatable = true;
    return callValue<Worker>(request);
}

Client::Future<Worker> Client::worker(const QString &id)
{
    return callValue<Worker>(get(pathOf({QStringLiteral("workers"), id})));
}

Client::Future<Page<Worker>> Client::workers(const QUrlQuery &paging)
{
    return callPage<Worker>(QStringLiteral("/workers"), paging);
}

Client::Future<Done> Client::removeWorker(const QString &id)
{
    Request request = get(pathOf({QStringLiteral("workers"), id}));
    request.method = "DELETE";
    return call<Done>(std::move(request), [](const Answer &) -> Result<Done> { return Done{}; });
}

Client::Future<Page<Alert>> Client::alerts(const QUrlQuery &paging)
{
    return callPage<Alert>(QStringLiteral("/alerts"), paging);
}

Client::Future<Alert> Client::acknowledgeAlert(const QString &id)
{
    Request request = post({QStringLiteral("alerts"), id, QStringLiteral("ack")}, {});
    request.repeatable = true;
    return callValue<Alert>(request);
}

Client::Future<Alert> Client::snoozeAlert(const QString &id, const QString &duration)
{
    return callValue<Alert>(
        post({QStringLiteral("alerts"), id, QStringLiteral("snooze")}, {{QStringLiteral("for"), duration}}));
}

Client::Future<QJsonObject> Client::send(Request request) { return call<QJsonObject>(std::move(request), objectOf); }

} // namespace hmsact::client
