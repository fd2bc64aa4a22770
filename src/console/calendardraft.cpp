// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendardraft.h"

#include "domain/limits.h"
#include "domain/weekdays.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace hmsact::console {

using domain::Calendar;
using domain::DayHours;
using domain::Holiday;

namespace {

QString calendarWord(const char *text) { return QCoreApplication::translate("Calendars", text); }

QString clockText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

// "8" and "8:30" as the domain writes them; what is something else stays, to be refused there.
QString fullClock(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,2})(?:[:.h]([0-9]{2}))?h?$"));
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return typed.trimmed();
    const QString minutes = match.captured(2);
    return match.captured(1).rightJustified(2, u'0') + u':' + (minutes.isEmpty() ? QStringLiteral("00") : minutes);
}

QJsonArray stretchesOf(const QString &typed)
{
    static const QRegularExpression separators(QStringLiteral("[,;]"));
    static const QRegularExpression dashes(QStringLiteral("\\s*[-\u2013\u2014]\\s*"));
    QJsonArray stretches;
    for (const QString &part : typed.split(separators, Qt::SkipEmptyParts)) {
        QStringList ends = part.trimmed().split(dashes);
        for (QString &end : ends)
            end = fullClock(end);
        if (!part.trimmed().isEmpty())
            stretches.append(ends.join(u'-'));
    }
    return stretches;
}

QString dayName(size_t day, QLocale::FormatType form) { return QLocale().dayName(int(day) + 1, form); }

QString dayText(const std::vector<DayHours> &hours)
{
    return hours == std::vector<DayHours>{{0, domain::limits::minutesPerDay}}
        ? calendarWord(QT_TRANSLATE_NOOP("Calendars", "all day"))
        : hoursText(hours);
}

} // namespace

CalendarDraft draftOf(const Calendar &calendar)
{
    CalendarDraft draft{calendar.name, calendar.timeZone, {}, calendar.holidays};
    for (size_t day = 0; day < draft.hours.size(); ++day)
        draft.hours[day] = hoursText(calendar.week[day]);
    return draft;
}

CalendarDraft newDraft()
{
    CalendarDraft draft;
    std::fill_n(draft.hours.begin(), 5, QStringLiteral("09:00–12:00, 13:00–17:00"));
    draft.name = QStringLiteral("x");
    draft.timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (!calendarOf(draft)) // the desk's zone has no name
        draft.timeZone = QStringLiteral("UTC");
    draft.name.clear();
    return draft;
}

domain::Result<Calendar> calendarOf(const CalendarDraft &draft)
{
    QJsonObject hours;
    for (size_t day = 0; day < draft.hours.size(); ++day)
        hours.insert(domain::weekdays[day], stretchesOf(draft.hours[day]));
    Calendar plain;
    plain.name = draft.name.trimmed();
    plain.timeZone = draft.timeZone.trimmed();
    plain.holidays = draft.holidays;
    QJsonObject body = domain::bodyOf(plain);
    body.insert(QStringLiteral("hours"), hours);
    return domain::calendarFrom(body);
}

domain::Result<std::vector<DayHours>> hoursOf(const QString &typed)
{
    if (stretchesOf(typed).isEmpty())
        return std::vector<DayHours>();
    CalendarDraft draft;
    draft.name = QStringLiteral("x");
    draft.timeZone = QStringLiteral("UTC");
    draft.hours[0] = typed;
    const domain::Result<Calendar> calendar = calendarOf(draft);
    return calendar ? domain::Result(calendar->week[0]) : domain::Result<std::vector<DayHours>>(calendar.error());
}

QString hoursText(const std::vector<DayHours> &hours)
{
    QStringList stretches;
    for (const DayHours &one : hours)
        stretches << clockText(one.fromMinute) + QChar(0x2013) + clockText(one.toMinute);
    return stretches.join(QStringLiteral(", "));
}

QString weekText(const Calendar &calendar)
{
    if (domain::isBuiltIn(calendar.name))
        return calendarWord(QT_TRANSLATE_NOOP("Calendars", "Always"));
    QStringList groups;
    for (size_t first = 0; first < calendar.week.size();) {
        size_t last = first;
        while (last + 1 < calendar.week.size() && calendar.week[last + 1] == calendar.week[first])
            ++last;
        const QString days = first == last
            ? dayName(first, QLocale::ShortFormat)
            : dayName(first, QLocale::ShortFormat) + QChar(0x2013) + dayName(last, QLocale::ShortFormat);
        if (!calendar.week[first].empty())
            groups << days + u' ' + dayText(calendar.week[first]);
        first = last + 1;
    }
    return groups.join(QStringLiteral(" · "));
}

static QDate todayIn(const Calendar &calendar, qint64 nowMs)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs, QTimeZone(calendar.timeZone.toLatin1())).date();
}

QStringList daysAhead(const Calendar &calendar, qint64 nowMs, int days)
{
    QStringList lines;
    const QDate today = todayIn(calendar, nowMs);
    for (int i = 0; i < days; ++i) {
        const QDate date = today.addDays(i);
        const auto holiday = std::ranges::find(calendar.holidays, date, &Holiday::date);
        const std::vector<DayHours> &hours = calendar.week[size_t(date.dayOfWeek() - 1)];
        QString what = hours.empty() ? calendarWord(QT_TRANSLATE_NOOP("Calendars", "free")) : dayText(hours);
        if (holiday != calendar.holidays.end())
            what = holiday->name.isEmpty() ? calendarWord(QT_TRANSLATE_NOOP("Calendars", "closed"))
                                           : calendarWord(QT_TRANSLATE_NOOP("Calendars", "closed: %1")).arg(holiday->name);
        lines << QStringLiteral("%1\t%2").arg(QLocale().toString(date, QStringLiteral("dddd d MMM")), what);
    }
    return lines;
}

const Holiday *nextHoliday(const Calendar &calendar, qint64 nowMs)
{
    const auto next = std::ranges::lower_bound(calendar.holidays, todayIn(calendar, nowMs), {}, &Holiday::date);
    return next == calendar.holidays.end() ? nullptr : &*next;
}

} // namespace hmsact::console
