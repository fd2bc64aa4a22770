// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresconnection.h"

#include "store/postgresstatement.h"
#include "store/sqlerror.h"

#include <array>
#include <cerrno>
#include <libpq-fe.h>
#include <memory>
#include <poll.h>
#include <tuple>
#include <utility>

namespace hmsact::store {

// Durable always, whatever the server's own settings say. The queue's statements go through indexes: plans are made once,
// often while the tables are still empty, and a scan of what grew since would be the only slow thing here.
static constexpr const char *sessionSettings =
    "SET synchronous_commit = on; SET TIME ZONE 'UTC'; SET client_min_messages = warning; "
    "SET jit = off; SET plan_cache_mode = force_generic_plan; "
    "SET lock_timeout = '10s'; SET statement_timeout = '10min'; "
    "SET idle_in_transaction_session_timeout = '60s'";
// A core that hangs in the middle of a transaction must not keep the others waiting.
static constexpr const char *writerSettings = "SET enable_seqscan = off; SET enable_hashjoin = off; "
                                              "SET enable_mergejoin = off; SET max_parallel_workers_per_gather = 0; "
                                              "SET idle_in_transaction_session_timeout = '5s'";
static constexpr const char *readerSettings = "SET default_transaction_read_only = on";
static constexpr std::chrono::minutes longPatience{10}; // as the sessionSettings have it
static constexpr const char *shortSettings = "SET statement_timeout = '60s'";

static constexpr std::chrono::milliseconds endingLook{200}; // whether it is to end

// The classes of SQLSTATE, see the appendix "Error Codes" of PostgreSQL's manual.
static SqlFailure failureOf(QLatin1StringView state)
{
    if (state.isEmpty() || state.startsWith(QLatin1StringView("08")) || state.startsWith(QLatin1StringView("57P")))
        return SqlFailure::Lost;
    if (state == QLatin1StringView("25006"))
        return SqlFailure::ReadOnly;
    if (state.startsWith(QLatin1StringView("40")) || state == QLatin1StringView("55P03")
        || state == QLatin1StringView("57014")) // it took too long, here and now
        return SqlFailure::Retry;
    if (state == QLatin1StringView("23505"))
        return SqlFailure::Taken;
    if (state.startsWith(QLatin1StringView("23")))
        return SqlFailure::Constraint;
    if (state.startsWith(QLatin1StringView("53")) || state.startsWith(QLatin1StringView("58")))
        return SqlFailure::Full;
    if (state == QLatin1StringView("42501")
        || state == QLatin1StringView("3F000")) // a schema that it may not use is not there
        return SqlFailure::Denied;
    return SqlFailure::Defect;
}

static QString firstLine(const char *text) { return QString::fromUtf8(text).section(QLatin1Char('\n'), 0, 0).trimmed(); }

// A line for each host, and after some of them advice, which begins with a tab.
static QString withoutAdvice(const char *text)
{
    QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1Char('\t')); });
    return lines.join(QStringLiteral("; "));
}

pg_conn *PostgresConnection::connect(const DatabaseUrl &url)
{
    const QByteArray conninfo = url.text.toUtf8();
    // What the URL says otherwise counts: it stands behind them. All but the encoding, which is the program's own.
    const std::pair<const char *, const char *> parameters[] = {
        {"target_session_attrs", url.namesSeveralHosts() ? "read-write" : nullptr},
        {"fallback_application_name", "hms-act"},
        {"connect_timeout", "5"},
        {"keepalives_idle", "10"},
        {"keepalives_interval", "5"},
        {"tcp_user_timeout", "15000"},
        {"dbname", conninfo.constData()},
        {"client_encoding", "UTF8"},
        {nullptr, nullptr}};
    std::array<const char *, std::size(parameters)> keywords{};
    std::array<const char *, std::size(parameters)> values{};
    for (size_t i = 0; i < keywords.size(); ++i)
        std::tie(keywords[i], values[i]) = parameters[i];
    pg_conn *connection = PQconnectdbParams(keywords.data(), values.data(), 1); // 1: dbname is a URL
    if (PQstatus(connection) == CONNECTION_OK) {
        PQsetNoticeProcessor(
            connection, [](void *, const char *text) { qInfo("PostgreSQL: %s", qPrintable(firstLine(text))); }, nullptr);
        return connection;
    }
    const QString why = withoutAdvice(PQerrorMessage(connection));
    PQfinish(connection);
    throw SqlError(SqlFailure::Lost, why);
}

