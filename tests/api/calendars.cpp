// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <latch>

namespace hmsact::calendars_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Calendars over HTTP, in the documented form.
class TestCalendars : public QObject
{
    Q_OBJECT

private slots:
    void calendarsAreSetChangedAndRemoved();
    void nobodyWaitsForAFileThatIsRead();
    void holidaysAreImported();
    void dueTimesAreExplained();
};

namespace {

QJsonArray items(const QJsonObject &list) { return list[u"items"].toArray(); }

} // namespace

void TestCalendars::calendarsAreSetChangedAndRemoved()
{
    ApiFixture api;
    const QByteArray all = "/calendars";
    const QByteArray office =
        R"({"name": "town hall", "time_zone": "America/New_York", "hours": {"monday": ["09:00-17:00"]}})";
    const RawAnswer made = api.call("POST", all, "admin-token", office);
    QCOMPARE(made.status, 201);
    QCOMPARE(api.call("POST", all, "admin-token", office).status, 200);
    QCOMPARE(api.call("POST", all, "supervisor-token", office).status, 403);
    QCOMPARE(items(api.get(all)).size(), 2);
    QVERIFY(items(api.get(all))[0][u"built_in"].toBool());
    const QByteArray one = all + "/town%20hall";
    const QByteArray later = R"({"time_zone": "Europe/Madrid", "hours": {"friday": ["10:00-11:00"]}})";
    QCOMPARE(api.call("POST", one + "/preview", "viewer-token", later).json()[u"moved"].toInt(), 0);
    QCOMPARE(api.get(one)[u"version"].toInt(), 2);
    const RawAnswer changed = api.call("PUT", one, "admin-token", later);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()[u"version"].toInt(), 3);
    const auto knowing = [&](const QByteArray &version) {
        return api.call("PUT", one, "admin-token",
                        QByteArray(later).replace("{\"time", "{\"version\": " + version + ", \"time"));
    };
    QCOMPARE(knowing("2").status, 409);
    QCOMPARE(knowing("0").status, 422);
    QCOMPARE(knowing("3").json()[u"version"].toInt(), 4);
    QCOMPARE(api.call("PUT", all + "/nowhere", "admin-token", later).status, 404);
    QCOMPARE(api.call("PUT", all + "/24x7", "admin-token", later).status, 409);
    const RawAnswer bad =
        api.call("POST", all, "admin-token",
                 R"({"name": "x", "time_zone": "Mars/Base", "hours": {"monday": ["17:00-09:00"]}, "zeal": 1})");
    QCOMPARE(bad.status, 422);
    for (const char *pointer : {"/time_zone", "/hours/monday/0", "/zeal"})
        QVERIFY2(bad.body.contains(pointer), pointer);
    QCOMPARE(items(api.get(all)).size(), 2);
    const QByteArray clerk = R"({"name": "Ann", "skills": ["a"], "calendar": "town hall"})";
    QCOMPARE(api.call("POST", "/workers", "admin-token", clerk).status, 201);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 409);
    QCOMPARE(api.call("PATCH", "/workers/ann", "admin-token", R"({"calendar": "24x7"})").status, 200);
    QCOMPARE(api.call("PATCH", "/workers/ann", "admin-token", R"({"calendar": "nowhere"})").status, 422);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 204);
    QCOMPARE(api.call("GET", one, "admin-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestCalendars::holidaysAreImported()
{
    ApiFixture api;
    const QByteArray one = "/calendars/office";
    const QByteArray office = R"({"name": "office", "time_zone": "UTC", "hours": {"monday": ["09:00-17:00"]}})";
    QCOMPARE(api.call("POST", "/calendars", "admin-token", office).status, 201);
    const QByteArray file = R"({"ics": "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\n)"
                            R"(SUMMARY:Christmas\nEND:VEVENT\nEND:VCALENDAR\n"})";
    const RawAnswer preview = api.call("POST", one + "/import?preview=true", "admin-token", file);
    QCOMPARE(preview.status, 200);
    QCOMPARE(preview.json()[u"added"].toInt(), 1);
    QCOMPARE(preview.json()[u"effect"][u"clocks"].toInt(), 0);
    QCOMPARE(api.get(one)[u"holidays"].toArray().size(), 0);
    QCOMPARE(api.call("POST", one + "/import", "supervisor-token", file).status, 403);
    QCOMPARE(api.call("POST", one + "/import", "admin-token", file).status, 200);
    QCOMPARE(api.get(one)[u"holidays"][0][u"name"].toString(), u"Christmas"_s);
    QCOMPARE(api.call("POST", one + "/import", "admin-token", R"({"ics": "hello"})").status, 422);
    QCOMPARE(api.call("POST", one + "/import?preview=maybe", "admin-token", file).status, 422);
    QCOMPARE(api.call("POST", one + "/import", "admin-token", "{}").status, 422);
    QCOMPARE(api.call("POST", "/calendars/24x7/import", "admin-token", file).status, 409);
    QCOMPARE(api.call("POST", "/calendars/nowhere/import", "admin-token", file).status, 404);
    const QByteArray large = R"({"ics": ")" + QByteArray(5 * 1024 * 1024, 'x') + R"("})";
    QCOMPARE(api.call("POST", one + "/import", "admin-token", large).status, 413);
    QCOMPARE(api.get(one)[u"version"].toInt(), 2);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// It may take seconds, and the server has one thread.
void TestCalendars::nobodyWaitsForAFileThatIsRead()
{
    ApiFixture api;
    api.makeActivity(); // the administrator is known
    std::latch release(1);
    api.hangReader(release);
    RawClient importing(api.port());
    importing.send(request("POST", "/api/v1/calendars/24x7/import", R"({"ics": "hello"})",
                           "Content-Type: application/json\r\nAuthorization: Bearer admin-token\r\n"));
    const int meanwhile = api.call("GET", "//healthz", "").status;
    const bool isRead = importing.arrivesWithin(0);
    release.count_down();
    QCOMPARE(meanwhile, 200);
    QVERIFY(!isRead);
    QCOMPARE(importing.read()->status, 422);
}

void TestCalendars::dueTimesAreExplained()
{
    ApiFixture api;
    const QByteArray office = R"({"name": "office", "time_zone": "UTC", "hours": {"monday": ["09:00-17:00"]}})";
    QCOMPARE(api.call("POST", "/calendars", "admin-token", office).status, 201);
    const QByteArray body = R"({"citizen_id": "c", "intent": "i", "sla": "9h", "calendar": "office",
                                "tasks": [{"name": "t", "sla": "10h"}]})";
    const RawAnswer made = api.call("POST", "/activities", "admin-token", body);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json()[u"calendar"].toString(), u"office"_s);
    const QByteArray activity = "/activities/" + made.json()[u"id"].toString().toLatin1();
    const QJsonObject why = api.get(activity + "/tasks/t/sla");
    QCOMPARE(why[u"calendar"].toString(), u"office"_s);
    QCOMPARE(why[u"calendar_basis"].toString(), u"present"_s);
    QVERIFY(why[u"counted"].toArray().size() >= 2);
    QCOMPARE(why[u"counted"].toArray().last()[u"to"], why[u"due_at"]);
    QCOMPARE(api.get(activity + "/sla")[u"sla"].toString(), u"9h"_s);
    QCOMPARE(api.call("GET", activity + "/tasks/z/sla", "viewer-token").status, 404);
    const QByteArray lost = R"({"citizen_id": "c", "intent": "i", "sla": "9h", "calendar": "nowhere"})";
    QCOMPARE(api.call("POST", "/activities", "admin-token", lost).status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestCalendars)

} // namespace hmsact::calendars_test

#include "calendars.moc"
