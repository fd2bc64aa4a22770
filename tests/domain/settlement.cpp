// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "support/testprogram.h"

#include <QJsonObject>

#include <rapidcheck.h>

namespace hmsact::settlement_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

namespace {

Activity recounted(const Activity &activity, const std::vector<Task> &tasks)
{
    Activity fresh = activity;
    fresh.taskCount = fresh.openCount = fresh.optionalCount = fresh.blockedCount = 0;
    for (const Task &task : tasks) {
        ++fresh.taskCount;
        fresh.openCount += isOpen(task.state) && task.state != TaskState::Optional ? 1 : 0;
        fresh.optionalCount += task.state == TaskState::Optional ? 1 : 0;
        fresh.blockedCount += task.state == TaskState::Failed && task.onFailure == OnFailure::Block ? 1 : 0;
    }
    return fresh;
}

// What must hold of a task after every change, whatever the change was.
bool isSound(const Task &task)
{
    return (task.leaseExpiresAtMs > 0) == (task.state == TaskState::InProgress)
        && (task.pausedAtMs > 0) == (task.state == TaskState::OnHold) && (task.endedAtMs > 0) == isEnded(task.state)
        && (task.dueAtMs > 0) == (task.slaStartedAtMs > 0) && (task.slaRun > 0) == (task.slaStartedAtMs > 0)
        && task.attempt >= 1 && task.attempt <= task.maxAttempts
        && (task.state != TaskState::InProgress || !task.worker.isNull())
        && (task.state != TaskState::Completed || !task.worker.isNull())
        && (task.state != TaskState::Pending || task.rankAtMs > 0);
}

Activity activityWith(const std::vector<std::pair<TaskState, OnFailure>> &tasks)
{
    Activity activity;
    activity.id = {3};
    for (const auto &[state, onFailure] : tasks) {
        account(activity, std::nullopt, onFailure, state);
    }
    return activity;
}

} // namespace

// How an activity follows from its tasks.
class SettlementTest : public QObject
{
    Q_OBJECT

private slots:
    void activitiesCompleteWithTheirTasks_data();
    void activitiesCompleteWithTheirTasks();
    void endedActivitiesDoNotSettleAgain();
    void ending();
    void endingIsRefused();
    void countersFollowEveryChange();
};

void SettlementTest::activitiesCompleteWithTheirTasks_data()
{
    QTest::addColumn<std::vector<std::pair<TaskState, OnFailure>>>("tasks");
    QTest::addColumn<bool>("completes");
    using enum TaskState;
    const auto row = [](const char *name, bool completes, std::vector<std::pair<TaskState, OnFailure>> tasks) {
        QTest::newRow(name) << std::move(tasks) << completes;
    };
    constexpr OnFailure block = OnFailure::Block;
    row("no tasks", false, {});
    row("one done", true, {{Completed, block}});
    row("done and skipped", true, {{Completed, block}, {Skipped, block}});
    row("failed", false, {{Completed, block}, {Failed, block}});
    row("failed, to be continued", true, {{Completed, block}, {Failed, OnFailure::Continue}});
    for (const TaskState state : allStates) {
        if (isOpen(state)) {
            row(qPrintable(toString(state)), false, {{Completed, block}, {state, block}});
        }
    }
}

void SettlementTest::activitiesCompleteWithTheirTasks()
{
    using Tasks = std::vector<std::pair<TaskState, OnFailure>>;
    QFETCH(Tasks, tasks);
    QFETCH(bool, completes);
    Activity activity = activityWith(tasks);
    const Activity before = activity;
    const auto change = settle(activity, nowMs);
    QCOMPARE(change.has_value(), completes);
    QCOMPARE(activity == before, !completes);
    if (completes) {
        QCOMPARE(change->event, QStringLiteral("activity.completed"));
        QCOMPARE(recorded(change->detail)[u"after"][u"state"].toString(), QStringLiteral("COMPLETED"));
        QCOMPARE(toString(activity.state), QStringLiteral("COMPLETED"));
        QCOMPARE(activity.endedAtMs, nowMs);
    }
}

void SettlementTest::endedActivitiesDoNotSettleAgain()
{
    for (const ActivityState state : {ActivityState::Completed, ActivityState::Cancelled, ActivityState::Failed}) {
        Activity activity = activityWith({{TaskState::Completed, OnFailure::Block}});
        activity.state = state;
        QVERIFY(!settle(activity, nowMs));
    }
}

