// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/transition.h"

#include "fixtures.h"
#include "support/testprogram.h"

#include <QJsonObject>

namespace hmsact::transition_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// The transition table: every state with every action, and who may say them.
class TransitionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStateWithEveryAction_data();
    void everyStateWithEveryAction();
    void acceptedChangesAreRecorded_data();
    void acceptedChangesAreRecorded();
    void everyRoleWithEveryAction_data();
    void everyRoleWithEveryAction();
    void actionsHaveTheTextsOfTheContract();
    void missingPartsAreInvalid_data();
    void missingPartsAreInvalid();
    void whoseRegistrationIsLookedAt();
    void oneActsForOneself();
    void nobodyJudgesTheirOwnWork();
    void machinesNeverApprove();
    void ownTasksMayBeHeldAndResumed();
    void ownTasksMayBeHandedOver();
};

void TransitionTest::everyStateWithEveryAction_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<TaskAction>("action");
    QTest::addColumn<QString>("expected"); // a state, "same" for nothing changed, empty: refused

    // Columns in the order of the states: WAITING OPTIONAL PENDING IN_PROGRESS IN_REVIEW ON_HOLD COMPLETED FAILED SKIPPED
    // CANCELLED. P: PENDING, C: COMPLETED, S: SKIPPED, H: ON_HOLD, I: IN_PROGRESS, =: same state, .: refused, 0: no change
    const std::vector<std::pair<TaskAction, const char *>> table{
        {TaskAction::Complete, "..CC0.0..."}, {TaskAction::Fail, "...P......"},     {TaskAction::Heartbeat, "...I......"},
        {TaskAction::Release, "...P......"},  {TaskAction::OptIn, ".P........"},    {TaskAction::Decline, ".S........"},
        {TaskAction::Hold, "..HH......"},     {TaskAction::Resume, ".....P...."},   {TaskAction::Retry, ".......P.."},
        {TaskAction::Skip, "SSSSSS.S.."},     {TaskAction::Reassign, "..PP...P.."}, {TaskAction::Approve, "....C....."},
        {TaskAction::SendBack, "....P....."}, {TaskAction::Comment, "=========="},  {TaskAction::Undo, "......I..."}};
    QCOMPARE(table.size(), allActions.size());
    for (const auto &[action, columns] : table) {
        for (size_t i = 0; i < allStates.size(); ++i) {
            const QHash<char, QString> texts{{'P', toString(TaskState::Pending)},    {'C', toString(TaskState::Completed)},
                                             {'S', toString(TaskState::Skipped)},    {'H', toString(TaskState::OnHold)},
                                             {'I', toString(TaskState::InProgress)}, {'=', toString(allStates[i])},
                                             {'0', QStringLiteral("same")},          {'.', QString()}};
            const QString name = toString(allStates[i]) + u' ' + toString(action);
            QTest::newRow(qPrintable(name)) << allStates[i] << action << texts.value(columns[i]);
        }
    }
}

void TransitionTest::everyStateWithEveryAction()
{
    QFETCH(TaskState, state);
    QFETCH(TaskAction, action);
    QFETCH(QString, expected);
    const Worker bot = worker("bot");
    Task task = taskIn(state);
    const Task before = task;
    const bool needsWorker = roleFor(action) == Role::Worker || action == TaskAction::Reassign;
    const auto result = act(task, input(action, needsWorker ? "bot" : nullptr), as(supervisor(), &bot));
    if (expected.isEmpty()) {
        QVERIFY(!result.ok());
        QVERIFY(result.error().code == ErrorCode::Conflict);
        QVERIFY2(result.error().detail.english().contains(toString(state)), qPrintable(result.error().detail.english()));
        QVERIFY(task == before);
        return;
    }
    QVERIFY2(result.ok(), qPrintable(outcome(result)));
    QCOMPARE(result->changed, expected != u"same");
    if (!result->changed) {
        QVERIFY(task == before);
        return;
    }
    QCOMPARE(toString(task.state), expected);
    QCOMPARE(task.version, before.version + 1);
    QCOMPARE(task.leaseExpiresAtMs > 0, task.state == TaskState::InProgress);
    QCOMPARE(task.pausedAtMs > 0, task.state == TaskState::OnHold);
    QCOMPARE(task.endedAtMs > 0, isEnded(task.state));
}

