// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::steps_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// When the steps of a rule come: at once where the one before reached nobody, none lost where an engine is late, and in working
// hours. A dry run says the same.
class StepsTest : public QObject
{
    Q_OBJECT

private slots:
    void theNextKeepsItsDelayWhereAStepReachesNobody_data();
    void theNextKeepsItsDelayWhereAStepReachesNobody();
    void severalInARowReachNobody();
    void whoIsNotOnShiftIsNobody();
    void aLittleLateNoStepIsLost();
    void whatADowntimeOvertookIsWrittenDown();
    void whatAStepDoesIsNotOvertakenByWords();
    void delaysAreWorkingTime_data();
    void delaysAreWorkingTime();
    void acknowledgingHoldsForWorkingTime();
    void withoutADelayItIsAtOnceAtNight();
    void aLateTaskFailsBeforeTheBuiltInRuleGivesItAway();
    void whatEndsATaskSilencesNoOtherRule_data();
    void whatEndsATaskSilencesNoOtherRule();
    void whatWasOverBeforeAnotherRuleFiredIsNotTold();
    void whatComesIntoScopeHasWaitedAllTheSame_data();
    void whatComesIntoScopeHasWaitedAllTheSame();
};

namespace {

constexpr qint64 hour = limits::msPerHour;

QJsonObject reassignTo(const char *after, const char *pool)
{
    return {{s("after"), s(after)}, {s("then"), s("reassign")}, {s("to"), s(pool)}};
}

// Of each firing, oldest first: minutes since `fromMs`, the step, and what became of it.
QStringList fired(Desk &desk, RuleId rule, qint64 fromMs)
{
    QStringList lines;
    const auto page = desk.ask(ListFirings{rule, limits::pageMax, {}});
    for (auto f = page->items.rbegin(); f != page->items.rend(); ++f) {
        const QJsonObject &outcome = f->outcome;
        QString what = outcome.value(s("passed_over")).toString();
        if (outcome.contains(s("worker_id")))
            what = outcome.value(s("worker_id")).isNull() ? s("nobody") : outcome.value(s("worker_id")).toString();
        lines << s("%1 min: step %2 %3").arg((f->atMs - fromMs) / limits::msPerMinute).arg(f->step).arg(what).trimmed();
    }
    return lines;
}

QStringList wouldFire(Desk &desk, const QJsonObject &body, qint64 fromMs)
{
    QStringList lines;
    const auto report = desk.ask(DryRunRule{{{}, rule(body)}, {desk.nowMs - 30 * limits::msPerDay, desk.nowMs + 1}});
    for (const WouldFire &f : report->firings) {
        const QString what = f.isSkipped ? s("nobody") : f.isPassedOver ? s("passed over") : QString();
        lines << s("%1 min: step %2 %3").arg((f.atMs - fromMs) / limits::msPerMinute).arg(f.step).arg(what).trimmed();
    }
    return lines;
}

// Nine to five from Monday to Friday; it is Friday, 20 November 2026, two in the afternoon.
void openTheOffice(Desk &desk)
{
    desk.nowMs = *parseTime(s("2026-11-20T14:00:00Z"));
    Calendar office;
    office.name = s("office");
    office.timeZone = s("UTC");
    for (size_t day = 0; day < 5; ++day)
        office.week[day] = {{9 * 60, 17 * 60}};
    QVERIFY(desk.say(SaveCalendar{office}));
}

ActivityId inTheOffice(Desk &desk, qint64 slaMs, int attempts = 3)
{
    TaskSpec task = Desk::task(s("dig"), slaMs);
    task.maxAttempts = attempts;
    return desk.say(CreateActivity{s("jordan"), s("card"), 40 * hour, 5, {}, {task}, s("office")})->activity.id;
}

// Only the rule of the test gives tasks to others.
void switchOffTheBuiltInRule(Desk &desk)
{
    QVERIFY(desk.say(SaveRule{
        rule({{s("name"), s("built in")}, {s("enabled"), false}, {s("when"), s("sla_breach")}, {s("then"), s("reassign")}}),
        RuleId{1}}));
}

} // namespace

