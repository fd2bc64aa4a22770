// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/undo.h"

#include "domain/fixtures.h"
#include "support/testprogram.h"

namespace hmsact::undo_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// Taking a completion back: who may, until when, and what must not have happened since.
class UndoTest : public QObject
{
    Q_OBJECT

private slots:
    void theWorkerHasTheTaskAgain();
    void onlyWhoDidItOrASupervisor();
    void onlyForAWhile();
    void notWhatAPersonApproved();
    void aPersonsWordIsTakenBack_data();
    void aPersonsWordIsTakenBack();
    void noMachineTakesIt();
    void aLongerLeaseStaysAsLong();
    void notOnceSomebodyHasBuiltOnIt_data();
    void notOnceSomebodyHasBuiltOnIt();
    void notInAnActivityThatWasEnded();
    void whatWaitedWaitsAgain();
    void theActivityGoesOn();
};

namespace {

const Activity openActivity;

ActionContext in(const Actor &actor, std::vector<const Task *> successors = {}, const Activity &activity = openActivity)
{
    ActionContext context = as(actor);
    context.activity = &activity;
    context.successors = std::move(successors);
    return context;
}

// A person completes what is kept for humans; the record says how it was before.
struct Judged {
    Worker ann = worker("ann", WorkerKind::Human);
    Task before = taskIn(TaskState::InProgress);
    Task task;
    ReviewOutcome counted = ReviewOutcome::None;
    std::optional<Completion> completion;

    explicit Judged(const Oversight &seen, const QJsonValue &proposed, std::optional<QJsonValue> result)
    {
        before.worker = ann.id;
        before.oversight = seen;
        before.oversight.forHumans = true;
        before.result = proposed;
        task = before;
        ActionInput said = input(TaskAction::Complete, "ann");
        said.result = std::move(result);
        const auto done = act(task, said, as(speakingFor("ann"), &ann));
        if (!done) {
            qFatal("%s", qPrintable(outcome(done)));
        }
        counted = done->review;
        completion =
            completionIn({{task.activity, 7, nowMs, QStringLiteral("ann"), done->event, task.id, done->detail.json(), {}}});
    }
};

Oversight proposedBy(const char *worker, ReviewOutcome outcome = ReviewOutcome::None)
{
    Oversight seen;
    seen.proposedBy = workerId(worker);
    seen.confidencePpm = 200'000;
    seen.outcome = outcome;
    return seen;
}

} // namespace

void UndoTest::theWorkerHasTheTaskAgain()
{
    const Worker clerk = worker("bot", WorkerKind::Human);
    Task task = taskIn(TaskState::Completed);
    task.released = Released::Yes;
    task.result = QStringLiteral("done");
    ActionContext context = in(speakingFor("bot"));
    context.worker = &clerk;
    const auto change = act(task, input(TaskAction::Undo), context);
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QVERIFY(task.state == TaskState::InProgress);
    QCOMPARE(task.worker, workerId("bot"));
    QCOMPARE(task.leaseEpoch, 5); // whoever still holds the old token is late
    QCOMPARE(task.leaseExpiresAtMs, nowMs + limits::leaseHumanMs);
    QCOMPARE(task.endedAtMs, 0);
    QVERIFY(task.released == Released::No && task.result.isNull());
    QCOMPARE(change->event, QLatin1StringView("task.undone"));
    QCOMPARE(recorded(change->detail)[u"before"][u"state"].toString(), QStringLiteral("COMPLETED"));
}

void UndoTest::onlyWhoDidItOrASupervisor()
{
    Task task = taskIn(TaskState::Completed);
    QCOMPARE(say(task, input(TaskAction::Undo), in(speakingFor("dora", Role::Clerk))),
             QStringLiteral("Conflict: task “task” is COMPLETED: worker “bot” completed it"));
    QCOMPARE(say(task, input(TaskAction::Undo, "bot"), in(speakingFor("dora", Role::Clerk))),
             QStringLiteral("Forbidden: “token of dora” may not act for worker “bot”"));
    QCOMPARE(say(task, input(TaskAction::Undo), in(supervisor())), QStringLiteral("done"));
    QCOMPARE(task.worker, workerId("bot"));
}

