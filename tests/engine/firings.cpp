// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

#include <QJsonDocument>

namespace hmsact::firings_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What is known of a rule afterwards: why each step fired and under which version, and that the rule was looked at at all.
class FiringsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFiringKeepsWhatItsTriggerSaw_data();
    void aFiringKeepsWhatItsTriggerSaw();
    void whatItSawIsKeptWhenItIsOver();
    void theRecordSaysWhenAStepWasToCome();
    void aRuleTellsWhenItWasLookedAt();
    void aVersionThatWasNotLookedAtSaysSo();
    void rulesInACircleAreNotStored();
    void whatWasNotPossibleIsKeptAsACause_data();
    void whatWasNotPossibleIsKeptAsACause();
};

namespace {

constexpr qint64 hour = limits::msPerHour;

Rule known(Desk &desk, RuleId id) { return *desk.ask(GetRule{id}); }

QJsonObject values(Desk &desk, RuleId id)
{
    const auto page = desk.ask(ListFirings{id, 10, {}});
    return page->items.size() == 1 ? page->items.front().values : QJsonObject();
}

} // namespace

void FiringsTest::aFiringKeepsWhatItsTriggerSaw_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QJsonObject>("saw"); // besides what all say; a time is one of minutes after the start
    const auto row = [](const char *when, const QJsonValue &threshold, const QJsonObject &saw) {
        QJsonObject body{
            {s("name"), s("r")}, {s("when"), s(when)}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a"})}};
        if (!threshold.isNull())
            body.insert(s("threshold"), threshold);
        if (s(when) == s("queue_depth"))
            body.insert(s("scope"), QJsonObject{{s("skill"), s("dig")}});
        QTest::newRow(when) << body << saw;
    };
    const QJsonValue none;
    row("sla_breach", none, {{s("due_at"), 120}, {s("sla"), s("2h")}, {s("used_percent"), 100}, {s("triggered_at"), 120}});
    row("sla_warning", s("75%"),
        {{s("due_at"), 120}, {s("sla"), s("2h")}, {s("used_percent"), 75}, {s("triggered_at"), 90}});
    row("activity_sla_breach", none, {{s("due_at"), 240}, {s("sla"), s("4h")}, {s("used_percent"), 100}});
    row("unassigned", s("1h"), {{s("pending_since"), 0}, {s("triggered_at"), 60}});
    row("no_eligible_worker", none, {{s("pending_since"), 0}});
    row("queue_depth", 1, {{s("depth"), 2}});
}

void FiringsTest::aFiringKeepsWhatItsTriggerSaw()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const QJsonObject, saw);
    Desk desk;
    const qint64 fromMs = desk.nowMs;
    const bool isQueue = body.value(s("when")) == s("queue_depth");
    const RuleId id = save(desk, body);
    for (int i = 0; i < (isQueue ? 2 : 1); ++i)
        desk.open({Desk::task(s("dig"), 2 * hour)}, 4 * hour);
    for (int i = 0; i < 10 && values(desk, id).isEmpty(); ++i)
        QVERIFY(turn(desk, hour / 2));
    const QJsonObject found = values(desk, id);
    for (auto it = saw.begin(); it != saw.end(); ++it) {
        const bool isTime = it.key().endsWith(s("_at")) || it.key().endsWith(s("_since"));
        const QJsonValue expected = isTime ? QJsonValue(formatTime(fromMs + it->toInteger() * limits::msPerMinute)) : *it;
        QCOMPARE(found.value(it.key()), expected);
    }
    QCOMPARE(found.value(s("threshold")).toVariant(), body.value(s("threshold")).toVariant());
    QVERIFY(parseTime(found.value(s("step_due_at")).toString()));
    const bool isTasks = body.value(s("when")) != s("activity_sla_breach");
    QCOMPARE(found.value(s("state")).toString(), isTasks ? s("PENDING") : QString());
    QCOMPARE(found.value(s("priority")).toInt(), isTasks ? 5 : 0);
}

// The step itself changes the task, and later everything is another way.
void FiringsTest::whatItSawIsKeptWhenItIsOver()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const QJsonObject body{{s("name"), s("r")},
                           {s("when"), s("stalled")},
                           {s("threshold"), 1},
                           {s("then"), s("raise_priority")},
                           {s("to"), s("9")}};
    const RuleId id = save(desk, body);
    const ActivityId activity = desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::leaseMachineMs));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Skip, {}, s("it rains")));
    const QJsonObject found = values(desk, id);
    QCOMPARE(found.value(s("lost_leases")).toInt(), 1);
    QCOMPARE(found.value(s("attempt")).toInt(), 2);
    QCOMPARE(found.value(s("priority")).toInt(), 5);
    QCOMPARE(found.value(s("state")).toString(), s("PENDING"));
    QCOMPARE(found.value(s("threshold")).toInt(), 1);
}

