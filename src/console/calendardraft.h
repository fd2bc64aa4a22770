// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"

namespace hmsact::console {

// A calendar as it stands in the form: what people typed, right or wrong. What it means, and what is wrong with it, the
// domain's own reader says.
struct CalendarDraft {
    QString name;
    QString timeZone;
    std::array<QString, 7> hours; // Monday first: "08:00–12:00, 13:00–17:00"; empty: free
    std::vector<domain::Holiday> holidays;
    bool operator==(const CalendarDraft &) const = default;
};

[[nodiscard]] CalendarDraft draftOf(const domain::Calendar &calendar);
[[nodiscard]] CalendarDraft newDraft(); // office hours in the zone of this desk
// Errors: Invalid with a pointer for each bad field, "/hours/monday/0".
[[nodiscard]] domain::Result<domain::Calendar> calendarOf(const CalendarDraft &draft);
// The hours of one day, by the same reader. Also takes "8-12" and "8:30 – 12".
[[nodiscard]] domain::Result<std::vector<domain::DayHours>> hoursOf(const QString &typed);

[[nodiscard]] QString hoursText(const std::vector<domain::DayHours> &hours); // "08:00–12:00, 13:00–17:00"
[[nodiscard]] QString weekText(const domain::Calendar &calendar); // "Mon–Fri 08:00–17:00 · Sat 10:00–14:00"; "Always"
// Today and the days after it on the wall of the calendar's zone: "Monday 23 Nov  08:00–17:00", "… closed: Thanksgiving".
[[nodiscard]] QStringList daysAhead(const domain::Calendar &calendar, qint64 nowMs, int days);
[[nodiscard]] const domain::Holiday *nextHoliday(const domain::Calendar &calendar, qint64 nowMs); // nullptr: none to come

} // namespace hmsact::console
