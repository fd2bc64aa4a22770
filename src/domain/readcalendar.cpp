// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"
#include "domain/objectreader.h"
#include "domain/pathname.h"
#include "domain/textrules.h"
#include "domain/weekdays.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <set>

// Calendars as JSON says them.
namespace hmsact::domain {

namespace {

void readZone(ObjectReader &reader, Calendar &calendar)
{
    reader.require("time_zone");
    calendar.timeZone = reader.text("time_zone", limits::timeZoneMax).value_or(QString());
    if (calendar.timeZone.isEmpty())
        return;
    // Qt also takes rules of its own making and offsets; those are no zones that somebody lives in.
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"));
    const bool known = form.match(calendar.timeZone).hasMatch() && !calendar.timeZone.startsWith(QLatin1StringView("right/"))
        && !calendar.timeZone.startsWith(QLatin1StringView("UTC+"))
        && !calendar.timeZone.startsWith(QLatin1StringView("UTC-"))
        && QTimeZone::isTimeZoneIdAvailable(calendar.timeZone.toLatin1());
    if (!known)
        reader.errors().add(reader.pointer("time_zone"),
                            QT_TRANSLATE_NOOP("Error", "there is no time zone “%1”; write for example America/New_York"),
                            {quoted(calendar.timeZone)});
}

std::optional<int> minuteOf(QStringView hours, QStringView minutes)
{
    const int minute = hours.toInt() * 60 + minutes.toInt();
    return minute > limits::minutesPerDay || minutes.toInt() > 59 ? std::nullopt : std::optional(minute);
}

std::optional<DayHours> hoursFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto from = minuteOf(match.capturedView(1), match.capturedView(2));
    const auto to = minuteOf(match.capturedView(3), match.capturedView(4));
    return from && to ? std::optional(DayHours{*from, *to}) : std::nullopt;
}

std::vector<DayHours> readDay(ObjectReader &reader, const char *day)
{
    std::vector<DayHours> result;
    const QStringList texts = reader.texts(day, limits::hoursPerDayMax, limits::timeZoneMax).value_or(QStringList());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString pointer = pointerTo(reader.pointer(day), i);
        const auto hours = hoursFrom(texts[i]);
        if (!hours)
            reader.errors().add(pointer, QT_TRANSLATE_NOOP("Error", "“%1” are no hours; write for example 09:00-12:30"),
                                {quoted(texts[i])});
        else if (hours->fromMinute >= hours->toMinute)
            reader.errors().add(pointer,
                                QT_TRANSLATE_NOOP("Error",
                                                  "must end after it begins; write what goes past "
                                                  "midnight as 22:00-24:00 and 00:00-06:00 of the next day"));
        else if (!result.empty() && hours->fromMinute < result.back().toMinute)
            reader.errors().add(pointer, QT_TRANSLATE_NOOP("Error", "overlaps the hours before, or is not in order"));
        else
            result.push_back(*hours);
    }
    return result;
}

void readWeek(ObjectReader &reader, Calendar &calendar)
{
    reader.require("hours");
    const auto hours = reader.object("hours");
    if (!hours)
        return;
    ObjectReader days(*hours, reader.pointer("hours"), reader.errors());
    for (size_t day = 0; day < weekdays.size(); ++day)
        calendar.week[day] = readDay(days, weekdays[day].data());
    days.finish();
    if (reader.errors().isEmpty() && std::ranges::all_of(calendar.week, [](const auto &day) { return day.empty(); }))
        reader.errors().add(reader.pointer("hours"), QT_TRANSLATE_NOOP("Error", "name at least one day with hours"));
}

Holiday readHoliday(ObjectReader &reader)
{
    Holiday holiday;
    reader.require("date");
    const std::optional<QString> text = reader.string("date");
    holiday.date = QDate::fromString(text.value_or(QString()), QStringLiteral("yyyy-MM-dd"));
    if (text
        && (!holiday.date.isValid() || holiday.date.year() < limits::calendarYearMin
            || holiday.date.year() > limits::calendarYearMax))
        reader.errors().add(reader.pointer("date"),
                            QT_TRANSLATE_NOOP("Error", "“%1” is no date; write for example 2026-12-25"), {quoted(*text)});
    holiday.name = reader.prose("name", limits::nameMax).value_or(QString());
    reader.finish();
    return holiday;
}

void readHolidays(ObjectReader &reader, Calendar &calendar)
{
    std::set<QDate> seen;
    const QJsonArray list = reader.array("holidays", limits::holidaysMax).value_or(QJsonArray());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString pointer = pointerTo(reader.pointer("holidays"), i);
        if (!list[i].isObject()) {
            reader.errors().add(pointer, QT_TRANSLATE_NOOP("Error", "must be an object"));
            continue;
        }
        ObjectReader item(list[i].toObject(), pointer, reader.errors());
        Holiday holiday = readHoliday(item);
        if (!seen.insert(holiday.date).second)
            reader.errors().add(pointer, QT_TRANSLATE_NOOP("Error", "this day is named twice"));
        calendar.holidays.push_back(std::move(holiday));
    }
    std::ranges::sort(calendar.holidays, {}, &Holiday::date);
}

} // namespace

Result<Calendar> calendarFrom(const QJsonObject &body, const QString &name)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    Calendar calendar;
    calendar.name = readPathName(reader, name, limits::calendarNameMax);
    readZone(reader, calendar);
    readWeek(reader, calendar);
    readHolidays(reader, calendar);
    reader.finish(toJson(Calendar{}));
    return errors.isEmpty() ? Result(std::move(calendar)) : Result<Calendar>(errors.error());
}

} // namespace hmsact::domain
