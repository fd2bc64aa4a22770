// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresstatement.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace hmsact::store {

// Object ids of types, fixed for ever in PostgreSQL's pg_type.dat: bytea, bigint, text, and arrays of them.
enum : unsigned {
    byteaOid = 17,
    bigintOid = 20,
    textOid = 25,
    byteaArrayOid = 1001,
    textArrayOid = 1009,
    bigintArrayOid = 1016
};

static unsigned arrayOf(unsigned type)
{
    return type == bigintOid ? bigintArrayOid : type == textOid ? textArrayOid : byteaArrayOid;
}

template <class T>
static void append(QByteArray &bytes, T number)
{
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

PostgresStatement::PostgresStatement(PostgresConnection &connection, QByteArray name, QByteArray sql, qsizetype parameters)
    : m_connection(connection), m_name(std::move(name)), m_sql(std::move(sql)), m_result(nullptr, PQclear)
{
    m_bound.types.resize(static_cast<size_t>(parameters));
    m_bound.values.resize(static_cast<size_t>(parameters));
    m_columns.resize(static_cast<size_t>(parameters));
}

void PostgresStatement::set(int index, unsigned type, QByteArrayView value)
{
    m_bound.types[static_cast<size_t>(index)] = type;
    QByteArray &bytes = m_bound.values[static_cast<size_t>(index)];
    bytes.resize(0);
    bytes.append(value);
}

void PostgresStatement::bind(int index, qint64 value)
{
    const qint64 big = qToBigEndian(value);
    set(index, bigintOid, QByteArrayView(reinterpret_cast<const char *>(&big), sizeof big));
}

void PostgresStatement::bind(int index, QByteArrayView value, Bytes kind)
{
    set(index, kind == Bytes::Text ? textOid : byteaOid, value);
}

void PostgresStatement::prepare(const std::vector<unsigned> &types)
{
    if (!m_prepared)
        m_connection.prepare(m_name, m_sql, types);
    m_prepared = true;
}

void PostgresStatement::ask()
{
    Q_ASSERT(!m_asked || m_result); // one question at a time, or the first is never answered
    prepare(m_bound.types);
    m_connection.send(m_name, m_bound, &m_result);
    m_asked = true;
    m_row = -1;
}

bool PostgresStatement::next()
{
    if (!m_asked)
        ask();
    if (!m_result)
        m_connection.await();
    return ++m_row < PQntuples(m_result.get());
}

qint64 PostgresStatement::execute()
{
    m_connection.noteWrite();
    ask();
    m_connection.await();
    const qint64 changed = QByteArray(PQcmdTuples(m_result.get())).toLongLong();
    reset();
    return changed;
}

void PostgresStatement::add()
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        append(m_columns[i], static_cast<qint32>(m_bound.values[i].size()));
        m_columns[i].append(m_bound.values[i]);
    }
    ++m_rows;
}

// The binary form of an array: dimensions, whether NULLs are in it, type of the elements; length and lower bound; then each
// element after its own length.
void PostgresStatement::flush()
{
    if (m_rows == 0)
        return;
    PostgresConnection::Parameters arrays;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const unsigned type = m_bound.types[i];
        QByteArray array;
        array.reserve(m_columns[i].size() + 20);
        for (const qint32 head : {1, 0, static_cast<qint32>(type), m_rows, 1})
            append(array, head);
        array.append(m_columns[i]);
        arrays.types.push_back(arrayOf(type));
        arrays.values.push_back(std::move(array));
        m_columns[i].resize(0);
    }
    m_rows = 0;
    m_connection.noteWrite();
    prepare(arrays.types);
    m_connection.send(m_name, arrays, nullptr);
}

void PostgresStatement::reset()
{
    if (m_asked && !m_result)
        m_connection.forget(&m_result);
    m_asked = false;
    m_result.reset();
    for (QByteArray &column : m_columns)
        column.resize(0);
    m_rows = 0;
}

qint64 PostgresStatement::integer(int column) const
{
    const char *value = PQgetvalue(m_result.get(), m_row, column);
    switch (PQgetlength(m_result.get(), m_row, column)) {
    case 8:
        return qFromBigEndian<qint64>(value);
    case 4:
        return qFromBigEndian<qint32>(value);
    case 2:
        return qFromBigEndian<qint16>(value);
    case 0: // NULL: the smallest of nothing
        return 0;
    default:
        qFatal("column %d of %s is no integer", column, m_sql.constData());
    }
}

QByteArrayView PostgresStatement::bytes(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column)};
}

} // namespace hmsact::store
