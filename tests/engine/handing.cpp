// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::handing_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Work goes on to others when somebody goes away, and comes back to who had it; equals take turns.
class HandingTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsTakeTurns();
    void whoTakesWorkItselfHasHadATurn();
    void aPoolWhereNobodyIsFallsOn_data();
    void aPoolWhereNobodyIsFallsOn();
    void aPoolThatIsFullFallsOn();
    void noMoreGoesOnThanCanBegin();
    void whatIsResumedIsToldAgain();
    void whoResumesItselfLosesNothing();
    void whatIsSentBackIsToldAgain();
    void whatIsOnHoldIsInTheDrill();
    void theSubstituteMayBeOffShiftWhenLeaveBegins();
    void whoseLevelIsTooLowByNowIsNotToldAgain();
    void whatIsResumedWhileItsWorkerIsAwayGoesToOthers_data();
    void whatIsResumedWhileItsWorkerIsAwayGoesToOthers();
    void whatIsResumedOfSomebodyWhoIsGoneGoesToOthers();
    void whoIsNotAvailableLosesItsOffers();
    void whereNobodyElseIsPeopleAreTold();
    void anOfferGoesBackWhenItIsDue();
    void whoIsAloneKeepsWhatIsDue();
};

static constexpr qint64 hourMs = limits::msPerHour;
static constexpr qint64 minuteMs = limits::msPerMinute;

static void makeAvailable(Desk &desk, const char *id, bool isAvailable)
{
    change(desk, id, [&](WorkerSpec &spec) { spec.available = isAvailable; });
}

static bool say(Desk &desk, ActivityId activity, TaskAction action, const QString &as = {})
{
    ActionInput input;
    input.action = action;
    input.reason = s("waits for the citizen");
    const Actor actor = as.isEmpty() ? Actor{s("boss"), Role::Admin, {}} : Actor{as, Role::Clerk, {as}};
    const auto said = desk.say(ActOnTask{{activity, s("dig"), {}}, input}, actor);
    if (!said)
        qWarning("%s", qPrintable(said.error().detail.english()));
    return said.ok();
}

// What is good of the links that were sent, the last first.
static QStringList links(Desk &desk, ActivityId activity)
{
    QStringList states;
    const auto found = desk.ask(ListLinks{activity, s("dig")});
    for (const LinkView &link : *found)
        states << link.link.worker.value + u' ' + toString(link.state);
    return states;
}

void HandingTest::equalsTakeTurns()
{
    Desk desk;
    for (int i = 0; i < 6; ++i)
        hire(desk, clerk(QStringLiteral("w%1").arg(i)));
    QMap<QString, int> done;
    for (int i = 0; i < 48; ++i) {
        const ActivityId activity = desk.open({digging()});
        const QString worker = standing(desk, activity).section(u' ', 1);
        desk.nowMs += 1000 + 100 * (i % 7); // nobody is always as fast
        QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, worker));
        ++done[worker];
        QVERIFY(turn(desk, 10 * minuteMs));
    }
    QCOMPARE(done.values(), QList<int>(6, 8));
    QVERIFY(desk.auditIsFine());
}

