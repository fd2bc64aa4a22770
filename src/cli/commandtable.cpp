// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

namespace hmsact::cli {

using enum Kind;

static Command benchCommand()
{
    return {"bench",
            "",
            "Measures how fast this machine does the work",
            Door::Bench,
            "",
            "",
            {"scenario"},
            {{"tasks", "tasks", Number, "N", "how many tasks (left out: what the scenario wants)"},
             {"workers", "workers", Number, "N", "how many callers or workers at a time"},
             {"batch", "batch", Number, "N", "how many tasks in one call"},
             {"desks", "desks", Number, "N", "drain on PostgreSQL: as well by cores that share the database"}}};
}

std::span<const Command> commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list = activityCommands();
        for (const auto &more :
             {taskCommands(), queueCommands(), workerCommands(), alertCommands(), ruleCommands(), ruleRecordCommands(),
              intentCommands(), calendarCommands(), notificationCommands(), userCommands(), databaseCommands()})
            list.insert(list.end(), more.begin(), more.end());
        list.push_back(benchCommand());
        return list;
    }();
    return all;
}

} // namespace hmsact::cli
