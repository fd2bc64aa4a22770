// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::intents_test {

using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// Templates of activities as they are written, what is none, and how an activity asks for one.
class IntentsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLeftOutHasADefault();
    void anIntentSaysWhatItWasMadeOf();
    void thePathNamesIt();
    void whatIsNoIntentIsRefusedAtItsPlace_data();
    void whatIsNoIntentIsRefusedAtItsPlace();
    void everyBadFieldIsNamed();
    void anActivityAsksForATemplate_data();
    void anActivityAsksForATemplate();
};

static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

static QStringList pointersOf(const Error &error)
{
    QStringList pointers;
    for (const FieldError &field : error.fields)
        pointers << field.pointer;
    return pointers;
}

void IntentsTest::whatIsLeftOutHasADefault()
{
    const auto intent = intentFrom(json(R"({"name": "card", "sla": "48h"})"));
    QVERIFY(intent);
    QCOMPARE(intent->title, u"card"_s);
    QCOMPARE(intent->slaMs, 48 * limits::msPerHour);
    QVERIFY(intent->tasks.empty() && intent->description.isEmpty());
    QVERIFY(intent->thresholds == Thresholds{});
    QVERIFY(intent->confirmation == Confirmation::Code);
}

void IntentsTest::anIntentSaysWhatItWasMadeOf()
{
    const auto intent = intentFrom(json(R"({"name": "card", "title": "Replace a card", "description": "one\ntwo",
        "sla": "1d12h", "thresholds": {"due_soon": 0.5, "at_risk": 0.655}, "confirmation": "button",
        "tasks": [{"name": "a", "sla": "2h", "priority": 7, "review": "human", "pools": ["desk"]},
                  {"name": "b", "sla": "90s", "skill": "dig", "needs": [], "payload": {"x": 1}, "max_attempts": 5},
                  {"name": "c", "sla": "1h", "needs": ["a", "b"], "optional": true, "on_failure": "continue"}]})"));
    QVERIFY2(intent, intent ? "" : qPrintable(intent.error().detail.english()));
    QCOMPARE(intent->thresholds.atRiskPpm, 655'000);
    const auto again = intentFrom(bodyOf(*intent));
    QVERIFY(again && *again == *intent);
    QCOMPARE(intent->tasks[1].payload, json(R"({"x": 1})"));
    QVERIFY(intent->tasks[1].needs && intent->tasks[1].needs->isEmpty());
    QVERIFY(!intent->tasks[0].needs);
    QCOMPARE(toJson(*intent)[u"version"].toInt(), 1);
}

void IntentsTest::thePathNamesIt()
{
    const QJsonObject nameless = json(R"({"sla": "1h"})");
    QCOMPARE(intentFrom(nameless, u"card"_s)->name, u"card"_s);
    QCOMPARE(pointersOf(intentFrom(nameless).error()), QStringList{u"/name"_s});
    QCOMPARE(pointersOf(intentFrom(json(R"({"name": "x", "sla": "1h"})"), u"card"_s).error()), QStringList{u"/name"_s});
}

void IntentsTest::whatIsNoIntentIsRefusedAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const char *more, const char *pointer) {
        QTest::newRow(name) << QByteArray(more) << QString::fromLatin1(pointer);
    };
    row("unknown", R"("slas": 1)", "/slas");
    row("slash", R"("name": "a/b")", "/name");
    row("dots", R"("name": "..")", "/name");
    row("empty name", R"("name": " ")", "/name");
    row("no promise", R"("sla": null)", "/sla");
    row("zero", R"("sla": "0s")", "/sla");
    row("ten years", R"("sla": "9999999h")", "/sla");
    row("title of lines", R"("title": "a\nb")", "/title");
    row("no confirmation", R"("confirmation": "none")", "/confirmation");
    row("thresholds a list", R"("thresholds": [0.5, 0.9])", "/thresholds");
    row("another threshold", R"("thresholds": {"late": 0.5})", "/thresholds/late");
    row("nothing used", R"("thresholds": {"due_soon": 0})", "/thresholds/due_soon");
    row("all used", R"("thresholds": {"at_risk": 1})", "/thresholds/at_risk");
    row("percent", R"("thresholds": {"at_risk": 90})", "/thresholds/at_risk");
    row("the same", R"("thresholds": {"due_soon": 0.8, "at_risk": 0.8})", "/thresholds/at_risk");
    row("after the default", R"("thresholds": {"due_soon": 0.95})", "/thresholds/at_risk");
    row("task without a promise", R"("tasks": [{"name": "a"}])", "/tasks/0/sla");
    row("task that is none", R"("tasks": [7])", "/tasks/0");
    row("unknown in a task", R"("tasks": [{"name": "a", "sla": "1h", "prio": 1}])", "/tasks/0/prio");
    row("need of nothing", R"("tasks": [{"name": "a", "sla": "1h", "needs": ["z"]}])", "/tasks/0/needs/0");
    row("a name twice", R"("tasks": [{"name": "a", "sla": "1h"}, {"name": "a", "sla": "1h"}])", "/tasks/1/name");
    row("a circle", R"("tasks": [{"name": "a", "sla": "1h", "needs": ["b"]}, {"name": "b", "sla": "1h", "needs": ["a"]}])",
        "/tasks/0/needs");
}

