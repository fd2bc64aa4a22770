// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/undoable.h"

#include "domain/fixtures.h"
#include "domain/undo.h"
#include "support/testprogram.h"

namespace hmsact::undoable_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// Taking back what was done last with a task, where that is no completion.
class UndoableTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsAsItWasBefore_data();
    void itIsAsItWasBefore();
    void onlyTheLastThing_data();
    void onlyTheLastThing();
    void onlyForAWhile();
    void onlyWhoDidItOrHadIt();
    void notUnderSomebodyWhoHasBuiltOnIt();
    void anEarlierLeaseIsRefused();
    void aLongerLeaseStaysAsLong();
};

namespace {

const Worker &dora()
{
    static const Worker dora = worker("dora", WorkerKind::Human);
    return dora;
}

const Worker &robot()
{
    static const Worker robot = worker("dora", WorkerKind::Bot);
    return robot;
}

// What a task was, what was done, and what the record says of it.
struct Story {
    Task before;
    Task task;
    Event event;

    Story(TaskState from, ActionInput said, const Actor &actor, const std::function<void(Task &)> &change = {},
          const Worker *other = &dora())
        : before(taskIn(from))
    {
        if (change) {
            change(before);
        }
        task = before;
        const auto done = act(task, said, as(actor, said.action == TaskAction::Reassign ? other : nullptr));
        if (!done) {
            qFatal("%s", qPrintable(outcome(done)));
        }
        event = {task.activity, 7, nowMs, actor.name, done->event, task.id, done->detail.json(), {}};
        task.released = task.state == TaskState::Skipped ? Released::Yes : Released::No; // what waited for it was told
    }
    [[nodiscard]] ActionContext undoing(const Actor &actor) const
    {
        ActionContext context = as(actor);
        context.done = undoableIn({event});
        return context;
    }
};

Event happened(const char *kind, const char *actor)
{
    Event event;
    event.kind = QString::fromLatin1(kind);
    event.actor = QString::fromLatin1(actor);
    event.detail = "{}";
    return event;
}

ActionInput failing(bool mayRetry)
{
    ActionInput said = input(TaskAction::Fail, "bot");
    said.mayRetry = mayRetry;
    return said;
}

const std::vector<std::pair<const char *, Story>> &stories()
{
    const auto offered = [](Task &task) {
        task.worker = workerId("bot");
        task.pool = QStringLiteral("pool");
    };
    static const std::vector<std::pair<const char *, Story>> all{
        {"an attempt that failed", Story(TaskState::InProgress, failing(true), speakingFor("bot"))},
        {"a failure for good", Story(TaskState::InProgress, failing(false), speakingFor("bot"))},
        {"given back", Story(TaskState::InProgress, input(TaskAction::Release, "bot"), speakingFor("bot"))},
        {"an offer turned down", Story(TaskState::Pending, input(TaskAction::Release, "bot"), speakingFor("bot"), offered)},
        {"handed over", Story(TaskState::InProgress, input(TaskAction::Reassign, "dora"), speakingFor("bot", Role::Clerk))},
        {"an offer handed over",
         Story(TaskState::Pending, input(TaskAction::Reassign, "dora"), speakingFor("bot", Role::Clerk), offered)},
        {"given to a machine",
         Story(
             TaskState::InProgress, input(TaskAction::Reassign, "dora"), supervisor(),
             [](Task &task) { task.oversight.forHumans = true; }, &robot())},
        {"opted in", Story(TaskState::Optional, input(TaskAction::OptIn), speakingFor("bot", Role::Clerk))},
        {"opted in, and waiting",
         Story(TaskState::Optional, input(TaskAction::OptIn), speakingFor("bot", Role::Clerk),
               [](Task &task) { task.openNeeds = 1; })},
        {"declined", Story(TaskState::Optional, input(TaskAction::Decline), speakingFor("bot", Role::Clerk))},
    };
    return all;
}

} // namespace

void UndoableTest::itIsAsItWasBefore_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < stories().size(); ++i) {
        QTest::newRow(stories()[i].first) << int(i);
    }
}

void UndoableTest::itIsAsItWasBefore()
{
    QFETCH(int, index);
    const Story &story = stories()[size_t(index)].second;
    Task task = story.task;
    const auto change = act(task, input(TaskAction::Undo), story.undoing(speakingFor("bot", Role::Clerk)));
    QVERIFY2(change.ok(), qPrintable(outcome(change)));
    QCOMPARE(change->event, QLatin1StringView("task.restored"));
    Task expected = story.before;
    expected.version = task.version;
    if (expected.state == TaskState::InProgress) { // a new lease: whoever holds the old token is late
        expected.leaseEpoch = story.before.leaseEpoch + 1;
        expected.leaseExpiresAtMs = nowMs + limits::leaseMachineMs;
    }
    if (task.state != TaskState::Optional) {
        expected.readyAtMs = task.readyAtMs;
        expected.rankAtMs = task.rankAtMs;
    }
    expected.slaRun = task.slaRun; // its next readiness is another
    QVERIFY2(task == expected, qPrintable(toString(task.state) + u' ' + task.worker.value));
    QVERIFY(task.version > story.task.version);
}

