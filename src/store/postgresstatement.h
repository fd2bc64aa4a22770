// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/postgresconnection.h"

namespace hmsact::store {

// A statement of the catalogue on PostgreSQL, values in binary both ways. The server parses it at its first use, when the
// types are known: a statement is bound to the same types every time, as an array of each where rows are added.
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
    void set(int index, unsigned type, QByteArrayView value);
    void prepare(const std::vector<unsigned> &types);

    PostgresConnection &m_connection;
    const QByteArray m_name;
    const QByteArray m_sql;
    PostgresConnection::Parameters m_bound;
    std::vector<QByteArray> m_columns; // the elements of the arrays, as long as rows are added
    int m_rows = 0;
    bool m_prepared = false;
    PostgresConnection::Result m_result; // where the connection puts it
    bool m_asked = false;
    int m_row = -1;
};

} // namespace hmsact::store
