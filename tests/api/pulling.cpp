// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "api/toyserver.h"
#include "domain/codec.h"
#include "engine/coredoor.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <latch>
#include <thread>

namespace hmsact::pulling_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Many clients at once, clients that wait, clients that vanish, clients that say everything twice.
class TestPulling : public QObject
{
    Q_OBJECT

private slots:
    void everyTaskIsReservedOnce();
    void whoHandsInAsksForTheNext();
    void waitingReserveGetsNewWork();
    void waitingReserveEndsEmpty();
    void abandonedReserveTakesNothing();
    void hangingUpIsNoticedBeforeTheNextRequest();
    void drainAnswersWaitingReserves();
    void whoseTokenEndsIsLeasedNothing_data();
    void whoseTokenEndsIsLeasedNothing();
    void whoseTokenEndsLaterByTheClockWaitsOn();
    void whoseTokenHasEndedIsLeasedNothingUntilTheAnswerIsMade();
    void whoseTokenEndsAsWorkComesHearsNothingOfIt();
    void whatALostAnswerLeasedIsFoundAndGivenBack();
    void sameKeyIsExecutedOnce();
    void sameKeyWithAnotherBodyIsRefused();
    void keysOfDifferentCallersNeverMeet();
    void badKeyIsRefused();
};

namespace {

constexpr int clients = 64;
constexpr int tasks = 5000;

QByteArray post(const QByteArray &path, const QJsonObject &body, const QByteArray &token = "admin-token")
{
    return request("POST", "/api/v1" + path, jsonText(body),
                   "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n");
}

QJsonObject reserveBody(const QString &worker, int max, int waitS)
{
    return {{u"worker_id"_s, worker}, {u"max"_s, max}, {u"wait_s"_s, waitS}};
}

// A token of bot-1's that ends then; 0: it does not.
QJsonObject lostLaptop(ApiFixture &api, qint64 endMs = 0)
{
    QJsonObject wanted{{u"name"_s, u"lost laptop"_s}, {u"role"_s, u"worker"_s}, {u"worker_id"_s, u"bot-1"_s}};
    if (endMs > 0)
        wanted.insert(u"expires_at"_s, domain::formatTime(endMs));
    return api.post("/tokens", wanted);
}

const QJsonObject someActivity{{u"citizen_id"_s, u"c"_s}, {u"intent"_s, u"i"_s}, {u"sla"_s, u"1h"_s}};

} // namespace

