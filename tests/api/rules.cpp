// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::rules_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Looking at a rule without saving it, and at what it did, over HTTP in the documented form.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void aRuleIsTriedOnTheRecord();
    void whatCannotBeTriedIsRefused();
    void aRuleIsRemarkedUpon();
    void whatARuleFiredIsListed();
    void aFiringSaysWhyAndARuleThatItWasLookedAt();
    void everyTextOfARuleIsKept();
    void rulesInACircleAreRefusedAtTheirPlace();
    void aRuleThatChangedMeanwhileIsNotOverwritten();
    void aRuleWithoutANameReplacesNoOther();
};

namespace {

const QByteArray rule = R"({"name": "late", "when": "sla_breach", "then": "reassign", "to": "crew",
                            "notify": ["email:a@b.org"]})";

} // namespace

void TestRules::aRuleIsTriedOnTheRecord()
{
    ApiFixture api;
    const RawAnswer tried = api.call("POST", "/escalations/dry-run", "supervisor-token", R"({"rule": )" + rule + '}');
    QCOMPARE(tried.status, 200);
    QCOMPARE(tried.json()[u"rule"][u"name"].toString(), u"late"_s);
    QVERIFY(tried.json()[u"complete"].toBool());
    QVERIFY(tried.json()[u"does"].isNull());
    QCOMPARE(api.get("/escalations/rules")[u"items"].toArray().size(), 1); // it was not saved
    const QByteArray saved =
        R"({"rule": "Reassign on a breach", "from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z"})";
    QCOMPARE(api.call("POST", "/escalations/dry-run", "supervisor-token", saved).status, 200);
    // As it was answered, with what is not part of it.
    const QByteArray answered =
        QJsonDocument(QJsonObject{{u"rule"_s, api.get("/escalations/rules")[u"items"][0]}}).toJson(QJsonDocument::Compact);
    const RawAnswer edited = api.call("POST", "/escalations/dry-run", "supervisor-token", answered);
    QCOMPARE(edited.status, 200);
    QCOMPARE(edited.json()[u"difference"][u"more"].toInt(-1), 0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::whatCannotBeTriedIsRefused()
{
    ApiFixture api;
    const auto status = [&](const QByteArray &body, const char *token = "supervisor-token") {
        return api.call("POST", "/escalations/dry-run", token, body).status;
    };
    QCOMPARE(status(R"({"rule": )" + rule + '}', "viewer-token"), 403);
    QCOMPARE(status(R"({"rule": "none"})"), 404);
    QCOMPARE(status("{}"), 422);
    QCOMPARE(status(R"({"rule": 7})"), 422);
    QCOMPARE(status(R"({"rule": {"when": "sla_breach", "then": "hold", "zeal": 1}})"), 422);
    QCOMPARE(status(R"({"rule": )" + rule + R"(, "from": "soon"})"), 422);
    QCOMPARE(status(R"({"rule": )" + rule + R"(, "from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"})"), 422);
    QCOMPARE(status(R"({"rule": )" + rule + R"(, "from": "2020-02-01T00:00:00Z"})"), 422);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::aRuleIsRemarkedUpon()
{
    ApiFixture api;
    const RawAnswer doubts = api.call("POST", "/escalations/lint", "viewer-token", R"({"rule": )" + rule + '}');
    QCOMPARE(doubts.status, 200);
    QCOMPARE(doubts.json()[u"items"].toArray().size(), 2);
    QCOMPARE(doubts.json()[u"items"][0][u"pointer"].toString(), u"/steps/0/to"_s);
    QCOMPARE(doubts.json()[u"items"][0][u"severity"].toString(), u"problem"_s);
    QCOMPARE(doubts.json()[u"items"][1][u"pointer"].toString(), u"/steps/0/notify/0"_s);
    const QByteArray builtIn = R"({"rule": "Reassign on a breach"})";
    QCOMPARE(api.call("POST", "/escalations/lint", "viewer-token", R"({"rule": "none"})").status, 404);
    QCOMPARE(api.call("POST", "/workers", "admin-token", R"({"name": "ann", "skills": ["a"]})").status, 201);
    QCOMPARE(api.call("POST", "/escalations/lint", "viewer-token", builtIn).json()[u"items"].toArray().size(), 0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::whatARuleFiredIsListed()
{
    ApiFixture api;
    const QJsonObject builtIn = api.get("/escalations/rules")[u"items"][0].toObject();
    QVERIFY(builtIn[u"last_fired_at"].isNull() && builtIn[u"next_due_at"].isNull());
    const QByteArray one = "/escalations/rules/" + builtIn[u"id"].toString().toLatin1();
    QCOMPARE(api.get(one + "/firings")[u"items"].toArray().size(), 0);
    for (const char *other : {"x", "1-2-3-%204"})
        QCOMPARE(api.call("GET", one + "/firings?cursor=" + other, "viewer-token").status, 422);
    QCOMPARE(api.call("GET", "/escalations/rules/none/firings", "viewer-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::aFiringSaysWhyAndARuleThatItWasLookedAt()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeActivity({u"dig"_s});
    api.post("/sandbox/advance", {{u"by"_s, u"2h"_s}});
    const QJsonObject builtIn = api.get("/escalations/rules")[u"items"][0].toObject();
    const QString evaluated = builtIn[u"last_evaluated_at"].toString();
    QVERIFY(evaluated >= builtIn[u"last_fired_at"].toString());
    const QJsonObject firings = api.get("/escalations/rules/" + builtIn[u"id"].toString().toLatin1() + "/firings");
    QCOMPARE(firings[u"items"].toArray().size(), 1);
    const QJsonObject fired = firings[u"items"][0].toObject();
    QCOMPARE(fired[u"rule_version"].toInt(), 1);
    QCOMPARE(fired[u"values"][u"used_percent"].toInt(), 100);
    QCOMPARE(fired[u"values"][u"due_at"].toString(), fired[u"at"].toString());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::everyTextOfARuleIsKept()
{
    ApiFixture api;
    const QByteArray all = "/escalations/rules";
    const QString id = api.call("POST", all, "admin-token", rule).json()[u"id"].toString();
    const QByteArray one = all + '/' + id.toLatin1();
    const QByteArray edited = R"({"name": "later", "when": "sla_breach", "then": "hold"})";
    QCOMPARE(api.call("PUT", one, "admin-token", edited).status, 200);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 204); // what it fired names them
    const QJsonObject page = api.get(one + "/versions?limit=1");
    QCOMPARE(page[u"items"].toArray().size(), 1);
    QCOMPARE(page[u"items"][0][u"rule"][u"name"].toString(), u"later"_s);
    const QJsonObject rest = api.get(one + "/versions?cursor=" + page[u"next_cursor"].toString().toLatin1());
    QCOMPARE(rest[u"items"].toArray().size(), 1);
    QVERIFY(rest[u"next_cursor"].isNull());
    const QJsonObject first = api.get(one + "/versions/1");
    QCOMPARE(first, rest[u"items"][0].toObject());
    QCOMPARE(first[u"rule_id"].toString(), id);
    QCOMPARE(first[u"version"].toInt(), 1);
    QCOMPARE(first[u"rule"][u"steps"][0][u"to"].toString(), u"crew"_s);
    QVERIFY(!first[u"saved_by"].toString().isEmpty() && !first[u"saved_at"].toString().isEmpty());
    const QByteArray builtIn = all + '/' + api.get(all)[u"items"][0][u"id"].toString().toLatin1();
    QCOMPARE(api.get(builtIn + "/versions")[u"items"].toArray().size(), 1);
    for (const QByteArray &none : {one + "/versions/3", one + "/versions/0", one + "/versions/x", one + "/versions/%201",
                                   all + "/rul-0000000000000/versions", all + "/rul-0000000000000/versions/1"})
        QCOMPARE(api.call("GET", none, "viewer-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::rulesInACircleAreRefusedAtTheirPlace()
{
    ApiFixture api;
    const auto handOn = [&](const QByteArray &from, const QByteArray &to) {
        return api.call("POST", "/escalations/rules", "admin-token",
                        R"({"name": ")" + from + R"(", "when": "unassigned", "threshold": "1h", "scope": {"pool": ")" + from
                            + R"("}, "then": "reassign", "to": ")" + to + R"("})");
    };
    QCOMPARE(handOn("a", "b").status, 201);
    QCOMPARE(handOn("b", "c").status, 201);
    const RawAnswer circle = handOn("c", "a");
    QCOMPARE(circle.status, 422);
    QCOMPARE(circle.json()[u"errors"][0][u"pointer"].toString(), u"/steps/0/to"_s);
    QCOMPARE(api.get("/escalations/rules")[u"items"].toArray().size(), 3);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRules::aRuleThatChangedMeanwhileIsNotOverwritten()
{
    ApiFixture api;
    const QJsonObject made = QJsonDocument(api.call("POST", "/escalations/rules", "admin-token", rule).json()).object();
    const QByteArray one = "/escalations/rules/" + made[u"id"].toString().toLatin1();
    const auto change = [&](const QByteArray &version) {
        return api.call("PUT", one, "admin-token", rule.chopped(1) + R"(, "version": )" + version + '}');
    };
    QCOMPARE(change("1").json()[u"version"].toInt(), 2);
    QCOMPARE(change("1").status, 409);
    QCOMPARE(change("0").status, 422);
    QCOMPARE(change("null").json()[u"version"].toInt(), 3); // who does not say does not ask
    QCOMPARE(change("3").status, 200);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// Its name does not tell whom it notifies, nor how long it waits.
void TestRules::aRuleWithoutANameReplacesNoOther()
{
    ApiFixture api;
    const auto set = [&](const QByteArray &more) {
        const QByteArray body = R"({"when": "sla_breach", "then": "reassign", "to": "crew")" + more + '}';
        return api.call("POST", "/escalations/rules", "admin-token", body);
    };
    const RawAnswer first = set(R"(, "notify": ["email:a@b.org"])");
    QCOMPARE(first.status, 201);
    QCOMPARE(set(R"(, "notify": ["email:a@b.org"])").status, 200); // said twice it is one rule
    for (const char *other : {R"(, "notify": ["email:c@b.org"])", "", R"(, "notify": ["email:a@b.org"], "grace": "5m")",
                              R"(, "notify": ["email:a@b.org"], "restart_sla": true)"}) {
        const RawAnswer refused = set(other);
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.body.contains("give this one a name"));
    }
    const QByteArray one = "/escalations/rules/" + first.json()[u"id"].toString().toLatin1();
    QCOMPARE(api.get(one)[u"steps"][0][u"notify"][0].toString(), u"email:a@b.org"_s);
    QCOMPARE(set(R"(, "name": "late")").status, 201);
    QCOMPARE(set(R"(, "grace": "5m", "name": "sla_breach: reassign to crew")").status, 200); // who names it means it
    QCOMPARE(api.get(one)[u"grace"].toString(), u"5m"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestRules)

} // namespace hmsact::rules_test

#include "rules.moc"
