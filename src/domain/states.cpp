// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/states.h"

#include "domain/enumtext.h"

namespace hmsact::domain {

namespace {

constexpr auto taskStates = enumTexts<TaskState>("WAITING", "OPTIONAL", "PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD",
                                                 "COMPLETED", "FAILED", "SKIPPED", "CANCELLED");
constexpr auto activityStates = enumTexts<ActivityState>("OPEN", "COMPLETED", "CANCELLED", "FAILED");
constexpr auto slaStates = enumTexts<SlaState>("none", "on_track", "due_soon", "at_risk", "breached", "paused", "met");
constexpr auto workerKinds = enumTexts<WorkerKind>("human", "bot", "agent");
constexpr auto reviews = enumTexts<Review>("none", "human");
constexpr auto onFailures = enumTexts<OnFailure>("block", "continue");
constexpr auto confirmations = enumTexts<Confirmation>("code", "button");
constexpr auto roles = enumTexts<Role>("viewer", "worker", "clerk", "supervisor", "admin");

} // namespace

QLatin1StringView toString(TaskState value) { return taskStates.text(value); }
QLatin1StringView toString(ActivityState value) { return activityStates.text(value); }
QLatin1StringView toString(SlaState value) { return slaStates.text(value); }
QLatin1StringView toString(WorkerKind value) { return workerKinds.text(value); }
QLatin1StringView toString(Review value) { return reviews.text(value); }
QLatin1StringView toString(OnFailure value) { return onFailures.text(value); }
QLatin1StringView toString(Confirmation value) { return confirmations.text(value); }
QLatin1StringView toString(Role value) { return roles.text(value); }

std::optional<TaskState> taskStateFrom(QAnyStringView text) { return taskStates.value(text); }
std::optional<ActivityState> activityStateFrom(QAnyStringView text) { return activityStates.value(text); }
std::optional<SlaState> slaStateFrom(QAnyStringView text) { return slaStates.value(text); }
std::optional<WorkerKind> workerKindFrom(QAnyStringView text) { return workerKinds.value(text); }
std::optional<Review> reviewFrom(QAnyStringView text) { return reviews.value(text); }
std::optional<OnFailure> onFailureFrom(QAnyStringView text) { return onFailures.value(text); }
std::optional<Confirmation> confirmationFrom(QAnyStringView text) { return confirmations.value(text); }
std::optional<Role> roleFrom(QAnyStringView text) { return roles.value(text); }

} // namespace hmsact::domain