void TestPulling::everyTaskIsReservedOnce()
{
    ApiFixture api;
    for (int i = 0; i < clients; ++i)
        api.makeWorker(u"bot-%1"_s.arg(i), {u"s"_s});
    for (int first = 0; first < tasks; first += 500) {
        QStringList names;
        for (int i = 0; i < 500; ++i)
            names.append(u"t-%1"_s.arg(first + i));
        api.makeActivity(names, u"s"_s);
    }
    std::vector<QStringList> taken(clients); // each written by one thread
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&api, &mine = taken[static_cast<size_t>(i)], i] {
            RawClient client(api.port());
            for (;;) {
                client.send(post("/queue/reserve", reserveBody(u"bot-%1"_s.arg(i), 10, 0)));
                const auto answer = client.read();
                if (!answer || answer->status != 200 || answer->json()[u"items"].toArray().isEmpty())
                    return;
                for (const QJsonValue &lease : answer->json()[u"items"].toArray())
                    mine.append(lease[u"task_id"].toString());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    qsizetype total = 0;
    QSet<QString> different;
    for (const QStringList &one : taken) {
        total += one.size();
        different.unite(QSet<QString>(one.begin(), one.end()));
    }
    QCOMPARE(total, tasks);
    QCOMPARE(different.size(), tasks);
}

void TestPulling::whoHandsInAsksForTheNext()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.makeActivity({u"a"_s, u"b"_s}, u"s"_s);
    const QJsonObject reserve{{u"worker_id"_s, u"bot-1"_s}};
    const auto items = [](const QJsonObject &answer) {
        return answer[u"items"_s].toArray();
    };
    const QJsonArray first = items(api.post("/queue/reserve", reserve));
    const auto handIn = [](const QJsonValue &lease) {
        return QJsonArray{QJsonObject{
            {u"task_id"_s, lease[u"task_id"]}, {u"worker_id"_s, u"bot-1"_s}, {u"lease_token"_s, lease[u"lease_token"]}}};
    };
    const QJsonObject flawed{{u"items"_s, handIn(first[0])}, {u"reserve"_s, QJsonObject{{u"max"_s, 0}}}};
    const RawAnswer refused = api.call("POST", "/queue/complete", "admin-token", jsonText(flawed));
    QCOMPARE(refused.status, 422);
    QCOMPARE(items(api.get("/queue?state=IN_PROGRESS")).size(), 1); // nothing is completed
    QCOMPARE(refused.json()[u"errors"][0][u"pointer"].toString(), u"/reserve/worker_id"_s);
    const QJsonObject both = api.post("/queue/complete", {{u"items"_s, handIn(first[0])}, {u"reserve"_s, reserve}});
    QCOMPARE(items(both)[0][u"ok"].toBool(), true);
    QCOMPARE(both[u"reserved"][u"ok"].toBool(), true);
    const QJsonArray second = items(both[u"reserved"_s].toObject());
    QCOMPARE(second.size(), 1);
    QVERIFY(second[0][u"task_id"] != first[0][u"task_id"]);
    const QJsonObject unknown{{u"worker_id"_s, u"nobody"_s}};
    const QJsonObject spoilt = api.post("/queue/complete", {{u"items"_s, handIn(second[0])}, {u"reserve"_s, unknown}});
    QCOMPARE(items(spoilt)[0][u"ok"].toBool(), true);
    QCOMPARE(spoilt[u"reserved"][u"status"].toInt(), 404);
    QCOMPARE(spoilt[u"reserved"][u"error"][u"status"].toInt(), 404);
    const QJsonObject nothing = api.post("/queue/complete", {{u"items"_s, QJsonArray()}, {u"reserve"_s, reserve}});
    QCOMPARE(nothing[u"reserved"][u"items"].toArray(), QJsonArray());
    QVERIFY(!api.post("/queue/complete", {{u"items"_s, QJsonArray()}}).contains(u"reserved"_s));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestPulling::waitingReserveGetsNewWork()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    RawClient client(api.port());
    client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60)));
    QVERIFY(!client.isClosedWithin(100)); // and nothing comes before there is work
    api.makeActivity({u"a"_s}, u"s"_s);
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->json()[u"items"][0][u"name"].toString(), u"a"_s);
}

void TestPulling::waitingReserveEndsEmpty()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    QElapsedTimer timer;
    timer.start();
    const QJsonObject answer = api.post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 1));
    QVERIFY(timer.elapsed() >= 900);
    QVERIFY(answer[u"items"].toArray().isEmpty());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestPulling::abandonedReserveTakesNothing()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    {
        RawClient client(api.port());
        client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60)));
        QVERIFY(eventually([&] { return api.server().connections() == 1; }));
        QVERIFY(!client.isClosedWithin(100)); // the core has it
        api.get("/stats"); // the admin's token is known again
    }
    QVERIFY(eventually([&] { return api.server().connections() == 0; }));
    const QByteArray id = api.makeActivity({u"a"_s}, u"s"_s);
    QCOMPARE(api.get("/activities/" + id + "/tasks/a")[u"state"].toString(), u"PENDING"_s);
}

void TestPulling::hangingUpIsNoticedBeforeTheNextRequest()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    for (int i = 0; i < 10; ++i) {
        RawClient client(api.port());
        client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60)));
        QVERIFY(!client.isClosedWithin(50)); // the core has it
        i % 2 == 0 ? client.close() : client.reset();
        const QByteArray id = api.makeActivity({u"a"_s}, u"s"_s);
        QCOMPARE(api.get("/activities/" + id + "/tasks/a")[u"state"].toString(), u"PENDING"_s);
        api.post("/activities/" + id + "/cancel", {{u"reason"_s, u"x"_s}});
    }
}

