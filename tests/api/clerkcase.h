// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apifixture.h"
#include "engine/coredoor.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace hmsact::api::test {

using namespace Qt::StringLiterals;

// An activity whose task "ship" is assigned to alice, and the link and code of the mail that goes to her.
struct Case {
    std::shared_ptr<std::atomic<qint64>> realNowMs = std::make_shared<std::atomic<qint64>>(1'000'000);
    ApiFixture api{ApiFixture::ClockKind::Virtual, settings(realNowMs)};
    QByteArray activity;
    QByteArray path;
    QString code;

    static ApiSettings settings(std::shared_ptr<std::atomic<qint64>> now)
    {
        ApiSettings settings;
        settings.realNowMs = [now] {
            return now->load();
        };
        return settings;
    }
    explicit Case(domain::Confirmation confirmation = domain::Confirmation::Code)
    {
        if (confirmation == domain::Confirmation::Button)
            api.call("POST", "/intents", "admin-token", R"({"name": "test", "sla": "48h", "confirmation": "button"})");
        for (const QString &name : {u"alice"_s, u"bob"_s})
            api.post(
                "/workers",
                {{u"name"_s, name}, {u"skills"_s, QJsonArray{u"s"_s}}, {u"channel"_s, u"email:%1@county.gov"_s.arg(name)}});
        activity = api.makeActivity({u"ship"_s, u"other"_s}, u"s"_s);
        assign(u"alice"_s);
    }
    // Work is offered by itself, so a mail may have gone before: the newest to this worker about the task counts.
    void assign(const QString &worker)
    {
        api.post("/activities/" + activity + "/tasks/ship/reassign", {{u"worker_id"_s, worker}});
        const domain::Parcel mail = newestTo(worker, u"ship"_s);
        if (!api.misfits.isEmpty())
            qFatal("%s", qPrintable(api.misfits.join(u'\n')));
        path = "//t/" + sealOf(mail).signedLink.toLatin1();
        code = sealOf(mail).code;
    }
    template <class Command>
    typename Command::Answer run(const Command &command)
    {
        return *engine::sendAndWait(api.core(), command, domain::Actor::engine());
    }
    static domain::Parcel::Seal sealOf(const domain::Parcel &parcel)
    {
        return parcel.seals.empty() ? domain::Parcel::Seal() : parcel.seals.front();
    }
    // Takes and settles what delivery would send, until nothing is left.
    domain::Parcel newestTo(const QString &worker, const QString &task)
    {
        domain::Parcel newest;
        domain::TakeNotifications take{realNowMs->load(), 1000, {}, {}};
        take.room.fill(100);
        for (domain::Parcels parcels = run(take); !parcels.items.empty(); parcels = run(take)) {
            domain::SettleNotifications sent{take.realNowMs, {}};
            for (const domain::Parcel &parcel : parcels.items) {
                const domain::Notification &mail = parcel.notification;
                sent.outcomes.push_back({mail.id, mail.attempts, domain::NotificationState::Sent, 0, {}});
                if (!sealOf(parcel).signedLink.isEmpty() && mail.facts[u"task"].toString() == task
                    && mail.address == u"email:%1@county.gov"_s.arg(worker) && mail.id > newest.notification.id)
                    newest = parcel;
            }
            run(sent);
        }
        return newest;
    }
    void wait(qint64 ms) { *realNowMs += ms; }
    QJsonObject task() { return api.get("/activities/" + activity + "/tasks/ship"); }
    QJsonObject link() { return api.get("/activities/" + activity + "/tasks/ship/links")[u"items"].toArray()[0].toObject(); }

    RawAnswer open(const QByteArray &query = {}) { return api.call("GET", path + query, {}); }
    static QString nonceIn(const RawAnswer &page)
    {
        static const QRegularExpression field(u"name=\"nonce\" value=\"([^\"]*)\""_s);
        return field.match(QString::fromUtf8(page.body)).captured(1);
    }
    RawAnswer send(const QMap<QString, QString> &fields, const QByteArray &query = {}, const QByteArray &more = {})
    {
        QByteArray body;
        for (auto it = fields.begin(); it != fields.end(); ++it)
            body += (body.isEmpty() ? "" : "&") + it.key().toUtf8() + '=' + QUrl::toPercentEncoding(it.value());
        return api.call("POST", path + query, {}, body, "Content-Type: application/x-www-form-urlencoded\r\n" + more);
    }
    // Opens the page, reads it, and answers.
    RawAnswer answer(const QString &outcome, const QString &typed, const QString &reason = {})
    {
        const QString nonce = nonceIn(open());
        wait(2000);
        return send({{u"outcome"_s, outcome}, {u"code"_s, typed}, {u"reason"_s, reason}, {u"nonce"_s, nonce}});
    }
};

} // namespace hmsact::api::test
