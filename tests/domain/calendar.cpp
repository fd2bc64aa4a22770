// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"

#include "domain/codec.h"
#include "domain/limits.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::calendar_test {

using namespace hmsact::domain;

namespace {

QJsonObject body(const QByteArray &json) { return *parseObject(json); }

constexpr const char *good = R"({"name": "office", "time_zone": "America/New_York",
    "hours": {"monday": ["09:00-12:00", "13:00-17:00"], "sunday": ["00:00-24:00"]},
    "holidays": [{"date": "2026-12-25", "name": "Christmas"}, {"date": "2026-01-01"}]})";

QString pointers(const Result<Calendar> &read)
{
    QStringList list;
    if (!read) {
        for (const FieldError &field : read.error().fields)
            list << field.pointer;
    }
    return list.join(u' ');
}

QString pointersWith(const QByteArray &name, const QByteArray &json) // the good one with one field changed
{
    QJsonObject changed = body(good);
    changed.insert(QString::fromLatin1(name), body(json).value(QLatin1StringView("v")));
    return pointers(calendarFrom(changed));
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsReadIsWritten();
    void badFieldsAreNamed_data();
    void badFieldsAreNamed();
    void nothingAtAll();
    void theNameOfThePath();
    void absurdCounts();
    void theBuiltInOne();
};

void CalendarTest::whatIsReadIsWritten()
{
    const Result<Calendar> read = calendarFrom(body(good));
    QVERIFY(read.ok());
    QCOMPARE(read->week[0], (std::vector<DayHours>{{540, 720}, {780, 1020}}));
    QCOMPARE(read->week[6], (std::vector<DayHours>{{0, 1440}}));
    QVERIFY(read->week[1].empty());
    QCOMPARE(read->holidays.front().date, QDate(2026, 1, 1)); // in order
    const Result<Calendar> again = calendarFrom(bodyOf(*read));
    QVERIFY(again.ok() && *again == *read);
}

void CalendarTest::badFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *tag, const char *field, const char *value, const char *expected) {
        QTest::newRow(tag) << QByteArray(field) << QByteArray(value) << QString::fromLatin1(expected);
    };
    row("no zone like it", "time_zone", R"({"v": "Mars/Olympus"})", "/time_zone");
    row("not a zone", "time_zone", R"({"v": "../../etc/passwd"})", "/time_zone");
    row("a rule", "time_zone", R"({"v": "EST5EDT4"})", "/time_zone");
    row("an offset", "time_zone", R"({"v": "UTC+03:00"})", "/time_zone");
    row("a short offset", "time_zone", R"({"v": "UTC+3"})", "/time_zone");
    row("leap seconds", "time_zone", R"({"v": "right/Europe/Paris"})", "/time_zone");
    row("no hours", "hours", R"({"v": {}})", "/hours");
    row("empty days", "hours", R"({"v": {"monday": []}})", "/hours");
    row("no day like it", "hours", R"({"v": {"mon": ["09:00-10:00"]}})", "/hours/mon");
    row("negative", "hours", R"({"v": {"monday": ["10:00-09:00"]}})", "/hours/monday/0");
    row("nothing", "hours", R"({"v": {"monday": ["10:00-10:00"]}})", "/hours/monday/0");
    row("overlap", "hours", R"({"v": {"monday": ["09:00-12:00", "11:59-13:00"]}})", "/hours/monday/1");
    row("order", "hours", R"({"v": {"monday": ["13:00-14:00", "09:00-10:00"]}})", "/hours/monday/1");
    row("no time", "hours", R"({"v": {"friday": ["9-17"]}})", "/hours/friday/0");
    row("minute 60", "hours", R"({"v": {"friday": ["09:60-17:00"]}})", "/hours/friday/0");
    row("past midnight", "hours", R"({"v": {"friday": ["09:00-24:01"]}})", "/hours/friday/0");
    row("numbers", "hours", R"({"v": {"friday": [9, 17]}})", "/hours/friday/0 /hours/friday/1");
    row("no date", "holidays", R"({"v": [{"date": "2026-02-30"}]})", "/holidays/0/date");
    row("date with time", "holidays", R"({"v": [{"date": "2026-02-03T00:00:00Z"}]})", "/holidays/0/date");
    row("far date", "holidays", R"({"v": [{"date": "9999-01-01"}]})", "/holidays/0/date");
    row("twice", "holidays", R"({"v": [{"date": "2026-02-03"}, {"date": "2026-02-03"}]})", "/holidays/1");
    row("a text", "holidays", R"({"v": ["2026-02-03"]})", "/holidays/0");
    row("slash", "name", R"({"v": "a/b"})", "/name");
    row("unknown", "colour", R"({"v": "red"})", "/colour");
}

void CalendarTest::badFieldsAreNamed()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    QCOMPARE(pointersWith(field, value), expected);
}

void CalendarTest::nothingAtAll() { QCOMPARE(pointers(calendarFrom({})), QStringLiteral("/name /time_zone /hours")); }

void CalendarTest::theNameOfThePath()
{
    QJsonObject unnamed = body(good);
    unnamed.remove(QLatin1StringView("name"));
    QCOMPARE(calendarFrom(unnamed, QStringLiteral("shift"))->name, QStringLiteral("shift"));
    QCOMPARE(pointers(calendarFrom(body(good), QStringLiteral("shift"))), QStringLiteral("/name"));
}

void CalendarTest::absurdCounts()
{
    QJsonObject many = body(good);
    QJsonArray holidays;
    for (int i = 0; i <= limits::holidaysMax; ++i)
        holidays.append(QJsonObject{{QStringLiteral("date"), QDate(1990, 1, 1).addDays(i).toString(Qt::ISODate)}});
    many.insert(QStringLiteral("holidays"), holidays);
    QCOMPARE(pointers(calendarFrom(many)), QStringLiteral("/holidays"));
    holidays.removeLast();
    many.insert(QStringLiteral("holidays"), holidays);
    QVERIFY(calendarFrom(many).ok());
}

void CalendarTest::theBuiltInOne()
{
    QVERIFY(isBuiltIn({}) && isBuiltIn(QStringLiteral("24x7")) && !isBuiltIn(QStringLiteral("office")));
    const Result<Calendar> read = calendarFrom(bodyOf(builtInCalendar()));
    QVERIFY(read.ok() && *read == builtInCalendar());
    QCOMPARE(toJson(builtInCalendar()).value(QLatin1StringView("built_in")), QJsonValue(true));
}

HMSACT_TEST(CalendarTest)

} // namespace hmsact::calendar_test

#include "calendar.moc"
