// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/taking.h"

#include "domain/fixtures.h"
#include "domain/permission.h"
#include "support/testprogram.h"

namespace hmsact::taking_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// Who may take a task by completing it, who may give one back, and what a worker may say of itself.
class TakingTest : public QObject
{
    Q_OBJECT

private slots:
    void completingTakesWhatAReserveTakes_data();
    void completingTakesWhatAReserveTakes();
    void aSupervisorSaysItForAnybody();
    void aMachineIsOneWhateverItsTokenMay();
    void whoCannotDoItGivesItBack();
    void anOfferIsTurnedDown();
    void aPersonsLeaseLapses();
    void whoJudgesMayBeNamed();
    void whoIsNotRegisteredDoesNotJudge();
    void onlyAPersonMakesOne();
    void workersSayWhetherTheyAreThere_data();
    void workersSayWhetherTheyAreThere();
};

namespace {

struct Asking {
    Task task = taskIn(TaskState::Pending);
    Worker worker = fixtures::worker("bot", WorkerKind::Human);
    int held = 0;
    bool anotherCould = false;
};

QString completed(const Asking &asking, const Actor &actor, const Worker *own)
{
    Task task = asking.task;
    ActionContext context = as(actor, &asking.worker);
    context.own = own;
    context.held = asking.held;
    context.anotherCould = asking.anotherCould;
    return say(task, input(TaskAction::Complete, "bot"), context);
}

const std::vector<std::tuple<const char *, const char *, void (*)(Asking &)>> &cases()
{
    static const std::vector<std::tuple<const char *, const char *, void (*)(Asking &)>> all{
        {"a person with more than its capacity", "done",
         [](Asking &one) {
             one.worker.capacity = 1;
             one.held = 3;
         }},
        {"a machine with room", "done",
         [](Asking &one) {
             one.worker.kind = WorkerKind::Agent;
             one.worker.capacity = 4;
             one.held = 3;
         }},
        {"a machine without room", "Conflict: worker “bot” is at capacity: it holds 3 of 3, and task “task” takes 1",
         [](Asking &one) {
             one.worker.kind = WorkerKind::Agent;
             one.worker.capacity = 3;
             one.held = 3;
         }},
        {"a machine too small for it", "Conflict: worker “bot” is at capacity: it holds 0 of 3, and task “task” takes 4",
         [](Asking &one) {
             one.worker.kind = WorkerKind::Bot;
             one.worker.capacity = 3;
             one.task.cost = 4;
         }},
        {"who is not available", "Conflict: worker “bot” is away and takes no work",
         [](Asking &one) {
             one.worker.available = false;
         }},
        {"who is on leave", "Conflict: worker “bot” is away and takes no work",
         [](Asking &one) {
             one.worker.leave = {{nowMs - 1, nowMs + 1, {}, true}};
         }},
        {"whose leave is over", "done",
         [](Asking &one) {
             one.worker.leave = {{nowMs - 2, nowMs, {}, true}};
         }},
        {"who gave it back, while another could",
         "Conflict: task “task” is PENDING: “bot” had it before, and others can do it",
         [](Asking &one) {
             one.task.excluded = QStringList{QStringLiteral("bot")};
             one.anotherCould = true;
         }},
        {"who gave it back, and nobody else could", "done",
         [](Asking &one) {
             one.task.excluded = QStringList{QStringLiteral("bot")};
         }},
        {"who lacks the skill", "Invalid: worker “bot” does not have the skill “skill”",
         [](Asking &one) {
             one.worker.skills.clear();
         }},
        {"whose level is too low", "Invalid: task “task” takes the skill “skill” at level 4",
         [](Asking &one) {
             one.task.wishes.levelMin = 4;
         }},
    };
    return all;
}

} // namespace

void TakingTest::completingTakesWhatAReserveTakes_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < cases().size(); ++i) {
        QTest::newRow(std::get<0>(cases()[i])) << int(i);
    }
}

void TakingTest::completingTakesWhatAReserveTakes()
{
    QFETCH(int, index);
    const auto &[name, expected, change] = cases()[size_t(index)];
    Asking asking;
    change(asking);
    QCOMPARE(completed(asking, speakingFor("bot", Role::Clerk), &asking.worker), QString::fromUtf8(expected));
}

