// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> userCommands()
{
    return {
        {"user",
         "set",
         "Lists a person who sits at a console, or changes what that person may there",
         Door::Database,
         "PUT",
         "/users/{login}",
         {"login"},
         {{"role", "role", Text, "ROLE", "viewer, worker, clerk, supervisor or admin", true},
          {"worker", "worker_id", Text, "ID", "the worker that this person is"}},
         "",
         nullptr,
         "counts from the next start of that person's console; who is not listed may only look there"},
        {"user",
         "list",
         "Lists the people who sit at consoles; while there are none, whoever does is admin there",
         Door::Database,
         "GET",
         "/users",
         {},
         {},
         "login,role,worker_id,created_at,updated_at"},
        {"user", "show", "Shows what a person may at a console", Door::Database, "GET", "/users/{login}", {"login"}, {}},
        {"user",
         "remove",
         "Removes a person from the list of those who sit at consoles",
         Door::Database,
         "DELETE",
         "/users/{login}",
         {"login"},
         {},
         "",
         nullptr,
         "counts from the next start of that person's console"},
    };
}

} // namespace hmsact::cli
