// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification.h"
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

    [[nodiscard]] std::optional<domain::Notification> byId(domain::NotificationId id) const;
    struct Filter {
        std::optional<domain::NotificationState> state;
        std::optional<domain::Channel> channel;
    };
    [[nodiscard]] domain::Page<domain::Notification> page(const Filter &filter, qint64 beforeId,
                                                          int limit) const; // newest first

private:
    [[nodiscard]] qint64 windowEndMs(const QString &address, qint64 nowMs) const; // 0: none is open

    Database &m_database;
};

} // namespace hmsact::store
