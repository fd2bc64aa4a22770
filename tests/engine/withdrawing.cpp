// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::withdrawing_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What waits in the outbox is looked at again before it is sent: nobody is told of what somebody has meanwhile.
class WithdrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOverdueIsNotCalledDueSoon_data();
    void whatIsOverdueIsNotCalledDueSoon();
    void whatARuleTellsHoldsUntilItIsSent_data();
    void whatARuleTellsHoldsUntilItIsSent();
    void whatTheStepItselfSolvedIsTold();
    void aQueueIsNotItsFirstTask();
    void whoHasLostATaskIsNotTold();
    void whatComesBackIsTold();
    void whatIsForgottenIsTold();
    void whatSomebodyHasIsToldByNoRule();
};

namespace {

QJsonObject telling(const char *when, const QJsonValue &threshold = {}, const QJsonObject &more = {})
{
    QJsonObject body{{s("when"), s(when)}, {s("then"), s("notify")}, {s("notify"), list({"slack:#ops"})}};
    if (!threshold.isNull())
        body.insert(s("threshold"), threshold);
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

QStringList states(Desk &desk, const char *address)
{
    QStringList found;
    const auto page = desk.ask(ListNotifications{{}, {}, limits::pageMax, {}});
    for (const Notification &message : page->items) {
        if (message.address == s(address))
            found << QString(toString(message.state));
    }
    return found;
}

} // namespace

void WithdrawingTest::whatIsOverdueIsNotCalledDueSoon_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("task") << s("sla_warning");
    QTest::newRow("activity") << s("activity_sla_warning");
}

void WithdrawingTest::whatIsOverdueIsNotCalledDueSoon()
{
    QFETCH(const QString, when);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QJsonObject body = telling(when.toLatin1().constData(), s("1h"));
    save(desk, body);
    desk.open({Desk::task(s("dig"), 3 * limits::msPerHour)}, 3 * limits::msPerHour);
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    QCOMPARE(told(desk).size(), 1);
    turnTo(desk, desk.nowMs + limits::msPerHour); // nothing could be sent until now
    QCOMPARE(sent(desk), QStringList());
    QCOMPARE(states(desk, told(desk).front().toLatin1().constData()).back(), s("withdrawn"));
}

void WithdrawingTest::whatARuleTellsHoldsUntilItIsSent_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("isSolved");
    for (const char *when : {"unassigned", "stalled", "task_failed", "no_eligible_worker", "sla_breach"}) {
        QTest::addRow("%s, still so", when) << s(when) << false;
        QTest::addRow("%s, over", when) << s(when) << true;
    }
}

void WithdrawingTest::whatARuleTellsHoldsUntilItIsSent()
{
    QFETCH(const QString, when);
    QFETCH(const bool, isSolved);
    Desk desk;
    const bool isNobodys = when == s("no_eligible_worker");
    if (!isNobodys)
        desk.hire(s("a"), {s("dig")});
    const QJsonValue threshold = when == s("unassigned") ? QJsonValue(s("1h"))
        : when == s("stalled")                           ? QJsonValue(1)
                                                         : QJsonValue();
    save(desk, telling(when.toLatin1().constData(), threshold));
    const bool isLate = when == s("sla_breach");
    const ActivityId id =
        desk.open({Desk::task(s("dig"), isLate ? limits::msPerHour : limits::msPerDay)}, 2 * limits::msPerDay);
    if (when == s("stalled") || when == s("task_failed"))
        QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    if (when == s("task_failed")) {
        ActionInput fail;
        fail.action = TaskAction::Fail;
        fail.reason = s("the ground is frozen");
        fail.mayRetry = false;
        QVERIFY(desk.say(ActOnTask{{id, s("dig"), {}}, fail}));
    }
    QVERIFY(turn(desk, when == s("stalled") ? limits::leaseMachineMs : limits::msPerHour));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    if (isSolved && when == s("task_failed"))
        QVERIFY(desk.act(id, s("dig"), TaskAction::Retry));
    if (isSolved && isNobodys)
        desk.hire(s("a"), {s("dig")});
    desk.nowMs += limits::backoffMaxMs;
    if (isSolved && when != s("task_failed"))
        QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    if (isSolved && isLate) // to have begun is not to be in time
        QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a")));
    QCOMPARE(sent(desk), isSolved ? QStringList() : QStringList{s("slack:#ops")});
    QCOMPARE(states(desk, "slack:#ops"), QStringList{isSolved ? s("withdrawn") : s("sending")});
}

