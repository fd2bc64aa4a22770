// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/holidayfile.h"

#include "domain/limits.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace hmsact::holidayfile_test {

using namespace hmsact::domain;
using hmsact::engine::holidaysFrom;
using namespace Qt::StringLiterals;

namespace {

QByteArray file(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray allDay(const QByteArray &lines) { return "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\n"; }

QString told(const Result<std::vector<Holiday>> &read)
{
    if (!read)
        return read.error().detail.english();
    QStringList days;
    for (const Holiday &holiday : *read)
        days << holiday.date.toString(Qt::ISODate) + u' ' + holiday.name;
    return days.join(u", ");
}

} // namespace

class HolidayFileTest : public QObject
{
    Q_OBJECT

private slots:
    void wholeDays();
    void severalDaysAndRepeats();
    void repeatsHaveExceptions();
    void repeatsOfLongAgo();
    void repeatsWithoutEnd();
    void marksAndCaseDoNotMatter();
    void namesAreAsCalendarsTakeThem();
    void foldedLines();
    void appointmentsAreNoHolidays();
    void nonsense();
    void tooMuch();
    void linesWithoutEnd();
    void aDayThatNeverComes();
    void aSeriesThatEndsBeforeItBegins();
    void daysOfLongAgo();
    void daysThatCannotBeKept();
    void manyYears();
    void anyBytes();
    void merging();
};

void HolidayFileTest::wholeDays()
{
    const QByteArray christmas =
        allDay("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\nSUMMARY:Christmas\\, Day\r\n");
    const QByteArray newYear = allDay("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\r\n");
    QCOMPARE(told(holidaysFrom(file(christmas + newYear))), u"2026-01-01 New Year, 2026-12-25 Christmas, Day"_s);
}

void HolidayFileTest::severalDaysAndRepeats()
{
    QCOMPARE(
        told(holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20261231\r\nSUMMARY:Closed\r\n")))),
        u"2026-12-28 Closed, 2026-12-29 Closed, 2026-12-30 Closed"_s);
    QCOMPARE(
        told(holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20260704\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:Fourth\r\n")))),
        u"2026-07-04 Fourth, 2027-07-04 Fourth, 2028-07-04 Fourth"_s);
    const auto endless = holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20260704\r\nRRULE:FREQ=YEARLY\r\n")));
    QCOMPARE(endless->size(), size_t(limits::calendarRepeatsMax));
}

void HolidayFileTest::repeatsHaveExceptions()
{
    const QByteArray yearly = "DTSTART;VALUE=DATE:20260704\r\nSUMMARY:Fourth\r\nRRULE:FREQ=YEARLY;COUNT=3\r\n";
    QCOMPARE(told(holidaysFrom(file(allDay(yearly + "EXDATE;VALUE=DATE:20270704\r\nRDATE;VALUE=DATE:20260705\r\n")))),
             u"2026-07-04 Fourth, 2026-07-05 Fourth, 2028-07-04 Fourth"_s);
    const QByteArray moved = "RECURRENCE-ID;VALUE=DATE:20270704\r\nDTSTART;VALUE=DATE:20270705\r\nSUMMARY:Observed\r\n";
    QCOMPARE(told(holidaysFrom(file(allDay(yearly) + allDay(moved)))),
             u"2026-07-04 Fourth, 2027-07-05 Observed, 2028-07-04 Fourth"_s);
    QCOMPARE(told(holidaysFrom(file(allDay(yearly) + allDay(moved + "STATUS:CANCELLED\r\n")))),
             u"2026-07-04 Fourth, 2028-07-04 Fourth"_s);
}

void HolidayFileTest::repeatsOfLongAgo()
{
    const auto old = holidaysFrom(file(allDay("DTSTART;VALUE=DATE:19000704\r\nRRULE:FREQ=YEARLY\r\n")));
    QVERIFY(old);
    QCOMPARE(old->front().date.year(), limits::calendarYearMin);
    QCOMPARE(old->size(), size_t(limits::calendarRepeatsMax));
}

void HolidayFileTest::repeatsWithoutEnd()
{
    QCOMPARE(told(holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20240105\r\nRRULE:FREQ=WEEKLY\r\n")))),
             u"has an event that repeats more than 100 times"_s);
}

void HolidayFileTest::marksAndCaseDoNotMatter()
{
    const QByteArray christmas = file(allDay("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n"));
    QCOMPARE(told(holidaysFrom("\xEF\xBB\xBF" + christmas)), u"2026-12-25 Christmas"_s);
    QByteArray lower = christmas;
    lower.replace("BEGIN:", "begin:").replace("VCALENDAR", "vcalendar").replace("END:", "end:");
    QCOMPARE(told(holidaysFrom(lower)), u"2026-12-25 Christmas"_s);
}

// Files in Hebrew and Arabic have marks of direction; a calendar refuses them.
void HolidayFileTest::namesAreAsCalendarsTakeThem()
{
    const auto called = [](const QString &summary) {
        return holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:" + summary.toUtf8() + "\r\n")))->at(0).name;
    };
    QCOMPARE(called(u"\u202bחג\u202c \u2067א\u2069"_s), u"חג א"_s);
    QVERIFY(called(u'x' + u"😀"_s.repeated(limits::nameMax)).isValidUtf16());
}

// A long line goes on behind a blank: what stands there begins and ends nothing, and what is one line only when it is unfolded
// does.
void HolidayFileTest::foldedLines()
{
    const QByteArray day = "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n";
    for (const char *note : {"Office closed.\r\n  End: 5 pm\r\n", "See below.\n\tBegin: 8 am\n", "X\r\n END:VEVENT\r\n"})
        QCOMPARE(told(holidaysFrom(file(allDay(day + "DESCRIPTION:" + note)))), u"2026-12-25 Christmas"_s);
    QCOMPARE(told(holidaysFrom(file("BEGI\r\n N:VEVENT\r\nUID:1\r\n" + day + "EN\n\tD:VEVENT\r\n"))),
             u"2026-12-25 Christmas"_s);
    QCOMPARE(told(holidaysFrom(
                 file(QByteArray("BEGI\r\n N:VEVENT\r\n").repeated(20) + QByteArray("EN\r\n D:VEVENT\r\n").repeated(20)))),
             u"is no iCalendar text"_s);
}

void HolidayFileTest::appointmentsAreNoHolidays()
{
    QCOMPARE(told(holidaysFrom(file(allDay("DTSTART:20261225T100000Z\r\nDTEND:20261225T110000Z\r\nSUMMARY:Call\r\n")))),
             u"has no holidays: no events of whole days"_s);
}

void HolidayFileTest::nonsense()
{
    for (const QByteArray &text :
         {QByteArray(), QByteArray("hello"), QByteArray("{}"), QByteArray("BEGIN:VEVENT\r\nEND:VEVENT\r\n"),
          QByteArray("%PDF-1.4"), file("END:VEVENT\r\n"), file(QByteArray("BEGIN:VEVENT\r\n").repeated(20)),
          QByteArray("BEGIN:VCALENDAR\0x", 17)})
        QCOMPARE(holidaysFrom(text).error().fields.front().pointer, u"/ics"_s);
    QVERIFY(!holidaysFrom("BEGIN:VCALENDAR\r\n"));
    QVERIFY(!holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20261399\r\n"))));
}

void HolidayFileTest::tooMuch()
{
    QByteArray large = file({});
    large.append(QByteArray(limits::calendarFileBytesMax, ' '));
    QCOMPARE(holidaysFrom(large).error().code, ErrorCode::TooLarge);
    QByteArray many;
    for (int i = 0; i <= limits::holidaysMax; ++i)
        many += allDay("DTSTART;VALUE=DATE:" + QDate(2000, 1, 1).addDays(i).toString(u"yyyyMMdd").toLatin1() + "\r\n");
    QCOMPARE(told(holidaysFrom(file(many))), u"has more than 2000 holidays"_s);
}

// The library looks through all of a line for each of its parameters: a quarter of an hour for one of two MiB.
void HolidayFileTest::linesWithoutEnd()
{
    const QByteArray day = "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n";
    const auto with = [&](const QByteArray &line) {
        return told(holidaysFrom(file(allDay(day + line + "\r\n"))));
    };
    for (const QByteArray &many : {QByteArray(";P=1"), QByteArray(";P=\":\""), QByteArray(";P=\"\\\":\""),
                                   QByteArray("\r\n ;P=1"), QByteArray(";P=\\:"), QByteArray(";P")}) {
        QCOMPARE(with("X-A" + many.repeated(500) + ":v"), u"is no iCalendar text"_s);
        QCOMPARE(with("DTSTART;TZID=GMT+05:30" + many.repeated(500) + ":v"), u"is no iCalendar text"_s);
        QCOMPARE(with("X-A" + many.repeated(5) + ":v"), u"2026-12-25 Christmas"_s);
    }
    QCOMPARE(with("X-ALT-DESC;FMTTYPE=text/html:" + QByteArray("&nbsp;").repeated(500)), u"2026-12-25 Christmas"_s);
}

void HolidayFileTest::aDayThatNeverComes()
{
    const QByteArray day = allDay("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:x\r\n"
                                  "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n");
    QCOMPARE(told(holidaysFrom(file(day))), u"2026-01-01 x"_s);
    for (const QByteArray often : {"YEARLY", "MONTHLY", "DAILY"}) {
        const QByteArray never =
            "DTSTART;VALUE=DATE:20260101\r\nSUMMARY:Leap\r\nRRULE:FREQ=" + often + ";BYMONTH=2;BYMONTHDAY=30\r\n";
        QCOMPARE(told(holidaysFrom(file(allDay(never).repeated(1000)))),
                 u"has an event whose repetition cannot be read or never takes place: “Leap” of 2026-01-01"_s);
    }
}

// What a calendar program leaves of a series from which somebody has split all that follows.
void HolidayFileTest::aSeriesThatEndsBeforeItBegins()
{
    const QByteArray day = allDay("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:x\r\nRRULE:FREQ=YEARLY;UNTIL=20251231\r\n");
    QCOMPARE(told(holidaysFrom(file(day))), u"2026-01-01 x"_s);
}

void HolidayFileTest::daysOfLongAgo()
{
    const QByteArray day = allDay("DTSTART;VALUE=DATE:18991231\r\nSUMMARY:Old\r\nRRULE:FREQ=YEARLY\r\n");
    QCOMPARE(told(holidaysFrom(file(day))), u"has an event before the year 1900: “Old” of 1899-12-31"_s);
    const QByteArray first = allDay("DTSTART;VALUE=DATE:00010101\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29\r\n");
    QVERIFY(!holidaysFrom(file(first)));
}

// Beside one that can: nothing is left out or cut off in silence.
void HolidayFileTest::daysThatCannotBeKept()
{
    const auto with = [](const QByteArray &lines) {
        return told(holidaysFrom(file(allDay("DTSTART;VALUE=DATE:20261225\r\n") + allDay(lines + "\r\nSUMMARY:Odd\r\n"))));
    };
    for (const char *day : {"DTSTART;VALUE=DATE:20261132", "DTSTART;VALUE=DATE:20270230", "DESCRIPTION:none"})
        QCOMPARE(with(day), u"has an event whose day cannot be read: “Odd”"_s);
    for (const char *end : {"DTEND;VALUE=DATE:20290101", "DURATION:P400D"})
        QCOMPARE(with(QByteArray("DTSTART;VALUE=DATE:20270101\r\n") + end),
                 u"has an event that lasts longer than a year: “Odd” of 2027-01-01"_s);
    QCOMPARE(with("DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270101"),
             u"has an event that ends before it begins: “Odd” of 2027-01-05"_s);
}

// Each of these is sparse enough to be taken, and costs the library up to a fifth of a second: also what comes after the end.
void HolidayFileTest::manyYears()
{
    const QByteArray leap = allDay("DTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29\r\n");
    QVERIFY(holidaysFrom(file(leap.repeated(2))));
    const QByteArray ended = allDay("DTSTART;VALUE=DATE:20440229\r\n"
                                    "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;UNTIL=20440301\r\n");
    QCOMPARE(told(holidaysFrom(file(ended))), u"2044-02-29 "_s);
    QVERIFY(!holidaysFrom(file(ended.repeated(10'000))));
    QCOMPARE(told(holidaysFrom(file(leap.repeated(100)))), u"has events that repeat over too many years, all together"_s);
}

void HolidayFileTest::anyBytes() // must answer, whatever it is
{
    std::mt19937 chance(7);
    const QByteArray good = file(allDay("DTSTART;VALUE=DATE:20260704\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:Fourth\r\n"));
    for (int i = 0; i < 500; ++i) {
        QByteArray bad = good;
        for (int change = 0; change < 3; ++change)
            bad[qsizetype(chance() % size_t(bad.size()))] = char(chance());
        (void)holidaysFrom(bad);
        (void)holidaysFrom(good.left(qsizetype(chance() % size_t(good.size()))));
    }
}

void HolidayFileTest::merging()
{
    Calendar calendar;
    calendar.holidays = {{QDate(2026, 1, 1), u"old"_s}, {QDate(2026, 5, 1), u"May"_s}};
    const Calendar more =
        hmsact::engine::withHolidays(calendar, {{QDate(2026, 3, 1), u"new"_s}, {QDate(2026, 1, 1), u"New Year"_s}});
    QCOMPARE(more.holidays,
             (std::vector<Holiday>{
                 {QDate(2026, 1, 1), u"New Year"_s}, {QDate(2026, 3, 1), u"new"_s}, {QDate(2026, 5, 1), u"May"_s}}));
}

HMSACT_TEST(HolidayFileTest)

} // namespace hmsact::holidayfile_test

#include "holidayfile.moc"
