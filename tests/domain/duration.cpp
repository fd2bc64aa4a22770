// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duration.h"

#include "domain/limits.h"
#include "support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

namespace hmsact::duration_test {

using namespace hmsact::domain;
using namespace hmsact::domain::limits;

class DurationTest : public QObject
{
    Q_OBJECT

private slots:
    void goodOnesAreRead_data();
    void goodOnesAreRead();
    void badOnesAreRefused_data();
    void badOnesAreRefused();
    void theErrorNamesTheField();
    void writing_data();
    void writing();
    void whatIsWrittenIsReadBack();
    void noTextIsReadBeyondTheBounds();
};

void DurationTest::goodOnesAreRead_data()
{
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) {
        QTest::newRow(text) << ms;
    };
    row("90s", 90 * msPerSecond);
    row("15m", 15 * msPerMinute);
    row("2h", 2 * msPerHour);
    row("48h", 48 * msPerHour);
    row("3d", 3 * msPerDay);
    row("1w", 7 * msPerDay);
    row("1h30m", 90 * msPerMinute);
    row("1w2d3h4m5s", 9 * msPerDay + 3 * msPerHour + 4 * msPerMinute + 5 * msPerSecond);
    row("0h5m", 5 * msPerMinute);
    row("007s", 7 * msPerSecond);
    row("PT2H", 2 * msPerHour);
    row("P1DT12H", 36 * msPerHour);
    row("PT1H30M5S", 90 * msPerMinute + 5 * msPerSecond);
    row("P2W", 14 * msPerDay);
    row("P3D", 3 * msPerDay);
    row("3660d", durationMaxMs);
    row("P3660D", durationMaxMs);
}

void DurationTest::goodOnesAreRead()
{
    QFETCH(qint64, ms);
    const auto parsed = parseDuration(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(parsed.ok());
    QCOMPARE(*parsed, ms);
}

void DurationTest::badOnesAreRefused_data()
{
    QTest::addColumn<QString>("why");
    const QString unreadable = QStringLiteral("is no duration");
    const QString zero = QStringLiteral("longer than zero");
    const QString long_ = QStringLiteral("longer than ten years");
    for (const char *text :
         {"",      "-",    "s",    "2",     "2x",      "2 h", " 2h",  "2h ",   "+2h",  "1.5h",   "1,5h", "1h2h",
          "30m1h", "1hh",  "2H",   "P",     "PT",      "PT2", "P1DT", "P1Y",   "P1M",  "PT1.5H", "P2H",  "PT2D",
          "pt2h",  "P-1D", "--1h", "1h-1m", "\u0662h", "٣d",  "1e3s", "0x10s", "2h\n", "NaN",    "∞"}) {
        QTest::newRow(*text ? text : "empty") << unreadable;
    }
    for (const char *text : {"0s", "0m", "0w0d0h0m0s", "PT0S", "P0D", "-5m", "-PT1H", "-0s"}) {
        QTest::newRow(text) << zero;
    }
    for (const char *text : {"3661d", "3660d1s", "P3660DT1S", "523w", "99999999999999999999999999999999w",
                             "9223372036854775807s", "9223372036854775808s", "18446744073709551617s"}) {
        QTest::newRow(text) << long_;
    }
}

void DurationTest::badOnesAreRefused()
{
    QFETCH(QString, why);
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    const auto parsed = parseDuration(tag == u"empty" ? QString() : tag);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, ErrorCode::Invalid);
    QVERIFY2(parsed.error().detail.english().contains(why), qPrintable(parsed.error().detail.english()));
}

void DurationTest::theErrorNamesTheField()
{
    const auto parsed = parseDuration(QString(100'000, u'9'), QStringLiteral("/tasks/2/sla"));
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().fields.size(), size_t(1));
    QCOMPARE(parsed.error().fields[0].pointer, QStringLiteral("/tasks/2/sla"));
    QVERIFY(parsed.error().detail.english().size() < 200); // does not carry back everything that was sent
}

void DurationTest::writing_data()
{
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) {
        QTest::newRow(text) << ms;
    };
    row("1h30m", 5'400'000);
    row("2d", 48 * msPerHour);
    row("1d12h", 36 * msPerHour);
    row("2w", 14 * msPerDay);
    row("10d", 10 * msPerDay);
    row("1m30s", 90'000);
    row("2s", 1'500);
    row("0s", 0);
    row("3660d", durationMaxMs);
}

void DurationTest::writing()
{
    QFETCH(qint64, ms);
    QCOMPARE(formatDuration(ms), QString::fromUtf8(QTest::currentDataTag()));
}

void DurationTest::whatIsWrittenIsReadBack()
{
    QVERIFY(rc::check("parseDuration(formatDuration(x)) == x", [] {
        const qint64 ms = *rc::gen::inRange<qint64>(1, durationMaxMs / msPerSecond + 1) * msPerSecond;
        const auto parsed = parseDuration(formatDuration(ms));
        RC_ASSERT(parsed.ok());
        RC_ASSERT(*parsed == ms);
    }));
}

void DurationTest::noTextIsReadBeyondTheBounds()
{
    const auto character = rc::gen::elementOf(std::string("0123456789wdhmsPTWDHMS-"));
    QVERIFY(rc::check("whatever is read is longer than zero and within the limit", [&] {
        const auto text = *rc::gen::container<std::string>(character);
        const auto parsed = parseDuration(QString::fromStdString(text));
        const bool bounded = !parsed.ok() || (*parsed > 0 && *parsed <= durationMaxMs);
        RC_ASSERT(bounded);
    }));
}

HMSACT_TEST(DurationTest)

} // namespace hmsact::duration_test

#include "duration.moc"
