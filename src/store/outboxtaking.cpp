// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "store/columns.h"
#include "store/outboxstore.h"

#include <QHash>

#include <algorithm>

// What goes out next: chosen in the transaction that takes it.
namespace hmsact::store {

using domain::Channel;
using domain::Notification;
using domain::NotificationState;
using domain::Parcel;
using domain::Parcels;
namespace limits = domain::limits;

namespace {

struct Candidate {
    Notification notification;
    bool digest = false; // may go with others
    bool solved = false;
    std::vector<Candidate> carried; // since it was taken for the first time
};

struct Limit {
    int count;
    qint64 withinMs;
};
constexpr std::array smsLimits{Limit{limits::smsPerQuarterHour, 15 * limits::msPerMinute},
                               Limit{limits::smsPerHour, limits::msPerHour}};

Candidate candidateOf(const Statement &s)
{
    return {OutboxStore::row(s), s.integer(OutboxStore::columns) != 0, s.integer(OutboxStore::columns + 1) != 0, {}};
}

// Who gets a webhook: its address up to the host, with a slash.
QString receiverOf(const QString &address)
{
    static const QString scheme = QStringLiteral("webhook:https://");
    return (address + u'/').left((address + u'/').indexOf(u'/', scheme.size()) + 1);
}

class Taking
{
public:
    Taking(Database &database, const domain::TakeNotifications &wanted, qint64 nowMs)
        : m_database(database), m_wanted(wanted), m_nowMs(nowMs), m_busy(wanted.busy)
    {
    }

    Parcels run()
    {
        lookWhereTextMessagesAre();
        for (size_t channel = 0; channel < domain::channelCount; ++channel)
            takeOf(static_cast<Channel>(channel));
        return std::move(m_parcels);
    }

private:
    void takeOf(Channel channel)
    {
        int room = m_wanted.room[static_cast<size_t>(channel)];
        if (room == 0)
            return;
        std::vector<Candidate> due = dueOf(channel);
        for (size_t i = 0; i < due.size() && room > 0; ++i) {
            Candidate &one = due[i];
            if (!worthSending(one) || m_busy.contains(one.notification.address) || isFull(channel, one)
                || mustWait(channel, one))
                continue;
            if (one.digest && one.notification.attempts == 0)
                gather(one);
            send(one);
            --room;
        }
        if (room > 0)
            noteNext(channel);
    }

    void lookWhereTextMessagesAre()
    {
        Statement s = m_database.statement("outbox.on_its_way");
        s.bind(m_wanted.realNowMs);
        while (s.next())
            m_busy << s.text(0);
    }

    // The receivers of webhooks that get as many as may be under way to one of them.
    [[nodiscard]] QStringList full() const
    {
        QHash<QString, int> underWay;
        for (const QString &address : m_busy) {
            if (domain::channelOf(address) == Channel::Webhook)
                ++underWay[receiverOf(address)];
        }
        underWay.removeIf([](const auto &receiver) { return receiver.value() < limits::deliveryReceiverMax; });
        return underWay.keys();
    }

    [[nodiscard]] bool isFull(Channel channel, const Candidate &one) const
    {
        return channel == Channel::Webhook && full().contains(receiverOf(one.notification.address));
    }

    std::vector<Candidate> dueOf(Channel channel)
    {
        std::vector<Candidate> due;
        std::vector<qint64> tried;
        {
            Statement s = m_database.statement("outbox.due");
            s.bind(domain::toString(channel), m_wanted.realNowMs, m_nowMs, jsonList(m_busy), jsonList(full()),
                   limits::deliveryLookMax);
            while (s.next())
                due.push_back(candidateOf(s));
        }
        for (const Candidate &one : due)
            tried.push_back(one.notification.id.value);
        if (tried.empty())
            return due;
        Statement s = m_database.statement("outbox.carried");
        s.bind(m_database.ids(tried));
        while (s.next()) {
            Candidate carried = candidateOf(s);
            const auto carrier = std::find_if(due.begin(), due.end(), [&](const Candidate &one) {
                return one.notification.id == carried.notification.carrier;
            });
            carrier->carried.push_back(std::move(carried));
        }
        return due;
    }

    // Looked at again before each try: what was solved is withdrawn, or left out of its digest, which is withdrawn with the
    // last.
    bool worthSending(Candidate &one)
    {
        std::vector<Candidate> open;
        for (Candidate &carried : one.carried) {
            if (carried.solved)
                withdraw(carried);
            else
                open.push_back(std::move(carried));
        }
        one.carried = std::move(open);
        if (!one.solved || !one.carried.empty())
            return true;
        withdraw(one);
        return false;
    }

