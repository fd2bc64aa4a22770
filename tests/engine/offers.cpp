// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::offers_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Offers that go back, and work that goes on while its worker is away.
class OffersTest : public QObject
{
    Q_OBJECT

private slots:
    void whoDoesNotReactLosesItToTheNext();
    void aReactionStopsTheTimer_data();
    void aReactionStopsTheTimer();
    void whatIsGivenByHandReturnsToo_data();
    void whatIsGivenByHandReturnsToo();
    void whoTakesItByHandIsNotReminded();
    void aMachineThatFallsSilentLosesItsOffer();
    void aMachineThatIsFullLosesItsOfferToOneThatIsNot_data();
    void aMachineThatIsFullLosesItsOfferToOneThatIsNot();
    void whatIsLateIsLeftToTheRules();
    void aPersonWithHoursHasFourOfThem();
    void leaveGivesAwayWhatTheDrillSaid();
    void leaveThatHasBegunCountsAtOnce();
    void theDrillKnowsWhoIsThereThen();
    void whoIsOnLeaveGetsNothing();
    void refusesLeaveThatMakesNoSense();
    void anEmptiedPoolFallsOn();
    void aChosenPoolThatIsEmptiedIsTold();
    void anOfferToSomebodyWhoIsGoneGoesOn();
    void whoHasTheOfferIsNotToldAgain();
    void whatNobodyCanHaveHoldsUpNothing();
    void aPersonsLapsedLeaseIsNoFailure();
    void whoCannotDoItIsNoFailure();
};

static constexpr qint64 hourMs = limits::msPerHour;

void OffersTest::whoDoesNotReactLosesItToTheNext()
{
    Desk desk;
    hire(desk, quick("ann", 5));
    hire(desk, quick("bob"));
    const ActivityId activity = desk.open({digging()});
    QVERIFY(turn(desk, 2 * hourMs - 1));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("bob")}));
    QVERIFY(desk.tick()); // once
    QCOMPARE(mailed(desk).size(), qsizetype(2));
    QCOMPARE(desk.ask(GetStaffing{})->workers.items.front().records.value(s("dig")).failed, 1);
    QVERIFY(alertKinds(desk).isEmpty());
    QVERIFY(desk.auditIsFine());
}

void OffersTest::aReactionStopsTheTimer_data()
{
    QTest::addColumn<QString>("reaction");
    QTest::newRow("comment") << s("comment");
    QTest::newRow("claim") << s("claim");
}

void OffersTest::aReactionStopsTheTimer()
{
    QFETCH(QString, reaction);
    Desk desk;
    hire(desk, quick("ann", 5));
    hire(desk, quick("bob"));
    const ActivityId activity = desk.open({digging()});
    if (reaction == s("comment")) {
        ActionInput comment;
        comment.action = TaskAction::Comment;
        comment.text = s("tomorrow");
        QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, comment}, {s("ann"), Role::Clerk, {s("ann")}}));
    } else {
        QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    }
    QVERIFY(turn(desk, 3 * hourMs));
    QCOMPARE(standing(desk, activity).section(u' ', 1), s("ann"));
    QCOMPARE(mailed(desk).size(), qsizetype(1));
}

void OffersTest::whatIsGivenByHandReturnsToo_data()
{
    QTest::addColumn<WorkerKind>("kind");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<qint64>("afterMs");
    QTest::newRow("a person with mail") << WorkerKind::Human << s("email:eve@county.gov") << limits::returnAnyHoursMs;
    QTest::newRow("a person at the console") << WorkerKind::Human << QString() << limits::returnAnyHoursMs;
    QTest::newRow("a bot that is told") << WorkerKind::Bot << s("email:eve@county.gov") << limits::silentAfterMs;
    QTest::newRow("a bot that asks, and is gone") << WorkerKind::Bot << QString() << limits::silentAfterMs;
}

