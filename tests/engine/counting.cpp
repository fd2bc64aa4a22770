// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::counting_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// From when the steps of a rule count: never from before there was something to do about it, nor on from what is over.
class CountingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatFailsAgainHasItsStepsAnew();
    void whatStallsInANewRunHasItsStepsAnew();
    void whatIsRetriedLateIsLateFromThen();
    void whatIsUndoneLateIsLateFromThen();
    void whatAnotherCalendarMakesLateIsLateFromThen();
    void whatOnlyWaitsForAChoiceIsNotMadeLate();
    void whatOnlyWaitedForAChoiceIsNotLateByItsCancelling();
    void whoHasTheOfferIsSomebody();
    void whoIsBusyIsSomebody();
    void whoKeepsAnOfferIsNobody();
    void whoCameLaterAndKeepsItIsNobodyFromThen_data();
    void whoCameLaterAndKeepsItIsNobodyFromThen();
    void whatWaitsInReviewKeepsItsSteps();
    void whenTheLastOneGoesTheStepsCountAnew();
    void whenTheLastOneGoesItsRepetitionsGoOn();
    void stepsStillToComeFollowTheCalendar();
};

namespace {

constexpr qint64 hour = limits::msPerHour;
constexpr qint64 minute = limits::msPerMinute;

QJsonObject cancel(const char *after) { return {{s("after"), s(after)}, {s("then"), s("cancel")}}; }

QJsonObject body(const char *when, const QJsonArray &steps)
{
    return {{s("name"), s("r")}, {s("when"), s(when)}, {s("steps"), steps}};
}

TaskSpec once(qint64 slaMs)
{
    TaskSpec spec = Desk::task(s("dig"), slaMs);
    spec.maxAttempts = 1;
    return spec;
}

Task taskOf(Desk &desk, ActivityId activity) { return desk.ask(GetTask{{activity, s("dig"), {}}})->view.task; }

// What is late may be cancelled three hours later, and not before.
QJsonArray inThreeHours() { return {tell("0s", "slack:#now"), tell("1h", "slack:#boss"), cancel("3h")}; }

QStringList didFire(Desk &desk, RuleId rule)
{
    QStringList lines;
    const auto page = desk.ask(ListFirings{rule, limits::pageMax, {}});
    for (auto f = page->items.rbegin(); f != page->items.rend(); ++f)
        lines << s("%1: step %2").arg(f->atMs).arg(f->step);
    return lines;
}

QStringList wouldFire(Desk &desk, const QJsonObject &body)
{
    QStringList lines;
    const auto report = desk.ask(DryRunRule{{{}, rule(body)}, {desk.nowMs - 30 * limits::msPerDay, desk.nowMs + 1}});
    for (const WouldFire &f : report->firings)
        lines << s("%1: step %2").arg(f.atMs).arg(f.step);
    return lines;
}

// Day and night, but for these days.
Calendar without(const std::vector<Holiday> &holidays)
{
    Calendar calendar;
    calendar.name = s("office");
    calendar.timeZone = s("UTC");
    calendar.week.fill({{0, 24 * 60}});
    calendar.holidays = holidays;
    return calendar;
}

const std::vector<Holiday> twoDays{{QDate(2026, 11, 20), s("one")}, {QDate(2026, 11, 21), s("two")}};

ActivityId openAtTheOffice(Desk &desk, const std::vector<TaskSpec> &tasks, qint64 slaMs)
{
    return desk.say(CreateActivity{s("jordan"), s("card"), slaMs, 5, {}, tasks, s("office")})->activity.id;
}

bool isOpen(Desk &desk, ActivityId activity)
{
    return desk.ask(GetActivity{activity})->activity.state == ActivityState::Open;
}

// How many messages are told no more when others are taken to be sent.
int withdrawn(Desk &desk)
{
    (void)sent(desk);
    return int(desk.ask(ListNotifications{NotificationState::Withdrawn, Channel::Slack, 10, {}})->items.size());
}

void failIt(Desk &desk, ActivityId activity)
{
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Fail, s("a"), s("no form")));
    QVERIFY(desk.tick());
}

// They begin now: told at once, the boss after one of them, cancelled after the third, as the dry run says.
void hasItsThreeHours(Desk &desk, ActivityId activity, const RuleId &id, const QJsonObject &late)
{
    QVERIFY(isOpen(desk, activity));
    QCOMPARE(told(desk), QStringList{s("slack:#now")});
    QVERIFY(turn(desk, hour));
    QCOMPARE(told(desk), (QStringList{s("slack:#now"), s("slack:#boss")}));
    QVERIFY(turn(desk, 2 * hour - 1));
    QVERIFY(isOpen(desk, activity));
    QVERIFY(turn(desk, 1));
    QVERIFY(!isOpen(desk, activity));
    QCOMPARE(wouldFire(desk, late), didFire(desk, id));
}

} // namespace

