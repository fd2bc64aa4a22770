// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::routes_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Every route does what the contract says, and answers in the documented form (the fixture checks each).
class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void activitiesAreCreatedListedAndEnded();
    void tasksRunThroughTheirStates();
    void everyActionIsServed();
    void activityQueueIsPaged();
    void queueIsFilteredAndSorted();
    void manyAreCompletedAtOnce();
    void artefactsComeBackAsTheyWere();
    void workersAreKept();
    void alertsAreAcknowledged();
    void messagesAreListed();
    void rulesAreSetChangedAndRemoved();
    void tokensAreMadeListedAndRevoked();
    void operatorRoutesAnswer();
    void aBackupIsMadeOfAFile();
    void theArchiveIsCountedAndWritten();
    void healthIsOpenToEverybody();
    void namesMayHoldAnything();
    void clockIsTurnedInASandboxOnly();
};

namespace {

QJsonArray items(const QJsonObject &list) { return list[u"items"].toArray(); }

} // namespace

void TestRoutes::activitiesAreCreatedListedAndEnded()
{
    ApiFixture api;
    const RawAnswer created = api.call("POST", "/activities", "supervisor-token",
                                       R"({"citizen_id": "c-7", "intent": "card", "sla": "48h", "metadata": {"a": 1}})");
    QCOMPARE(created.status, 201);
    const QString id = created.json()[u"id"].toString();
    QCOMPARE(created.fields.value("location"), "/api/v1/activities/" + id.toLatin1());
    QCOMPARE(api.get("/activities/" + id.toLatin1())[u"metadata"].toObject()[u"a"].toInt(), 1);
    QCOMPARE(api.get("/activities/" + id.toLatin1())[u"tasks"], QJsonValue(QJsonArray()));
    const QJsonArray open = items(api.get("/activities?state=OPEN&intent=card&citizen_id=c-7&overdue=false&q=c-7&limit=5"));
    QCOMPARE(open.size(), 1);
    QVERIFY(!open[0].toObject().contains(u"tasks"_s)); // nor where there is none
    QCOMPARE(items(api.get("/activities?state=COMPLETED")).size(), 0);
    const QJsonObject ended = api.post("/activities/" + id.toLatin1() + "/cancel", {{u"reason"_s, u"asked to"_s}});
    QCOMPARE(ended[u"state"].toString(), u"CANCELLED"_s);
    const QJsonObject events = api.get("/activities/" + id.toLatin1() + "/events?limit=1");
    QCOMPARE(items(events).size(), 1);
    const QJsonObject rest =
        api.get("/activities/" + id.toLatin1() + "/events?cursor=" + events[u"next_cursor"].toString().toLatin1());
    QCOMPARE(items(rest).size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::tasksRunThroughTheirStates()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity();
    const RawAnswer enqueued = api.call(
        "POST", "/activities/" + id + "/tasks", "supervisor-token",
        R"({"tasks": [{"name": "verify", "sla": "2h"}, {"name": "fetch", "sla": "4h"}, {"name": "ship", "sla": "1d", "optional": true}]})");
    QCOMPARE(enqueued.status, 201);
    QStringList statuses;
    for (const QJsonValue &task : items(enqueued.json()))
        statuses.append(task[u"status"].toString());
    QCOMPARE(statuses, QStringList({u"PENDING"_s, u"WAITING(for:verify)"_s, u"OPTIONAL"_s}));
    const QJsonObject done = api.post("/activities/" + id + "/tasks/verify/complete",
                                      {{u"worker_id"_s, u"bot-dmv-3"_s}, {u"result"_s, QJsonObject{{u"ok"_s, true}}}});
    QCOMPARE(done[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(done[u"result"][u"ok"].toBool(), true);
    QCOMPARE(api.get("/activities/" + id + "/tasks/fetch")[u"status"].toString(), u"PENDING"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::everyActionIsServed()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const QByteArray id = api.makeActivity({u"a"_s, u"b"_s, u"c"_s}, u"s"_s);
    api.post("/activities/" + id + "/tasks",
             {{u"tasks"_s,
               QJsonArray{QJsonObject{{u"name"_s, u"o"_s}, {u"sla"_s, u"1h"_s}, {u"optional"_s, true}},
                          QJsonObject{{u"name"_s, u"p"_s}, {u"sla"_s, u"1h"_s}, {u"optional"_s, true}},
                          QJsonObject{{u"name"_s, u"r"_s},
                                      {u"sla"_s, u"1h"_s},
                                      {u"skill"_s, u"s"_s},
                                      {u"needs"_s, QJsonArray()},
                                      {u"review"_s, u"human"_s}}}}});
    const auto act = [&](const char *task, const char *action, const QJsonObject &body) {
        return api.post("/activities/" + id + "/tasks/" + task + '/' + action, body)[u"state"].toString();
    };
    const QJsonObject bot{{u"worker_id"_s, u"bot-1"_s}};
    const QJsonObject reason{{u"reason"_s, u"because"_s}};
    QCOMPARE(items(api.post("/queue/reserve", {{u"worker_id"_s, u"bot-1"_s}, {u"max"_s, 10}})).size(), 4);
    QCOMPARE(act("a", "heartbeat", bot), u"IN_PROGRESS"_s);
    QCOMPARE(act("a", "release", bot), u"PENDING"_s);
    QCOMPARE(act("a", "hold", reason), u"ON_HOLD"_s);
    QCOMPARE(act("a", "resume", {}), u"PENDING"_s);
    QCOMPARE(act("a", "reassign", bot), u"PENDING"_s);
    QCOMPARE(act("a", "skip", reason), u"SKIPPED"_s);
    QCOMPARE(act("b", "fail", {{u"worker_id"_s, u"bot-1"_s}, {u"reason"_s, u"broken"_s}, {u"retry"_s, false}}), u"FAILED"_s);
    QCOMPARE(act("b", "retry", {}), u"PENDING"_s);
    QCOMPARE(act("b", "comment", {{u"text"_s, u"look at this"_s}}), u"PENDING"_s);
    QCOMPARE(act("c", "complete", bot), u"COMPLETED"_s);
    QCOMPARE(act("o", "opt-in", {}), u"PENDING"_s);
    QCOMPARE(act("c", "undo", bot), u"IN_PROGRESS"_s);
    QCOMPARE(act("p", "decline", {}), u"SKIPPED"_s);
    QCOMPARE(act("r", "complete", bot), u"IN_REVIEW"_s);
    QCOMPARE(act("r", "send-back", reason), u"PENDING"_s);
    QCOMPARE(act("r", "complete", bot), u"IN_REVIEW"_s);
    QCOMPARE(act("r", "approve", {}), u"COMPLETED"_s);
    QCOMPARE(api.call("POST", "/activities/" + id + "/tasks/b/retry", "admin-token", "").status, 409); // without any body
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::activityQueueIsPaged()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity({u"a"_s, u"b"_s, u"c"_s});
    const QJsonObject first = api.get("/activities/" + id + "/tasks?limit=2");
    QCOMPARE(items(first).size(), 2);
    const QJsonObject second =
        api.get("/activities/" + id + "/tasks?limit=2&cursor=" + first[u"next_cursor"].toString().toLatin1());
    QCOMPARE(items(second).size(), 1);
    QCOMPARE(items(second)[0][u"name"].toString(), u"c"_s);
    QVERIFY(second[u"next_cursor"].isNull());
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks?cursor=x", "admin-token").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::queueIsFilteredAndSorted()
{
    ApiFixture api;
    api.makeActivity({u"a"_s, u"b"_s}, u"scan"_s);
    api.makeActivity({u"c"_s}, u"print"_s);
    QCOMPARE(items(api.get("/queue")).size(), 3);
    QCOMPARE(items(api.get("/queue?skill=scan")).size(), 2);
    QCOMPARE(items(api.get("/queue?state=PENDING,IN_PROGRESS&state=WAITING&sla_state=on_track&intent=test&q=c")).size() > 0,
             true);
    QCOMPARE(items(api.get("/queue?state=COMPLETED")).size(), 0);
    QCOMPARE(items(api.get("/queue?worker_id=nobody")).size(), 0);
    QCOMPARE(items(api.get("/queue?pool=none")).size(), 0);
    QCOMPARE(items(api.get("/queue?sort=-name"))[0][u"name"].toString(), u"c"_s);
    const QJsonObject page = api.get("/queue?sort=name&limit=1");
    QCOMPARE(items(api.get("/queue?sort=name&limit=1&cursor="
                           + page[u"next_cursor"].toString().toUtf8().toPercentEncoding()))[0][u"name"]
                 .toString(),
             u"b"_s);
    const QByteArray cursor = "&cursor=" + page[u"next_cursor"].toString().toLatin1();
    for (const char *other : {"/queue?sort=-name", "/queue?sort=skill", "/queue?limit=1", "/activities?limit=1"})
        QCOMPARE(api.call("GET", other + cursor, "viewer-token").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::manyAreCompletedAtOnce()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.makeActivity({u"a"_s, u"b"_s}, u"s"_s);
    const QJsonArray leases = items(api.post("/queue/reserve", {{u"worker_id"_s, u"bot-1"_s}, {u"max"_s, 2}}));
    QCOMPARE(leases.size(), 2);
    const auto item = [&](qsizetype i, qint64 tokenOffset) {
        return QJsonObject{{u"task_id"_s, leases[i][u"task_id"]},
                           {u"worker_id"_s, u"bot-1"_s},
                           {u"lease_token"_s, leases[i][u"lease_token"].toInteger() + tokenOffset}};
    };
    const QJsonObject answer = api.post("/queue/complete", {{u"items"_s, QJsonArray{item(0, 0), item(1, 5)}}});
    QCOMPARE(items(answer)[0][u"ok"].toBool(), true);
    QCOMPARE(items(answer)[0][u"task"][u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(items(answer)[1][u"ok"].toBool(), false);
    QCOMPARE(items(answer)[1][u"task_id"], leases[1][u"task_id"]);
    QCOMPARE(items(answer)[1][u"error"][u"status"].toInt(), 409);
    const QJsonObject mixed =
        api.post("/queue/complete",
                 {{u"items"_s,
                   QJsonArray{QJsonObject{{u"task_id"_s, u"x"_s}, {u"worker_id"_s, u"bot-1"_s}},
                              QJsonObject{{u"task_id"_s, leases[1][u"task_id"]}, {u"worker_id"_s, 7}, {u"speed"_s, 1}},
                              QJsonObject{}, item(1, 0)}}});
    const QJsonArray mixedItems = items(mixed);
    QCOMPARE(mixedItems[0][u"status"].toInt(), 404);
    QCOMPARE(mixedItems[0][u"error"][u"detail"].toString(), u"there is no task x"_s);
    QCOMPARE(mixedItems[1][u"status"].toInt(), 422);
    QCOMPARE(mixedItems[1][u"error"][u"errors"][0][u"pointer"].toString(), u"/items/1/worker_id"_s);
    QVERIFY(mixedItems[2][u"task_id"].isNull());
    QCOMPARE(mixedItems[3][u"task"][u"state"].toString(), u"COMPLETED"_s); // the others do not spoil it
    const QJsonObject nobodys = api.post(
        "/queue/complete", {{u"items"_s, QJsonArray{item(1, 0), QJsonObject{{u"task_id"_s, leases[1][u"task_id"]}}}}});
    QCOMPARE(items(nobodys)[1][u"error"][u"errors"][0][u"pointer"].toString(), u"/items/1/worker_id"_s);
    const RawAnswer odd = api.call("POST", "/queue/complete", "admin-token", R"({"items": [7, null]})");
    QCOMPARE(odd.status, 200);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(odd.json()[u"items"][i][u"error"][u"status"].toInt(), 422);
        QCOMPARE(odd.json()[u"items"][i][u"error"][u"errors"][0][u"pointer"].toString(), u"/items/%1"_s.arg(i));
    }
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::artefactsComeBackAsTheyWere()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity({u"a"_s});
    const QByteArray path = "/activities/" + id + "/tasks/a/artefacts/card%20%C3%A9.pdf";
    QByteArray bytes(2 * 1024 * 1024, 'x'); // over the limit of other bodies
    bytes[7] = '\0';
    const RawAnswer stored = api.call("PUT", path, "admin-token", bytes, "Content-Type: application/pdf\r\n");
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.json()[u"size"].toInteger(), bytes.size());
    QCOMPARE(stored.json()[u"sha256"].toString().toLatin1(),
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(api.call("PUT", path, "admin-token", "new", "Content-Type: text/html\r\n").status, 200);
    const RawAnswer read = api.call("GET", path, "viewer-token");
    QCOMPARE(read.status, 200);
    QCOMPARE(read.body, QByteArray("new"));
    QCOMPARE(read.fields.value("content-type"), QByteArray("text/html"));
    QCOMPARE(read.fields.value("content-disposition"), QByteArray("attachment; filename*=UTF-8''card%20%C3%A9.pdf"));
    QCOMPARE(read.fields.value("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(api.get("/activities/" + id + "/tasks/a")[u"artefacts"].toArray().size(), 1);
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks/a/artefacts/none", "viewer-token").status, 404);
    QCOMPARE(api.call("PUT", "/activities/" + id + "/tasks/a/artefacts/..%2Fx", "admin-token", "new").status, 422);
    QCOMPARE(api.call("PUT", path + "?lease_token=1", "admin-token", "stale").status, 409); // nobody has it
    for (const char *bad : {"x", "-1", "9007199254740993", "1.5"})
        QCOMPARE(api.call("PUT", path + "?lease_token=" + bad, "admin-token", "new").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::workersAreKept()
{
    ApiFixture api;
    const QByteArray alice = jsonText({{u"name"_s, u"Alice (County Clerk)"_s},
                                       {u"skills"_s, QJsonArray{u"ship"_s}},
                                       {u"channel"_s, u"email:alice@county.gov"_s}});
    const RawAnswer made = api.call("POST", "/workers", "supervisor-token", alice);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.fields.value("location"), QByteArray("/api/v1/workers/alice-county-clerk"));
    QCOMPARE(made.json()[u"id"].toString(), u"alice-county-clerk"_s);
    QCOMPARE(made.json()[u"kind"].toString(), u"human"_s);
    const RawAnswer again = api.call("POST", "/workers", "supervisor-token", alice);
    QCOMPARE(again.status, 200);
    QVERIFY(!again.fields.contains("location"));
    const RawAnswer odd =
        api.call("POST", "/workers", "supervisor-token", R"({"name": "b", "id": "ä/b", "skills": ["ship"]})");
    QCOMPARE(odd.fields.value("location"), QByteArray("/api/v1/workers/%C3%A4%2Fb"));
    QCOMPARE(api.call("DELETE", odd.fields.value("location").mid(7), "supervisor-token").status, 204);
    const RawAnswer named =
        api.call("POST", "/workers", "supervisor-token", R"({"name": "Bob", "id": "b7", "skills": ["a"]})");
    QCOMPARE(named.status, 201);
    const RawAnswer known = api.call("POST", "/workers", "supervisor-token", R"({"name": "Bob", "skills": ["b"]})");
    QCOMPARE(known.status, 200); // by its name, whatever its id
    QCOMPARE(known.json()[u"id"].toString(), u"b7"_s);
    QCOMPARE(api.call("POST", "/workers", "supervisor-token", R"({"name": "Bob", "id": "b8", "skills": ["a"]})").status,
             201);
    QCOMPARE(api.call("POST", "/workers", "supervisor-token", R"({"name": "Bob", "skills": ["b"]})").status, 409); // which?
    const RawAnswer changed =
        api.call("PATCH", "/workers/alice-county-clerk", "supervisor-token", R"({"skills": {"ship": 5}})");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()[u"skills"][u"ship"].toInt(), 5);
    QCOMPARE(items(api.get("/workers?limit=1")).size(), 1);
    QCOMPARE(api.get("/workers/alice-county-clerk")[u"active"].toInt(), 0);
    const RawAnswer removed = api.call("DELETE", "/workers/alice-county-clerk", "supervisor-token");
    QCOMPARE(removed.status, 204);
    QVERIFY(!removed.fields.contains("content-length"));
    QCOMPARE(api.call("GET", "/workers/alice-county-clerk", "viewer-token").status, 404);
    QCOMPARE(api.call("PATCH", "/workers/alice-county-clerk", "supervisor-token", "{}").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::alertsAreAcknowledged()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const QByteArray id = api.makeActivity({u"a"_s}, u"s"_s);
    api.post("/queue/reserve", {{u"worker_id"_s, u"bot-1"_s}});
    api.post("/activities/" + id + "/tasks/a/fail",
             {{u"worker_id"_s, u"bot-1"_s}, {u"reason"_s, u"x"_s}, {u"retry"_s, false}});
    const QJsonArray open = items(api.get("/alerts?open=true"));
    QCOMPARE(open.size(), 1);
    QCOMPARE(items(api.get("/alerts?open=false")).size(), 0);
    const QByteArray alert = "/alerts/" + open[0][u"id"].toString().toLatin1();
    const QJsonObject snoozed = api.post(alert + "/snooze", {{u"for"_s, u"30m"_s}});
    QVERIFY2(snoozed[u"snoozed_until"].isString(), jsonText(snoozed).constData());
    QCOMPARE(items(api.get("/alerts?open=true")).size(), 0);
    QCOMPARE(items(api.get("/alerts?snoozed=true")).size(), 1);
    QCOMPARE(items(api.get("/alerts?open=false&snoozed=true")).size(), 1);
    QCOMPARE(items(api.get("/alerts?open=true&snoozed=true")).size(), 0);
    QCOMPARE(items(api.get("/alerts?snoozed=false")).size(), 0);
    QCOMPARE(api.get(alert)[u"snoozed_by"].toString(), u"admin"_s);
    QVERIFY(api.get(alert)[u"followers"].isArray());
    const QJsonObject acknowledged = api.post(alert + "/ack", {});
    QCOMPARE(acknowledged[u"acknowledged_by"].toString(), u"admin"_s);
    QCOMPARE(items(api.get("/alerts?open=true")).size(), 0);
    QCOMPARE(items(api.get("/alerts")).size(), 1);
    QCOMPARE(items(api.get("/alerts?open=false&snoozed=false")).size(), 1);
    QCOMPARE(api.call("POST", alert + "/snooze", "admin-token", R"({"for": "1h"})").status, 409);
    QCOMPARE(api.call("POST", alert + "/snooze", "admin-token", R"({"for": "8d"})").status, 422);
    QCOMPARE(api.call("POST", alert + "/snooze", "clerk-token", R"({"for": "1h"})").status, 403);
    QCOMPARE(api.get("/stats")[u"open_tasks"].isObject(), true);
    QCOMPARE(api.post("/activities/" + id + "/fail", {{u"reason"_s, u"given up"_s}})[u"state"].toString(), u"FAILED"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::messagesAreListed()
{
    ApiFixture api;
    const QJsonObject sent = api.post("/notifications/test", {{u"to"_s, u"console:oversight"_s}});
    QCOMPARE(sent[u"state"].toString(), u"sent"_s);
    api.post("/notifications/test", {{u"to"_s, u"email:ann@county.gov"_s}});
    QCOMPARE(items(api.get("/notifications")).size(), 2);
    QCOMPARE(items(api.get("/notifications?state=queued&channel=email")).size(), 1);
    QCOMPARE(api.call("GET", "/notifications?state=lost", "admin-token").status, 422);
    const QByteArray id = sent[u"id"].toString().toLatin1();
    QCOMPARE(api.call("POST", "/notifications/" + id + "/resend", "supervisor-token").status, 409);
    QCOMPARE(api.call("GET", "/notifications", "clerk-token").status, 403);
    QCOMPARE(api.get("/stats")[u"queued_notifications"].toInt(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::rulesAreSetChangedAndRemoved()
{
    ApiFixture api;
    const QByteArray all = "/escalations/rules";
    QCOMPARE(items(api.get(all)).size(), 1);
    QVERIFY(items(api.get(all))[0][u"built_in"].toBool());
    const QByteArray text = R"({"when": "sla_breach", "then": "reassign", "to": "backup_worker_pool",
                                "notify": ["sms:+1-202-555-0123", "slack:#ops-alerts"]})";
    const RawAnswer made = api.call("POST", all, "admin-token", text);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json()[u"name"].toString(), u"sla_breach: reassign to backup_worker_pool"_s);
    QCOMPARE(api.call("POST", all, "admin-token", text).status, 200); // the same name: a new version of the same
    QCOMPARE(items(api.get(all)).size(), 2);
    const QByteArray one = all + '/' + made.json()[u"id"].toString().toLatin1();
    QCOMPARE(api.get(one)[u"version"].toInt(), 2);
    const RawAnswer changed = api.call("PUT", one, "admin-token", R"({"name": "x", "when": "task_failed", "then": "skip"})");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()[u"version"].toInt(), 3);
    QCOMPARE(api.call("PUT", one, "supervisor-token", "{}").status, 403);
    const RawAnswer bad =
        api.call("POST", all, "admin-token", R"({"when": "late", "steps": [{"then": "notify"}], "zeal": 1})");
    QCOMPARE(bad.status, 422);
    for (const char *pointer : {"/when", "/steps/0/notify", "/zeal"})
        QVERIFY2(bad.body.contains(pointer), pointer);
    QCOMPARE(items(api.get(all)).size(), 2);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 204);
    QCOMPARE(api.call("GET", one, "admin-token").status, 404);
    QCOMPARE(api.call("DELETE", all + '/' + items(api.get(all))[0][u"id"].toString().toLatin1(), "admin-token").status, 409);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::tokensAreMadeListedAndRevoked()
{
    ApiFixture api;
    const RawAnswer made = api.call("POST", "/tokens", "admin-token", R"({"name": "reader", "role": "viewer"})");
    QCOMPARE(made.status, 201);
    const QByteArray secret = made.json()[u"token"].toString().toLatin1();
    QVERIFY(!secret.isEmpty());
    QCOMPARE(api.call("GET", "/stats", secret).status, 200);
    QCOMPARE(items(api.get("/tokens?limit=1000")).size(), 6);
    QVERIFY(!jsonText(api.get("/tokens")).contains(secret));
    const QByteArray path = "/tokens/" + made.json()[u"id"].toString().toLatin1();
    QCOMPARE(api.call("DELETE", path, "admin-token").status, 200);
    QCOMPARE(api.call("GET", "/stats", secret).status, 401); // at once, though it was known a moment ago
    QCOMPARE(api.call("DELETE", "/tokens/tok-0000000000999", "admin-token").status, 404);
    QCOMPARE(api.call("DELETE", "/tokens/x", "admin-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::operatorRoutesAnswer()
{
    ApiFixture api;
    const bool sqlite = !hmsact::test::TestDatabase::onPostgreSql();
    QCOMPARE(api.get("/db/status")[u"dialect"].toString(), sqlite ? u"sqlite"_s : u"postgresql"_s);
    QCOMPARE(api.get("/audit/verify")[u"ok"].toBool(), true);
    QCOMPARE(api.call("GET", "/db/status", "operator-secret").status, 200);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::aBackupIsMadeOfAFile()
{
    ApiFixture api;
    const QString copy = api.file(u"copy.db"_s);
    if (hmsact::test::TestDatabase::onPostgreSql()) {
        const RawAnswer no = api.call("POST", "/db/backup", "admin-token", jsonText({{u"file"_s, copy}}));
        QCOMPARE(no.status, 409);
        QVERIFY(no.body.contains("pg_dump"));
        return;
    }
    const QJsonObject made = api.post("/db/backup", {{u"file"_s, copy}});
    QCOMPARE(api.misfits.join(u'\n'), QString());
    QCOMPARE(made[u"file"].toString(), copy);
    QVERIFY(QFile::exists(copy));
    QCOMPARE(api.call("POST", "/db/backup", "admin-token", jsonText({{u"file"_s, copy}})).status,
             409); // it is there already
    QCOMPARE(api.call("POST", "/db/backup", "admin-token", R"({"file": "copy.db"})").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::theArchiveIsCountedAndWritten()
{
    ApiFixture api;
    const QString file = api.file(u"archive.jsonl"_s);
    const QJsonObject counted =
        api.post("/db/archive", {{u"older_than"_s, u"P90D"_s}, {u"file"_s, file}, {u"dry_run"_s, true}});
    QCOMPARE(counted[u"activities"].toInt(-1), 0);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(api.post("/db/archive", {{u"older_than"_s, u"90d"_s}, {u"file"_s, file}})[u"file"].toString(), file);
    QVERIFY(QFile::exists(file));
    const QJsonObject refused{{u"older_than"_s, u"90d"_s}, {u"file"_s, u"/dev/null"_s}};
    QCOMPARE(api.call("POST", "/db/archive", "admin-token", jsonText(refused)).status, 503);
    QCOMPARE(api.call("POST", "/db/archive", "admin-token", R"({"file": "/a", "older_than": "1h"})").status, 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::healthIsOpenToEverybody()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "//healthz", "").status, 200);
    QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    QCOMPARE(api.call("GET", "/openapi.json", "").status, 200);
    api.closeCore();
    QCOMPARE(api.call("GET", "//healthz", "").status, 200);
    const RawAnswer away = api.call("GET", "//readyz", "");
    QCOMPARE(away.status, 503);
    QVERIFY(away.fields.contains("retry-after"));
    QCOMPARE(away.json()[u"detail"].toString(), u"Not ready: the program is shutting down"_s);
    QCOMPARE(api.call("GET", "/queue", "bad").json()[u"detail"].toString(), u"The service cannot answer now; try again"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::namesMayHoldAnything()
{
    ApiFixture api;
    const QString name = u"a/b %2F ?#é+&\"'<x>"_s;
    const QByteArray id = api.makeActivity({name});
    const QByteArray path = "/activities/" + id + "/tasks/" + name.toUtf8().toPercentEncoding();
    QCOMPARE(api.get(path)[u"name"].toString(), name);
    QCOMPARE(api.post(path + "/skip", {{u"reason"_s, u"x"_s}})[u"state"].toString(), u"SKIPPED"_s);
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks/%FF%FE", "admin-token").status, 400);
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks/a%00b", "admin-token").status, 400);
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks/%4", "admin-token").status, 400);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRoutes::clockIsTurnedInASandboxOnly()
{
    {
        ApiFixture api(ApiFixture::ClockKind::Virtual);
        const QJsonObject before = api.get("/stats");
        const QJsonObject after = api.post("/sandbox/advance", {{u"by"_s, u"4h1m"_s}});
        const auto instant = [](const QJsonValue &text) {
            return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
        };
        QCOMPARE(instant(before[u"now"]).msecsTo(instant(after[u"now"])), (4 * 60 + 1) * 60'000);
        QCOMPARE(api.call("POST", "/sandbox/advance", "admin-token", R"({"by": "-1h"})").status, 422);
        QCOMPARE(api.call("POST", "/sandbox/advance", "admin-token", R"({"by": "1h", "to": 1})").status, 422);
        QCOMPARE(api.call("POST", "/sandbox/advance", "supervisor-token", R"({"by": "1h"})").status, 403);
        QCOMPARE(api.misfits.join(u'\n'), QString());
    }
    ApiFixture api;
    QCOMPARE(api.call("POST", "/sandbox/advance", "admin-token", R"({"by": "1h"})").status, 404);
}

HMSACT_TEST(TestRoutes)

} // namespace hmsact::routes_test

#include "routes.moc"
