// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::standing_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Rules about what has not happened yet, about many, and about what was there before them.
class StandingTest : public QObject
{
    Q_OBJECT

private slots:
    void warningsComeBeforeTheBreach_data();
    void warningsComeBeforeTheBreach();
    void aWarningMovesWithThePause();
    void warningsCountWorkingTime_data();
    void warningsCountWorkingTime();
    void anActivityIsWarnedOf();
    void aQueueIsWhatTheScopeFits_data();
    void aQueueIsWhatTheScopeFits();
    void whatIsTooManyForOneRuleIsNotForAnother();
    void aQueueThatIsTooDeepIsToldOnce();
    void aNewRuleAppliesToWhatWaitsAlready();
    void whatIsMissingIsFound();
    void anEngineWithNothingDueLooksAroundAllTheSame();
    void lookingAroundLeavesRoomForTheRest();
    void aStalledTaskThatIsMissingIsFound();
    void whatSomebodyHasTakenIsNotStalled_data();
    void whatSomebodyHasTakenIsNotStalled();
    void whoLosesItAfterwardsHasTheGraceAnew();
    void aPersonWhoLetsItLapseHasLostItToo();
    void whatIsKeptForSomebodyIsInTheQueueToo_data();
    void whatIsKeptForSomebodyIsInTheQueueToo();
    void whatEverybodyHasGivenBackIsNobodys();
};

void StandingTest::warningsComeBeforeTheBreach_data()
{
    QTest::addColumn<QString>("threshold");
    QTest::addColumn<qint64>("afterMs");
    QTest::newRow("a share of the SLA") << s("75%") << 90 * limits::msPerMinute;
    QTest::newRow("a time before") << s("20m") << 100 * limits::msPerMinute;
}

