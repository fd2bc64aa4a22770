// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"
#include "domain/task.h"
#include "domain/worker.h"
#include "domain/workingtime.h"

// The transitions of work that is offered to somebody, or taken away again.
namespace hmsact::domain {

// PENDING and kept for nobody → kept for this worker. Its back-off is over: another tries.
[[nodiscard]] Change assign(Task &task, const Worker &worker, const QString &pool, double score);
[[nodiscard]] Change keepForPool(Task &task, const QString &pool); // PENDING; an empty one: for anyone
// It goes away from its worker, PENDING or IN_PROGRESS, to another or, nullptr, to anyone.
[[nodiscard]] Change handedOver(Task &task, const Worker *to, qint64 nowMs);
[[nodiscard]] Change giveUp(Task &task, const WorkerId &worker); // PENDING for nobody: not for this worker either
// PENDING → kept for nobody, because who has the offer is not there: that one may have it again.
[[nodiscard]] Change withdrawn(Task &task);
// When an offer goes back by itself: in the working time of the worker, whose `hours` are given, and at the latest when the
// task is due, so the seed's clerk has the whole promised day.
[[nodiscard]] qint64 offerEndsMs(const Task &task, const Worker &worker, const WorkingTime &hours, qint64 nowMs);
// So long it stands all the same: a machine that is heard of comes to what it is offered; 0: a person has had the time to look.
[[nodiscard]] qint64 thereUntilMs(const Worker &worker);
[[nodiscard]] Change offerOver(Task &task); // PENDING → kept for nobody, never again for who did not react
[[nodiscard]] Change offerKept(Task &task); // PENDING: who did not react keeps it, for nobody else could take it
// Until when that one keeps it, before it is looked at again.
[[nodiscard]] qint64 keepsUntilMs(const Task &task, const Worker &worker, const WorkingTime &hours, qint64 nowMs);
// Whether people are to hear of that; of what is late the breach tells.
[[nodiscard]] bool isToldOfKept(const Task &task, qint64 nowMs);

} // namespace hmsact::domain
