// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fielderrors.h"
#include "domain/limits.h"
#include "domain/rule.h"
#include "domain/rulecircle.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::rules_test {

using namespace hmsact::domain;

// Rules as they are written: the short form, the whole, and what is no rule.
class RulesTest : public QObject
{
    Q_OBJECT

private slots:
    void theShortFormIsARuleWithOneStep();
    void whatIsNotTheSameIsNotCalledTheSame();
    void nobodyIsToldTwice();
    void whatIsNoAddressIsRefusedWhereItStands();
    void aRuleSaysWhatItWasMadeOf_data();
    void aRuleSaysWhatItWasMadeOf();
    void theSavedOneIsFound();
    void rulesInACircleAreRefused_data();
    void rulesInACircleAreRefused();
    void whatIsNoRuleIsRefusedAtItsPlace_data();
    void whatIsNoRuleIsRefusedAtItsPlace();
};

static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

void RulesTest::theShortFormIsARuleWithOneStep()
{
    const auto rule =
        ruleFrom(json(R"({"when": "sla_breach", "then": "reassign", "to": "backup", "notify": ["sms:+15551234"]})"));
    QVERIFY(rule);
    QCOMPARE(rule->name, QStringLiteral("sla_breach: reassign to backup"));
    QVERIFY(rule->enabled && !rule->builtIn);
    QCOMPARE(rule->steps.size(), size_t(1));
    const RuleStep step{0, RuleAction::Reassign, QStringLiteral("backup"), StepFor::Any, {QStringLiteral("sms:+15551234")}};
    QVERIFY(rule->steps.front() == step);
}

// Else the second of two would silently take the place of the first.
void RulesTest::whatIsNotTheSameIsNotCalledTheSame()
{
    const auto name = [](const QByteArray &text) {
        const auto rule = ruleFrom(json(text));
        return rule ? rule->name : rule.error().fields.front().pointer;
    };
    QCOMPARE(name(R"({"when": "task_failed", "then": "skip"})"), QStringLiteral("task_failed: skip"));
    QCOMPARE(name(R"({"when": "unassigned", "threshold": "4h", "then": "raise_priority", "to": "8"})"),
             QStringLiteral("unassigned 4h: raise_priority to 8"));
    QCOMPARE(name(R"({"when": "stalled", "threshold": 3, "then": "hold", "scope": {"intent": "card", "priority": 7}})"),
             QStringLiteral("stalled 3: hold (intent card, priority 7)"));
    QCOMPARE(name(R"({"when": "sla_warning", "threshold": "80%", "then": "hold", "scope": {"skill": "dig", "pool": "p"}})"),
             QStringLiteral("sla_warning 80%: hold (skill dig, pool p)"));
    const QByteArray longName(limits::nameMax, 'x');
    QCOMPARE(name(R"({"when": "sla_breach", "then": "reassign", "to": ")" + longName + R"("})"), QStringLiteral("/name"));
    const QByteArray faces = QByteArray("😀").repeated(limits::nameMax - 30); // one character each
    QVERIFY(name(R"({"when": "sla_breach", "then": "reassign", "to": ")" + faces + R"("})").endsWith(QStringLiteral("😀")));
}

void RulesTest::nobodyIsToldTwice()
{
    const auto rule = ruleFrom(json(R"({"when": "sla_breach", "then": "notify", "notify": ["sms:+1-202-555-0123",
        "hitl:supervisor", "sms:+12025550123", "email:a@b.org", "console:supervisor", "email:a@b.org", "sms:+12025550124"]})"));
    QVERIFY(rule);
    QCOMPARE(rule->steps.front().notify.join(u' '),
             QStringLiteral("sms:+1-202-555-0123 hitl:supervisor email:a@b.org sms:+12025550124"));
}

void RulesTest::whatIsNoAddressIsRefusedWhereItStands()
{
    const auto pointers = [](const char *text) {
        QStringList all;
        const Error refused = ruleFrom(json(text), QStringLiteral("/rule")).error();
        for (const FieldError &field : refused.fields)
            all << field.pointer;
        return all.join(u' ');
    };
    QCOMPARE(pointers(R"({"when": "sla_breach", "then": "notify", "notify": ["email:a@b.org", "email:a@b..c"]})"),
             QStringLiteral("/rule/notify/1"));
    const auto telling = [](int many) {
        QJsonArray addresses;
        for (int i = 0; i < many; ++i)
            addresses.append(QStringLiteral("email:u%1@b.org").arg(i));
        return QJsonObject{{QStringLiteral("when"), QStringLiteral("sla_breach")},
                           {QStringLiteral("then"), QStringLiteral("notify")},
                           {QStringLiteral("notify"), addresses}};
    };
    QVERIFY(ruleFrom(telling(limits::ruleAddressesMax)));
    QVERIFY(!ruleFrom(telling(limits::ruleAddressesMax + 1)));
    QCOMPARE(pointers(R"({"when": "sla_breach", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
                          {"after": "1h", "then": "notify", "notify": ["sms:+00000000"]}]})"),
             QStringLiteral("/rule/steps/1/notify/0"));
}

