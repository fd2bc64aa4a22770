// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/transition.h"

// The steps that several transitions share. For the domain's own files; other layers use transition.h.
namespace hmsact::domain {

// From now on this worker holds it, under a new lease.
void lease(Task &task, const WorkerId &worker, qint64 leaseMs, qint64 nowMs);

// Since when the holder, or who has completed it, has had it, where that was from the first; 0: others had it before.
[[nodiscard]] qint64 hadSinceMs(const Task &task);

// The task can be worked on from now on. The first time starts its SLA clock.
void becomePending(Task &task, qint64 nowMs, const ClockTerms &terms = WorkingTime::always());

// An attempt went wrong: PENDING with the next attempt after a back-off, without the worker that had it, or
// FAILED when attempts are used up or `mayRetry` is false.
void attemptFailed(Task &task, bool mayRetry, qint64 nowMs, quint32 random);

// A task that has failed has all its attempts again. What it let go on by failing stays so.
void beginAnew(Task &task);

// As if it had never been ready; its next readiness is a new run of the SLA clock.
void becomeUnready(Task &task, TaskState state);

void exclude(Task &task, const WorkerId &worker); // it is for others, while there are some

// Where its clock stands still it goes on: the due time moves by the pause.
void endPause(Task &task, qint64 nowMs, const ClockTerms &terms);

// The task is over without having been done; one that has failed was over before.
void endUndone(Task &task, TaskState state, qint64 nowMs, const ClockTerms &terms);

enum class Naming { State, OnlyWhatDiffers }; // State: the states are named even where they are the same

// Counts the version and writes down what differs between the task as it was and as it is.
[[nodiscard]] Change changed(QLatin1StringView event, const Task &before, Task &after, Naming naming = Naming::State);

} // namespace hmsact::domain
