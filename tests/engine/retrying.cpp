// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::retrying_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What is done once more: what it lets go on, what stays as it is when it is taken back, and who is told of it.
class RetryingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasMetStaysMetForWhatComesLater();
    void whatItLetGoOnIsNotTakenBack_data();
    void whatItLetGoOnIsNotTakenBack();
    void whoFailedItIsToldOfTheRetry();
    void whatIsSentBackComesToTheAgentAgain();
    void whoIsNotSureHasNotGivenItUp();
    void aMistakenHandOverLeavesNoTrace();
    void theNextAttemptIsOffered_data();
    void theNextAttemptIsOffered();
    void whoCannotDoTheNextAttemptIsNotAskedAgain();
};

namespace {

Task taskOf(Desk &desk, ActivityId activity, const char *name)
{
    return desk.ask(GetTask{{activity, s(name), {}}})->view.task;
}

QStringList events(Desk &desk, ActivityId activity)
{
    QStringList kinds;
    const auto page = desk.ask(ListEvents{activity, limits::pageMax, {}});
    for (const Event &event : page->items)
        kinds << event.kind;
    return kinds;
}

bool isSound(Desk &desk) { return desk.ask(VerifyDatabase{})->problems.empty() && desk.auditIsFine(); }

// The first has failed, so the second may go on; and now somebody tries the first once more.
ActivityId retried(Desk &desk)
{
    desk.hire(s("bot"), {s("first")});
    desk.hire(s("eve"), {s("first"), s("second")});
    TaskSpec first = Desk::task(s("first"));
    first.maxAttempts = 1;
    first.onFailure = OnFailure::Continue;
    const ActivityId id = desk.open({first, Desk::task(s("second"), 10 * limits::msPerHour)});
    [&] {
        QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
        QVERIFY(desk.act(id, s("first"), TaskAction::Fail, s("bot"), s("broke")));
        QVERIFY(desk.act(id, s("first"), TaskAction::Retry));
        QCOMPARE(desk.statuses(id), QStringList({s("first PENDING"), s("second PENDING")}));
    }();
    return id;
}

bool fail(Desk &desk, ActivityId activity, const char *who, bool mayRetry = true)
{
    ActionInput input;
    input.action = TaskAction::Fail;
    input.worker = {s(who)};
    input.reason = s("no key");
    input.mayRetry = mayRetry;
    return desk.say(ActOnTask{{activity, s("dig"), {}}, input}).ok();
}

WorkerSpec agent(const char *id)
{
    WorkerSpec spec = clerk(s(id), 5);
    spec.kind = WorkerKind::Agent;
    spec.channel = s("webhook:https://agents.county.gov/") + s(id);
    return spec;
}

} // namespace

void RetryingTest::whatWasMetStaysMetForWhatComesLater()
{
    Desk desk;
    const ActivityId id = retried(desk);
    const auto needing = [](const char *name, const QStringList &needs) {
        TaskSpec spec = Desk::task(s(name));
        spec.needs = needs;
        return spec;
    };
    QVERIFY(desk.say(EnqueueTasks{id, {needing("third", {s("first")}), needing("fourth", {s("first"), s("second")})}}));
    const QStringList after{s("second PENDING"), s("third PENDING"), s("fourth WAITING(for:second)")};
    QCOMPARE(desk.statuses(id).mid(1), after);
    QVERIFY(isSound(desk));
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("bot")));
    QCOMPARE(desk.statuses(id).mid(1), after);
    QVERIFY(desk.act(id, s("second"), TaskAction::Complete, s("eve")));
    QCOMPARE(desk.statuses(id).last(), s("fourth PENDING"));
    QVERIFY(isSound(desk));
}

void RetryingTest::whatItLetGoOnIsNotTakenBack_data()
{
    QTest::addColumn<TaskAction>("deed");
    QTest::addColumn<bool>("isBegun"); // the second
    for (const bool isBegun : {false, true}) {
        const char *how = isBegun ? "begun" : "waiting";
        QTest::addRow("put on hold, the next %s", how) << TaskAction::Hold << isBegun;
        QTest::addRow("given back, the next %s", how) << TaskAction::Release << isBegun;
        QTest::addRow("handed over, the next %s", how) << TaskAction::Reassign << isBegun;
        QTest::addRow("failed again, the next %s", how) << TaskAction::Fail << isBegun;
        QTest::addRow("completed, the next %s", how) << TaskAction::Complete << isBegun;
    }
}

void RetryingTest::whatItLetGoOnIsNotTakenBack()
{
    QFETCH(const TaskAction, deed);
    QFETCH(const bool, isBegun);
    Desk desk;
    const ActivityId id = retried(desk);
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    if (isBegun)
        QCOMPARE(desk.reserve(s("eve"))->size(), size_t(1));
    const Task before = taskOf(desk, id, "second");
    ActionInput input;
    input.action = deed;
    input.reason = s("by mistake");
    input.worker = deed == TaskAction::Reassign ? WorkerId{s("eve")} : WorkerId{s("bot")};
    QVERIFY(desk.say(ActOnTask{{id, s("first"), {}}, input}));
    desk.nowMs += limits::msPerMinute;
    const auto undone = desk.act(id, s("first"), TaskAction::Undo);
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().detail.english()));
    QVERIFY(undone->task.state == TaskState::InProgress);
    QVERIFY(taskOf(desk, id, "second") == before);
    QVERIFY(isSound(desk));
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("bot")));
    QVERIFY(desk.act(id, s("second"), TaskAction::Complete, s("eve")));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Completed);
    QVERIFY(desk.act(id, s("first"), TaskAction::Undo)); // the activity goes on, though nothing waits again
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Open);
    QVERIFY(isSound(desk));
}

