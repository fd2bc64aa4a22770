// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkcase.h"
#include "support/testprogram.h"

#include <QLocale>
#include <QTest>

namespace hmsact::clerktime_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// More time, given by the page of a link, and taken back there.
class ClerkTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void moreTimeIsTakenBack_data();
    void moreTimeIsTakenBack();
    void onlyForAWhile();
    void aDayMoreIsAWorkingDay_data();
    void aDayMoreIsAWorkingDay();
    void whatIsNoTimeChangesNothing_data();
    void whatIsNoTimeChangesNothing();
    void whatIsDueBeforeIsSaid();
    void theLinksOfATaskArePages();
    void aLinkIsKeptAsLongAsItsTaskGoesOn();
};

static const QByteArray offer = "I do not need the extra time after all";

void ClerkTimeTest::moreTimeIsTakenBack_data()
{
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("an offer") << false;
    QTest::newRow("what she held") << true;
}

void ClerkTimeTest::moreTimeIsTakenBack()
{
    QFETCH(const bool, isHeld);
    Case one;
    if (isHeld)
        one.api.post("/queue/reserve", {{u"worker_id"_s, u"alice"_s}, {u"max"_s, 2}});
    const QJsonObject before = one.task();
    QVERIFY(!one.open().body.contains(offer));
    const RawAnswer more = one.answer(u"more_time"_s, one.code, u"the stamp is missing"_s);
    QCOMPARE(more.status, 200);
    QVERIFY2(more.body.contains(offer), more.body.constData());
    QVERIFY(one.task()[u"lease_expires_at"] != before[u"lease_expires_at"]);
    QVERIFY(one.open().body.contains(offer));
    QCOMPARE(one.answer(u"undo"_s, QString()).status, 422); // with the code, as any answer
    const RawAnswer page = one.answer(u"undo"_s, one.code);
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains("Taken back"), page.body.constData());
    QVERIFY(!page.body.contains(offer));
    for (const QString &field : {u"state"_s, u"worker_id"_s, u"lease_expires_at"_s, u"due_at"_s, u"attempt"_s})
        QCOMPARE(one.task()[field], before[field]);
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200); // the link is good as before
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTimeTest::onlyForAWhile()
{
    Case one;
    QCOMPARE(one.answer(u"more_time"_s, one.code, u"the stamp is missing"_s).status, 200);
    const QJsonObject given = one.task();
    one.api.clock().set(one.api.clock().nowMs() + domain::limits::undoMs + 1);
    QVERIFY(!one.open().body.contains(offer));
    const auto late = one.answer(u"undo"_s, one.code);
    QCOMPARE(late.status, 200); // it says how things are
    QVERIFY(late.body.contains("Not taken back"));
    QCOMPARE(one.task()[u"lease_expires_at"], given[u"lease_expires_at"]);
}

void ClerkTimeTest::aDayMoreIsAWorkingDay_data()
{
    QTest::addColumn<bool>("isHeld");
    QTest::addColumn<QString>("until");
    QTest::newRow("an offer") << false << u"Mon 15:30"_s;
    QTest::newRow("what she holds until Monday") << true << u"Tue 15:30"_s;
}

void ClerkTimeTest::aDayMoreIsAWorkingDay()
{
    QFETCH(const bool, isHeld);
    QFETCH(const QString, until);
    Case one;
    const QByteArray office = R"({"name": "office", "time_zone": "UTC", "hours": {"monday": ["09:00-17:00"],
        "tuesday": ["09:00-17:00"], "wednesday": ["09:00-17:00"], "thursday": ["09:00-17:00"], "friday": ["09:00-17:00"]}})";
    QCOMPARE(one.api.call("POST", "/calendars", "admin-token", office).status, 201);
    QDateTime friday = QDateTime::fromMSecsSinceEpoch(one.api.clock().nowMs(), Qt::UTC);
    friday = QDateTime(friday.date().addDays(12 - friday.date().dayOfWeek()), QTime(15, 30), Qt::UTC);
    one.api.clock().set(friday.toMSecsSinceEpoch());
    QCOMPARE(one.api.call("PATCH", "/workers/alice", "admin-token", R"({"calendar": "office"})").status, 200);
    one.assign(u"bob"_s);
    one.assign(u"alice"_s);
    if (isHeld)
        one.api.post("/queue/reserve", {{u"worker_id"_s, u"alice"_s}, {u"max"_s, 2}});
    QCOMPARE(one.answer(u"more_time"_s, one.code, u"the stamp is missing"_s).status, 200);
    const QDateTime lease = QDateTime::fromString(one.task()[u"lease_expires_at"].toString(), Qt::ISODateWithMs);
    QCOMPARE(QLocale::c().toString(lease.toUTC(), u"ddd HH:mm"_s), until);
}

