// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkcase.h"
#include "domain/link.h"
#include "store/linkstore.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

namespace hmsact::clerk_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// The page of a link from a mail: what it answers, what it changes, and what it leaves alone.
class ClerkTest : public QObject
{
    Q_OBJECT

private slots:
    void openingChangesNothing();
    void thePageIsLockedDown();
    void doneCompletesTheTask();
    void aSlipIsTakenBack();
    void declinedIsTakenBack_data();
    void declinedIsTakenBack();
    void declinedStaysSoWhenSomebodyHasBegun();
    void declinedGoesToSomebodyElse();
    void moreTimeKeepsIt();
    void anAnswerInTwoSecondsIsAMachines();
    void badAnswersChangeNothing_data();
    void badAnswersChangeNothing();
    void fiveWrongCodesEndTheLink();
    void whereTheButtonIsEnoughNoCodeIsAskedFor();
    void withoutACodeUndoingIsChosen();
    void whatIsTypedIsKept();
    void endedLinksAreGone();
    void badLinksAreNotFound();
    void theReaderChoosesTheLanguage();
    void theWorkersLanguageComesFirst();
    void reassigningSendsOneMail();
    void hostileNamesStayText();
    void timesAreThoseOfTheReadersWall();
};

void ClerkTest::openingChangesNothing()
{
    Case one;
    const QJsonObject before = one.task();
    const QJsonObject events = one.api.get("/activities/" + one.activity + "/events");
    QCOMPARE(one.api.call("HEAD", one.path, {}).status, 200);
    QCOMPARE(one.open().status, 200);
    QCOMPARE(one.open("?lang=es").status, 200);
    QCOMPARE(one.api.call("PUT", one.path, {}, "x").status, 405);
    QCOMPARE(one.task(), before);
    QCOMPARE(one.api.get("/activities/" + one.activity + "/events"), events);
    QTRY_COMPARE(one.link()[u"opens"].toInt(), 2); // beside the answer
    QVERIFY(one.link()[u"machine_signs"].toArray().contains(u"head"_s));
    QCOMPARE(one.link()[u"state"].toString(), u"open"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::thePageIsLockedDown()
{
    Case one;
    for (const RawAnswer &page : {one.open(), one.api.call("GET", "//t/nothing", {}), one.answer(u"done"_s, u"AAAAA2"_s)}) {
        QVERIFY(page.fields.value("content-security-policy").startsWith("default-src 'none'; style-src 'sha256-"));
        QCOMPARE(page.fields.value("referrer-policy"), QByteArray("no-referrer"));
        QCOMPARE(page.fields.value("cache-control"), QByteArray("no-store"));
        QCOMPARE(page.fields.value("x-frame-options"), QByteArray("DENY"));
        QCOMPARE(page.fields.value("content-type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(!page.body.contains("<script") && !page.body.contains("http://") && !page.body.contains("https://"));
        QVERIFY(!page.body.contains("c-1")); // whose request it is
        QVERIFY(!page.body.contains("{{"));
    }
    QVERIFY(!one.open().body.contains(" checked"));
    QVERIFY(!one.open().body.contains(one.code.toLatin1()));
}

void ClerkTest::doneCompletesTheTask()
{
    Case one;
    const RawAnswer page = one.answer(u"done"_s, one.code.toLower(), u"at the counter"_s);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("You marked this task as done on"));
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.task()[u"worker_id"].toString(), u"alice"_s);
    QCOMPARE(one.task()[u"result"][u"note"].toString(), u"at the counter"_s);
    QCOMPARE(one.link()[u"outcome"].toString(), u"done"_s);
    const RawAnswer again = one.open();
    QCOMPARE(again.status, 200);
    QVERIFY(again.body.contains("You marked this task as done on"));
    const int version = one.task()[u"version"].toInt();
    QCOMPARE(one.answer(u"decline"_s, one.code, u"no"_s).status, 200); // used: it says what happened
    QCOMPARE(one.task()[u"version"].toInt(), version);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::aSlipIsTakenBack()
{
    Case one;
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    QVERIFY(one.open().body.contains("Was that a slip?"));
    QCOMPARE(one.answer(u"undo"_s, QString()).status, 422);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"IN_PROGRESS"_s);
    QCOMPARE(one.task()[u"worker_id"].toString(), u"alice"_s);
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200); // the link is good again
    one.api.clock().set(one.api.clock().nowMs() + domain::limits::undoMs + 1);
    QVERIFY(!one.open().body.contains("Was that a slip?"));
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::declinedIsTakenBack_data()
{
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("an offer") << false;
    QTest::newRow("what she held") << true;
}

void ClerkTest::declinedIsTakenBack()
{
    QFETCH(bool, isHeld);
    Case one;
    if (isHeld)
        one.api.post("/queue/reserve", {{u"worker_id"_s, u"alice"_s}, {u"max"_s, 2}});
    const QString before = one.task()[u"state"].toString();
    QCOMPARE(before, isHeld ? u"IN_PROGRESS"_s : u"PENDING"_s);
    QCOMPARE(one.answer(u"decline"_s, one.code, u"no envelopes"_s).status, 200);
    QCOMPARE(one.task()[u"worker_id"].toString(), u"bob"_s); // offered to him, by mail
    (void)one.newestTo(u"bob"_s, u"ship"_s);
    QVERIFY(one.open().body.contains("Was that a slip?"));
    const RawAnswer page = one.answer(u"undo"_s, one.code);
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains("is with you again"), page.body.constData());
    QCOMPARE(one.task()[u"worker_id"].toString(), u"alice"_s);
    QCOMPARE(one.task()[u"state"].toString(), before);
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200); // the link is good again
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::declinedStaysSoWhenSomebodyHasBegun()
{
    Case one;
    QCOMPARE(one.answer(u"decline"_s, one.code, u"no envelopes"_s).status, 200);
    one.api.post("/queue/reserve", {{u"worker_id"_s, u"bob"_s}, {u"max"_s, 2}});
    QCOMPARE(one.task()[u"state"].toString(), u"IN_PROGRESS"_s);
    QVERIFY(!one.open().body.contains("Was that a slip?"));
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200); // it says what happened
    QCOMPARE(one.task()[u"worker_id"].toString(), u"bob"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::declinedGoesToSomebodyElse()
{
    Case one;
    QCOMPARE(one.answer(u"decline"_s, one.code).status, 422);
    QCOMPARE(one.task()[u"worker_id"].toString(), u"alice"_s);
    const RawAnswer page = one.answer(u"decline"_s, one.code, u"no envelopes"_s);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("you cannot do this task"));
    QCOMPARE(one.task()[u"state"].toString(), u"PENDING"_s);
    QVERIFY(one.task()[u"worker_id"].toString() != u"alice");
    QCOMPARE(one.task()[u"reason"].toString(), u"no envelopes"_s);
    QCOMPARE(one.task()[u"attempt"].toInt(), 1); // that is no failure
    const QByteArray events =
        QJsonDocument(one.api.get("/activities/" + one.activity + "/events?limit=1000")).toJson(QJsonDocument::Compact);
    QVERIFY(events.contains("task.released") && events.contains("mail:alice") && !events.contains("task.attempt_failed"));
    QVERIFY(one.open().body.contains("Was that a slip?"));
    one.api.clock().set(one.api.clock().nowMs() + domain::limits::undoMs + 1);
    QCOMPARE(one.open().status, 200);
    QVERIFY(!one.open().body.contains("Was that a slip?"));
}

void ClerkTest::moreTimeKeepsIt()
{
    Case one;
    const QString due = one.task()[u"due_at"].toString();
    const QString nonce = Case::nonceIn(one.open());
    one.wait(2000);
    QCOMPARE(
        one.send({{u"outcome"_s, u"more_time"_s}, {u"code"_s, one.code}, {u"nonce"_s, nonce}, {u"extend"_s, u"3"_s}}).status,
        422);
    const RawAnswer page = one.send({{u"outcome"_s, u"more_time"_s},
                                     {u"code"_s, one.code},
                                     {u"nonce"_s, nonce},
                                     {u"extend"_s, u"3"_s},
                                     {u"reason"_s, u"waiting for the stamp"_s}});
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("You have more time"));
    const QJsonObject task = one.task();
    QCOMPARE(task[u"state"].toString(), u"IN_PROGRESS"_s);
    QCOMPARE(task[u"due_at"].toString(), due);
    const QDateTime until = QDateTime::fromString(task[u"lease_expires_at"].toString(), Qt::ISODateWithMs);
    QCOMPARE(until.toMSecsSinceEpoch(), one.api.clock().nowMs() + 3 * domain::limits::msPerDay);
    const QByteArray events =
        QJsonDocument(one.api.get("/activities/" + one.activity + "/events?limit=1000")).toJson(QJsonDocument::Compact);
    QVERIFY(events.contains("waiting for the stamp") && events.contains("mail:alice"));
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200); // the same link, later
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
}

