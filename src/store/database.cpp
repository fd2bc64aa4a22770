// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

#include <chrono>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;

static constexpr int attemptsMax = 5;
static constexpr int drawnMax = 3; // of ids that another process has made, too
static constexpr std::chrono::seconds busyFor{10}; // after that whoever waits hears of it, and may try again
// How long a lost commit is looked for while its callers wait: longer than a server takes to start again or be replaced.
static constexpr std::chrono::seconds findOutFor{30};
static constexpr std::chrono::milliseconds findOutPauseMax{500};

// SQLite says “disk I/O error” where it finds no room for the index of its log.
static bool isDiskFull(const QString &file)
{
    constexpr qint64 neededBytes = 64 * 1024;
    const QStorageInfo disk(QFileInfo(file).absolutePath());
    return disk.isValid() && disk.bytesAvailable() < neededBytes;
}

domain::Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, Access access, std::stop_token ending,
                                                         Patience patience)
{
    try {
        auto connection = Connection::open(url, access, ending, patience);
        return std::unique_ptr<Database>(new Database(url, access, std::move(connection), std::move(ending), patience));
    } catch (const SqlError &error) {
        if (url.dialect == Dialect::Sqlite && error.failure() == SqlFailure::Retry)
            return makeError(ErrorCode::Unavailable,
                             QT_TRANSLATE_NOOP("Error", "the database %1 is locked by another program"),
                             {url.withoutPassword()});
        if (url.dialect == Dialect::Sqlite && error.failure() == SqlFailure::Full && isDiskFull(url.file))
            return makeError(ErrorCode::Unavailable,
                             QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: the disk it is on is full"),
                             {url.withoutPassword()});
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: %2"),
                         {url.withoutPassword(), QString::fromUtf8(error.what())});
    }
}

Database::Database(DatabaseUrl url, Access access, std::unique_ptr<Connection> connection, std::stop_token ending,
                   Patience patience)
    : m_url(std::move(url)), m_access(access), m_patience(patience), m_thread(std::this_thread::get_id()),
      m_catalog(m_url.dialect), m_ending(std::move(ending)), m_connection(std::move(connection))
{
}

Database::~Database() { assertThread(); }

void Database::connect()
{
    if (m_connection)
        return;
    m_unreachable = true;
    m_connection = Connection::open(m_url, m_access, m_ending, m_patience);
    m_unreachable = false;
    if (m_core == 0)
        return;
    try {
        m_connection->begin(Access::ReadWrite);
        replaceConnection(m_core);
        m_connection->commit();
    } catch (...) {
        disconnect();
        throw;
    }
}

// Takes the place of a connection of this core that was lost.
void Database::replaceConnection(qint64 core)
{
    statement("core.name_connection").bind(core).next();
    Statement ended = statement("core.end_earlier_connection");
    while (ended.next()) {
        if (ended.integer(0) == 0)
            throw SqlError(SqlFailure::Lost, QStringLiteral("an earlier connection does not end"));
    }
}

void Database::disconnect()
{
    m_prepared.clear();
    m_connection.reset();
}

domain::Status Database::attempt(Access access, const std::function<domain::Status()> &work)
{
    m_committing = m_changed = m_tellsWhatWasStored = false;
    connect();
    m_connection->begin(access);
    domain::Status status = work();
    if (!status) {
        m_readWithCommit.clear();
        m_connection->rollback();
        return status;
    }
    for (const int by : {1, -1}) {
        if (m_isUnwritable && access == Access::ReadWrite)
            statement("schema.touch").bind(by).execute();
    }
    end(m_core != 0 && access == Access::ReadWrite);
    m_isUnwritable &= access != Access::ReadWrite;
    if (access == Access::ReadWrite && m_connection->hasWritten())
        m_logged.clear(); // it can be done again: the next failure is another one
    for (const auto &read : std::exchange(m_readWithCommit, {}))
        read();
    return status;
}

// Where commits are counted, who only looked waits for none; unless what it says was stored before, see tellsWhatWasStored().
void Database::end(bool counted)
{
    if (counted && !m_connection->hasWritten() && m_readWithCommit.empty() && !m_tellsWhatWasStored)
        return m_connection->rollback();
    if (counted) {
        if (!m_commits)
            m_commits = readCommits();
        Statement count = statement("core.count_commit");
        count.add(*m_commits + 1, m_changes + (m_changed ? 1 : 0), m_core);
        count.flush();
    }
    m_committing = counted;
    m_connection->commit();
    m_committing = false;
    if (counted) {
        ++*m_commits;
        m_changes += m_changed ? 1 : 0;
    }
}

void Database::readWithCommit(std::function<void()> read)
{
    if (m_url.dialect == Dialect::Sqlite)
        read();
    else
        m_readWithCommit.push_back(std::move(read));
}

domain::Status Database::run(Access access, const std::function<domain::Status()> &work)
{
    assertThread();
    if (m_refusal)
        return *m_refusal;
    const int attempts = m_unreachable ? 1 : attemptsMax;
    const auto busyUntil = std::chrono::steady_clock::now() + busyFor;
    for (int number = 1;; ++number) {
        try {
            return attempt(access, work);
        } catch (const SqlError &error) {
            m_readWithCommit.clear();
            const bool isReadOnly = error.failure() == SqlFailure::ReadOnly;
            m_isUnwritable |= access == Access::ReadWrite && (isReadOnly || error.failure() == SqlFailure::Full);
            const bool connectsAgain = isReadOnly || error.failure() == SqlFailure::Lost;
            if (connectsAgain)
                disconnect();
            else if (m_connection)
                m_connection->rollback();
            if (m_committing && error.failure() == SqlFailure::Lost) {
                const std::optional<bool> committed = wasCommitted();
                if (!committed) {
                    domain::Error lost =
                        makeError(ErrorCode::Busy,
                                  QT_TRANSLATE_NOOP("Error",
                                                    "the database was lost while this was being stored; whether "
                                                    "it was is not known yet: look before you say it again"));
                    lost.maybeDone = true;
                    return lost;
                }
                if (*committed)
                    return domain::Done{};
            }
            const bool waits = error.failure() == SqlFailure::Retry && std::chrono::steady_clock::now() < busyUntil;
            const bool isDrawnAnew = error.failure() == SqlFailure::Taken && number < drawnMax;
            if (!(connectsAgain || waits || isDrawnAnew) || number >= attempts)
                return toError(error);
            std::this_thread::sleep_for(std::chrono::milliseconds(5 << number));
        }
    }
}

