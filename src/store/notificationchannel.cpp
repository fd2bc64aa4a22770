// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notificationchannel.h"

#include "store/sqlerror.h"

#include <QCoreApplication>

#include <libpq-fe.h>
#include <poll.h>

namespace hmsact::store {

using PgResult = PostgresConnection::Result;

domain::Result<std::unique_ptr<NotificationChannel>> NotificationChannel::open(const DatabaseUrl &url,
                                                                               std::chrono::milliseconds patience)
{
    const auto unavailable = [&](const char *why) {
        return domain::makeError(domain::ErrorCode::Unavailable,
                                 QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: %2"),
                                 {url.withoutPassword(), QString::fromUtf8(why)});
    };
    try {
        std::unique_ptr<NotificationChannel> channel(new NotificationChannel(PostgresConnection::connect(url), patience));
        if (!channel->listen())
            return unavailable(PQerrorMessage(channel->m_connection));
        return channel;
    } catch (const SqlError &error) {
        return unavailable(error.what());
    }
}

NotificationChannel::~NotificationChannel() { PQfinish(m_connection); }

// libpq would wait for ever.
PgResult NotificationChannel::perform(const QByteArray &sql, const std::vector<const char *> &values)
{
    PgResult last(nullptr, PQclear);
    if (PQsendQueryParams(m_connection, sql.constData(), static_cast<int>(values.size()), nullptr, values.data(), nullptr,
                          nullptr, 0)
        != 1)
        return last;
    const auto until = std::chrono::steady_clock::now() + m_patience;
    for (;;) {
        while (PQisBusy(m_connection)) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
            pollfd socket{PQsocket(m_connection), POLLIN, 0};
            if (left.count() <= 0 || ::poll(&socket, 1, static_cast<int>(left.count())) == 0
                || PQconsumeInput(m_connection) != 1)
                return {nullptr, PQclear};
        }
        PgResult next(PQgetResult(m_connection), PQclear);
        if (!next)
            return last;
        last = std::move(next);
    }
}

// A notification waits for all of the cluster's that commit, and one of those perhaps for its standby: who hangs up meanwhile
// would go on waiting there.
bool NotificationChannel::listen()
{
    const PgResult limited = perform("SET lock_timeout = '5s'");
    const PgResult channel = perform(m_catalog.statement(QStringLiteral("core.channel")).text.toUtf8());
    if (PQresultStatus(limited.get()) != PGRES_COMMAND_OK || PQresultStatus(channel.get()) != PGRES_TUPLES_OK)
        return false;
    m_name = PQgetvalue(channel.get(), 0, 0);
    const std::unique_ptr<char, void (*)(void *)> name(
        PQescapeIdentifier(m_connection, m_name.constData(), static_cast<size_t>(m_name.size())), PQfreemem);
    return PQresultStatus(perform(QByteArray("LISTEN ") + name.get()).get()) == PGRES_COMMAND_OK;
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
    const QByteArray notify = m_catalog.statement(QStringLiteral("core.notify")).text.toUtf8();
    return perform(notify, {m_name.constData(), payload.constData()}) && PQstatus(m_connection) == CONNECTION_OK;
}

bool NotificationChannel::isAlive() { return PQresultStatus(perform("").get()) == PGRES_EMPTY_QUERY; }

} // namespace hmsact::store
