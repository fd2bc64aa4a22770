// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slaclock.h"

// The commands and questions about calendars, and why clocks fall due.
namespace hmsact::domain {

// A new calendar, or the one of that name anew: then the due times of running clocks that count its hours follow, step by step.
struct SaveCalendar {
    using Answer = Calendar;
    Calendar calendar;
    bool mustExist = false; // PUT: NotFound instead of making one
    int knownVersion = 0; // > 0: Conflict when it has changed since
};

struct RemoveCalendar { // Conflict for the built-in one, and while workers or open activities have it
    using Answer = Done;
    QString name;
};

struct ListCalendars { // 24x7 first, then by name
    using Answer = std::vector<Calendar>;
};

struct GetCalendar {
    using Answer = Calendar;
    QString name;
};

struct ReadHolidays { // of an iCalendar text; one that is made for it takes a second or two
    using Answer = std::vector<Holiday>;
    QByteArray ics;
};

struct PreviewCalendar { // what saving it would change
    using Answer = CalendarEffect;
    Calendar calendar;
};

struct ExplainSla { // why a clock falls due when it does; without a task the activity's
    using Answer = SlaExplanation;
    ActivityId activity;
    QString task = {};
};

} // namespace hmsact::domain
