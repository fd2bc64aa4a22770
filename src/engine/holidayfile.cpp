// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/holidayfile.h"

#include "domain/limits.h"
#include "domain/textrules.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <libical/ical.h>
#include <map>
#include <memory>
#include <utility>

namespace hmsact::engine {

using namespace domain;

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
using Days = std::map<QDate, QString>;

constexpr int depthMax = 8; // components in components; real files have three

constexpr int parametersMax = 50; // of a line; real ones have ten

// Of a line in capitals, read as the library does: a quote or a separator that stands first, or behind a backslash, is none; a
// time zone may hold colons. It looks through the rest of the line for each parameter, so that a quarter of an hour goes into a
// line of two MiB that has nothing else.
bool hasTooManyParameters(const QByteArray &line)
{
    int count = 0;
    bool quoted = false;
    bool hasZone = false;
    char before = '\\';
    for (qsizetype at = 0; at < line.size() && count <= parametersMax; ++at) {
        const char c = line[at];
        const bool counts = before != '\\';
        before = c;
        if (counts && c == '"') {
            quoted = !quoted;
        } else if (counts && !quoted && !hasZone && c == ':') {
            hasZone = line.first(at).contains("TZID");
            if (!hasZone)
                break;
        } else if (counts && !quoted && c == ';') {
            ++count;
            before = '\\';
        }
    }
    return count > parametersMax;
}

// Whether what begins also ends, and no line takes too long. The library reads on where it does not, and complains of each line
// on standard error.
bool isReadable(QByteArray ics)
{
    ics.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", ""); // a long line goes on behind a blank
    int depth = 0;
    for (qsizetype at = 0; at >= 0 && at < ics.size();) {
        const qsizetype end = ics.indexOf('\n', at);
        const QByteArray line = ics.mid(at, end < 0 ? -1 : end - at).toUpper();
        depth += line.startsWith("BEGIN:") ? 1 : line.startsWith("END:") ? -1 : 0;
        if (depth < 0 || depth > depthMax || hasTooManyParameters(line))
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

// Days that an event does not have although its rule says so, by the event's UID: another event stands in for them.
using Moved = QHash<QByteArray, QSet<QDate>>;

Moved movedDays(const std::vector<icalcomponent *> &events)
{
    Moved moved;
    for (icalcomponent *event : events) {
        if (const icaltimetype of = icalcomponent_get_recurrenceid(event); !icaltime_is_null_time(of))
            moved[icalcomponent_get_uid(event)].insert(dateOf(of));
    }
    return moved;
}

QSet<QDate> exceptions(icalcomponent *event)
{
    QSet<QDate> days;
    for (auto *one = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); one;
         one = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
        days.insert(dateOf(icalproperty_get_exdate(one)));
    return days;
}

// An event of whole days, as errors name it.
struct FileEvent {
    icalcomponent *component = nullptr;
    icaltimetype start;
    QString name;

    Error invalid(const char *key) const { return engine::invalid(key, {name, dateOf(start).toString(Qt::ISODate)}); }
};

// The first days of its repeats, its start among them. `years` is how many may still be looked through in this file.
Result<QList<QDate>> repeats(const FileEvent &of, int *years)
{
    icalcomponent *event = of.component;
    const icaltimetype &start = of.start;
    QList<QDate> days{dateOf(start)};
    for (auto *one = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY); one;
         one = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY))
        days << dateOf(icalproperty_get_rdate(one).time);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    icalrecurrencetype rule = property ? icalproperty_get_rrule(property) : icalrecurrencetype();
    if (!property || rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE)
        return days; // of whole days there is nothing more often; looking for 30 February second by second takes hours
    if (start.year > limits::calendarYearMax)
        return days;
    // The library looks for what is past the end, too, and does not tell how far: it is asked for that, so that it counts.
    const icaltimetype until = std::exchange(rule.until, icaltime_null_time());
    const QDate end = icaltime_is_null_time(until) ? QDate(limits::calendarYearMax, 12, 31) : dateOf(until);
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> dates(icalrecur_iterator_new(rule, start),
                                                                                        &icalrecur_iterator_free);
    const int weight = rule.freq == ICAL_YEARLY_RECURRENCE ? 1 : 10; // the library looks at each month, week or day
    int reached = start.year;
    for (int found = 0, looked = 0; looked < limits::calendarLooksMax; ++looked) {
        const QDate day = dates ? dateOf(icalrecur_iterator_next(dates.get())) : QDate();
        if (looked == 0 && !day.isValid()) // the library has searched for centuries: no second one of these
            return of.invalid(
                QT_TRANSLATE_NOOP("Error", "has an event whose repetition cannot be read or never takes place: “%1” of %2"));
        if (!day.isValid())
            break;
        *years -= weight * (day.year() - std::exchange(reached, day.year()));
        if (*years < 0)
            return invalid(QT_TRANSLATE_NOOP("Error", "has events that repeat over too many years, all together"));
        if (day > end || day.year() > limits::calendarYearMax)
            break;
        if (found == limits::calendarRepeatsMax && rule.freq == ICAL_YEARLY_RECURRENCE)
            break; // nobody plans further
        if (found == limits::calendarRepeatsMax)
            return invalid(QT_TRANSLATE_NOOP("Error", "has an event that repeats more than %1 times"),
                           {QString::number(limits::calendarRepeatsMax)});
        found += isInside(day) ? 1 : 0;
        days << day;
    }
    return days;
}

// Marks of direction are not needed to read a name, and no name has them.
QString nameFrom(const char *summary)
{
    return cutTo(onOneLine(QString::fromUtf8(summary).simplified()).remove(QChar::ReplacementCharacter), limits::nameMax);
}

Status addEvent(Days &days, icalcomponent *event, const Moved &moved, int *years)
{
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
        return Done{};
    const QString name = nameFrom(icalcomponent_get_summary(event)); // or of nothing
    const icaltimetype start = icalcomponent_get_dtstart(event);
    if (icaltime_is_null_time(start) || !dateOf(start).isValid()) // 30 February
        return invalid(QT_TRANSLATE_NOOP("Error", "has an event whose day cannot be read: “%1”"), {quoted(name)});
    if (!start.is_date)
        return Done{}; // an appointment
    const FileEvent of{event, start, quoted(name)};
    if (start.year < limits::calendarEventYearMin)
        return of.invalid(QT_TRANSLATE_NOOP("Error", "has an event before the year 1900: “%1” of %2"));
    const qint64 between = dateOf(start).daysTo(dateOf(icalcomponent_get_dtend(event))); // the end is the day after
    if (between < 0)
        return of.invalid(QT_TRANSLATE_NOOP("Error", "has an event that ends before it begins: “%1” of %2"));
    if (between > limits::calendarEventDaysMax)
        return of.invalid(QT_TRANSLATE_NOOP("Error", "has an event that lasts longer than a year: “%1” of %2"));
    const qint64 count = std::max<qint64>(between, 1); // some write the last day itself
    const Result<QList<QDate>> firsts = repeats(of, years);
    if (!firsts)
        return firsts.error();
    const bool standsIn = !icaltime_is_null_time(icalcomponent_get_recurrenceid(event));
    const QSet<QDate> others = standsIn ? QSet<QDate>() : moved.value(icalcomponent_get_uid(event)); // shared, however many
    const QSet<QDate> left = exceptions(event);
    for (const QDate first : *firsts) {
        if (!left.contains(first) && !others.contains(first))
            addDays(days, first, count, name);
    }
    return Done{};
}

bool isCalendar(icalcomponent *component)
{
    return component
        && (icalcomponent_isa(component) == ICAL_XROOT_COMPONENT
            || icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT);
}

void findEvents(std::vector<icalcomponent *> &events, icalcomponent *calendar)
{
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        events.push_back(event);
}

// Byte order mark and blanks before it do not matter, nor does case. It ends with a line feed: behind the last one the library
// takes carriage returns for ends of lines, too.
QByteArray withoutMark(const QByteArray &ics)
{
    return (ics.startsWith("\xEF\xBB\xBF") ? ics.mid(3) : ics).trimmed() + '\n';
}

} // namespace

Result<std::vector<Holiday>> holidaysFrom(const QByteArray &ics)
{
    if (ics.size() > limits::calendarFileBytesMax)
        return makeError(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "a calendar file has at most %1 bytes"),
                         {QString::number(limits::calendarFileBytesMax)});
    const QByteArray text = withoutMark(ics);
    const bool begins = text.left(15).toUpper() == "BEGIN:VCALENDAR";
    const bool looksRight = begins && !text.contains('\0') && isReadable(text);
    const Component root(looksRight ? icalparser_parse_string(text.constData()) : nullptr, &icalcomponent_free);
    if (!isCalendar(root.get()))
        return invalid(QT_TRANSLATE_NOOP("Error", "is no iCalendar text"));
    std::vector<icalcomponent *> events;
    findEvents(events, root.get());
    for (icalcomponent *inner = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); inner;
         inner = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
        findEvents(events, inner);
    Days days;
    const Moved moved = movedDays(events);
    int years = limits::calendarYearsMax;
    for (icalcomponent *event : events) {
        if (const Status status = addEvent(days, event, moved, &years); !status)
            return status.error();
    }
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