void StandingTest::warningsComeBeforeTheBreach()
{
    QFETCH(QString, threshold);
    QFETCH(qint64, afterMs);
    Desk desk;
    save(desk,
         {{s("when"), s("sla_warning")},
          {s("threshold"), threshold},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops", "console:supervisor"})}});
    desk.open({Desk::task(s("dig"), 2 * limits::msPerHour)});
    QVERIFY(turn(desk, afterMs - 1));
    QCOMPARE(told(desk), QStringList());
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    QCOMPARE(alertKinds(desk), QStringList{s("sla_warning")}); // who is told in the console finds it in the inbox
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

void StandingTest::aWarningMovesWithThePause()
{
    Desk desk;
    save(desk,
         {{s("when"), s("sla_warning")},
          {s("threshold"), s("1h")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    const ActivityId id = desk.open({Desk::task(s("dig"), 2 * limits::msPerHour)}, limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerMinute));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Hold, {}, s("waits for the citizen")));
    QVERIFY(turn(desk, 3 * limits::msPerHour));
    QCOMPARE(told(desk), QStringList());
    QVERIFY(desk.act(id, s("dig"), TaskAction::Resume));
    QVERIFY(turn(desk, 58 * limits::msPerMinute));
    QCOMPARE(told(desk), QStringList());
    QVERIFY(turn(desk, 2 * limits::msPerMinute));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

void StandingTest::warningsCountWorkingTime_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("threshold");
    QTest::newRow("a task, a share") << s("sla_warning") << s("75%");
    QTest::newRow("a task, a time before") << s("sla_warning") << s("2h");
    QTest::newRow("an activity, a share") << s("activity_sla_warning") << s("75%");
}

// Eight hours from Friday 14:00, three of them on Friday, are due on Monday at 14:00; six of them are used on Monday at 12:00.
void StandingTest::warningsCountWorkingTime()
{
    QFETCH(QString, when);
    QFETCH(QString, threshold);
    Desk desk;
    desk.nowMs = *parseTime(s("2026-11-20T14:00:00Z"));
    Calendar office;
    office.name = s("office");
    office.timeZone = s("UTC");
    for (size_t day = 0; day < 5; ++day)
        office.week[day] = {{9 * 60, 17 * 60}};
    QVERIFY(desk.say(SaveCalendar{office}));
    const QJsonObject said{{s("name"), s("near")},
                           {s("when"), when},
                           {s("threshold"), threshold},
                           {s("then"), s("notify")},
                           {s("notify"), list({"slack:#ops"})}};
    const Rule warning = rule(said);
    save(desk, said);
    const qint64 fromMs = desk.nowMs;
    const qint64 slaMs = 8 * limits::msPerHour;
    QVERIFY(desk.say(CreateActivity{s("jordan"), s("card"), slaMs, 5, {}, {Desk::task(s("dig"), slaMs)}, s("office")}));
    QVERIFY(turn(desk, 70 * limits::msPerHour - 1)); // plain time would have warned on Sunday
    QCOMPARE(told(desk), QStringList());
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    const auto tried = desk.ask(DryRunRule{{{}, warning}, {fromMs, desk.nowMs + 1}}); // and a dry run says the same
    QCOMPARE(tried->firings.size(), size_t(1));
    QCOMPARE(tried->firings.front().atMs, desk.nowMs);
}

void StandingTest::anActivityIsWarnedOf()
{
    Desk desk;
    save(desk,
         {{s("when"), s("activity_sla_warning")},
          {s("threshold"), s("50%")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerHour);
    QVERIFY(turn(desk, limits::msPerHour - 1));
    QCOMPARE(told(desk), QStringList());
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

void StandingTest::aQueueThatIsTooDeepIsToldOnce()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk,
         {{s("when"), s("queue_depth")},
          {s("threshold"), 2},
          {s("scope"), QJsonObject{{s("skill"), s("dig")}}},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    for (int i = 0; i < 2; ++i)
        desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), QStringList());
    desk.open({Desk::task(s("dig"), limits::msPerDay)});
    for (int minute = 0; minute < 5; ++minute)
        QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    const auto leases = desk.reserve(s("a"), 2); // enough of them are taken up …
    QCOMPARE(leases->size(), size_t(2));
    QVERIFY(turn(desk, limits::msPerMinute));
    for (int i = 0; i < 2; ++i) // … and then there are too many again
        desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), (QStringList{s("slack:#ops"), s("slack:#ops")}));
}

void StandingTest::aQueueIsWhatTheScopeFits_data()
{
    QTest::addColumn<QJsonObject>("scope");
    QTest::newRow("of an intent") << QJsonObject{{s("skill"), s("dig")}, {s("intent"), s("garden")}};
    QTest::newRow("of a priority") << QJsonObject{{s("skill"), s("dig")}, {s("priority"), 7}};
}

static ActivityId openDigging(Desk &desk, bool isOurs)
{
    CreateActivity create{s("jordan"), isOurs ? s("garden") : s("road"), 2 * limits::msPerDay, isOurs ? 8 : 6, {}, {}};
    create.tasks = {Desk::task(s("dig"), limits::msPerDay)};
    return desk.say(create)->activity.id;
}

void StandingTest::aQueueIsWhatTheScopeFits()
{
    QFETCH(const QJsonObject, scope);
    for (const bool othersAreFirst : {true, false}) {
        Desk desk;
        const RuleId id = save(desk,
                               {{s("when"), s("queue_depth")},
                                {s("threshold"), 2},
                                {s("scope"), scope},
                                {s("then"), s("notify")},
                                {s("notify"), list({"slack:#ops"})}});
        for (int i = 0; i < 3 && othersAreFirst; ++i)
            openDigging(desk, false);
        desk.nowMs += limits::msPerHour; // those before are first in line, whatever their priority
        for (int i = 0; i < 2; ++i)
            openDigging(desk, true);
        desk.nowMs += limits::msPerHour;
        for (int i = 0; i < 3 && !othersAreFirst; ++i)
            openDigging(desk, false);
        QVERIFY(turn(desk, limits::msPerMinute));
        QCOMPARE(told(desk), QStringList()); // two of ours are not too many, whoever else waits
        openDigging(desk, true);
        QVERIFY(turn(desk, limits::msPerMinute));
        QCOMPARE(told(desk), QStringList{s("slack:#ops")});
        const auto firings = desk.ask(ListFirings{id, 10, {}});
        QCOMPARE(firings->items.front().values.value(s("depth")).toInt(), 3);
        QCOMPARE(desk.ask(GetActivity{firings->items.front().activity})->activity.intent, s("garden"));
    }
}

void StandingTest::whatIsTooManyForOneRuleIsNotForAnother()
{
    Desk desk;
    for (const int threshold : {2, 5}) {
        const QString channel = s("slack:#more-than-%1").arg(threshold);
        save(desk,
             {{s("name"), channel},
              {s("when"), s("queue_depth")},
              {s("threshold"), threshold},
              {s("scope"), QJsonObject{{s("skill"), s("dig")}}},
              {s("then"), s("notify")},
              {s("notify"), QJsonArray{channel}}});
    }
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), QStringList{s("slack:#more-than-2")});
}

