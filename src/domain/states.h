// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace hmsact::domain {

// Every state is documented in the task table of `transition.h`. The texts are those of the API and the database.
enum class TaskState {
    Waiting, // needs are open
    Optional, // offered to the citizen; nobody has opted in or declined yet
    Pending, // can be worked on now
    InProgress, // a worker holds the lease
    InReview, // done by a machine, a human must approve
    OnHold, // somebody stopped the clock, with a reason
    Completed,
    Failed, // attempts used up, or given up
    Skipped,
    Cancelled, // the activity ended first
};
enum class ActivityState { Open, Completed, Cancelled, Failed };
enum class SlaState { None, OnTrack, DueSoon, AtRisk, Breached, Paused, Met };
enum class WorkerKind { Human, Bot, Agent };
enum class Review { None, Human };
enum class OnFailure { Block, Continue };
enum class Role { Viewer, Worker, Clerk, Supervisor, Admin }; // each may what those before it may

inline constexpr bool isOpen(TaskState s) { return s <= TaskState::OnHold; }
inline constexpr bool isEnded(TaskState s) { return !isOpen(s); }

// "IN_PROGRESS", "OPEN", "on_track", "human", … ; from…() answers nothing for an unknown text.
[[nodiscard]] QString toString(TaskState);
[[nodiscard]] QString toString(ActivityState);
[[nodiscard]] QString toString(SlaState);
[[nodiscard]] QString toString(WorkerKind);
[[nodiscard]] QString toString(Review);
[[nodiscard]] QString toString(OnFailure);
[[nodiscard]] QString toString(Role);
[[nodiscard]] std::optional<TaskState> taskStateFrom(QStringView);
[[nodiscard]] std::optional<ActivityState> activityStateFrom(QStringView);
[[nodiscard]] std::optional<SlaState> slaStateFrom(QStringView);
[[nodiscard]] std::optional<WorkerKind> workerKindFrom(QStringView);
[[nodiscard]] std::optional<Review> reviewFrom(QStringView);
[[nodiscard]] std::optional<OnFailure> onFailureFrom(QStringView);
[[nodiscard]] std::optional<Role> roleFrom(QStringView);

} // namespace hmsact::domain
