// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/webhooksender.h"

#include "domain/codec.h"
#include "domain/limits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace hmsact::notify {

using namespace Qt::StringLiterals;
using domain::Notification;

QString WebhookSender::obstacle() const
{
    if (m_settings.webhookKey.isEmpty())
        return QString::fromUtf8(
            QT_TRANSLATE_NOOP("Error", "webhooks are not configured: set HMS_ACT_WEBHOOK_SECRET, then send it again"));
    return {};
}

QByteArray webhookKey(const QString &secret)
{
    constexpr qsizetype keyBytesMin = 24;
    constexpr qsizetype keyBytesMax = 64;
    const QLatin1StringView prefix("whsec_");
    if (!secret.startsWith(prefix))
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(secret.mid(prefix.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray key = decoded ? *decoded : QByteArray();
    return key.size() >= keyBytesMin && key.size() <= keyBytesMax ? key : QByteArray();
}

QByteArray webhookSignature(const QByteArray &key, const QByteArray &id, qint64 timestampS, const QByteArray &body)
{
    const QByteArray signedText = id + '.' + QByteArray::number(timestampS) + '.' + body;
    return "v1," + QMessageAuthenticationCode::hash(signedText, key, QCryptographicHash::Sha256).toBase64();
}

namespace {

QJsonObject dataOf(const Notification &notification)
{
    QJsonObject data{{u"id"_s, notification.id.toString()}};
    for (const char *fact : {"task", "rule", "reason", "skill", "depth"}) {
        const QString name = QString::fromLatin1(fact);
        if (notification.facts.contains(name))
            data.insert(name, notification.facts.value(name));
    }
    if (!notification.activity.isNull())
        data.insert(u"activity_id"_s, notification.activity.toString());
    if (!notification.task.isNull())
        data.insert(u"task_id"_s, notification.task.toString());
    if (const qint64 dueAtMs = notification.facts.value("due_at_ms"_L1).toInteger(); dueAtMs > 0)
        data.insert(u"due_at"_s, domain::formatTime(dueAtMs));
    return data;
}

} // namespace

void WebhookSender::prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const
{
    const Notification &first = parcel.notification;
    const QByteArray id = first.id.toString().toLatin1();
    QJsonObject data = dataOf(first);
    data.insert(u"text"_s, text.subject);
    if (!parcel.others.empty()) {
        QJsonArray items{dataOf(first)};
        for (size_t i = 0; i < parcel.others.size() && items.size() < domain::limits::digestNamedMax; ++i)
            items.append(dataOf(parcel.others[i]));
        data.insert(u"count"_s, qint64(parcel.others.size() + 1));
        data.insert(u"items"_s, items);
    }
    QJsonObject event{{u"specversion"_s, u"1.0"_s},
                      {u"id"_s, first.id.toString()},
                      {u"source"_s, m_settings.publicUrl.isEmpty() ? u"hms-act"_s : m_settings.publicUrl},
                      {u"type"_s, u"hms-act."_s + domain::toString(first.kind)},
                      {u"time"_s, domain::formatTime(first.createdAtMs)},
                      {u"datacontenttype"_s, u"application/json"_s},
                      {u"data"_s, data}};
    if (!first.activity.isNull())
        event.insert(u"subject"_s, first.activity.toString());
    const QByteArray body = QJsonDocument(event).toJson(QJsonDocument::Compact);
    const qint64 timestampS = QDateTime::currentSecsSinceEpoch();

    transfer.setUrl(QUrl(domain::targetOf(first.address)).toEncoded());
    transfer.set(CURLOPT_PROTOCOLS_STR, "https");
    transfer.set(CURLOPT_PROXY, ""); // the address that is looked at is the receiver's
    transfer.publicOnly = !m_settings.allowPrivateWebhooks;
    transfer.addHeader("webhook-id: " + id);
    transfer.addHeader("webhook-timestamp: " + QByteArray::number(timestampS));
    transfer.addHeader("webhook-signature: " + webhookSignature(m_settings.webhookKey, id, timestampS, body));
    transfer.post(body, "application/cloudevents+json; charset=utf-8");
}

Verdict WebhookSender::judge(const Transfer &transfer) const
{
    if (transfer.result == CURLE_COULDNT_CONNECT && transfer.refused) // trying again would change nothing
        return {Verdict::Kind::Dead,
                QString::fromUtf8(QT_TRANSLATE_NOOP(
                    "Error", "the address is in a private network; --allow-private-webhooks lets that pass")),
                0};
    return judgeHttp(transfer);
}

} // namespace hmsact::notify