void StepsTest::theNextKeepsItsDelayWhereAStepReachesNobody_data()
{
    QTest::addColumn<bool>("isShadow");
    QTest::newRow("in force") << false;
    QTest::newRow("a shadow") << true;
}

void StepsTest::theNextKeepsItsDelayWhereAStepReachesNobody()
{
    QFETCH(const bool, isShadow);
    Desk desk;
    switchOffTheBuiltInRule(desk);
    desk.hire(s("cat"), {s("dig")}, 100, {s("second")});
    desk.hire(s("eve"), {s("fill")}, 100, {s("first")}); // in the pool, without the skill
    QJsonObject body{{s("name"), s("r")},
                     {s("when"), s("sla_breach")},
                     {s("steps"),
                      QJsonArray{reassignTo("0s", "first"), reassignTo("1h", "second"), tell("3h", "slack:#chief"),
                                 tell("4h", "slack:#mayor")}}};
    if (isShadow)
        body.insert(s("shadow_until"), formatTime(desk.nowMs + limits::msPerDay));
    const RuleId id = save(desk, body);
    const qint64 dueMs = desk.nowMs + hour;
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour));
    const QStringList nobody{s("0 min: step 0 nobody")};
    QCOMPARE(fired(desk, id, dueMs), nobody);
    if (!isShadow)
        QCOMPARE(alertKinds(desk), QStringList({s("no_eligible_worker"), s("sla_breach")}));
    QVERIFY(turn(desk, hour - 1));
    QCOMPARE(fired(desk, id, dueMs), nobody);
    QVERIFY(turn(desk, 1));
    if (!isShadow)
        QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.worker.value, s("cat"));
    QVERIFY(turn(desk, 2 * hour));
    QVERIFY(turn(desk, hour));
    const QStringList later{s("180 min: step 2"), s("240 min: step 3")};
    QCOMPARE(fired(desk, id, dueMs), nobody + QStringList{isShadow ? s("60 min: step 1") : s("60 min: step 1 cat")} + later);
    QCOMPARE(wouldFire(desk, body, dueMs), nobody + QStringList{s("60 min: step 1")} + later);
    QVERIFY(desk.auditIsFine());
}

void StepsTest::severalInARowReachNobody()
{
    Desk desk;
    const QJsonObject body{
        {s("name"), s("r")},
        {s("when"), s("sla_breach")},
        {s("repeat_every"), s("2h")},
        {s("max_repeats"), 1},
        {s("steps"), QJsonArray{reassignTo("10m", "first"), reassignTo("1h", "second"), reassignTo("2h", "third")}}};
    const RuleId id = save(desk, body);
    const qint64 dueMs = desk.nowMs + hour;
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour));
    for (int i = 0; i < 30; ++i)
        QVERIFY(turn(desk, 10 * limits::msPerMinute));
    const QStringList all{s("10 min: step 0 nobody"), s("60 min: step 1 nobody"), s("120 min: step 2 nobody"),
                          s("240 min: step 2 nobody")};
    QCOMPARE(fired(desk, id, dueMs), all);
    QCOMPARE(wouldFire(desk, body, dueMs), all);
}

void StepsTest::whoIsNotOnShiftIsNobody()
{
    Desk desk;
    openTheOffice(desk);
    desk.hire(s("cat"), {s("dig")}, 100, {s("day")});
    SaveWorker change;
    change.spec.id = WorkerId{s("cat")};
    change.spec.name = s("cat");
    change.spec.calendar = s("office");
    QVERIFY(desk.say(change));
    const QJsonObject body{{s("name"), s("r")},
                           {s("when"), s("sla_breach")},
                           {s("steps"), QJsonArray{reassignTo("0s", "day"), tell("2h", "slack:#night")}}};
    const RuleId id = save(desk, body);
    const qint64 dueMs = desk.nowMs + 8 * hour;
    desk.open({Desk::task(s("dig"), 8 * hour)}); // due on Friday night
    QVERIFY(turn(desk, 8 * hour));
    QVERIFY(turn(desk, 2 * hour));
    const QStringList all{s("0 min: step 0 nobody"), s("120 min: step 1")};
    QCOMPARE(fired(desk, id, dueMs), all);
    QVERIFY(turn(desk, 58 * hour)); // on Monday, when she is there, the dry run still knows
    QCOMPARE(wouldFire(desk, body, dueMs), all);
}

