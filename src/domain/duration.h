// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hmsact::domain {

// Durations as people write them: "90s", "15m", "2h", "3d", "1w", compounds in falling order ("1h30m"), and ISO 8601
// ("PT2H", "P1DT12H"; years and months have no fixed length and are refused). No blanks, no signs, no fractions.
// → milliseconds > 0; zero, negative, overflowing (over limits::durationMaxMs) and unreadable ones are Invalid.
[[nodiscard]] Result<qint64> parseDuration(QStringView text, const QString &pointer = {});

// A text that parses to the same value, in falling units, whole weeks as weeks: 5'400'000 → "1h30m". Milliseconds are
// rounded to seconds; what is not longer than zero is "0s".
[[nodiscard]] QString formatDuration(qint64 ms);

} // namespace hmsact::domain