void FiringsTest::theRecordSaysWhenAStepWasToCome()
{
    Desk desk;
    save(desk,
         {{s("name"), s("r")}, {s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a"})}});
    const qint64 dueMs = desk.nowMs + hour;
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour + 7 * limits::msPerSecond));
    bool isSaid = false;
    for (const auto &events = desk.ask(ListEvents{activity, 100, {}}); const Event &event : events->items) {
        const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
        isSaid |= event.kind == s("task.escalated") && detail.value(s("rule")) == s("r")
            && detail.value(s("rule_version")).toInt() == 1 && detail.value(s("step_due_at")) == formatTime(dueMs)
            && event.atMs == dueMs + 7 * limits::msPerSecond;
    }
    QVERIFY(isSaid);
}

void FiringsTest::aRuleTellsWhenItWasLookedAt()
{
    Desk desk;
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, 0);
    QVERIFY(desk.tick());
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, desk.nowMs); // although there is nothing yet
    const qint64 startedMs = desk.nowMs;
    for (int woken = 0; woken < 3; ++woken) { // and again each hour, although nothing happens
        desk.nowMs = *desk.engine->nextTimerMs(desk.nowMs);
        QVERIFY(desk.tick());
    }
    QCOMPARE(desk.nowMs, startedMs + 3 * hour);
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, desk.nowMs);
    desk.open({Desk::task(s("dig"), 10 * limits::msPerMinute)}, limits::msPerDay);
    QVERIFY(turn(desk, 10 * limits::msPerMinute)); // a breach is held against it
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, desk.nowMs);
    const qint64 breachedMs = desk.nowMs;
    QVERIFY(turn(desk, 10 * limits::msPerMinute)); // nothing was
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, breachedMs);
}

void FiringsTest::aVersionThatWasNotLookedAtSaysSo()
{
    Desk desk;
    QVERIFY(desk.tick());
    const QJsonObject body{
        {s("name"), s("r")}, {s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a"})}};
    const RuleId id = save(desk, body);
    QCOMPARE(known(desk, id).lastEvaluatedAtMs, 0);
    QVERIFY(turn(desk, 1));
    QCOMPARE(known(desk, id).lastEvaluatedAtMs, desk.nowMs);
    desk.nowMs += 1000;
    QCOMPARE(save(desk, body), id);
    QCOMPARE(known(desk, id).lastEvaluatedAtMs, 0); // another version
    QJsonObject off = body;
    off.insert(s("enabled"), false);
    save(desk, off);
    for (int i = 0; i < 3; ++i)
        QVERIFY(turn(desk, hour));
    QCOMPARE(known(desk, id).lastEvaluatedAtMs, 0); // nobody looks at it
    QCOMPARE(known(desk, RuleId{1}).lastEvaluatedAtMs, desk.nowMs);
}

void FiringsTest::rulesInACircleAreNotStored()
{
    Desk desk;
    const auto handOn = [](const char *from, const char *to, bool isOn) {
        return QJsonObject{{s("name"), s(from)},
                           {s("when"), s("unassigned")},
                           {s("threshold"), s("1h")},
                           {s("enabled"), isOn},
                           {s("then"), s("reassign")},
                           {s("to"), s(to)},
                           {s("scope"), QJsonObject{{s("pool"), s(from)}}}};
    };
    save(desk, handOn("a", "b", true));
    const auto circle = desk.say(SaveRule{rule(handOn("b", "a", true)), {}});
    QVERIFY(!circle);
    QCOMPARE(circle.error().code, ErrorCode::Invalid);
    QCOMPARE(circle.error().fields.front().pointer, s("/steps/0/to"));
    QCOMPARE(desk.ask(ListRules{})->size(), size_t(2)); // the built-in one and the first
    save(desk, handOn("b", "a", false));
    QCOMPARE(desk.ask(ListRules{})->size(), size_t(3));
    QVERIFY(!desk.say(SaveRule{rule(handOn("b", "a", true)), {}})); // and it is not switched on
    QVERIFY(!known(desk, desk.ask(ListRules{})->back().id).enabled);
}

void FiringsTest::whatWasNotPossibleIsKeptAsACause_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QJsonObject>("obstacle");
    QTest::addColumn<QString>("text");
    QTest::newRow("hold") << s("hold") << QJsonObject{{s("cause"), s("wrong_state")}, {s("state"), s("IN_REVIEW")}}
                          << s("the task is IN_REVIEW");
    QTest::newRow("fail") << s("fail") << QJsonObject{{s("cause"), s("wrong_state")}, {s("state"), s("IN_REVIEW")}}
                          << s("the task is IN_REVIEW");
    QTest::newRow("reassign") << s("reassign") << QJsonObject{{s("cause"), s("wrong_state")}, {s("state"), s("IN_REVIEW")}}
                              << s("the task is IN_REVIEW");
    QTest::newRow("raise") << s("raise_priority") << QJsonObject{{s("cause"), s("as_urgent")}, {s("priority"), 9}}
                           << s("its priority is 9 already");
}

// A sentence would be of one language for ever.
void FiringsTest::whatWasNotPossibleIsKeptAsACause()
{
    QFETCH(const QString, then);
    QFETCH(const QJsonObject, obstacle);
    QFETCH(const QString, text);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    const RuleId id = save(desk, {{s("name"), s("r")}, {s("when"), s("sla_breach")}, {s("then"), then}});
    TaskSpec spec = Desk::task(s("dig"), hour);
    spec.review = Review::Human;
    spec.priority = 9;
    const ActivityId activity = desk.open({spec}, limits::msPerDay);
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, hour));
    const auto page = desk.ask(ListFirings{id, 10, {}});
    QCOMPARE(page->items.size(), size_t(1));
    QCOMPARE(page->items.front().outcome.value(s("not_possible")).toObject(), obstacle);
    const QJsonObject shown = toJson(page->items.front()).value(s("outcome")).toObject();
    QCOMPARE(shown.value(s("not_possible")).toObject().value(s("text")).toString(), text);
    int told = 0;
    for (const auto &events = desk.ask(ListEvents{activity, 100, {}}); const Event &event : events->items) {
        const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
        told += detail.value(s("rule")) == s("r") && detail.value(s("not_possible")).toObject() == obstacle ? 1 : 0;
    }
    QCOMPARE(told, 1);
}

HMSACT_TEST(FiringsTest)

} // namespace hmsact::firings_test

#include "firings.moc"
