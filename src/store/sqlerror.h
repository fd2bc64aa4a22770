// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>

namespace hmsact::store {

enum class SqlFailure {
    Retry, // busy, deadlock, serialization failure: the same function may succeed when run again
    Constraint, // the database refuses a row: a defect, or two processes that made the same id
    Full, // no space, read-only, I/O error
    Lost, // the connection is gone
    Defect, // wrong SQL, wrong type
};

// Thrown by Statement, caught by Database::transact and read: never leaves `store` through them.
class SqlError : public std::runtime_error
{
public:
    SqlError(SqlFailure failure, const QString &what) : std::runtime_error(what.toStdString()), m_failure(failure) { }
    [[nodiscard]] SqlFailure failure() const { return m_failure; }

private:
    SqlFailure m_failure;
};

} // namespace hmsact::store