void CountingTest::whatFailsAgainHasItsStepsAnew()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const RuleId id = save(desk, body("task_failed", {tell("0s", "slack:#ops"), cancel("1h")}));
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    failIt(desk, activity);
    QVERIFY(turn(desk, 10 * minute));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Retry));
    QVERIFY(turn(desk, 40 * minute));
    failIt(desk, activity);
    const qint64 againMs = desk.nowMs;
    QCOMPARE(told(desk), (QStringList{s("slack:#ops"), s("slack:#ops")}));
    QCOMPARE(withdrawn(desk), 1); // of the first nobody need hear any more
    QCOMPARE(desk.ask(GetRule{id})->nextDueAtMs, againMs + hour);
    QVERIFY(turn(desk, 59 * minute));
    QVERIFY(isOpen(desk, activity));
    QVERIFY(turn(desk, minute));
    QVERIFY(!isOpen(desk, activity));
}

void CountingTest::whatStallsInANewRunHasItsStepsAnew()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    QJsonObject stalled = body("stalled", {tell("0s", "slack:#ops"), tell("3h", "slack:#boss")});
    stalled.insert(s("threshold"), 1);
    const RuleId id = save(desk, stalled);
    save(desk, {{s("when"), s("sla_breach")}, {s("then"), s("reassign")}, {s("restart_sla"), true}});
    TaskSpec spec = Desk::task(s("dig"), 2 * hour);
    spec.maxAttempts = 9;
    const ActivityId activity = desk.open({spec}, 80 * limits::msPerDay);
    const qint64 startedMs = desk.nowMs;
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    turnTo(desk, startedMs + 2 * hour); // lost, and late
    const Task anew = taskOf(desk, activity);
    QCOMPARE(anew.slaRun, 2);
    QCOMPARE(desk.reserve(anew.worker.value)->size(), size_t(1));
    turnTo(desk, startedMs + 3 * hour); // lost again
    QCOMPARE(withdrawn(desk), 1);
    const qint64 lostMs = startedMs + 2 * hour + limits::leaseMachineMs;
    QCOMPARE(desk.ask(GetRule{id})->nextDueAtMs, lostMs + 3 * hour);
    turnTo(desk, startedMs + 3 * hour + 30 * minute);
    QCOMPARE(told(desk).count(s("slack:#boss")), 0);
}

// It failed in time, and a supervisor tries it once more four hours after it would have been due.
void CountingTest::whatIsRetriedLateIsLateFromThen()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const QJsonObject late = body("sla_breach", inThreeHours());
    const RuleId id = save(desk, late);
    const ActivityId activity = desk.open({once(2 * hour)}, 80 * limits::msPerDay);
    failIt(desk, activity);
    QVERIFY(turn(desk, 6 * hour));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Retry));
    QCOMPARE(taskOf(desk, activity).breachedAtMs, desk.nowMs);
    QVERIFY(desk.tick());
    hasItsThreeHours(desk, activity, id, late);
    QVERIFY(desk.auditIsFine());
}

// It was complete five minutes before it was due, and ten minutes later somebody took that back.
void CountingTest::whatIsUndoneLateIsLateFromThen()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    std::vector<std::pair<RuleId, QJsonObject>> rules;
    for (const char *when : {"sla_breach", "activity_sla_breach"}) {
        QJsonObject late = body(when, {tell("0s", "slack:#now"), tell("3m", "slack:#boss")});
        late.insert(s("name"), s(when));
        rules.emplace_back(save(desk, late), late);
    }
    const ActivityId activity = desk.open({once(2 * hour)}, 2 * hour);
    QVERIFY(turn(desk, 115 * minute));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, 10 * minute));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("a")));
    QVERIFY(desk.tick());
    QCOMPARE(told(desk), (QStringList{s("slack:#now"), s("slack:#now")}));
    QVERIFY(turn(desk, 3 * minute));
    QCOMPARE(told(desk).count(s("slack:#boss")), 2);
    for (const auto &[id, late] : rules)
        QCOMPARE(wouldFire(desk, late), didFire(desk, id));
}

// Two days that were free are not: what would have been due on the third was due five hours ago.
void CountingTest::whatAnotherCalendarMakesLateIsLateFromThen()
{
    for (const char *when : {"sla_breach", "activity_sla_breach"}) {
        Desk desk;
        desk.nowMs = *parseTime(s("2026-11-20T08:00:00Z"));
        QVERIFY(desk.say(SaveCalendar{without(twoDays)}));
        const QJsonObject late = body(when, inThreeHours());
        const RuleId id = save(desk, late);
        const ActivityId activity = openAtTheOffice(desk, {once(2 * hour)}, 2 * hour);
        QVERIFY(turn(desk, 7 * hour));
        QVERIFY(desk.say(SaveCalendar{without({}), true, 1}));
        QVERIFY(desk.tick());
        QCOMPARE(taskOf(desk, activity).dueAtMs, desk.nowMs - 5 * hour);
        QCOMPARE(desk.ask(GetActivity{activity})->activity.dueAtMs, desk.nowMs - 5 * hour);
        QCOMPARE(alertKinds(desk), (QStringList{s("activity_sla_breach"), s("no_eligible_worker"), s("sla_breach")}));
        hasItsThreeHours(desk, activity, id, late);
    }
}

