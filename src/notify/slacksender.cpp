// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/slacksender.h"

#include "domain/textrules.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace hmsact::notify {

using namespace Qt::StringLiterals;

QString SlackSender::obstacle() const
{
    if (m_settings.slack.isEmpty())
        return QString::fromUtf8(QT_TRANSLATE_NOOP("Error", "Slack is not configured: set --slack, then send it again"));
    return {};
}

// The three signs that Slack's own marks are made of.
static QString escaped(QString text)
{
    return text.replace(u'&', "&amp;"_L1).replace(u'<', "&lt;"_L1).replace(u'>', "&gt;"_L1);
}

void SlackSender::prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const
{
    const QString id = parcel.notification.id.toString();
    QJsonObject body{{u"channel"_s, domain::targetOf(parcel.notification.address)},
                     {u"text"_s, u'*' + escaped(text.subject) + u"*\n"_s + escaped(text.lines.join(u'\n'))}};
    QByteArray url = m_settings.slack.toEncoded();
    if (!m_settings.slackToken.isEmpty()) {
        if (!url.endsWith('/'))
            url += '/';
        url += "chat.postMessage";
        transfer.addHeader("Authorization: Bearer " + m_settings.slackToken.toUtf8());
        body.insert(u"client_msg_id"_s, QUuid::createUuidV5(QUuid(), id).toString(QUuid::WithoutBraces));
    }
    transfer.setUrl(url);
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    transfer.addHeader("Idempotency-Key: " + id.toLatin1());
    transfer.post(QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json; charset=utf-8");
}

Verdict SlackSender::judge(const Transfer &transfer) const
{
    Verdict verdict = judgeConfigured(transfer);
    if (m_settings.slackToken.isEmpty() || verdict.kind != Verdict::Kind::Sent)
        return verdict;
    // The Web API says what went wrong in its answer, with status 200.
    const QJsonObject answer = QJsonDocument::fromJson(transfer.answer()).object();
    if (answer.value("ok"_L1).toBool())
        return verdict;
    // What passes by itself, and what is wrong with the token, which people can mend while messages wait.
    static const QStringList passing{
        u"ratelimited"_s,        u"rate_limited"_s,     u"internal_error"_s, u"fatal_error"_s,   u"service_unavailable"_s,
        u"request_timeout"_s,    u"token_expired"_s,    u"token_revoked"_s,  u"invalid_auth"_s,  u"not_authed"_s,
        u"account_inactive"_s,   u"missing_scope"_s,    u"no_permission"_s,  u"access_denied"_s, u"not_allowed_token_type"_s,
        u"org_login_required"_s, u"ekm_access_denied"_s};
    const QString error = domain::cutTo(answer.value("error"_L1).toString(), 100);
    if (error.isEmpty())
        return {Verdict::Kind::Retry, u"Slack: the answer is none of its interface"_s, transfer.retryAfterMs()};
    return {passing.contains(error) ? Verdict::Kind::Retry : Verdict::Kind::Dead, u"Slack: "_s + error,
            transfer.retryAfterMs()};
}

} // namespace hmsact::notify
