// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/databaseurl.h"
#include "store/sqlcatalog.h"

#include <QByteArrayView>

#include <memory>
#include <stop_token>

namespace hmsact::store {

enum class Access { ReadWrite, ReadOnly };
enum class Patience { Short, Long }; // with PostgreSQL: an answer may take a minute, or ten; then it is given up
enum class Bytes { Text, Blob }; // text is UTF-8

// A statement as the database's own client library runs it: Qt Sql's variants cost more than the database does. Bind by the
// index of the name, then next() through the rows, execute(), or add() row after row and flush(). Every function throws
// SqlError.
class PreparedStatement
{
public:
    bool isInUse = false; // by a Statement
    virtual ~PreparedStatement() = default;
    virtual void bind(int index, qint64 value) = 0;
    virtual void bind(int index, QByteArrayView value, Bytes kind) = 0;
    // Sends it where that costs an exchange; the rows are waited for by next(), those of several such statements together.
    virtual void ask() = 0;
    virtual bool next() = 0; // runs it at the first call
    virtual qint64 execute() = 0; // rows changed; ends the use
    // What is bound is one row of many that one statement writes: sent by flush() at the latest.
    virtual void add() = 0;
    virtual void flush() = 0;
    virtual void reset() = 0; // ends the use: no snapshot stays pinned
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QByteArrayView bytes(int column) const = 0; // until the next step
};

// A connection, spoken to in its database's own library: SQLite through the handle of Qt Sql's, PostgreSQL through libpq. Every
// function throws SqlError.
class Connection
{
public:
    // Who writes never has more than a short patience: others may wait.
    [[nodiscard]] static std::unique_ptr<Connection> open(const DatabaseUrl &url, Access access, std::stop_token ending = {},
                                                          Patience patience = Patience::Long);
    virtual ~Connection() = default;
    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0; // of nothing, should the failure have ended the transaction already
    // Whether anything was written since begin(), as far as is known: what only looked need not wait for the disk.
    [[nodiscard]] virtual bool hasWritten() const = 0;
    virtual void script(const QByteArray &sql) = 0; // several statements
    [[nodiscard]] virtual std::unique_ptr<PreparedStatement> prepare(const SqlStatement &sql) = 0;
};

} // namespace hmsact::store
