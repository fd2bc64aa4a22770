// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QVariant>

#include <utility>
#include <vector>

namespace hmsact::store {

// Text that is UTF-8 already: JSON.
struct Utf8 {
    QByteArray bytes;
    bool operator==(const Utf8 &) const = default;
};

// One use of a prepared statement on the thread of its Database: bind in the order of the SQL's names, then step through
// the rows, execute, or add row after row and flush. Its destruction ends the use, so that no snapshot stays pinned. Throws
// SqlError. Empty texts and blobs are bound as empty, never as NULL: no column of the schema holds NULL.
class Statement
{
public:
    Statement(const SqlStatement &sql, PreparedStatement &prepared) : m_sql(&sql), m_prepared(&prepared)
    {
        Q_ASSERT(!prepared.isInUse); // or one would read the rows of the other
        prepared.isInUse = true;
    }
    Statement(Statement &&other) noexcept : m_sql(other.m_sql), m_prepared(std::exchange(other.m_prepared, nullptr)) { }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement()
    {
        if (!m_prepared)
            return;
        m_prepared->reset();
        m_prepared->isInUse = false;
    }

    template <class... Values>
    Statement &bind(const Values &...values)
    {
        Q_ASSERT(static_cast<qsizetype>(sizeof...(values)) == m_sql->names.size());
        int index = 0;
        (set(index++, values), ...);
        return *this;
    }
    // For statements put together from parts: values by name; every name of the SQL must be there.
    Statement &bindNamed(const QHash<QString, QVariant> &values);
    // The list read by {in_ids}.
    [[nodiscard]] static QString ids(const std::vector<qint64> &values, Dialect dialect);

    void ask() { m_prepared->ask(); } // see Asked
    bool next() { return m_prepared->next(); } // runs it at the first call
    [[nodiscard]] qint64 integer(int column) const { return m_prepared->integer(column); }
    [[nodiscard]] int number(int column) const { return static_cast<int>(m_prepared->integer(column)); }
    [[nodiscard]] QString text(int column) const { return QString::fromUtf8(m_prepared->bytes(column)); }
    [[nodiscard]] QByteArray blob(int column) const { return m_prepared->bytes(column).toByteArray(); } // or UTF-8 text
    // An enumeration's value, by its function from text; every text of the schema has one.
    template <class Enum>
    [[nodiscard]] Enum value(int column, std::optional<Enum> (*from)(QAnyStringView)) const
    {
        return *from(QLatin1StringView(m_prepared->bytes(column)));
    }

    qint64 execute() { return m_prepared->execute(); } // rows changed; may be bound and executed again

    // One row more of those that this one statement writes; they have gone out when flush() has returned.
    template <class... Values>
    void add(const Values &...values)
    {
        bind(values...);
        m_prepared->add();
    }
    void flush() { m_prepared->flush(); }

private:
    void set(int index, qint64 value) { m_prepared->bind(index, value); }
    void set(int index, int value) { m_prepared->bind(index, static_cast<qint64>(value)); }
    void set(int index, bool value) { m_prepared->bind(index, static_cast<qint64>(value)); }
    void set(int index, const QString &value);
    void set(int index, QLatin1StringView value) { m_prepared->bind(index, QByteArrayView(value), Bytes::Text); }
    void set(int index, const Utf8 &value) { m_prepared->bind(index, value.bytes, Bytes::Text); }
    void set(int index, const QByteArray &value) { m_prepared->bind(index, value, Bytes::Blob); }

    const SqlStatement *m_sql;
    PreparedStatement *m_prepared; // owned by the Database's cache
};

} // namespace hmsact::store
