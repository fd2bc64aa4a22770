// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/certificate.h"
#include "api/rawclient.h"
#include "api/toyserver.h"
#include "support/testprogram.h"

#include <QSslSocket>
#include <QTest>

namespace hmsact::httpserver_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

// Time, crowds and endings: slow clients, caps, abandoned waits, drain, certificates.
class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void slowHeaderIsCutOff();
    void slowBodyIsCutOff();
    void slowBodyHearsSoOverTlsToo();
    void guardIsAskedBeforeTheBody();
    void idleConnectionIsClosed();
    void slowClientsDoNotDisturbOthers();
    void connectionsOfOneAddressAreCapped();
    void whatIsNotAnsweredInTimeIsNotCalledUndone();
    void bodiesAtOnceAreCapped();
    void answersAtOnceAreCapped();
    void answerArrivesFromAnotherThread();
    void onlyTheFirstAnswerCounts();
    void abandonedWaitIsNoticed_data();
    void abandonedWaitIsNoticed();
    void whoSendsTooMuchHearsWhy_data();
    void whoSendsTooMuchHearsWhy();
    void bigAnswerSurvivesAnEarlyHangUp();
    void pendingAnswerIsDeliveredWhileDraining();
    void newRequestIsRefusedWhileDraining();
    void stopEndsWaitsAfterTheDrain();
    void lateAnswerIsHarmless();
    void portInUseIsAnError();
    void badAddressIsAnError();
    void speaksTls();
    void certificateIsReloaded();
    void badCertificateLeavesTheOldOne();
    void aKeyWithAPassphraseIsRefused();
    void stalledHandshakesAreCutOff();
};

