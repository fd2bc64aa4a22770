// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rank.h"
#include "domain/transition.h"
#include "fixtures.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hmsact::effects_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// What each transition does to a task beyond its state: leases, attempts, back-off, the SLA clock, who it is kept for.
class EffectsTest : public QObject
{
    Q_OBJECT

private slots:
    void completingKeepsWhoDidItAndTheResult();
    void completingTwiceChangesNothing();
    void aSecondWorkerIsToldWhoDidIt();
    void completingFromPendingIsAReserve();
    void completingFromPendingNeedsWhatAReserveNeeds();
    void aSupervisorMayNameAnyone();
    void staleLeaseTokensAreRefused_data();
    void staleLeaseTokensAreRefused();
    void failingCountsAttempts();
    void failingForGood();
    void heartbeatsOnlyLengthenALease();
    void releasingKeepsTheAttempt();
    void holdingStopsTheClock();
    void retryingStartsAnew();
    void reassigningTakesTheLeaseAway();
    void reassigningToWhoHasTheOffer();
    void reassigningNeedsSomebody();
    void reassigningAFailedTask();
    void reviewing();
    void optingInWaitsForOpenNeeds();
    void reserving();
    void leasesRunOut();
    void needsUnlock();
    void cancelling_data();
    void cancelling();
    void optionsLapse();
    void breachesAreRecordedOnce();
};

void EffectsTest::completingKeepsWhoDidItAndTheResult()
{
    Task task = taskIn(TaskState::InProgress);
    ActionInput said = input(TaskAction::Complete, "bot");
    said.result = QJsonValue(QJsonArray{1});
    said.leaseToken = 4;
    const auto change = act(task, said, as(speakingFor("bot")));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(toString(task.state), QStringLiteral("COMPLETED"));
    QCOMPARE(task.worker, workerId("bot"));
    QCOMPARE(task.result, QJsonValue(QJsonArray{1}));
    QCOMPARE(task.endedAtMs, nowMs);
    QCOMPARE(task.leaseExpiresAtMs, 0);
    QCOMPARE(task.leaseEpoch, 4);
    QCOMPARE(recorded(change->detail)[u"worker_id"].toString(), QStringLiteral("bot"));
    QVERIFY(!recorded(change->detail).contains(u"on_behalf_of"));
}

void EffectsTest::completingTwiceChangesNothing()
{
    for (const TaskState state : {TaskState::Completed, TaskState::InReview}) {
        Task task = taskIn(state);
        ActionInput said = input(TaskAction::Complete, "bot");
        said.result = QJsonValue(QStringLiteral("another"));
        QCOMPARE(say(task, said, as(speakingFor("bot"))), QStringLiteral("nothing changed"));
        said.leaseToken = 4; // the one under which it was done: the answer was lost
        QCOMPARE(say(task, said, as(speakingFor("bot"))), QStringLiteral("nothing changed"));
        said.leaseToken = 3;
        QVERIFY(say(task, said, as(speakingFor("bot"))).startsWith(u"Conflict: stale lease token 3"));
    }
}

void EffectsTest::aSecondWorkerIsToldWhoDidIt()
{
    Task task = taskIn(TaskState::Completed);
    QCOMPARE(say(task, input(TaskAction::Complete, "dora"), as(speakingFor("dora"))),
             QStringLiteral("Conflict: task “task” is COMPLETED: worker “bot” completed it"));
    task = taskIn(TaskState::InProgress);
    for (const TaskAction action : {TaskAction::Complete, TaskAction::Fail, TaskAction::Heartbeat, TaskAction::Release}) {
        QCOMPARE(say(task, input(action, "dora"), as(supervisor())), // not even on somebody's behalf
                 QStringLiteral("Conflict: task “task” is IN_PROGRESS: worker “bot” holds it"));
    }
}

void EffectsTest::completingFromPendingIsAReserve()
{
    const Worker bot = worker("bot");
    Task task = taskIn(TaskState::Pending);
    const auto change = act(task, input(TaskAction::Complete), as(speakingFor("bot"), &bot));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(task.leaseEpoch, 1);
    QCOMPARE(task.startedAtMs, nowMs);
    QCOMPARE(task.leaseExpiresAtMs, 0);
    QCOMPARE(task.worker, workerId("bot"));
    QCOMPARE(recorded(change->detail)[u"after"][u"lease_token"].toInteger(), 1);
    QCOMPARE(recorded(change->detail)[u"before"][u"state"].toString(), QStringLiteral("PENDING"));
}

