// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workingtime.h"

#include "domain/codec.h"
#include "domain/limits.h"
#include "support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

namespace hmsact::workingtime_test {

using namespace hmsact::domain;
using limits::msPerHour;
using limits::msPerMinute;

namespace {

Calendar office(const char *zone)
{
    Calendar calendar;
    calendar.name = QStringLiteral("office");
    calendar.timeZone = QString::fromLatin1(zone);
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    return calendar;
}

Calendar nights(const char *zone) // when clocks are changed
{
    Calendar calendar = office(zone);
    calendar.week.fill({{0, 6 * 60}});
    return calendar;
}

qint64 at(const char *text) { return *parseTime(QString::fromLatin1(text)); }
QString told(std::optional<qint64> atMs) { return atMs ? formatTime(*atMs).left(16) : QStringLiteral("never"); }

Calendar anyCalendar()
{
    Calendar calendar = office(*rc::gen::element("America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
                                                 "Europe/Dublin", "Pacific/Apia", "America/Asuncion", "UTC"));
    for (auto &day : calendar.week) {
        day.clear();
        int minute = *rc::gen::inRange(0, 600);
        for (int left = *rc::gen::inRange(0, 4); left > 0 && minute < 1380; --left) {
            const int to = std::min(1440, minute + *rc::gen::inRange(1, 500));
            day.push_back({minute, to});
            minute = to + *rc::gen::inRange(0, 90);
        }
    }
    calendar.week[2] = {{0, 1440}};
    if (*rc::gen::arbitrary<bool>())
        calendar.holidays.push_back({QDate(2026, 3, 11), {}});
    return calendar;
}

qint64 anyInstant() { return *rc::gen::inRange(at("2025-09-01T00:00:00Z"), at("2027-12-31T00:00:00Z")); }

// Minute by minute, by another way than the class: through QDateTime.
qint64 counted(const Calendar &calendar, qint64 fromMs, qint64 toMs)
{
    const QTimeZone zone(calendar.timeZone.toLatin1());
    qint64 workMs = 0;
    for (qint64 ms = fromMs; ms < toMs; ms += msPerMinute) {
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(ms, zone);
        const int minute = wall.time().hour() * 60 + wall.time().minute();
        const bool free = std::ranges::any_of(calendar.holidays, [&](const Holiday &h) { return h.date == wall.date(); });
        for (const DayHours &h : calendar.week[size_t(wall.date().dayOfWeek() - 1)])
            workMs += !free && h.fromMinute <= minute && minute < h.toMinute ? msPerMinute : 0;
    }
    return workMs;
}

} // namespace

class WorkingTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void thePromiseOfTheText();
    void breaksAndHolidays();
    void whatTheClockSkipsAndRepeats();
    void farAwayAndNever();
    void stretches();
    void alwaysIsPlainTime();
    void thereAndBack();
    void piecesAddUp();
    void agreesWithCountingMinutes();
};

void WorkingTimeTest::thePromiseOfTheText()
{
    Calendar calendar = office("America/New_York");
    for (auto &day : calendar.week)
        day = day.empty() ? day : std::vector<DayHours>{{9 * 60, 18 * 60}};
    const WorkingTime work(calendar);
    // "4h" from Friday 16:00 ends Monday 11:00.
    QCOMPARE(told(work.after(at("2026-11-20T16:00:00-05:00"), 4 * msPerHour)), QStringLiteral("2026-11-23T16:00"));
    QCOMPARE(told(work.before(at("2026-11-23T11:00:00-05:00"), 4 * msPerHour)), QStringLiteral("2026-11-20T21:00"));
    QCOMPARE(told(work.after(at("2026-11-20T16:00:00-05:00"), 2 * msPerHour)),
             QStringLiteral("2026-11-20T23:00")); // not Monday
}

void WorkingTimeTest::breaksAndHolidays()
{
    Calendar calendar = office("UTC");
    calendar.holidays = {{QDate(2026, 12, 25), QStringLiteral("Christmas")}};
    const WorkingTime work(calendar);
    QCOMPARE(told(work.after(at("2026-12-24T11:00:00Z"), 2 * msPerHour)), QStringLiteral("2026-12-24T14:00"));
    QCOMPARE(told(work.after(at("2026-12-24T16:00:00Z"), 2 * msPerHour)), QStringLiteral("2026-12-28T10:00"));
    QCOMPARE(told(work.before(at("2026-12-28T10:00:00Z"), 2 * msPerHour)), QStringLiteral("2026-12-24T16:00"));
    QCOMPARE(work.between(at("2026-12-24T16:00:00Z"), at("2026-12-28T10:00:00Z")), 2 * msPerHour);
    QCOMPARE(work.between(at("2026-12-28T10:00:00Z"), at("2026-12-24T16:00:00Z")), 0);
    QCOMPARE(told(work.after(at("2026-12-26T10:00:00Z"), 0)), QStringLiteral("2026-12-26T10:00"));
}

