// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::taking_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What workers do and say without being asked: completing what they have not reserved, and whether they are there.
class TakingTest : public QObject
{
    Q_OBJECT

private slots:
    void aMachineTakesNoMoreThanItHasRoomFor();
    void whoGaveItBackLeavesItToOthers();
    void whoIsAwayCompletesNothingNew();
    void oneSaysWhetherOneIsThere();
    void noMachineBecomesAPerson();
};

static Actor clerkNamed(const char *id) { return {s(id), Role::Clerk, {s(id)}}; }

static Result<TaskView> complete(Desk &desk, ActivityId activity, const char *by)
{
    ActionInput input;
    input.action = TaskAction::Complete;
    return desk.say(ActOnTask{{activity, s("dig"), {}}, input}, clerkNamed(by));
}

void TakingTest::aMachineTakesNoMoreThanItHasRoomFor()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")}, 2);
    const ActivityId held = desk.open({digging(2)});
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    const ActivityId other = desk.open({digging()});
    const auto refused = complete(desk, other, "bot");
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QCOMPARE(refused.error().detail.english(), s("worker “bot” is at capacity: it holds 2 of 2, and task “dig” takes 1"));
    QCOMPARE(standing(desk, other), s("PENDING"));
    QVERIFY(complete(desk, held, "bot"));
    QVERIFY(complete(desk, other, "bot"));
    QVERIFY(desk.auditIsFine());
}

void TakingTest::whoGaveItBackLeavesItToOthers()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    const ActivityId activity = desk.open({digging()});
    desk.hire(s("bot"), {s("dig")});
    ActionInput giveBack;
    giveBack.action = TaskAction::Release;
    giveBack.reason = s("no spade");
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, giveBack}, clerkNamed("ann")));
    const auto refused = complete(desk, activity, "ann");
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QVERIFY(desk.say(RemoveWorker{{s("bot")}}));
    QVERIFY(complete(desk, activity, "ann")); // nobody else could
}

void TakingTest::whoIsAwayCompletesNothingNew()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    desk.hire(s("bot"), {s("dig")});
    const ActivityId held = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    WorkerSpec away;
    away.id = WorkerId{s("ann")};
    away.available = false;
    QVERIFY(desk.say(SaveWorker{away, true}, clerkNamed("ann")));
    const ActivityId other = desk.open({digging()});
    const auto refused = complete(desk, other, "ann");
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QVERIFY(complete(desk, held, "ann")); // what one has is another matter
}

void TakingTest::oneSaysWhetherOneIsThere()
{
    Desk desk;
    hire(desk, clerk(s("ann"), 5));
    hire(desk, clerk(s("bob")));
    WorkerSpec spec;
    spec.id = WorkerId{s("ann")};
    spec.available = false;
    QCOMPARE(desk.say(SaveWorker{spec, true}, clerkNamed("bob")).error().code, ErrorCode::Forbidden);
    QVERIFY(desk.ask(GetWorker{{s("ann")}})->worker.available);
    QVERIFY(desk.say(SaveWorker{spec, true}, clerkNamed("ann")));
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING bob")); // though she is better
    spec.capacity = 50;
    QCOMPARE(desk.say(SaveWorker{spec, true}, clerkNamed("ann")).error().code, ErrorCode::Forbidden);
    QCOMPARE(desk.ask(GetWorker{{s("ann")}})->worker.capacity, 10);
    spec.capacity = {};
    spec.available = true;
    spec.language = s("es");
    QVERIFY(desk.say(SaveWorker{spec, true}, clerkNamed("ann")));
    QCOMPARE(standing(desk, desk.open({digging()})), s("PENDING ann"));
    QVERIFY(desk.auditIsFine());
}

void TakingTest::noMachineBecomesAPerson()
{
    Desk desk;
    desk.hire(s("agent"), {s("dig")});
    const Actor mighty{s("mighty"), Role::Admin, {s("agent")}};
    const auto isRefused = [](const auto &said) {
        return !said && said.error().code == ErrorCode::Forbidden;
    };
    SaveWorker human;
    human.mustExist = true;
    human.spec.id = WorkerId{s("agent")};
    human.spec.kind = WorkerKind::Human;
    QVERIFY(isRefused(desk.say(human, mighty)));
    QVERIFY(desk.say(RemoveWorker{{s("agent")}}, mighty)); // nor by coming back
    human.mustExist = false;
    human.spec.name = s("agent");
    human.spec.kind = {};
    human.spec.skills = QMap<QString, int>{{s("dig"), 3}};
    human.spec.channel = s("email:agent@county.gov"); // which makes it one
    QVERIFY(isRefused(desk.say(human, mighty)));
    TaskSpec spec = digging();
    spec.review = Review::Human;
    const ActivityId id = desk.open({spec});
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("somebody")));
    ActionInput approve;
    approve.action = TaskAction::Approve;
    QVERIFY(isRefused(desk.say(ActOnTask{{id, s("dig"), {}}, approve}, mighty)));
    QVERIFY(desk.say(human)); // a person says so
    QVERIFY(desk.say(ActOnTask{{id, s("dig"), {}}, approve}, mighty));
}

HMSACT_TEST(TakingTest)

} // namespace hmsact::taking_test

#include "taking.moc"