void HandingTest::whoTakesWorkItselfHasHadATurn()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    hire(desk, clerk(s("bob")));
    desk.hire(s("best"), {s("dig")}, 1000);
    change(desk, "best", [](WorkerSpec &spec) { spec.skills = QMap<QString, int>{{s("dig"), 5}}; });
    for (const QString &taker : {s("ann"), s("ann"), s("bob"), s("ann"), s("bob"), s("bob"), s("ann"), s("bob")}) {
        QVERIFY(desk.reserve(s("best"))->empty()); // it is there
        const ActivityId open = desk.open({digging()}); // the best asks by itself: nobody is told
        QCOMPARE(desk.reserve(taker)->size(), size_t(1));
        QVERIFY(desk.act(open, s("dig"), TaskAction::Complete, taker));
        QVERIFY(turn(desk, minuteMs));
        makeAvailable(desk, "best", false);
        const ActivityId offered = desk.open({digging()});
        const QString other = taker == s("ann") ? s("bob") : s("ann");
        QCOMPARE(standing(desk, offered), s("PENDING ") + other);
        const QJsonObject last = desk.ask(GetTask{{offered, s("dig"), {}}})->assignment[u"last"].toObject();
        const auto turnOf = [&](int place) {
            return last[u"eligible"][place][u"parts"][u"turn"].toDouble();
        };
        QVERIFY(turnOf(0) > turnOf(1)); // and not by lot
        QVERIFY(desk.act(offered, s("dig"), TaskAction::Complete, other));
        makeAvailable(desk, "best", true);
        QVERIFY(turn(desk, minuteMs));
    }
}

// Two machines, each in a pool of its own; the work wishes for the first pool, then for the second.
static ActivityId wishing(Desk &desk, int capacity = 10)
{
    desk.hire(s("a"), {s("dig")}, capacity, {s("first")});
    desk.hire(s("b"), {s("dig")}, 5, {s("second")});
    return desk.open({digging(1, {1, {}, {s("first"), s("second")}})});
}

void HandingTest::aPoolWhereNobodyIsFallsOn_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"not available", "on leave", "off shift"})
        QTest::newRow(why) << s(why);
}

void HandingTest::aPoolWhereNobodyIsFallsOn()
{
    QFETCH(const QString, why);
    Desk desk; // it is Wednesday 11:06:40 UTC
    SaveCalendar hours;
    hours.calendar.name = s("mornings");
    hours.calendar.timeZone = s("UTC");
    hours.calendar.week.fill({{9 * 60, 12 * 60}});
    QVERIFY(desk.say(hours));
    const ActivityId activity = wishing(desk);
    QCOMPARE(standing(desk, activity), s("PENDING @first"));
    change(desk, "a", [&](WorkerSpec &spec) {
        if (why == s("not available"))
            spec.available = false;
        if (why == s("on leave"))
            spec.leave = std::vector<Leave>{{desk.nowMs + hourMs, desk.nowMs + 5 * hourMs, {}, false}};
        if (why == s("off shift"))
            spec.calendar = s("mornings");
    });
    QVERIFY(turn(desk, why == s("not available") ? 1000 : hourMs + minuteMs));
    QCOMPARE(standing(desk, activity), s("PENDING @second"));
    QVERIFY(desk.reserve(s("a"))->empty());
    change(desk, "a", [](WorkerSpec &spec) {
        spec.available = true;
        spec.leave = std::vector<Leave>();
        spec.calendar = QString();
    });
    QVERIFY(turn(desk, 1000));
    QCOMPARE(standing(desk, activity), s("PENDING @first"));
    makeAvailable(desk, "a", false);
    QVERIFY(turn(desk, 1000));
    QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void HandingTest::aPoolThatIsFullFallsOn()
{
    Desk desk;
    const ActivityId first = wishing(desk, 1);
    desk.nowMs += 1;
    const ActivityId second = desk.open({digging(1, {1, {}, {s("first"), s("second")}})});
    QCOMPARE(standing(desk, second), s("PENDING @first"));
    QVERIFY(turn(desk, minuteMs));
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, 5000));
    QCOMPARE(standing(desk, second), s("PENDING @second"));
    QVERIFY(desk.act(first, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, 5000));
    QCOMPARE(standing(desk, second), s("PENDING @first")); // nobody has begun meanwhile
    QVERIFY(desk.auditIsFine());
}

