// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"
#include "client/fakeserver.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::calls_test {

using namespace hmsact::client;

// What goes over the wire and comes back as values: connections, repetitions, refusals.
class TestClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeServer> server;
    std::unique_ptr<Client> client;

    void connectWith(Settings settings)
    {
        settings.url = server->url();
        settings.token = QStringLiteral("secret");
        client = std::make_unique<Client>(settings);
    }

    template <class T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)) {
            Error error;
            error.detail = QStringLiteral("the test waited in vain");
            return error;
        }
        return future.result();
    }

private slots:
    void init()
    {
        server = std::make_unique<FakeServer>();
        connectWith({});
    }

    void cleanup()
    {
        client.reset();
        server.reset();
    }

    void createsAnActivity()
    {
        server->script = {FakeServer::Reply{201, R"({"id":"act-1","state":"OPEN","due_at":"2026-11-22T16:00:00.250Z"})"}};
        const auto activity =
            wait(client->createActivity({.citizenId = u"jördan"_qs,
                                         .intent = u"card"_qs,
                                         .sla = u"48h"_qs,
                                         .tasks = {{.name = u"a"_qs, .sla = u"1h"_qs, .needs = QStringList()}}}));
        QVERIFY(activity);
        QCOMPARE(activity->id, u"act-1"_qs);
        QCOMPARE(activity->dueAt, QDateTime({2026, 11, 22}, {16, 0, 0, 250}, Qt::UTC));
        const FakeServer::Seen &seen = server->seen.front();
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.path, QByteArray("/activities"));
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer secret"));
        QVERIFY(!seen.headers.value("idempotency-key").isEmpty());
        QCOMPARE(seen.json(),
                 QJsonDocument::fromJson(R"({"citizen_id":"jördan","intent":"card","sla":"48h",
                                             "tasks":[{"name":"a","sla":"1h","needs":[]}]})")
                     .object());
    }

    void escapesNamesInPaths()
    {
        QVERIFY(wait(client->task(u"act-1"_qs, u"a/../b ü?#%"_qs)));
        QCOMPARE(server->seen.front().path, QByteArray("/activities/act-1/tasks/a%2F..%2Fb%20%C3%BC%3F%23%25"));
    }

    void noNameLeadsToAnotherPath()
    {
        for (const QString &name : {u""_qs, u"."_qs, u".."_qs}) {
            const auto task = wait(client->act(u"act-1"_qs, name, u"fail"_qs));
            QVERIFY2(!task, qPrintable(name));
            QCOMPARE(task.error().kind, ErrorKind::Validation);
            QVERIFY(!task.error().maybeDone);
        }
        Request written;
        written.path = u"/activities/act-1/tasks/%2e%2E"_qs;
        QVERIFY(!wait(client->send(written)));
        QVERIFY(server->seen.empty());
    }

    void keepsTheConnection()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(wait(client->queue()));
        QCOMPARE(server->connections, 1);
    }

    void readsALease()
    {
        server->script = {
            FakeServer::Reply{200, R"({"items":[{"task_id":"tsk-1","activity_id":"act-1","name":"a","skill":"s",
                                           "payload":{"k":1},"lease_token":9007199254740993,"attempt":2,"new_field":true}]})"}};
        const auto leases = wait(client->reserve({.workerId = u"w"_qs, .max = 5, .waitS = 1, .leaseS = 60}));
        QVERIFY(leases);
        QCOMPARE(leases->size(), size_t(1));
        QCOMPARE(leases->front().leaseToken, 9007199254740993);
        QCOMPARE(leases->front().skill, u"s"_qs);
        QVERIFY(leases->front().json.value(u"new_field"_qs).toBool());
        QCOMPARE(server->seen.front().json(),
                 QJsonDocument::fromJson(R"({"worker_id":"w","max":5,"wait_s":1,"lease_s":60})").object());
    }

    void aFileIsHandedInUnderItsLease()
    {
        QVERIFY(wait(client->putArtefact(u"A"_qs, u"t"_qs, u"a.txt"_qs, "x", "text/plain")));
        QCOMPARE(server->seen.back().path, QByteArray("/activities/A/tasks/t/artefacts/a.txt"));
        QVERIFY(wait(client->putArtefact(u"A"_qs, u"t"_qs, u"a.txt"_qs, "x", "text/plain", 3)));
        QCOMPARE(server->seen.back().path, QByteArray("/activities/A/tasks/t/artefacts/a.txt?lease_token=3"));
    }

    void aPostIsNotDeliveredTwiceWhenItsConnectionDrops()
    {
        server->script = {FakeServer::Reply{0}};
        const auto leases = wait(client->reserve({.workerId = u"w"_qs}));
        QVERIFY(!leases);
        QCOMPARE(leases.error().kind, ErrorKind::Transport);
        QVERIFY(leases.error().maybeDone);
        QCOMPARE(server->seen.size(), size_t(1));
        // The same over a kept connection, where QNetworkAccessManager is keenest to try again.
        QVERIFY(wait(client->queue()));
        server->script = {FakeServer::Reply{0}};
        QVERIFY(!wait(client->reserve({.workerId = u"w"_qs})));
        QCOMPARE(server->count("reserve"), 2);
    }

    void aCreationIsRepeatedWithTheSameKey()
    {
        server->script = {FakeServer::Reply{0}, FakeServer::Reply{503, "{}"},
                          FakeServer::Reply{201, R"({"items":[{"name":"a","status":"PENDING"}]})"}};
        const auto tasks = wait(client->enqueue(u"act-1"_qs, {{.name = u"a"_qs, .sla = u"1h"_qs}}));
        QVERIFY(tasks);
        QCOMPARE(tasks->front().status, u"PENDING"_qs);
        QCOMPARE(server->seen.size(), size_t(3));
        for (const FakeServer::Seen &seen : server->seen)
            QCOMPARE(seen.headers.value("idempotency-key"), server->seen.front().headers.value("idempotency-key"));
    }

    void whatOneTryMayHaveDoneIsNotForgottenByTheNext()
    {
        const QByteArray unknown = R"({"status":503,"maybe_done":true})";
        const std::vector<std::pair<std::deque<FakeServer::Answer>, bool>> cases{
            {{FakeServer::Reply{0}, FakeServer::Reply{503, "{}"}}, true},
            {{FakeServer::Reply{503, unknown}, FakeServer::Reply{503, "{}"}}, true},
            {{FakeServer::Reply{503, "{}"}, FakeServer::Reply{503, unknown}}, true},
            {{FakeServer::Reply{503, "{}"}, FakeServer::Reply{503, "{}"}}, false},
            {{FakeServer::Reply{502, ""}, FakeServer::Reply{503, "{}"}}, true}, // a proxy, which may have passed it on
        };
        connectWith({.retries = 1});
        for (const auto &[script, maybeDone] : cases) {
            server->script = script;
            const auto task = wait(client->comment(u"act-1"_qs, u"a"_qs, u"hm"_qs));
            QVERIFY(!task);
            QCOMPARE(task.error().status, 503);
            QCOMPARE(task.error().maybeDone, maybeDone);
        }
    }

    void whatIsDoneWithTasksAndActivitiesIsRepeatedWithTheSameKey()
    {
        const auto isRepeated = [&](auto &&call) {
            server->seen.clear();
            server->script = {FakeServer::Reply{0}, FakeServer::Reply{503, "{}"}, FakeServer::Reply{}};
            const QByteArray key = wait(call()) ? server->seen.front().headers.value("idempotency-key") : QByteArray();
            return !key.isEmpty() && server->seen.size() == 3 && server->seen.back().headers.value("idempotency-key") == key;
        };
        QVERIFY(isRepeated([&] { return client->act(u"act-1"_qs, u"a"_qs, u"hold"_qs); }));
        QVERIFY(isRepeated([&] { return client->comment(u"act-1"_qs, u"a"_qs, u"hm"_qs); }));
        QVERIFY(isRepeated([&] { return client->cancelActivity(u"act-1"_qs, u"over"_qs); }));
        QVERIFY(isRepeated([&] { return client->failActivity(u"act-1"_qs, u"blocked"_qs); }));
        server->script = {FakeServer::Reply{0}, FakeServer::Reply{}};
        QVERIFY(wait(client->act(u"act-1"_qs, u"a"_qs, u"complete"_qs))); // the same when said twice: costs no key
        QVERIFY(!server->seen.back().headers.contains("idempotency-key"));
    }

    void refusalsCarryTheirProblem_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        const QList<std::pair<int, ErrorKind>> cases{
            {400, ErrorKind::Validation}, {401, ErrorKind::Auth},     {403, ErrorKind::Forbidden},
            {404, ErrorKind::NotFound},   {409, ErrorKind::Conflict}, {410, ErrorKind::NotFound},
            {422, ErrorKind::Validation}, {500, ErrorKind::Server},
        };
        for (const auto &[status, kind] : cases)
            QTest::addRow("%d", status) << status << kind;
    }

    void refusalsCarryTheirProblem()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        server->script = {
            FakeServer::Reply{status, R"({"title":"No","detail":"why","errors":[{"pointer":"/sla","detail":"too short"}]})",
                              "Content-Type: application/problem+json\r\n"}};
        const auto task = wait(client->act(u"act-1"_qs, u"a"_qs, u"hold"_qs));
        QVERIFY(!task);
        QCOMPARE(task.error().kind, kind);
        QCOMPARE(task.error().status, status);
        QCOMPARE(task.error().text(), u"why; /sla: too short"_qs);
        QCOMPARE(server->seen.size(), size_t(1));
    }

    void saysTheSameOnce()
    {
        server->script = {FakeServer::Reply{
            422,
            R"({"title":"No","detail":"too short","errors":[{"pointer":"/sla","detail":"too short"},{"pointer":"/a","detail":"odd"}]})",
            "Content-Type: application/problem+json\r\n"}};
        const auto task = wait(client->act(u"act-1"_qs, u"a"_qs, u"hold"_qs));
        QVERIFY(!task);
        QCOMPARE(task.error().text(), u"/sla: too short; /a: odd"_qs);
    }

    void waitsAsLongAsTheServerAsksButNotForEver()
    {
        server->script = {FakeServer::Reply{429, "{}", "Retry-After: 0\r\n"}, FakeServer::Reply{200, R"({"items":[]})"}};
        QVERIFY(wait(client->reserve({.workerId = u"w"_qs}))); // refused means not done, so even this one is repeated
        server->script = {FakeServer::Reply{429, "{}", "Retry-After: 3600\r\n"}};
        const auto page = wait(client->queue());
        QCOMPARE(page.error().kind, ErrorKind::RateLimited);
        QCOMPARE(page.error().retryAfterMs, 3'600'000);
    }

    void aTokenThatNoTokenIsIsNotSent()
    {
        for (const QString &token : {u"x\r\nX-Injected: 1"_qs, u"ü"_qs}) {
            client = std::make_unique<Client>(Settings{.url = server->url(), .token = token});
            QCOMPARE(wait(client->queue()).error().kind, ErrorKind::Auth);
        }
        connectWith({});
        const auto handedIn = wait(client->putArtefact(u"A"_qs, u"t"_qs, u"a.txt"_qs, "x", "text/plain\r\nX-Injected: 1"));
        QVERIFY(!handedIn);
        QCOMPARE(handedIn.error().kind, ErrorKind::Validation);
        QVERIFY(server->seen.empty());
    }

    void aSilentServerIsATimeout()
    {
        connectWith({.timeoutMs = 100, .retries = 0});
        server->script = {FakeServer::Answer()};
        const auto page = wait(client->queue());
        QCOMPARE(page.error().kind, ErrorKind::Transport);
        QVERIFY(page.error().detail.contains(u"timed out"_qs));
    }

    void nobodyThereIsSaidAfterTheRetries()
    {
        connectWith({.retries = 1});
        server->stopListening();
        const auto leases = wait(client->reserve({.workerId = u"w"_qs}));
        QCOMPARE(leases.error().kind, ErrorKind::Transport);
        QVERIFY(!leases.error().maybeDone);
    }

    void redirectsAreNotFollowed()
    {
        server->script = {FakeServer::Reply{302, "", "Location: " + server->url().toEncoded() + "/elsewhere\r\n"}};
        QCOMPARE(wait(client->queue()).error().kind, ErrorKind::Unexpected);
        QCOMPARE(server->seen.size(), size_t(1));
    }

    void aWorkerIsRegisteredWithAllThatIsSaid()
    {
        server->script = {FakeServer::Reply{201, R"({"id":"alice"})"}};
        QVERIFY(wait(client->registerWorker({.name = u"Alice"_qs,
                                             .skills = {{u"ship"_qs, 4}},
                                             .channel = u"email:alice@county.gov"_qs,
                                             .calendar = u"office"_qs,
                                             .language = u"es"_qs})));
        QCOMPARE(server->seen.front().json(),
                 (QJsonObject{{u"name"_qs, u"Alice"_qs},
                              {u"skills"_qs, QJsonObject{{u"ship"_qs, 4}}},
                              {u"channel"_qs, u"email:alice@county.gov"_qs},
                              {u"calendar"_qs, u"office"_qs},
                              {u"language"_qs, u"es"_qs}}));
    }

    void aTaskAndAWorkerAreDescribedWhole()
    {
        const TaskSpec task{.name = u"a"_qs,
                            .sla = u"1h"_qs,
                            .cost = 2,
                            .skillLevelMin = 4,
                            .wishedSkills = {u"es"_qs},
                            .pools = {u"near"_qs}};
        QCOMPARE(task.toJson(),
                 QJsonDocument::fromJson(R"({"name":"a","sla":"1h","cost":2,"skill_level_min":4,
                                             "wished_skills":["es"],"pools":["near"]})")
                     .object());
        const QDateTime from({2026, 12, 1}, {8, 0}, Qt::UTC);
        const WorkerSpec worker{
            .name = u"w"_qs,
            .skills = {{u"a"_qs, 5}, {u"b"_qs, WorkerSpec::levelUnsaid}},
            .leave = std::vector<Leave>{{from, from.addDays(1), u"ann"_qs}, {from.addDays(5), from.addDays(6), {}}},
            .returnAfter = u"4h"_qs};
        QCOMPARE(worker.toJson(),
                 QJsonDocument::fromJson(R"({"name":"w","skills":{"a":5,"b":null},"return_after":"4h","leave":[
                     {"from":"2026-12-01T08:00:00.000Z","to":"2026-12-02T08:00:00.000Z","substitute":"ann"},
                     {"from":"2026-12-06T08:00:00.000Z","to":"2026-12-07T08:00:00.000Z"}]})")
                     .object());
        QCOMPARE((WorkerSpec{.name = u"w"_qs, .leave = std::vector<Leave>()}).toJson().value(u"leave"_qs),
                 QJsonValue(QJsonArray()));
    }

    void cancellingTheFutureEndsTheCall()
    {
        server->script = {FakeServer::Answer()};
        auto future = client->reserve({.workerId = u"w"_qs, .waitS = 60});
        QTRY_COMPARE(server->seen.size(), size_t(1));
        future.cancel();
        QTRY_COMPARE(server->closed, 1);
    }

    void aDestroyedClientCancelsItsFutures()
    {
        server->script = {FakeServer::Answer()};
        auto future = client->queue();
        client.reset();
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }
};

HMSACT_TEST(TestClient)

} // namespace hmsact::calls_test

#include "calls.moc"
