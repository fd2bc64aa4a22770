// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkcase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::clerkoddities_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Odd requests at the page of a link: a browser made them, and a person reads the answer.
class ClerkOdditiesTest : public QObject
{
    Q_OBJECT

private slots:
    void whateverIsWrongIsToldOnAPage_data();
    void whateverIsWrongIsToldOnAPage();
    void whatMailProgramsAddIsPassedOver();
    void whatAScannerDidStandsInTheDetail();
};

void ClerkOdditiesTest::whateverIsWrongIsToldOnAPage_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("more"); // behind the path
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray form("Content-Type: application/x-www-form-urlencoded\r\n");
    const auto row = [](const char *name, const char *method, const QByteArray &more, const QByteArray &fields,
                        const QByteArray &body, int status) {
        QTest::newRow(name) << QByteArray(method) << more << fields << body << status;
    };
    row("a body over the limit", "POST", "", form, QByteArray(domain::limits::linkBodyBytesMax + 1, 'a'), 413);
    row("a broken percent code", "GET", "%zz", "", "", 400);
    row("a NUL", "GET", "%00", "", "", 400);
    row("a NUL in the form", "POST", "", form, "code=%00", 400);
    row("a broken percent code in the form", "POST", "", form, "code=%4", 400);
    row("an answer twice", "POST", "", form, "outcome=done&outcome=decline&code=1", 400);
    row("a code twice", "POST", "", form, "outcome=done&code=1&code=2", 400);
    row("another kind of body", "POST", "", "Content-Type: application/json\r\n", "{}", 415);
    row("a packed body", "POST", "", form + "Content-Encoding: gzip\r\n", "code=1", 415);
    row("a body where none is taken", "GET", "", "", "code=1", 413);
    row("more than a link", "GET", "/more", "", "", 404);
    row("another method", "DELETE", "", "", "", 405);
    row("a method nobody knows", "BREW", "", "", "", 501);
    row("an address too long", "GET", "?x=" + QByteArray(9000, 'a'), "", "", 414);
    row("a field too long", "GET", "", "X-Long: " + QByteArray(40'000, 'a') + "\r\n", "", 431);
    row("an unknown expectation", "POST", "", form + "Expect: miracles\r\n", "code=1", 417);
}

void ClerkOdditiesTest::whateverIsWrongIsToldOnAPage()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, more);
    QFETCH(const QByteArray, fields);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    Case one;
    const QJsonObject before = one.task();
    for (const char *language : {"en", "es"}) {
        const QByteArray reader = "Accept-Language: " + QByteArray(language) + "\r\n";
        const RawAnswer page = one.api.call(method, one.path + more, {}, body, reader + fields);
        QCOMPARE(page.status, status);
        QCOMPARE(page.fields.value("content-type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(page.fields.value("content-language"), QByteArray(language));
        QVERIFY(page.fields.value("content-security-policy").startsWith("default-src 'none'; style-src 'sha256-"));
        QVERIFY(page.body.contains("<html lang=\"" + QByteArray(language)));
        QVERIFY(!page.body.contains("application/json") && !page.body.contains("{{"));
    }
    QCOMPARE(one.task(), before);
    QCOMPARE(one.link()[u"state"].toString(), u"open"_s);
}

void ClerkOdditiesTest::whatMailProgramsAddIsPassedOver()
{
    Case one;
    const RawAnswer page = one.open("?utm_source=mail&lang=es&lang=en&x");
    QCOMPARE(page.status, 200);
    QCOMPARE(page.fields.value("content-language"), QByteArray("es"));
    QCOMPARE(one.open("?lang=xx").status, 200);
    QCOMPARE(one.open("?a=%ff").status, 200);
}

void ClerkOdditiesTest::whatAScannerDidStandsInTheDetail()
{
    Case one;
    const auto mail = [&one] {
        std::promise<std::vector<domain::OpenedMail>> told;
        const domain::ActivityId id = *domain::ActivityId::fromString(QString::fromLatin1(one.activity));
        one.api.core().ask(domain::GetTask{{id, u"ship"_s, {}}}, [&told](const domain::Result<domain::QueryAnswer> &answer) {
            told.set_value(std::get<domain::TaskDetail>(*answer).mail);
        });
        return told.get_future().get();
    };
    QVERIFY(mail().empty());
    QCOMPARE(one.api.call("HEAD", one.path, {}).status, 200); // which no browser does
    QTRY_COMPARE(mail().size(), size_t(1)); // noted beside the answer
    QCOMPARE(mail().front().worker.value, u"alice"_s);
    QVERIFY(mail().front().machineAtMs > 0 && mail().front().openedAtMs == 0);
}

HMSACT_TEST(ClerkOdditiesTest)

} // namespace hmsact::clerkoddities_test

#include "clerkoddities.moc"
