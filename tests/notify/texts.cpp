// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/mime.h"
#include "notify/privateaddress.h"
#include "notify/transfer.h"
#include "notify/webhooksender.h"
#include "notify/wording.h"
#include "support/testprogram.h"

#include <QHostAddress>
#include <QTest>

#include <netinet/in.h>

namespace hmsact::texts_test {

using namespace hmsact::notify;
using namespace Qt::StringLiterals;

// What messages say, how they look on the wire, and where they may not go.
class TextsTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatAndWhenAndNothingElse();
    void saysHowManyWait();
    void namesARequestOnce();
    void saysTimesOfTheReadersWall();
    void speaksTheRecipientsLanguage();
    void aDigestCountsAndLists();
    void hostileNamesStayInTheirLine();
    void anAssignmentHasOneLinkAndOneCode();
    void aDigestHasALinkForEachTask();
    void headersAreAscii_data();
    void headersAreAscii();
    void linesAreShort();
    void privateAddressesAreKnown_data();
    void privateAddressesAreKnown();
    void signsLikeTheStandard();
    void anOptionThatIsNotTakenIsKnown();

private:
    static domain::Notification notification(const QJsonObject &facts)
    {
        domain::Notification n;
        n.id = {7};
        n.facts = facts;
        n.activity = {11};
        return n;
    }
    static Text text(const QJsonObject &facts) { return Wording(u"en"_s).of({notification(facts), {}}); }
};

static const QJsonObject facts{{u"task"_s, u"fetch_vaccine_log"_s},
                               {u"due_at_ms"_s, qint64(1'795'000'000'000)},
                               {u"rule"_s, u"County default"_s},
                               {u"reason"_s, u"sla_breach"_s},
                               {u"citizen_id"_s, u"jordan"_s}};

void TextsTest::saysWhatAndWhenAndNothingElse()
{
    const Text said = text(facts);
    QCOMPARE(said.subject, u"Overdue: fetch_vaccine_log"_s);
    QCOMPARE(said.lines,
             QStringList({u"Activity act-000000000000b"_s, u"due 2026-11-18 11:06 UTC"_s, u"Rule: County default"_s}));
}

void TextsTest::saysHowManyWait()
{
    QJsonObject queue{
        {u"reason"_s, u"queue_depth"_s}, {u"rule"_s, u"County default"_s}, {u"depth"_s, 5}, {u"skill"_s, u"dig"_s}};
    QCOMPARE(text(queue).subject, u"5 wait for “dig”"_s);
    QCOMPARE(text(queue).lines, QStringList{u"Rule: County default"_s});
    domain::Parcel parcel{notification(queue), {notification(facts)}};
    QCOMPARE(Wording(u"en"_s).of(parcel).lines.front(), u"5 wait for “dig”"_s);
    queue.insert(u"language"_s, u"es"_s);
    QCOMPARE(text(queue).subject, u"5 tareas esperan a «dig»"_s);
    queue.insert(u"depth"_s, 1);
    QCOMPARE(text(queue).subject, u"1 tarea espera a «dig»"_s);
}

void TextsTest::namesARequestOnce()
{
    QJsonObject late = facts;
    late.remove(u"task"_s);
    late.insert(u"reason"_s, u"activity_sla_breach"_s);
    QCOMPARE(text(late).subject, u"The request is overdue: act-000000000000b"_s);
    QCOMPARE(text(late).lines, QStringList({u"due 2026-11-18 11:06 UTC"_s, u"Rule: County default"_s}));
    domain::Parcel parcel{notification(late), {notification(facts)}};
    QCOMPARE(Wording(u"en"_s).of(parcel).lines.front(),
             u"The request is overdue: act-000000000000b · due 2026-11-18 11:06 UTC"_s);
}

void TextsTest::saysTimesOfTheReadersWall()
{
    for (const auto &[zone, due] : {std::pair(u"America/Chicago"_s, u"due 2026-11-18 05:06 CST"_s),
                                    std::pair(u"America/Sao_Paulo"_s, u"due 2026-11-18 08:06 UTC-03"_s),
                                    std::pair(u"nowhere"_s, u"due 2026-11-18 11:06 UTC"_s)}) {
        QJsonObject there = facts;
        there.insert(u"time_zone"_s, zone);
        QCOMPARE(text(there).lines.value(1), due);
    }
}

