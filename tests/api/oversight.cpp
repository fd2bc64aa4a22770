// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Machines under the eyes of humans, and their files, over HTTP in the documented form.
class TestOversight : public QObject
{
    Q_OBJECT

private slots:
    void doubtfulWorkGoesToHumans();
    void aMachineNeverApproves();
    void badNumbersAreRefused_data();
    void badNumbersAreRefused();
    void filesWithBadNamesAreRefused_data();
    void filesWithBadNamesAreRefused();
    void aFileIsServedAsWhatItIs();
};

namespace {

QByteArray enqueue(ApiFixture &api, const QByteArray &more)
{
    const QByteArray id = api.makeActivity();
    const QByteArray body = R"({"tasks": [{"name": "judge", "sla": "1h", )" + more + "}]}";
    [&] {
        QCOMPARE(api.call("POST", "/activities/" + id + "/tasks", "admin-token", body).status, 201);
    }();
    return "/activities/" + id + "/tasks/judge";
}
void hire(ApiFixture &api, const QByteArray &name, const QByteArray &kind)
{
    const QByteArray body = R"({"name": ")" + name + R"(", "kind": ")" + kind + R"(", "skills": ["judge"]})";
    QCOMPARE(api.call("POST", "/workers", "admin-token", body).status, 201);
}

} // namespace