void StepsTest::aLittleLateNoStepIsLost()
{
    Desk desk;
    const RuleId id =
        save(desk,
             {{s("name"), s("r")},
              {s("when"), s("sla_breach")},
              {s("steps"), QJsonArray{tell("0s", "slack:#a"), tell("1s", "slack:#b"), tell("2s", "slack:#c")}}});
    const qint64 dueMs = desk.nowMs + hour;
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour + 3 * limits::msPerSecond));
    QCOMPARE(told(desk), QStringList({s("slack:#a"), s("slack:#b"), s("slack:#c")}));
    QCOMPARE(fired(desk, id, dueMs), QStringList({s("0 min: step 0"), s("0 min: step 1"), s("0 min: step 2")}));
}

void StepsTest::whatADowntimeOvertookIsWrittenDown()
{
    Desk desk;
    const RuleId id =
        save(desk,
             {{s("name"), s("r")},
              {s("when"), s("sla_breach")},
              {s("steps"),
               QJsonArray{tell("0s", "slack:#a"), tell("1h", "slack:#b"), tell("2h", "slack:#c"), tell("9h", "slack:#d")}}});
    const qint64 dueMs = desk.nowMs + hour;
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, limits::msPerMinute));
    desk.engine.emplace(*desk.database, 7, 7);
    desk.nowMs = dueMs + 3 * hour;
    QVERIFY(desk.tick());
    const QStringList lines{s("180 min: step 0 overtaken"), s("180 min: step 1 overtaken"), s("180 min: step 2")};
    QCOMPARE(fired(desk, id, dueMs), lines);
    QCOMPARE(told(desk), QStringList{s("slack:#c")});
    QVERIFY(turn(desk, 6 * hour));
    QCOMPARE(fired(desk, id, dueMs), lines + QStringList{s("540 min: step 3")});
}

void StepsTest::whatAStepDoesIsNotOvertakenByWords()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")}, 100, {s("first")});
    desk.hire(s("c"), {s("dig")}, 100, {s("second")});
    const RuleId id = save(desk,
                           {{s("name"), s("r")},
                            {s("when"), s("sla_breach")},
                            {s("steps"),
                             QJsonArray{reassignTo("0s", "first"), tell("30m", "slack:#a"), reassignTo("1h", "second"),
                                        tell("2h", "slack:#b")}}});
    const qint64 dueMs = desk.nowMs + hour;
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)});
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    desk.engine.emplace(*desk.database, 7, 7);
    desk.nowMs = dueMs + 3 * hour;
    QVERIFY(desk.tick());
    QCOMPARE(fired(desk, id, dueMs),
             QStringList({s("180 min: step 0 overtaken"), s("180 min: step 1 overtaken"), s("180 min: step 2 c"),
                          s("180 min: step 3")}));
    QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.worker.value, s("c"));
}

void StepsTest::delaysAreWorkingTime_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QStringList>("at"); // hours after Friday 14:00
    const auto row = [](const char *name, const QJsonObject &more, const QStringList &at) {
        QTest::newRow(name) << more << at;
    };
    // The task is due on Friday at 16:00; an hour later the office closes until Monday, 9:00, which is hour 67.
    row("grace", {{s("when"), s("sla_breach")}, {s("grace"), s("2h")}, {s("steps"), QJsonArray{tell("0s", "slack:#a")}}},
        {s("68")});
    row("after", {{s("when"), s("sla_breach")}, {s("steps"), QJsonArray{tell("30m", "slack:#a"), tell("3h", "slack:#a")}}},
        {s("2.5"), s("69")});
    row("repeat",
        {{s("when"), s("sla_breach")},
         {s("repeat_every"), s("8h")},
         {s("max_repeats"), 1},
         {s("steps"), QJsonArray{tell("0s", "slack:#a")}}},
        {s("2"), s("74")});
    row("unassigned",
        {{s("when"), s("unassigned")}, {s("threshold"), s("4h")}, {s("steps"), QJsonArray{tell("0s", "slack:#a")}}},
        {s("68")});
}

