// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QSqlDatabase>

#include <functional>
#include <optional>

struct sqlite3;

namespace hmsact::store {

// A SQLite file: Qt's driver opens it, SQLite's own functions do the rest. Of the thread that made it.
class SqliteConnection : public Connection
{
public:
    SqliteConnection(const DatabaseUrl &url, Access access, std::stop_token ending = {});
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    void begin(Access access) override;
    void commit() override { m_commit->execute(); }
    void rollback() noexcept override;
    [[nodiscard]] bool hasWritten() const override { return true; } // it knows by itself, and waits for nothing otherwise
    void script(const QByteArray &sql) override;
    [[nodiscard]] std::unique_ptr<PreparedStatement> prepare(const SqlStatement &sql) override;

private:
    [[nodiscard]] bool isInPlace() const;

    const QString m_file;
    const QString m_name; // of the connection, in Qt's registry
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr; // m_database's
    // Of each transaction, parsed once.
    std::unique_ptr<PreparedStatement> m_beginWriting;
    std::unique_ptr<PreparedStatement> m_beginReading;
    std::unique_ptr<PreparedStatement> m_commit;
    // What runs is broken off by whoever asks for the end; what is just about to run, by a look now and then.
    std::stop_token m_ending;
    std::optional<std::stop_callback<std::function<void()>>> m_interruption;
    bool m_hasLog = false; // beside the file, as long as it is open
};

} // namespace hmsact::store
