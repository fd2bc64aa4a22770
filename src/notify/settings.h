// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/limits.h"

#include <QUrl>

namespace hmsact::notify {

// By which ways messages go, and how patiently. What is empty is not configured: messages for it are given up at once, with
// that reason. Holds secrets; never logged.
struct Settings {
    QUrl smtp; // smtp://user:pass@host:port, smtps://…
    QString mailFrom; // a bare address
    QUrl slack; // an incoming webhook; with a token the base of the Web API
    QString slackToken;
    QUrl sms; // a Twilio-compatible messages endpoint
    QString smsAccount;
    QString smsToken;
    QString smsFrom;
    QByteArray webhookKey; // what webhooks are signed with
    bool allowPrivateWebhooks = false;
    QString publicUrl; // names this installation to receivers
    QString language = QStringLiteral("en"); // of recipients about whom nothing is known
    QString certificateFile; // authorities to trust instead of the system's; empty: those

    struct Patience {
        qint64 backoffMs = domain::limits::backoffBaseMs;
        qint64 backoffMaxMs = domain::limits::deliveryBackoffMaxMs;
        int attempts = domain::limits::deliveryAttemptsMax;
        qint64 timeoutMs = domain::limits::deliveryTimeoutMs;
        qint64 pollMs = domain::limits::deliveryPollMs;
        // Until whoever sends it counts as dead: far above the time-out.
        [[nodiscard]] qint64 leaseMs() const { return std::min(4 * timeoutMs, domain::limits::deliveryLeaseMs); }
    } patience;
};

} // namespace hmsact::notify