void TestPulling::drainAnswersWaitingReserves()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    RawClient client(api.port());
    client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60)));
    QVERIFY(!client.isClosedWithin(100));
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] { api.server().stop(10'000); });
    const auto answer = client.read();
    client.close();
    stopper.join();
    QVERIFY(timer.elapsed() < 9'000);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->json()[u"items"].toArray().isEmpty());
}

void TestPulling::whoseTokenEndsIsLeasedNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isRevoked");
    QTest::addColumn<int>("status");
    QTest::newRow("revoked") << QByteArray("/queue/reserve") << true << 401;
    QTest::newRow("expired") << QByteArray("/queue/reserve") << false << 401;
    QTest::newRow("revoked behind what it handed in") << QByteArray("/queue/complete") << true << 200;
    QTest::newRow("expired behind what it handed in") << QByteArray("/queue/complete") << false << 200;
}

void TestPulling::whoseTokenEndsIsLeasedNothing()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, isRevoked);
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const QJsonObject token = lostLaptop(api, isRevoked ? 0 : api.core().nowMs() + 2'000);
    const QJsonObject reserve = reserveBody(u"bot-1"_s, 1, 60);
    const bool handsIn = path == "/queue/complete";
    RawClient client(api.port());
    client.send(post(path, handsIn ? QJsonObject{{u"items"_s, QJsonArray()}, {u"reserve"_s, reserve}} : reserve,
                     token[u"token"].toString().toLatin1()));
    RawClient other(api.port());
    other.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60)));
    QVERIFY(!client.isClosedWithin(100)); // the core has both
    QElapsedTimer timer;
    timer.start();
    if (isRevoked)
        QCOMPARE(api.call("DELETE", "/tokens/" + token[u"id"].toString().toLatin1(), "admin-token").status, 200);
    else
        QVERIFY(client.arrivesWithin(10'000));
    api.makeActivity({u"a"_s}, u"s"_s);
    const auto answer = client.read();
    QVERIFY(timer.elapsed() < 10'000);
    QVERIFY(answer);
    QTEST(answer->status, "status");
    QCOMPARE(answer->json()[u"reserved"][u"status"].toInt(), handsIn ? 401 : 0);
    const auto others = other.read(); // whose own waits on
    QVERIFY(others);
    QCOMPARE(others->json()[u"items"][0][u"name"].toString(), u"a"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestPulling::whoseTokenEndsLaterByTheClockWaitsOn()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const qint64 endMs = api.clock().nowMs() + 200;
    const QJsonObject token = lostLaptop(api, endMs);
    RawClient client(api.port());
    client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60), token[u"token"].toString().toLatin1()));
    QVERIFY(!client.arrivesWithin(600)); // by the wall's it would be over
    api.clock().set(endMs);
    QVERIFY(client.arrivesWithin(10'000));
    QCOMPARE(client.read()->status, 401);
}

// What is asked before an answer is given may take its time.
void TestPulling::whoseTokenHasEndedIsLeasedNothingUntilTheAnswerIsMade()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const QJsonObject token = lostLaptop(api);
    RawClient client(api.port());
    client.send(post("/queue/complete", {{u"items"_s, QJsonArray()}, {u"reserve"_s, reserveBody(u"bot-1"_s, 1, 60)}},
                     token[u"token"].toString().toLatin1()));
    QVERIFY(!client.isClosedWithin(100)); // the core has it
    api.get("/stats"); // the admin's token is known again
    std::latch release(1);
    api.hangReader(release);
    const int ended = api.call("DELETE", "/tokens/" + token[u"id"].toString().toLatin1(), "admin-token").status;
    domain::TaskSpec task;
    task.name = u"a"_s;
    task.skill = u"s"_s;
    task.slaMs = 3'600'000;
    const domain::CreateActivity create{u"c"_s, u"i"_s, 3'600'000, 5, {}, {task}};
    const auto made = engine::sendAndWait(api.core(), create, domain::Actor::engine());
    const auto mine = engine::sendAndWait(api.core(), domain::Reserve{.worker = {u"bot-1"_s}}, domain::Actor::engine());
    release.count_down();
    QCOMPARE(ended, 200);
    QVERIFY(made);
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->json()[u"reserved"][u"status"].toInt(), 401);
    QVERIFY(mine);
    QCOMPARE(mine->size(), size_t(1));
}