namespace {

HttpLimits quick()
{
    HttpLimits limits;
    limits.header = limits.body = limits.idle = limits.handshake = milliseconds(300);
    return limits;
}

bool answersPing(quint16 port)
{
    RawClient client(port);
    client.send(request("GET", "/ping"));
    const auto answer = client.read();
    return answer && answer->body == "pong";
}

QByteArray commonName(quint16 port)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
    if (!socket.waitForEncrypted(10'000))
        return {};
    return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0).toLatin1();
}

// The status that a client hears which sends this and then a byte now and then, which prolongs no deadline; 0: none, or no
// proper end.
int answerToADrip(quint16 port, const QByteArray &beginning)
{
    RawClient client(port);
    client.send(beginning);
    QElapsedTimer timer;
    timer.start();
    while (!client.arrivesWithin(20) && client.send("a") && timer.elapsed() < 10'000) { }
    const auto answer = client.read();
    return answer && answer->fields.value("connection") == "close"
            && answer->fields.value("content-type") == "application/problem+json" && client.isClosedWithin(10'000)
        ? answer->status
        : 0;
}

} // namespace

void TestHttpServer::slowHeaderIsCutOff()
{
    ToyServer server(quick());
    QCOMPARE(answerToADrip(server.port(), "GET /ping HTTP/1.1\r\nX: "), 408);
}

void TestHttpServer::slowBodyIsCutOff()
{
    ToyServer server(quick());
    QCOMPARE(answerToADrip(server.port(), "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n"), 408);
}

// TLS goes on after a read that was called off half way through.
void TestHttpServer::slowBodyHearsSoOverTlsToo()
{
    ToyServer server(quick());
    const Certificate own("slow");
    QVERIFY(server.http().useCertificate(own.chainPem, own.keyPem).ok());
    QVERIFY(eventually([&] { return commonName(server.port()) == "slow"; }));
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QVERIFY(socket.waitForEncrypted(10'000));
    socket.write("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nx");
    QVERIFY(socket.waitForDisconnected(10'000));
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 408") && answer.contains("application/problem+json"), answer.constData());
}

void TestHttpServer::guardIsAskedBeforeTheBody()
{
    ToyServer server;
    RawClient client(server.port());
    client.send("POST /guarded HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\nExpect: 100-continue\r\n\r\n");
    const auto refused = client.read(); // not a byte of the body is sent
    QVERIFY(refused);
    QCOMPARE(refused->status, 401);
    QCOMPARE(refused->fields.value("connection"), QByteArray("close"));
    RawClient known(server.port());
    known.send(request("POST", "/guarded", "body", "Authorization: yes\r\n") + request("GET", "/ping"));
    QCOMPARE(known.read()->body, QByteArray("body"));
    QCOMPARE(known.read()->body, QByteArray("pong"));
}

void TestHttpServer::idleConnectionIsClosed()
{
    ToyServer server(quick());
    RawClient client(server.port());
    client.send(request("GET", "/ping"));
    QVERIFY(client.read());
    QVERIFY(client.isClosedWithin(10'000));
    QVERIFY(eventually([&] { return server.http().connections() == 0; }));
}

void TestHttpServer::slowClientsDoNotDisturbOthers()
{
    ToyServer server;
    std::vector<RawClient> slow;
    for (int i = 0; i < 300; ++i) {
        slow.emplace_back(server.port());
        slow.back().send(i % 2 == 0 ? "GET /pi" : "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx");
    }
    QVERIFY(answersPing(server.port()));
}

void TestHttpServer::connectionsOfOneAddressAreCapped()
{
    HttpLimits limits;
    limits.loopback = {100, 3, 0, 0};
    ToyServer server(limits);
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(request("GET", "/ping"));
        QVERIFY(clients.back().read());
    }
    RawClient fourth(server.port());
    QVERIFY(fourth.isClosedWithin(5000));
    clients.pop_back(); // the place is free again
    QVERIFY(eventually([&] { return answersPing(server.port()); }));
}

// What was asked for may still be done.
void TestHttpServer::whatIsNotAnsweredInTimeIsNotCalledUndone()
{
    ToyServer server;
    RawClient client(server.port());
    client.send(request("POST", "/late", "x"));
    const auto unknown = client.read();
    QVERIFY(unknown);
    QCOMPARE(unknown->status, 503);
    QVERIFY2(unknown->body.contains("look before you say it again"), unknown->body.constData());
    QVERIFY2(unknown->body.contains("\"maybe_done\":true"), unknown->body.constData());
    for (const QByteArray &question :
         {QByteArray("GET /late HTTP/1.1\r\nHost: a\r\n\r\n"), request("POST", "/late-answer", "x")}) {
        client.send(question);
        const auto unread = client.read();
        QVERIFY(unread);
        QCOMPARE(unread->status, 503);
        QVERIFY2(unread->body.contains("; try again"), unread->body.constData());
        QVERIFY2(!unread->body.contains("maybe_done"), unread->body.constData());
    }
}

void TestHttpServer::bodiesAtOnceAreCapped()
{
    HttpLimits limits;
    limits.bodyBytesAtOnce = 1000;
    ToyServer server(limits);
    RawClient first(server.port());
    first.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(first.read()->status, 100);
    RawClient second(server.port());
    second.send(request("POST", "/echo", QByteArray(200, 'x')));
    const auto refused = second.read();
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    first.send(QByteArray(900, 'x'));
    QCOMPARE(first.read()->status, 200);
    RawClient third(server.port());
    third.send(request("POST", "/echo", QByteArray(200, 'x')));
    QCOMPARE(third.read()->status, 200);
    first.send(request("POST", "/wait", QByteArray(900, 'x'))); // it has arrived, and lies there until it is answered
    const HttpReply reply = server.takeWaiting();
    third.send(request("POST", "/echo", QByteArray(200, 'x')));
    QCOMPARE(third.read()->status, 503);
    reply.send(textResponse("done"));
    QCOMPARE(first.read()->status, 200);
    RawClient fourth(server.port());
    fourth.send(request("POST", "/echo", QByteArray(200, 'x')));
    QCOMPARE(fourth.read()->status, 200);
}

// Of those that are not taken. Small ones are bounded by the number of connections.
void TestHttpServer::answersAtOnceAreCapped()
{
    HttpLimits limits;
    limits.answerBytesAtOnce = 6'000'000;
    ToyServer server(limits);
    RawClient slow(server.port());
    constexpr int many = 8; // more than the sockets hold
    slow.send(request("GET", "/big").repeated(many));
    RawClient other(server.port());
    QVERIFY(eventually([&] {
        other.send(request("GET", "/big"));
        const auto answer = other.read();
        return answer && answer->status == 503 && answer->fields.contains("retry-after");
    }));
    other.send(request("POST", "/big", "x"));
    const auto unknown = other.read();
    QVERIFY(unknown);
    QCOMPARE(unknown->status, 503);
    QVERIFY2(unknown->body.contains("maybe_done"), unknown->body.constData());
    QVERIFY(answersPing(server.port()));
    for (int i = 0; i < many; ++i)
        QCOMPARE(slow.read()->status, 200);
    other.send(request("GET", "/big"));
    QCOMPARE(other.read()->status, 200);
}

void TestHttpServer::answerArrivesFromAnotherThread()
{
    ToyServer server;
    RawClient client(server.port());
    client.send(request("GET", "/wait"));
    std::thread([reply = server.takeWaiting()] { reply.send(textResponse("later")); }).join();
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("later"));
}

void TestHttpServer::onlyTheFirstAnswerCounts()
{
    ToyServer server;
    RawClient client(server.port());
    client.send(request("GET", "/wait"));
    const HttpReply reply = server.takeWaiting();
    reply.send(textResponse("first"));
    reply.send(textResponse("second"));
    client.send(request("GET", "/ping"));
    QCOMPARE(client.read()->body, QByteArray("first"));
    QCOMPARE(client.read()->body, QByteArray("pong"));
    QVERIFY(reply.isGone());
}

void TestHttpServer::abandonedWaitIsNoticed_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestHttpServer::abandonedWaitIsNoticed()
{
    QFETCH(bool, reset);
    ToyServer server;
    RawClient client(server.port());
    client.send(request("GET", "/wait"));
    const HttpReply reply = server.takeWaiting();
    QVERIFY(!reply.isGone());
    reset ? client.reset() : client.close();
    QVERIFY(eventually([&] { return reply.isGone(); }));
    QVERIFY(eventually([&] { return server.http().connections() == 0; }));
    reply.send(textResponse("too late"));
    QVERIFY(answersPing(server.port()));
}

void TestHttpServer::whoSendsTooMuchHearsWhy_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("a file over the limit") << QByteArray("/upload") << 413;
    QTest::newRow("a stranger's file") << QByteArray("/guarded") << 401;
}

// Most clients send all of it before they read, and take a reset in between for a broken network.
void TestHttpServer::whoSendsTooMuchHearsWhy()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    ToyServer server;
    RawClient client(server.port());
    QVERIFY(client.send(request("PUT", target, QByteArray(26 * 1024 * 1024, 'x'))));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
}

void TestHttpServer::bigAnswerSurvivesAnEarlyHangUp()
{
    ToyServer server;
    for (int i = 0; i < 20; ++i) {
        RawClient client(server.port());
        client.send(request("GET", "/big"));
        i % 2 == 0 ? client.reset() : client.close();
    }
    RawClient client(server.port());
    client.send(request("GET", "/big"));
    QCOMPARE(client.read()->body.size(), 5'000'000);
}

void TestHttpServer::pendingAnswerIsDeliveredWhileDraining()
{
    ToyServer server;
    RawClient client(server.port());
    RawClient idle(server.port());
    client.send(request("GET", "/wait"));
    const HttpReply reply = server.takeWaiting();
    std::thread stopper([&] { server.http().stop(std::chrono::seconds(10)); });
    reply.send(textResponse("still here"));
    const auto answer = client.read();
    stopper.join();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("still here"));
    QVERIFY(idle.isClosedWithin(0));
    QVERIFY(!RawClient(server.port()).send(request("GET", "/ping")));
}

void TestHttpServer::newRequestIsRefusedWhileDraining()
{
    ToyServer server;
    RawClient client(server.port());
    client.send(request("GET", "/wait"));
    const HttpReply reply = server.takeWaiting();
    std::thread stopper([&] { server.http().stop(std::chrono::seconds(10)); });
    std::optional<RawAnswer> refused;
    QVERIFY(eventually([&] {
        RawClient late(server.port());
        late.send(request("GET", "/ping"));
        refused = late.read();
        return refused && refused->status == 503;
    }));
    QVERIFY(refused->fields.contains("retry-after"));
    QCOMPARE(refused->fields.value("content-type"), QByteArray("application/problem+json"));
    reply.send(textResponse("bye"));
    QVERIFY(client.read());
    stopper.join();
}

void TestHttpServer::stopEndsWaitsAfterTheDrain()
{
    ToyServer server;
    RawClient client(server.port());
    client.send(request("GET", "/wait"));
    const HttpReply reply = server.takeWaiting();
    server.http().stop(milliseconds(50));
    QVERIFY(reply.isGone());
    QVERIFY(client.isClosedWithin(0));
}

void TestHttpServer::lateAnswerIsHarmless()
{
    std::optional<HttpReply> reply;
    {
        ToyServer server;
        RawClient client(server.port());
        client.send(request("GET", "/wait"));
        reply = server.takeWaiting();
    }
    reply->send(textResponse("nobody is there"));
    QVERIFY(reply->isGone());
}

void TestHttpServer::portInUseIsAnError()
{
    ToyServer first;
    HttpServer second({}, [](const HttpHead &) { return HttpServer::Admission(); });
    const auto port = second.listen(u"127.0.0.1"_s, first.port());
    QVERIFY(!port);
    QCOMPARE(port.error().code, hmsact::domain::ErrorCode::Conflict);
    QVERIFY(port.error().detail.english().contains(QString::number(first.port())));
}

void TestHttpServer::badAddressIsAnError()
{
    HttpServer server({}, [](const HttpHead &) { return HttpServer::Admission(); });
    QCOMPARE(server.listen(u"not.an.address"_s, 0).error().code, hmsact::domain::ErrorCode::Invalid);
    QCOMPARE(server.listen(u"192.0.2.1"_s, 0).error().code, hmsact::domain::ErrorCode::Unavailable); // not of this machine
}

void TestHttpServer::speaksTls()
{
    ToyServer server;
    const Certificate own("first");
    QVERIFY(server.http().useCertificate(own.chainPem, own.keyPem).ok());
    QVERIFY(eventually([&] { return commonName(server.port()) == "first"; }));
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QVERIFY(socket.waitForEncrypted(10'000));
    socket.write(request("GET", "/ping"));
    QByteArray text;
    while (!text.endsWith("pong") && socket.waitForReadyRead(10'000))
        text += socket.readAll();
    QVERIFY(text.startsWith("HTTP/1.1 200"));
}

void TestHttpServer::certificateIsReloaded()
{
    ToyServer server;
    for (const char *name : {"first", "second"}) {
        const Certificate own(name);
        QVERIFY(server.http().useCertificate(own.chainPem, own.keyPem).ok());
        QVERIFY(eventually([&] { return commonName(server.port()) == name; }));
    }
}

void TestHttpServer::badCertificateLeavesTheOldOne()
{
    ToyServer server;
    const Certificate own("first");
    const Certificate other("other");
    QVERIFY(server.http().useCertificate(own.chainPem, own.keyPem).ok());
    QVERIFY(eventually([&] { return commonName(server.port()) == "first"; }));
    QVERIFY(!server.http().useCertificate(other.chainPem, own.keyPem).ok());
    QVERIFY(!server.http().useCertificate("nonsense", own.keyPem).ok());
    QCOMPARE(commonName(server.port()), QByteArray("first"));
}

void TestHttpServer::aKeyWithAPassphraseIsRefused()
{
    ToyServer server;
    const Certificate own("first");
    const auto status = server.http().useCertificate(own.chainPem, own.lockedKeyPem);
    QVERIFY(!status);
    QVERIFY2(status.error().detail.english().contains(QStringLiteral("has a passphrase")),
             qPrintable(status.error().detail.english()));
}

void TestHttpServer::stalledHandshakesAreCutOff()
{
    ToyServer server(quick());
    const Certificate own("first");
    QVERIFY(server.http().useCertificate(own.chainPem, own.keyPem).ok());
    QVERIFY(eventually([&] { return commonName(server.port()) == "first"; }));
    std::vector<RawClient> stalled;
    for (int i = 0; i < 100; ++i) {
        stalled.emplace_back(server.port());
        if (i % 2 == 0)
            stalled.back().send(QByteArray("\x16\x03\x01\x02\x00", 5));
    }
    QCOMPARE(commonName(server.port()), QByteArray("first"));
    for (RawClient &client : stalled)
        QVERIFY(client.isClosedWithin(10'000));
}

HMSACT_TEST(TestHttpServer)

} // namespace hmsact::httpserver_test

#include "httpserver.moc"