// However much waits: the others stay until there is room for them.
void HandingTest::noMoreGoesOnThanCanBegin()
{
    Desk desk;
    std::vector<ActivityId> all{wishing(desk, 100)};
    for (int i = 0; i < 59; ++i) {
        desk.nowMs += 1;
        all.push_back(desk.open({digging(1, {1, {}, {s("first"), s("second")}})}));
    }
    const auto kept = [&](const char *pool) {
        return std::ranges::count_if(all, [&](ActivityId one) { return standing(desk, one) == s("PENDING @") + s(pool); });
    };
    makeAvailable(desk, "a", false);
    QVERIFY(turn(desk, minuteMs));
    QCOMPARE(kept("second"), 5);
    QCOMPARE(kept("first"), 55);
    QCOMPARE(desk.reserve(s("b"), 10)->size(), size_t(5));
    QVERIFY(turn(desk, minuteMs));
    QCOMPARE(kept("second"), 0);
    for (int i = 0; i < 5; ++i)
        QVERIFY(desk.act(all[size_t(i)], s("dig"), TaskAction::Complete, s("b")));
    QVERIFY(turn(desk, minuteMs));
    QCOMPARE(kept("second"), 5);
    makeAvailable(desk, "a", true);
    QVERIFY(turn(desk, minuteMs));
    QCOMPARE(kept("second"), 0);
    QCOMPARE(desk.reserve(s("a"), 100)->size(), size_t(55));
}

void HandingTest::whatIsResumedIsToldAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    hire(desk, clerk(s("bob")));
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(say(desk, activity, TaskAction::Hold, s("ann")));
    QCOMPARE(links(desk, activity), QStringList{s("ann on_hold")});
    QVERIFY(turn(desk, hourMs));
    QVERIFY(say(desk, activity, TaskAction::Resume));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("ann")}));
    QCOMPARE(links(desk, activity), QStringList({s("ann open"), s("ann withdrawn")}));
    const QJsonObject last = desk.ask(GetTask{{activity, s("dig"), {}}})->assignment[u"last"].toObject();
    QCOMPARE(last[u"worker_id"].toString(), s("ann"));
    QCOMPARE(last[u"why"].toString(), s("resumed"));
    QVERIFY(turn(desk, limits::returnAnyHoursMs - 1));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(desk.auditIsFine());
}

void HandingTest::whoResumesItselfLosesNothing()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    hire(desk, clerk(s("bob")));
    QVERIFY(say(desk, activity, TaskAction::Hold, s("ann"))); // of an offer
    QVERIFY(turn(desk, hourMs));
    QVERIFY(say(desk, activity, TaskAction::Resume, s("ann")));
    QCOMPARE(links(desk, activity).first(), s("ann open")); // to go on by mail
    QVERIFY(turn(desk, 3 * limits::returnAnyHoursMs));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
}

void HandingTest::whatIsSentBackIsToldAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    TaskSpec spec = digging(1, {}, 90 * limits::msPerDay);
    spec.review = Review::Human;
    const ActivityId activity = desk.open({spec}, 100 * limits::msPerDay);
    hire(desk, clerk(s("bob")));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("ann")));
    QCOMPARE(standing(desk, activity), s("IN_REVIEW ann"));
    QVERIFY(say(desk, activity, TaskAction::SendBack));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("ann")}));
    QCOMPARE(links(desk, activity).first(), s("ann open"));
    QVERIFY(turn(desk, limits::returnAnyHoursMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
}

void HandingTest::whatIsOnHoldIsInTheDrill()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId paused = desk.open({digging()});
    QVERIFY(say(desk, paused, TaskAction::Hold, s("ann")));
    desk.nowMs += 1;
    const ActivityId offered = desk.open({digging()});
    hire(desk, clerk(s("bob")));
    const auto plan = desk.ask(DrillAbsence{{s("ann")}, {desk.nowMs, desk.nowMs + hourMs, {s("bob")}, false}});
    QVERIFY(plan);
    QCOMPARE(plan->tasks.size(), size_t(2));
    QCOMPARE(plan->tasks[0].activity, offered);
    QVERIFY(!plan->tasks[0].onHold);
    QCOMPARE(plan->tasks[1].activity, paused);
    QVERIFY(plan->tasks[1].onHold && !plan->tasks[1].held);
    QCOMPARE(plan->tasks[1].to.value, s("bob"));
    QVERIFY(plan->tasks[1].how == Handover::Substitute);
}