void StepsTest::delaysAreWorkingTime()
{
    QFETCH(QJsonObject, more);
    QFETCH(const QStringList, at);
    Desk desk;
    openTheOffice(desk);
    more.insert(s("name"), s("r"));
    const RuleId id = save(desk, more);
    const qint64 fromMs = desk.nowMs;
    inTheOffice(desk, 2 * hour);
    for (int i = 0; i < 4 * 75; ++i)
        QVERIFY(turn(desk, hour / 4));
    QStringList hours;
    const auto page = desk.ask(ListFirings{id, limits::pageMax, {}});
    for (auto f = page->items.rbegin(); f != page->items.rend(); ++f)
        hours << QString::number(double(f->atMs - fromMs) / double(hour));
    QCOMPARE(hours, at);
    QStringList tried;
    const auto report = desk.ask(DryRunRule{{{}, rule(more)}, {fromMs, desk.nowMs + 1}});
    for (const WouldFire &f : report->firings)
        tried << QString::number(double(f.atMs - fromMs) / double(hour));
    QCOMPARE(tried, at);
}

void StepsTest::acknowledgingHoldsForWorkingTime()
{
    Desk desk;
    openTheOffice(desk);
    save(desk,
         {{s("name"), s("r")},
          {s("when"), s("sla_breach")},
          {s("acknowledged_for"), s("4h")},
          {s("steps"), QJsonArray{tell("0s", "console:boss"), tell("10m", "slack:#late")}}});
    inTheOffice(desk, 2 * hour);
    QVERIFY(turn(desk, 2 * hour)); // Friday, 16:00
    for (const auto alerts = desk.ask(ListAlerts{}); const Alert &alert : alerts->items)
        QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
    QVERIFY(turn(desk, 68 * hour - 1)); // Monday, 12:00: one hour on Friday, three since nine
    QVERIFY(!told(desk).contains(s("slack:#late")));
    QVERIFY(turn(desk, 1));
    QVERIFY(told(desk).contains(s("slack:#late")));
}

void StepsTest::withoutADelayItIsAtOnceAtNight()
{
    Desk desk;
    openTheOffice(desk);
    desk.hire(s("bot"), {s("dig")});
    save(desk, {{s("when"), s("task_failed")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#night"})}});
    const ActivityId activity = inTheOffice(desk, 30 * hour, 1);
    QVERIFY(turn(desk, 12 * hour)); // Saturday, two in the night
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Fail, s("bot"), s("broken")));
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("slack:#night")});
}

void StepsTest::aLateTaskFailsBeforeTheBuiltInRuleGivesItAway()
{
    Desk desk;
    desk.hire(s("ann"), {s("dig")});
    desk.hire(s("bob"), {s("dig")});
    save(desk, {{s("when"), s("sla_breach")}, {s("then"), s("fail")}});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerMinute / 2)});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::msPerMinute / 2));
    QCOMPARE(desk.statuses(id), QStringList{s("dig FAILED")});
    QVERIFY(desk.auditIsFine());
}

HMSACT_TEST(StepsTest)

void StepsTest::whatEndsATaskSilencesNoOtherRule_data()
{
    QTest::addColumn<QJsonObject>("ending");
    QTest::addColumn<bool>("isClaimed");
    const QJsonObject skip{{s("then"), s("skip")}};
    QTest::newRow("skip") << skip << false;
    QTest::newRow("cancel") << QJsonObject{{s("then"), s("cancel")}} << false;
    QTest::newRow("fail") << QJsonObject{{s("then"), s("fail")}} << true;
    QTest::newRow("a new clock") << QJsonObject{{s("then"), s("reassign")}, {s("restart_sla"), true}} << true;
}

