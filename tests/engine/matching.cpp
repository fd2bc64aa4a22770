// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

#include <QJsonArray>

namespace hmsact::matching_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Who is chosen for a task, told of it, and why.
class MatchingTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestIsToldAndHasItAlone();
    void nobodyIsToldWhereTheBestAsksByItself();
    void whatWaitsIsOfferedWhenSomebodyHasRoom();
    void whatWaitsIsOfferedAfterTheClockWasSetBack();
    void whatIsDoneFromAnOfferMakesRoomAtOnce();
    void theAnswerSaysWhoHasIt();
    void whatWaitsIsOfferedWhenTheShiftBegins();
    void whoGivesItBackIsNotAskedAgain();
    void poolsAreTriedInTurn();
    void theLevelHoldsForWhoeverAsks();
    void whatDoesNotFitIsNotPassedOver();
    void aPersonsLeaseCountsWorkingTime();
    void howWorkersDidIsCountedOnceAndFades();
    void whatFallsDueCountsForWhoHasIt();
    void whatIsTakenBackHasNeverBeen();
    void theSameSeedGivesTheSameAssignments();
    void whoIsThereAndWhatNobodyHas();
    void whoSaysSomethingIsThere();
    void gapsCountWhatIsKeptForPoolsAndHumans();
    void whatIsOnHoldTakesNoRoom();
};

void MatchingTest::theBestIsToldAndHasItAlone()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    hire(desk, clerk(s("bob"), 5));
    hire(desk, clerk(s("cec"), 5, 1));
    desk.hire(s("bot"), {s("dig")});
    const ActivityId first = desk.open({digging()});
    QCOMPARE(standing(desk, first).left(8), s("PENDING "));
    const ActivityId second = desk.open({digging()});
    const ActivityId third = desk.open({digging()});
    QStringList has{standing(desk, first), standing(desk, second), standing(desk, third)};
    has.sort();
    QCOMPARE(has, QStringList({s("PENDING bob"), s("PENDING bob"), s("PENDING cec")})); // cec is full then
    QCOMPARE(mailed(desk).size(), qsizetype(3));
    QVERIFY(desk.reserve(s("bot"), 10)->empty());
    const auto detail = desk.ask(GetTask{{third, s("dig"), {}}});
    const QJsonObject last = detail->assignment[u"last"].toObject();
    QCOMPARE(last[u"worker_id"].toString(), s("bob"));
    QCOMPARE(last[u"eligible"][0][u"worker_id"].toString(), s("bob"));
    QCOMPARE(last[u"left_out"][0][u"worker_id"].toString(), s("cec"));
    QCOMPARE(last[u"left_out"][0][u"why"].toString(), s("at_capacity"));
    QCOMPARE(detail->view.waiting->text.english().left(15), s("offered to bob "));
    const auto done = desk.act(third, s("dig"), TaskAction::Complete, s("bot")); // by a supervisor
    QVERIFY(done && done->task.state == TaskState::Completed);
    QVERIFY(desk.auditIsFine());
}

void MatchingTest::nobodyIsToldWhereTheBestAsksByItself()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 2));
    desk.hire(s("bot"), {s("dig")});
    QVERIFY(desk.reserve(s("bot"))); // is seen
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QVERIFY(mailed(desk).isEmpty());
    QVERIFY(turn(desk, 4 * limits::silentAfterMs)); // it asks no more
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList{s("ann")});
}

void MatchingTest::whatWaitsIsOfferedWhenSomebodyHasRoom()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 3, 1));
    const ActivityId first = desk.open({digging()});
    const ActivityId second = desk.open({digging()});
    QCOMPARE(standing(desk, first), s("PENDING ann"));
    QCOMPARE(standing(desk, second), s("PENDING"));
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1)); // her own first
    QVERIFY(desk.act(first, s("dig"), TaskAction::Complete, s("ann")));
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, second), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("ann")}));
}