void UndoTest::onlyForAWhile()
{
    Task task = taskIn(TaskState::Completed);
    ActionContext context = in(supervisor());
    context.nowMs = task.endedAtMs + limits::undoMs + 1;
    QCOMPARE(say(task, input(TaskAction::Undo), context),
             QStringLiteral("Conflict: task “task” is COMPLETED for more than 15 minutes: too late to undo it"));
    context.nowMs = task.endedAtMs + limits::undoMs;
    QCOMPARE(say(task, input(TaskAction::Undo), context), QStringLiteral("done"));
}

void UndoTest::notWhatAPersonApproved()
{
    Task task = taskIn(TaskState::Completed);
    task.review = Review::Human;
    QCOMPARE(say(task, input(TaskAction::Undo), in(speakingFor("bot"))),
             QStringLiteral("Conflict: task “task” is COMPLETED: a person has approved it, that is not undone"));
}

void UndoTest::aPersonsWordIsTakenBack_data()
{
    QTest::addColumn<QString>("proposer"); // empty: it has abstained
    QTest::addColumn<ReviewOutcome>("outcome"); // before
    QTest::addColumn<bool>("isAnother"); // result
    QTest::newRow("approved") << QStringLiteral("bot") << ReviewOutcome::None << false;
    QTest::newRow("corrected") << QStringLiteral("bot") << ReviewOutcome::None << true;
    QTest::newRow("approved late") << QStringLiteral("bot") << ReviewOutcome::TimedOut << false;
    QTest::newRow("handed in") << QString() << ReviewOutcome::Abstained << true;
}

void UndoTest::aPersonsWordIsTakenBack()
{
    QFETCH(QString, proposer);
    QFETCH(ReviewOutcome, outcome);
    QFETCH(bool, isAnother);
    const Oversight seen = proposedBy(qPrintable(proposer), outcome);
    const QJsonValue proposed = proposer.isEmpty() ? QJsonValue() : QJsonValue(QStringLiteral("draft"));
    Judged judged(seen, proposed, isAnother ? std::optional(QJsonValue(7)) : std::nullopt);
    QVERIFY(judged.task.state == TaskState::Completed);
    ActionContext context = in(speakingFor("ann"));
    context.worker = context.own = &judged.ann;
    context.completion = judged.completion;
    const auto change = act(judged.task, input(TaskAction::Undo), context);
    QVERIFY2(change.ok(), qPrintable(fixtures::outcome(change)));
    QVERIFY(change->takenBack == judged.counted);
    QCOMPARE(judged.task.result, judged.before.result);
    QVERIFY(judged.task.oversight.forHumans && judged.task.oversight.outcome == outcome);
    QCOMPARE(judged.task.oversight.proposedBy, judged.before.oversight.proposedBy);
    QCOMPARE(judged.task.oversight.confidencePpm, judged.before.oversight.confidencePpm);
}

void UndoTest::noMachineTakesIt()
{
    const Worker bot = worker("bot", WorkerKind::Agent);
    Judged judged(proposedBy("bot"), QStringLiteral("draft"), {});
    ActionContext mighty = in(speakingFor("bot", Role::Admin));
    mighty.worker = &judged.ann;
    mighty.own = &bot;
    mighty.completion = judged.completion;
    QCOMPARE(say(judged.task, input(TaskAction::Undo, "ann"), mighty),
             QStringLiteral("Forbidden: worker “bot” is a machine and may not approve"));
    // What was approved in review has the machine for its worker: it stays, also where the record is too far back to tell.
    Task approved = taskIn(TaskState::Completed);
    approved.oversight = proposedBy("bot", ReviewOutcome::Corrected);
    ActionContext context = in(speakingFor("bot"));
    context.worker = context.own = &bot;
    for (const std::optional<Completion> &known :
         {std::optional(Completion{true, false, 0, {}, {}}), std::optional<Completion>()}) {
        context.completion = known;
        QCOMPARE(say(approved, input(TaskAction::Undo), context),
                 QStringLiteral("Conflict: task “task” is COMPLETED: a person has approved it, that is not undone"));
    }
}