// A clock that was turned tells nobody.
void TestPulling::whoseTokenEndsAsWorkComesHearsNothingOfIt()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    const qint64 endMs = api.clock().nowMs() + 3'600'000;
    const QJsonObject token = lostLaptop(api, endMs);
    RawClient client(api.port());
    client.send(post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 60), token[u"token"].toString().toLatin1()));
    QVERIFY(!client.isClosedWithin(100));
    api.clock().set(endMs);
    api.makeActivity({u"a"_s}, u"s"_s);
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
}

// As the description says.
void TestPulling::whatALostAnswerLeasedIsFoundAndGivenBack()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.makeActivity({u"a"_s}, u"s"_s);
    const QByteArray key = "Content-Type: application/json\r\nIdempotency-Key: k-1\r\n";
    const QByteArray body = jsonText(reserveBody(u"bot-1"_s, 1, 0));
    QCOMPARE(api.call("POST", "/queue/reserve", "worker-token", body, key).json()[u"items"].toArray().size(), 1);
    QCOMPARE(api.call("POST", "/queue/reserve", "worker-token", body, key).json()[u"items"].toArray().size(), 0);
    const QJsonArray mine = api.get("/queue?state=IN_PROGRESS&worker_id=bot-1")[u"items"].toArray();
    QCOMPARE(mine.size(), 1);
    const QByteArray task = "/activities/" + mine[0][u"activity_id"].toString().toLatin1() + "/tasks/a";
    QCOMPARE(api.call("POST", task + "/release", "worker-token", "{}").status, 200);
    const QJsonArray again = api.post("/queue/reserve", reserveBody(u"bot-1"_s, 1, 0))[u"items"].toArray();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0][u"attempt"].toInt(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestPulling::sameKeyIsExecutedOnce()
{
    ApiFixture api;
    const QByteArray fields = "Content-Type: application/json\r\nIdempotency-Key: k-1\r\n";
    const RawAnswer first = api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields);
    const RawAnswer second = api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.fields.value("location"), first.fields.value("location"));
    QCOMPARE(api.get("/activities")[u"items"].toArray().size(), 1);
    // The same key on another address is another operation.
    const QByteArray path = "/activities/" + first.json()[u"id"].toString().toLatin1() + "/tasks";
    const QByteArray body = R"({"tasks": [{"name": "a", "sla": "1h"}]})";
    QCOMPARE(api.call("POST", path, "admin-token", body, fields).status, 201);
    QCOMPARE(api.call("POST", path, "admin-token", body, fields).status, 201);
    QCOMPARE(api.get(path)[u"items"].toArray().size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestPulling::sameKeyWithAnotherBodyIsRefused()
{
    ApiFixture api;
    const QByteArray fields = "Content-Type: application/json\r\nIdempotency-Key: k-1\r\n";
    QJsonObject other = someActivity;
    other.insert(u"intent"_s, u"other"_s);
    QCOMPARE(api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields).status, 201);
    QCOMPARE(api.call("POST", "/activities", "admin-token", jsonText(other), fields).status, 422);
    QCOMPARE(api.get("/activities")[u"items"].toArray().size(), 1);
}

void TestPulling::keysOfDifferentCallersNeverMeet()
{
    ApiFixture api;
    const QByteArray fields = "Content-Type: application/json\r\nIdempotency-Key: k-1\r\n";
    const RawAnswer first = api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields);
    const RawAnswer second = api.call("POST", "/activities", "supervisor-token", jsonText(someActivity), fields);
    QCOMPARE(second.status, 201);
    QVERIFY(first.json()[u"id"] != second.json()[u"id"]);
}

void TestPulling::badKeyIsRefused()
{
    ApiFixture api;
    for (const QByteArray &key : {QByteArray(), QByteArray(201, 'k'), QByteArray("a\r\nIdempotency-Key: b")}) {
        const QByteArray fields = "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
        QCOMPARE(api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields).status, 422);
    }
    for (const char *key : {"k\xff", "\xc3(", "\xed\xa0\x80"}) { // which no two programs read alike
        const QByteArray fields = "Content-Type: application/json\r\nIdempotency-Key: " + QByteArray(key) + "\r\n";
        QCOMPARE(api.call("POST", "/activities", "admin-token", jsonText(someActivity), fields).status, 400);
    }
    QCOMPARE(api.get("/activities")[u"items"].toArray().size(), 0);
}

HMSACT_TEST(TestPulling)

} // namespace hmsact::pulling_test

#include "pulling.moc"