void CountingTest::whatOnlyWaitsForAChoiceIsNotMadeLate()
{
    Desk desk;
    desk.nowMs = *parseTime(s("2026-11-20T08:00:00Z"));
    desk.hire(s("a"), {s("dig"), s("fill")});
    QVERIFY(desk.say(SaveCalendar{without(twoDays)}));
    TaskSpec option = Desk::task(s("fill"));
    option.optional = true;
    const ActivityId activity = openAtTheOffice(desk, {once(2 * hour), option}, 4 * hour);
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, 7 * hour));
    QVERIFY(desk.say(SaveCalendar{without({}), true, 1}));
    QVERIFY(desk.tick());
    QVERIFY(desk.ask(GetActivity{activity})->activity.state == ActivityState::Completed);
    QVERIFY(alertKinds(desk).isEmpty());
}

// The timers, which lapse it, have not come to it yet.
void CountingTest::whatOnlyWaitedForAChoiceIsNotLateByItsCancelling()
{
    Desk desk;
    desk.hire(s("a"), {s("dig"), s("fill")});
    TaskSpec option = Desk::task(s("fill"));
    option.optional = true;
    const ActivityId activity = desk.open({once(2 * hour), option}, 4 * hour);
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    desk.nowMs += 5 * hour;
    QVERIFY(desk.say(EndActivity{activity, EndKind::Cancel, s("moved away")}));
    QVERIFY(desk.tick());
    QVERIFY(desk.ask(GetActivity{activity})->activity.breachedAtMs == 0);
    QVERIFY(alertKinds(desk).isEmpty());
}

namespace {

QJsonObject nobody() { return body("no_eligible_worker", {tell("0s", "slack:#staff"), cancel("2h")}); }

} // namespace

void CountingTest::whoHasTheOfferIsSomebody()
{
    Desk desk;
    const RuleId id = save(desk, nobody());
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    QVERIFY(turn(desk, hour));
    QCOMPARE(told(desk), QStringList{s("slack:#staff")});
    hire(desk, clerk(s("ann")));
    turnTo(desk, desk.nowMs + minute);
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    turnTo(desk, desk.nowMs + 2 * hour);
    QVERIFY(isOpen(desk, activity));
    QCOMPARE(didFire(desk, id).size(), 1);
}

void CountingTest::whoIsBusyIsSomebody()
{
    Desk desk;
    const RuleId id = save(desk, nobody());
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    QVERIFY(turn(desk, hour));
    desk.hire(s("a"), {s("dig")}, 1);
    TaskSpec urgent = once(20 * limits::msPerDay);
    urgent.priority = 9;
    desk.open({urgent}, 80 * limits::msPerDay);
    QCOMPARE(desk.say(Reserve{{s("a")}, 1, 0, 5 * hour})->front().activity == activity, false);
    QVERIFY(turn(desk, 2 * hour));
    QVERIFY(isOpen(desk, activity));
    QCOMPARE(didFire(desk, id).size(), 1);
}

// Who has not reacted to it, and has it only because nobody else is there.
void CountingTest::whoKeepsAnOfferIsNobody()
{
    Desk desk;
    const QJsonObject tells = body("no_eligible_worker", {tell("0s", "slack:#staff"), tell("2h", "slack:#boss")});
    const RuleId id = save(desk, tells);
    hire(desk, quick("ann"));
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    turnTo(desk, desk.nowMs + 5 * hour);
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(didFire(desk, id).size(), 2);
    QCOMPARE(wouldFire(desk, tells), didFire(desk, id));
}

// Nobody has had two hours yet to find another.
void CountingTest::whenTheLastOneGoesTheStepsCountAnew()
{
    Desk desk;
    save(desk, nobody());
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    QVERIFY(turn(desk, hour));
    desk.hire(s("a"), {s("dig")});
    turnTo(desk, desk.nowMs + 4 * hour);
    QVERIFY(isOpen(desk, activity));
    QVERIFY(desk.say(RemoveWorker{{s("a")}}));
    turnTo(desk, desk.nowMs + hour);
    QVERIFY(isOpen(desk, activity));
    turnTo(desk, desk.nowMs + 2 * hour);
    QVERIFY(!isOpen(desk, activity));
}