void EffectsTest::completingFromPendingNeedsWhatAReserveNeeds()
{
    const Worker bot = worker("bot");
    Worker unskilled = worker("bot");
    unskilled.skills.clear();
    const ActionInput said = input(TaskAction::Complete);
    Task task = taskIn(TaskState::Pending);
    QCOMPARE(say(task, said, as(speakingFor("bot"))), QStringLiteral("Invalid: there is no worker “bot”"));
    QCOMPARE(say(task, said, as(speakingFor("bot"), &unskilled)),
             QStringLiteral("Invalid: worker “bot” does not have the skill “skill”"));
    task.worker = workerId("dora");
    QCOMPARE(say(task, said, as(speakingFor("bot"), &bot)),
             QStringLiteral("Conflict: task “task” is PENDING: it is kept for worker “dora”"));
    task.worker = {};
    task.pool = QStringLiteral("night");
    QCOMPARE(say(task, said, as(speakingFor("bot"), &bot)),
             QStringLiteral("Conflict: task “task” is PENDING: it is kept for the pool “night”"));
    task.pool = QStringLiteral("pool");
    QCOMPARE(say(task, said, as(speakingFor("bot"), &bot)), QStringLiteral("done"));
}

void EffectsTest::aSupervisorMayNameAnyone()
{
    Task task = taskIn(TaskState::Pending);
    task.worker = workerId("dora");
    task.pool = QStringLiteral("night");
    const auto change = act(task, input(TaskAction::Complete, "bot-dmv-3"), as(supervisor()));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(task.worker, workerId("bot-dmv-3"));
    QCOMPARE(recorded(change->detail)[u"on_behalf_of"].toString(), QStringLiteral("bot-dmv-3"));
    QCOMPARE(recorded(change->detail)[u"registered"], QJsonValue(false));
}

void EffectsTest::staleLeaseTokensAreRefused_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<qint64>("token");
    QTest::newRow("older") << TaskState::InProgress << qint64(4) << qint64(3);
    QTest::newRow("newer") << TaskState::InProgress << qint64(4) << qint64(5);
    QTest::newRow("never leased") << TaskState::Pending << qint64(0) << qint64(0);
    QTest::newRow("never leased, some number") << TaskState::Pending << qint64(0) << qint64(1);
    QTest::newRow("taken away") << TaskState::Pending << qint64(4) << qint64(4); // reassigned, or run out
    QTest::newRow("on hold") << TaskState::OnHold << qint64(4) << qint64(4);
    QTest::newRow("failed") << TaskState::Failed << qint64(4) << qint64(4);
    QTest::newRow("cancelled") << TaskState::Cancelled << qint64(4) << qint64(4);
}

void EffectsTest::staleLeaseTokensAreRefused()
{
    QFETCH(TaskState, state);
    QFETCH(qint64, epoch);
    QFETCH(qint64, token);
    Task task = taskIn(state);
    task.leaseEpoch = epoch;
    for (const TaskAction action : {TaskAction::Complete, TaskAction::Fail, TaskAction::Heartbeat, TaskAction::Release,
                                    TaskAction::Skip, TaskAction::Comment}) { // whoever calls, whatever for
        ActionInput said = input(action, "bot");
        said.leaseToken = token;
        const QString answer = say(task, said, as(supervisor()));
        QVERIFY2(answer.startsWith(QStringLiteral("Conflict: stale lease token %1").arg(token)), qPrintable(answer));
        QVERIFY2(answer.contains(toString(state)), qPrintable(answer));
        QVERIFY2(answer.contains(u"has no lease now") == (token == epoch),
                 qPrintable(answer)); // else which one was the last
    }
}

void EffectsTest::failingCountsAttempts()
{
    Task task = taskIn(TaskState::InProgress);
    task.pool = QStringLiteral("pool");
    const qint64 dueAtMs = task.dueAtMs;
    const auto change = act(task, input(TaskAction::Fail), as(speakingFor("bot")));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(toString(task.state), QStringLiteral("PENDING"));
    QCOMPARE(task.attempt, 2);
    QCOMPARE(task.notBeforeMs, nowMs + backoffMs(2, 0));
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")});
    QVERIFY(task.worker.isNull());
    QCOMPARE(task.pool, QStringLiteral("pool"));
    QCOMPARE(task.reason, QStringLiteral("because"));
    QCOMPARE(task.readyAtMs, nowMs);
    QCOMPARE(task.dueAtMs, dueAtMs); // the promise runs on
    QCOMPARE(task.rankAtMs, rankAtMs(nowMs, dueAtMs, task.priority));
    QCOMPARE(recorded(change->detail)[u"after"][u"attempt"].toInt(), 2);
    task.attempt = task.maxAttempts;
    (void)reserve(task, workerId("bot"), 1000, nowMs);
    QCOMPARE(say(task, input(TaskAction::Fail), as(speakingFor("bot"))), QStringLiteral("done"));
    QCOMPARE(toString(task.state), QStringLiteral("FAILED"));
    QCOMPARE(task.endedAtMs, nowMs);
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")}); // once
}