void StandingTest::aNewRuleAppliesToWhatWaitsAlready()
{
    Desk desk;
    desk.open({Desk::task(s("late"), limits::msPerMinute)});
    desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerHour));
    save(desk,
         {{s("when"), s("unassigned")},
          {s("threshold"), s("2h")},
          {s("scope"), QJsonObject{{s("skill"), s("dig")}}},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    save(desk, {{s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#late"})}});
    QVERIFY(turn(desk, limits::msPerMinute));
    QVERIFY(turn(desk, limits::msPerHour - 2 * limits::msPerMinute));
    QCOMPARE(told(desk), QStringList()); // what was late before the rule is left alone
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

// As if a transaction had been lost that the record holds: a hand in the database, or an error of ours.
void StandingTest::whatIsMissingIsFound()
{
    Desk desk;
    save(desk,
         {{s("when"), s("sla_breach")},
          {s("grace"), s("1d")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    desk.open({Desk::task(s("dig"), limits::msPerHour)}, 10 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour));
    hmsact::store::Connection::open(desk.url, hmsact::store::Access::ReadWrite)
        ->script("DELETE FROM escalation_firing; DELETE FROM escalation");
    QVERIFY(turn(desk, limits::msPerHour)); // looks around once an hour
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

// Nothing but the engine's own timer wakes it.
void StandingTest::anEngineWithNothingDueLooksAroundAllTheSame()
{
    Desk desk;
    save(desk,
         {{s("when"), s("sla_breach")},
          {s("grace"), s("1d")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})}});
    desk.open({Desk::task(s("dig"), limits::msPerHour)}, 10 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour));
    const qint64 breachedMs = desk.nowMs;
    hmsact::store::Connection::open(desk.url, hmsact::store::Access::ReadWrite)
        ->script("DELETE FROM escalation_firing; DELETE FROM escalation");
    desk.engine->hear({}); // when the next timer is due is read anew
    while (told(desk).isEmpty()) {
        desk.nowMs = *desk.engine->nextTimerMs(desk.nowMs);
        QVERIFY(desk.nowMs > 0);
        QVERIFY(desk.tick());
    }
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    QCOMPARE(desk.nowMs, breachedMs + limits::msPerDay); // in time
}

// With more tasks than one step looks at.
void StandingTest::lookingAroundLeavesRoomForTheRest()
{
    Desk desk;
    std::vector<TaskSpec> tasks;
    for (int i = 0; i < 900; ++i)
        tasks.push_back(Desk::task(s("dig %1").arg(i), limits::msPerDay));
    for (int i = 0; i < 3; ++i)
        desk.open(tasks, 2 * limits::msPerDay);
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + 100); // in haste, because it is new here
    while (*desk.engine->nextTimerMs(desk.nowMs) < desk.nowMs + limits::msPerHour) {
        desk.nowMs = *desk.engine->nextTimerMs(desk.nowMs);
        QVERIFY(desk.engine->tick(desk.nowMs));
    }
    desk.nowMs += limits::msPerHour;
    qint64 workedMs = 0;
    desk.engine->measureBy([&] { return workedMs += 4; });
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + 99 * 4LL); // a hundredth of its time
    save(desk, {{s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#late"})}});
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + 100); // a new rule does not wait for that
}

static QJsonObject lostOnce(const char *grace)
{
    return {{s("when"), s("stalled")},
            {s("threshold"), 1},
            {s("grace"), s(grace)},
            {s("then"), s("notify")},
            {s("notify"), list({"slack:#ops"})}};
}

void StandingTest::aStalledTaskThatIsMissingIsFound()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, lostOnce("1d"));
    desk.open({Desk::task(s("dig"), 20 * limits::msPerDay)}, 30 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::leaseMachineMs));
    hmsact::store::Connection::open(desk.url, hmsact::store::Access::ReadWrite)->script("DELETE FROM escalation");
    QVERIFY(turn(desk, limits::msPerHour));
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

void StandingTest::whatSomebodyHasTakenIsNotStalled_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("taken up again") << true;
    QTest::newRow("left alone") << false;
}

void StandingTest::whatSomebodyHasTakenIsNotStalled()
{
    QFETCH(const bool, isTaken);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    save(desk, lostOnce("1m"));
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::leaseMachineMs));
    QVERIFY(turn(desk, limits::msPerMinute - 2 * limits::msPerSecond)); // it backed off
    if (isTaken)
        QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    QVERIFY(turn(desk, 2 * limits::msPerSecond));
    QCOMPARE(told(desk), isTaken ? QStringList() : QStringList{s("slack:#ops")});
    QCOMPARE(desk.statuses(id), QStringList{isTaken ? s("dig IN_PROGRESS") : s("dig PENDING")});
}

// What is still to come counts from the last of the lost leases.
void StandingTest::whoLosesItAfterwardsHasTheGraceAnew()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, lostOnce("1h"));
    desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    for (int lost = 1; lost <= 2; ++lost) {
        QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
        QVERIFY(turn(desk, limits::leaseMachineMs));
        QVERIFY(turn(desk, limits::msPerHour / 2 + limits::msPerMinute));
    }
    QCOMPARE(told(desk), QStringList());
    QVERIFY(turn(desk, limits::msPerHour / 2));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
}