void RetryingTest::whoFailedItIsToldOfTheRetry()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    const ActivityId id = desk.open({digging()});
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(fail(desk, id, "ann", false));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Retry));
    QCOMPARE(standing(desk, id), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList({s("ann"), s("ann")}));
    QCOMPARE(alertKinds(desk), QStringList{s("task_failed")});
    QVERIFY(!events(desk, id).contains(s("task.given_up")));
    QVERIFY(isSound(desk));
}

void RetryingTest::whatIsSentBackComesToTheAgentAgain()
{
    Desk desk;
    hire(desk, agent("hook"));
    TaskSpec spec = digging();
    spec.review = Review::Human;
    const ActivityId id = desk.open({spec});
    QCOMPARE(standing(desk, id), s("PENDING hook"));
    QCOMPARE(desk.reserve(s("hook"))->size(), size_t(1));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("hook")));
    QVERIFY(desk.act(id, s("dig"), TaskAction::SendBack, {}, s("too shallow")));
    QCOMPARE(standing(desk, id), s("PENDING hook"));
    QVERIFY(alertKinds(desk).isEmpty());
    QVERIFY(!events(desk, id).contains(s("task.given_up")));
    QVERIFY(isSound(desk));
}

void RetryingTest::whoIsNotSureHasNotGivenItUp()
{
    Desk desk;
    hire(desk, agent("hook"));
    TaskSpec spec = digging();
    spec.confidenceFloorPpm = certainPpm / 2;
    const ActivityId id = desk.open({spec});
    hire(desk, clerk(s("ann"), 1));
    QCOMPARE(desk.reserve(s("hook"))->size(), size_t(1));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("hook"))); // says nothing of how sure it is
    QCOMPARE(standing(desk, id), s("PENDING ann"));
    QVERIFY(taskOf(desk, id, "dig").excluded.isEmpty());
    QVERIFY(!events(desk, id).contains(s("task.given_up")));
}

void RetryingTest::aMistakenHandOverLeavesNoTrace()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")});
    QVERIFY(desk.reserve(s("bot"))->empty()); // it is there
    const ActivityId id = desk.open({digging()});
    hire(desk, clerk(s("ann"), 1));
    QCOMPARE(standing(desk, id), s("PENDING"));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Reassign, s("ann")));
    QCOMPARE(standing(desk, id), s("PENDING ann"));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Undo));
    QVERIFY(taskOf(desk, id, "dig").excluded.isEmpty());
    QVERIFY(!events(desk, id).contains(s("task.given_up")));
    QVERIFY(alertKinds(desk).isEmpty());
}

void RetryingTest::theNextAttemptIsOffered_data()
{
    QTest::addColumn<bool>("isMachine");
    QTest::newRow("a person says that it failed") << false;
    QTest::newRow("a machine's lease runs out") << true;
}

void RetryingTest::theNextAttemptIsOffered()
{
    QFETCH(const bool, isMachine);
    Desk desk;
    hire(desk, isMachine ? agent("ann") : clerk(s("ann")));
    const ActivityId id = desk.open({digging()}, 10 * limits::msPerDay);
    for (int attempt = 1; attempt <= limits::attemptsDefault; ++attempt) {
        QCOMPARE(standing(desk, id), s("PENDING ann"));
        QCOMPARE(taskOf(desk, id, "dig").attempt, attempt);
        QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
        if (isMachine)
            QVERIFY(turn(desk, limits::leaseMachineMs));
        else
            QVERIFY(fail(desk, id, "ann"));
        if (attempt == 1)
            QCOMPARE(standing(desk, id), s("PENDING")); // not at once
        for (const qint64 waitMs : {limits::backoffMaxMs, limits::msPerSecond, limits::msPerMinute})
            QVERIFY(turn(desk, waitMs));
    }
    QVERIFY(taskOf(desk, id, "dig").state == TaskState::Failed);
    QCOMPARE(alertKinds(desk), QStringList{s("task_failed")});
    QVERIFY(isSound(desk));
}

// She said so: that is no failed attempt, and people are told.
void RetryingTest::whoCannotDoTheNextAttemptIsNotAskedAgain()
{
    Desk desk;
    hire(desk, clerk(s("ann")));
    const ActivityId id = desk.open({digging()}, 10 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(fail(desk, id, "ann"));
    desk.nowMs += limits::backoffMaxMs;
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1)); // before she is told
    QVERIFY(desk.act(id, s("dig"), TaskAction::Release, s("ann"), s("no spade")));
    for (const qint64 waitMs : {limits::msPerSecond, limits::msPerMinute, limits::msPerHour})
        QVERIFY(turn(desk, waitMs));
    QCOMPARE(standing(desk, id), s("PENDING"));
    QCOMPARE(alertKinds(desk), QStringList{s("no_eligible_worker")});
    QCOMPARE(mailed(desk), QStringList{s("ann")});
}

HMSACT_TEST(RetryingTest)

} // namespace hmsact::retrying_test

#include "retrying.moc"