void TextsTest::speaksTheRecipientsLanguage()
{
    QJsonObject spanish = facts;
    spanish.insert(u"language"_s, u"es"_s);
    Wording wording(u"en"_s);
    const Text said = wording.of({notification(spanish), {}});
    QCOMPARE(said.subject, u"Fuera de plazo: fetch_vaccine_log"_s);
    QCOMPARE(said.lines.value(2), u"Regla: County default"_s);
    QCOMPARE(wording.of({notification(facts), {}}).subject, u"Overdue: fetch_vaccine_log"_s);
}

void TextsTest::aDigestCountsAndLists()
{
    domain::Parcel parcel{notification(facts), std::vector<domain::Notification>(29, notification(facts))};
    const Text said = Wording(u"en"_s).of(parcel);
    QCOMPARE(said.subject, u"HMS-ACT: 30 messages"_s);
    QCOMPARE(said.lines.size(), 21);
    QCOMPARE(said.lines.front(), u"Overdue: fetch_vaccine_log · act-000000000000b · due 2026-11-18 11:06 UTC"_s);
    QCOMPARE(said.lines.back(), u"and 10 more"_s);
}

void TextsTest::hostileNamesStayInTheirLine()
{
    const QString hostile = u"a\r\nBcc: evil@x\r\n\r\n<script>alert(1)</script>\u202e\u2028.\u0000"_s;
    const Text said = text({{u"task"_s, hostile}, {u"rule"_s, hostile}});
    for (const QString &line : said.lines + QStringList{said.subject}) {
        for (const QChar c : line)
            QVERIFY(c >= u' ' && c != u'\u202e' && c != u'\u2028');
    }
    // Even if they came through: nothing of it becomes a header.
    const QByteArray bytes = mail({"a@b", "c@d", {hostile, {hostile}}, "ntf-1", "b", QDateTime::currentDateTimeUtc()});
    const QByteArray head = bytes.left(bytes.indexOf("\r\n\r\n"));
    QVERIFY(!head.contains("Bcc"));
    QVERIFY(!bytes.mid(bytes.indexOf("text/html")).contains("<script>"));
    QVERIFY(bytes.contains("&lt;script&gt;"));
}

void TextsTest::anAssignmentHasOneLinkAndOneCode()
{
    const QString name = u"see https://evil.example/t/x or AB2DEF"_s;
    domain::Parcel parcel{notification({{u"task"_s, name}, {u"due_at_ms"_s, qint64(1'795'000'000'000)}}), {}};
    parcel.notification.kind = domain::NotificationKind::Assignment;
    parcel.seals = {{u"abc-_1"_s, u"7KQ2MX"_s}};
    const Text said = Wording(u"en"_s, u"https://desk.county.gov/"_s).of(parcel);
    const QByteArray bytes = mail({"a@b", "c@d", said, "ntf-1", "b", QDateTime::currentDateTimeUtc()});
    const QByteArray text = bytes.left(bytes.indexOf("text/html"));
    QCOMPARE(text.count("://"), 1);
    QVERIFY(text.contains("\r\nhttps://desk.county.gov/t/abc-_1\r\n"));
    QVERIFY(text.contains("\r\n7KQ2MX\r\n"));
    const QByteArray page = bytes.mid(bytes.indexOf("text/html"));
    QVERIFY(page.contains("href=3D\"https://desk.county.gov/t/abc-_1\""));
    QVERIFY(!page.contains("evil.example/t/x\""));

    parcel.seals.front().code.clear(); // where the button is enough
    const Text plain = Wording(u"en"_s, u"https://desk.county.gov"_s).of(parcel);
    const QByteArray codeless = mail({"a@b", "c@d", plain, "ntf-1", "b", QDateTime::currentDateTimeUtc()});
    QVERIFY(codeless.contains("\r\nhttps://desk.county.gov/t/abc-_1\r\n\r\nThe link is for you"));
    QVERIFY(!codeless.contains("asks for this code") && !codeless.contains("monospace"));

    parcel.seals.clear();
    QVERIFY(Wording(u"en"_s, u"https://desk.county.gov"_s).of(parcel).answering.empty());
}

