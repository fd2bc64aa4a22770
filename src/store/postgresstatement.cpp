// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresstatement.h"

#include "store/rowsstatement.h"

#include <QtEndian>

#include <array>
#include <charconv>
#include <libpq-fe.h>
#include <string_view>

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
static void append(std::string &bytes, T number)
{
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

// A value of a row, and where the next one begins.
static QByteArrayView takeValue(const char *&at)
{
    const QByteArrayView value(at + sizeof(qint32), qFromBigEndian<qint32>(at));
    at = value.end();
    return value;
}

// From so many on the two exchanges of a COPY cost less than it saves: it takes half as long for each row.
static constexpr int copiedRows = 100;

// As the text form of COPY has it.
static void appendCopied(std::string &line, unsigned type, QByteArrayView value)
{
    if (type == bigintOid) {
        std::array<char, 20> digits;
        line.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), qFromBigEndian<qint64>(value.data())).ptr);
    } else if (type == byteaOid) {
        const QByteArray hex = QByteArray::fromRawData(value.data(), value.size()).toHex();
        line.append("\\\\x").append(hex.begin(), hex.end());
    } else {
        static constexpr std::string_view special("\\\t\n\r");
        static constexpr std::string_view escaped("\\tnr");
        const std::string_view text(value.data(), static_cast<size_t>(value.size()));
        size_t from = 0;
        for (size_t at; (at = text.find_first_of(special, from)) != std::string_view::npos; from = at + 1)
            line.append(text.substr(from, at - from)) += {'\\', escaped[special.find(text[at])]};
        line.append(text.substr(from));
    }
}

PostgresStatement::PostgresStatement(PostgresConnection &connection, QByteArray name, QByteArray sql, qsizetype parameters)
    : m_connection(connection), m_name(std::move(name)), m_sql(std::move(sql)), m_result(nullptr, PQclear)
{
    m_types.resize(static_cast<size_t>(parameters));
}

void PostgresStatement::begin(int index, unsigned type)
{
    if (index == 0) {
        m_rows.resize(m_bound);
        append(m_rows, static_cast<qint16>(m_types.size()));
    }
    m_types[static_cast<size_t>(index)] = type;
}

void PostgresStatement::bind(int index, qint64 value)
{
    begin(index, bigintOid);
    append(m_rows, static_cast<qint32>(sizeof value));
    append(m_rows, value);
}

void PostgresStatement::bind(int index, QByteArrayView value, Bytes kind)
{
    begin(index, kind == Bytes::Text ? textOid : byteaOid);
    append(m_rows, static_cast<qint32>(value.size()));
    m_rows.append(value.data(), static_cast<size_t>(value.size()));
}

void PostgresStatement::send(PostgresConnection::Result *rows)
{
    if (!m_isPrepared)
        m_connection.prepare(m_name, m_sql, m_types);
    m_isPrepared = true;
    PostgresConnection::Parameters values;
    Q_ASSERT(m_types.empty() || !m_rows.empty()); // bound anew for each use
    const char *at = m_rows.data() + sizeof(qint16);
    for (size_t i = 0; i < m_types.size(); ++i)
        values.add(takeValue(at));
    m_connection.send(m_name, values, rows);
}

void PostgresStatement::ask()
{
    Q_ASSERT(!m_asked || m_result); // one question at a time, or the first is never answered
    send(&m_result);
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
    m_bound = m_rows.size();
    ++m_added;
}

void PostgresStatement::flush()
{
    if (m_added == 0)
        return;
    m_connection.noteWrite();
    const auto parameters = static_cast<qsizetype>(m_types.size());
    const QByteArray into = m_added >= copiedRows ? copiedInto(m_sql, parameters) : QByteArray();
    if (!into.isEmpty())
        m_connection.copy(into, copied());
    else if (m_added > 1)
        sendArrays();
    else
        send(nullptr);
    clear();
}

// As text: of rows in binary form the server gathers a thousand before it writes them, and its bookkeeping of that is
// quadratic; of text it gathers 64 KB. It takes a fifth less for each row.
std::string PostgresStatement::copied() const
{
    std::string text;
    text.reserve(m_rows.size());
    const char *at = m_rows.data();
    for (int row = 0; row < m_added; ++row) {
        at += sizeof(qint16);
        for (const unsigned type : m_types) {
            appendCopied(text, type, takeValue(at));
            text += '\t';
        }
        text.back() = '\n';
    }
    return text;
}

// The binary form of an array: dimensions, whether NULLs are in it, type of the elements; length and lower bound; then each
// element after its own length.
void PostgresStatement::sendArrays()
{
    std::vector<std::string> arrays(m_types.size());
    for (size_t i = 0; i < arrays.size(); ++i) {
        for (const qint32 head : {1, 0, static_cast<qint32>(m_types[i]), m_added, 1})
            append(arrays[i], head);
    }
    const char *at = m_rows.data();
    for (int row = 0; row < m_added; ++row) {
        at += sizeof(qint16);
        for (std::string &array : arrays) {
            const char *value = at;
            takeValue(at);
            array.append(value, at);
        }
    }
    PostgresConnection::Parameters parameters;
    std::vector<unsigned> types;
    for (size_t i = 0; i < arrays.size(); ++i) {
        types.push_back(arrayOf(m_types[i]));
        parameters.add(arrays[i]);
    }
    const QByteArray name = m_name + "_rows";
    if (!m_areRowsPrepared)
        m_connection.prepare(name, statementOfRows(m_sql, static_cast<qsizetype>(types.size())), types);
    m_areRowsPrepared = true;
    m_connection.send(name, parameters, nullptr);
}

void PostgresStatement::clear()
{
    m_rows.clear();
    m_bound = 0;
    m_added = 0;
}

void PostgresStatement::reset()
{
    if (m_asked && !m_result)
        m_connection.forget(&m_result);
    m_asked = false;
    m_result.reset();
    clear();
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
