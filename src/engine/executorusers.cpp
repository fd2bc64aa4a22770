// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textrules.h"
#include "engine/executor.h"
#include "store/userstore.h"

#include <QCoreApplication>

// The commands about who sits at consoles.
namespace hmsact::engine {

using namespace domain;

static QJsonValue whatMay(const std::optional<User> &user)
{
    if (!user)
        return {};
    return QJsonObject{{QStringLiteral("role"), toString(user->role)}, {QStringLiteral("worker_id"), user->worker.value}};
}

Executor::Answer Executor::run(const SaveUser &command, const Actor &actor)
{
    if (const Status allowed = permitUserChange(actor); !allowed)
        return allowed.error();
    if (const Status valid = validate(command); !valid)
        return valid.error();
    if (!command.worker.isNull() && !store::WorkerStore(m_database).byId(command.worker))
        return invalidField(QStringLiteral("/worker_id"), QT_TRANSLATE_NOOP("Error", "there is no worker “%1”"),
                            {quoted(command.worker.value)});
    m_workspace.lockInstallation();
    store::UserStore users(m_database);
    const std::optional<User> before = users.byLogin(command.login);
    if (before && before->role == command.role && before->worker == command.worker)
        return domain::Answer(*before);
    const qint64 nowMs = m_workspace.nowMs();
    const User user{command.login, command.role, command.worker, before ? before->createdAtMs : nowMs, nowMs};
    users.save(user);
    m_workspace.recordForInstallation(QStringLiteral("user.set"),
                                      {{QStringLiteral("login"), user.login},
                                       {QStringLiteral("before"), whatMay(before)},
                                       {QStringLiteral("after"), whatMay(user)}},
                                      actor);
    return domain::Answer(user);
}

Executor::Answer Executor::run(const RemoveUser &command, const Actor &actor)
{
    if (const Status allowed = permitUserChange(actor); !allowed)
        return allowed.error();
    m_workspace.lockInstallation();
    store::UserStore users(m_database);
    const std::optional<User> before = users.byLogin(command.login);
    if (!before)
        return noUser(command.login);
    users.remove(command.login);
    m_workspace.recordForInstallation(
        QStringLiteral("user.removed"),
        {{QStringLiteral("login"), command.login}, {QStringLiteral("before"), whatMay(before)}}, actor);
    return domain::Answer(Done{});
}

} // namespace hmsact::engine
