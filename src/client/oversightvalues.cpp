// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/oversightvalues.h"

#include "client/jsonreading.h"

namespace hmsact::client {

Alert Alert::fromJson(const QJsonObject &json)
{
    Alert alert;
    alert.id = textOf(json, QLatin1String("id"));
    alert.kind = textOf(json, QLatin1String("kind"));
    alert.activityId = textOf(json, QLatin1String("activity_id"));
    alert.taskName = textOf(json, QLatin1String("task"));
    alert.raisedAt = timeOf(json, QLatin1String("raised_at"));
    alert.acknowledgedAt = timeOf(json, QLatin1String("acknowledged_at"));
    alert.snoozedUntil = timeOf(json, QLatin1String("snoozed_until"));
    alert.json = json;
    return alert;
}

Notification Notification::fromJson(const QJsonObject &json)
{
    Notification message;
    message.id = textOf(json, QLatin1String("id"));
    message.kind = textOf(json, QLatin1String("kind"));
    message.to = textOf(json, QLatin1String("to"));
    message.channel = textOf(json, QLatin1String("channel"));
    message.state = textOf(json, QLatin1String("state"));
    message.attempts = json.value(QLatin1String("attempts")).toInt();
    message.createdAt = timeOf(json, QLatin1String("created_at"));
    message.sentAt = timeOf(json, QLatin1String("sent_at"));
    message.error = textOf(json, QLatin1String("error"));
    message.json = json;
    return message;
}

} // namespace hmsact::client
