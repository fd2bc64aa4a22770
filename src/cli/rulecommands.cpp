// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> ruleCommands()
{
    return {
        {"rule",
         "set",
         "Says what happens when a promise is not kept; a rule of that name is changed",
         Door::Api,
         "POST",
         "/escalations/rules",
         {"name"},
         {{"when", "when", Text, "TRIGGER", "sla_breach, unassigned, stalled, task_failed, no_eligible_worker …", true},
          {"threshold", "threshold", JsonOrText, "VALUE", "2h or 80% for times and shares, a number for counts"},
          {"then", "then", Text, "ACTION", "notify, reassign, raise_priority, hold, skip, cancel or fail"},
          {"to", "to", Text, "POOL", "a pool or a worker to reassign to; left out: whoever else has the skill"},
          {"notify", "notify", Texts, "A,B", "addresses, as sms:+12025550123,slack:#ops"},
          {"steps", "steps", Json, "LIST", "several steps instead: [{\"after\", \"then\", \"to\", \"only\", \"notify\"}]"},
          {"scope", "scope", Json, "JSON", "only these: {\"intent\", \"skill\", \"pool\", \"priority\"}"},
          {"grace", "grace", Text, "DURATION", "how long it waits before its first step"},
          {"repeat-every", "repeat_every", Text, "DURATION", "the last step again"},
          {"max-repeats", "max_repeats", Number, "N", "so many times"},
          {"digest", "digest", Text, "DURATION", "one message for all that falls into it"},
          {"acknowledged-for", "acknowledged_for", Text, "DURATION", "goes on when it is still not solved after that"},
          {"off", "!enabled", Flag, "", "keeps it, switched off"},
          whole}},
        {"rule",
         "list",
         "Lists rules",
         Door::Api,
         "GET",
         "/escalations/rules",
         {},
         {limit, cursor},
         "id,name,enabled,when,version,updated_at"},
        {"rule", "show", "Shows a rule", Door::Api, "GET", "/escalations/rules/{rule}", {"rule"}, {}},
        {"rule",
         "dry-run",
         "Says what a rule, or an edited version of it, would have done to what is recorded",
         Door::Api,
         "POST",
         "/escalations/dry-run",
         {"rule"},
         {{"file", "edited", File, "FILE", "its text as it would be set, also a new rule's: JSON, - for standard input"},
          {"from", "from", Text, "TIME", "as 2026-11-01T00:00:00Z; left out: 30 days before"},
          {"to", "to", Text, "TIME", "left out: now"}},
         "at,activity_id,task,step,then,to"},
        {"rule",
         "lint",
         "Says what a rule, or an edited version of it, may not do as its author thinks",
         Door::Api,
         "POST",
         "/escalations/lint",
         {"rule"},
         {{"file", "edited", File, "FILE", "its text as it would be set, also a new rule's: JSON, - for standard input"}},
         "severity,pointer,text"},
        {"rule", "remove", "Removes a rule", Door::Api, "DELETE", "/escalations/rules/{rule}", {"rule"}, {}},
    };
}

std::vector<Command> ruleRecordCommands()
{
    return {
        {"rule",
         "firings",
         "Lists what a rule has fired, newest first",
         Door::Api,
         "GET",
         "/escalations/rules/{rule}/firings",
         {"rule"},
         {limit, cursor},
         "at,activity_id,task,step,outcome"},
        {"rule",
         "versions",
         "Lists every text that a rule has had, newest first",
         Door::Api,
         "GET",
         "/escalations/rules/{rule}/versions",
         {"rule"},
         {limit, cursor},
         "version,saved_at,saved_by"},
        {"rule",
         "version",
         "Shows a rule as it was: the version that a firing names",
         Door::Api,
         "GET",
         "/escalations/rules/{rule}/versions/{version}",
         {"rule", "version"},
         {}},
    };
}

} // namespace hmsact::cli
