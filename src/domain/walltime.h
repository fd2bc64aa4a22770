// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hmsact::domain {

// An instant as the clock on a wall of that zone of the tz database shows it, and which clock that is: "2026-11-18 05:06 CST".
// Empty, or no zone: UTC.
[[nodiscard]] QString wallTime(qint64 atMs, const QString &timeZone);

} // namespace hmsact::domain
