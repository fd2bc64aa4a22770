// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace hmsact::domain {

// How long work of this priority (0–9) may be overtaken by more urgent work.
// 9: 0, 8: 5 min, 7: 15 min, 6: 1 h, 5: 4 h, 4: 8 h, 3: 1 d, 2: 2 d, 1: 4 d, 0: 7 d.
[[nodiscard]] qint64 patienceMs(int priority);

// Key of the queue's order: the earlier of the due time (0: none) and readiness plus patience. Nothing starves:
// whatever arrives later ranks behind it in the end.
[[nodiscard]] qint64 rankAtMs(qint64 readyAtMs, qint64 dueAtMs, int priority);

// Exponential back-off before attempt number `attempt` (2 or more): base · 2^(attempt-2), at most
// limits::backoffMaxMs, ±20 % by `random` (any number).
[[nodiscard]] qint64 backoffMs(int attempt, quint32 random);

} // namespace hmsact::domain