// Both are due in the same instant, whichever is written first.
void StepsTest::whatEndsATaskSilencesNoOtherRule()
{
    QFETCH(QJsonObject, ending);
    QFETCH(const bool, isClaimed);
    Desk desk;
    switchOffTheBuiltInRule(desk);
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    ending.insert(s("name"), s("ending"));
    ending.insert(s("when"), s("sla_breach"));
    save(desk, ending);
    const QJsonObject body{{s("name"), s("r")},
                           {s("when"), s("sla_breach")},
                           {s("steps"),
                            QJsonArray{QJsonObject{{s("then"), s("raise_priority")}, {s("notify"), list({"slack:#a"})}},
                                       tell("30m", "slack:#b")}}};
    const RuleId id = save(desk, body);
    const qint64 dueMs = desk.nowMs + hour;
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)}, 90 * hour);
    QVERIFY(turn(desk, hour - limits::msPerSecond));
    if (isClaimed)
        QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::msPerSecond));
    QVERIFY(turn(desk, hour / 2));
    QCOMPARE(told(desk), QStringList{s("slack:#a")}); // and not what would have come later
    QCOMPARE(fired(desk, id, dueMs), QStringList{s("0 min: step 0")});
    QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.priority, 5); // what is over is not changed
    QCOMPARE(desk.ask(ListFirings{id, 1, {}})->items.front().outcome.value(s("not_possible")).toObject(),
             QJsonObject({{s("cause"), s("over")}}));
    QCOMPARE(wouldFire(desk, body, dueMs), QStringList{s("0 min: step 0")});
    QVERIFY(desk.auditIsFine());
}

void StepsTest::whatWasOverBeforeAnotherRuleFiredIsNotTold()
{
    Desk desk;
    switchOffTheBuiltInRule(desk);
    save(desk, {{s("name"), s("first")}, {s("when"), s("sla_breach")}, {s("steps"), QJsonArray{tell("0s", "slack:#a")}}});
    save(desk, {{s("name"), s("later")}, {s("when"), s("sla_breach")}, {s("steps"), QJsonArray{tell("1h", "slack:#b")}}});
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)}, 90 * hour);
    QVERIFY(turn(desk, hour));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Skip, {}, s("it rains")));
    QVERIFY(turn(desk, hour));
    QCOMPARE(told(desk), QStringList{s("slack:#a")});
}

void StepsTest::whatComesIntoScopeHasWaitedAllTheSame_data()
{
    QTest::addColumn<QString>("raisedAfter");
    QTest::addColumn<QString>("firing");
    QTest::newRow("before it has waited so long") << s("40m") << s("60 min: step 0");
    QTest::newRow("later") << s("90m") << s("90 min: step 0");
}

void StepsTest::whatComesIntoScopeHasWaitedAllTheSame()
{
    QFETCH(const QString, raisedAfter);
    QFETCH(const QString, firing);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, {{s("when"), s("unassigned")}, {s("threshold"), raisedAfter}, {s("then"), s("raise_priority")}});
    const QJsonObject body{{s("name"), s("r")},
                           {s("when"), s("unassigned")},
                           {s("threshold"), s("1h")},
                           {s("scope"), QJsonObject{{s("priority"), 8}}},
                           {s("steps"), QJsonArray{tell("0s", "slack:#a")}}};
    const RuleId id = save(desk, body);
    const qint64 readyMs = desk.nowMs;
    desk.open({Desk::task(s("dig"), 24 * hour)});
    turnTo(desk, readyMs + 4 * hour);
    QCOMPARE(fired(desk, id, readyMs), QStringList{firing});
    QCOMPARE(wouldFire(desk, body, readyMs), QStringList{firing});
}

} // namespace hmsact::steps_test

#include "steps.moc"
