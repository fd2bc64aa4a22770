// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

namespace {

using enum Kind;

const Option confidenceFloor{"confidence-floor", "confidence_floor", Json, "0…1", "below it a human sees to it"};
const Option confidence{"confidence", "confidence", Json, "0…1", "how sure the worker is of it"};
const Option failure{"outcome", "outcome", Text, "failed|abstained", "abstained: it cannot judge"};
const Option final{"final", "!retry", Flag, "", "do not try again"};
const Option handedIn{"result", "result", Json, "JSON", "what came of it"};
const Option leaseToken{"lease-token", "lease_token", Number, "N", "of the lease; an outdated one is refused"};
const Option note{"note", "note", Text, "TEXT", "said with the progress"};
const Option progress{"progress", "progress", Number, "0…100", "how far the work is, per cent"};
const Option reviewPool{"review-pool", "review_pool", Text, "NAME", "whose humans; left out: any with the skill"};
const Option unable{"reason", "reason", Text, "TEXT", "why it cannot do it: another gets it"};
const Option why{"reason", "reason", Text, "TEXT", "why; goes into the record"};
const Option worker{"worker", "worker_id", Text, "ID", "the worker that acts"};
const Option noteText{"text", "text", Text, "TEXT", "the note", true};

constexpr const char *taskColumns = "name,status,skill,worker_id,attempt,due_at,sla_state";

Command action(const char *verb, const char *summary, const char *path, std::vector<Option> options)
{
    return {"task", verb, summary, Door::Api, "POST", path, {"activity", "task"}, std::move(options)};
}

std::vector<Command> actions()
{
    return {
        action("complete", "Marks a task done", "/activities/{activity}/tasks/{task}/complete",
               {worker, leaseToken, handedIn, confidence}),
        action("fail", "Gives a task up; it is tried again while attempts are left",
               "/activities/{activity}/tasks/{task}/fail", {reason, worker, leaseToken, final, failure}),
        action("heartbeat", "Extends a lease", "/activities/{activity}/tasks/{task}/heartbeat",
               {worker, leaseToken, leaseTime, progress, note}),
        action("release", "Hands a reserved task back", "/activities/{activity}/tasks/{task}/release",
               {worker, leaseToken, unable}),
        action("opt-in", "The citizen wants the optional task", "/activities/{activity}/tasks/{task}/opt-in", {}),
        action("decline", "The citizen does not want the optional task", "/activities/{activity}/tasks/{task}/decline",
               {why}),
        action("hold", "Stops a task and its clock", "/activities/{activity}/tasks/{task}/hold", {reason}),
        action("resume", "Lets a held task go on", "/activities/{activity}/tasks/{task}/resume", {}),
        action("retry", "Starts a failed task anew", "/activities/{activity}/tasks/{task}/retry", {}),
        action("skip", "Leaves a task out; what needs it goes on", "/activities/{activity}/tasks/{task}/skip", {reason}),
        action("reassign", "Keeps a task for another worker or a pool", "/activities/{activity}/tasks/{task}/reassign",
               {{"worker", "worker_id", Text, "ID", "the new worker"}, {"pool", "pool", Text, "NAME", "the new pool"}}),
        action("approve", "Accepts or corrects a machine's work", "/activities/{activity}/tasks/{task}/approve",
               {worker, handedIn}),
        action("send-back", "Wants the work done again", "/activities/{activity}/tasks/{task}/send-back", {reason}),
        action("comment", "Leaves a note in the record", "/activities/{activity}/tasks/{task}/comment", {noteText}),
        action("undo", "Takes back what was done last", "/activities/{activity}/tasks/{task}/undo", {worker, leaseToken}),
    };
}

} // namespace

std::vector<Command> taskCommands()
{
    std::vector<Command> all{
        {"task",
         "enqueue",
         "Adds a task to an activity",
         Door::Api,
         "POST",
         "/activities/{activity}/tasks",
         {"activity", "name"},
         {{"sla", "sla", Text, "DURATION", "the promise, as 2h", true},
          {"needs", "needs", Texts, "A,B", "tasks that come first; \"\" for none; left out: the one before it"},
          {"optional", "optional", Flag, "", "done only when somebody opts in"},
          {"skill", "skill", Text, "NAME", "what a worker must know; left out: the task's name"},
          {"payload", "payload", Json, "JSON", "what the worker gets"},
          priority,
          {"max-attempts", "max_attempts", Number, "N", "how often it is tried"},
          {"review", "review", Text, "none|human", "whether a human must approve it"},
          {"on-failure", "on_failure", Text, "block|continue", "whether what needs it goes on when it fails"},
          confidenceFloor,
          reviewPool,
          {"cost", "cost", Number, "N", "how much of a worker's capacity it takes (1)"},
          {"skill-level-min", "skill_level_min", Number, "1-5", "the level of the skill that it takes at least"},
          {"wished-skills", "wished_skills", Texts, "A,B", "who has them comes first"},
          {"pools", "pools", Texts, "A,B", "for the first of them that has somebody who can do it, else for anyone"}},
         taskColumns,
         "tasks"},
        {"task",
         "enqueue-file",
         "Adds many tasks to an activity, all or none",
         Door::Api,
         "POST",
         "/activities/{activity}/tasks",
         {"activity"},
         {{"tasks", "tasks", TaskFile, "FILE", "a JSON list of tasks, - for standard input", true}},
         taskColumns},
        {"task",
         "list",
         "Lists the tasks of an activity in order",
         Door::Api,
         "GET",
         "/activities/{activity}/tasks",
         {"activity"},
         {limit, cursor},
         taskColumns},
        {"task",
         "show",
         "Shows a task, what it waits for and why it has its worker",
         Door::Api,
         "GET",
         "/activities/{activity}/tasks/{task}",
         {"activity", "task"},
         {}},
    };
    const std::vector<Command> acting = actions();
    all.insert(all.end(), acting.begin(), acting.end());
    return all;
}

} // namespace hmsact::cli
