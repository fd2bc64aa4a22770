// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/rawclient.h"
#include "api/toyserver.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace hmsact::framing_test {

using namespace hmsact::api;
using namespace hmsact::api::test;

// What a stranger may put on the wire, byte by byte, and what must come back.
class TestFraming : public QObject
{
    Q_OBJECT

private slots:
    void badRequestIsRefused_data();
    void badRequestIsRefused();
    void goodRequestIsAnswered_data();
    void goodRequestIsAnswered();
    void noPathBeginsBehindAQuestionMark();
    void everyRefusalIsAProblem();
    void headHasNoBody();
    void everyAnswerCarriesTheCommonFields();
    void expectContinueIsHonoured();
    void pipelinedRequestsAreAnsweredInOrder();
    void unreadBodyEndsTheConnection();
    void endlessChunkExtensionIsCutOff();
    void randomBytesNeverStopTheServer();

private:
    ToyServer m_server;
};

void TestFraming::badRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto head = [](const QByteArray &fields) {
        return QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\n") + fields + "\r\n";
    };

    QTest::newRow("length and chunked") << head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" << 400;
    QTest::newRow("chunked and length") << head("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n" << 400;
    QTest::newRow("two lengths") << head("Content-Length: 5\r\nContent-Length: 6\r\n") + "hello!" << 400;
    QTest::newRow("two equal lengths") << head("Content-Length: 5\r\nContent-Length: 5\r\n") + "hello" << 400;
    QTest::newRow("length list") << head("Content-Length: 5, 5\r\n") + "hello" << 400;
    QTest::newRow("length +5") << head("Content-Length: +5\r\n") + "hello" << 400;
    QTest::newRow("length 0x5") << head("Content-Length: 0x5\r\n") + "hello" << 400;
    QTest::newRow("length -1") << head("Content-Length: -1\r\n") << 400;
    QTest::newRow("length of 30 digits") << head("Content-Length: 999999999999999999999999999999\r\n") << 400;
    QTest::newRow("gzip, chunked") << head("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n" << 400;
    QTest::newRow("identity") << head("Transfer-Encoding: identity\r\n") << 400;
    QTest::newRow("two codings") << head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n"
                                 << 400;
    QTest::newRow("chunked in 1.0") << QByteArray("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                    << 400;
    QTest::newRow("bad chunk size") << head("Transfer-Encoding: chunked\r\n") + "zz\r\nhello\r\n0\r\n\r\n" << 400;
    QTest::newRow("bad chunk end") << head("Transfer-Encoding: chunked\r\n") + "5\r\nhelloXX0\r\n\r\n" << 400;
    QTest::newRow("trailer") << head("Transfer-Encoding: chunked\r\n") + "0\r\nX-Late: 1\r\n\r\n" << 400;
    QTest::newRow("no host") << QByteArray("GET /ping HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << QByteArray("GET /ping HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("odd host") << QByteArray("GET /ping HTTP/1.1\r\nHost: a b/<c>\r\n\r\n") << 400;
    QTest::newRow("two empty lines") << QByteArray("\r\n\r\nGET /ping HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("no slash") << QByteArray("GET ping HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("fragment") << QByteArray("GET /ping#x HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("raw UTF-8 target") << QByteArray("GET /p\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("bare LF") << QByteArray("GET /ping HTTP/1.1\nHost: a\n\n") << 505; // the LF spoils the version
    QTest::newRow("blank before colon") << QByteArray("GET /ping HTTP/1.1\r\nHost : a\r\n\r\n") << 400;
    QTest::newRow("NUL in a field")
        << QByteArray("GET /ping HTTP/1.1\r\nHost: a\r\nX: a?b\r\n\r\n").replace('?', QByteArray(1, '\0')) << 400;
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15) << 400;
    QTest::newRow("no length") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\n\r\n") << 411;
    QTest::newRow("over the limit") << head("Content-Length: 1001\r\n") << 413;
    QTest::newRow("chunks over the limit")
        << head("Transfer-Encoding: chunked\r\n") + "7d0\r\n" + QByteArray(2000, 'x') << 413;
    QTest::newRow("body where none is taken")
        << QByteArray("GET /ping HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx") << 413;
    QTest::newRow("long target") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n" << 414;
    QTest::newRow("strange expectation") << head("Content-Length: 5\r\nExpect: tea\r\n") << 417;
    QTest::newRow("long header") << head("X: " + QByteArray(40'000, 'a') + "\r\n") << 431;
    QTest::newRow("many fields") << head(QByteArray("X: 1\r\n").repeated(100)) << 431;
    // Line by line, so that none is left over at the end of what is read at once.
    QTest::newRow("endless fields") << "GET /a HTTP/1.1\r\n" + QByteArray("a:\r\n").repeated(20'000) << 431;
    QTest::newRow("endless long fields") << "GET /a HTTP/1.1\r\n" + ("a:" + QByteArray(12'284, 'a') + "\r\n").repeated(4)
                                         << 431;
    QTest::newRow("endless trailers") << head("Transfer-Encoding: chunked\r\n") + "0\r\n"
            + QByteArray("a:\r\n").repeated(40'000)
                                      << 431;
    QTest::newRow("unknown method") << QByteArray("BREW /ping HTTP/1.1\r\nHost: a\r\n\r\n") << 501;
    QTest::newRow("HTTP/2.0") << QByteArray("GET /ping HTTP/2.0\r\nHost: a\r\n\r\n") << 505;
}

void TestFraming::badRequestIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_server.port());
    client.send(bytes);
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->fields.value("connection"), QByteArray("close"));
    QVERIFY(client.isClosedWithin(5000));
}

void TestFraming::goodRequestIsAnswered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const QByteArray chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("length") << request("POST", "/echo", "hello") << QByteArray("hello");
    QTest::newRow("empty body") << request("POST", "/echo", "") << QByteArray("");
    QTest::newRow("exactly the limit") << request("POST", "/echo", QByteArray(1000, 'x')) << QByteArray(1000, 'x');
    QTest::newRow("chunks") << chunked + "5\r\nhello\r\n1;ext=1\r\n!\r\n0\r\n\r\n" << QByteArray("hello!");
    QTest::newRow("absolute form") << QByteArray("GET http://any.where/ping HTTP/1.1\r\nHost: a\r\n\r\n")
                                   << QByteArray("pong");
    QTest::newRow("an empty line before it") << "\r\n" + request("POST", "/echo", "hello") << QByteArray("hello");
    QTest::newRow("IPv6 host") << QByteArray("GET /ping HTTP/1.1\r\nHost: [::1]:8311\r\n\r\n") << QByteArray("pong");
    QTest::newRow("HTTP/1.0 without host") << QByteArray("GET /ping HTTP/1.0\r\n\r\n") << QByteArray("pong");
    QTest::newRow("odd case") << QByteArray("GET /ping HTTP/1.1\r\nhOsT: A\r\ncOnNeCtIoN: KEEP-ALIVE\r\n\r\n")
                              << QByteArray("pong");
}

void TestFraming::goodRequestIsAnswered()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    RawClient client(m_server.port());
    QVERIFY(client.send(bytes));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, body);
}

void TestFraming::noPathBeginsBehindAQuestionMark()
{
    RawClient client(m_server.port());
    client.send("GET http://any.where?y/ping HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
}

void TestFraming::everyRefusalIsAProblem()
{
    RawClient client(m_server.port());
    client.send(request("GET", "/nowhere"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->fields.value("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(answer->json()[QLatin1String("status")].toInt(), 404);
    QVERIFY(!answer->json()[QLatin1String("title")].toString().isEmpty());
    QVERIFY(answer->json()[QLatin1String("title")] != answer->json()[QLatin1String("detail")]);
    QVERIFY(!answer->json()[QLatin1String("detail")].toString().isEmpty());
    client.send(request("GET", "/throw")); // and the connection goes on
    const auto failed = client.read();
    QVERIFY(failed);
    QCOMPARE(failed->status, 500);
}

void TestFraming::headHasNoBody()
{
    RawClient client(m_server.port());
    client.send(request("HEAD", "/ping") + request("GET", "/ping"));
    const auto head = client.read(true);
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QCOMPARE(head->fields.value("content-length"), QByteArray("4"));
    const auto get = client.read();
    QVERIFY(get);
    QCOMPARE(get->body, QByteArray("pong"));
}

void TestFraming::everyAnswerCarriesTheCommonFields()
{
    RawClient client(m_server.port());
    client.send(request("GET", "/ping") + request("GET", "/nowhere"));
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.read();
        QVERIFY(answer);
        QVERIFY(answer->fields.value("date").endsWith(" GMT"));
        QCOMPARE(answer->fields.value("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(answer->fields.value("cache-control"), QByteArray("no-store"));
    }
}

void TestFraming::expectContinueIsHonoured()
{
    RawClient client(m_server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    const auto go = client.read();
    QVERIFY(go);
    QCOMPARE(go->status, 100);
    client.send("hello");
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("hello"));
}

void TestFraming::pipelinedRequestsAreAnsweredInOrder()
{
    RawClient client(m_server.port());
    client.send(request("POST", "/echo", "one") + request("GET", "/wait") + request("POST", "/echo", "three")
                + request("GET", "/ping"));
    const auto one = client.read();
    QVERIFY(one);
    QCOMPARE(one->body, QByteArray("one"));
    m_server.takeWaiting().send(textResponse("two"));
    for (const char *expected : {"two", "three", "pong"}) {
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(expected));
    }
}

void TestFraming::unreadBodyEndsTheConnection()
{
    RawClient client(m_server.port());
    client.send(request("POST", "/nowhere", "GET /ping HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(client.read().has_value(), false); // what was in the body is not a request
}

void TestFraming::endlessChunkExtensionIsCutOff()
{
    RawClient client(m_server.port());
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=");
    const QByteArray more(64 * 1024, 'x');
    int sent = 0;
    while (sent < 1000 && client.send(more))
        ++sent;
    QVERIFY(sent < 1000); // 64 MB would have gone through
    RawClient other(m_server.port());
    other.send(request("GET", "/ping"));
    QVERIFY(other.read());
}

void TestFraming::randomBytesNeverStopTheServer()
{
    // Valid requests with bytes flipped, dropped and doubled. The seed is fixed: a failure can be repeated.
    std::mt19937 random(20261122);
    const QByteArray whole = request("POST", "/echo", "{\"a\": [1, 2, 3]}", "Content-Type: application/json\r\n")
        + "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = whole;
        for (int changes = 1 + static_cast<int>(random() % 5); changes > 0; --changes) {
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            switch (random() % 3) {
            case 0:
                bytes[at] = static_cast<char>(random() % 256);
                break;
            case 1:
                bytes.remove(at, 1 + static_cast<qsizetype>(random() % 8));
                break;
            default:
                bytes.insert(at, bytes.mid(at, static_cast<qsizetype>(random() % 16)));
                break;
            }
        }
        RawClient client(m_server.port());
        client.send(bytes);
    }
    RawClient client(m_server.port());
    client.send(request("GET", "/ping"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("pong"));
    QVERIFY(eventually([this] { return m_server.http().connections() == 1; }));
}

HMSACT_TEST(TestFraming)

} // namespace hmsact::framing_test

#include "framing.moc"
