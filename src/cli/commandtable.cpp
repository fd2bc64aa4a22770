// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

namespace {

using enum Kind;

const std::vector<Option> workerFields{
    {"kind", "kind", Text, "KIND", "human, bot or agent"},
    {"channel", "channel", Text, "ADDRESS", "where it is told of work, as email:alice@county.gov"},
    {"pools", "pools", Texts, "A,B", "groups it belongs to"},
    {"capacity", "capacity", Number, "N", "tasks it holds at a time"},
    {"calendar", "calendar", Text, "NAME", "when it works"},
    {"language", "language", Text, "en|es", "in which it is written to"},
    {"leave", "leave", Json, "LIST", "when it is away: [{\"from\", \"to\", \"substitute\"}]"},
    {"return-after", "return_after", Text, "DURATION", "of its working time: then an offer goes to the next"},
};

std::vector<Option> with(std::vector<Option> first, const std::vector<Option> &more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

constexpr const char *activityColumns = "id,state,intent,citizen_id,priority,due_at,sla_state";

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
         activityColumns},
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

std::vector<Command> queueCommands()
{
    return {
        {"queue",
         "list",
         "Lists open tasks across activities, in the order of the queue",
         Door::Api,
         "GET",
         "/queue",
         {},
         {{"state", "state", Text, "STATE", "only this state"},
          {"skill", "skill", Text, "NAME", "only this skill"},
          {"worker", "worker_id", Text, "ID", "only this worker's"},
          {"pool", "pool", Text, "NAME", "only this pool's"},
          {"intent", "intent", Text, "NAME", "only of this intent"},
          {"sla-state", "sla_state", Text, "STATE", "on_track, due_soon, at_risk, breached, paused or met"},
          {"text", "q", Text, "TEXT", "that have this in name, intent, citizen or worker"},
          {"sort", "sort", Text, "KEY", "rank, due_at, name, priority, skill, state, worker_id or activity_id"},
          limit,
          cursor},
         "activity_id,name,status,skill,worker_id,due_at,sla_state"},
        {"queue",
         "reserve",
         "Takes tasks for a worker",
         Door::Api,
         "POST",
         "/queue/reserve",
         {"worker_id"},
         {{"max", "max", Number, "N", "at most that many"},
          {"wait", "wait_s", Number, "SECONDS", "wait that long for work (60 at most)"},
          leaseTime},
         "activity_id,name,lease_token,lease_expires_at,attempt,due_at"},
    };
}

std::vector<Command> workerCommands()
{
    return {
        {"worker",
         "register",
         "Registers a worker, or updates the one of that name",
         Door::Api,
         "POST",
         "/workers",
         {"name"},
         with({{"skills", "skills", Skills, "A,B=5", "what it knows, with levels 1 to 5 (3)", true},
               {"id", "id", Text, "ID", "left out: made from the name"}},
              workerFields)},
        {"worker",
         "update",
         "Changes a worker",
         Door::Api,
         "PATCH",
         "/workers/{worker}",
         {"worker"},
         with({{"name", "name", Text, "NAME", "its new name"},
               {"skills", "skills", Skills, "A,B=5", "what it knows now, instead of before"},
               {"available", "available", Flag, "", "takes work"},
               {"away", "!available", Flag, "", "takes no work for now"}},
              workerFields)},
        {"worker",
         "list",
         "Lists workers",
         Door::Api,
         "GET",
         "/workers",
         {},
         {limit, cursor},
         "id,name,kind,skills,active,capacity,channel"},
        {"worker", "show", "Shows a worker", Door::Api, "GET", "/workers/{worker}", {"worker"}, {}},
        {"worker",
         "remove",
         "Removes a worker that holds no task",
         Door::Api,
         "DELETE",
         "/workers/{worker}",
         {"worker"},
         {}},
    };
}

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
          {"to", "to", Text, "TIME", "left out: now"}}},
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

Command benchCommand()
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

} // namespace

std::span<const Command> commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list = activityCommands();
        for (const auto &more : {taskCommands(), queueCommands(), workerCommands(), staffCommands(), alertCommands(),
                                 ruleCommands(), ruleRecordCommands(), intentCommands(), calendarCommands(),
                                 notificationCommands(), userCommands(), databaseCommands()})
            list.insert(list.end(), more.begin(), more.end());
        list.push_back(benchCommand());
        return list;
    }();
    return all;
}

} // namespace hmsact::cli
