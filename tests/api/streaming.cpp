// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "api/toyserver.h"
#include "domain/codec.h"
#include "engine/coredoor.h"
#include "support/testprogram.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <thread>

namespace hmsact::streaming_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// GET /stream: what listeners hear, and what they cost.
class TestStreaming : public QObject
{
    Q_OBJECT

private slots:
    void changesAreToldAsTheyAre();
    void figuresThatWereKeptAreAskedForAgain();
    void whoComesIsToldTheFiguresAndNobodyElse();
    void alertsAreToldWhenRaisedAndWhenAcknowledged();
    void manyChangesOfOneRowAreToldTogether();
    void listenerComesBackToItsPlace();
    void unknownPlaceMeansReadAgain();
    void slowListenerMissesInsteadOfHoarding();
    void revokedTokenEndsTheStream();
    void expiredTokenEndsTheStreamWhateverIsTold();
    void drainEndsTheStream();
    void quietStreamSaysItIsThere();
    void whatIsToldToNobodyLetsTheFeedRest();
    void whatCannotBeReadIsSaidOnce();
    void goneListenersAreForgotten();
    void listenersAreLimitedAndKnown();
};

namespace {

struct Told {
    QByteArray id;
    QByteArray event;
    QJsonObject data;
};

// One listener by HTTP/1.0, so that nothing stands between the events.
class Listener
{
public:
    explicit Listener(ApiFixture &api, const QByteArray &lastEventId = {}, const QByteArray &token = "viewer-token")
        : m_client(api.port())
    {
        QByteArray head = "GET /api/v1/stream HTTP/1.0\r\nAuthorization: Bearer " + token + "\r\n";
        if (!lastEventId.isEmpty())
            head += "Last-Event-ID: " + lastEventId + "\r\n";
        m_client.send(head + "\r\n");
        status = m_client.readUntil("\r\n\r\n").mid(9, 3).toInt();
        if (status == 200)
            m_client.readUntil("retry: 2000\n\n");
    }