void TransitionTest::acceptedChangesAreRecorded_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<TaskAction>("action");
    const auto row = [](const char *event, TaskState state, TaskAction action) {
        QTest::newRow(event) << state << action;
    };
    row("task.completed", TaskState::InProgress, TaskAction::Complete);
    row("task.attempt_failed", TaskState::InProgress, TaskAction::Fail);
    row("task.lease_extended", TaskState::InProgress, TaskAction::Heartbeat);
    row("task.released", TaskState::InProgress, TaskAction::Release);
    row("task.opted_in", TaskState::Optional, TaskAction::OptIn);
    row("task.declined", TaskState::Optional, TaskAction::Decline);
    row("task.held", TaskState::InProgress, TaskAction::Hold);
    row("task.resumed", TaskState::OnHold, TaskAction::Resume);
    row("task.retried", TaskState::Failed, TaskAction::Retry);
    row("task.skipped", TaskState::Waiting, TaskAction::Skip);
    row("task.reassigned", TaskState::InProgress, TaskAction::Reassign);
    row("task.approved", TaskState::InReview, TaskAction::Approve);
    row("task.sent_back", TaskState::InReview, TaskAction::SendBack);
    row("task.commented", TaskState::Cancelled, TaskAction::Comment);
    row("task.undone", TaskState::Completed, TaskAction::Undo);
}

void TransitionTest::acceptedChangesAreRecorded()
{
    QFETCH(TaskState, state);
    QFETCH(TaskAction, action);
    const Worker bot = worker("bot");
    Task task = taskIn(state);
    const ActionInput said =
        input(action, roleFor(action) == Role::Worker || action == TaskAction::Reassign ? "bot" : nullptr);
    const auto change = act(task, said, as(supervisor(), &bot));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(change->event, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(recorded(change->detail)[u"reason"].toString(), said.reason);
    QCOMPARE(recorded(change->detail)[u"text"].toString(), said.text);
    if (action == TaskAction::Comment || action == TaskAction::Heartbeat) {
        QVERIFY(!recorded(change->detail)[u"after"].toObject().contains(u"state"));
        return;
    }
    QCOMPARE(recorded(change->detail)[u"before"][u"state"].toString(), toString(state));
    QCOMPARE(recorded(change->detail)[u"after"][u"state"].toString(), toString(task.state));
}

void TransitionTest::everyRoleWithEveryAction_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<TaskAction>("action");
    QTest::addColumn<QString>("lowest"); // role that may, for a task that "bot" has, speaking for "bot"
    const auto row = [](TaskState state, TaskAction action, const char *lowest) {
        QTest::newRow(qPrintable(toString(action))) << state << action << QString::fromLatin1(lowest);
    };
    row(TaskState::InProgress, TaskAction::Complete, "worker");
    row(TaskState::InProgress, TaskAction::Fail, "worker");
    row(TaskState::InProgress, TaskAction::Heartbeat, "worker");
    row(TaskState::InProgress, TaskAction::Release, "worker");
    row(TaskState::Optional, TaskAction::OptIn, "clerk");
    row(TaskState::Optional, TaskAction::Decline, "clerk");
    row(TaskState::InProgress, TaskAction::Comment, "clerk");
    row(TaskState::InProgress, TaskAction::Hold, "clerk");
    row(TaskState::OnHold, TaskAction::Resume, "supervisor"); // nobody has it
    row(TaskState::Failed, TaskAction::Retry, "supervisor");
    row(TaskState::InProgress, TaskAction::Skip, "supervisor");
    row(TaskState::InProgress, TaskAction::Reassign, "clerk"); // one's own
    row(TaskState::InReview, TaskAction::Approve, "supervisor"); // one's own work
    row(TaskState::InReview, TaskAction::SendBack, "supervisor");
    row(TaskState::Completed, TaskAction::Undo, "worker");
}

void TransitionTest::everyRoleWithEveryAction()
{
    QFETCH(TaskState, state);
    QFETCH(TaskAction, action);
    QFETCH(QString, lowest);
    const Worker bot = worker("bot", WorkerKind::Human);
    for (const Role role : {Role::Viewer, Role::Worker, Role::Clerk, Role::Supervisor, Role::Admin}) {
        Task task = taskIn(state);
        const char *named = action == TaskAction::Reassign || roleFor(action) == Role::Worker ? "bot" : nullptr;
        const QString said = say(task, input(action, named), as(speakingFor("bot", role), &bot));
        QCOMPARE(said.section(u':', 0, 0), role >= *roleFrom(lowest) ? QStringLiteral("done") : QStringLiteral("Forbidden"));
    }
}