void OffersTest::whatIsGivenByHandReturnsToo()
{
    QFETCH(WorkerKind, kind);
    QFETCH(QString, channel);
    QFETCH(qint64, afterMs);
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob")));
    WorkerSpec eve = clerk(s("eve"), 1);
    eve.kind = kind;
    eve.channel = channel;
    hire(desk, eve);
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(turn(desk, hourMs));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Reassign, s("eve")));
    QCOMPARE(mailed(desk), QStringList(channel.isEmpty() ? QStringList{s("ann")} : QStringList{s("ann"), s("eve")}));
    const QJsonObject last = desk.ask(GetTask{{activity, s("dig"), {}}})->assignment[u"last"].toObject();
    QCOMPARE(last[u"worker_id"].toString(), s("eve"));
    QCOMPARE(last[u"why"].toString(), s("reassigned"));
    QVERIFY(turn(desk, afterMs - 1));
    QCOMPARE(standing(desk, activity), s("PENDING eve"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::whoTakesItByHandIsNotReminded()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob")));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    ActionInput input;
    input.action = TaskAction::Reassign;
    input.worker = {s("bob")};
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, input}, Actor{s("bob"), Role::Supervisor, {s("bob")}}));
    QVERIFY(turn(desk, 3 * limits::returnAnyHoursMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
}

void OffersTest::aMachineThatFallsSilentLosesItsOffer()
{
    Desk desk;
    WorkerSpec bot = clerk(s("bot"), 5);
    bot.kind = WorkerKind::Bot;
    bot.channel = s("webhook:https://bot.county.gov/work");
    hire(desk, bot);
    desk.hire(s("courier"), {s("dig")});
    const ActivityId held = desk.open({digging()});
    const Lease lease = desk.say(Reserve{{s("bot")}, 1, 0, hourMs})->front();
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING bot"));
    QVERIFY(turn(desk, limits::silentAfterMs - 1));
    QVERIFY(desk.act(held, s("dig"), TaskAction::Heartbeat, s("bot"), {}, lease.leaseToken));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bot")); // it is at work
    QVERIFY(turn(desk, limits::silentAfterMs - 2));
    QCOMPARE(standing(desk, activity), s("PENDING bot"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QVERIFY(alertKinds(desk).isEmpty()); // for there is another
    QCOMPARE(desk.reserve(s("courier"), 10)->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::aMachineThatIsFullLosesItsOfferToOneThatIsNot_data()
{
    QTest::addColumn<bool>("itComesForItAgain"); // which is no failure of its
    QTest::newRow("the other asks") << false;
    QTest::newRow("it has room before") << true;
}

void OffersTest::aMachineThatIsFullLosesItsOfferToOneThatIsNot()
{
    QFETCH(bool, itComesForItAgain);
    Desk desk;
    std::vector<std::pair<ActivityId, Lease>> held;
    for (const char *id : {"late", "a", "c"}) {
        desk.hire(s(id), {s("dig")}, 1);
        const ActivityId activity = desk.open({digging(1, {}, s(id) == s("late") ? hourMs : 48 * hourMs)});
        held.emplace_back(activity, desk.say(Reserve{{s(id)}, 1, 0, 5 * hourMs})->front());
    }
    QVERIFY(turn(desk, hourMs));
    const auto beat = [&](size_t i, const char *id) {
        return desk.act(held[i].first, s("dig"), TaskAction::Heartbeat, s(id), {}, held[i].second.leaseToken).ok();
    };
    for (int looks = 0; looks < 5; ++looks) { // both are there, and full
        QVERIFY(beat(1, "a") && beat(2, "c"));
        QVERIFY(turn(desk, limits::silentAfterMs / 2));
        QCOMPARE(standing(desk, held[0].first), s("PENDING a"));
    }
    QVERIFY(desk.act(held[2].first, s("dig"), TaskAction::Complete, s("c"), {}, held[2].second.leaseToken));
    QVERIFY(beat(1, "a") && desk.reserve(s("c"))->empty());
    QVERIFY(turn(desk, limits::silentAfterMs / 2));
    if (itComesForItAgain)
        QVERIFY(desk.act(held[1].first, s("dig"), TaskAction::Complete, s("a"), {}, held[1].second.leaseToken));
    QCOMPARE(desk.reserve(itComesForItAgain ? s("a") : s("c"))->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::whatIsLateIsLeftToTheRules()
{
    Desk desk;
    hire(desk, clerk(s("alice")));
    const ActivityId activity = desk.open({digging(1, {}, 24 * hourMs)});
    desk.hire(s("courier"), {s("dig")});
    QVERIFY(turn(desk, 24 * hourMs - 1));
    QCOMPARE(standing(desk, activity), s("PENDING alice"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING courier"));
    QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
}

void OffersTest::aPersonWithHoursHasFourOfThem()
{
    Desk desk; // it is Wednesday 11:06:40 UTC
    SaveCalendar hours;
    hours.calendar.name = s("office");
    hours.calendar.timeZone = s("UTC");
    hours.calendar.week[2] = hours.calendar.week[3] = {{9 * 60, 13 * 60}};
    QVERIFY(desk.say(hours));
    WorkerSpec ann = clerk(s("ann"), 5);
    ann.calendar = s("office");
    hire(desk, ann);
    hire(desk, clerk(s("bob")));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    QVERIFY(turn(desk, 24 * hourMs - 1)); // not quite two hours of hers today, and two tomorrow
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
}

void OffersTest::leaveGivesAwayWhatTheDrillSaid()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId held = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    const ActivityId offered = desk.open({digging(2)});
    hire(desk, clerk(s("bob"), 4));
    hire(desk, clerk(s("cec"), 1, 1));
    const Leave leave{desk.nowMs + hourMs, desk.nowMs + 50 * hourMs, {s("cec")}, false};
    const auto plan = desk.ask(DrillAbsence{{s("ann")}, leave});
    QVERIFY(plan);
    QCOMPARE(plan->tasks.size(), size_t(2));
    QStringList said;
    for (const DrilledTask &task : plan->tasks)
        said << QString(toString(task.how)) + u' ' + task.to.value + (task.held ? s(" held") : s(" offered"));
    said.sort();
    QCOMPARE(said, QStringList({s("offered bob offered"), s("substitute cec held")})); // cec has room for one
    WorkerSpec away;
    away.id = WorkerId{s("ann")};
    away.leave = std::vector<Leave>{leave};
    QVERIFY(desk.say(SaveWorker{away, true}));
    QVERIFY(turn(desk, hourMs - 1));
    QCOMPARE(standing(desk, held), s("IN_PROGRESS ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, held), s("PENDING cec"));
    QCOMPARE(standing(desk, offered), s("PENDING bob"));
    QCOMPARE(mailed(desk).last(2).contains(s("ann")), false);
    (void)desk.open({digging()});
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(mailed(desk).last(), s("bob")); // ann is away
    QVERIFY(desk.auditIsFine());
}

void OffersTest::theDrillKnowsWhoIsThereThen()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    (void)desk.open({digging()});
    hire(desk, clerk(s("bob"), 4));
    hire(desk, clerk(s("cec"), 5));
    WorkerSpec away;
    away.id = WorkerId{s("cec")};
    away.leave = std::vector<Leave>{{desk.nowMs + hourMs, desk.nowMs + 9 * hourMs, {}, false}};
    QVERIFY(desk.say(SaveWorker{away, true}));
    const auto plan =
        desk.ask(DrillAbsence{{s("ann")}, {desk.nowMs + 2 * hourMs, desk.nowMs + 3 * hourMs, {s("cec")}, false}});
    QVERIFY(plan);
    QCOMPARE(plan->tasks.size(), size_t(1));
    QCOMPARE(plan->tasks.front().to.value, s("bob")); // the substitute is away, too
}

void OffersTest::whoIsOnLeaveGetsNothing()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")});
    (void)desk.open({digging()});
    WorkerSpec away;
    away.id = WorkerId{s("bot")};
    away.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + hourMs, {}, false}};
    QVERIFY(desk.say(SaveWorker{away, true}));
    QVERIFY(desk.reserve(s("bot"))->empty());
    desk.nowMs += hourMs;
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
}

void OffersTest::leaveThatHasBegunCountsAtOnce()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    const ActivityId activity = desk.open({digging()});
    WorkerSpec away;
    away.id = WorkerId{s("ann")};
    away.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + hourMs, {}, false}};
    QVERIFY(desk.say(SaveWorker{away, true}));
    QVERIFY(desk.tick());
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QVERIFY(turn(desk, hourMs / 2));
    QCOMPARE(alertKinds(desk).size(), qsizetype(1));
}

void OffersTest::refusesLeaveThatMakesNoSense()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    const auto pointer = [&](const Leave &leave) {
        WorkerSpec away;
        away.id = WorkerId{s("ann")};
        away.leave = std::vector<Leave>{leave};
        const auto said = desk.say(SaveWorker{away, true});
        const auto drilled = desk.ask(DrillAbsence{{s("ann")}, leave});
        if (said || drilled)
            return s("taken");
        return said.error().fields.front().pointer + u' ' + drilled.error().fields.front().pointer;
    };
    QCOMPARE(pointer({desk.nowMs + 2, desk.nowMs + 1, {}, false}), s("/leave/0/to /to"));
    QCOMPARE(pointer({desk.nowMs, desk.nowMs + 1, {s("ann")}, false}), s("/leave/0/substitute /substitute"));
    QCOMPARE(pointer({desk.nowMs, desk.nowMs + 1, {s("zoe")}, false}), s("/leave/0/substitute /substitute"));
    QCOMPARE(desk.ask(GetWorker{{s("ann")}})->worker.leave.size(), size_t(0));
}

void OffersTest::anEmptiedPoolFallsOn()
{
    Desk desk;
    for (const char *id : {"ann", "bob"}) {
        WorkerSpec spec = clerk(s(id));
        spec.pools = QStringList{s(id) + s("s")};
        spec.available = false;
        hire(desk, spec);
    }
    const ActivityId activity = desk.open({digging(1, {1, {}, {s("anns"), s("bobs")}})});
    QCOMPARE(standing(desk, activity), s("PENDING @anns")); // she may come back
    change(desk, "ann", [](WorkerSpec &ann) { ann.pools = QStringList(); });
    QCOMPARE(standing(desk, activity), s("PENDING @bobs"));
    QVERIFY(alertKinds(desk).isEmpty());
    QVERIFY(desk.say(RemoveWorker{{s("bob")}}));
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(alertKinds(desk).size(), qsizetype(1));
    change(desk, "ann", [](WorkerSpec &ann) { ann.available = true; });
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::aChosenPoolThatIsEmptiedIsTold()
{
    Desk desk;
    desk.hire(s("owl"), {s("dig")}, 100, {s("night")});
    desk.hire(s("mole"), {s("dig")});
    const ActivityId activity = desk.open({digging()});
    ActionInput toNight;
    toNight.action = TaskAction::Reassign;
    toNight.pool = s("night");
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, toNight}));
    QCOMPARE(standing(desk, activity), s("PENDING @night"));
    QVERIFY(desk.reserve(s("mole"))->empty());
    change(desk, "owl", [](WorkerSpec &owl) { owl.skills = QMap<QString, int>{{s("fly"), 3}}; });
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QCOMPARE(desk.reserve(s("mole"))->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::anOfferToSomebodyWhoIsGoneGoesOn()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob")));
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(desk.say(RemoveWorker{{s("ann")}}));
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("bob")}));
    QVERIFY(desk.auditIsFine());
}