void MatchingTest::whatWaitsIsOfferedAfterTheClockWasSetBack()
{
    Desk desk;
    const ActivityId activity = desk.open({digging()});
    QVERIFY(desk.tick());
    desk.nowMs -= 2 * limits::msPerHour;
    hire(desk, clerk(s("ann")));
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) <= desk.nowMs);
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) <= desk.nowMs + limits::msPerHour); // it looks around
}

void MatchingTest::whatIsDoneFromAnOfferMakesRoomAtOnce()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 3, 1));
    const ActivityId first = desk.open({digging()});
    const ActivityId second = desk.open({digging()});
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, second), s("PENDING"));
    QVERIFY(desk.act(first, s("dig"), TaskAction::Complete, s("ann")));
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, second), s("PENDING ann"));
}

void MatchingTest::theAnswerSaysWhoHasIt()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const auto made = desk.say(CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {digging()}});
    QCOMPARE(made->tasks.front().task.worker.value, s("ann"));
    const ActivityId activity = made->activity.id;
    TaskSpec more = digging();
    more.name = s("more");
    more.skill = s("dig");
    more.needs = QStringList();
    QCOMPARE(desk.say(EnqueueTasks{activity, {more}})->front().task.worker.value, s("ann"));
    hire(desk, clerk(s("bob")));
    const auto released = desk.act(activity, s("dig"), TaskAction::Release, s("ann"), s("no spade"));
    QCOMPARE(released->task.worker.value, s("bob"));
    QVERIFY(released->task == desk.ask(GetTask{{activity, s("dig"), {}}})->view.task);
}

void MatchingTest::whatWaitsIsOfferedWhenTheShiftBegins()
{
    Desk desk; // it is Wednesday 11:06 UTC
    SaveCalendar hours;
    hours.calendar.name = s("late");
    hours.calendar.timeZone = s("UTC");
    hours.calendar.week[2] = {{12 * 60, 20 * 60}};
    QVERIFY(desk.say(hours));
    WorkerSpec ann = clerk(s("ann"));
    ann.calendar = s("late");
    hire(desk, ann);
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING"));
    const auto detail = desk.ask(GetTask{{activity, s("dig"), {}}});
    QVERIFY(detail->view.waiting->cause == WaitingCause::AllAway);
    QCOMPARE(detail->view.waiting->facts[u"until"].toString(), s("2026-11-18T12:00:00.000Z"));
    QVERIFY(turn(desk, 50 * limits::msPerMinute));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QVERIFY(turn(desk, 5 * limits::msPerMinute));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
}

void MatchingTest::whoGivesItBackIsNotAskedAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob"), 1));
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Release, s("ann")));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
}

void MatchingTest::poolsAreTriedInTurn()
{
    Desk desk;
    WorkerSpec ann = clerk(s("ann"), 3, 1);
    ann.pools = QStringList{s("first")};
    hire(desk, ann);
    desk.hire(s("bot"), {s("dig")}, 1, {s("second")});
    const Wishes wishes{1, {}, {s("first"), s("second")}};
    const ActivityId one = desk.open({digging(1, wishes)});
    const ActivityId two = desk.open({digging(1, wishes)});
    QCOMPARE(standing(desk, one), s("PENDING ann@first"));
    QCOMPARE(standing(desk, two), s("PENDING @second"));
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    const ActivityId three = desk.open({digging(1, wishes)});
    QCOMPARE(standing(desk, three), s("PENDING @first")); // all are full: it waits for the first
}

