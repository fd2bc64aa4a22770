// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/transition.h"

// Taking back what was done. act() decides it and gives the task to its worker again; what a completion had let go on is taken
// back by these, in the same transaction.
namespace hmsact::domain {

// Its end is what let go on what waits for it; what went on when it had failed before goes on, whatever becomes of its retry.
[[nodiscard]] bool letGoOn(const Task &task);

// Conflict, in words that say why: too late, approved by a person, a task that waited for it is not PENDING, WAITING, OPTIONAL
// or left out any more or somebody has had it, the activity was ended. `context` names the activity and all successors.
[[nodiscard]] Status mayUndo(const Task &task, const ActionContext &context);

// The same of what `context.done` says, and who may: who did it or had the task (Forbidden), under the lease that it was done
// under, where one is named.
[[nodiscard]] Status mayTakeBack(const Task &task, const ActionInput &input, const ActionContext &context);
// As it was before; `leaseMs`: of the new lease, where somebody held it, unless the old one was longer.
void takeBack(Task &task, const Undoable &done, qint64 leaseMs, qint64 nowMs);

// One need more, of a task that needs one that was undone. `changed` says whether it was PENDING: then it is WAITING again as
// if it had never been ready; its next readiness is a new run of the SLA clock.
[[nodiscard]] Change needUnmet(Task &successor);

// COMPLETED → OPEN; nothing for an activity that is open.
[[nodiscard]] std::optional<Change> reopen(Activity &activity);

} // namespace hmsact::domain
