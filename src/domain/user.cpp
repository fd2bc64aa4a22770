// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/user.h"

#include "domain/codec.h"
#include "domain/jsonform.h"
#include "domain/objectreader.h"
#include "domain/pathname.h"
#include "domain/textrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::domain {

Actor atTheConsole(const QString &login, const std::vector<User> &listed)
{
    if (listed.empty()) {
        return {login, Role::Admin, {}};
    }
    const auto own = std::ranges::find(listed, login, &User::login);
    return own == listed.end() ? Actor{login, Role::Viewer, {}} : Actor{login, own->role, own->worker};
}

Result<SaveUser> saveUserFrom(const QJsonObject &body, const QString &login)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    SaveUser command;
    command.login = login;
    reader.require("role");
    command.role = reader.oneOf("role", roleFrom).value_or(Role::Viewer);
    command.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
    checkAgainstPath(reader, "login", login);
    reader.finish(toJson(User{}));
    return errors.isEmpty() ? Result(std::move(command)) : Result<SaveUser>(errors.error());
}

Status validate(const SaveUser &command)
{
    FieldErrors errors;
    checkText(errors, QStringLiteral("/login"), command.login, limits::nameMax);
    if (!command.worker.isNull()) {
        checkText(errors, QStringLiteral("/worker_id"), command.worker.value, limits::nameMax);
    }
    if (command.role == Role::Worker && command.worker.isNull()) {
        errors.add(QStringLiteral("/worker_id"), QT_TRANSLATE_NOOP("Error", "who has the role worker is one: say which"));
    }
    return errors.isEmpty() ? Status(Done{}) : Status(errors.error());
}

Status permitUserChange(const Actor &actor)
{
    if (actor.role >= Role::Admin) {
        return Done{};
    }
    return makeError(ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Error", "“%1” takes the role %2; this is a %3"),
                     {QStringLiteral("user"), toString(Role::Admin), toString(actor.role)});
}

Error noUser(const QString &login)
{
    return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no user “%1”"), {quoted(login)});
}

QJsonObject toJson(const User &user)
{
    return {
        {QStringLiteral("login"), user.login},
        {QStringLiteral("role"), toString(user.role)},
        {QStringLiteral("worker_id"), textOrNull(user.worker.value)},
        {QStringLiteral("created_at"), timeOrNull(user.createdAtMs)},
        {QStringLiteral("updated_at"), timeOrNull(user.updatedAtMs)},
    };
}

} // namespace hmsact::domain