void ClerkTimeTest::aLinkIsKeptAsLongAsItsTaskGoesOn()
{
    Case one;
    const auto links = [&one] {
        return one.api.get("/activities/" + one.activity + "/tasks/ship/links")[u"items"].toArray().size();
    };
    const auto passes = [&one](qint64 ms) {
        one.api.clock().set(one.api.clock().nowMs() + ms);
        one.api.post("/sandbox/advance", {{u"by"_s, u"2h"_s}});
    };
    QVERIFY(links() > 0);
    passes(domain::limits::notificationKeptMs);
    QVERIFY(links() > 0);
    QVERIFY(one.open().status != 404);
    QCOMPARE(one.api.call("POST", "/activities/" + one.activity + "/cancel", "admin-token", R"({"reason": "no"})").status,
             200);
    passes(domain::limits::notificationKeptMs);
    QCOMPARE(links(), 0);
    QCOMPARE(one.open().status, 404);
}

void ClerkTimeTest::theLinksOfATaskArePages()
{
    Case one;
    one.assign(u"bob"_s);
    one.assign(u"alice"_s);
    const QByteArray links = "/activities/" + one.activity + "/tasks/ship/links";
    const QJsonArray all = one.api.get(links)[u"items"].toArray();
    QVERIFY(all.size() > 1);
    QJsonArray read;
    QJsonObject page = one.api.get(links + "?limit=1");
    for (; page[u"next_cursor"].isString();
         page = one.api.get(links + "?limit=1&cursor=" + page[u"next_cursor"].toString().toLatin1()))
        read.append(page[u"items"][0]);
    read.append(page[u"items"][0]);
    QCOMPARE(read, all);
    QCOMPARE(one.api.call("GET", links + "?cursor=x", "viewer-token").status, 422);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

static RawAnswer askFor(Case &one, const QString &days)
{
    const QString nonce = Case::nonceIn(one.open());
    one.wait(2000);
    return one.send({{u"outcome"_s, u"more_time"_s},
                     {u"extend"_s, days},
                     {u"code"_s, one.code},
                     {u"reason"_s, u"the stamp is missing"_s},
                     {u"nonce"_s, nonce}});
}

void ClerkTimeTest::whatIsNoTimeChangesNothing_data()
{
    QTest::addColumn<QString>("days");
    for (const char *days : {"0", "8", "-1", "1.5", "soon", "99999999999999999999"})
        QTest::newRow(days) << QString::fromLatin1(days);
}

void ClerkTimeTest::whatIsNoTimeChangesNothing()
{
    QFETCH(const QString, days);
    Case one;
    const QJsonObject before = one.task();
    const RawAnswer page = askFor(one, days);
    QCOMPARE(page.status, 422);
    QVERIFY2(page.body.contains("from one day to one week"), page.body.constData());
    QVERIFY(page.body.contains("aria-describedby=\"extend-error extend-hint\" aria-invalid=\"true\""));
    QCOMPARE(one.task(), before);
    QCOMPARE(askFor(one, u"7"_s).status, 200);
}

void ClerkTimeTest::whatIsDueBeforeIsSaid()
{
    Case one; // due in two days at the most
    const RawAnswer week = askFor(one, u"7"_s);
    QCOMPARE(week.status, 200);
    QVERIFY2(week.body.contains("at the most. Its due time is "), week.body.constData());
    QVERIFY(one.open().body.contains("Yours until, at the most"));
}

HMSACT_TEST(ClerkTimeTest)

} // namespace hmsact::clerktime_test

#include "clerktime.moc"
