// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> staffCommands()
{
    return {
        {"worker",
         "staffing",
         "Shows who is there, what they have and how they did",
         Door::Api,
         "GET",
         "/staffing",
         {},
         {limit, cursor},
         "id,presence,back_at,active,offered,load,capacity"},
        {"worker",
         "drill",
         "Shows where what a worker has would go if it were away; changes nothing",
         Door::Api,
         "POST",
         "/workers/{worker}/absence-drill",
         {"worker"},
         {{"from", "from", Text, "TIME", "when that would begin, as 2026-12-01T08:00:00Z", true},
          {"to", "to", Text, "TIME", "when it would be over", true},
          {"substitute", "substitute", Text, "WORKER", "who would stand in"}}},
    };
}

} // namespace hmsact::cli
