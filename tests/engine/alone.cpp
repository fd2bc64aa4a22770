// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::alone_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What becomes of work where there is one person who could take it, and nobody else.
class AloneTest : public QObject
{
    Q_OBJECT

private slots:
    void whoIsAloneKeepsItAndPeopleAreTold();
    void aLinkLivesAsLongAsItsOffer();
    void whoIsOnLeaveComesIntoItWhenBack();
    void aMachineThatIsNotThereHoldsUpNobody_data();
    void aMachineThatIsNotThereHoldsUpNobody();
    void whoHadItBeforeIsToldOnceMore();
    void aPoolOfWhoHasItIsRefused();
};

static constexpr qint64 hourMs = limits::msPerHour;

// Nobody is told again, however often the timer ends; and the link in her mail is good as long as it is hers.
void AloneTest::whoIsAloneKeepsItAndPeopleAreTold()
{
    Desk desk;
    hire(desk, quick("ann"));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    for (int i = 0; i < 100; ++i)
        QVERIFY(turn(desk, 2 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QCOMPARE(mailed(desk), QStringList{s("ann")});
    QVERIFY(desk.nowMs > morningMs + limits::linkMs);
    QVERIFY(desk.ask(ListLinks{activity, s("dig")})->front().state == LinkState::Open);
    hire(desk, quick("bob"));
    QVERIFY(turn(desk, 2 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(desk.auditIsFine());
}

void AloneTest::aLinkLivesAsLongAsItsOffer()
{
    Desk desk;
    WorkerSpec ann = clerk(s("ann"));
    ann.returnMs = 20 * limits::msPerDay;
    hire(desk, ann);
    desk.hire(s("bot"), {s("dig")});
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    const auto state = [&] {
        return desk.ask(ListLinks{activity, s("dig")})->front().state;
    };
    QVERIFY(turn(desk, 20 * limits::msPerDay - 1));
    QVERIFY(state() == LinkState::Open);
    QVERIFY(desk.say(Reserve{{s("ann")}, 1, 0, limits::leaseMaxMs}));
    QVERIFY(turn(desk, limits::leaseMaxMs - 1));
    QVERIFY(state() == LinkState::Open);
}

void AloneTest::whoIsOnLeaveComesIntoItWhenBack()
{
    Desk desk;
    hire(desk, quick("ann"));
    WorkerSpec bob = quick("bob");
    bob.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + 5 * hourMs, {}, false}};
    hire(desk, bob);
    const ActivityId activity = desk.open({digging()});
    QVERIFY(turn(desk, 4 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(alertKinds(desk), QStringList({s("no_eligible_worker")}));
    QVERIFY(turn(desk, hourMs)); // he is back
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    QVERIFY(desk.reserve(s("ann"))->empty());
}

void AloneTest::aMachineThatIsNotThereHoldsUpNobody_data()
{
    QTest::addColumn<bool>("isSeen");
    QTest::addColumn<qint64>("laterMs");
    QTest::addColumn<QString>("stands");
    QTest::newRow("never seen") << false << qint64(0) << s("PENDING ann");
    QTest::newRow("there") << true << qint64(0) << s("PENDING");
    QTest::newRow("not seen for long") << true << limits::silentAfterMs << s("PENDING ann");
}

void AloneTest::aMachineThatIsNotThereHoldsUpNobody()
{
    QFETCH(const bool, isSeen);
    QFETCH(const qint64, laterMs);
    QFETCH(const QString, stands);
    Desk desk;
    hire(desk, clerk(s("ann"), 1, 1));
    desk.hire(s("bot"), {s("dig")}); // better, and with more room
    change(desk, "bot", [](WorkerSpec &bot) { bot.skills = QMap<QString, int>{{s("dig"), 5}}; });
    if (isSeen)
        QVERIFY(desk.reserve(s("bot"))->empty());
    desk.nowMs += laterMs;
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), stands);
    if (stands == s("PENDING"))
        QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
}

static bool giveBack(Desk &desk, ActivityId activity, const char *id)
{
    ActionInput input;
    input.action = TaskAction::Release;
    input.reason = s("no spade");
    return desk.say(ActOnTask{{activity, s("dig"), {}}, input}, {s("mail:") + s(id), Role::Clerk, {s(id)}}).ok();
}

// By mail, as she does not ask; and not for ever to and fro.
void AloneTest::whoHadItBeforeIsToldOnceMore()
{
    Desk desk;
    hire(desk, quick("ann", 5));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    hire(desk, quick("bob"));
    QVERIFY(turn(desk, 2 * hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING bob"));
    change(desk, "bob", [](WorkerSpec &bob) { bob.available = false; });
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("bob"), s("ann")}));
    change(desk, "bob", [](WorkerSpec &bob) { bob.available = true; });
    QVERIFY(giveBack(desk, activity, "ann"));
    QCOMPARE(standing(desk, activity), s("PENDING bob")); // who had never looked
    QVERIFY(giveBack(desk, activity, "bob"));
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING"));
    QCOMPARE(desk.ask(ListAlerts{})->items.front().kind, s("no_eligible_worker")); // told last
    QCOMPARE(mailed(desk).size(), qsizetype(4));
    QVERIFY(desk.auditIsFine());
}

void AloneTest::aPoolOfWhoHasItIsRefused()
{
    Desk desk;
    WorkerSpec ann = clerk(s("ann"));
    ann.pools = QStringList{s("front")};
    hire(desk, ann);
    hire(desk, clerk(s("bob"), 1));
    const ActivityId activity = desk.open({digging()});
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    ActionInput toFront;
    toFront.action = TaskAction::Reassign;
    toFront.pool = s("front");
    const auto refused = desk.say(ActOnTask{{activity, s("dig"), {}}, toFront});
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QCOMPARE(refused.error().detail.english(), s("ann has it already, and nobody else in the pool “front” could take it"));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList{s("ann")});
    QVERIFY(turn(desk, limits::returnAnyHoursMs)); // she loses it to the other
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, toFront}));
}

HMSACT_TEST(AloneTest)

} // namespace hmsact::alone_test

#include "alone.moc"