void OffersTest::whoHasTheOfferIsNotToldAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    const ActivityId activity = desk.open({digging()});
    const auto before = desk.ask(GetTask{{activity, s("dig"), {}}})->view.task;
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Reassign, s("ann")));
    QVERIFY(desk.ask(GetTask{{activity, s("dig"), {}}})->view.task == before);
    QCOMPARE(mailed(desk), QStringList{s("ann")});
    desk.nowMs += limits::linkMs; // what she was sent is good for nothing any more
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Reassign, s("ann")));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("ann")}));
}

void OffersTest::whatNobodyCanHaveHoldsUpNothing()
{
    Desk desk;
    WorkerSpec ann = clerk(s("ann"), 3, 5);
    ann.available = false;
    hire(desk, ann);
    std::vector<TaskSpec> tooBig;
    for (int i = 0; i < limits::matchedMax + 1; ++i) {
        tooBig.push_back(digging(6)); // more than she ever has room for
        tooBig.back().name = QStringLiteral("big-%1").arg(i);
        tooBig.back().skill = s("dig");
        tooBig.back().needs = QStringList();
    }
    (void)desk.open(tooBig);
    desk.nowMs += 1;
    const ActivityId behind = desk.open({digging()});
    change(desk, "ann", [](WorkerSpec &spec) { spec.available = true; });
    QCOMPARE(standing(desk, behind), s("PENDING")); // one step looks at so many
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, behind), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList{s("ann")});
    QVERIFY(desk.act(behind, s("dig"), TaskAction::Complete, s("ann")));
    const ActivityId next = desk.open({digging()});
    QCOMPARE(standing(desk, next), s("PENDING ann"));
}

