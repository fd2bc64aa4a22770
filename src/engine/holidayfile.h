// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"

namespace hmsact::engine {

// The holidays of an iCalendar text (RFC 5545): its events of whole days with what RRULE, RDATE, EXDATE and RECURRENCE-ID make
// of them, but for cancelled ones; each day once and in order. Those of every year are read for limits::calendarRepeatsMax
// years. Errors: TooLarge over limits::calendarFileBytesMax; Invalid when it is no iCalendar text, has no such event, too many,
// or one that repeats oftener than that, never takes place, or is of before 1900. May be called on any thread.
[[nodiscard]] domain::Result<std::vector<domain::Holiday>> holidaysFrom(const QByteArray &ics);

// The calendar with these holidays more; where both name a day the new name holds.
[[nodiscard]] domain::Calendar withHolidays(domain::Calendar calendar, const std::vector<domain::Holiday> &holidays);

} // namespace hmsact::engine