// Late, together with what is only told: each task has its own link and code, and the rest is a number.
void TextsTest::aDigestHasALinkForEachTask()
{
    domain::Parcel parcel{notification({{u"task"_s, u"dig"_s}, {u"reason"_s, u"sla_breach"_s}}), {}};
    parcel.seals.emplace_back();
    for (int i = 1; i < 25; ++i) {
        parcel.others.push_back(notification({{u"task"_s, u"fill-%1"_s.arg(i)}}));
        parcel.others.back().kind = domain::NotificationKind::Assignment;
        parcel.seals.push_back({u"abc-%1"_s.arg(i), i == 1 ? u"7KQ2MX"_s : QString()});
    }
    const Text said = Wording(u"en"_s, u"https://desk.county.gov"_s).of(parcel);
    QCOMPARE(said.answering.size(), size_t(20));
    QVERIFY(said.lines.last().startsWith(u"and 5 more"_s));
    const QByteArray bytes = mail({"a@b", "c@d", said, "ntf-1", "b", QDateTime::currentDateTimeUtc()});
    QVERIFY(bytes.contains("\r\nWork for you: fill-1\r\n\r\nhttps://desk.county.gov/t/abc-1\r\n"));
    QVERIFY(bytes.contains("\r\n7KQ2MX\r\n\r\nWork for you: fill-2\r\n\r\nhttps://desk.county.gov/t/abc-2\r\n"));
    QVERIFY(bytes.contains("Each link is for you alone"));
    QVERIFY(bytes.contains("href=3D\"https://desk.county.gov/t/abc-20\""));
}

void TextsTest::headersAreAscii_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"Overdue: a"_s << QByteArray("Overdue: a");
    QTest::newRow("marks") << u"Vence: pañal"_s << QByteArray("=?UTF-8?B?VmVuY2U6IHBhw7FhbA==?=");
    QTest::newRow("looks encoded") << u"=?UTF-8?B?QQ==?="_s << QByteArray("=?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?=");
}

void TextsTest::headersAreAscii()
{
    QFETCH(QString, said);
    QTEST(encodedWords(said), "written");
}

void TextsTest::linesAreShort()
{
    const QByteArray words = encodedWords(QString(200, u'ñ'));
    for (const QByteArray &line : words.split('\n'))
        QVERIFY(line.trimmed().size() <= 75);
    QByteArray decoded;
    for (const QByteArray &line : words.split('\n'))
        decoded += QByteArray::fromBase64(line.trimmed().mid(10).chopped(2));
    QCOMPARE(QString::fromUtf8(decoded), QString(200, u'ñ'));

    const QByteArray body = quotedPrintable(QByteArray(200, 'a') + " \n.\n\xc3\xb1=");
    for (const QByteArray &line : body.split('\n'))
        QVERIFY(line.trimmed().size() <= 76);
    QVERIFY(body.endsWith("a=20\r\n.\r\n=C3=B1=3D"));
}

void TextsTest::privateAddressesAreKnown_data()
{
    QTest::addColumn<bool>("isPrivate");
    for (const char *address : {"127.0.0.1",
                                "127.255.0.1",
                                "10.1.2.3",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "100.64.0.1",
                                "0.0.0.0",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::1",
                                "::",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::7f00:1",
                                "fe80::1",
                                "fc00::1",
                                "fd12::1",
                                "ff02::1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::1",
                                "fec0::1"})
        QTest::newRow(address) << true;
    for (const char *address :
         {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111", "2a00:1450::1"})
        QTest::newRow(address) << false;
}

void TextsTest::privateAddressesAreKnown()
{
    const QHostAddress host(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!host.isNull());
    sockaddr_storage storage{};
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
        v4->sin_family = AF_INET;
        v4->sin_addr.s_addr = htonl(host.toIPv4Address());
    } else {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
        v6->sin6_family = AF_INET6;
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        memcpy(&v6->sin6_addr, &bytes, sizeof bytes);
    }
    QTEST(notify::isPrivate(*reinterpret_cast<const sockaddr *>(&storage)), "isPrivate");
}

// The example of the specification's own libraries.
void TextsTest::signsLikeTheStandard()
{
    const QByteArray key = webhookKey(u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
    QCOMPARE(key.size(), 24);
    QCOMPARE(webhookSignature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"),
             QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    for (const char *secret : {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base 64!"})
        QVERIFY(webhookKey(QString::fromLatin1(secret)).isEmpty());
}

void TextsTest::anOptionThatIsNotTakenIsKnown()
{
    Transfer transfer;
    QCOMPARE(transfer.unset, CURLE_OK);
    transfer.set(CURLOPT_PROTOCOLS_STR, "carrier-pigeon");
    transfer.set(CURLOPT_PROTOCOLS_STR, "https");
    QVERIFY(transfer.unset != CURLE_OK);
}

HMSACT_TEST(TextsTest)

} // namespace hmsact::texts_test

#include "texts.moc"