// Whether the commit that was under way when the connection was lost has been done. Nothing: the database could not be asked.
std::optional<bool> Database::wasCommitted()
{
    const auto until = std::chrono::steady_clock::now() + findOutFor;
    for (auto pause = std::chrono::milliseconds(10);; pause = std::min(2 * pause, findOutPauseMax)) {
        try {
            connect();
            m_connection->begin(Access::ReadWrite);
            const qint64 before = *m_commits;
            const qint64 now = readCommits();
            m_connection->commit();
            m_commits = now;
            qWarning("a commit whose answer was lost: it %s", now > before ? "was done" : "was not done, and is done again");
            return now > before;
        } catch (const SqlError &error) {
            const domain::Error lost = toError(error);
            disconnect();
            if (m_tellLost)
                m_tellLost(lost);
            if (m_ending.stop_requested() || std::chrono::steady_clock::now() > until) {
                m_commits.reset();
                return std::nullopt;
            }
            std::this_thread::sleep_for(pause);
        }
    }
}

qint64 Database::readCommits()
{
    Statement commits = statement("core.commits");
    if (!commits.bind(m_core).next())
        throw SqlError(SqlFailure::Defect, QStringLiteral("the row of this core is gone"));
    m_changes = commits.integer(1);
    return commits.integer(0);
}

domain::Result<qint64> Database::enrol(const QString &program, qint64 nowMs)
{
    const QString name = QStringLiteral("%1, %2").arg(program, QSysInfo::machineHostName());
    domain::Result<qint64> enrolled = transact<qint64>([&]() -> domain::Result<qint64> {
        statement("core.forget").execute();
        Statement enrol = statement("core.enrol");
        enrol.bind(name, nowMs).next();
        const qint64 core = enrol.integer(0);
        replaceConnection(core);
        return core;
    });
    if (enrolled)
        m_core = *enrolled;
    return enrolled;
}

domain::Result<std::optional<qint64>> Database::serverNowMs()
{
    if (m_url.dialect != Dialect::PostgreSql)
        return std::optional<qint64>();
    return read<std::optional<qint64>>([&]() -> domain::Result<std::optional<qint64>> {
        Statement now = statement("core.now");
        return now.next() ? std::optional(now.integer(0)) : std::nullopt;
    });
}

domain::Status Database::outsideTransaction(const std::function<void()> &work)
{
    assertThread();
    try {
        work();
        return domain::Done{};
    } catch (const SqlError &error) {
        return toError(error);
    }
}

domain::Error Database::toError(const SqlError &error)
{
    if (error.failure() == SqlFailure::Ended)
        return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the program is shutting down"));
    const QString what = QString::fromUtf8(error.what());
    const std::string &statement = error.statement();
    const std::string failed = statement.empty() || error.failure() == SqlFailure::Lost ? error.what() : statement;
    if (failed != m_logged) { // once for many who meet the same
        m_logged = failed;
        qWarning("%s%s%s", error.what(), statement.empty() ? "" : ": ", statement.c_str());
    }
    switch (error.failure()) {
    case SqlFailure::Lost: // where it is, is for the log
        return makeError(ErrorCode::Unavailable,
                         QT_TRANSLATE_NOOP("Error", "the database does not answer; try again in a moment"));
    case SqlFailure::ReadOnly:
        return makeError(ErrorCode::Unavailable,
                         QT_TRANSLATE_NOOP("Error",
                                           "the database can only be read: its server is a standby, or set to read only; "
                                           "try again in a moment"));
    case SqlFailure::Retry:
        return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the database is busy: %1"), {what});
    case SqlFailure::Full:
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database cannot be written or read: %1"),
                         {what});
    case SqlFailure::Taken:
    case SqlFailure::Constraint:
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the database refuses the change: %1"), {what});
    case SqlFailure::Denied:
        return makeError(ErrorCode::Unavailable,
                         QT_TRANSLATE_NOOP("Error", "the database does not allow that to the role of its URL: %1"), {what});
    case SqlFailure::Ended:
    case SqlFailure::Defect:
        break;
    }
    return makeError(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "a defect in the program: %1"), {what});
}

Statement Database::prepared(std::string_view key, const std::function<SqlStatement()> &sql)
{
    assertThread();
    if (m_ending.stop_requested()) // also what goes on page by page
        throw SqlError(SqlFailure::Ended, QStringLiteral("told to end"));
    auto it = m_prepared.find(key);
    if (it == m_prepared.end()) {
        SqlStatement text = sql();
        auto statement = m_connection->prepare(text);
        it = m_prepared.emplace(key, Prepared{std::move(text), std::move(statement)}).first;
    }
    return {it->second.sql, *it->second.statement};
}

Statement Database::statement(const char *name)
{
    return prepared(name, [&] { return m_catalog.statement(QLatin1String(name)); });
}

Statement Database::composed(const QString &key, const std::function<SqlStatement(const SqlCatalog &)> &compose)
{
    return prepared(key.toStdString(), [&] { return compose(m_catalog); });
}

} // namespace hmsact::store
