// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/user.h"
#include "store/database.h"

namespace hmsact::store {

// The people who sit at consoles. Every function must run inside transact() or read() of `database` and throws SqlError.
class UserStore
{
public:
    explicit UserStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::User> all(); // by login
    [[nodiscard]] std::optional<domain::User> byLogin(const QString &login);
    void save(const domain::User &user); // of one that is there the creation stays
    void remove(const QString &login);

private:
    Database &m_database;
};

} // namespace hmsact::store