void UndoableTest::onlyTheLastThing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<bool>("hides"); // what was done before
    const auto row = [](const char *kind, const char *actor, bool hides) {
        QTest::addRow("%s by %s", kind, actor) << QString::fromLatin1(kind) << QString::fromLatin1(actor) << hides;
    };
    row("task.commented", "eve", false);
    row("task.artefact_stored", "eve", false);
    row("task.assigned", "engine", false);
    row("task.kept_for_pool", "engine", false);
    row("task.given_up", "engine", false);
    row("task.sla_breached", "engine", false);
    row("task.reserved", "token of eve", true);
    row("task.offer_returned", "engine", true);
    row("task.offer_withdrawn", "engine", true);
    row("task.held", "eve", true);
    row("task.escalated", "engine", true);
    row("task.priority_raised", "engine", true);
}

void UndoableTest::onlyTheLastThing()
{
    QFETCH(QString, kind);
    QFETCH(QString, actor);
    QFETCH(bool, hides);
    const Story &story = stories().front().second;
    const Event later = happened(qPrintable(kind), qPrintable(actor));
    QCOMPARE(undoableIn({later, story.event}).has_value(), !hides);
    QVERIFY(!undoableIn({}));
    QVERIFY(!undoableIn({later}));
    const Story rescued(TaskState::Failed, input(TaskAction::Reassign, "dora"), supervisor());
    QVERIFY(!undoableIn({rescued.event})); // out of an end
}

void UndoableTest::onlyForAWhile()
{
    for (const auto &[name, story] : stories()) {
        Task task = story.task;
        ActionContext context = story.undoing(supervisor());
        context.nowMs = nowMs + limits::undoMs + 1;
        const QString said = say(task, input(TaskAction::Undo), context);
        QVERIFY2(said.endsWith(u"for more than 15 minutes: too late to take that back"), qPrintable(said));
        context.nowMs = nowMs + limits::undoMs;
        QCOMPARE(say(task, input(TaskAction::Undo), context), QStringLiteral("done"));
    }
}

void UndoableTest::onlyWhoDidItOrHadIt()
{
    const Story bySomebody(TaskState::InProgress, input(TaskAction::Reassign, "dora"), supervisor());
    for (const auto &[actor, expected] :
         {std::pair(speakingFor("eve", Role::Clerk), "Forbidden"),
          std::pair(speakingFor("dora", Role::Clerk), "Forbidden"), // it went to her
          std::pair(speakingFor("bot", Role::Worker), "done"), std::pair(supervisor(), "done")}) {
        Task task = bySomebody.task;
        QCOMPARE(say(task, input(TaskAction::Undo), bySomebody.undoing(actor)).section(u':', 0, 0),
                 QString::fromLatin1(expected));
    }
    const Story &choice = stories().back().second; // by the token of the bot, for a citizen
    Task task = choice.task;
    QCOMPARE(say(task, input(TaskAction::Undo), choice.undoing(speakingFor("eve", Role::Clerk))),
             QStringLiteral("Forbidden: only “token of bot”, who did that to task “task”, or a supervisor takes it back"));
    QCOMPARE(say(task, input(TaskAction::Undo, "dora"), choice.undoing(speakingFor("bot", Role::Clerk))).section(u':', 0, 0),
             QStringLiteral("Forbidden")); // in nobody else's name
}

void UndoableTest::notUnderSomebodyWhoHasBuiltOnIt()
{
    const Story &declined = stories().back().second;
    Task successor = taskIn(TaskState::InProgress);
    successor.name = QStringLiteral("next");
    ActionContext context = declined.undoing(supervisor());
    context.successors = {&successor};
    Task task = declined.task;
    QCOMPARE(say(task, input(TaskAction::Undo), context),
             QStringLiteral("Conflict: task “task” cannot be undone: “next”, which waited for it, is IN_PROGRESS"));
    task.released = Released::No; // it never waited for that
    QCOMPARE(say(task, input(TaskAction::Undo), context), QStringLiteral("done"));
    Activity ended;
    ended.state = ActivityState::Cancelled;
    task = declined.task;
    context.successors.clear();
    context.activity = &ended;
    QCOMPARE(say(task, input(TaskAction::Undo), context).section(u':', 0, 0), QStringLiteral("Conflict"));
}

void UndoableTest::anEarlierLeaseIsRefused()
{
    const Story &failed = stories().front().second;
    Task task = failed.task;
    ActionInput undo = input(TaskAction::Undo);
    undo.leaseToken = 3;
    QVERIFY(say(task, undo, failed.undoing(speakingFor("bot"))).startsWith(u"Conflict: stale lease token 3"));
    undo.leaseToken = 4;
    QCOMPARE(say(task, undo, failed.undoing(speakingFor("bot"))), QStringLiteral("done"));
}

void UndoableTest::aLongerLeaseStaysAsLong()
{
    const Story released(TaskState::InProgress, input(TaskAction::Release, "bot"), speakingFor("bot"),
                         [](Task &task) { task.leaseExpiresAtMs = nowMs + 7 * limits::msPerDay; });
    Task task = released.task;
    QCOMPARE(say(task, input(TaskAction::Undo), released.undoing(speakingFor("bot"))), QStringLiteral("done"));
    QCOMPARE(task.leaseExpiresAtMs, nowMs + 7 * limits::msPerDay);
}

HMSACT_TEST(UndoableTest)

} // namespace hmsact::undoable_test

#include "undoable.moc"