void TransitionTest::actionsHaveTheTextsOfTheContract()
{
    QStringList texts;
    for (const TaskAction action : allActions) {
        texts.append(toString(action));
        QVERIFY(taskActionFrom(toString(action)) == action);
    }
    QCOMPARE(texts.join(u' '),
             QStringLiteral("complete fail heartbeat release opt-in decline hold resume retry skip reassign "
                            "approve send-back comment undo"));
    QVERIFY(!taskActionFrom(u"opt_in"));
}

void TransitionTest::missingPartsAreInvalid_data()
{
    QTest::addColumn<ActionInput>("said");
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, TaskState state, const char *pointer, ActionInput said) {
        QTest::newRow(name) << said << state << QString::fromLatin1(pointer);
    };
    const auto without = [](TaskAction action) {
        ActionInput said;
        said.action = action;
        return said;
    };
    row("complete", TaskState::InProgress, "/worker_id", without(TaskAction::Complete));
    ActionInput fail = without(TaskAction::Fail);
    fail.worker = workerId("bot");
    row("fail", TaskState::InProgress, "/reason", fail);
    row("hold", TaskState::Pending, "/reason", without(TaskAction::Hold));
    ActionInput blank = input(TaskAction::Skip);
    blank.reason = QStringLiteral(" \n ");
    row("skip with a blank reason", TaskState::Pending, "/reason", blank);
    blank.reason = QString(limits::reasonMax + 1, u'x');
    row("skip with a long reason", TaskState::Pending, "/reason", blank);
    row("send-back", TaskState::InReview, "/reason", without(TaskAction::SendBack));
    row("comment", TaskState::Pending, "/text", without(TaskAction::Comment));
    row("reassign to nobody", TaskState::Pending, "/worker_id", without(TaskAction::Reassign));
    ActionInput both = input(TaskAction::Reassign, "bot");
    both.pool = QStringLiteral("pool");
    row("reassign to both", TaskState::Pending, "/worker_id", both);
    row("reassign to a stranger", TaskState::Pending, "/worker_id", input(TaskAction::Reassign, "stranger"));
    ActionInput lease = input(TaskAction::Heartbeat, "bot");
    lease.leaseMs = limits::leaseMaxMs + limits::msPerSecond;
    row("heartbeat too long", TaskState::InProgress, "/lease_s", lease);
}

void TransitionTest::missingPartsAreInvalid()
{
    QFETCH(ActionInput, said);
    QFETCH(TaskState, state);
    QFETCH(QString, pointer);
    const Worker bot = worker("bot");
    Task task = taskIn(state);
    const Task before = task;
    const auto result = act(task, said, as(supervisor(), &bot));
    QVERIFY(!result.ok());
    QVERIFY2(result.error().code == ErrorCode::Invalid, qPrintable(outcome(result)));
    QCOMPARE(result.error().fields.size(), size_t(1));
    QCOMPARE(result.error().fields[0].pointer, pointer);
    QVERIFY(task == before);
}

void TransitionTest::whoseRegistrationIsLookedAt()
{
    const Task task = taskIn(TaskState::InProgress);
    const Actor clerk = speakingFor("alice", Role::Clerk);
    const auto concerned = [&](TaskAction action, const char *named, const Actor &actor) {
        return workerConcerned(task, input(action, named), actor).value;
    };
    QCOMPARE(concerned(TaskAction::Complete, "dora", clerk), QStringLiteral("dora"));
    QCOMPARE(concerned(TaskAction::Complete, nullptr, clerk), QStringLiteral("alice"));
    QCOMPARE(concerned(TaskAction::Complete, nullptr, supervisor()), QString()); // who did it must be said
    QCOMPARE(concerned(TaskAction::Release, nullptr, clerk), QStringLiteral("alice"));
    QCOMPARE(concerned(TaskAction::Release, nullptr, supervisor()), QStringLiteral("bot"));
    QCOMPARE(concerned(TaskAction::Fail, nullptr, supervisor()), QStringLiteral("bot"));
    QCOMPARE(concerned(TaskAction::Reassign, "dora", clerk), QStringLiteral("dora"));
    QCOMPARE(concerned(TaskAction::Approve, nullptr, clerk), QStringLiteral("alice"));
    QCOMPARE(concerned(TaskAction::SendBack, nullptr, clerk), QStringLiteral("bot"));
    QCOMPARE(concerned(TaskAction::Comment, "dora", clerk), QString());
}

