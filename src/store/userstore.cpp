// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/userstore.h"

namespace hmsact::store {

using domain::User;

static User userOf(const Statement &s)
{
    return {s.text(0), s.value(1, domain::roleFrom), {s.text(2)}, s.integer(3), s.integer(4)};
}

std::vector<User> UserStore::all()
{
    std::vector<User> result;
    Statement s = m_database.statement("user.all");
    while (s.next())
        result.push_back(userOf(s));
    return result;
}

std::optional<User> UserStore::byLogin(const QString &login)
{
    Statement s = m_database.statement("user.by_login");
    return s.bind(login).next() ? std::optional(userOf(s)) : std::nullopt;
}

void UserStore::save(const User &u)
{
    m_database.statement("user.save")
        .bind(u.login, domain::toString(u.role), u.worker.value, u.createdAtMs, u.updatedAtMs)
        .execute();
}

void UserStore::remove(const QString &login) { m_database.statement("user.remove").bind(login).execute(); }

} // namespace hmsact::store