void UndoTest::aLongerLeaseStaysAsLong()
{
    const Worker clerk = worker("bot", WorkerKind::Human);
    Task task = taskIn(TaskState::Completed);
    ActionContext context = in(speakingFor("bot"));
    context.worker = context.own = &clerk;
    context.completion = Completion{false, false, nowMs + 7 * limits::msPerDay, {}, {}};
    QCOMPARE(say(task, input(TaskAction::Undo), context), QStringLiteral("done"));
    QCOMPARE(task.leaseExpiresAtMs, nowMs + 7 * limits::msPerDay);
}

void UndoTest::notOnceSomebodyHasBuiltOnIt_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<bool>("allowed");
    const QList<TaskState> untouched{TaskState::Waiting, TaskState::Optional, TaskState::Pending, TaskState::Skipped,
                                     TaskState::Cancelled};
    for (const TaskState state : allStates) {
        QTest::newRow(qPrintable(toString(state))) << state << untouched.contains(state);
    }
}

void UndoTest::notOnceSomebodyHasBuiltOnIt()
{
    QFETCH(TaskState, state);
    QFETCH(bool, allowed);
    Task successor = taskIn(state);
    successor.name = QStringLiteral("next");
    const Task other = taskIn(TaskState::Waiting);
    Task completed = taskIn(TaskState::Completed);
    completed.released = Released::Yes;
    Task task = completed;
    const QString refusal =
        QStringLiteral("Conflict: task “task” cannot be undone: “next”, which waited for it, is ") + toString(state);
    QCOMPARE(say(task, input(TaskAction::Undo), in(supervisor(), {&other, &successor})),
             allowed ? QStringLiteral("done") : refusal);
    if (state == TaskState::Pending) { // given back by somebody who had begun
        successor.startedAtMs = nowMs;
        task = completed;
        QCOMPARE(say(task, input(TaskAction::Undo), in(supervisor(), {&successor})), refusal);
    }
}

void UndoTest::notInAnActivityThatWasEnded()
{
    for (const ActivityState state : {ActivityState::Cancelled, ActivityState::Failed}) {
        Activity ended;
        ended.state = state;
        Task task = taskIn(TaskState::Completed);
        QCOMPARE(say(task, input(TaskAction::Undo), in(supervisor(), {}, ended)).section(u':', 0, 0),
                 QStringLiteral("Conflict"));
    }
}

void UndoTest::whatWaitedWaitsAgain()
{
    Task successor = taskIn(TaskState::Pending);
    successor.worker = workerId("dora"); // assigned, and not begun
    successor.breachedAtMs = nowMs;
    const Change change = needUnmet(successor);
    QVERIFY(change.changed);
    QCOMPARE(change.event, QLatin1StringView("task.taken_back"));
    QVERIFY(successor.state == TaskState::Waiting);
    QCOMPARE(successor.openNeeds, 1);
    QVERIFY(successor.worker.isNull());
    QCOMPARE(successor.dueAtMs, 0);
    QVERIFY(needMet(successor, nowMs + 5000).changed);
    QCOMPARE(successor.slaRun, 2); // what rules had begun for the first run is over
    QCOMPARE(successor.dueAtMs, nowMs + 5000 + successor.slaMs);
    QCOMPARE(successor.breachedAtMs, 0);
    Task waiting = taskIn(TaskState::Waiting);
    QVERIFY(!needUnmet(waiting).changed); // waits for more than that
    QCOMPARE(waiting.openNeeds, 2);
}

void UndoTest::theActivityGoesOn()
{
    Activity activity;
    QVERIFY(!reopen(activity));
    activity.state = ActivityState::Completed;
    activity.endedAtMs = nowMs;
    const auto change = reopen(activity);
    QVERIFY(change);
    QCOMPARE(change->event, QLatin1StringView("activity.reopened"));
    QVERIFY(activity.state == ActivityState::Open);
    QCOMPARE(activity.endedAtMs, 0);
}

HMSACT_TEST(UndoTest)

} // namespace hmsact::undo_test

#include "undo.moc"