    void withdraw(const Candidate &one)
    {
        m_database.statement("outbox.withdraw").bind(one.notification.id.value).execute();
        m_parcels.withdrawn = true;
    }

    bool mustWait(Channel channel, const Candidate &one)
    {
        if (channel != Channel::Sms)
            return false;
        std::vector<qint64> triedAtMs;
        {
            Statement s = m_database.statement("outbox.tries_of");
            s.bind(domain::uniform(one.notification.address), m_wanted.realNowMs - limits::msPerHour, limits::smsPerHour);
            while (s.next())
                triedAtMs.push_back(s.integer(0));
        }
        qint64 freeAtMs = 0;
        for (const Limit &limit : smsLimits) {
            if (triedAtMs.size() >= static_cast<size_t>(limit.count))
                freeAtMs = std::max(freeAtMs, triedAtMs[static_cast<size_t>(limit.count) - 1] + limit.withinMs);
        }
        if (freeAtMs <= m_wanted.realNowMs)
            return false;
        m_database.statement("outbox.postpone").bind(freeAtMs, one.notification.id.value).execute();
        return true;
    }

    void gather(Candidate &carrier)
    {
        std::vector<Candidate> found;
        {
            Statement s = m_database.statement("outbox.gather");
            s.bind(carrier.notification.address, m_nowMs, m_wanted.realNowMs, carrier.notification.id.value,
                   limits::digestMax - 1);
            while (s.next())
                found.push_back(candidateOf(s));
        }
        for (Candidate &one : found) {
            if (worthSending(one))
                carrier.carried.push_back(std::move(one));
        }
    }

    void send(Candidate &one)
    {
        const qint64 untilMs = m_wanted.realNowMs + m_wanted.leaseMs;
        const qint64 id = one.notification.id.value;
        m_database.statement("outbox.take").bind(untilMs, 0, id).execute();
        if (domain::channelOf(one.notification.address) == Channel::Sms)
            count(one.notification, untilMs);
        const int attempts = one.notification.attempts + 1;
        std::vector<Notification> told;
        if (!one.solved)
            told.push_back(std::move(one.notification));
        std::vector<qint64> carriedIds;
        for (Candidate &carried : one.carried) {
            carriedIds.push_back(carried.notification.id.value);
            told.push_back(std::move(carried.notification));
        }
        if (!carriedIds.empty())
            m_database.statement("outbox.take_carried").bind(untilMs, id, m_database.ids(carriedIds)).execute();
        Parcel parcel{std::move(told.front()),
                      {std::make_move_iterator(told.begin() + 1), std::make_move_iterator(told.end())}};
        parcel.isLeftOut = one.solved;
        parcel.notification.id = {id}; // of the digest, whichever of it is still to be told
        parcel.notification.attempts = attempts;
        parcel.notification.state = NotificationState::Sending;
        m_busy << parcel.notification.address;
        m_parcels.items.push_back(std::move(parcel));
    }

    // Each try: a provider that takes it and drops the connection, or fails, may have sent it all the same. Until something is
    // heard of it, it counts as the latest.
    void count(const Notification &textMessage, qint64 untilMs)
    {
        const QString address = domain::uniform(textMessage.address);
        m_database.statement("outbox.forget_tries").bind(address, m_wanted.realNowMs - limits::msPerHour).execute();
        m_database.statement("outbox.insert_try").bind(address, untilMs, textMessage.id.value).execute();
    }

    void noteNext(Channel channel)
    {
        Statement s = m_database.statement("outbox.next");
        s.bind(m_nowMs, m_wanted.realNowMs, domain::toString(channel), jsonList(m_busy), jsonList(full()),
               limits::deliveryLookMax);
        if (!s.next() || s.integer(0) == 0)
            return;
        const qint64 inMs = std::max<qint64>(s.integer(1), 0);
        qint64 &nextInMs = m_parcels.nextInMs;
        nextInMs = nextInMs < 0 ? inMs : std::min(nextInMs, inMs);
    }

    Database &m_database;
    const domain::TakeNotifications &m_wanted;
    const qint64 m_nowMs;
    QStringList m_busy; // one message at a time goes to an address, so they arrive in order, and limits hold
    Parcels m_parcels;
};

} // namespace

Parcels OutboxStore::take(const domain::TakeNotifications &wanted, qint64 nowMs)
{
    Statement turn = m_database.statement("outbox.turn");
    if (turn.next() && turn.integer(0) == 0)
        return {{}, limits::deliveryTurnMs, false};
    return Taking(m_database, wanted, nowMs).run();
}

} // namespace hmsact::store
