// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlcatalog.h"

#include <QSqlQuery>

#include <utility>

namespace hmsact::store {

class Database;

// One use of a prepared statement on the thread of its Database: bind in the order of the SQL's names, then step through
// the rows or execute. Its destruction ends the use, so that no snapshot stays pinned. Throws SqlError.
// Empty texts and blobs are bound as empty, never as NULL: no column of the schema holds NULL.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

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
    // The list read by {ids}.
    [[nodiscard]] static QString ids(const std::vector<qint64> &values, Dialect dialect);

    bool next(); // runs it at the first call
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray blob(int column) const { return m_query->value(column).toByteArray(); }

    qint64 execute(); // rows changed; may be bound and executed again

private:
    friend class Database;
    Statement(Database &database, const SqlStatement &sql, QSqlQuery &query);
    void run();
    void set(int index, qint64 value) { put(index, QVariant::fromValue(value)); }
    void set(int index, int value) { put(index, QVariant::fromValue(static_cast<qint64>(value))); }
    void set(int index, bool value) { put(index, QVariant::fromValue(static_cast<qint64>(value))); }
    void set(int index, const QString &value) { put(index, value.isNull() ? QStringLiteral("") : value); }
    void set(int index, const QByteArray &value) { put(index, value.isNull() ? QByteArray("", 0) : value); }
    void put(int nameIndex, const QVariant &value);

    Database *m_database;
    const SqlStatement *m_sql;
    QSqlQuery *m_query; // owned by the Database's cache
    bool m_ran = false;
};

} // namespace hmsact::store
