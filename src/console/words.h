// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/error.h"
#include "domain/reports.h"
#include "domain/views.h"

namespace hmsact::console {

// The words people read for the program's values, in their language.
[[nodiscard]] QString text(domain::TaskState state); // "In progress"
[[nodiscard]] QString text(domain::ActivityState state);
[[nodiscard]] QString text(domain::SlaState state); // "Due soon"
// "Due soon, 12 min": what a screen reader says where a sign and a countdown stand.
[[nodiscard]] QString promiseText(domain::SlaState state, qint64 dueAtMs, qint64 nowMs);
[[nodiscard]] QString text(domain::WorkerKind kind);
[[nodiscard]] QString text(domain::Role role);
[[nodiscard]] QString text(domain::Finding::Severity severity); // "Good", "Danger"
[[nodiscard]] QString text(const domain::Message &message); // its template translated, its holes filled
[[nodiscard]] QString text(const domain::Error &error); // the detail, and the bad fields if they say more

[[nodiscard]] QString statusText(const domain::TaskView &view); // "Waiting for verify_identity", "In progress"
[[nodiscard]] QString text(domain::ReviewOutcome outcome);
[[nodiscard]] QString percentText(int ppm); // of millionths: "72.5 %"
[[nodiscard]] QString sizeText(qint64 bytes); // "1.2 MB"
[[nodiscard]] QString isolated(const QString &name); // for a line of more: one that runs to the left does not turn the rest

} // namespace hmsact::console
