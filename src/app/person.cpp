// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/person.h"

#include "domain/textrules.h"
#include "engine/coredoor.h"

#include <pwd.h>
#include <unistd.h>

namespace hmsact::app {

QString loginHere()
{
    const passwd *entry = ::getpwuid(::getuid());
    const QString name = entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
    domain::FieldErrors unfit; // directories of people hold what no name of an actor may
    domain::checkText(unfit, {}, name, domain::limits::nameMax);
    return unfit.isEmpty() ? name : QStringLiteral("uid-%1").arg(::getuid());
}

domain::Result<domain::Actor> personAtTheConsole(engine::Core &core, const QString &login)
{
    const auto listed = askAndWait(core, domain::ListUsers{});
    if (!listed)
        return listed.error();
    return domain::atTheConsole(login, *listed);
}

} // namespace hmsact::app