static void hireClerk(Desk &desk, const QString &id, qint64 returnMs = 0)
{
    SaveWorker command;
    command.spec.id = WorkerId{id};
    command.spec.name = id;
    command.spec.kind = WorkerKind::Human;
    command.spec.skills = QMap<QString, int>{{s("dig"), skillLevelDefault}};
    command.spec.capacity = 100;
    command.spec.pools = QStringList{s("diggers")};
    if (returnMs > 0) { // is told, and has so long to react
        command.spec.channel = s("email:%1@county.gov").arg(id);
        command.spec.returnMs = returnMs;
    }
    QVERIFY(desk.say(command));
}

// That is no failed attempt: the number of those stays as it is.
void StandingTest::aPersonWhoLetsItLapseHasLostItToo()
{
    Desk desk;
    hireClerk(desk, s("ann"));
    QJsonObject body = lostOnce("0s");
    body.insert(s("threshold"), 2);
    const RuleId id = save(desk, body);
    const ActivityId activity = desk.open({Desk::task(s("dig"), 20 * limits::msPerDay)}, 30 * limits::msPerDay);
    for (int lost = 1; lost <= 2; ++lost) {
        QCOMPARE(told(desk), QStringList());
        QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
        QVERIFY(turn(desk, limits::leaseHumanMs));
    }
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.attempt, 1);
    const auto firings = desk.ask(ListFirings{id, 10, {}});
    QCOMPARE(firings->items.front().values.value(s("lost_leases")).toInt(), 2);
    const auto tried = desk.ask(DryRunRule{{{}, rule(body)}, {desk.nowMs - limits::msPerDay * 10, desk.nowMs + 1}});
    QCOMPARE(tried->firings.size(), size_t(1)); // and a dry run says the same
    QCOMPARE(tried->firings.front().atMs, desk.nowMs);
}

void StandingTest::whatIsKeptForSomebodyIsInTheQueueToo_data()
{
    QTest::addColumn<QString>("worker");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<bool>("ofThePool"); // the rule
    QTest::newRow("for a pool") << QString() << s("diggers") << false;
    QTest::newRow("for a pool, and the rule too") << QString() << s("diggers") << true;
    QTest::newRow("for one") << s("ann") << QString() << false;
}

void StandingTest::whatIsKeptForSomebodyIsInTheQueueToo()
{
    QFETCH(const QString, worker);
    QFETCH(const QString, pool);
    QFETCH(const bool, ofThePool);
    Desk desk;
    hireClerk(desk, s("ann"));
    QJsonObject scope{{s("skill"), s("dig")}};
    if (ofThePool)
        scope.insert(s("pool"), s("diggers"));
    const RuleId id = save(desk,
                           {{s("when"), s("queue_depth")},
                            {s("threshold"), 2},
                            {s("scope"), scope},
                            {s("then"), s("notify")},
                            {s("notify"), list({"slack:#ops"})}});
    desk.open({Desk::task(s("fill"), limits::msPerDay)}); // another skill
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(told(desk), QStringList());
        const ActivityId activity = desk.open({Desk::task(s("dig"), limits::msPerDay)});
        ActionInput keep;
        keep.action = TaskAction::Reassign;
        keep.worker = {worker};
        keep.pool = pool;
        QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, keep}));
        QVERIFY(turn(desk, limits::msPerMinute));
    }
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    const auto firings = desk.ask(ListFirings{id, 10, {}});
    QCOMPARE(firings->items.front().values.value(s("depth")).toInt(), 3);
}

// Somebody had the skill when it began to wait, so it was no case for the rule then.
void StandingTest::whatEverybodyHasGivenBackIsNobodys()
{
    Desk desk;
    QVERIFY(desk.tick()); // once an hour from now on everything is looked at: not when she lets it go
    hireClerk(desk, s("ann"), 90 * limits::msPerMinute);
    save(desk, {{s("when"), s("no_eligible_worker")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#staff"})}});
    desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    QCOMPARE(told(desk), QStringList{s("email:ann@county.gov")});
    QVERIFY(turn(desk, limits::msPerHour));
    QVERIFY(turn(desk, limits::msPerHour / 2)); // without a word
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(told(desk), (QStringList{s("email:ann@county.gov"), s("slack:#staff")}));
    const auto alert = desk.ask(GetAlert{desk.ask(ListAlerts{})->items.front().id});
    QCOMPARE(alert->followers.size(), size_t(1));
    QCOMPARE(alert->followers.front().firings.size(), size_t(1)); // and the alert says who was told
    QVERIFY(turn(desk, 2 * limits::msPerHour)); // it is looked for again, and found to be known
    QCOMPARE(told(desk), (QStringList{s("email:ann@county.gov"), s("slack:#staff")}));
}

HMSACT_TEST(StandingTest)

} // namespace hmsact::standing_test

#include "standing.moc"
