// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "client/reading.h"

// What is done with tasks.
namespace hmsact::client {

static QJsonObject heldBy(const Lease &lease, const QString &workerId)
{
    return {{QStringLiteral("worker_id"), workerId}, {QStringLiteral("lease_token"), lease.leaseToken}};
}

static QJsonObject because(const QString &reason)
{
    return reason.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("reason"), reason}};
}

Client::Future<Task> Client::act(const QString &activityId, const QString &task, const QString &action,
                                 const QJsonObject &body)
{
    const QStringList parts{QStringLiteral("activities"), activityId, QStringLiteral("tasks"), task, action};
    const bool isTheSameTwice = action == QLatin1String("complete") || action == QLatin1String("heartbeat");
    return callValue<Task>(isTheSameTwice ? repeatable(post(parts, body)) : keyed(parts, body));
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

Client::Future<Task> Client::release(const Lease &lease, const QString &workerId, const QString &reason)
{
    QJsonObject body = heldBy(lease, workerId);
    if (!reason.isEmpty())
        body.insert(QStringLiteral("reason"), reason);
    return act(lease.activityId, lease.name, QStringLiteral("release"), body);
}

Client::Future<Task> Client::complete(const QString &activityId, const QString &task, const QString &workerId,
                                      const QJsonValue &result)
{
    return act(activityId, task, QStringLiteral("complete"),
               {{QStringLiteral("worker_id"), workerId}, {QStringLiteral("result"), result}});
}

Client::Future<Task> Client::optIn(const QString &activityId, const QString &task)
{
    return act(activityId, task, QStringLiteral("opt-in"));
}

Client::Future<Task> Client::decline(const QString &activityId, const QString &task, const QString &reason)
{
    return act(activityId, task, QStringLiteral("decline"), because(reason));
}

Client::Future<Task> Client::hold(const QString &activityId, const QString &task, const QString &reason)
{
    return act(activityId, task, QStringLiteral("hold"), because(reason));
}

Client::Future<Task> Client::resume(const QString &activityId, const QString &task)
{
    return act(activityId, task, QStringLiteral("resume"));
}

Client::Future<Task> Client::retry(const QString &activityId, const QString &task)
{
    return act(activityId, task, QStringLiteral("retry"));
}

Client::Future<Task> Client::skip(const QString &activityId, const QString &task, const QString &reason)
{
    return act(activityId, task, QStringLiteral("skip"), because(reason));
}

Client::Future<Task> Client::reassignToWorker(const QString &activityId, const QString &task, const QString &workerId)
{
    return act(activityId, task, QStringLiteral("reassign"), {{QStringLiteral("worker_id"), workerId}});
}

Client::Future<Task> Client::reassignToPool(const QString &activityId, const QString &task, const QString &pool)
{
    return act(activityId, task, QStringLiteral("reassign"), {{QStringLiteral("pool"), pool}});
}

Client::Future<Task> Client::approve(const QString &activityId, const QString &task, const QJsonValue &result)
{
    return act(activityId, task, QStringLiteral("approve"), {{QStringLiteral("result"), result}});
}

Client::Future<Task> Client::sendBack(const QString &activityId, const QString &task, const QString &reason)
{
    return act(activityId, task, QStringLiteral("send-back"), because(reason));
}

Client::Future<Task> Client::comment(const QString &activityId, const QString &task, const QString &text)
{
    return act(activityId, task, QStringLiteral("comment"), {{QStringLiteral("text"), text}});
}

Client::Future<Task> Client::undo(const QString &activityId, const QString &task, const QString &workerId)
{
    QJsonObject body;
    if (!workerId.isEmpty())
        body.insert(QStringLiteral("worker_id"), workerId);
    return act(activityId, task, QStringLiteral("undo"), body);
}

Client::Future<QJsonArray> Client::completeAll(const std::vector<Lease> &leases, const QString &workerId)
{
    QJsonArray items;
    for (const Lease &lease : leases) {
        QJsonObject item = heldBy(lease, workerId);
        item.insert(QStringLiteral("task_id"), lease.taskId);
        items.append(item);
    }
    const Request request =
        repeatable(post({QStringLiteral("queue"), QStringLiteral("complete")}, {{QStringLiteral("items"), items}}));
    return call<QJsonArray>(request, [](const Answer &answer) -> Result<QJsonArray> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<QJsonArray>(json->value(QLatin1String("items")).toArray()) : Result<QJsonArray>(json.error());
    });
}

} // namespace hmsact::client
