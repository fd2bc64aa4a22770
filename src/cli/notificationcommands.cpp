// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> notificationCommands()
{
    return {
        {"notification",
         "list",
         "Lists messages to people and systems, newest first",
         Door::Api,
         "GET",
         "/notifications",
         {},
         {{"state", "state", Text, "STATE", "queued, sending, sent, dead or withdrawn"},
          {"channel", "channel", Text, "NAME", "email, sms, slack, webhook or console"},
          limit,
          cursor},
         "id,kind,to,state,attempts,created_at,sent_at,error"},
        {"notification",
         "resend",
         "Sends a message again that was given up",
         Door::Api,
         "POST",
         "/notifications/{notification}/resend",
         {"notification"},
         {}},
        {"notification", "test", "Sends a test message to an address", Door::Api, "POST", "/notifications/test", {"to"}, {}},
    };
}

} // namespace hmsact::cli
