// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> intentCommands()
{
    return {
        {"intent",
         "set",
         "Makes an intent, or changes the one of that name, for what is made from then on",
         Door::Api,
         "POST",
         "/intents",
         {"name"},
         {{"sla", "sla", Text, "DURATION", "the promise, as 48h or 1d12h", true},
          {"title", "title", Text, "TEXT", "as people know it; left out: the name"},
          {"description", "description", Text, "TEXT", "what it is about"},
          {"tasks", "tasks", TaskFile, "FILE", "what is to be done: a JSON list, - for standard input"},
          {"thresholds", "thresholds", Json, "JSON",
           "shares of the SLA after which it is called so: '{\"due_soon\": 0.75, \"at_risk\": 0.9}'"},
          {"confirmation", "confirmation", Text, "code|button", "what the page of a mail's link asks for; left out: code"},
          whole}},
        {"intent",
         "list",
         "Lists intents",
         Door::Api,
         "GET",
         "/intents",
         {},
         {limit, cursor},
         "name,title,sla,confirmation,version,updated_at"},
        {"intent", "show", "Shows an intent and its tasks", Door::Api, "GET", "/intents/{intent}", {"intent"}, {}},
        {"intent",
         "remove",
         "Removes an intent; activities that have it stay as they are",
         Door::Api,
         "DELETE",
         "/intents/{intent}",
         {"intent"},
         {}},
    };
}

} // namespace hmsact::cli
