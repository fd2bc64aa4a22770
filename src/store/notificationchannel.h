// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/postgresconnection.h"
#include "store/sqlcatalog.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace hmsact::store {

// Short messages between all who have the same PostgreSQL schema open, by NOTIFY on a connection of their own. Hints:
// one may be lost, none is kept. Used by one thread.
class NotificationChannel
{
public:
    static constexpr int payloadMax = 7999; // bytes, of PostgreSQL

    // Listens when it returns. Unavailable: the server cannot be reached. An answer that does not come within `patience` means
    // here and below that the connection is lost: a server that hangs says nothing.
    [[nodiscard]] static domain::Result<std::unique_ptr<NotificationChannel>>
    open(const DatabaseUrl &url, std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~NotificationChannel();
    NotificationChannel(const NotificationChannel &) = delete;
    NotificationChannel &operator=(const NotificationChannel &) = delete;

    [[nodiscard]] int socket() const; // becomes readable when something has come
    // What others have sent since the last call. Nothing at all: the connection is lost.
    [[nodiscard]] std::optional<std::vector<QByteArray>> receive();
    [[nodiscard]] bool send(const QByteArray &payload); // false: the connection is lost; what is refused is a hint lost
    [[nodiscard]] bool isAlive(); // asks the server

private:
    NotificationChannel(pg_conn *connection, std::chrono::milliseconds patience)
        : m_catalog(Dialect::PostgreSql), m_connection(connection), m_patience(patience)
    {
    }
    [[nodiscard]] bool listen();
    [[nodiscard]] PostgresConnection::Result perform(const QByteArray &sql, const std::vector<const char *> &values = {});

    const SqlCatalog m_catalog;
    pg_conn *m_connection;
    const std::chrono::milliseconds m_patience;
    QByteArray m_name;
};

} // namespace hmsact::store
