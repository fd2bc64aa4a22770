// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/postgresconnection.h"

#include <string>

namespace hmsact::store {

// A statement of the catalogue on PostgreSQL, values in binary both ways. The server parses it at its first use, when the
// types are known: a statement is bound to the same types every time. Of several rows that are added it gets an array of each
// value, of many new ones COPY is made.
class PostgresStatement : public PreparedStatement
{
public:
    PostgresStatement(PostgresConnection &connection, QByteArray name, QByteArray sql, qsizetype parameters);

    void bind(int index, qint64 value) override;
    void bind(int index, QByteArrayView value, Bytes kind) override;
    void ask() override;
    bool next() override;
    qint64 execute() override;
    void add() override;
    void flush() override;
    void reset() override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QByteArrayView bytes(int column) const override;

private:
    void begin(int index, unsigned type);
    void send(PostgresConnection::Result *rows);
    [[nodiscard]] std::string copied() const; // the rows that were added, as COPY reads them
    void sendArrays();
    void clear();

    PostgresConnection &m_connection;
    const QByteArray m_name;
    const QByteArray m_sql;
    std::vector<unsigned> m_types; // of the parameters
    // What is bound, and before it the rows that were added: of each the number of its values, and each value after its length.
    std::string m_rows;
    size_t m_bound = 0; // where in it the row begins that is bound
    int m_added = 0;
    bool m_isPrepared = false;
    bool m_areRowsPrepared = false; // the same with arrays
    PostgresConnection::Result m_result; // where the connection puts it
    bool m_asked = false;
    int m_row = -1;
};

} // namespace hmsact::store