void HandingTest::theSubstituteMayBeOffShiftWhenLeaveBegins()
{
    Desk desk; // it is Wednesday 11:06:40 UTC
    SaveCalendar hours;
    hours.calendar.name = s("office");
    hours.calendar.timeZone = s("UTC");
    hours.calendar.week.fill({{9 * 60, 17 * 60}});
    QVERIFY(desk.say(hours));
    const auto hireAt = [&](const char *id, int level) {
        WorkerSpec spec = clerk(s(id), level);
        spec.calendar = s("office");
        hire(desk, spec);
    };
    hireAt("ann", 5);
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    hireAt("bob", 2);
    hireAt("cec", 4);
    const qint64 midnightMs = (desk.nowMs / limits::msPerDay + 1) * limits::msPerDay;
    const Leave leave{midnightMs, midnightMs + 7 * limits::msPerDay, {s("bob")}, false};
    const auto plan = desk.ask(DrillAbsence{{s("ann")}, leave});
    QCOMPARE(plan->tasks.front().to.value, s("bob"));
    QVERIFY(plan->tasks.front().how == Handover::Substitute);
    change(desk, "ann", [&](WorkerSpec &ann) { ann.leave = std::vector<Leave>{leave}; });
    QVERIFY(turn(desk, midnightMs - desk.nowMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(turn(desk, 10 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(alertKinds(desk).isEmpty());
}

void HandingTest::whoseLevelIsTooLowByNowIsNotToldAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId resumed = desk.open({digging(1, {4, {}, {}})});
    const ActivityId byHerself = desk.open({digging(1, {4, {}, {}})});
    for (const ActivityId activity : {resumed, byHerself})
        QVERIFY(say(desk, activity, TaskAction::Hold, s("ann")));
    change(desk, "ann", [](WorkerSpec &ann) { ann.skills = QMap<QString, int>{{s("dig"), 1}}; });
    QVERIFY(say(desk, byHerself, TaskAction::Resume, s("ann")));
    QCOMPARE(standing(desk, byHerself), s("PENDING ann"));
    QVERIFY(say(desk, resumed, TaskAction::Resume));
    QCOMPARE(standing(desk, resumed), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
}

void HandingTest::whatIsResumedWhileItsWorkerIsAwayGoesToOthers_data()
{
    QTest::addColumn<QString>("substitute");
    QTest::addColumn<bool>("isOnLeave");
    QTest::addColumn<QString>("to");
    QTest::newRow("the substitute") << s("cec") << true << s("cec");
    QTest::newRow("the best") << QString() << true << s("bob");
    QTest::newRow("not available") << QString() << false << s("bob");
}

// Removed, or without the skill by now.
void HandingTest::whatIsResumedOfSomebodyWhoIsGoneGoesToOthers()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId first = desk.open({digging()});
    QVERIFY(say(desk, first, TaskAction::Hold, s("ann")));
    hire(desk, clerk(s("cec"), 5));
    const ActivityId second = desk.open({digging()});
    QVERIFY(say(desk, second, TaskAction::Hold, s("cec")));
    hire(desk, clerk(s("bob"), 4));
    QVERIFY(desk.say(RemoveWorker{{s("ann")}}));
    change(desk, "cec", [](WorkerSpec &cec) { cec.skills = QMap<QString, int>{{s("fly"), 3}}; });
    QVERIFY(turn(desk, hourMs));
    for (const ActivityId activity : {first, second}) {
        QVERIFY(say(desk, activity, TaskAction::Resume));
        QCOMPARE(standing(desk, activity), s("PENDING bob"));
        QCOMPARE(links(desk, activity).first(), s("bob open"));
    }
    QVERIFY(desk.auditIsFine());
}

void HandingTest::whatIsResumedWhileItsWorkerIsAwayGoesToOthers()
{
    QFETCH(const QString, substitute);
    QFETCH(const bool, isOnLeave);
    QFETCH(const QString, to);
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging()});
    hire(desk, clerk(s("bob"), 4));
    hire(desk, clerk(s("cec"), 1));
    QVERIFY(say(desk, activity, TaskAction::Hold, s("ann")));
    change(desk, "ann", [&](WorkerSpec &ann) {
        if (isOnLeave)
            ann.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + 50 * hourMs, {substitute}, false}};
        else
            ann.available = false;
    });
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(standing(desk, activity), s("ON_HOLD ann")); // it waits for the citizen whoever has it
    QVERIFY(say(desk, activity, TaskAction::Resume));
    QCOMPARE(standing(desk, activity), s("PENDING ") + to);
    QCOMPARE(mailed(desk), QStringList({s("ann"), to}));
    QCOMPARE(links(desk, activity), QStringList({to + s(" open"), s("ann withdrawn")}));
    QVERIFY(alertKinds(desk).isEmpty());
    QVERIFY(desk.auditIsFine());
}