void RulesTest::aRuleSaysWhatItWasMadeOf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("short") << QByteArray(R"({"when": "task_failed", "then": "skip"})");
    QTest::newRow("unassigned") << QByteArray(
        R"({"when": "unassigned", "threshold": "2h", "then": "raise_priority", "to": "8", "grace": "5m"})");
    QTest::newRow("stalled") << QByteArray(R"({"when": "stalled", "threshold": 3, "then": "hold"})");
    QTest::newRow("share") << QByteArray(R"({"when": "sla_warning", "threshold": "80%", "then": "hold"})");
    QTest::newRow("before") << QByteArray(R"({"when": "activity_sla_warning", "threshold": "1h30m", "then": "cancel"})");
    QTest::newRow("queue") << QByteArray(
        R"({"when": "queue_depth", "threshold": 100, "scope": {"skill": "dig"}, "then": "notify", "notify": ["slack:#a"]})");
    QTest::newRow("everything") << QByteArray(R"({"name": "late", "enabled": false, "when": "sla_breach",
        "scope": {"intent": "hole", "skill": "dig", "pool": "crew", "priority": 7}, "grace": "10m",
        "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
                  {"after": "1h", "then": "reassign", "to": "crew", "only": "unclaimed"}],
        "repeat_every": "1d", "max_repeats": 3, "digest": "15m", "acknowledged_for": "4h", "restart_sla": true})");
}

void RulesTest::aRuleSaysWhatItWasMadeOf()
{
    QFETCH(QByteArray, text);
    const auto rule = ruleFrom(json(text));
    QVERIFY(rule);
    const QJsonObject body = bodyOf(*rule);
    const auto again = ruleFrom(body);
    QVERIFY(again);
    QCOMPARE(bodyOf(*again), body);
    const QJsonObject said = json(text);
    for (auto field = said.begin(); field != said.end(); ++field) {
        if (field->isString() && body.contains(field.key()))
            QCOMPARE(body[field.key()], *field);
    }
}

void RulesTest::theSavedOneIsFound()
{
    const auto rule = [](int id, const char *name) {
        Rule made;
        made.id = RuleId{id};
        made.name = QString::fromLatin1(name);
        return made;
    };
    const std::vector<Rule> rules{rule(1, "late"), rule(2, "lost")};
    const auto found = [&](const RuleChoice &choice) {
        const Rule *saved = findSaved(rules, choice);
        return saved ? saved->id.value : 0;
    };
    QCOMPARE(found({QStringLiteral("lost"), {}}), 2);
    QCOMPARE(found({RuleId{2}.toString(), {}}), 2);
    QCOMPARE(found({{}, rule(0, "lost")}), 2);
    QCOMPARE(found({{}, rule(2, "late")}), 2); // being renamed
    QCOMPARE(found({{}, rule(0, "new")}), 0);
}

void RulesTest::rulesInACircleAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer"); // empty: it may be saved
    const auto row = [](const char *name, const QByteArray &text, const char *pointer) {
        QTest::newRow(name) << text << QString::fromLatin1(pointer);
    };
    row("straight back",
        R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "b"}, "then": "reassign", "to": "a"})",
        "/steps/0/to");
    row("by way of another", R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "c"},
        "steps": [{"then": "notify", "notify": ["slack:#a"]}, {"after": "1h", "then": "reassign", "to": "a"}]})",
        "/steps/1/to");
    row("switched off",
        R"({"enabled": false, "when": "unassigned", "threshold": "1h", "scope": {"pool": "b"}, "then": "reassign", "to": "a"})",
        "");
    row("another trigger", R"({"when": "sla_breach", "scope": {"pool": "b"}, "then": "reassign", "to": "a"})", "");
    row("other tasks",
        R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "b", "skill": "dig"}, "then": "reassign",
        "to": "a"})",
        "");
    row("onwards", R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "b"}, "then": "reassign", "to": "d"})",
        "");
    row("within the pool",
        R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "b"}, "then": "reassign", "to": "b"})", "");
    row("for any pool", R"({"when": "unassigned", "threshold": "1h", "then": "reassign", "to": "a"})", "");
}

// Two rules are there: from a to b, and from b to c but for the rule that is saved anew.
void RulesTest::rulesInACircleAreRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, pointer);
    const auto handOn = [](int id, const QString &from, const QString &to) {
        Rule rule = *ruleFrom(json(R"({"when": "unassigned", "threshold": "2h", "then": "reassign"})"));
        rule.id = RuleId{id};
        rule.name = from + to;
        rule.scope.pool = from;
        rule.steps.front().to = to;
        return rule;
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const std::vector<Rule> others{handOn(1, a, b), handOn(2, b, QStringLiteral("c"))};
    const Rule rule = *ruleFrom(json(text));
    const Status status = refuseCircle(rule, others);
    QCOMPARE(status.ok(), pointer.isEmpty());
    if (!status)
        QCOMPARE(status.error().fields.front().pointer, pointer);
    Rule saved = handOn(1, a, b); // itself is nobody else
    QVERIFY(refuseCircle(saved, others).ok());
}

