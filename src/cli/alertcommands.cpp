// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> alertCommands()
{
    return {
        {"alert",
         "list",
         "Lists alerts, newest first",
         Door::Api,
         "GET",
         "/alerts",
         {},
         {{"open", "open", Flag, "", "only those that are neither acknowledged nor put off"},
          {"snoozed", "snoozed", Flag, "", "only those that are put off"},
          limit,
          cursor},
         "id,kind,activity_id,task,raised_at,acknowledged_by,snoozed_until"},
        {"alert",
         "show",
         "Shows an alert, which rules follow it and whom their steps told",
         Door::Api,
         "GET",
         "/alerts/{alert}",
         {"alert"},
         {}},
        {"alert", "ack", "Acknowledges an alert", Door::Api, "POST", "/alerts/{alert}/ack", {"alert"}, {}},
        {"alert",
         "snooze",
         "Puts an alert off: it is not open and later steps wait; then it is told anew",
         Door::Api,
         "POST",
         "/alerts/{alert}/snooze",
         {"alert"},
         {{"for", "for", Text, "DURATION", "as 30m; at most 7 days", true}}},
    };
}

} // namespace hmsact::cli
