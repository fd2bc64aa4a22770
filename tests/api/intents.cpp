// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::intents_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Intents over HTTP, in the documented form.
class TestIntents : public QObject
{
    Q_OBJECT

private slots:
    void intentsAreSetChangedAndRemoved();
    void badOnesAreNotStored();
    void activitiesAreMadeFromThem();
    void pagesGoOnWhateverIsRemoved();
};

static QJsonArray itemsOf(const QJsonObject &list) { return list[u"items"].toArray(); }

void TestIntents::intentsAreSetChangedAndRemoved()
{
    ApiFixture api;
    const QByteArray all = "/intents";
    const QByteArray lamp = R"({"name": "street lamp", "title": "A lamp is dark", "description": "it flickers", "sla": "2d",
        "tasks": [{"name": "look", "sla": "4h"}, {"name": "mend", "sla": "1d", "skill": "road_crew", "optional": true}],
        "thresholds": {"due_soon": 0.5, "at_risk": 0.8}, "confirmation": "button"})";
    QVERIFY(itemsOf(api.get(all)).isEmpty());
    const RawAnswer made = api.call("POST", all, "admin-token", lamp);
    QCOMPARE(made.status, 201);
    QVERIFY(made.fields.value("location").endsWith("/intents/street%20lamp"));
    QCOMPARE(api.call("POST", all, "admin-token", lamp).status, 200);
    QCOMPARE(api.call("POST", all, "supervisor-token", lamp).status, 403);
    const QByteArray one = all + "/street%20lamp";
    const QJsonObject stored = api.get(one);
    QCOMPARE(stored[u"version"].toInt(), 2);
    QCOMPARE(stored[u"title"].toString(), u"A lamp is dark"_s);
    QCOMPARE(stored[u"thresholds"][u"at_risk"].toDouble(), 0.8);
    QCOMPARE(stored[u"confirmation"].toString(), u"button"_s);
    QCOMPARE(stored[u"tasks"][1][u"skill"].toString(), u"road_crew"_s);
    QCOMPARE(itemsOf(api.get(all)).size(), 1);
    const QByteArray later = R"({"sla": "3d"})";
    QCOMPARE(api.call("PUT", one, "supervisor-token", later).status, 403);
    const RawAnswer changed = api.call("PUT", one, "admin-token", later);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()[u"version"].toInt(), 3);
    QVERIFY(changed.json()[u"tasks"].toArray().isEmpty()); // whole
    QCOMPARE(api.call("PUT", all + "/nowhere", "admin-token", later).status, 404);
    QCOMPARE(api.call("DELETE", one, "supervisor-token").status, 403);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 204);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 404);
    QCOMPARE(api.call("GET", one, "viewer-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestIntents::badOnesAreNotStored()
{
    ApiFixture api;
    const RawAnswer bad = api.call("POST", "/intents", "admin-token",
                                   R"({"name": "x", "sla": "1h", "thresholds": {"due_soon": 0.9, "at_risk": 0.5}, "zeal": 1,
                                       "tasks": [{"name": "a", "sla": "never"}], "confirmation": "shout"})");
    QCOMPARE(bad.status, 422);
    for (const char *pointer : {"/thresholds/at_risk", "/zeal", "/tasks/0/sla", "/confirmation"})
        QVERIFY2(bad.body.contains(pointer), pointer);
    const QByteArray circle = R"({"name": "x", "sla": "1h", "tasks": [{"name": "a", "sla": "1h", "needs": ["a"]}]})";
    const RawAnswer round = api.call("POST", "/intents", "admin-token", circle);
    QCOMPARE(round.status, 422);
    QVERIFY(round.body.contains("/tasks/0/needs"));
    QVERIFY(itemsOf(api.get("/intents")).isEmpty());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestIntents::activitiesAreMadeFromThem()
{
    ApiFixture api;
    const QByteArray lamp = R"({"name": "lamp", "sla": "2d", "tasks": [{"name": "look", "sla": "4h"}],
                                "thresholds": {"due_soon": 0.5, "at_risk": 0.8}})";
    QCOMPARE(api.call("POST", "/intents", "admin-token", lamp).status, 201);
    const QByteArray body = R"({"citizen_id": "c", "intent": "lamp", "from_template": true})";
    const RawAnswer made = api.call("POST", "/activities", "supervisor-token", body);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json()[u"sla"].toString(), u"2d"_s);
    QCOMPARE(made.json()[u"tasks"][0][u"name"].toString(), u"look"_s);
    const QByteArray activity = "/activities/" + made.json()[u"id"].toString().toLatin1();
    QCOMPARE(api.get(activity + "/tasks/look/sla")[u"thresholds"][u"due_soon"].toDouble(), 0.5);
    const QByteArray other = R"({"citizen_id": "c", "intent": "new", "sla": "1h", "from_template": "lamp"})";
    QCOMPARE(api.call("POST", "/activities", "supervisor-token", other).json()[u"sla"].toString(), u"1h"_s);
    const RawAnswer lost = api.call("POST", "/activities", "supervisor-token",
                                    R"({"citizen_id": "c", "intent": "nothing", "from_template": true})");
    QCOMPARE(lost.status, 422);
    QVERIFY(lost.body.contains("/from_template"));
    QCOMPARE(itemsOf(api.get("/activities")).size(), 2);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestIntents::pagesGoOnWhateverIsRemoved()
{
    ApiFixture api;
    for (int i = 0; i < 6; ++i)
        api.post("/intents", {{u"name"_s, u"i%1"_s.arg(i)}, {u"sla"_s, u"1h"_s}});
    const auto page = [&](const QJsonValue &cursor) {
        return api.get("/intents?limit=2&cursor=" + cursor.toString().toLatin1());
    };
    const QJsonValue second = page({})[u"next_cursor"];
    QCOMPARE(page(second)[u"items"][0][u"name"].toString(), u"i2"_s);
    for (const char *name : {"/intents/i0", "/intents/i1"})
        QCOMPARE(api.call("DELETE", name, "admin-token").status, 204);
    QCOMPARE(page(second)[u"items"][0][u"name"].toString(), u"i2"_s);
    QCOMPARE(api.call("GET", "/intents?cursor=2", "admin-token").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestIntents)

} // namespace hmsact::intents_test

#include "intents.moc"