void EffectsTest::failingForGood()
{
    Task task = taskIn(TaskState::InProgress);
    ActionInput said = input(TaskAction::Fail);
    said.mayRetry = false;
    const auto change = act(task, said, as(speakingFor("bot")));
    QVERIFY(change.ok());
    QCOMPARE(change->event, QStringLiteral("task.failed"));
    QCOMPARE(toString(task.state), QStringLiteral("FAILED"));
    QCOMPARE(task.attempt, 1);
}

void EffectsTest::heartbeatsOnlyLengthenALease()
{
    const Worker human = worker("bot", WorkerKind::Human);
    Task task = taskIn(TaskState::InProgress);
    ActionInput said = input(TaskAction::Heartbeat);
    said.leaseMs = 1000;
    QCOMPARE(say(task, said, as(speakingFor("bot"))), QStringLiteral("done"));
    QCOMPARE(task.leaseExpiresAtMs, nowMs + 60'000); // it was longer already
    said.leaseMs = 90'000;
    QCOMPARE(say(task, said, as(speakingFor("bot"))), QStringLiteral("done"));
    QCOMPARE(task.leaseExpiresAtMs, nowMs + 90'000);
    said.leaseMs = 0;
    QCOMPARE(say(task, said, as(speakingFor("bot"), &human)), QStringLiteral("done"));
    QCOMPARE(task.leaseExpiresAtMs, nowMs + limits::leaseHumanMs);
    QCOMPARE(task.leaseEpoch, 4);
}

void EffectsTest::releasingKeepsTheAttempt()
{
    Task task = taskIn(TaskState::InProgress);
    QCOMPARE(say(task, input(TaskAction::Release), as(speakingFor("bot"))), QStringLiteral("done"));
    QCOMPARE(toString(task.state), QStringLiteral("PENDING"));
    QCOMPARE(task.attempt, 1);
    QCOMPARE(task.notBeforeMs, 0);
    QVERIFY(task.worker.isNull() && task.excluded.isEmpty());
}

void EffectsTest::holdingStopsTheClock()
{
    Task task = taskIn(TaskState::InProgress);
    const qint64 dueAtMs = task.dueAtMs;
    QCOMPARE(say(task, input(TaskAction::Hold), as(supervisor())), QStringLiteral("done"));
    QCOMPARE(task.pausedAtMs, nowMs);
    QCOMPARE(task.leaseExpiresAtMs, 0);
    QCOMPARE(task.reason, QStringLiteral("because"));
    ActionContext later = as(supervisor());
    later.nowMs += 70'000;
    QCOMPARE(say(task, input(TaskAction::Resume), later), QStringLiteral("done"));
    QVERIFY(task.reason.isEmpty());
    QCOMPARE(task.dueAtMs, dueAtMs + 70'000);
    QCOMPARE(task.readyAtMs, later.nowMs);
    QCOMPARE(task.rankAtMs, rankAtMs(later.nowMs, task.dueAtMs, task.priority));
    QCOMPARE(task.slaRun, 1);
}

void EffectsTest::retryingStartsAnew()
{
    Task task = taskIn(TaskState::Failed);
    task.attempt = 3;
    task.notBeforeMs = nowMs + 5000;
    task.excluded = QStringList{QStringLiteral("bot")};
    QCOMPARE(say(task, input(TaskAction::Retry), as(supervisor())), QStringLiteral("done"));
    QCOMPARE(task.attempt, 1);
    QCOMPARE(task.notBeforeMs, 0);
    QVERIFY(task.excluded.isEmpty() && task.worker.isNull());
    QCOMPARE(task.endedAtMs, 0);
}

void EffectsTest::reassigningTakesTheLeaseAway()
{
    const Worker dora = worker("dora");
    Task task = taskIn(TaskState::InProgress);
    task.pool = QStringLiteral("pool");
    task.notBeforeMs = nowMs + 5000;
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor(), &dora)), QStringLiteral("done"));
    QCOMPARE(task.worker, workerId("dora"));
    QCOMPARE(task.pool, QString());
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")});
    QCOMPARE(task.leaseEpoch, 4);
    QCOMPARE(task.notBeforeMs, 0);
    ActionInput late = input(TaskAction::Complete, "bot"); // the fence holds even for a token that acts for anyone
    late.leaseToken = 4;
    QVERIFY(say(task, late, as(supervisor())).startsWith(u"Conflict: stale lease token 4"));
    (void)reserve(task, workerId("dora"), 1000, nowMs);
    QCOMPARE(task.leaseEpoch, 5);
    ActionInput pool = input(TaskAction::Reassign);
    pool.pool = QStringLiteral("night");
    QCOMPARE(say(task, pool, as(supervisor())), QStringLiteral("done"));
    QVERIFY(task.worker.isNull());
    QCOMPARE(task.pool, QStringLiteral("night"));
    QCOMPARE(task.excluded, (QStringList{QStringLiteral("bot"), QStringLiteral("dora")}));
    const Worker bot = worker("bot");
    QCOMPARE(say(task, input(TaskAction::Reassign, "bot"), as(supervisor(), &bot)), QStringLiteral("done"));
    QCOMPARE(task.excluded, QStringList{QStringLiteral("dora")}); // chosen on purpose
}

