// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/holidayfile.h"

#include "domain/limits.h"

#include <QCoreApplication>

#include <libical/ical.h>
#include <map>
#include <memory>

namespace hmsact::engine {

using namespace domain;

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
using Days = std::map<QDate, QString>;

constexpr int depthMax = 8; // components in components; real files have three

// Whether what begins also ends. The library reads on where it does not, and complains of each line on standard error.
bool isBalanced(const QByteArray &ics)
{
    int depth = 0;
    for (qsizetype at = 0; at >= 0 && at < ics.size();) {
        const qsizetype end = ics.indexOf('\n', at);
        const QByteArray line = ics.mid(at, end < 0 ? -1 : end - at).trimmed().toUpper();
        depth += line.startsWith("BEGIN:") ? 1 : line.startsWith("END:") ? -1 : 0;
        if (depth < 0 || depth > depthMax)
            return false;
        at = end < 0 ? -1 : end + 1;
    }
    return depth == 0;
}

Error invalid(const char *key, const QStringList &args = {}) { return invalidField(QStringLiteral("/ics"), key, args); }

QDate dateOf(const icaltimetype &time) { return {time.year, time.month, time.day}; }

bool isInside(QDate date)
{
    return date.isValid() && limits::calendarYearMin <= date.year() && date.year() <= limits::calendarYearMax;
}

// Every day of an event from `first` on.
void addDays(Days &days, QDate first, qint64 count, const QString &name)
{
    for (qint64 i = 0; i < count && days.size() <= size_t(limits::holidaysMax); ++i) {
        if (const QDate day = first.addDays(i); isInside(day))
            days.insert_or_assign(day, name);
    }
}

void addEvent(Days &days, icalcomponent *event)
{
    const icaltimetype start = icalcomponent_get_dtstart(event);
    if (!icaltime_is_valid_time(start) || icaltime_is_null_time(start) || !start.is_date)
        return; // an appointment
    const char *summary = icalcomponent_get_summary(event);
    const QString name = QString::fromUtf8(summary ? summary : "").simplified().left(limits::nameMax);
    const qint64 between = dateOf(start).daysTo(dateOf(icalcomponent_get_dtend(event))); // the end is the day after
    const qint64 count = std::clamp<qint64>(between, 1, limits::calendarEventDaysMax);
    addDays(days, dateOf(start), count, name);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    if (!property)
        return;
    const icalrecurrencetype rule = icalproperty_get_rrule(property);
    if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE)
        return; // of whole days there is nothing more often; looking for 30 February second by second takes hours
    icalrecur_iterator *dates = icalrecur_iterator_new(rule, start);
    if (!dates)
        return;
    icaltimetype next = icalrecur_iterator_next(dates);
    for (int i = 0; i < limits::calendarRepeatsMax && !icaltime_is_null_time(next); ++i) {
        addDays(days, dateOf(next), count, name);
        next = icalrecur_iterator_next(dates);
    }
    icalrecur_iterator_free(dates);
}

bool isCalendar(icalcomponent *component)
{
    return component
        && (icalcomponent_isa(component) == ICAL_XROOT_COMPONENT
            || icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT);
}

void addEvents(Days &days, icalcomponent *calendar)
{
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        addEvent(days, event);
}

} // namespace

Result<std::vector<Holiday>> holidaysFrom(const QByteArray &ics)
{
    if (ics.size() > limits::calendarFileBytesMax)
        return makeError(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "a calendar file has at most %1 bytes"),
                         {QString::number(limits::calendarFileBytesMax)});
    const bool looksRight = ics.trimmed().startsWith("BEGIN:VCALENDAR") && !ics.contains('\0') && isBalanced(ics);
    const Component root(looksRight ? icalparser_parse_string(ics.constData()) : nullptr, &icalcomponent_free);
    if (!isCalendar(root.get()))
        return invalid(QT_TRANSLATE_NOOP("Error", "is no iCalendar text"));
    Days days;
    addEvents(days, root.get());
    for (icalcomponent *inner = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); inner;
         inner = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
        addEvents(days, inner);
    if (days.empty())
        return invalid(QT_TRANSLATE_NOOP("Error", "has no holidays: no events of whole days"));
    if (days.size() > size_t(limits::holidaysMax))
        return invalid(QT_TRANSLATE_NOOP("Error", "has more than %1 holidays"), {QString::number(limits::holidaysMax)});
    std::vector<Holiday> holidays;
    for (const auto &[date, name] : days)
        holidays.push_back({date, name});
    return holidays;
}

Calendar withHolidays(Calendar calendar, const std::vector<Holiday> &holidays)
{
    Days days;
    for (const Holiday &holiday : calendar.holidays)
        days.insert_or_assign(holiday.date, holiday.name);
    for (const Holiday &holiday : holidays)
        days.insert_or_assign(holiday.date, holiday.name);
    calendar.holidays.clear();
    for (const auto &[date, name] : days)
        calendar.holidays.push_back({date, name});
    return calendar;
}

} // namespace hmsact::engine