void MatchingTest::theLevelHoldsForWhoeverAsks()
{
    Desk desk;
    desk.hire(s("novice"), {s("dig")});
    WorkerSpec spec;
    spec.id = WorkerId{s("master")};
    spec.name = s("master");
    spec.skills = QMap<QString, int>{{s("dig"), 4}};
    hire(desk, spec);
    const ActivityId hard = desk.open({digging(1, {4, {}, {}})});
    QVERIFY(desk.reserve(s("novice"), 10)->empty());
    QCOMPARE(desk.reserve(s("master"), 10)->size(), size_t(1));
    QVERIFY(desk.act(hard, s("dig"), TaskAction::Release, s("master")));
    ActionInput done;
    done.action = TaskAction::Complete;
    const auto refused = desk.say(ActOnTask{{hard, s("dig"), {}}, done}, {s("novice"), Role::Worker, {s("novice")}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
}

void MatchingTest::whatDoesNotFitIsNotPassedOver()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")}, 3);
    (void)desk.open({digging(2)});
    desk.nowMs += 1;
    const ActivityId big = desk.open({digging(3)});
    desk.nowMs += 1;
    (void)desk.open({digging(1)});
    (void)desk.open({digging(4)}); // more than anybody's capacity
    const auto leases = desk.reserve(s("bot"), 10);
    QCOMPARE(leases->size(), size_t(1)); // the small one behind the big one would for ever go first
    QVERIFY(desk.act(leases->front().activity, s("dig"), TaskAction::Complete, s("bot")));
    const auto next = desk.reserve(s("bot"), 10);
    QCOMPARE(next->size(), size_t(1));
    QCOMPARE(next->front().activity, big);
}

void MatchingTest::aPersonsLeaseCountsWorkingTime()
{
    Desk desk; // it is Wednesday 11:06:40 UTC
    SaveCalendar hours;
    hours.calendar.name = s("office");
    hours.calendar.timeZone = s("UTC");
    hours.calendar.week[2] = hours.calendar.week[3] = {{9 * 60, 15 * 60}};
    QVERIFY(desk.say(hours));
    WorkerSpec ann = clerk(s("ann"));
    ann.calendar = s("office");
    hire(desk, ann);
    (void)desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    const auto leases = desk.reserve(s("ann"));
    QCOMPARE(leases->size(), size_t(1));
    QCOMPARE(formatTime(leases->front().leaseExpiresAtMs), s("2026-11-19T13:06:40.000Z")); // eight hours of hers
    desk.hire(s("bot"), {s("dig")});
    ActionInput beat;
    beat.action = TaskAction::Heartbeat;
    desk.nowMs += limits::msPerHour;
    const auto later = desk.say(ActOnTask{{{}, {}, leases->front().task}, beat}, {s("ann"), Role::Worker, {s("ann")}});
    QCOMPARE(formatTime(later->task.leaseExpiresAtMs), s("2026-11-19T14:06:40.000Z"));
}

void MatchingTest::howWorkersDidIsCountedOnceAndFades()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")});
    const auto record = [&] {
        const auto page = desk.ask(GetStaffing{});
        return page->workers.items.front().records.value(s("dig"));
    };
    for (int i = 0; i < 150; ++i) {
        const ActivityId activity = desk.open({digging()});
        QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
        desk.nowMs += 1000;
        QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("bot")));
    }
    QCOMPARE(record(), (SkillRecord{150, 0, 0, 150, 150'000}));
    for (int i = 0; i < 51; ++i) {
        const ActivityId activity = desk.open({digging(1, {}, limits::msPerSecond)});
        QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
        if (i < 50) {
            QVERIFY(desk.act(activity, s("dig"), TaskAction::Fail, s("bot"), s("broke")));
        } else {
            desk.nowMs += 3000;
            QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("bot")));
        }
    }
    QCOMPARE(record(), (SkillRecord{76, 25, 1, 76, 78'000})); // halved at 200, then one more, late
}

static SkillRecord recordOf(Desk &desk, const QString &worker)
{
    const auto page = desk.ask(GetStaffing{});
    for (const auto &item : page->workers.items) {
        if (item.view.worker.id.value == worker)
            return item.records.value(s("dig"));
    }
    return {};
}

void MatchingTest::whatFallsDueCountsForWhoHasIt()
{
    Desk desk;
    desk.hire(s("ann"), {s("dig")});
    const ActivityId activity = desk.open({digging(1, {}, 30 * limits::msPerSecond)}); // within her lease
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    desk.hire(s("bob"), {s("dig")}); // the built-in rule gives it to him then
    desk.nowMs += 30 * limits::msPerSecond;
    QVERIFY(desk.tick());
    QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.worker.value, s("bob"));
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 0, 1, 0, 0}));
    QCOMPARE(recordOf(desk, s("bob")), SkillRecord());
    desk.nowMs += limits::msPerMinute;
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("bob")));
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 0, 1, 0, 0}));
    QCOMPARE(recordOf(desk, s("bob")), (SkillRecord{1, 0, 0, 1, limits::msPerMinute})); // from the offer on
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("bob")));
    QVERIFY(desk.tick());
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 0, 1, 0, 0}));
}

