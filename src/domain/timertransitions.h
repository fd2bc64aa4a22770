// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"
#include "domain/clockterms.h"
#include "domain/task.h"
#include "domain/worker.h"

// The transitions nobody asks for: what a reserve, the clock, a neighbouring task or the end of the activity does to a task.
// They decide nothing: the caller has looked whether the task is in the state they begin from.
namespace hmsact::domain {

// A lease of which nobody said how long it is: a machine's a minute, a person's a working day of `hours`, the worker's.
[[nodiscard]] qint64 leaseMsFor(WorkerKind kind, const WorkingTime &hours, qint64 nowMs);
[[nodiscard]] Change reserve(Task &task, const WorkerId &worker, qint64 leaseMs, qint64 nowMs); // PENDING only
[[nodiscard]] Change leaseOver(Task &task, qint64 nowMs, quint32 random); // IN_PROGRESS only
inline constexpr QLatin1StringView leaseExpired{"lease expired"}; // the reason that it leaves
// The same where a person had it, who has not failed: the same attempt, at once, for the next.
[[nodiscard]] Change leaseLapsed(Task &task, qint64 nowMs);
// One need fewer; `changed` says whether it became PENDING.
[[nodiscard]] Change needMet(Task &successor, qint64 nowMs, const ClockTerms &terms = WorkingTime::always());
[[nodiscard]] Change cancel(Task &task, const QString &reason, qint64 nowMs, const ClockTerms &terms); // open only
[[nodiscard]] Change lapse(Task &task, qint64 nowMs); // OPTIONAL only
[[nodiscard]] Change referred(Task &task, qint64 nowMs); // IN_REVIEW for want of a human only: now there is one
[[nodiscard]] Change breach(Task &task, qint64 nowMs); // records that this run of the SLA clock is over

[[nodiscard]] Change raisePriority(Task &task, int priority); // to that; a higher one stays
// A new run of the clock, whole.
[[nodiscard]] Change restartSla(Task &task, qint64 nowMs, const ClockTerms &terms = WorkingTime::always());

} // namespace hmsact::domain
