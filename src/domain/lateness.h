// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"

// When a breach begins to count, and with it the steps of the rules about it: when it fell due, however late that is seen, for
// nobody was there. But of what only a change makes late, because it goes on again after its due time or other hours count,
// nobody could have been in time: that counts from the change.
namespace hmsact::domain {

// Whether a change at `nowMs` has made late what was not.
[[nodiscard]] bool isMadeLate(const Task &before, const Task &after, qint64 nowMs);
[[nodiscard]] bool isMadeLate(const Activity &before, const Activity &after, qint64 nowMs);

// The breach of what is late. `madeLateAtMs`: when a change has made it so; 0: none has.
[[nodiscard]] Occurrence breachOf(const Task &task, qint64 madeLateAtMs);
[[nodiscard]] Occurrence breachOf(const Activity &activity, qint64 madeLateAtMs);

} // namespace hmsact::domain
