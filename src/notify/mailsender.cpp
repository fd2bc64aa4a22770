// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/mailsender.h"

#include "notify/mime.h"

#include <QCoreApplication>
#include <QDateTime>

namespace hmsact::notify {

QString MailSender::obstacle() const
{
    if (m_settings.smtp.isEmpty() || m_settings.mailFrom.isEmpty())
        return QString::fromUtf8(
            QT_TRANSLATE_NOOP("Error", "no mail server is configured: set --smtp and --mail-from, then send it again"));
    return {};
}

void MailSender::prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const
{
    const QUrl &server = m_settings.smtp;
    const QByteArray from = m_settings.mailFrom.toUtf8();
    const QByteArray domain = from.mid(from.indexOf('@') + 1);
    const QByteArray to = domain::targetOf(parcel.notification.address).toUtf8();
    // What follows the host is the name that the program gives itself.
    transfer.setUrl(server.toString(QUrl::RemoveUserInfo | QUrl::RemovePath).toUtf8() + '/' + domain);
    if (!server.userName().isEmpty()) {
        transfer.set(CURLOPT_USERNAME, server.userName(QUrl::FullyDecoded).toUtf8().constData());
        transfer.set(CURLOPT_PASSWORD, server.password(QUrl::FullyDecoded).toUtf8().constData());
    }
    const bool local = isLoopback(server);
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    transfer.set(CURLOPT_PROXY, "");
    transfer.keepSaid();
    transfer.set(CURLOPT_USE_SSL, static_cast<long>(local ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (local) { // nobody stands between; its certificate is hardly for this name
        transfer.set(CURLOPT_SSL_VERIFYPEER, 0L);
        transfer.set(CURLOPT_SSL_VERIFYHOST, 0L);
    }
    transfer.set(CURLOPT_MAIL_FROM, QByteArray('<' + from + '>').constData());
    transfer.addRecipient('<' + to + '>');
    transfer.upload(
        mail({from, to, text, parcel.notification.id.toString().toLatin1(), domain, QDateTime::currentDateTimeUtc()}));
}

Verdict MailSender::judge(const Transfer &transfer) const
{
    if (transfer.result == CURLE_OK)
        return {};
    Verdict verdict = brokenOff(transfer);
    const long code = transfer.status();
    if (code < 400 || code > 599)
        return verdict;
    const QString said = transfer.said();
    verdict.reason = QStringLiteral("SMTP answer %1: %2").arg(QString::number(code), said.isEmpty() ? verdict.reason : said);
    const bool refused = code >= 550; // this mail or this recipient, for good; what is below may be mended at the server
    if (refused)
        verdict.kind = Verdict::Kind::Dead;
    return verdict;
}

} // namespace hmsact::notify