PostgresConnection::PostgresConnection(const DatabaseUrl &url, Access access, std::chrono::milliseconds patience,
                                       std::stop_token ending)
    : m_connection(connect(url)), m_patience(patience), m_ending(std::move(ending))
{
    try {
        script(sessionSettings);
        script(access == Access::ReadWrite ? writerSettings : readerSettings);
        if (patience < longPatience)
            script(shortSettings);
        PQenterPipelineMode(m_connection);
    } catch (...) {
        PQfinish(m_connection);
        throw;
    }
}

PostgresConnection::~PostgresConnection() { PQfinish(m_connection); }

void PostgresConnection::fail(const pg_result *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QString said = firstLine(result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection));
    const bool gone = PQstatus(m_connection) != CONNECTION_OK;
    const SqlFailure failure = gone ? SqlFailure::Lost : failureOf(QLatin1StringView(state));
    throw SqlError(failure, QStringLiteral("%1 (%2)").arg(said, QLatin1StringView(state ? state : "no connection")));
}

void PostgresConnection::sendCommand(const char *sql)
{
    endCopy();
    if (PQsendQueryParams(m_connection, sql, 0, nullptr, nullptr, nullptr, nullptr, 1) != 1)
        fail(nullptr);
    m_unread.push_back(nullptr);
}