void TestOversight::doubtfulWorkGoesToHumans()
{
    ApiFixture api;
    hire(api, "agent", "agent");
    hire(api, "ann", "human");
    const QByteArray task = enqueue(api, R"("confidence_floor": 0.8)");
    const QJsonObject lease =
        api.post("/queue/reserve", {{u"worker_id"_s, u"agent"_s}})[u"items"].toArray().at(0).toObject();
    const QJsonObject beat = api.post(task + "/heartbeat", {{u"worker_id"_s, u"agent"_s}, {u"progress"_s, 40}});
    QCOMPARE(beat[u"progress"].toInt(), 40);
    const QJsonObject doubted = api.post(task + "/complete",
                                         {{u"worker_id"_s, u"agent"_s},
                                          {u"lease_token"_s, lease[u"lease_token"]},
                                          {u"result"_s, u"yes"_s},
                                          {u"confidence"_s, 0.4}});
    QCOMPARE(doubted[u"state"].toString(), u"PENDING"_s);
    QVERIFY(doubted[u"for_humans"].toBool());
    const QJsonObject queued = api.get("/queue?state=PENDING")[u"items"].toArray().at(0).toObject();
    QCOMPARE(queued[u"confidence"].toDouble(), 0.4);
    QVERIFY(api.post("/queue/reserve", {{u"worker_id"_s, u"agent"_s}})[u"items"].toArray().isEmpty());
    const QJsonObject kept = api.post("/queue/reserve", {{u"worker_id"_s, u"ann"_s}})[u"items"].toArray().at(0).toObject();
    QCOMPARE(kept[u"proposal"][u"result"].toString(), u"yes"_s);
    const QJsonObject done = api.post(task + "/complete", {{u"worker_id"_s, u"ann"_s}, {u"result"_s, u"no"_s}});
    QCOMPARE(done[u"review_outcome"].toString(), u"corrected"_s);
    QCOMPARE(api.get("/stats")[u"reviews"][u"corrected"].toInt(), 1);
    QCOMPARE(api.get("/stats")[u"reviews"][u"approved"].toInt(-1), 0);
    const QByteArray metrics = api.call("GET", "//metrics", "viewer-token").body;
    QVERIFY(metrics.contains(R"(hms_act_reviews_total{outcome="corrected"} 1)"));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOversight::aMachineNeverApproves()
{
    ApiFixture api;
    hire(api, "agent", "agent");
    const QJsonObject token =
        api.post("/tokens", {{u"name"_s, u"mighty"_s}, {u"role"_s, u"supervisor"_s}, {u"worker_id"_s, u"agent"_s}});
    const QByteArray mighty = token[u"token"].toString().toLatin1();
    const QByteArray task = enqueue(api, R"("review": "human")");
    QCOMPARE(api.call("POST", task + "/complete", mighty, R"({"result": 1})").status, 200);
    QCOMPARE(api.call("POST", task + "/approve", mighty, "{}").status, 403);
    QCOMPARE(api.get(task)[u"state"].toString(), u"IN_REVIEW"_s);
    QCOMPARE(api.call("POST", task + "/approve", "clerk-token", R"({"result": 2})").status, 200);
    QCOMPARE(api.get(task)[u"result"].toInt(), 2);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOversight::badNumbersAreRefused_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("too sure") << QByteArray("complete") << QByteArray(R"({"confidence": 1.01})")
                              << QByteArray("/confidence");
    QTest::newRow("not sure at all") << QByteArray("complete") << QByteArray(R"({"confidence": -0.1})")
                                     << QByteArray("/confidence");
    QTest::newRow("a word") << QByteArray("complete") << QByteArray(R"({"confidence": "very"})")
                            << QByteArray("/confidence");
    QTest::newRow("more than all") << QByteArray("heartbeat") << QByteArray(R"({"progress": 101})")
                                   << QByteArray("/progress");
    QTest::newRow("a note alone") << QByteArray("heartbeat") << QByteArray(R"({"note": "x"})") << QByteArray("/note");
    QTest::newRow("an outcome") << QByteArray("fail") << QByteArray(R"({"reason": "x", "outcome": "bored"})")
                                << QByteArray("/outcome");
}

void TestOversight::badNumbersAreRefused()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    ApiFixture api;
    const QByteArray task = enqueue(api, R"("confidence_floor": 0.8)");
    const RawAnswer refused =
        api.call("POST", task + '/' + action, "admin-token", body.chopped(1) + R"(, "worker_id": "x"})");
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains('"' + pointer + '"'), refused.body.constData());
    QCOMPARE(api.get(task)[u"state"].toString(), u"PENDING"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOversight::filesWithBadNamesAreRefused_data()
{
    QTest::addColumn<QByteArray>("name"); // as in the path
    for (const char *name :
         {"..%2F..%2Fetc%2Fpasswd", "a%5Cb", "%2Ehidden", "%E2%80%AEgpj.exe", "NUL", "com1.txt", "a%3Ab", "a%0Ab", "a.%20"})
        QTest::newRow(name) << QByteArray(name);
}

void TestOversight::filesWithBadNamesAreRefused()
{
    QFETCH(QByteArray, name);
    ApiFixture api;
    const QByteArray task = enqueue(api, R"("priority": 5)");
    QCOMPARE(api.call("PUT", task + "/artefacts/" + name, "admin-token", "x", "Content-Type: text/plain\r\n").status, 422);
    QVERIFY(api.get(task)[u"artefacts"].toArray().isEmpty());
}

void TestOversight::aFileIsServedAsWhatItIs()
{
    ApiFixture api;
    const QByteArray task = enqueue(api, R"("priority": 5)");
    const QByteArray path = task + "/artefacts/scan.png";
    QCOMPARE(api.call("PUT", path, "admin-token", "<script>alert(1)</script>", "Content-Type: image/png\r\n").status, 201);
    const RawAnswer read = api.call("GET", path, "viewer-token");
    QCOMPARE(read.fields.value("content-type"), QByteArray("application/octet-stream"));
    QCOMPARE(read.fields.value("x-content-type-options"), QByteArray("nosniff"));
    QVERIFY(read.fields.value("content-disposition").startsWith("attachment;"));
    QVERIFY(read.fields.value("content-security-policy").contains("sandbox"));
    QCOMPARE(api.get("/stats")[u"artefact_bytes"].toInt(), 25);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestOversight)
#include "oversight.moc"
