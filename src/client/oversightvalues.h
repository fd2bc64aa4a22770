// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>

// What people look at: alerts and messages.
namespace hmsact::client {

struct Alert {
    QString id;
    QString kind;
    QString activityId;
    QString taskName;
    QDateTime raisedAt;
    QDateTime acknowledgedAt; // invalid: not yet
    QDateTime snoozedUntil; // invalid: not put off
    QJsonObject json;
    [[nodiscard]] static Alert fromJson(const QJsonObject &json);
};

// A message to a person or a system.
struct Notification {
    QString id;
    QString kind;
    QString to; // "email:ann@county.gov"
    QString channel;
    QString state; // "queued", "sending", "sent", "dead", "withdrawn"
    int attempts = 0;
    QDateTime createdAt;
    QDateTime sentAt; // invalid: not yet
    QString error; // of the last try
    QJsonObject json;
    [[nodiscard]] static Notification fromJson(const QJsonObject &json);
};

} // namespace hmsact::client