void TakingTest::aSupervisorSaysItForAnybody()
{
    Asking asking;
    asking.worker.available = false;
    asking.worker.kind = WorkerKind::Bot;
    asking.held = asking.worker.capacity = 1;
    const Worker boss = worker("ada", WorkerKind::Human);
    QCOMPARE(completed(asking, supervisor(), nullptr), QStringLiteral("done"));
    QCOMPARE(completed(asking, speakingFor("ada", Role::Supervisor), &boss), QStringLiteral("done"));
}

void TakingTest::aMachineIsOneWhateverItsTokenMay()
{
    Asking asking;
    asking.worker.kind = WorkerKind::Agent;
    asking.held = asking.worker.capacity = 1;
    QCOMPARE(completed(asking, speakingFor("bot", Role::Admin), &asking.worker).section(u':', 0, 0),
             QStringLiteral("Conflict"));
}

void TakingTest::whoCannotDoItGivesItBack()
{
    Task task = taskIn(TaskState::InProgress);
    ActionInput said = input(TaskAction::Release, "bot");
    said.reason = QStringLiteral("no envelopes");
    const auto change = act(task, said, as(speakingFor("bot")));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QVERIFY(task.state == TaskState::Pending && task.worker.isNull());
    QCOMPARE(task.attempt, 1); // it did not fail
    QCOMPARE(task.notBeforeMs, 0);
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")});
    QCOMPARE(task.reason, QStringLiteral("no envelopes"));
    QCOMPARE(recorded(change->detail)[u"reason"].toString(), QStringLiteral("no envelopes"));
}

void TakingTest::anOfferIsTurnedDown()
{
    Task task = taskIn(TaskState::Pending);
    const qint64 readyAtMs = task.readyAtMs;
    QCOMPARE(say(task, input(TaskAction::Release, "bot"), as(speakingFor("bot"))),
             QStringLiteral("Conflict: task “task” is PENDING and cannot be given back")); // it was offered to nobody
    task.worker = workerId("dora");
    QCOMPARE(say(task, input(TaskAction::Release, "bot"), as(speakingFor("bot"))),
             QStringLiteral("Conflict: task “task” is PENDING and cannot be given back"));
    task.worker = workerId("bot");
    QCOMPARE(say(task, input(TaskAction::Release, "bot"), as(speakingFor("bot"))), QStringLiteral("done"));
    QVERIFY(task.state == TaskState::Pending && task.worker.isNull());
    QCOMPARE(task.readyAtMs, readyAtMs); // it keeps its place
    QCOMPARE(task.leaseEpoch, 0);
}

void TakingTest::aPersonsLeaseLapses()
{
    Task task = taskIn(TaskState::InProgress);
    task.attempt = task.maxAttempts; // whatever was before
    const Change change = leaseLapsed(task, nowMs);
    QCOMPARE(change.event, QLatin1StringView("task.lease_expired"));
    QCOMPARE(recorded(change.detail)[u"worker_id"].toString(), QStringLiteral("bot"));
    QVERIFY(task.state == TaskState::Pending && task.worker.isNull());
    QCOMPARE(task.attempt, task.maxAttempts);
    QCOMPARE(task.notBeforeMs, 0); // the next may have it at once
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")});
    QCOMPARE(task.leaseExpiresAtMs, 0);
}

void TakingTest::whoJudgesMayBeNamed()
{
    const Worker agent = worker("agent", WorkerKind::Agent);
    const Worker alice = worker("alice", WorkerKind::Human);
    Task task = taskIn(TaskState::InReview);
    QCOMPARE(say(task, input(TaskAction::Approve, "agent"), as(supervisor(), &agent)),
             QStringLiteral("Forbidden: worker “agent” is a machine and may not approve"));
    ActionContext own = as(speakingFor("agent", Role::Admin), &alice); // nor in somebody else's name
    own.own = &agent;
    QCOMPARE(say(task, input(TaskAction::Approve, "alice"), own),
             QStringLiteral("Forbidden: worker “agent” is a machine and may not approve"));
    for (const TaskAction action : {TaskAction::SendBack, TaskAction::Skip, TaskAction::Reassign}) {
        QCOMPARE(say(task, input(action, "alice"), own),
                 QStringLiteral("Forbidden: worker “agent” is a machine and may not approve"));
        Task doubted = taskIn(TaskState::Pending);
        doubted.oversight.forHumans = true;
        QVERIFY(say(doubted, input(action, "alice"), own).startsWith(QStringLiteral("Forbidden")));
    }
    QCOMPARE(say(task, input(TaskAction::Approve, "alice"), as(speakingFor("dora", Role::Clerk), &alice)),
             QStringLiteral("Forbidden: “token of dora” may not act for worker “alice”"));
    QCOMPARE(say(task, input(TaskAction::Approve, "alice"), as(supervisor(), &alice)), QStringLiteral("done"));
}

