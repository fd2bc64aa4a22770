// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/postgresconnection.h"
#include "store/sqliteconnection.h"

namespace hmsact::store {

std::unique_ptr<Connection> Connection::open(const DatabaseUrl &url, Access access)
{
    if (url.dialect == Dialect::Sqlite)
        return std::make_unique<SqliteConnection>(url, access);
    return std::make_unique<PostgresConnection>(url, access);
}

} // namespace hmsact::store