void ClerkTest::anAnswerInTwoSecondsIsAMachines()
{
    Case one;
    const QString nonce = Case::nonceIn(one.open());
    one.wait(1999);
    const RawAnswer soon = one.send({{u"outcome"_s, u"done"_s}, {u"code"_s, one.code}, {u"nonce"_s, nonce}});
    QCOMPARE(soon.status, 403);
    QCOMPARE(one.task()[u"state"].toString(), u"PENDING"_s);
    QVERIFY(one.link()[u"machine_signs"].toArray().contains(u"too_soon"_s));
    QCOMPARE(one.link()[u"tries_left"].toInt(), 5);
    one.wait(2000);
    QCOMPARE(one.send({{u"outcome"_s, u"done"_s}, {u"code"_s, one.code}, {u"nonce"_s, Case::nonceIn(soon)}}).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
}

void ClerkTest::badAnswersChangeNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("no outcome") << u"outcome"_s << u""_s << QByteArray() << 422;
    QTest::newRow("an unknown outcome") << u"outcome"_s << u"burn"_s << QByteArray() << 422;
    QTest::newRow("undo of nothing") << u"outcome"_s << u"undo"_s << QByteArray() << 200;
    QTest::newRow("no code") << u"code"_s << u""_s << QByteArray() << 422;
    QTest::newRow("a wrong code") << u"code"_s << u"222222"_s << QByteArray() << 403;
    QTest::newRow("no nonce") << u"nonce"_s << u""_s << QByteArray() << 403;
    QTest::newRow("a forged nonce") << u"nonce"_s << QString(43, u'A') << QByteArray() << 403;
    QTest::newRow("from another site") << u"x"_s << u""_s << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
    QTest::newRow("a long reason") << u"reason"_s << QString(2001, u'x') << QByteArray() << 422;
    QTest::newRow("a body without an end") << u"reason"_s << QString(40'000, u'x') << QByteArray() << 413;
}

void ClerkTest::badAnswersChangeNothing()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QByteArray, more);
    QFETCH(int, status);
    Case one;
    QMap<QString, QString> fields{{u"outcome"_s, u"done"_s}, {u"code"_s, one.code}, {u"nonce"_s, Case::nonceIn(one.open())}};
    one.wait(2000);
    fields.insert(field, value);
    const QJsonObject before = one.task();
    QCOMPARE(one.send(fields, {}, more).status, status);
    QCOMPARE(one.task(), before);
    QCOMPARE(one.link()[u"tries_left"].toInt(), field == u"code" && !value.isEmpty() ? 4 : 5);
    QCOMPARE(one.api.call("POST", one.path, {}, "{}").status, 415);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::fiveWrongCodesEndTheLink()
{
    Case one;
    QCOMPARE(one.answer(u"done"_s, u" "_s).status, 422); // no try
    for (int left = 4; left >= 1; --left) {
        const RawAnswer page = one.answer(u"done"_s, u"AAAAA2"_s);
        QCOMPARE(page.status, 403);
        QVERIFY(page.body.contains("Tries left: " + QByteArray::number(left)));
    }
    QCOMPARE(one.answer(u"done"_s, u"AAAAA2"_s).status, 410);
    QCOMPARE(one.answer(u"done"_s, one.code).status, 410);
    QCOMPARE(one.open().status, 410);
    QCOMPARE(one.task()[u"state"].toString(), u"PENDING"_s);
    QCOMPARE(one.link()[u"state"].toString(), u"spent"_s);
}

