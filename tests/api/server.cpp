// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "api/certificate.h"
#include "domain/codec.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QTest>

#include <latch>

namespace hmsact::server_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Starting, what can go wrong with it, and answering while the core cannot.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void answersWithItsAddress();
    void portInUseIsOneClearLine();
    void unreadableCertificateIsOneClearLine();
    void servesAndReloadsTls();
    void descriptionNamesThePublicUrl();
    void hungCoreIsNotReadyWithinASecond();
    void whoIsKnownWaitsForNoReader();
    void whatEverybodyKnowsOpensNothingToStrangersPages_data();
    void whatEverybodyKnowsOpensNothingToStrangersPages();
    void whoComesByThisMachinesAddressIsNoStranger();
    void startsAgainAfterStop();
};

namespace {

void writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
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

} // namespace

void TestServer::answersWithItsAddress()
{
    ApiFixture api;
    ApiSettings settings;
    settings.address = u"localhost"_s;
    settings.port = 0;
    Server server(api.core(), settings);
    const auto url = server.start();
    QVERIFY(url);
    QVERIFY2(url->startsWith(u"http://127.0.0.1:"), qPrintable(*url));
}

void TestServer::portInUseIsOneClearLine()
{
    ApiFixture api;
    ApiSettings settings;
    settings.port = api.port();
    const auto url = Server(api.core(), settings).start();
    QVERIFY(!url);
    QCOMPARE(url.error().code, domain::ErrorCode::Conflict);
    QVERIFY(url.error().detail.english().contains(QString::number(api.port())));
    QVERIFY(!url.error().detail.english().contains(u'\n'));
}

void TestServer::unreadableCertificateIsOneClearLine()
{
    ApiFixture api;
    ApiSettings settings;
    settings.port = 0;
    settings.tlsCertFile = u"/nowhere/cert.pem"_s;
    settings.tlsKeyFile = u"/nowhere/key.pem"_s;
    const auto missing = Server(api.core(), settings).start();
    QVERIFY(!missing);
    QVERIFY(missing.error().detail.english().contains(u"/nowhere/cert.pem"));
    settings.tlsCertFile = settings.tlsKeyFile = api.file(u"nonsense.pem"_s);
    writeFile(settings.tlsCertFile, "nonsense");
    const auto bad = Server(api.core(), settings).start();
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, domain::ErrorCode::Invalid);
}

void TestServer::servesAndReloadsTls()
{
    ApiFixture api;
    ApiSettings settings;
    settings.port = 0;
    settings.tlsCertFile = api.file(u"cert.pem"_s);
    settings.tlsKeyFile = api.file(u"key.pem"_s);
    const Certificate first("first");
    writeFile(settings.tlsCertFile, first.chainPem);
    writeFile(settings.tlsKeyFile, first.keyPem);
    Server server(api.core(), settings);
    const auto url = server.start();
    QVERIFY(url);
    QVERIFY(url->startsWith(u"https://"));
    const auto port = static_cast<quint16>(QUrl(*url).port());
    QCOMPARE(commonName(port), QByteArray("first"));

    const Certificate second("second");
    writeFile(settings.tlsCertFile, second.chainPem);
    QVERIFY(!server.reloadCertificate().ok()); // the key is still the first one's
    QCOMPARE(commonName(port), QByteArray("first"));
    writeFile(settings.tlsKeyFile, second.keyPem);
    QVERIFY(server.reloadCertificate().ok());
    QCOMPARE(commonName(port), QByteArray("second"));
}

void TestServer::descriptionNamesThePublicUrl()
{
    ApiSettings settings;
    settings.publicUrl = u"https://act.example.gov"_s;
    ApiFixture api(ApiFixture::ClockKind::Real, settings);
    QCOMPARE(api.description()[u"servers"][0][u"url"].toString(), settings.publicUrl);
}

void TestServer::hungCoreIsNotReadyWithinASecond()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    std::latch hung(1);
    std::latch release(1);
    std::atomic<bool> first{true};
    const auto subscription = api.core().subscribe([&](const domain::ChangeSet &) {
        if (!first.exchange(false))
            return;
        hung.count_down();
        release.wait();
    });
    api.makeActivity();
    hung.wait();
    QElapsedTimer timer;
    timer.start();
    const RawAnswer answer = api.call("GET", "//readyz", "");
    const int status = answer.status;
    const qint64 elapsed = timer.elapsed();
    const int alive = api.call("GET", "//healthz", "").status;
    release.count_down();
    QCOMPARE(status, 503);
    QVERIFY2(answer.body.contains("the engine has not answered"), answer.body.constData());
    QVERIFY(!answer.body.contains("database"));
    QVERIFY(elapsed >= 900);
    QCOMPARE(alive, 200);
    QTRY_COMPARE(api.call("GET", "//readyz", "").status, 200);
}

