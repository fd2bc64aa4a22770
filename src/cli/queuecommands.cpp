// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

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

} // namespace hmsact::cli