void ClerkTest::whereTheButtonIsEnoughNoCodeIsAskedFor()
{
    Case one(domain::Confirmation::Button);
    QVERIFY(one.code.isEmpty()); // of the mail
    QCOMPARE(one.link()[u"confirmation"].toString(), u"button"_s);
    const RawAnswer page = one.open();
    QVERIFY(!page.body.contains("name=\"code\"") && !page.body.contains(" checked"));
    QVERIFY(page.body.contains("Only an answer does."));
    const QMap<QString, QString> asItStands{
        {u"nonce"_s, Case::nonceIn(page)}, {u"extend"_s, u"1"_s}, {u"reason"_s, QString()}};
    QMap<QString, QString> done = asItStands;
    done.insert(u"outcome"_s, u"done"_s);
    QCOMPARE(one.send(done).status, 403); // faster than anybody reads
    QVERIFY(one.link()[u"machine_signs"].toArray().contains(u"too_soon"_s));
    one.wait(2000);
    QCOMPARE(one.send(asItStands).status, 422);
    QCOMPARE(one.task()[u"state"].toString(), u"PENDING"_s);
    // A change of the intent is for later mails.
    one.api.call("PUT", "/intents/test", "admin-token", R"({"sla": "48h"})");
    QCOMPARE(one.send(done).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkTest::withoutACodeUndoingIsChosen()
{
    Case one(domain::Confirmation::Button);
    QCOMPARE(one.answer(u"done"_s, QString()).status, 200);
    const RawAnswer page = one.open();
    QVERIFY(page.body.contains("type=\"checkbox\" name=\"outcome\" value=\"undo\" required"));
    QVERIFY(!page.body.contains("name=\"code\"") && !page.body.contains("type=\"hidden\" name=\"outcome\""));
    one.wait(2000);
    QCOMPARE(one.send({{u"nonce"_s, Case::nonceIn(page)}}).status, 200); // says what happened
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.send({{u"nonce"_s, Case::nonceIn(page)}, {u"outcome"_s, u"undo"_s}}).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"IN_PROGRESS"_s);
}

void ClerkTest::whatIsTypedIsKept()
{
    Case one;
    const RawAnswer page = one.answer(u"decline"_s, u"AAAAA2"_s, u"<no> “envelopes”"_s);
    QCOMPARE(page.status, 403);
    QVERIFY(page.body.contains("&lt;no&gt; “envelopes”</textarea>"));
    QVERIFY(page.body.contains("value=\"decline\" checked"));
    QVERIFY(page.body.contains("aria-invalid=\"true\""));
    QVERIFY(page.body.contains("<title>Not sent yet: ship"));
}

void ClerkTest::endedLinksAreGone()
{
    Case one;
    const QByteArray old = one.path;
    const QString code = one.code;
    one.assign(u"bob"_s);
    QVERIFY(one.path != old);
    QCOMPARE(one.open().status, 200);
    one.path = old;
    QCOMPARE(one.open().status, 410);
    QCOMPARE(one.send({{u"outcome"_s, u"done"_s}, {u"code"_s, code}}).status, 410);
    one.assign(u"alice"_s); // again: the first one stays dead
    QCOMPARE(one.open().status, 200);
    one.path = old;
    QCOMPARE(one.open().status, 410);

    Case late;
    late.api.clock().set(late.api.clock().nowMs() + domain::limits::linkMs);
    QCOMPARE(late.open().status, 410);
    Case skipped;
    skipped.api.post("/activities/" + skipped.activity + "/tasks/ship/skip", {{u"reason"_s, u"r"_s}});
    QCOMPARE(skipped.open().status, 410);
    Case elsewhere;
    elsewhere.api.post("/activities/" + elsewhere.activity + "/tasks/ship/complete", {{u"worker_id"_s, u"alice"_s}});
    QCOMPARE(elsewhere.open().status, 410);
    Case held;
    held.api.post("/activities/" + held.activity + "/tasks/ship/hold", {{u"reason"_s, u"r"_s}});
    QCOMPARE(held.open().status, 410); // by a supervisor: kept for nobody
}

void ClerkTest::badLinksAreNotFound()
{
    Case one;
    const QByteArray good = one.path;
    for (const QByteArray &path : {good.chopped(1), good + "A", QByteArray("//t/x"), good.left(20) + "AAAA" + good.mid(24),
                                   QByteArray("//t/") + QByteArray(4000, 'A'), QByteArray("//t/%00")}) {
        const RawAnswer page = one.api.call("GET", path, {});
        QCOMPARE(page.status, path.endsWith("%00") ? 400 : 404);
        QCOMPARE(
            one.api.call("POST", path, {}, "outcome=done", "Content-Type: application/x-www-form-urlencoded\r\n").status,
            path.endsWith("%00") ? 400 : 404);
    }
    Case other; // another installation, another key
    other.path = good;
    QCOMPARE(other.open().status, 404);
}

void ClerkTest::theReaderChoosesTheLanguage()
{
    Case one;
    const auto languageOf = [&](const QByteArray &accepted, const QByteArray &query = {}) {
        return one.api.call("GET", one.path + query, {}, "", "Accept-Language: " + accepted + "\r\n")
            .fields.value("content-language");
    };
    QCOMPARE(languageOf("es-MX,es;q=0.9,en;q=0.8"), QByteArray("es"));
    QCOMPARE(languageOf("en;q=0.5,es;q=0.4"), QByteArray("en"));
    QCOMPARE(languageOf("fr,de"), QByteArray("en"));
    QCOMPARE(languageOf("fr,es;q=0.1"), QByteArray("es"));
    QCOMPARE(languageOf("en", "?lang=es"), QByteArray("es"));
    const RawAnswer page = one.open("?lang=es");
    QVERIFY(page.body.contains("<html lang=\"es\">") && page.body.contains("Enviar respuesta"));
    QVERIFY(page.body.contains("action=\"?lang=es\"")); // it stays so
    QCOMPARE(languageOf("es", "?lang=xx"), QByteArray("es"));
}

void ClerkTest::theWorkersLanguageComesFirst()
{
    Case one;
    QCOMPARE(one.api.call("PATCH", "/workers/bob", "admin-token", R"({"language": "es"})").status, 200);
    one.assign(u"bob"_s);
    const QByteArray english = "Accept-Language: en\r\n";
    const auto languageOf = [&](const QByteArray &query = {}) {
        return one.api.call("GET", one.path + query, {}, "", english).fields.value("content-language");
    };
    QCOMPARE(languageOf(), QByteArray("es"));
    QCOMPARE(languageOf("?lang=en"), QByteArray("en"));
    const QString nonce = Case::nonceIn(one.open());
    one.wait(2000);
    const RawAnswer page = one.send({{u"outcome"_s, u"done"_s}, {u"code"_s, u"AAAAA2"_s}, {u"nonce"_s, nonce}}, {}, english);
    QCOMPARE(page.status, 403);
    QCOMPARE(page.fields.value("content-language"), QByteArray("es"));
    QVERIFY(page.body.contains("Enviar respuesta"));
    const QByteArray forged = one.path + 'A';
    QCOMPARE(one.api.call("GET", forged, {}, "", english).fields.value("content-language"), QByteArray("en"));
}

// To whoever has the offer already: the link in that mail stays good, and only one that has ended is made anew.
void ClerkTest::reassigningSendsOneMail()
{
    Case one;
    const QJsonObject before = one.task();
    const QByteArray task = "/activities/" + one.activity + "/tasks/ship";
    const QJsonObject alice{{u"worker_id"_s, u"alice"_s}};
    one.api.post(task + "/reassign", alice);
    QCOMPARE(one.task(), before);
    QVERIFY(Case::sealOf(one.newestTo(u"alice"_s, u"ship"_s)).signedLink.isEmpty());
    QCOMPARE(one.open().status, 200);
    for (int i = 0; i < domain::limits::linkTries; ++i)
        one.answer(u"done"_s, u"AAAAA2"_s);
    QCOMPARE(one.open().status, 410);
    one.assign(u"alice"_s);
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
}

void ClerkTest::hostileNamesStayText()
{
    Case one;
    const QString name = u"<img src=x onerror=alert(1)>\"'&{{style}}"_s;
    one.activity =
        one.api.post("/activities", {{u"citizen_id"_s, u"c"_s}, {u"intent"_s, u"i"_s}, {u"sla"_s, u"1h"_s}})[u"id"]
            .toString()
            .toLatin1();
    const QByteArray base = "/activities/" + one.activity + "/tasks";
    one.api.post(base,
                 {{u"tasks"_s, QJsonArray{QJsonObject{{u"name"_s, name}, {u"skill"_s, u"s"_s}, {u"sla"_s, u"1h"_s}}}}});
    const QByteArray task = base + '/' + QUrl::toPercentEncoding(name);
    one.api.post(task + "/reassign", {{u"worker_id"_s, u"bob"_s}});
    int open = 0; // the one of the offer before has ended
    for (const QJsonValue &link : one.api.get(task + "/links")[u"items"].toArray()) {
        if (link[u"state"].toString() == u"open") {
            ++open;
            QCOMPARE(link[u"worker_id"].toString(), u"bob"_s);
        }
    }
    QCOMPARE(open, 1);
    one.path = "//t/" + Case::sealOf(one.newestTo(u"bob"_s, name)).signedLink.toLatin1();
    const QByteArray body = one.open().body;
    QVERIFY(!body.contains("<img"));
    QVERIFY(body.contains("&lt;img src=x onerror=alert(1)&gt;&quot;"));
    QCOMPARE(body.count("<style>"), 1);
}

void ClerkTest::timesAreThoseOfTheReadersWall()
{
    Case one;
    const auto dueIn = [&] {
        static const QRegularExpression fact(u"<time datetime=\"([^\"]*)\">([^<]*)</time>"_s);
        const QRegularExpressionMatch match = fact.match(QString::fromUtf8(one.open().body));
        return std::pair(QDateTime::fromString(match.captured(1), Qt::ISODate), match.captured(2));
    };
    QVERIFY(dueIn().second.endsWith(u" UTC"));
    QCOMPARE(one.api
                 .call("POST", "/calendars", "admin-token",
                       R"({"name": "office", "time_zone": "America/Chicago", "hours": {"monday": ["09:00-17:00"]}})")
                 .status,
             201);
    QCOMPARE(one.api.call("PATCH", "/workers/alice", "admin-token", R"({"calendar": "office"})").status, 200);
    const auto [at, text] = dueIn();
    QCOMPARE(text, at.toTimeZone(QTimeZone("America/Chicago")).toString(u"yyyy-MM-dd HH:mm "_s) + u"CST"_s);
    QVERIFY(one.answer(u"done"_s, one.code).body.contains(" CST. Thank you."));
    one.api.post("/activities/" + one.activity + "/tasks/other/reassign", {{u"worker_id"_s, u"bob"_s}});
    one.api.post("/activities/" + one.activity + "/tasks/other/reassign", {{u"worker_id"_s, u"alice"_s}});
    QCOMPARE(one.newestTo(u"alice"_s, u"other"_s).notification.facts[u"time_zone"].toString(), u"America/Chicago"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(ClerkTest)

} // namespace hmsact::clerk_test

#include "clerk.moc"