void WorkingTimeTest::whatTheClockSkipsAndRepeats()
{
    const WorkingTime work(nights("America/New_York")); // 00:00 to 06:00
    QCOMPARE(work.between(at("2026-03-08T00:00:00-05:00"), at("2026-03-09T00:00:00-04:00")), 5 * msPerHour);
    QCOMPARE(work.between(at("2026-11-01T00:00:00-04:00"), at("2026-11-02T00:00:00-05:00")), 7 * msPerHour);
    QCOMPARE(told(work.after(at("2026-03-08T01:00:00-05:00"), 2 * msPerHour)), QStringLiteral("2026-03-08T08:00"));
    QCOMPARE(told(work.after(at("2026-11-01T01:00:00-04:00"), 2 * msPerHour)), QStringLiteral("2026-11-01T07:00"));
    Calendar brief = nights("America/New_York");
    brief.week.fill({{90, 120}}); // 01:30 to 02:00, which comes twice that night
    QCOMPARE(WorkingTime(brief).between(at("2026-11-01T00:00:00-04:00"), at("2026-11-02T00:00:00-05:00")), msPerHour);
    brief.week.fill({{120, 180}}); // 02:00 to 03:00, which does not come that night
    QCOMPARE(WorkingTime(brief).between(at("2026-03-08T00:00:00-05:00"), at("2026-03-09T00:00:00-04:00")), 0);
    // Samoa went over the date line: that Friday was not.
    QCOMPARE(WorkingTime(office("Pacific/Apia")).between(at("2011-12-26T00:00:00-10:00"), at("2012-01-02T00:00:00+14:00")),
             4 * 7 * msPerHour);
}

void WorkingTimeTest::farAwayAndNever()
{
    Calendar rare = office("America/New_York");
    rare.week.fill({});
    rare.week[0] = {{0, 60}};
    const WorkingTime work(rare);
    const qint64 start = at("2026-01-01T00:00:00Z");
    QCOMPARE(work.between(start, *work.after(start, 2000 * msPerHour)), 2000 * msPerHour); // 38 years
    QVERIFY(!work.after(start, limits::durationMaxMs));
    QVERIFY(!work.before(start, limits::durationMaxMs));
}

void WorkingTimeTest::stretches()
{
    const WorkingTime work(office("UTC"));
    const auto spans = work.spans(at("2026-11-20T16:00:00Z"), at("2026-11-23T12:30:00Z"), 10);
    const std::vector<Span> expected{{at("2026-11-20T16:00:00Z"), at("2026-11-20T17:00:00Z")},
                                     {at("2026-11-23T09:00:00Z"), at("2026-11-23T12:00:00Z")}};
    QCOMPARE(spans, expected);
    QCOMPARE(work.spans(at("2026-11-20T16:00:00Z"), at("2026-11-23T12:30:00Z"), 1).size(), size_t(1));
}

void WorkingTimeTest::alwaysIsPlainTime()
{
    QCOMPARE(WorkingTime().after(5, 7), std::optional<qint64>(12));
    QCOMPARE(WorkingTime(builtInCalendar()).before(12, 7), std::optional<qint64>(5));
    QCOMPARE(WorkingTime().between(5, 12), 7);
    QVERIFY(WorkingTime(builtInCalendar()).isAlways() && !WorkingTime(office("UTC")).isAlways());
}

void WorkingTimeTest::thereAndBack()
{
    QVERIFY(rc::check("after() and before() are exact, the earliest and the latest", [] {
        const WorkingTime work(anyCalendar());
        const qint64 start = anyInstant();
        const qint64 workMs = *rc::gen::inRange<qint64>(1, 200 * msPerHour);
        const qint64 end = *work.after(start, workMs);
        RC_ASSERT(work.between(start, end) == workMs);
        RC_ASSERT(work.between(start, end - 1) == workMs - 1);
        const qint64 back = *work.before(end, workMs);
        RC_ASSERT(back >= start);
        RC_ASSERT(work.between(back, end) == workMs);
        RC_ASSERT(work.between(back + 1, end) == workMs - 1);
        RC_ASSERT(*work.after(back, workMs) == end);
    }));
}

void WorkingTimeTest::piecesAddUp()
{
    QVERIFY(rc::check("between() of two neighbours is that of both", [] {
        const WorkingTime work(anyCalendar());
        std::array<qint64, 3> t{anyInstant(), anyInstant(), anyInstant()};
        std::ranges::sort(t);
        RC_ASSERT(work.between(t[0], t[1]) + work.between(t[1], t[2]) == work.between(t[0], t[2]));
        RC_ASSERT(work.between(t[0], t[1]) <= t[1] - t[0]);
        qint64 sum = 0;
        for (const Span &span : work.spans(t[0], t[1], 10'000))
            sum += span.toMs - span.fromMs;
        RC_ASSERT(sum == work.between(t[0], t[1]));
    }));
}

void WorkingTimeTest::agreesWithCountingMinutes()
{
    QVERIFY(rc::check("between() counts the minutes the wall shows", [] {
        const Calendar calendar = anyCalendar();
        const char *change = *rc::gen::element("2026-03-08T00:00:00Z", "2026-11-01T00:00:00Z", "2026-04-04T12:00:00Z",
                                               "2026-10-25T00:00:00Z", "2026-10-03T12:00:00Z");
        const qint64 from = at(change) - *rc::gen::inRange(0, 2000) * msPerMinute;
        const qint64 to = from + *rc::gen::inRange(0, 4000) * msPerMinute;
        RC_ASSERT(WorkingTime(calendar).between(from, to) == counted(calendar, from, to));
    }));
}

HMSACT_TEST(WorkingTimeTest)

} // namespace hmsact::workingtime_test

#include "workingtime.moc"
