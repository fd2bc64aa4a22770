// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/postgresconnection.h"
#include "store/sqliteconnection.h"

namespace hmsact::store {

std::unique_ptr<Connection> Connection::open(const DatabaseUrl &url, Access access, std::stop_token ending,
                                             Patience patience)
{
    if (url.dialect == Dialect::Sqlite)
        return std::make_unique<SqliteConnection>(url, access, std::move(ending));
    // Longer than the server itself, see its timeouts.
    const bool isShort = access == Access::ReadWrite || patience == Patience::Short;
    return std::make_unique<PostgresConnection>(url, access, std::chrono::seconds(isShort ? 65 : 610), std::move(ending));
}

} // namespace hmsact::store
