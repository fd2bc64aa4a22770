// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notificationchannel.h"

#include "store/postgresconnection.h"
#include "store/sqlerror.h"

#include <QCoreApplication>

#include <libpq-fe.h>

namespace hmsact::store {

using PgResult = PostgresConnection::Result;

domain::Result<std::unique_ptr<NotificationChannel>> NotificationChannel::open(const DatabaseUrl &url)
{
    const auto unavailable = [&](const char *why) {
        return domain::makeError(domain::ErrorCode::Unavailable,
                                 QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: %2"),
                                 {url.withoutPassword(), QString::fromUtf8(why)});
    };
    try {
        std::unique_ptr<NotificationChannel> channel(new NotificationChannel(PostgresConnection::connect(url)));
        if (!channel->listen())
            return unavailable(PQerrorMessage(channel->m_connection));
        return channel;
    } catch (const SqlError &error) {
        return unavailable(error.what());
    }
}

NotificationChannel::~NotificationChannel() { PQfinish(m_connection); }

bool NotificationChannel::listen()
{
    const QByteArray channelOf = m_catalog.statement(QStringLiteral("core.channel")).text.toUtf8();
    const PgResult channel(PQexec(m_connection, channelOf.constData()), PQclear);
    if (PQresultStatus(channel.get()) != PGRES_TUPLES_OK)
        return false;
    m_name = PQgetvalue(channel.get(), 0, 0);
    const std::unique_ptr<char, void (*)(void *)> name(
        PQescapeIdentifier(m_connection, m_name.constData(), static_cast<size_t>(m_name.size())), PQfreemem);
    const QByteArray listen = QByteArray("LISTEN ") + name.get();
    const PgResult listening(PQexec(m_connection, listen.constData()), PQclear);
    return PQresultStatus(listening.get()) == PGRES_COMMAND_OK;
}

int NotificationChannel::socket() const { return PQsocket(m_connection); }

std::optional<std::vector<QByteArray>> NotificationChannel::receive()
{
    if (PQconsumeInput(m_connection) != 1)
        return std::nullopt;
    std::vector<QByteArray> received;
    for (;;) {
        const std::unique_ptr<PGnotify, void (*)(void *)> one(PQnotifies(m_connection), PQfreemem);
        if (!one)
            return received;
        if (one->be_pid != PQbackendPID(m_connection)) // one's own come back too
            received.emplace_back(one->extra);
    }
}

bool NotificationChannel::send(const QByteArray &payload)
{
    const char *const values[] = {m_name.constData(), payload.constData()};
    const QByteArray notify = m_catalog.statement(QStringLiteral("core.notify")).text.toUtf8();
    const PgResult sent(PQexecParams(m_connection, notify.constData(), 2, nullptr, values, nullptr, nullptr, 0), PQclear);
    return PQresultStatus(sent.get()) == PGRES_TUPLES_OK;
}

} // namespace hmsact::store
