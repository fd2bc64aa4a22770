// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>
#include <chrono>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;

static constexpr int attemptsMax = 5;

// The extended result codes of SQLite, as the driver reports them: the low byte is the primary code.
static SqlFailure sqliteFailure(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return SqlFailure::Retry;
    case 19: // SQLITE_CONSTRAINT
        return SqlFailure::Constraint;
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
    case 26: // SQLITE_NOTADB
        return SqlFailure::Full;
    default:
        return SqlFailure::Defect;
    }
}

domain::Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, Access access)
{
    static std::atomic<int> count{0};
    std::unique_ptr<Database> self(new Database(url, access, QStringLiteral("hmsact-%1").arg(++count)));
    if (url.dialect != Dialect::Sqlite)
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "this build serves SQLite only, not %1"),
                         {url.withoutPassword()});
    self->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), self->m_connection);
    self->m_database.setDatabaseName(url.file);
    self->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    try {
        if (!self->m_database.open())
            self->fail(self->m_database.lastError(), QStringLiteral("open"));
        if (access == Access::ReadWrite) {
            // One connection writes and checkpoints; the readers never do (a WAL bug of SQLite up to 3.51.2 needs two).
            self->command("PRAGMA journal_mode = WAL");
            self->command("PRAGMA synchronous = FULL");
            self->command("PRAGMA wal_autocheckpoint = 4000");
        } else {
            self->command("PRAGMA query_only = ON");
            self->command("PRAGMA wal_autocheckpoint = 0");
        }
        self->command("PRAGMA foreign_keys = ON");
        self->command("PRAGMA cache_size = -65536"); // KiB
        self->command("PRAGMA temp_store = MEMORY");
    } catch (const SqlError &error) {
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: %2"),
                         {url.withoutPassword(), QString::fromUtf8(error.what())});
    }
    return self;
}

Database::Database(DatabaseUrl url, Access access, QString connection)
    : m_url(std::move(url)), m_access(access), m_connection(std::move(connection)), m_thread(std::this_thread::get_id()),
      m_catalog(m_url.dialect)
{
}

Database::~Database()
{
    assertThread();
    m_prepared.clear(); // before the connection, and the handle before its name
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::fail(const QSqlError &error, const QString &sql) const
{
    throw SqlError(sqliteFailure(error),
                   QStringLiteral("%1 (%2) in: %3").arg(error.text(), error.nativeErrorCode(), sql.simplified().left(200)));
}

void Database::command(const char *sql)
{
    assertThread();
    QSqlQuery query(m_database);
    if (!query.exec(QLatin1String(sql)))
        fail(query.lastError(), QLatin1String(sql));
}

domain::Status Database::run(Access access, const std::function<domain::Status()> &work)
{
    for (int attempt = 1;; ++attempt) {
        bool begun = false;
        try {
            command(access == Access::ReadWrite ? "BEGIN IMMEDIATE" : "BEGIN");
            begun = true;
            domain::Status status = work();
            command(status ? "COMMIT" : "ROLLBACK");
            return status;
        } catch (const SqlError &error) {
            if (begun) {
                // A failed statement may have ended the transaction already; then there is nothing to roll back.
                QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
            }
            if (error.failure() != SqlFailure::Retry || attempt == attemptsMax)
                return toError(error);
            std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
        }
    }
}

domain::Status Database::outsideTransaction(const std::function<void()> &work)
{
    domain::Status status = domain::Done{};
    try {
        command("PRAGMA query_only = OFF"); // a reader may write another file
        work();
    } catch (const SqlError &error) {
        status = toError(error);
    }
    if (m_access == Access::ReadOnly)
        QSqlQuery(m_database).exec(QStringLiteral("PRAGMA query_only = ON"));
    return status;
}

domain::Error Database::toError(const SqlError &error) const
{
    const QString what = QString::fromUtf8(error.what());
    switch (error.failure()) {
    case SqlFailure::Retry:
    case SqlFailure::Lost:
        return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the database is busy: %1"), {what});
    case SqlFailure::Full:
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database cannot be written or read: %1"),
                         {what});
    case SqlFailure::Constraint:
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the database refuses the change: %1"), {what});
    case SqlFailure::Defect:
        break;
    }
    return makeError(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "a defect in the program: %1"), {what});
}

Statement Database::prepared(const QString &key, const std::function<SqlStatement()> &sql)
{
    auto it = m_prepared.find(key);
    if (it == m_prepared.end()) {
        Prepared fresh{sql(), std::make_unique<QSqlQuery>(m_database)};
        fresh.query->setForwardOnly(true);
        if (!fresh.query->prepare(fresh.sql.text))
            fail(fresh.query->lastError(), fresh.sql.text);
        it = m_prepared.emplace(key, std::move(fresh)).first;
    }
    return {*this, it->second.sql, *it->second.query};
}

Statement Database::statement(const char *name)
{
    return prepared(QLatin1String(name), [&] { return m_catalog.statement(QLatin1String(name)); });
}

Statement Database::composed(const QString &key, const std::function<SqlStatement(const SqlCatalog &)> &compose)
{
    return prepared(key, [&] { return compose(m_catalog); });
}

void Database::script(const QString &sql)
{
    const QStringList statements = sql.split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    for (const QString &text : statements) {
        if (!text.trimmed().isEmpty())
            command(text.toUtf8().constData());
    }
}

} // namespace hmsact::store