void EffectsTest::reassigningToWhoHasTheOffer()
{
    const Worker dora = worker("dora");
    Task task = taskIn(TaskState::Pending);
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor(), &dora)), QStringLiteral("done"));
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor(), &dora)), QStringLiteral("nothing changed"));
    const Worker bot = worker("bot");
    QCOMPARE(say(task, input(TaskAction::Reassign, "bot"), as(supervisor(), &bot)), QStringLiteral("done"));
}

void EffectsTest::reassigningNeedsSomebody()
{
    Worker unskilled = worker("dora");
    unskilled.skills.clear();
    Task task = taskIn(TaskState::InProgress);
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor())),
             QStringLiteral("Invalid: there is no worker “dora”"));
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor(), &unskilled)),
             QStringLiteral("Invalid: worker “dora” does not have the skill “skill”"));
    ActionInput pool = input(TaskAction::Reassign);
    pool.pool = QStringLiteral("night");
    ActionContext nobodyThere = as(supervisor());
    nobodyThere.poolExists = false;
    QCOMPARE(say(task, pool, nobodyThere), QStringLiteral("Invalid: no worker is in the pool “night”"));
}

void EffectsTest::reassigningAFailedTask()
{
    const Worker dora = worker("dora");
    Task task = taskIn(TaskState::Failed);
    task.attempt = 3;
    QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(supervisor(), &dora)), QStringLiteral("done"));
    QCOMPARE(task.attempt, 1);
    QCOMPARE(task.endedAtMs, 0);
}

void EffectsTest::reviewing()
{
    const Worker human = worker("bot", WorkerKind::Human);
    Task task = taskIn(TaskState::InProgress);
    task.review = Review::Human;
    ActionInput done = input(TaskAction::Complete, "bot");
    done.result = QJsonValue(1);
    const auto change = act(task, done, as(speakingFor("bot")));
    QCOMPARE(change->event, QStringLiteral("task.review_requested"));
    QCOMPARE(toString(task.state), QStringLiteral("IN_REVIEW"));
    QCOMPARE(task.worker, workerId("bot"));
    QCOMPARE(task.endedAtMs, 0);

    Task approved = task;
    ActionInput approve = input(TaskAction::Approve);
    QCOMPARE(say(approved, approve, as(supervisor())), QStringLiteral("done"));
    QCOMPARE(approved.result, QJsonValue(1));
    QCOMPARE(approved.worker, workerId("bot"));
    approved = task;
    approve.result = QJsonValue(2);
    QCOMPARE(say(approved, approve, as(supervisor())), QStringLiteral("done"));
    QCOMPARE(approved.result, QJsonValue(2));

    Task sentBack = task;
    QCOMPARE(say(sentBack, input(TaskAction::SendBack), as(supervisor())), QStringLiteral("done"));
    QVERIFY(sentBack.worker.isNull());
    QCOMPARE(sentBack.attempt, 1);
    sentBack = task;
    QCOMPARE(say(sentBack, input(TaskAction::SendBack), as(supervisor(), &human)), QStringLiteral("done"));
    QCOMPARE(sentBack.worker, workerId("bot")); // a person goes on with what they began
}

void EffectsTest::optingInWaitsForOpenNeeds()
{
    Task task = taskIn(TaskState::Optional);
    task.openNeeds = 1;
    QCOMPARE(say(task, input(TaskAction::OptIn), as(speakingFor("a", Role::Clerk))), QStringLiteral("done"));
    QCOMPARE(toString(task.state), QStringLiteral("WAITING"));
    QCOMPARE(task.dueAtMs, 0);
    task = taskIn(TaskState::Optional);
    QCOMPARE(say(task, input(TaskAction::OptIn), as(speakingFor("a", Role::Clerk))), QStringLiteral("done"));
    QCOMPARE(toString(task.state), QStringLiteral("PENDING"));
    QCOMPARE(task.dueAtMs, nowMs + task.slaMs);
    QCOMPARE(task.slaRun, 1);
}

