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
enum class Released { No, Yes, ForGood }; // whether what waits for a task may go on; ForGood: since before it was retried
enum class Confirmation { Code, Button }; // what the page of a link in a mail asks for with an answer
enum class Role { Viewer, Worker, Clerk, Supervisor, Admin }; // each may what those before it may

inline constexpr bool isOpen(TaskState s) { return s <= TaskState::OnHold; }
inline constexpr bool isEnded(TaskState s) { return !isOpen(s); }
// In review though nobody asked for one: a machine was not sure, and no human could take it.
inline constexpr bool lacksHuman(TaskState s, Review review) { return s == TaskState::InReview && review == Review::None; }

// "IN_PROGRESS", "OPEN", "on_track", "human", … ; from…() answers nothing for an unknown text.
[[nodiscard]] QLatin1StringView toString(TaskState);
[[nodiscard]] QLatin1StringView toString(ActivityState);
[[nodiscard]] QLatin1StringView toString(SlaState);
[[nodiscard]] QLatin1StringView toString(WorkerKind);
[[nodiscard]] QLatin1StringView toString(Review);
[[nodiscard]] QLatin1StringView toString(OnFailure);
[[nodiscard]] QLatin1StringView toString(Confirmation);
[[nodiscard]] QLatin1StringView toString(Role);
[[nodiscard]] std::optional<TaskState> taskStateFrom(QAnyStringView);
[[nodiscard]] std::optional<ActivityState> activityStateFrom(QAnyStringView);
[[nodiscard]] std::optional<SlaState> slaStateFrom(QAnyStringView);
[[nodiscard]] std::optional<WorkerKind> workerKindFrom(QAnyStringView);
[[nodiscard]] std::optional<Review> reviewFrom(QAnyStringView);
[[nodiscard]] std::optional<OnFailure> onFailureFrom(QAnyStringView);
[[nodiscard]] std::optional<Confirmation> confirmationFrom(QAnyStringView);
[[nodiscard]] std::optional<Role> roleFrom(QAnyStringView);

} // namespace hmsact::domain