void CountingTest::whoCameLaterAndKeepsItIsNobodyFromThen_data()
{
    QTest::addColumn<QString>("told");
    QTest::newRow("without an alert") << s("slack:#staff");
    QTest::newRow("with one") << s("console:supervisor");
}

// The first step was told of nobody; the next counts from when the offer was kept, two hours after it was made.
void CountingTest::whoCameLaterAndKeepsItIsNobodyFromThen()
{
    QFETCH(QString, told);
    Desk desk;
    const QByteArray address = told.toUtf8();
    const RuleId id = save(desk, body("no_eligible_worker", {tell("0s", address.constData()), tell("3h", "slack:#boss")}));
    const ActivityId activity = desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    QVERIFY(turn(desk, hour / 2));
    QCOMPARE(didFire(desk, id).size(), 1);
    hire(desk, quick("ann"));
    turnTo(desk, desk.nowMs + minute);
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    turnTo(desk, desk.nowMs + 5 * hour - 2 * minute);
    QCOMPARE(didFire(desk, id).size(), 1);
    turnTo(desk, desk.nowMs + 2 * minute);
    QCOMPARE(didFire(desk, id).size(), 2);
}

// A machine's result that no human can look at: it stands with the machine all the while, and the look of each hour finds it.
void CountingTest::whatWaitsInReviewKeepsItsSteps()
{
    Desk desk;
    const RuleId id = save(desk, body("no_eligible_worker", {tell("0s", "slack:#staff"), tell("4h", "slack:#boss")}));
    desk.hire(s("bot"), {s("dig")});
    TaskSpec doubted = once(40 * limits::msPerDay);
    doubted.confidenceFloorPpm = certainPpm / 2;
    const ActivityId activity = desk.open({doubted}, 80 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("bot")));
    QCOMPARE(standing(desk, activity).left(9), s("IN_REVIEW"));
    turnTo(desk, desk.nowMs + 5 * hour);
    QCOMPARE(didFire(desk, id).size(), 2);
}

void CountingTest::whenTheLastOneGoesItsRepetitionsGoOn()
{
    Desk desk;
    QJsonObject repeated = body("no_eligible_worker", {tell("0s", "slack:#staff")});
    repeated[s("repeat_every")] = s("2h");
    repeated[s("max_repeats")] = 3;
    const RuleId id = save(desk, repeated);
    desk.open({once(40 * limits::msPerDay)}, 80 * limits::msPerDay);
    turnTo(desk, desk.nowMs + hour);
    QCOMPARE(didFire(desk, id).size(), 1);
    desk.hire(s("a"), {s("dig")});
    turnTo(desk, desk.nowMs + 4 * hour);
    QCOMPARE(didFire(desk, id).size(), 1);
    QVERIFY(desk.say(RemoveWorker{{s("a")}}));
    turnTo(desk, desk.nowMs + 20 * hour);
    QCOMPARE(didFire(desk, id).size(), 4); // once and three times
}

// What would come tomorrow at nine comes on the day after, for tomorrow nobody works.
void CountingTest::stepsStillToComeFollowTheCalendar()
{
    Desk desk;
    desk.nowMs = *parseTime(s("2026-11-20T08:00:00Z"));
    Calendar office = without({});
    office.week.fill({{8 * 60, 17 * 60}});
    QVERIFY(desk.say(SaveCalendar{office}));
    const RuleId late = save(desk, body("sla_breach", {tell("0s", "slack:#now"), tell("9h", "slack:#boss")}));
    QJsonObject waiting{{s("when"), s("unassigned")},
                        {s("threshold"), s("10h")},
                        {s("then"), s("notify")},
                        {s("notify"), list({"slack:#waits"})}};
    const RuleId waits = save(desk, waiting);
    openAtTheOffice(desk, {once(hour)}, 100 * hour);
    QVERIFY(turn(desk, hour));
    const qint64 tomorrowMs = *parseTime(s("2026-11-21T09:00:00Z"));
    for (const RuleId id : {late, waits})
        QCOMPARE(desk.ask(GetRule{id})->nextDueAtMs, tomorrowMs);
    office.holidays = {{QDate(2026, 11, 21), s("a holiday")}};
    QVERIFY(desk.say(SaveCalendar{office, true, 1}));
    QVERIFY(desk.tick());
    for (const RuleId id : {late, waits})
        QCOMPARE(desk.ask(GetRule{id})->nextDueAtMs, tomorrowMs + limits::msPerDay);
    turnTo(desk, tomorrowMs + limits::msPerDay - 1);
    QCOMPARE(told(desk), QStringList{s("slack:#now")});
    turnTo(desk, tomorrowMs + limits::msPerDay);
    QCOMPARE(told(desk).size(), 3);
}

HMSACT_TEST(CountingTest)

} // namespace hmsact::counting_test

#include "counting.moc"
