// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/clockterms.h"
#include "domain/result.h"
#include "domain/task.h"

#include <QHash>

namespace hmsact::domain {

// A need is met when its task is COMPLETED, SKIPPED, or FAILED with on_failure: continue.
[[nodiscard]] bool isMet(TaskState state, OnFailure onFailure);
// Whether what waits for the task may go on, when its state is what it is now: a need that was met stays met when it is
// retried.
[[nodiscard]] Released releasedNow(const Task &task);

// What must be known of the tasks an activity has already, to plan more of them: those whose names the new specs use
// (as their own name or as a need), the nearest required one, and how many there are. A need that was met stays met.
struct KnownTask {
    TaskId id;
    bool isMet = false;
    bool operator==(const KnownTask &) const = default;
};
struct KnownTasks {
    QHash<QString, KnownTask> byName;
    std::optional<KnownTask> lastRequired; // the last by position that is not optional
};

// A task ready to be stored, with the tasks it needs (all of them, met or not).
struct PlannedTask {
    Task task;
    std::vector<TaskId> needs;
};

// Turns specs into tasks of `activity`, all or nothing. Order: a spec without `needs` needs the nearest task before it that
// is not optional; an empty list means it can start at once; a list means exactly those. Optional tasks begin
// OPTIONAL, the others WAITING or PENDING (then their SLA clock starts and they get a rank). Does not touch the
// activity: account() each task afterwards.
// Errors: Conflict for an activity that is not OPEN; Invalid with a pointer ("/tasks/2/needs/0") for an unknown need, a
// cycle (the text names the tasks on it), a name used twice or empty or too long, a duration out of bounds, a
// priority outside 0–9, an SLA that the working time never has, max_attempts outside its bounds, payloads over the limit, too
// many tasks. Every field that is wrong is listed, not only the first.
[[nodiscard]] Result<std::vector<PlannedTask>> planTasks(const Activity &activity, const std::vector<TaskSpec> &specs,
                                                         const KnownTasks &known, IdSource &ids, qint64 nowMs,
                                                         const ClockTerms &terms = WorkingTime::always());

// "WAITING(for:a,b)", "PENDING", …: `actionableNeeds` are the names of the open needs that someone can act on now.
[[nodiscard]] QString statusText(TaskState state, const QStringList &actionableNeeds);

// Whether a task in this state is listed in the status text of those that wait for it: PENDING, IN_PROGRESS,
// IN_REVIEW, ON_HOLD, OPTIONAL.
[[nodiscard]] bool isActionable(TaskState state);

} // namespace hmsact::domain
