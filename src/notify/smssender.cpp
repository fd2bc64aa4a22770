// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/smssender.h"

#include "domain/textrules.h"

#include <QCoreApplication>

namespace hmsact::notify {

static constexpr qsizetype textMax = 320; // a few parts; the rest is in the console

QString SmsSender::obstacle() const
{
    if (m_settings.sms.isEmpty() || m_settings.smsFrom.isEmpty())
        return QString::fromUtf8(QT_TRANSLATE_NOOP(
            "Error", "text messages are not configured: set --sms and HMS_ACT_SMS_FROM, then send it again"));
    return {};
}

Verdict SmsSender::judge(const Transfer &transfer) const { return judgeConfigured(transfer); }

static QByteArray field(const char *name, const QString &value) { return name + QUrl::toPercentEncoding(value); }

void SmsSender::prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const
{
    const QString number = domain::targetOf(domain::uniform(parcel.notification.address));
    QString words = QStringList{text.subject, text.lines.join(QStringLiteral("; "))}.join(QStringLiteral(". "));
    if (words.size() > textMax)
        words = domain::cutTo(words, textMax - 1) + QChar(0x2026);
    transfer.setUrl(m_settings.sms.toEncoded());
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    if (!m_settings.smsAccount.isEmpty()) {
        transfer.set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        transfer.set(CURLOPT_USERNAME, m_settings.smsAccount.toUtf8().constData());
        transfer.set(CURLOPT_PASSWORD, m_settings.smsToken.toUtf8().constData());
    }
    transfer.addHeader("Idempotency-Key: " + parcel.notification.id.toString().toLatin1());
    transfer.post(field("To=", number) + field("&From=", m_settings.smsFrom) + field("&Body=", words),
                  "application/x-www-form-urlencoded");
}

} // namespace hmsact::notify