// Reassigning ends what the rule had seen, and that is what it has to tell.
void WithdrawingTest::whatTheStepItselfSolvedIsTold()
{
    Desk desk;
    desk.hire(s("courier"), {s("ship")});
    save(desk, telling("unassigned", s("24h"), {{s("then"), s("reassign")}, {s("to"), s("courier")}}));
    const ActivityId id = desk.open({Desk::task(s("ship"), 3 * limits::msPerDay)}, 4 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(desk.ask(GetTask{{id, s("ship"), {}}})->view.task.worker.value, s("courier"));
    QCOMPARE(desk.reserve(s("courier"))->size(), size_t(1));
    QCOMPARE(sent(desk), QStringList{s("slack:#ops")});
}

void WithdrawingTest::aQueueIsNotItsFirstTask()
{
    for (const bool isStillDeep : {true, false}) {
        Desk desk;
        desk.hire(s("a"), {s("dig")});
        save(desk, telling("queue_depth", 2, {{s("scope"), QJsonObject{{s("skill"), s("dig")}}}}));
        std::vector<ActivityId> opened;
        for (int i = 0; i < 4; ++i)
            opened.push_back(desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay));
        QVERIFY(turn(desk, limits::msPerMinute));
        QCOMPARE(told(desk), QStringList{s("slack:#ops")});
        for (int i = 0; i < (isStillDeep ? 1 : 2); ++i) // the first in line is the one that the rule speaks of
            QVERIFY(desk.act(opened[size_t(i)], s("dig"), TaskAction::Complete, s("a")));
        QVERIFY(turn(desk, limits::msPerMinute));
        QCOMPARE(sent(desk), isStillDeep ? QStringList{s("slack:#ops")} : QStringList());
    }
}

void WithdrawingTest::whoHasLostATaskIsNotTold()
{
    Desk desk;
    for (const char *name : {"ann", "bob"}) {
        SaveWorker clerk;
        clerk.spec.id = WorkerId{s(name)};
        clerk.spec.name = s(name);
        clerk.spec.skills = QMap<QString, int>{{s("dig"), skillLevelDefault}};
        clerk.spec.channel = s("email:%1@county.gov").arg(s(name));
        QVERIFY(desk.say(clerk));
    }
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(desk.act(id, s("dig"), TaskAction::Reassign, s("ann")));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Reassign, s("bob")));
    QCOMPARE(sent(desk), QStringList{s("email:bob@county.gov")});
    const QStringList anns = states(desk, "email:ann@county.gov");
    QVERIFY(!anns.isEmpty());
    QCOMPARE(anns.count(s("withdrawn")), anns.size());
}

void WithdrawingTest::whatComesBackIsTold()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, telling("sla_breach"));
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)}, 2 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a"))); // of the wrong one
    QCOMPARE(sent(desk), QStringList());
    QCOMPARE(states(desk, "slack:#ops"), QStringList{s("withdrawn")});
    QVERIFY(desk.act(id, s("dig"), TaskAction::Undo));
    QCOMPARE(sent(desk), QStringList{s("slack:#ops")});
}

// Who was to hear of it first does so when the acknowledgement has lapsed, and who is told by that only once.
void WithdrawingTest::whatIsForgottenIsTold()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QJsonObject body = telling("sla_breach", {}, {{s("acknowledged_for"), s("1h")}});
    body.remove(s("then"));
    body.remove(s("notify"));
    const auto step = [](const char *after, const std::initializer_list<const char *> whom) {
        return QJsonObject{{s("after"), s(after)}, {s("then"), s("notify")}, {s("notify"), list(whom)}};
    };
    body.insert(s("steps"), QJsonArray{step("0s", {"slack:#ann", "slack:#boss"}), step("1h", {"slack:#boss"})});
    save(desk, body);
    desk.open({Desk::task(s("dig"), limits::msPerHour)}, 2 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour));
    const auto alerts = desk.ask(ListAlerts{});
    for (const Alert &alert : alerts->items)
        QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
    QCOMPARE(sent(desk), QStringList());
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(sent(desk), (QStringList{s("slack:#ann"), s("slack:#boss")}));
    QCOMPARE(states(desk, "slack:#boss"), (QStringList{s("sending"), s("withdrawn")})); // the newest first
}

// Of two rules that tell of the same, and one alert.
void WithdrawingTest::whatSomebodyHasIsToldByNoRule()
{
    Desk desk;
    for (const char *name : {"one", "two"})
        save(desk,
             telling("unassigned", s("1h"),
                     {{s("name"), s(name)}, {s("notify"), QJsonArray{s("console:desk"), s("slack:#") + s(name)}}}));
    desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour));
    const auto alerts = desk.ask(ListAlerts{});
    QCOMPARE(alerts->items.size(), size_t(1));
    QVERIFY(desk.say(AcknowledgeAlert{alerts->items.front().id}));
    (void)sent(desk);
    for (const char *address : {"slack:#one", "slack:#two"})
        QCOMPARE(states(desk, address), QStringList{s("withdrawn")});
}

HMSACT_TEST(WithdrawingTest)

} // namespace hmsact::withdrawing_test

#include "withdrawing.moc"