// What lists cost is nobody else's time: a token that was good a moment ago is looked up anew while it is served, also where
// more has changed than is worth naming.
void TestServer::whoIsKnownWaitsForNoReader()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    std::atomic<bool> isMuch = false;
    const auto subscription = api.core().subscribe([&](const domain::ChangeSet &changes) {
        if (changes.overflow)
            isMuch = true;
    });
    const qint64 endMs = api.clock().nowMs() + 60'000;
    const QByteArray ending = api.post("/tokens",
                                       {{u"name"_s, u"desk"_s},
                                        {u"role"_s, u"supervisor"_s},
                                        {u"expires_at"_s, domain::formatTime(endMs)}})[u"token"]
                                  .toString()
                                  .toLatin1();
    const auto say = [&](const QByteArray &token) {
        return api.call("POST", "/activities", token, R"({"citizen_id": "c", "intent": "i", "sla": "1h"})").status;
    };
    QStringList names;
    for (int i = 0; i < domain::limits::tasksPerCallMax; ++i)
        names.append(u"dig %1"_s.arg(i));
    const QByteArray large = api.makeActivity(names);
    QCOMPARE(say("supervisor-token"), 201); // nothing is told any more that has the tokens forgotten
    QCOMPARE(say(ending), 201);
    const QJsonObject oneMore{{u"name"_s, u"fill"_s}, {u"sla"_s, u"1h"_s}};
    api.post("/activities/" + large + "/tasks", {{u"tasks"_s, QJsonArray{oneMore}}});
    api.post("/activities/" + large + "/cancel", {{u"reason"_s, u"too deep"_s}});
    api.makeActivity();
    QCOMPARE(api.misfits, QStringList());
    QVERIFY(isMuch);
    QVERIFY(!RawClient(api.port()).isClosedWithin(2'100)); // a token is looked up every other second
    std::latch release(1);
    api.hangReader(release);
    QElapsedTimer timer;
    timer.start();
    const int known = say("supervisor-token");
    const int again = say("supervisor-token");
    api.clock().set(endMs);
    const int ended = say(ending);
    const qint64 elapsed = timer.elapsed();
    release.count_down();
    QCOMPARE(known, 201);
    QCOMPARE(again, 201);
    QCOMPARE(ended, 401);
    QVERIFY2(elapsed < 10'000, qPrintable(QString::number(elapsed)));
}

void TestServer::whatEverybodyKnowsOpensNothingToStrangersPages_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("elsewhere"); // where the tokens are nobody's but their owners'
    QTest::newRow("localhost") << QByteArray("Host: localhost\r\n") << 200 << 200;
    QTest::newRow("with a port") << QByteArray("Host: LocalHost:8311\r\n") << 200 << 200;
    QTest::newRow("IPv4") << QByteArray("Host: 127.0.0.1:1\r\nOrigin: http://localhost:5173\r\n") << 200 << 200;
    QTest::newRow("IPv6") << QByteArray("Host: [::1]:8311\r\nOrigin: http://[::1]:8311\r\n") << 200 << 200;
    QTest::newRow("no page") << QByteArray("Host: desk\r\n") << 200 << 200;
    QTest::newRow("a name that was bent here")
        << QByteArray("Host: evil.example:1\r\nOrigin: http://evil.example:1\r\n") << 403 << 200;
    QTest::newRow("one that begins alike")
        << QByteArray("Host: localhost\r\nOrigin: http://localhost.evil.example\r\n") << 403 << 200;
    QTest::newRow("one that ends alike") << QByteArray("Host: localhost\r\nOrigin: http://evil.example:127.0.0.1\r\n") << 403
                                         << 200;
    QTest::newRow("a page of others") << QByteArray("Host: localhost\r\nOrigin: https://evil.example\r\n") << 403 << 200;
    QTest::newRow("a page of nobody") << QByteArray("Host: localhost\r\nOrigin: null\r\n") << 403 << 200;
}

void TestServer::whatEverybodyKnowsOpensNothingToStrangersPages()
{
    QFETCH(QByteArray, fields);
    for (const bool isKnownToAll : {true, false}) {
        ApiSettings settings;
        settings.isKnownToAll = isKnownToAll;
        ApiFixture api(ApiFixture::ClockKind::Real, settings);
        RawClient client(api.port());
        client.send("GET /api/v1/stats HTTP/1.1\r\nAuthorization: Bearer admin-token\r\n" + fields + "\r\n");
        const auto answer = client.read();
        QVERIFY(answer);
        QTEST(answer->status, isKnownToAll ? "status" : "elsewhere");
        QVERIFY(answer->status == 200 || answer->json()[u"detail"].toString().contains(u"sandbox"));
    }
}

void TestServer::whoComesByThisMachinesAddressIsNoStranger()
{
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    const auto own = std::ranges::find_if(all, [](const QHostAddress &address) {
        return !address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    const QHostAddress address = own == all.end() ? QHostAddress(QHostAddress::LocalHost) : *own;
    ApiSettings settings;
    settings.address = address.toString();
    settings.limits.remote = {64, 2, 0, 0};
    ApiFixture core;
    settings.port = 0;
    Server server(core.core(), settings);
    const auto url = server.start();
    QVERIFY(url);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 4; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->setProxy(QNetworkProxy::NoProxy);
        sockets.back()->connectToHost(address, static_cast<quint16>(QUrl(*url).port()));
        QVERIFY(sockets.back()->waitForConnected());
        sockets.back()->write("GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n");
        QVERIFY2(sockets.back()->waitForReadyRead(10'000), qPrintable(sockets.back()->errorString()));
        QCOMPARE(sockets.back()->read(12), QByteArray("HTTP/1.1 200"));
    }
}

void TestServer::startsAgainAfterStop()
{
    ApiFixture api;
    ApiSettings settings;
    settings.port = api.port();
    api.server().stop(0);
    Server next(api.core(), settings);
    QVERIFY(next.start().ok());
    QCOMPARE(api.call("GET", "//healthz", "").status, 200);
    next.stop(0);
    next.stop(0); // and once more changes nothing
}

HMSACT_TEST(TestServer)

} // namespace hmsact::server_test

#include "server.moc"
