// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"

namespace hmsact::engine {

// The holidays of an iCalendar text (RFC 5545): its events of whole days, those that repeat up to
// limits::calendarRepeatsMax times, each day once and in order. Errors: TooLarge over limits::calendarFileBytesMax, Invalid
// when it is no iCalendar text, has no such event or too many. May be called on any thread.
[[nodiscard]] domain::Result<std::vector<domain::Holiday>> holidaysFrom(const QByteArray &ics);

// The calendar with these holidays more; where both name a day the new name holds.
[[nodiscard]] domain::Calendar withHolidays(domain::Calendar calendar, const std::vector<domain::Holiday> &holidays);

} // namespace hmsact::engine
