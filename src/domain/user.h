// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/actor.h"
#include "domain/result.h"

#include <QJsonObject>

#include <vector>

// The people who sit at consoles, what they may do there, and the commands and questions about that.
namespace hmsact::domain {

struct User {
    QString login; // at the operating system; fit for an actor's name
    Role role = Role::Viewer;
    WorkerId worker; // the worker that this person is; empty: none
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
};

struct SaveUser { // lists a person, or says anew what one may; counts from the next start of that person's console
    using Answer = User;
    QString login;
    Role role = Role::Viewer;
    WorkerId worker;
};

struct RemoveUser { // NotFound when nobody is listed so
    using Answer = Done;
    QString login;
};

struct ListUsers { // by login
    using Answer = std::vector<User>;
};

struct GetUser {
    using Answer = User;
    QString login;
};

// Who sits at a console under this login. While nobody is listed that is its admin: a desk alone needs no list. As soon as
// anybody is, who is not listed may look.
[[nodiscard]] Actor atTheConsole(const QString &login, const std::vector<User> &listed);

// {role, worker_id?}; the login comes from the path. Errors: Invalid with a pointer for each bad field.
[[nodiscard]] Result<SaveUser> saveUserFrom(const QJsonObject &body, const QString &login);
[[nodiscard]] Status validate(const SaveUser &command); // the login's form, and that who is a worker says which
[[nodiscard]] Status permitUserChange(const Actor &actor); // an admin's; Forbidden
[[nodiscard]] Error noUser(const QString &login); // NotFound
[[nodiscard]] QJsonObject toJson(const User &user);

} // namespace hmsact::domain
