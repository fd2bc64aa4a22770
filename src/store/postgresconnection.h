// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <chrono>
#include <deque>

struct pg_conn;
struct pg_result;

namespace hmsact::store {

// A connection in libpq's pipeline mode: what is sent waits for no answer, whoever needs one waits for all, and so does COMMIT.
// So a transaction that only writes takes one round trip, and so do several questions. A failure of what went before is
// thrown by the next call that waits.
class PostgresConnection : public Connection
{
public:
    using Result = std::unique_ptr<pg_result, void (*)(pg_result *)>;

    // Where the URL leads, with what a connection needs to find out that the other end is gone. Lost: it cannot be reached.
    [[nodiscard]] static pg_conn *connect(const DatabaseUrl &url);

    // An answer that does not come within `patience` is Lost: a server that is stopped, or waits for a standby that is gone,
    // says nothing. It has given up most statements before: after ten minutes, or one where `patience` is shorter.
    PostgresConnection(const DatabaseUrl &url, Access access, std::chrono::milliseconds patience,
                       std::stop_token ending = {});
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    void begin(Access access) override;
    void commit() override;
    void rollback() noexcept override;
    [[nodiscard]] bool hasWritten() const override { return m_hasWritten; }
    void noteWrite() { m_hasWritten = true; }
    void script(const QByteArray &sql) override;
    [[nodiscard]] std::unique_ptr<PreparedStatement> prepare(const SqlStatement &sql) override;

    // In binary, as libpq wants them; what they point to is sent, or copied, before send() returns.
    struct Parameters {
        std::vector<const char *> values;
        std::vector<int> lengths;
        void add(QByteArrayView value)
        {
            values.push_back(value.data()); // never NULL: no column holds it
            lengths.push_back(static_cast<int>(value.size()));
        }
    };
    // Parse on the server, at once.
    void prepare(const QByteArray &name, const QByteArray &sql, const std::vector<unsigned> &types);
    // await() puts the rows there; nullptr: whether it went well is all that matters.
    void send(const QByteArray &name, const Parameters &parameters, Result *rows);
    void await(); // all that was sent; throws the first failure among them
    void forget(const Result *rows); // nobody wants them any more
    // Rows of a table by COPY, in the text form of its data. Waits for all that was sent before; what comes next finds out
    // whether this went well.
    void copy(const QByteArray &into, QByteArrayView lines);

private:
    void sendCommand(const char *sql);
    [[nodiscard]] Result receive();
    [[nodiscard]] Result next();
    void readToSync();
    void cancel() const;
    void leavePipeline();
    void endCopy();
    [[noreturn]] void fail(const pg_result *result);

    pg_conn *m_connection = nullptr;
    std::chrono::milliseconds m_patience;
    std::stop_token m_ending; // looked at while an answer is waited for
    std::deque<Result *> m_unread; // for each command that was sent and not answered yet where its rows go
    int m_statements = 0; // for their names on the server
    bool m_hasWritten = false;
    bool m_isCancelled = false; // once: what comes after that is the answer to it
    bool m_isCopying = false; // outside of the pipeline, which knows no COPY
};

} // namespace hmsact::store
