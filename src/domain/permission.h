// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"

namespace hmsact::domain {

// What act() asks before it decides: is the input complete (Invalid), may this actor say it (Forbidden), is
// the lease token that was given the present one and does the task's state allow the action (Conflict). In
// this order.
[[nodiscard]] Status permit(const Task &task, const ActionInput &input, const ActionContext &context);

// A token is good under the lease that runs, and after the end under the lease that did the work, so that a completion whose
// answer was lost can be said again. Conflict; none is good always.
[[nodiscard]] Status checkLeaseToken(const Task &task, std::optional<qint64> token);
[[nodiscard]] Error staleLeaseToken(const Task &task, qint64 token); // what is said of one that is not
inline constexpr qint64 leaseTokenMax = qint64(1) << 53; // beyond it a JSON number is not exact everywhere

// Who may say what a worker says: a supervisor for anyone, else the token of that worker. Forbidden.
[[nodiscard]] Status permitActingFor(const WorkerId &worker, const Actor &actor);

// Registering and changing workers takes a supervisor; whether one is there, and how one is written to, everybody may say of
// oneself. Forbidden.
[[nodiscard]] Status permit(const SaveWorker &command, const Actor &actor);

// Whether a person speaks: a token without a worker is a person's. `own`: the registration of its worker, if there is one.
[[nodiscard]] bool isPersons(const Actor &actor, const Worker *own);

// Only a person says that somebody is one. `before`: nullptr for a new worker. Forbidden.
[[nodiscard]] Status permitKind(const Worker &saved, const Worker *before, const Actor &actor, const Worker *own);

// The worker in whose name the action is said, when it has a registration.
[[nodiscard]] const Worker *registeredWorker(const Task &task, const ActionInput &input, const ActionContext &context);

} // namespace hmsact::domain