void IntentsTest::whatIsNoIntentIsRefusedAtItsPlace()
{
    QFETCH(QByteArray, more);
    QJsonObject body = json(R"({"name": "card", "sla": "1h"})");
    const QJsonObject changed = json("{" + more + "}");
    QVERIFY(!changed.isEmpty());
    for (auto it = changed.begin(); it != changed.end(); ++it)
        body.insert(it.key(), it.value());
    const auto intent = intentFrom(body);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code, ErrorCode::Invalid);
    QTEST(pointersOf(intent.error()).join(u' '), "pointer");
}

void IntentsTest::everyBadFieldIsNamed()
{
    const auto intent = intentFrom(json(R"({"name": "x/y", "sla": "soon", "tasks": [{"name": "", "sla": "1h"}],
                                            "thresholds": {"due_soon": 0, "at_risk": 2}, "confirmation": 1, "zeal": 1})"));
    QCOMPARE(pointersOf(intent.error()),
             QStringList({u"/name"_s, u"/sla"_s, u"/tasks/0/name"_s, u"/thresholds/at_risk"_s, u"/thresholds/due_soon"_s,
                          u"/confirmation"_s, u"/zeal"_s}));
    QByteArray large = R"({"name": "x", "sla": "1h", "tasks": [)";
    for (int i = 0; i < 3; ++i)
        large += QByteArray(i > 0 ? "," : "") + R"({"name": "t)" + QByteArray::number(i)
            + R"(", "sla": "1h", "payload": {"x": ")" + QByteArray(100'000, 'x') + R"("}})";
    QCOMPARE(pointersOf(intentFrom(json(large + "]}")).error()), QStringList{u"/tasks"_s});
}

void IntentsTest::anActivityAsksForATemplate_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("templateOf");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("its own") << QByteArray(R"("from_template": true)") << u"card"_s << QString();
    QTest::newRow("another's") << QByteArray(R"("from_template": "pass")") << u"pass"_s << QString();
    QTest::newRow("with a promise") << QByteArray(R"("from_template": true, "sla": "2h")") << u"card"_s << QString();
    QTest::newRow("none") << QByteArray(R"("from_template": false, "sla": "2h")") << QString() << QString();
    QTest::newRow("not said") << QByteArray(R"("sla": "2h")") << QString() << QString();
    QTest::newRow("none and no promise") << QByteArray(R"("from_template": false)") << QString() << u"/sla"_s;
    QTest::newRow("null and no promise") << QByteArray(R"("from_template": null)") << QString() << u"/sla"_s;
    QTest::newRow("a number") << QByteArray(R"("from_template": 1, "sla": "2h")") << QString() << u"/from_template"_s;
    QTest::newRow("no name") << QByteArray(R"("from_template": " ", "sla": "2h")") << QString() << u"/from_template"_s;
}

void IntentsTest::anActivityAsksForATemplate()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, templateOf);
    QFETCH(QString, pointer);
    const auto command = createActivityFrom(json(R"({"citizen_id": "c", "intent": "card", )" + more + "}"));
    QCOMPARE(command ? QString() : pointersOf(command.error()).join(u' '), pointer);
    if (!command)
        return;
    QCOMPARE(command->templateOf, templateOf);
    const QJsonObject said = toJson(Command(*command)); // what two requests with one key are compared by
    QCOMPARE(said[u"from_template"].toString(), templateOf);
    QCOMPARE(said.contains(u"sla"), command->slaMs != 0);
}

HMSACT_TEST(IntentsTest)

} // namespace hmsact::intents_test

#include "intents.moc"
