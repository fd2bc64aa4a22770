// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::oversight_test {

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
    void theTypeOfAFileIsLookedAt_data();
    void theTypeOfAFileIsLookedAt();
    void aFileHasItsLimit();
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
    QVERIFY(metrics.contains(R"(hms_act_reviews{outcome="corrected"} 1)"));
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
    static ApiFixture api;
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
    static ApiFixture api;
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

void TestOversight::theTypeOfAFileIsLookedAt_data()
{
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("served");
    const QByteArray unknown("application/octet-stream");
    QTest::newRow("a PDF") << QByteArray("application/pdf") << QByteArray("%PDF-1.7\n") << 201
                           << QByteArray("application/pdf");
    QTest::newRow("no PDF") << QByteArray("application/pdf") << QByteArray("MZ") << 201 << unknown;
    QTest::newRow("a table") << QByteArray("text/csv; charset=utf-8") << QByteArray("a,b\n1,\xc3\xa9\n") << 201
                             << QByteArray("text/csv; charset=utf-8");
    QTest::newRow("no table") << QByteArray("text/csv") << QByteArray("a\0b", 3) << 201 << unknown;
    QTest::newRow("a GIF") << QByteArray("image/gif") << QByteArray("GIF89a...") << 201 << QByteArray("image/gif");
    QTest::newRow("no JPEG") << QByteArray("image/jpeg") << QByteArray("GIF89a...") << 201 << unknown;
    QTest::newRow("no type") << QByteArray("picture") << QByteArray("x") << 422 << QByteArray();
    QTest::newRow("two types") << QByteArray("a/b, c/d") << QByteArray("x") << 422 << QByteArray();
}

void TestOversight::theTypeOfAFileIsLookedAt()
{
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, served);
    ApiFixture api;
    const QByteArray path = enqueue(api, R"("priority": 5)") + "/artefacts/file";
    QCOMPARE(api.call("PUT", path, "admin-token", body, "Content-Type: " + declared + "\r\n").status, status);
    const RawAnswer read = api.call("GET", path, "viewer-token");
    QCOMPARE(read.status, status == 201 ? 200 : 404);
    if (status == 201) {
        QCOMPARE(read.fields.value("content-type"), served);
        QCOMPARE(read.body, body);
    }
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOversight::aFileHasItsLimit()
{
    constexpr qsizetype mib = 1024 * 1024;
    ApiFixture api;
    const QByteArray task = enqueue(api, R"("priority": 5)");
    const QByteArray type = "Content-Type: application/zip\r\n";
    const QByteArray whole(25 * mib, 'z');
    QCOMPARE(api.call("PUT", task + "/artefacts/whole.zip", "admin-token", whole, type).status, 201);
    const RawAnswer read = api.call("GET", task + "/artefacts/whole.zip", "viewer-token");
    QVERIFY(read.body == whole);
    // One byte more is refused by what is announced: nothing of it is read.
    RawClient client(api.port());
    client.send("PUT /api/v1" + task + "/artefacts/more.zip HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer admin-token\r\n"
                + type + "Content-Length: " + QByteArray::number(25 * mib + 1) + "\r\n\r\n");
    const auto announced = client.read();
    QVERIFY(announced);
    QCOMPARE(announced->status, 413);
    QVERIFY2(announced->body.contains("25 MiB"), announced->body.constData());
    // What is announced by nothing is refused as soon as it is too much.
    RawClient unannounced(api.port());
    unannounced.send("PUT /api/v1" + task
                     + "/artefacts/more.zip HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer admin-token\r\n" + type
                     + "Transfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "100000\r\n" + QByteArray(mib, 'z') + "\r\n";
    for (int i = 0; i < 26; ++i)
        unannounced.send(chunk);
    const auto refused = unannounced.read();
    QVERIFY(refused);
    QCOMPARE(refused->status, 413);
    const QJsonArray kept = api.get(task)[u"artefacts"].toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"name"].toString(), u"whole.zip"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestOversight)

} // namespace hmsact::oversight_test

#include "oversight.moc"
