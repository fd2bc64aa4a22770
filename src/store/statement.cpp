// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/database.h"

#include <QSqlError>

namespace hmsact::store {

Statement::Statement(Database &database, const SqlStatement &sql, QSqlQuery &query)
    : m_database(&database), m_sql(&sql), m_query(&query)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_sql(other.m_sql), m_query(std::exchange(other.m_query, nullptr)), m_ran(other.m_ran)
{
}

Statement::~Statement()
{
    if (m_query && m_ran)
        m_query->finish();
}

QString Statement::ids(const std::vector<qint64> &values, Dialect dialect)
{
    QString text;
    text.reserve(static_cast<qsizetype>(values.size()) * 20);
    text += dialect == Dialect::Sqlite ? QLatin1Char('[') : QLatin1Char('{');
    for (size_t i = 0; i < values.size(); ++i) {
        if (i)
            text += QLatin1Char(',');
        text += QString::number(values[i]);
    }
    text += dialect == Dialect::Sqlite ? QLatin1Char(']') : QLatin1Char('}');
    return text;
}

void Statement::put(int nameIndex, const QVariant &value)
{
    for (size_t i = 0; i < m_sql->positions.size(); ++i) {
        if (m_sql->positions[i] == nameIndex)
            m_query->bindValue(static_cast<int>(i), value);
    }
}

Statement &Statement::bindNamed(const QHash<QString, QVariant> &values)
{
    for (int i = 0; i < m_sql->names.size(); ++i) {
        Q_ASSERT(values.contains(m_sql->names[i]));
        put(i, values.value(m_sql->names[i]));
    }
    return *this;
}

void Statement::run()
{
    m_database->assertThread();
    if (!m_query->exec())
        m_database->fail(m_query->lastError(), m_sql->text);
    m_ran = true;
}

bool Statement::next()
{
    if (!m_ran)
        run();
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_database->fail(m_query->lastError(), m_sql->text);
    return false;
}

qint64 Statement::execute()
{
    run();
    const qint64 changed = m_query->numRowsAffected();
    m_query->finish();
    m_ran = false;
    return changed;
}

} // namespace hmsact::store
