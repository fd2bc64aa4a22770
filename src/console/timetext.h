// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QString>

class QFontMetrics;

namespace hmsact::console {

// Times and spans as people read them. Spans are milliseconds, instants milliseconds UTC shown in the local zone.
[[nodiscard]] QString spanText(qint64 ms); // "2 d 4 h", "1 h 58 min", "12 min", "4 min 32 s", "45 s"; sign ignored
[[nodiscard]] QString lengthText(qint64 ms); // as exact as it was said: "1 h 30 min", "2 d", "10 min"; "0 s" for nothing
// What stands beside the sign of an SLA: "1 h 58 min", "−4 min 2 s" once breached, "paused", "met", "–".
[[nodiscard]] QString countdownText(domain::SlaState state, qint64 dueAtMs, qint64 nowMs);
[[nodiscard]] QString agoText(qint64 atMs, qint64 nowMs); // "just now", "4 min ago"; "never" for 0
[[nodiscard]] QString instantText(qint64 atMs, qint64 nowMs); // "14:05" today, else "Fri 27 Nov, 14:05"; "–" for 0
[[nodiscard]] int instantWidth(const QFontMetrics &metrics); // room for any of those
[[nodiscard]] QString fullInstantText(qint64 atMs); // with date, seconds and zone, for tool tips

} // namespace hmsact::console
