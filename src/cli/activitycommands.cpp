// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> activityCommands()
{
    return {
        {"activity",
         "create",
         "Opens an activity",
         Door::Api,
         "POST",
         "/activities",
         {},
         {{"citizen", "citizen_id", Text, "ID", "for whom", true},
          {"intent", "intent", Text, "NAME", "what it is about, as replace_vaccine_card", true},
          {"sla", "sla", Text, "DURATION", "the promise, as 48h or 1d12h; may be left out with --from-template"},
          {"from-template", "from_template", Flag, "", "what is not said of SLA and tasks comes from the intent's template"},
          {"calendar", "calendar", Text, "NAME", "whose working time counts; left out: 24x7"},
          priority,
          {"metadata", "metadata", Json, "JSON", "an object of your own"},
          {"tasks", "tasks", TaskFile, "FILE", "its first tasks: a JSON list, - for standard input"}}},
        {"activity",
         "list",
         "Lists activities",
         Door::Api,
         "GET",
         "/activities",
         {},
         {{"state", "state", Text, "STATE", "OPEN, COMPLETED, CANCELLED or FAILED"},
          {"intent", "intent", Text, "NAME", "of this intent"},
          {"citizen", "citizen_id", Text, "ID", "of this citizen"},
          {"overdue", "overdue", Flag, "", "past their due time only"},
          {"text", "q", Text, "TEXT", "that have this in citizen or intent, or as their id"},
          limit,
          cursor},
         "id,state,intent,citizen_id,priority,due_at,sla_state"},
        {"activity",
         "show",
         "Shows an activity and its tasks",
         Door::Api,
         "GET",
         "/activities/{activity}",
         {"activity"},
         {}},
        {"activity",
         "events",
         "Shows the record of an activity",
         Door::Api,
         "GET",
         "/activities/{activity}/events",
         {"activity"},
         {limit, cursor},
         "seq,at,actor,kind,task_id"},
        {"activity",
         "cancel",
         "Ends an activity and cancels its open tasks",
         Door::Api,
         "POST",
         "/activities/{activity}/cancel",
         {"activity"},
         {reason}},
        {"activity",
         "fail",
         "Gives up on a blocked activity",
         Door::Api,
         "POST",
         "/activities/{activity}/fail",
         {"activity"},
         {reason}},
    };
}

} // namespace hmsact::cli
