// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"

#include "domain/codec.h"
#include "domain/limits.h"
#include "domain/weekdays.h"
#include "domain/worker.h"

#include <QJsonArray>

namespace hmsact::domain {

bool isBuiltIn(const QString &calendarName) { return calendarName.isEmpty() || calendarName == alwaysOpen; }

QString calendarLabel(const QString &calendarName) { return calendarName.isEmpty() ? QString(alwaysOpen) : calendarName; }

const Calendar &builtInCalendar()
{
    static const Calendar always = [] {
        Calendar calendar;
        calendar.name = alwaysOpen;
        calendar.timeZone = QStringLiteral("UTC");
        calendar.week.fill({{0, limits::minutesPerDay}});
        return calendar;
    }();
    return always;
}

static QString clockText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QJsonObject toJson(const Holiday &holiday)
{
    return {{QStringLiteral("date"), holiday.date.toString(Qt::ISODate)}, {QStringLiteral("name"), holiday.name}};
}

QJsonObject bodyOf(const Calendar &calendar)
{
    QJsonObject hours;
    for (size_t day = 0; day < weekdays.size(); ++day) {
        QJsonArray texts;
        for (const DayHours &h : calendar.week[day])
            texts.append(clockText(h.fromMinute) + u'-' + clockText(h.toMinute));
        if (!texts.isEmpty())
            hours.insert(weekdays[day], texts);
    }
    QJsonArray holidays;
    for (const Holiday &holiday : calendar.holidays)
        holidays.append(toJson(holiday));
    return {{QStringLiteral("name"), calendar.name},
            {QStringLiteral("time_zone"), calendar.timeZone},
            {QStringLiteral("hours"), hours},
            {QStringLiteral("holidays"), holidays}};
}

QJsonObject toJson(const Calendar &calendar)
{
    QJsonObject json = bodyOf(calendar);
    json.insert(QStringLiteral("version"), calendar.version);
    json.insert(QStringLiteral("built_in"), isBuiltIn(calendar.name));
    json.insert(QStringLiteral("updated_at"), timeOrNull(calendar.updatedAtMs));
    return json;
}

} // namespace hmsact::domain