void RulesTest::whatIsNoRuleIsRefusedAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const QByteArray &text, const char *pointer) {
        QTest::newRow(name) << text << QString::fromLatin1(pointer);
    };
    row("nothing", "{}", "/when");
    row("unknown trigger", R"({"when": "late", "then": "skip"})", "/when");
    row("no action", R"({"when": "sla_breach"})", "/then");
    row("a step without an action", R"({"when": "sla_breach", "steps": [{"notify": ["email:a@b.org"]}]})", "/steps/0/then");
    row("unknown action", R"({"when": "sla_breach", "then": "shout"})", "/then");
    row("unknown field", R"({"when": "sla_breach", "then": "skip", "zeal": 1})", "/zeal");
    row("nobody told", R"({"when": "sla_breach", "then": "notify"})", "/notify");
    row("no address", R"({"when": "sla_breach", "then": "notify", "notify": ["bob"]})", "/notify/0");
    row("negative delay", R"({"when": "sla_breach", "steps": [{"after": "-1h", "then": "skip"}]})", "/steps/0/after");
    row("endless delay", R"({"when": "sla_breach", "steps": [{"after": "9999w", "then": "skip"}]})", "/steps/0/after");
    row("unknown in a step", R"({"when": "sla_breach", "steps": [{"then": "skip", "x": 1}]})", "/steps/0/x");
    row("steps out of order",
        R"({"when": "sla_breach", "steps": [{"after": "2h", "then": "hold"}, {"after": "1h", "then": "skip"}]})",
        "/steps/1/after");
    row("in a circle",
        R"({"when": "sla_breach", "steps": [{"then": "reassign", "to": "a"}, {"after": "1h", "then": "reassign", "to": "b"},
            {"after": "2h", "then": "reassign", "to": "a"}]})",
        "/steps/2/to");
    row("from a pool and back to it",
        R"({"when": "unassigned", "threshold": "1h", "scope": {"pool": "a"}, "steps": [
            {"then": "reassign", "to": "b"}, {"after": "1h", "then": "reassign", "to": "a"}]})",
        "/steps/1/to");
    row("no priority", R"({"when": "sla_breach", "then": "raise_priority", "to": "10"})", "/to");
    row("to nowhere", R"({"when": "sla_breach", "then": "skip", "to": "a"})", "/to");
    row("an activity cannot be reassigned", R"({"when": "activity_sla_breach", "then": "reassign"})", "/steps/0/then");
    row("threshold of a breach", R"({"when": "sla_breach", "threshold": 1, "then": "skip"})", "/threshold");
    row("no threshold", R"({"when": "unassigned", "then": "hold"})", "/threshold");
    row("a share of more than all", R"({"when": "sla_warning", "threshold": "100%", "then": "hold"})", "/threshold");
    row("a share that is no text", R"({"when": "sla_warning", "threshold": 0.5, "then": "hold"})", "/threshold");
    row("a share of words", R"({"when": "sla_warning", "threshold": "half%", "then": "hold"})", "/threshold");
    row("a queue of nothing", R"({"when": "queue_depth", "threshold": 5, "then": "notify", "notify": ["slack:#a"]})",
        "/scope/skill");
    row("steps that are null", R"({"name": "q", "when": "sla_breach", "steps": null})", "/steps");
    row("repeated without end", R"({"when": "sla_breach", "then": "skip", "repeat_every": "1h"})", "/max_repeats");
    QJsonArray steps;
    for (int i = 0; i < 10'000; ++i)
        steps.append(QJsonObject{{QStringLiteral("then"), QStringLiteral("hold")}});
    const QJsonObject endless{{QStringLiteral("when"), QStringLiteral("sla_breach")}, {QStringLiteral("steps"), steps}};
    row("10,000 steps", QJsonDocument(endless).toJson(), "/steps");
}

void RulesTest::whatIsNoRuleIsRefusedAtItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    const auto rule = ruleFrom(json(text));
    QVERIFY(!rule);
    QStringList pointers;
    for (const FieldError &field : rule.error().fields)
        pointers << field.pointer;
    QVERIFY2(pointers.contains(pointer), qPrintable(pointers.join(u' ')));
    QVERIFY(pointers.size() < 30);
    QCOMPARE(pointers.removeDuplicates(), 0);
}

HMSACT_TEST(RulesTest)

} // namespace hmsact::rules_test

#include "rules.moc"