void SettlementTest::ending()
{
    Activity activity = activityWith({{TaskState::Pending, OnFailure::Block}});
    const auto cancelled = end(activity, EndKind::Cancel, QStringLiteral("moved away"), supervisor(), nowMs);
    QVERIFY(cancelled.ok());
    QCOMPARE(cancelled->event, QStringLiteral("activity.cancelled"));
    QCOMPARE(recorded(cancelled->detail)[u"reason"].toString(), QStringLiteral("moved away"));
    QCOMPARE(toString(activity.state), QStringLiteral("CANCELLED"));
    QCOMPARE(activity.reason, QStringLiteral("moved away"));
    QCOMPARE(activity.endedAtMs, nowMs);
    Activity blocked = activityWith({{TaskState::Failed, OnFailure::Block}, {TaskState::Waiting, OnFailure::Block}});
    const auto failed = end(blocked, EndKind::Fail, QStringLiteral("no use"), supervisor(), nowMs);
    QVERIFY(failed.ok());
    QCOMPARE(failed->event, QStringLiteral("activity.failed"));
    QCOMPARE(toString(blocked.state), QStringLiteral("FAILED"));
}

void SettlementTest::endingIsRefused()
{
    const auto refused = [](Activity activity, EndKind kind, const QString &reason, const Actor &actor) {
        const Activity before = activity;
        const auto result = end(activity, kind, reason, actor, nowMs);
        return activity == before ? outcome(result) : QStringLiteral("touched");
    };
    const QString why = QStringLiteral("why");
    const Activity open = activityWith({{TaskState::Pending, OnFailure::Block}});
    QCOMPARE(refused(open, EndKind::Cancel, QStringLiteral(" "), supervisor()),
             QStringLiteral("Invalid: must not be empty"));
    QVERIFY(refused(open, EndKind::Cancel, why, speakingFor("a", Role::Clerk)).startsWith(u"Forbidden"));
    QVERIFY(refused(open, EndKind::Fail, why, supervisor()).startsWith(u"Conflict: activity act-0000000000003 is OPEN"));
    Activity ended = open;
    ended.state = ActivityState::Completed;
    QCOMPARE(refused(ended, EndKind::Cancel, why, supervisor()),
             QStringLiteral("Conflict: activity act-0000000000003 is COMPLETED already"));
}

void SettlementTest::countersFollowEveryChange()
{
    QVERIFY(rc::check("counters equal a recount and tasks stay sound after any sequence of actions", [] {
        const Worker bot = worker("bot");
        std::vector<Task> tasks{taskIn(TaskState::Waiting), taskIn(TaskState::Optional), taskIn(TaskState::Pending)};
        tasks[2].rankAtMs = nowMs;
        tasks[0].onFailure = OnFailure::Continue;
        tasks[2].review = Review::Human;
        Activity activity;
        for (const Task &task : tasks) {
            account(activity, std::nullopt, task.onFailure, task.state);
        }
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 16 * 3));
        qint64 atMs = nowMs;
        for (const int step : steps) {
            Task &task = tasks[size_t(step % 3)];
            const Task before = task;
            atMs += 1000;
            const int what = step / 3;
            if (what < 14) {
                const TaskAction action = allActions[size_t(what)];
                ActionContext context = as(supervisor(), &bot);
                context.nowMs = atMs;
                const bool named = roleFor(action) == Role::Worker || action == TaskAction::Reassign;
                const auto result = act(task, input(action, named ? "bot" : nullptr), context);
                RC_ASSERT(result.ok() || task == before);
            } else if (task.state == TaskState::Pending) {
                (void)reserve(task, bot.id, 60'000, atMs);
            } else if (task.state == TaskState::InProgress) {
                (void)leaseOver(task, atMs, 0);
            } else if (task.state == TaskState::Waiting) {
                (void)needMet(task, atMs);
            }
            account(activity, before.state, task.onFailure, task.state);
            RC_ASSERT(activity == recounted(activity, tasks));
            RC_ASSERT(isSound(task));
            RC_ASSERT(task.leaseEpoch >= before.leaseEpoch);
            RC_ASSERT((task == before) == (task.version == before.version));
        }
    }));
}

HMSACT_TEST(SettlementTest)

} // namespace hmsact::settlement_test

#include "settlement.moc"
