// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>
#include <string>

namespace hmsact::store {

enum class SqlFailure {
    Retry, // busy, deadlock, serialization failure: the same function may succeed when run again
    Constraint, // the database refuses a row: a defect
    Taken, // a row of that id is there already, on PostgreSQL: two processes have made the same; drawn anew it may be another
    Full, // no space, a file that is read-only, I/O error
    Lost, // the connection is gone
    ReadOnly, // a standby, or set so: another server of the URL may be better
    Denied, // the role of the URL may not do that
    Ended, // whoever asked is to end
    Defect, // wrong SQL, wrong type
};

// Thrown by Statement, caught by Database::transact and read: never leaves `store` through them. what() goes into sentences
// that people read; the statement that failed is for the log.
class SqlError : public std::runtime_error
{
public:
    SqlError(SqlFailure failure, const QString &what, const QString &statement = {})
        : std::runtime_error(what.toStdString()), m_failure(failure), m_statement(statement.toStdString())
    {
    }
    [[nodiscard]] SqlFailure failure() const { return m_failure; }
    [[nodiscard]] const std::string &statement() const { return m_statement; } // empty: not known

private:
    SqlFailure m_failure;
    std::string m_statement;
};

} // namespace hmsact::store