void PostgresConnection::begin(Access access)
{
    m_hasWritten = false;
    sendCommand(access == Access::ReadWrite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void PostgresConnection::commit()
{
    sendCommand("COMMIT");
    await();
}

void PostgresConnection::rollback() noexcept
{
    try {
        endCopy();
    } catch (const SqlError &error) {
        qInfo("what is rolled back had failed: %s", error.what());
    }
    try {
        sendCommand("ROLLBACK");
        await();
    } catch (const SqlError &error) { // the connection is gone, and the transaction with it; the next use connects again
        qInfo("a rollback was left to the server: %s", error.what());
    }
}

void PostgresConnection::script(const QByteArray &sql)
{
    m_hasWritten = true;
    const bool piped = PQpipelineStatus(m_connection) != PQ_PIPELINE_OFF;
    if (piped)
        leavePipeline();
    const Result result(PQexec(m_connection, sql.constData()), PQclear);
    if (piped)
        PQenterPipelineMode(m_connection);
    if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR)
        fail(result.get());
}

void PostgresConnection::leavePipeline()
{
    endCopy();
    if (!m_unread.empty())
        await();
    PQexitPipelineMode(m_connection);
}

void PostgresConnection::copy(const QByteArray &into, QByteArrayView lines)
{
    leavePipeline();
    if (PQsendQuery(m_connection, ("COPY " + into + " FROM STDIN").constData()) != 1)
        fail(nullptr);
    const Result ready = receive();
    if (PQresultStatus(ready.get()) != PGRES_COPY_IN) {
        receive().reset();
        PQenterPipelineMode(m_connection);
        fail(ready.get());
    }
    m_isCopying = true;
    if (PQputCopyData(m_connection, lines.data(), static_cast<int>(lines.size())) != 1)
        fail(nullptr);
    if (PQputCopyEnd(m_connection, nullptr) != 1)
        fail(nullptr);
}

void PostgresConnection::endCopy()
{
    if (!std::exchange(m_isCopying, false))
        return;
    const Result result = next();
    PQenterPipelineMode(m_connection);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        fail(result.get());
}

std::unique_ptr<PreparedStatement> PostgresConnection::prepare(const SqlStatement &sql)
{
    return std::make_unique<PostgresStatement>(*this, "s" + QByteArray::number(++m_statements), sql.text.toUtf8(),
                                               sql.names.size());
}

void PostgresConnection::prepare(const QByteArray &name, const QByteArray &sql, const std::vector<unsigned> &types)
{
    endCopy();
    if (PQsendPrepare(m_connection, name.constData(), sql.constData(), static_cast<int>(types.size()), types.data()) != 1)
        fail(nullptr);
    m_unread.push_back(nullptr);
    await();
}

void PostgresConnection::send(const QByteArray &name, const Parameters &parameters, Result *rows)
{
    endCopy();
    const std::vector<int> formats(parameters.values.size(), 1);
    if (PQsendQueryPrepared(m_connection, name.constData(), static_cast<int>(formats.size()), parameters.values.data(),
                            parameters.lengths.data(), formats.data(), 1)
        != 1)
        fail(nullptr);
    m_unread.push_back(rows);
}

void PostgresConnection::forget(const Result *rows)
{
    for (Result *&wanted : m_unread) {
        if (wanted == rows)
            wanted = nullptr;
    }
}

// The server would go on reading for nobody.
void PostgresConnection::cancel() const
{
    const std::unique_ptr<PGcancel, void (*)(PGcancel *)> request(PQgetCancel(m_connection), PQfreeCancel);
    char why[256];
    if (request && PQcancel(request.get(), why, sizeof why) != 1)
        qInfo("what nobody waits for any more goes on at the server: %s", why);
}

// libpq would wait for ever.
PostgresConnection::Result PostgresConnection::receive()
{
    const auto until = std::chrono::steady_clock::now() + m_patience;
    while (PQisBusy(m_connection)) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        const bool isLooking = m_ending.stop_possible() && left > endingLook;
        pollfd socket{PQsocket(m_connection), POLLIN, 0};
        const int ready =
            left.count() > 0 ? ::poll(&socket, 1, static_cast<int>((isLooking ? endingLook : left).count())) : 0;
        if (ready == 0 && m_ending.stop_requested() && !std::exchange(m_isCancelled, true)) {
            cancel();
            throw SqlError(SqlFailure::Ended, QStringLiteral("told to end"));
        }
        if (ready == 0 && isLooking)
            continue;
        if (ready == 0)
            throw SqlError(SqlFailure::Lost, QStringLiteral("the server does not answer"));
        if (ready < 0 ? errno != EINTR : PQconsumeInput(m_connection) != 1)
            break; // what follows says why
    }
    return Result(PQgetResult(m_connection), PQclear);
}

// The answer to one command, which ends with a null result of its own.
PostgresConnection::Result PostgresConnection::next()
{
    Result result = receive();
    if (result)
        receive().reset();
    return result;
}

// Ends what was sent with a point where the server waits for more: only while it knows that it waits does it end a
// transaction whose core has hung up without a word (idle_in_transaction_session_timeout). After a failure it skips to there.
void PostgresConnection::await()
{
    endCopy();
    if (PQpipelineSync(m_connection) != 1)
        fail(nullptr);
    while (!m_unread.empty()) {
        Result result = next();
        const ExecStatusType status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            readToSync();
            fail(result.get());
        }
        if (Result *rows = m_unread.front())
            *rows = std::move(result);
        m_unread.pop_front();
    }
    readToSync();
}

void PostgresConnection::readToSync()
{
    m_unread.clear();
    ExecStatusType status = PGRES_EMPTY_QUERY;
    while (status != PGRES_PIPELINE_SYNC && PQstatus(m_connection) == CONNECTION_OK)
        status = PQresultStatus(receive().get());
}

} // namespace hmsact::store
