// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsreader.h"
#include "domain/channel.h"
#include "domain/duration.h"
#include "notify/webhooksender.h"

#include <QFile>
#include <QLocale>

// How messages leave the program.
namespace hmsact::app {

using namespace Qt::StringLiterals;

namespace {

// A secret goes over the wire in the clear on loopback only.
domain::Status readWebUrl(const SettingsReader &reader, const QString &key, QUrl *url)
{
    const auto setting = reader.find(key);
    if (!setting)
        return domain::Done{};
    const QUrl read(setting->text, QUrl::StrictMode);
    const bool web = read.scheme() == "https"_L1 || (read.scheme() == "http"_L1 && notify::isLoopback(read));
    if (!read.isValid() || !web || read.host().isEmpty() || !read.userInfo().isEmpty() || read.hasFragment())
        return refuse(QT_TRANSLATE_NOOP("Error", "%1 is not of the form https://HOST[:PORT]/PATH"), {setting->source});
    *url = read;
    return domain::Done{};
}

domain::Status readMail(const SettingsReader &reader, notify::Settings *notify)
{
    if (const auto setting = reader.find(u"smtp"_s)) {
        const QUrl url(setting->text, QUrl::StrictMode);
        const bool ours = url.scheme() == "smtp"_L1 || url.scheme() == "smtps"_L1;
        const bool bare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
        if (!url.isValid() || !ours || url.host().isEmpty() || !bare)
            return refuse(QT_TRANSLATE_NOOP("Error", "%1 is not of the form smtp[s]://[USER:PASSWORD@]HOST[:PORT]"),
                          {setting->source});
        notify->smtp = url;
    }
    const auto from = reader.find(u"mail-from"_s);
    if (from && !domain::isChannel(u"email:"_s + from->text))
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not a bare mail address"), {from->source, from->text});
    if (from)
        notify->mailFrom = from->text;
    if (!notify->smtp.isEmpty() && !from)
        return refuse(QT_TRANSLATE_NOOP("Error", "--smtp needs --mail-from, the sender's address"));
    return domain::Done{};
}

// What is wrong with it would be found out with the first mail only.
domain::Status readAuthorities(const SettingsReader &reader, QString *fileName)
{
    const auto setting = reader.find(u"ca-file"_s);
    if (!setting)
        return domain::Done{};
    QFile file(setting->text);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QT_TRANSLATE_NOOP("Error", "Cannot read %1: %2"), {setting->text, file.errorString()});
    if (!file.readAll().contains("-----BEGIN "))
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: the file %2 holds no certificate in PEM"),
                      {setting->source, setting->text});
    *fileName = setting->text;
    return domain::Done{};
}

domain::Status readPatience(const SettingsReader &reader, notify::Settings::Patience *patience)
{
    const std::pair<QString, qint64 *> spans[] = {{u"delivery-backoff"_s, &patience->backoffMs},
                                                  {u"delivery-timeout"_s, &patience->timeoutMs}};
    for (const auto &[key, ms] : spans) {
        const auto setting = reader.find(key);
        if (!setting)
            continue;
        const domain::Result<qint64> read = domain::parseDuration(setting->text);
        if (!read || *read >= domain::limits::deliveryLeaseMs)
            return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not a duration below two minutes, like 5s"),
                          {setting->source, setting->text});
        *ms = *read;
    }
    const auto attempts = reader.find(u"delivery-attempts"_s);
    if (!attempts)
        return domain::Done{};
    bool isNumber = false;
    patience->attempts = attempts->text.toInt(&isNumber);
    if (!isNumber || patience->attempts < 1 || patience->attempts > domain::limits::attemptsMax)
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not a number from 1 to 100"),
                      {attempts->source, attempts->text});
    return domain::Done{};
}

} // namespace

domain::Status readNotify(const SettingsReader &reader, Settings *settings)
{
    notify::Settings &notify = settings->notify;
    if (const domain::Status mail = readMail(reader, &notify); !mail)
        return mail;
    if (const domain::Status slack = readWebUrl(reader, u"slack"_s, &notify.slack); !slack)
        return slack;
    if (const domain::Status sms = readWebUrl(reader, u"sms"_s, &notify.sms); !sms)
        return sms;
    notify.slackToken = reader.secret(u"slack-token"_s);
    notify.smsAccount = reader.secret(u"sms-account"_s);
    notify.smsToken = reader.secret(u"sms-token"_s);
    notify.smsFrom = reader.secret(u"sms-from"_s);
    if (const QString secret = reader.secret(u"webhook-secret"_s); !secret.isEmpty()) {
        notify.webhookKey = notify::webhookKey(secret);
        if (notify.webhookKey.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Error", "HMS_ACT_WEBHOOK_SECRET is not whsec_ and 24 to 64 bytes in base 64"));
    }
    const domain::Result<bool> privateWebhooks = reader.flag(u"allow-private-webhooks"_s);
    if (!privateWebhooks)
        return privateWebhooks.error();
    notify.allowPrivateWebhooks = *privateWebhooks;
    if (const domain::Status trusted = readAuthorities(reader, &notify.certificateFile); !trusted)
        return trusted;
    notify.publicUrl = settings->publicUrl;
    notify.language = QLocale::system().language() == QLocale::Spanish ? u"es"_s : u"en"_s;
    return readPatience(reader, &notify.patience);
}

} // namespace hmsact::app