void HandingTest::whoIsNotAvailableLosesItsOffers()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId held = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    const ActivityId offered = desk.open({digging()});
    hire(desk, clerk(s("bob"), 4));
    change(desk, "ann", [](WorkerSpec &ann) { ann.available = false; });
    QCOMPARE(standing(desk, held), s("IN_PROGRESS ann")); // she has begun
    QCOMPARE(standing(desk, offered), s("PENDING bob"));
    QCOMPARE(mailed(desk).last(), s("bob"));
    QCOMPARE(links(desk, offered), QStringList({s("bob open"), s("ann withdrawn")}));
    QVERIFY(alertKinds(desk).isEmpty());
    QCOMPARE(desk.ask(GetStaffing{})->workers.items.front().records.value(s("dig")).failed,
             0); // nothing was held against her
    makeAvailable(desk, "ann", true);
    makeAvailable(desk, "bob", false);
    QCOMPARE(standing(desk, offered), s("PENDING ann")); // nor does it keep her from it
    QVERIFY(desk.auditIsFine());
}

void HandingTest::whereNobodyElseIsPeopleAreTold()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging()});
    makeAvailable(desk, "ann", false);
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    const auto line = [&] {
        return desk.ask(GetTask{{activity, s("dig"), {}}})->view.waiting->text.english();
    };
    QCOMPARE(line(), s("1 could do it, none is available"));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Reassign, s("ann"))); // somebody wants it so
    QCOMPARE(line(), s("kept for ann, who is not available"));
    makeAvailable(desk, "ann", true);
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY2(line().startsWith(s("offered to ann until ")), qPrintable(line()));
}

static void switchOffTheBuiltInRule(Desk &desk)
{
    Rule builtIn = desk.ask(ListRules{})->front();
    builtIn.enabled = false;
    QVERIFY(desk.say(SaveRule{builtIn, builtIn.id}));
}

void HandingTest::anOfferGoesBackWhenItIsDue()
{
    Desk desk;
    switchOffTheBuiltInRule(desk); // which would give it to somebody else then
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob"), 4));
    const ActivityId activity = desk.open({digging(1, {}, 8 * hourMs)});
    QVERIFY(turn(desk, 8 * hourMs - 1));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
}

void HandingTest::whoIsAloneKeepsWhatIsDue()
{
    Desk desk;
    switchOffTheBuiltInRule(desk);
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging(1, {}, 8 * hourMs)});
    QVERIFY(turn(desk, 30 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
}

HMSACT_TEST(HandingTest)

} // namespace hmsact::handing_test

#include "handing.moc"
