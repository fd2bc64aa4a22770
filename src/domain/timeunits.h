// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Times are integer milliseconds.
namespace hmsact::domain::limits {

inline constexpr qint64 msPerSecond = 1000;
inline constexpr qint64 msPerMinute = 60 * msPerSecond;
inline constexpr qint64 msPerHour = 60 * msPerMinute;
inline constexpr qint64 msPerDay = 24 * msPerHour;

} // namespace hmsact::domain::limits
