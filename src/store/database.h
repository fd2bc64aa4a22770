// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/sqlerror.h"
#include "store/statement.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_map>

namespace hmsact::store {

// One connection, bound to the thread that opened it: used and destroyed there, asserted on every use. All SQL that writes
// runs in transact(), all that only reads in read(); both turn SqlError into domain::Error.
class Database
{
public:
    // Unavailable: cannot be opened (the text says why). ReadOnly on SQLite never writes nor checkpoints. Once `ending` is
    // asked for, from any thread, what runs is broken off, and nothing is begun: Busy.
    [[nodiscard]] static domain::Result<std::unique_ptr<Database>>
    open(const DatabaseUrl &url, Access access, std::stop_token ending = {}, Patience patience = Patience::Long);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Begins (IMMEDIATE on SQLite), runs `work`, commits; on SqlFailure::Retry, Lost or ReadOnly rolls back, connects again if
    // need be and runs the whole function again, at most 5 times, and for 10 s where somebody else is in the way; 3 times
    // where another process has made the same id. `work` must have no effect outside the database until transact() has
    // returned. An Error that it returns rolls back and is handed on.
    // A commit whose answer was lost is looked for in the database (enrol()): done is done once.
    template <class T>
    [[nodiscard]] domain::Result<T> transact(const std::function<domain::Result<T>()> &work)
    {
        std::optional<domain::Result<T>> result;
        const domain::Status status = run(Access::ReadWrite, [&]() -> domain::Status {
            result = work();
            if (!*result)
                return result->error();
            return domain::Done{};
        });
        if (!status)
            return status.error();
        return std::move(*result);
    }

    // One snapshot for everything `work` reads.
    template <class T>
    [[nodiscard]] domain::Result<T> read(const std::function<domain::Result<T>()> &work)
    {
        std::optional<domain::Result<T>> result;
        const domain::Status status = run(Access::ReadOnly, [&]() -> domain::Status {
            result = work();
            return domain::Done{};
        });
        if (!status)
            return status.error();
        return std::move(*result);
    }

    // What a transaction asks last need not be waited for before it ends: the answers come with that of COMMIT, in one
    // exchange. `read` takes them after it, or at once on SQLite, and never when the transaction does not come about, or when
    // it is only found to be done after its answer was lost.
    void readWithCommit(std::function<void()> read);

    // For the one statement that cannot run in a transaction: the copy of a backup.
    [[nodiscard]] domain::Status outsideTransaction(const std::function<void()> &work);

    // PostgreSQL: from now on each transaction that writes counts up this core's own row, see core.postgresql.sql. Answers
    // with the number of the core, from 1 and nobody else's.
    [[nodiscard]] domain::Result<qint64> enrol(const QString &program, qint64 nowMs);
    // What this transaction does is worth telling other cores, so it is counted; and how many such have been committed.
    void noteChange() { m_changed = true; }
    [[nodiscard]] qint64 changes() const { return m_changes; }
    // What is answered says that something was stored before, perhaps on this server alone: on PostgreSQL this transaction,
    // too, waits until it is where a commit has to be.
    void tellsWhatWasStored() { m_tellsWhatWasStored = true; }
    // The clock that decides: the server's. Nothing: the database has none of its own (SQLite).
    [[nodiscard]] domain::Result<std::optional<qint64>> serverNowMs();

    // Called again and again while a lost commit is looked for, with what others may be told, who need not wait for that.
    void whileLost(std::function<void(const domain::Error &)> tell) { m_tellLost = std::move(tell); }

    // From now on nothing is done here any more: whoever asks hears why.
    void refuse(domain::Error why) { m_refusal = std::move(why); }

    // false: it was lost, and whoever wants something next connects again.
    [[nodiscard]] bool isConnected() const { return m_connection != nullptr; }

    [[nodiscard]] Statement statement(const char *name); // of the catalogue; prepared once
    // A statement put together by SqlCatalog::compose(); `key` names the combination, prepared once for each.
    [[nodiscard]] Statement composed(const QString &key, const std::function<SqlStatement(const SqlCatalog &)> &compose);
    void script(const QString &sql) { m_connection->script(sql.toUtf8()); } // several statements: migrations

    [[nodiscard]] QString ids(const std::vector<qint64> &values) const { return Statement::ids(values, m_url.dialect); }
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] const SqlCatalog &catalog() const { return m_catalog; }

private:
    struct Prepared {
        SqlStatement sql;
        std::unique_ptr<PreparedStatement> statement;
    };
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    Database(DatabaseUrl url, Access access, std::unique_ptr<Connection> connection, std::stop_token ending,
             Patience patience);
    void assertThread() const { Q_ASSERT(std::this_thread::get_id() == m_thread); }
    [[nodiscard]] domain::Status run(Access access, const std::function<domain::Status()> &work);
    [[nodiscard]] domain::Status attempt(Access access, const std::function<domain::Status()> &work);
    void connect(); // again
    void replaceConnection(qint64 core);
    void disconnect();
    [[nodiscard]] std::optional<bool> wasCommitted();
    [[nodiscard]] qint64 readCommits();
    void end(bool counted);
    [[nodiscard]] domain::Error toError(const SqlError &error);
    Statement prepared(std::string_view key, const std::function<SqlStatement()> &sql);

    const DatabaseUrl m_url;
    const Access m_access;
    const Patience m_patience;
    const std::thread::id m_thread;
    const SqlCatalog m_catalog;
    const std::stop_token m_ending;
    std::unique_ptr<Connection> m_connection;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> m_prepared; // dies before its connection
    qint64 m_core = 0; // 0: not enrolled
    std::optional<qint64> m_commits = 0; // of this core, in the database; nothing: to be read again
    qint64 m_changes = 0; // of these, such as others are told of
    bool m_changed = false; // by the transaction that runs
    bool m_tellsWhatWasStored = false; // the same
    std::vector<std::function<void()>> m_readWithCommit; // hold statements: die before the connection
    std::optional<domain::Error> m_refusal;
    std::function<void(const domain::Error &)> m_tellLost;
    bool m_isUnwritable = false; // nothing could be written: until something is, each transaction tries to
    std::string m_logged; // the statement that failed last, or why; nothing since something was written
    bool m_unreachable = false; // at the last attempt: not worth several
    bool m_committing = false; // COMMIT has been sent and not been answered
};

} // namespace hmsact::store