void EffectsTest::reserving()
{
    Task task = taskIn(TaskState::Pending);
    const Change change = reserve(task, workerId("bot"), 60'000, nowMs);
    QCOMPARE(change.event, QStringLiteral("task.reserved"));
    QCOMPARE(toString(task.state), QStringLiteral("IN_PROGRESS"));
    QCOMPARE(task.leaseEpoch, 1);
    QCOMPARE(task.leaseExpiresAtMs, nowMs + 60'000);
    QCOMPARE(task.startedAtMs, nowMs);
    QCOMPARE(recorded(change.detail)[u"after"][u"lease_token"].toInteger(), 1);
    QCOMPARE(task.version, 1);
}

void EffectsTest::leasesRunOut()
{
    Task task = taskIn(TaskState::InProgress);
    const Change change = leaseOver(task, nowMs, 0);
    QCOMPARE(change.event, QStringLiteral("task.lease_expired"));
    QCOMPARE(recorded(change.detail)[u"worker_id"].toString(), QStringLiteral("bot"));
    QCOMPARE(toString(task.state), QStringLiteral("PENDING"));
    QCOMPARE(task.attempt, 2);
    QCOMPARE(task.notBeforeMs, nowMs + backoffMs(2, 0));
    QCOMPARE(task.leaseEpoch, 4);
    task.attempt = task.maxAttempts;
    (void)reserve(task, workerId("bot"), 1000, nowMs);
    (void)leaseOver(task, nowMs, 0);
    QCOMPARE(toString(task.state), QStringLiteral("FAILED"));
    QCOMPARE(task.endedAtMs, nowMs);
}

void EffectsTest::needsUnlock()
{
    Task task = taskIn(TaskState::Waiting);
    task.openNeeds = 2;
    QVERIFY(!needMet(task, nowMs).changed);
    QCOMPARE(toString(task.state), QStringLiteral("WAITING"));
    const Change change = needMet(task, nowMs);
    QVERIFY(change.changed);
    QCOMPARE(change.event, QStringLiteral("task.ready"));
    QCOMPARE(task.dueAtMs, nowMs + task.slaMs);
    Task option = taskIn(TaskState::Optional);
    option.openNeeds = 1;
    QVERIFY(!needMet(option, nowMs).changed);
    QCOMPARE(toString(option.state), QStringLiteral("OPTIONAL")); // still the citizen's choice
    QCOMPARE(option.openNeeds, 0);
}

void EffectsTest::cancelling_data()
{
    QTest::addColumn<TaskState>("state");
    for (const TaskState state : allStates) {
        if (isOpen(state)) {
            QTest::newRow(qPrintable(toString(state))) << state;
        }
    }
}

void EffectsTest::cancelling()
{
    QFETCH(TaskState, state);
    Task task = taskIn(state);
    const Change change = cancel(task, QStringLiteral("moved away"), nowMs, WorkingTime::always());
    QCOMPARE(change.event, QStringLiteral("task.cancelled"));
    QCOMPARE(recorded(change.detail)[u"before"][u"state"].toString(), toString(state));
    QCOMPARE(recorded(change.detail)[u"reason"].toString(), QStringLiteral("moved away"));
    QCOMPARE(toString(task.state), QStringLiteral("CANCELLED"));
    QCOMPARE(task.endedAtMs, nowMs);
    QVERIFY(task.leaseExpiresAtMs == 0 && task.pausedAtMs == 0);
}

void EffectsTest::optionsLapse()
{
    Task task = taskIn(TaskState::Optional);
    QCOMPARE(lapse(task, nowMs).event, QStringLiteral("task.option_lapsed"));
    QCOMPARE(toString(task.state), QStringLiteral("SKIPPED"));
}

void EffectsTest::breachesAreRecordedOnce()
{
    Task task = taskIn(TaskState::Pending);
    const Change change = breach(task, task.dueAtMs);
    QVERIFY(change.changed);
    QCOMPARE(change.event, QStringLiteral("task.sla_breached"));
    QCOMPARE(task.breachedAtMs, task.dueAtMs);
    const Task before = task;
    QVERIFY(!breach(task, nowMs + 1).changed);
    QVERIFY(task == before);
}

HMSACT_TEST(EffectsTest)

} // namespace hmsact::effects_test

#include "effects.moc"