    // The next event of this kind (any without one); skips others. Nothing when it does not come, though the stream lives.
    Told next(const QByteArray &event = {})
    {
        const QDeadlineTimer end(60'000);
        while (!end.hasExpired()) {
            const QByteArray text = m_client.readUntil("\n\n");
            Told told;
            for (const QByteArray &line : text.split('\n')) {
                if (line.startsWith("id: "))
                    told.id = line.mid(4);
                else if (line.startsWith("event: "))
                    told.event = line.mid(7);
                else if (line.startsWith("data: "))
                    told.data = QJsonDocument::fromJson(line.mid(6)).object();
            }
            if (text.isEmpty() || (!told.event.isEmpty() && (event.isEmpty() || told.event == event)))
                return told;
        }
        return {};
    }

    // Whether listeners are told of so many open activities.
    bool hearsOf(int openActivities)
    {
        for (Told told = next("stats"); !told.event.isEmpty(); told = next("stats")) {
            if (told.data[u"open_activities"].toInt() == openActivities)
                return true;
        }
        return false;
    }

    RawClient &raw() { return m_client; }
    int status = 0;

private:
    RawClient m_client;
};

const QJsonObject someRule{{u"name"_s, u"r"_s},
                           {u"when"_s, u"sla_breach"_s},
                           {u"then"_s, u"notify"_s},
                           {u"notify"_s, QJsonArray{u"console:supervisor"_s}}};

// How often listeners are told to read again within that time.
int resyncsWithin(Listener &listener, int timeMs)
{
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    while (listener.raw().arrivesWithin(std::max(0, timeMs - static_cast<int>(timer.elapsed()))))
        count += listener.next().event == "resync" ? 1 : 0;
    return count;
}

} // namespace

void TestStreaming::changesAreToldAsTheyAre()
{
    ApiFixture api;
    Listener listener(api);
    QCOMPARE(listener.status, 200);
    Listener figures(api); // they come before or behind what they count
    QVERIFY(figures.hearsOf(0));
    const QByteArray id = api.makeActivity({u"a"_s, u"b"_s});
    const Told activity = listener.next("activity");
    QCOMPARE(activity.data[u"id"].toString().toLatin1(), id);
    QCOMPARE(activity.data[u"state"].toString(), u"OPEN"_s);
    // What is told is what a reader gets.
    const auto row = [&](const QByteArray &list, const QString &key) {
        for (const QJsonValue &item : api.get(list)[u"items"].toArray()) {
            if (item[u"id"] == key)
                return item.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(activity.data, row("/activities", activity.data[u"id"].toString()));
    QSet<QString> names;
    for (int i = 0; i < 2; ++i) {
        const Told task = listener.next("task");
        QCOMPARE(task.data, row("/queue", task.data[u"id"].toString()));
        QCOMPARE(task.data[u"activity_id"].toString().toLatin1(), id);
        QCOMPARE(task.data[u"intent"].toString(), u"test"_s);
        names.insert(task.data[u"name"].toString());
    }
    QCOMPARE(names, QSet<QString>({u"a"_s, u"b"_s}));
    QVERIFY(figures.hearsOf(1));
    api.post("/activities/" + id + "/tasks/a/complete", {{u"worker_id"_s, u"w"_s}});
    QCOMPARE(listener.next("task").data[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// Figures that are dear to read serve for a while: after the last change they must not stay those from before it.
void TestStreaming::figuresThatWereKeptAreAskedForAgain()
{
    ApiFixture api(ApiFixture::ClockKind::Slow);
    Listener listener(api);
    QVERIFY(listener.hearsOf(0));
    api.makeActivity();
    QVERIFY(listener.hearsOf(1));
}

void TestStreaming::whoComesIsToldTheFiguresAndNobodyElse()
{
    ApiFixture api;
    Listener listener(api);
    QVERIFY(listener.hearsOf(0));
    for (int i = 0; i < 20; ++i) {
        Listener other(api);
        QVERIFY(other.hearsOf(0));
    }
    api.makeActivity();
    int told = 0;
    for (Told one = listener.next(); one.event != "activity"; one = listener.next()) {
        QVERIFY(!one.event.isEmpty());
        told += one.event == "stats" ? 1 : 0;
    }
    QVERIFY2(told <= 2, qPrintable(QString::number(told)));
}

void TestStreaming::alertsAreToldWhenRaisedAndWhenAcknowledged()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeWorker(u"bot-1"_s, {u"a"_s}); // for what is late
    api.makeActivity({u"a"_s});
    Listener listener(api);
    api.post("/sandbox/advance", {{u"by"_s, u"2h"_s}});
    const Told raised = listener.next("alert");
    QCOMPARE(raised.data[u"task"].toString(), u"a"_s);
    QVERIFY(raised.data[u"acknowledged_at"].isNull());
    api.post("/alerts/" + raised.data[u"id"].toString().toLatin1() + "/ack", {});
    const Told acknowledged = listener.next("alert");
    QCOMPARE(acknowledged.data[u"id"], raised.data[u"id"]);
    QCOMPARE(acknowledged.data[u"acknowledged_by"].toString(), u"admin"_s);
}

void TestStreaming::manyChangesOfOneRowAreToldTogether()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity({u"a"_s});
    Listener listener(api);
    constexpr int comments = 400;
    std::vector<domain::Request> requests;
    for (int i = 0; i < comments; ++i) {
        domain::ActOnTask say{{*domain::ActivityId::fromString(QString::fromLatin1(id)), u"a"_s, {}}, {}};
        say.input.action = i % 2 == 0 ? domain::TaskAction::Hold : domain::TaskAction::Resume;
        say.input.reason = QString::number(i);
        requests.push_back({say, {u"boss"_s, domain::Role::Admin, {}}, {}});
    }
    (void)engine::sendAllAndWait(api.core(), std::move(requests));
    const int version = api.get("/activities/" + id + "/tasks/a")[u"version"].toInt();
    QVERIFY(version >= comments);
    int told = 0;
    for (Told task = listener.next("task"); task.data[u"version"].toInt() < version; task = listener.next("task")) {
        QVERIFY(!task.event.isEmpty());
        ++told;
    }
    QVERIFY2(told < comments / 10, qPrintable(QString::number(told)));
}

void TestStreaming::listenerComesBackToItsPlace()
{
    ApiFixture api;
    QByteArray last;
    {
        Listener listener(api);
        api.makeActivity();
        last = listener.next("activity").id;
    }
    const QByteArray missed = api.makeActivity();
    Listener again(api, last);
    QCOMPARE(again.next("activity").data[u"id"].toString().toLatin1(), missed);
    Listener twice(api, last); // the place is not used up
    QCOMPARE(twice.next("activity").data[u"id"].toString().toLatin1(), missed);
}

void TestStreaming::unknownPlaceMeansReadAgain()
{
    ApiFixture api;
    for (const char *id : {"another-17", "nonsense", "-", "17"}) {
        Listener listener(api, id);
        const Told told = listener.next();
        QCOMPARE(told.event, QByteArray("resync"));
        QCOMPARE(told.data[u"reason"].toString(), u"unknown_id"_s);
        api.makeActivity();
        QVERIFY(!listener.next("activity").id.isEmpty()); // and then it goes on
    }
}

void TestStreaming::slowListenerMissesInsteadOfHoarding()
{
    ApiSettings patient;
    patient.limits.write = std::chrono::minutes(5); // on a busy machine this takes longer than who reads nothing may
    ApiFixture api(ApiFixture::ClockKind::Real, patient);
    Listener slow(api);
    Listener quick(api);
    const QJsonObject big{{u"x"_s, QString(200'000, u'x')}};
    for (int i = 0; i < 20; ++i) { // 40 MB: more than the ring and the sockets together
        QSet<QString> untold;
        for (int k = 0; k < 10; ++k) {
            const auto reply = engine::sendAndWait(
                api.core(), domain::CreateActivity{u"c"_s, u"big"_s, 3'600'000, 5, big, {}}, domain::Actor::engine());
            QVERIFY(reply);
            untold.insert(reply->activity.id.toString());
        }
        while (!untold.isEmpty()) {
            const Told told = quick.next("activity");
            QVERIFY(!told.event.isEmpty());
            untold.remove(told.data[u"id"].toString());
        }
    }
    const Told told = slow.next("resync");
    QCOMPARE(told.data[u"reason"].toString(), u"too_slow"_s);
    QVERIFY(!told.id.isEmpty());
}

void TestStreaming::revokedTokenEndsTheStream()
{
    ApiFixture api;
    const QJsonObject token = api.post("/tokens", {{u"name"_s, u"desk"_s}, {u"role"_s, u"viewer"_s}});
    Listener listener(api, {}, token[u"token"].toString().toLatin1());
    Listener other(api);
    QCOMPARE(listener.status, 200);
    const QByteArray id = token[u"id"].toString().toLatin1();
    QCOMPARE(api.call("DELETE", "/tokens/" + id, "admin-token").status, 200);
    QVERIFY(listener.raw().isClosedWithin(10'000));
    api.makeActivity();
    QVERIFY(!other.next("activity").id.isEmpty()); // the other one listens on
}

void TestStreaming::expiredTokenEndsTheStreamWhateverIsTold()
{
    ApiSettings settings;
    settings.limits.streamIdle = std::chrono::milliseconds(5 * domain::limits::streamCoalesceMs);
    ApiFixture api(ApiFixture::ClockKind::Virtual, settings);
    const qint64 endMs = api.clock().nowMs() + 60'000;
    const QJsonObject token = api.post(
        "/tokens", {{u"name"_s, u"desk"_s}, {u"role"_s, u"viewer"_s}, {u"expires_at"_s, domain::formatTime(endMs)}});
    Listener listener(api, {}, token[u"token"].toString().toLatin1());
    api.clock().set(endMs + 1);
    const std::jthread busy([&](const std::stop_token &stop) { // never quiet for as long as a beat
        while (!stop.stop_requested())
            api.makeActivity();
    });
    QVERIFY(listener.raw().isClosedWithin(10'000));
}

void TestStreaming::drainEndsTheStream()
{
    ApiFixture api;
    RawClient chunked(api.port());
    chunked.send(request("GET", "/api/v1/stream", {}, "Authorization: Bearer viewer-token\r\n"));
    QVERIFY(chunked.readUntil("\r\n\r\n").contains("chunked"));
    QVERIFY(!chunked.readUntil("event: stats").isEmpty());
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] { api.server().stop(10'000); });
    const QByteArray end = chunked.readUntil("\r\n0\r\n\r\n");
    chunked.close();
    stopper.join();
    QVERIFY(!end.isEmpty());
    QVERIFY(timer.elapsed() < 5'000);
}

void TestStreaming::quietStreamSaysItIsThere()
{
    ApiSettings settings;
    settings.limits.streamIdle = std::chrono::milliseconds(20);
    ApiFixture api(ApiFixture::ClockKind::Real, settings);
    Listener listener(api);
    QVERIFY(!listener.raw().readUntil(": still here\n\n").isEmpty());
    QVERIFY(!listener.raw().readUntil(": still here\n\n").isEmpty());
}

// A feed that goes on asking says so once the core is away.
void TestStreaming::whatIsToldToNobodyLetsTheFeedRest()
{
    ApiFixture api;
    Listener listener(api);
    listener.next("stats");
    api.makeWorker(u"bot-1"_s, {u"a"_s});
    api.post("/escalations/rules", someRule);
    QCOMPARE(api.misfits.join(u'\n'), QString());
    QCOMPARE(resyncsWithin(listener, 5 * domain::limits::streamCoalesceMs), 0);
    api.closeCore();
    QCOMPARE(resyncsWithin(listener, 10 * domain::limits::streamCoalesceMs), 0);
}

void TestStreaming::whatCannotBeReadIsSaidOnce()
{
    ApiFixture api;
    Listener listener(api);
    listener.next("stats");
    api.post("/escalations/rules", someRule);
    api.closeCore(); // perhaps before the feed has looked
    const int count = resyncsWithin(listener, 20 * domain::limits::streamCoalesceMs);
    QVERIFY2(count <= 1, qPrintable(QString::number(count)));
}

void TestStreaming::goneListenersAreForgotten()
{
    ApiFixture api;
    for (int i = 0; i < 3; ++i) {
        Listener listener(api);
        QCOMPARE(listener.status, 200);
    }
    QVERIFY(eventually([&] { return api.server().connections() == 0; }));
}

void TestStreaming::listenersAreLimitedAndKnown()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "/stream", "").status, 401);
    QCOMPARE(api.call("HEAD", "/stream", "viewer-token").status, 200);
    std::vector<std::unique_ptr<Listener>> all;
    for (int i = 0; i < domain::limits::streamsMax; ++i) {
        all.push_back(std::make_unique<Listener>(api));
        QCOMPARE(all.back()->status, 200);
    }
    QCOMPARE(api.call("GET", "/stream", "viewer-token").status, 503);
    all.pop_back();
    QVERIFY(eventually([&] { return Listener(api).status == 200; }));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestStreaming)

} // namespace hmsact::streaming_test

#include "streaming.moc"
