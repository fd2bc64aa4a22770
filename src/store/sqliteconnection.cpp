// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteconnection.h"

#include "store/sqlerror.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <atomic>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

namespace hmsact::store {

// The low byte of an extended result code is the primary one.
static SqlFailure failureOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqlFailure::Retry;
    case SQLITE_INTERRUPT:
        return SqlFailure::Ended;
    case SQLITE_CONSTRAINT:
        return SqlFailure::Constraint;
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
        return SqlFailure::Full;
    default:
        return SqlFailure::Defect;
    }
}

[[noreturn]] static void fail(sqlite3 *handle, const QString &sql)
{
    const int code = sqlite3_extended_errcode(handle);
    throw SqlError(failureOf(code), QString::fromUtf8(sqlite3_errmsg(handle)),
                   QStringLiteral("%1 in: %2").arg(QString::number(code), sql.simplified().left(200)));
}

namespace {

const QString logSuffix = QStringLiteral("-wal");
constexpr int stepsBetweenLooks = 100'000; // whether it is to end; of SQLite's own, a millisecond
constexpr qsizetype keptMax = 1024; // of one value, from use to use

class SqliteStatement : public PreparedStatement
{
public:
    SqliteStatement(sqlite3 *handle, const QString &sql) : m_handle(handle), m_sql(sql)
    {
        const QByteArray text = m_sql.toUtf8();
        if (sqlite3_prepare_v3(handle, text.constData(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                               &m_statement, nullptr)
            != SQLITE_OK)
            fail(handle, m_sql);
        m_bound.resize(static_cast<size_t>(parameters()));
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    void bind(int index, qint64 value) override { check(sqlite3_bind_int64(m_statement, index + 1, value)); }
    void bind(int index, QByteArrayView value, Bytes kind) override
    {
        if (value.size() > keptMax)
            return bind(index, value, kind, SQLITE_TRANSIENT);
        std::string &place = m_bound[static_cast<size_t>(index)];
        place.assign(value.data(), static_cast<size_t>(value.size()));
        bindInPlace(index, place, kind);
    }
    // It stays where it is until the statement has run. Of nothing, too: no column holds NULL.
    void bindInPlace(int index, const std::string &value, Bytes kind)
    {
        bind(index, QByteArrayView(value.data(), static_cast<qsizetype>(value.size())), kind, SQLITE_STATIC);
    }
    [[nodiscard]] int parameters() const { return sqlite3_bind_parameter_count(m_statement); }
    void ask() override { } // it is at hand
    bool next() override
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            fail(m_handle, m_sql);
        return code == SQLITE_ROW;
    }
    qint64 execute() override
    {
        while (next()) { }
        const qint64 changed = sqlite3_changes64(m_handle);
        sqlite3_reset(m_statement);
        return changed;
    }
    void add() override { execute(); }
    void flush() override { }
    void reset() override { sqlite3_reset(m_statement); }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QByteArrayView bytes(int column) const override
    {
        const void *data = sqlite3_column_blob(m_statement, column); // as it lies there: the encoding is UTF-8
        return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
    }

private:
    void bind(int index, QByteArrayView value, Bytes kind, sqlite3_destructor_type lifetime)
    {
        const int size = static_cast<int>(value.size());
        check(kind == Bytes::Text ? sqlite3_bind_text(m_statement, index + 1, value.data(), size, lifetime)
                                  : sqlite3_bind_blob(m_statement, index + 1, value.data(), size, lifetime));
    }
    void check(int code)
    {
        if (code != SQLITE_OK)
            fail(m_handle, m_sql);
    }
    sqlite3 *m_handle;
    const QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    // What is bound, in memory that is used again and again: SQLite's own copy is allocated for each value of each row.
    std::vector<std::string> m_bound;
};

// An INSERT of one row that gathers rows and writes several at a time: the table and its indexes are opened once for all.
class SqliteInsert : public SqliteStatement
{
public:
    static constexpr int rows = 16;

    // The same INSERT of several rows; nothing for a statement that is none of plain parameters.
    static QString several(const QString &sql, int parameters)
    {
        const auto row = [parameters](int number) {
            QStringList names;
            for (int i = 1; i <= parameters; ++i)
                names << QLatin1Char('?') + QString::number(number * parameters + i);
            return QLatin1Char('(') + names.join(QLatin1String(", ")) + QLatin1Char(')');
        };
        QString text = sql.simplified();
        if (parameters == 0 || !text.endsWith(QLatin1String(" VALUES ") + row(0)))
            return {};
        for (int number = 1; number < rows; ++number)
            text += QLatin1String(", ") + row(number);
        return text;
    }

