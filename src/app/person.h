// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

// Who sits at this console. The operating system says who somebody is, the list in the database what that person may. The list
// is no border: who can write the database can change it.
namespace hmsact::app {

[[nodiscard]] QString loginHere(); // "uid-1000" where no name of an actor can be made of it

// Asked once, before there is a window. Errors: what the database says; then nobody is anything.
[[nodiscard]] domain::Result<domain::Actor> personAtTheConsole(engine::Core &core, const QString &login);

} // namespace hmsact::app