void TakingTest::whoIsNotRegisteredDoesNotJudge()
{
    Task task = taskIn(TaskState::InReview); // a machine's token outlives its registration
    for (const TaskAction action : {TaskAction::Approve, TaskAction::SendBack, TaskAction::Skip}) {
        QCOMPARE(say(task, input(action), as(speakingFor("gone", Role::Supervisor))),
                 QStringLiteral("Forbidden: worker “gone” is not registered as a person and may not approve"));
    }
    const Worker gone = worker("gone", WorkerKind::Human);
    QCOMPARE(say(task, input(TaskAction::Approve), as(speakingFor("gone", Role::Clerk), &gone)), QStringLiteral("done"));
}

void TakingTest::onlyAPersonMakesOne()
{
    const Worker agent = worker("agent", WorkerKind::Agent);
    const Worker ann = worker("ann", WorkerKind::Human);
    Worker changed = agent;
    changed.kind = WorkerKind::Human;
    const Actor machine = speakingFor("agent", Role::Admin);
    const auto isRefused = [](const Status &said) {
        return !said.ok() && said.error().code == ErrorCode::Forbidden;
    };
    QVERIFY(isRefused(permitKind(changed, &agent, machine, &agent)));
    QVERIFY(isRefused(permitKind(changed, nullptr, machine, nullptr))); // of itself, when it is gone
    QVERIFY(permitKind(ann, &ann, machine, &agent).ok()); // is one already
    QVERIFY(permitKind(agent, nullptr, machine, &agent).ok());
    QVERIFY(permitKind(changed, &agent, speakingFor("ann", Role::Supervisor), &ann).ok());
    QVERIFY(permitKind(changed, &agent, supervisor(), nullptr).ok());
}

void TakingTest::workersSayWhetherTheyAreThere_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("who"); // the token speaks for
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *body, Role role, const char *who, bool allowed) {
        QTest::newRow(name) << QString::fromUtf8(body) << role << QString::fromUtf8(who) << allowed;
    };
    row("a bot", R"({"available": false})", Role::Worker, "ann", true);
    row("a clerk", R"({"available": true, "language": "es"})", Role::Clerk, "ann", true);
    row("another's", R"({"available": false})", Role::Clerk, "bob", false);
    row("nobody's token", R"({"available": false})", Role::Clerk, "", false);
    row("who only looks", R"({"available": false})", Role::Viewer, "ann", false);
    row("more room", R"({"available": false, "capacity": 3})", Role::Clerk, "ann", false);
    row("other skills", R"({"skills": ["fly"]})", Role::Clerk, "ann", false);
    row("another address", R"({"channel": "email:a@b.org"})", Role::Clerk, "ann", false);
    row("leave", R"({"leave": []})", Role::Clerk, "ann", false);
    row("a supervisor", R"({"capacity": 3})", Role::Supervisor, "", true);
}

void TakingTest::workersSayWhetherTheyAreThere()
{
    QFETCH(QString, body);
    QFETCH(Role, role);
    QFETCH(QString, who);
    QFETCH(bool, allowed);
    const auto command = saveWorkerFrom(*parseObject(body.toUtf8()), WorkerId{QStringLiteral("ann")});
    QVERIFY(command);
    const Status said = permit(*command, Actor{QStringLiteral("token"), role, {who}});
    QCOMPARE(said.ok(), allowed);
    QVERIFY(allowed || said.error().code == ErrorCode::Forbidden);
    SaveWorker registering = *command;
    registering.mustExist = false;
    QCOMPARE(permit(registering, Actor{QStringLiteral("token"), role, {who}}).ok(), role >= Role::Supervisor);
}

HMSACT_TEST(TakingTest)

} // namespace hmsact::taking_test

#include "taking.moc"