    SqliteInsert(sqlite3 *handle, const QString &sql, const QString &several)
        : SqliteStatement(handle, sql), m_several(handle, several), m_values(static_cast<size_t>(m_several.parameters()))
    {
    }
    void bind(int index, qint64 value) override { place(index).integer = value; }
    void bind(int index, QByteArrayView value, Bytes kind) override
    {
        Value &place = this->place(index);
        place.kind = kind;
        if (static_cast<qsizetype>(place.bytes.capacity()) > keptMax && value.size() <= keptMax)
            place.bytes = std::string();
        place.bytes.assign(value.data(), static_cast<size_t>(value.size()));
    }
    bool next() override
    {
        handOver(*this, m_row);
        return SqliteStatement::next();
    }
    void add() override
    {
        if (++m_row < rows)
            return;
        handOver(m_several, 0);
        m_several.execute();
        m_row = 0;
    }
    void flush() override
    {
        const int gathered = std::exchange(m_row, 0);
        for (; m_row < gathered; ++m_row)
            execute();
        m_row = 0;
    }
    void reset() override
    {
        m_row = 0;
        m_several.reset();
        SqliteStatement::reset();
    }

private:
    struct Value {
        std::optional<Bytes> kind; // none: an integer
        qint64 integer = 0;
        std::string bytes;
    };
    Value &place(int index)
    {
        Value &value = m_values[static_cast<size_t>(m_row * parameters() + index)];
        value.kind.reset();
        return value;
    }
    void handOver(SqliteStatement &to, int firstRow)
    {
        const Value *value = &m_values[static_cast<size_t>(firstRow * parameters())];
        for (int index = 0; index < to.parameters(); ++index, ++value) {
            if (value->kind)
                to.bindInPlace(index, value->bytes, *value->kind);
            else
                to.SqliteStatement::bind(index, value->integer);
        }
    }
    SqliteStatement m_several;
    std::vector<Value> m_values; // row by row
    int m_row = 0; // that is bound next
};

} // namespace

// Connections are bound to their threads, so SQLite need not guard them; and nobody asks for its statistics of memory.
// Before the first connection of the process; refused, and of no harm, when somebody else was first.
static void configureLibrary()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MULTITHREAD) + sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(once)
}

// Whoever hears of what fails here has named a file, and knows nothing of statements.
static void setUp(sqlite3 *handle, const char *sql)
{
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw SqlError(failureOf(sqlite3_extended_errcode(handle)), QString::fromUtf8(sqlite3_errmsg(handle)));
}

SqliteConnection::SqliteConnection(const DatabaseUrl &url, Access access, std::stop_token ending)
    : m_file(url.file), m_name([] {
          static std::atomic<int> count{0};
          return QStringLiteral("hmsact-%1").arg(++count);
      }()),
      m_ending(std::move(ending))
{
    configureLibrary();
    const bool hasLog = QFileInfo(url.file + logSuffix).size() > 0;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(url.file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!m_database.open())
        throw SqlError(SqlFailure::Full, m_database.lastError().text());
    m_handle = *static_cast<sqlite3 *const *>(m_database.driver()->handle().constData());
    sqlite3_extended_result_codes(m_handle, 1);
    if (access == Access::ReadWrite) {
        // One connection writes and checkpoints; the readers never do (a WAL bug of SQLite up to 3.51.2 needs two).
        setUp(m_handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000");
        setUp(m_handle, "PRAGMA journal_size_limit = 16777216"); // as much as is there when it checkpoints by itself
        setUp(m_handle, "BEGIN IMMEDIATE; ROLLBACK"); // whoever cannot write hears it now
        m_hasLog = QFileInfo::exists(url.file + logSuffix);
        if (sqlite3_db_readonly(m_handle, "main") == 1) // where that is no more than a reader's beginning
            throw SqlError(SqlFailure::Full, QString::fromUtf8(sqlite3_errstr(SQLITE_READONLY)));
    } else {
        setUp(m_handle, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
        // A log that somebody left is not written into the file by who only looks. An empty one goes when this closes.
        if (hasLog)
            sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    setUp(m_handle, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    // KiB. Who only reads has the system's cache behind a small one; there are several, and each would fill its own.
    setUp(m_handle, access == Access::ReadWrite ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");
    m_beginWriting = std::make_unique<SqliteStatement>(m_handle, QStringLiteral("BEGIN IMMEDIATE"));
    m_beginReading = std::make_unique<SqliteStatement>(m_handle, QStringLiteral("BEGIN"));
    m_commit = std::make_unique<SqliteStatement>(m_handle, QStringLiteral("COMMIT"));
    m_interruption.emplace(m_ending, [handle = m_handle] { sqlite3_interrupt(handle); });
    const auto isToEnd = [](void *token) {
        return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0;
    };
    if (m_ending.stop_possible())
        sqlite3_progress_handler(m_handle, stepsBetweenLooks, isToEnd, &m_ending);
}

SqliteConnection::~SqliteConnection()
{
    m_interruption.reset(); // waits for one that is under way
    for (auto *statement : {&m_beginWriting, &m_beginReading, &m_commit})
        statement->reset(); // it would stay open
    m_database.close();
    m_database = QSqlDatabase(); // the handle before its name
    QSqlDatabase::removeDatabase(m_name);
}

// What is written into a file without a name is lost when this process ends.
void SqliteConnection::begin(Access access)
{
    (access == Access::ReadWrite ? m_beginWriting : m_beginReading)->execute();
    if (access == Access::ReadWrite && !isInPlace())
        throw SqlError(SqlFailure::Full, QStringLiteral("its file was moved or removed while it was open"), m_file);
}

bool SqliteConnection::isInPlace() const
{
    int hasMoved = 0; // as it stays where there is no file
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    return hasMoved == 0 && (!m_hasLog || QFileInfo::exists(m_file + logSuffix));
}

void SqliteConnection::rollback() noexcept { sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr); }

void SqliteConnection::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle, QString::fromUtf8(sql));
}

std::unique_ptr<PreparedStatement> SqliteConnection::prepare(const SqlStatement &sql)
{
    if (const QString several = SqliteInsert::several(sql.text, static_cast<int>(sql.names.size())); !several.isEmpty())
        return std::make_unique<SqliteInsert>(m_handle, sql.text, several);
    return std::make_unique<SqliteStatement>(m_handle, sql.text);
}

} // namespace hmsact::store