void TransitionTest::oneActsForOneself()
{
    const Worker dora = worker("dora");
    for (const Role role : {Role::Worker, Role::Clerk}) {
        Task task = taskIn(TaskState::InProgress);
        const QString other = say(task, input(TaskAction::Complete, "bot"), as(speakingFor("dora", role), &dora));
        QCOMPARE(other, QStringLiteral("Forbidden: “token of dora” may not act for worker “bot”"));
        const QString none = say(task, input(TaskAction::Complete, "bot"), as({QStringLiteral("t"), role, {}}));
        QCOMPARE(none, QStringLiteral("Forbidden: “t” speaks for no worker; it takes a token of “bot”, or a supervisor’s"));
        QCOMPARE(say(task, input(TaskAction::Complete), as(speakingFor("dora", role), &dora)),
                 QStringLiteral("Conflict: task “task” is IN_PROGRESS: worker “bot” holds it"));
        QCOMPARE(say(task, input(TaskAction::Complete), as(speakingFor("bot", role))), QStringLiteral("done"));
    }
}

void TransitionTest::nobodyJudgesTheirOwnWork()
{
    const Worker alice = worker("alice", WorkerKind::Human);
    for (const TaskAction action : {TaskAction::Approve, TaskAction::SendBack}) {
        Task task = taskIn(TaskState::InReview);
        QCOMPARE(say(task, input(action), as(speakingFor("bot", Role::Clerk))),
                 QStringLiteral("Forbidden: worker “bot” did this task and may not judge it"));
        QCOMPARE(say(task, input(action), as(speakingFor("alice", Role::Clerk), &alice)), QStringLiteral("done"));
    }
}

void TransitionTest::machinesNeverApprove()
{
    for (const WorkerKind kind : {WorkerKind::Bot, WorkerKind::Agent}) {
        const Worker machine = worker("agent", kind);
        Task task = taskIn(TaskState::InReview);
        QCOMPARE(say(task, input(TaskAction::Approve), as(speakingFor("agent", Role::Admin), &machine)),
                 QStringLiteral("Forbidden: worker “agent” is a machine and may not approve"));
    }
    const Worker alice = worker("alice", WorkerKind::Human);
    Task task = taskIn(TaskState::InReview);
    QCOMPARE(say(task, input(TaskAction::Approve), as(speakingFor("alice", Role::Clerk), &alice)), QStringLiteral("done"));
}

void TransitionTest::ownTasksMayBeHeldAndResumed()
{
    const ActionContext bot = as(speakingFor("bot", Role::Clerk));
    Task task = taskIn(TaskState::InProgress);
    QCOMPARE(say(task, input(TaskAction::Hold), as(speakingFor("dora", Role::Clerk))).section(u':', 0, 0),
             QStringLiteral("Forbidden"));
    QCOMPARE(say(task, input(TaskAction::Hold), bot), QStringLiteral("done"));
    QCOMPARE(task.worker, workerId("bot")); // kept, to go on with it later
    QCOMPARE(say(task, input(TaskAction::Resume), bot), QStringLiteral("done"));
    QCOMPARE(task.worker, workerId("bot"));
    task = taskIn(TaskState::InProgress);
    QCOMPARE(say(task, input(TaskAction::Hold), as(supervisor())), QStringLiteral("done"));
    QVERIFY(task.worker.isNull());
}

void TransitionTest::ownTasksMayBeHandedOver()
{
    const Worker dora = worker("dora");
    for (const TaskState state : {TaskState::InProgress, TaskState::Pending}) {
        Task task = taskIn(state);
        task.worker = workerId("bot");
        const Task before = task;
        QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(speakingFor("eve", Role::Clerk), &dora)),
                 QStringLiteral("Forbidden: “reassign” of a task that is not one’s own takes a supervisor"));
        QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(speakingFor("bot", Role::Worker), &dora)),
                 QStringLiteral("Forbidden: “reassign” takes the role clerk; this is a worker"));
        QVERIFY(task == before);
        QCOMPARE(say(task, input(TaskAction::Reassign, "dora"), as(speakingFor("bot", Role::Clerk), &dora)),
                 QStringLiteral("done"));
        QCOMPARE(task.worker, workerId("dora"));
    }
    Task nobodys = taskIn(TaskState::Pending); // taking for others what nobody has is the supervisor's
    nobodys.worker = {};
    QCOMPARE(
        say(nobodys, input(TaskAction::Reassign, "dora"), as(speakingFor("bot", Role::Clerk), &dora)).section(u':', 0, 0),
        QStringLiteral("Forbidden"));
}

HMSACT_TEST(TransitionTest)

} // namespace hmsact::transition_test

#include "transition.moc"