static int attemptOf(Desk &desk, ActivityId activity)
{
    return desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.attempt;
}

void OffersTest::aPersonsLapsedLeaseIsNoFailure()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    hire(desk, clerk(s("bob")));
    QVERIFY(turn(desk, limits::leaseHumanMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QCOMPARE(attemptOf(desk, activity), 1);
    QVERIFY(alertKinds(desk).isEmpty());
    QCOMPARE(desk.ask(GetStaffing{})->workers.items.front().records.value(s("dig")).failed, 1);
    QCOMPARE(desk.reserve(s("bob"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::leaseHumanMs));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(attemptOf(desk, activity), 1);
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")}); // nobody else is left
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(standing(desk, activity), s("PENDING ann")); // once more
    desk.hire(s("bot"), {s("dig")});
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Reassign, s("bot")));
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::leaseMachineMs));
    QCOMPARE(attemptOf(desk, activity), 2); // a machine's is one
    QVERIFY(desk.auditIsFine());
}

void OffersTest::whoCannotDoItIsNoFailure()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging()});
    hire(desk, clerk(s("bob")));
    const Actor ann{s("mail:ann"), Role::Clerk, {s("ann")}};
    ActionInput giveBack;
    giveBack.action = TaskAction::Release;
    giveBack.reason = s("no spade");
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, giveBack}, ann)); // of the offer
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QCOMPARE(attemptOf(desk, activity), 1);
    QVERIFY(alertKinds(desk).isEmpty());
    const auto refused = desk.say(ActOnTask{{activity, s("dig"), {}}, giveBack}, ann);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QCOMPARE(desk.reserve(s("bob"))->size(), size_t(1));
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, giveBack}, {s("mail:bob"), Role::Clerk, {s("bob")}}));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(attemptOf(desk, activity), 1);
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QCOMPARE(desk.ask(GetTask{{activity, s("dig"), {}}})->view.waiting->text.english(),
             s("all 2 eligible had it before; one of them may ask for it"));
    QVERIFY(desk.auditIsFine());
}

HMSACT_TEST(OffersTest)

} // namespace hmsact::offers_test

#include "offers.moc"