// Completed, taken back and completed again, any number of times: the last one counts, from the beginning.
void MatchingTest::whatIsTakenBackHasNeverBeen()
{
    Desk desk;
    desk.hire(s("ann"), {s("dig")});
    const ActivityId activity = desk.open({digging(1, {}, 10 * limits::msPerMinute)});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    for (int i = 0; i < 5; ++i) {
        desk.nowMs += limits::msPerMinute;
        QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("ann")));
        QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{1, 0, 0, 1, (i + 1) * limits::msPerMinute}));
        QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("ann")));
        QCOMPARE(recordOf(desk, s("ann")), SkillRecord());
    }
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Fail, s("ann"), s("broke")));
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 1, 0, 0, 0}));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("ann")));
    QCOMPARE(recordOf(desk, s("ann")), SkillRecord());
    desk.nowMs += 10 * limits::msPerMinute; // nobody has looked yet that it fell due
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("ann")));
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{1, 0, 1, 1, 15 * limits::msPerMinute}));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("ann")));
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 0, 1, 0, 0})); // that is not undone
    QVERIFY(desk.tick());
    QCOMPARE(recordOf(desk, s("ann")), (SkillRecord{0, 0, 1, 0, 0}));
}

// What the clerks have, by the number of the task.
static QStringList assigned(quint32 instance, int tasks)
{
    Desk desk;
    desk.engine.emplace(*desk.database, instance, 42);
    for (int i = 0; i < 8; ++i)
        hire(desk, clerk(QStringLiteral("w%1").arg(i), 3, 100));
    QStringList all;
    for (int i = 0; i < tasks; ++i)
        all << standing(desk, desk.open({digging()}));
    return all;
}

void MatchingTest::theSameSeedGivesTheSameAssignments()
{
    const QStringList first = assigned(7, 40);
    QCOMPARE(assigned(7, 40), first);
    QVERIFY(assigned(8, 40) != first); // other ids are other draws
    for (int i = 0; i < 8; ++i)
        QCOMPARE(first.count(QStringLiteral("PENDING w%1").arg(i)), qsizetype(5));
}

void MatchingTest::whoSaysSomethingIsThere()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")});
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    constexpr qint64 pauseMs = 30'000; // within its lease
    for (qint64 passedMs = 0; passedMs <= limits::silentAfterMs; passedMs += pauseMs) {
        desk.nowMs += pauseMs;
        QVERIFY(desk.act(activity, s("dig"), TaskAction::Heartbeat, s("bot")));
    }
    QVERIFY(desk.ask(GetStaffing{})->workers.items.front().presence == Presence::Here);
}

