// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Messages on their way to people and systems. Every function must run inside transact() or, if it is const, read() of
// `database`, and throws SqlError.
class OutboxStore
{
public:
    explicit OutboxStore(Database &database) : m_database(database) { }

    // Written in the transaction that causes them; a digest joins the window that is open for its address. What goes to the
    // console is sent by being written.
    void insert(const std::vector<domain::Notification> &messages, qint64 nowMs);

    static constexpr int columns = 19; // of row()
    [[nodiscard]] static domain::Notification row(const Statement &s);
    [[nodiscard]] std::optional<domain::Notification> byId(domain::NotificationId id) const;
    struct Filter {
        std::optional<domain::NotificationState> state;
        std::optional<domain::Channel> channel;
    };
    [[nodiscard]] domain::Page<domain::Notification> page(const Filter &filter, qint64 beforeId,
                                                          int limit) const; // newest first

    // Takes what is due, for a while; on PostgreSQL only one core at a time, the others get nothing and ask again. What was
    // solved meanwhile is withdrawn, what its address may not get yet is postponed.
    [[nodiscard]] domain::Parcels take(const domain::TakeNotifications &wanted, qint64 nowMs);
    // Whether it was still this one's to settle.
    bool settle(const domain::SettleNotifications::Outcome &outcome, qint64 realNowMs);
    [[nodiscard]] bool hasReached(const QString &address) const; // something was sent there, and taken
    // What rules tell of an activity and was withdrawn waits again where its reason came back, but for these addresses.
    // → whether something does.
    bool bringBack(domain::ActivityId activity, const QStringList &toldAnyway);
    void release(); // what is being sent: whoever did so is dead
    void resend(domain::NotificationId id); // with all that it carried
    qint64 forget(domain::NotificationState state, qint64 untilId, int max); // up to this one → how many

private:
    [[nodiscard]] qint64 windowEndMs(const QString &address, qint64 nowMs) const; // 0: none is open

    Database &m_database;
};

} // namespace hmsact::store
