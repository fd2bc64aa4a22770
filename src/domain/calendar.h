// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <array>
#include <vector>

namespace hmsact::domain {

// Minutes of a day as the clock on the wall shows it, from inclusive, to exclusive; 0 ≤ from < to ≤ 1440.
struct DayHours {
    int fromMinute = 0;
    int toMinute = 0;
    bool operator==(const DayHours &) const = default;
};

struct Holiday {
    QDate date;
    QString name; // may be empty
    bool operator==(const Holiday &) const = default;
};

// When people work: the hours of each weekday with breaks between them, in a time zone, without the holidays. "24x7" is
// built in: always; it can be neither changed nor removed and is named by an empty text inside the program.
struct Calendar {
    QString name; // unique
    QString timeZone; // a name of the tz database
    std::array<std::vector<DayHours>, 7> week; // Monday first; each day in order, without overlaps; not all empty
    std::vector<Holiday> holidays; // in order, each day once
    int version = 1; // grows with every change
    qint64 updatedAtMs = 0;
    bool operator==(const Calendar &) const = default;
};

[[nodiscard]] bool isBuiltIn(const QString &calendarName); // "24x7", or nothing said
[[nodiscard]] const Calendar &builtInCalendar();
[[nodiscard]] QString calendarLabel(const QString &calendarName); // "24x7" for nothing said

// {name, time_zone, hours: {monday: ["09:00-12:00", "13:00-17:00"], …}, holidays: [{date, name?}]}; in `hours` a day that
// is not named is free. `name` is what the path says, if it does. Errors: Invalid with a pointer for each bad field.
[[nodiscard]] Result<Calendar> calendarFrom(const QJsonObject &body, const QString &name = {});
[[nodiscard]] QJsonObject toJson(const Holiday &holiday);
[[nodiscard]] QJsonObject bodyOf(const Calendar &calendar); // what calendarFrom() reads
[[nodiscard]] QJsonObject toJson(const Calendar &calendar); // with version, built_in and updated_at

} // namespace hmsact::domain