void MatchingTest::whoIsThereAndWhatNobodyHas()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 4));
    desk.hire(s("bot"), {s("dig")});
    (void)desk.open({digging(3)});
    TaskSpec paint = Desk::task(s("paint"));
    paint.needs = QStringList();
    for (int i = 0; i < 7; ++i)
        (void)desk.open({paint});
    const auto staffing = desk.ask(GetStaffing{});
    const StaffRow &ann = staffing->workers.items.front();
    QCOMPARE(std::tuple(ann.view.activeCount, ann.view.offeredCount, ann.view.load), std::tuple(0, 1, 3));
    QVERIFY(ann.presence == Presence::Here);
    QVERIFY(staffing->workers.items.back().presence == Presence::Silent); // never asked
    QCOMPARE(staffing->skills.size(), size_t(2));
    const SkillRow &gap = staffing->skills.back();
    QCOMPARE(std::tuple(gap.skill, gap.workers, gap.here, gap.waiting), std::tuple(s("paint"), 0, 0, qint64(7)));
    QVERIFY(gap.isGap());
    QVERIFY(!staffing->skills.front().isGap());
    const auto queue = [&](bool explain) {
        ListQueue list;
        list.skill = s("paint");
        list.explain = explain;
        return desk.ask(list)->items.front().waiting;
    };
    QVERIFY(!queue(false));
    QCOMPARE(queue(true)->text.english(), s("nobody has the skill paint"));
}

void MatchingTest::gapsCountWhatIsKeptForPoolsAndHumans()
{
    Desk desk;
    desk.hire(s("owl"), {s("fly")}, 100, {s("night")});
    TaskSpec fly = Desk::task(s("fly"));
    for (int i = 0; i < 3; ++i) {
        const ActivityId activity = desk.open({fly});
        ActionInput toNight;
        toNight.action = TaskAction::Reassign;
        toNight.pool = s("night");
        QVERIFY(desk.say(ActOnTask{{activity, s("fly"), {}}, toNight}));
    }
    (void)desk.open({fly});
    desk.hire(s("machine"), {s("judge")});
    WorkerSpec hal;
    hal.id = WorkerId{s("hal")};
    hal.name = s("hal");
    hal.kind = WorkerKind::Human;
    hal.skills = QMap<QString, int>{{s("judge"), 3}};
    hire(desk, hal);
    TaskSpec judge = Desk::task(s("judge"));
    judge.confidenceFloorPpm = certainPpm;
    const ActivityId doubted = desk.open({judge});
    QVERIFY(desk.act(doubted, s("judge"), TaskAction::Complete, s("machine")));
    QVERIFY(desk.say(RemoveWorker{{s("hal")}}));
    const auto staffing = desk.ask(GetStaffing{});
    QStringList rows;
    for (const SkillRow &row : staffing->skills)
        rows << QStringLiteral("%1 %2").arg(row.skill).arg(row.waiting);
    QCOMPARE(rows, QStringList({s("fly 4"), s("judge 1")}));
}

void MatchingTest::whatIsOnHoldTakesNoRoom()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 3, 1));
    const ActivityId first = desk.open({digging()});
    desk.nowMs += 1;
    const ActivityId second = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QCOMPARE(standing(desk, second), s("PENDING")); // she is full
    const Actor ann{s("ann"), Role::Clerk, {s("ann")}};
    const auto say = [&](TaskAction action, const QString &reason) {
        ActionInput input;
        input.action = action;
        input.reason = reason;
        return desk.say(ActOnTask{{first, s("dig"), {}}, input}, ann).ok();
    };
    QVERIFY(say(TaskAction::Hold, s("waits for the citizen")));
    QCOMPARE(desk.ask(GetWorker{{s("ann")}})->load, 0);
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, first), s("ON_HOLD ann"));
    QCOMPARE(standing(desk, second), s("PENDING ann"));
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(say(TaskAction::Resume, {}));
    QCOMPARE(standing(desk, first), s("PENDING ann")); // kept for her until she has room
    QVERIFY(desk.reserve(s("ann"))->empty());
    QVERIFY(desk.act(second, s("dig"), TaskAction::Complete, s("ann")));
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
}

HMSACT_TEST(MatchingTest)

} // namespace hmsact::matching_test

#include "matching.moc"
