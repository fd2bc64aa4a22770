// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::undoing_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What undoing a completion does to everything around the task.
class Undoing : public QObject
{
    Q_OBJECT

private slots:
    void whatWasLetGoOnWaitsAgain();
    void aCompletedActivityGoesOn();
    void nothingIsTakenFromWhoHasBegun();
    void completedAndUndoneInOneBatch();
    void aPersonHasTimeForWhatIsTakenBack();
    void aFailureIsTakenBack();
    void aFailureThatLetOthersGoOnIsTakenBack();
    void aHandOverIsTakenBack();
    void aHoldIsTakenBack();
    void aChoiceIsTakenBack();
    void notWhatSomebodyHasTaken();
    void anOfferIsTakenBack_data();
    void anOfferIsTakenBack();
    void whoseLinkIsOverGetsAnother();
    void whatGoesOnFallsDue();
    void whatWaitsAgainIsWarnedOfNoMore_data();
    void whatWaitsAgainIsWarnedOfNoMore();
    void aChoiceTakenBackTooLateLapses_data();
    void aChoiceTakenBackTooLateLapses();
};

void Undoing::whatWasLetGoOnWaitsAgain()
{
    Desk desk;
    TaskSpec side = Desk::task(s("side"));
    side.needs = QStringList{s("first")};
    const ActivityId id = desk.open({Desk::task(s("first")), Desk::task(s("second")), Desk::task(s("third")), side});
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("ana")));
    const QStringList before = desk.statuses(id);
    QCOMPARE(before,
             QStringList({s("first COMPLETED"), s("second PENDING"), s("third WAITING(for:second)"), s("side PENDING")}));
    const auto undone = desk.act(id, s("first"), TaskAction::Undo);
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().detail.english()));
    QCOMPARE(desk.statuses(id),
             QStringList({s("first IN_PROGRESS"), s("second WAITING(for:first)"), s("third WAITING"),
                          s("side WAITING(for:first)")}));
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("ana")));
    QCOMPARE(desk.statuses(id), before);
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
    QVERIFY(desk.auditIsFine());
}

void Undoing::aCompletedActivityGoesOn()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("only"))});
    QVERIFY(desk.act(id, s("only"), TaskAction::Complete, s("ana")));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Completed);
    desk.nowMs += limits::undoMs;
    QVERIFY(desk.act(id, s("only"), TaskAction::Undo, s("ana")));
    const auto view = desk.ask(GetActivity{id});
    QVERIFY(view->activity.state == ActivityState::Open);
    QCOMPARE(view->activity.openCount, 1);
    QVERIFY(desk.act(id, s("only"), TaskAction::Complete, s("ana")));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Completed);
    desk.nowMs += limits::undoMs + 1;
    QCOMPARE(desk.act(id, s("only"), TaskAction::Undo, s("ana")).error().code, ErrorCode::Conflict);
    QVERIFY(desk.auditIsFine());
}

void Undoing::nothingIsTakenFromWhoHasBegun()
{
    Desk desk;
    desk.hire(s("bot"), {s("second")});
    const ActivityId id = desk.open({Desk::task(s("first")), Desk::task(s("second"))});
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("ana")));
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u);
    const auto refused = desk.act(id, s("first"), TaskAction::Undo);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(desk.statuses(id), QStringList({s("first COMPLETED"), s("second IN_PROGRESS")}));
}

void Undoing::completedAndUndoneInOneBatch()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("first")), Desk::task(s("second"))});
    const Actor boss{s("boss"), Role::Admin, {}};
    std::vector<Request> requests;
    for (const TaskAction action : {TaskAction::Complete, TaskAction::Undo, TaskAction::Complete}) {
        ActionInput input;
        input.action = action;
        input.worker = {s("ana")};
        requests.push_back({ActOnTask{{id, s("first"), {}}, input}, boss, {}});
    }
    const auto batch = desk.engine->execute({&requests[0], &requests[1], &requests[2]}, {}, desk.nowMs);
    for (const Reply &reply : batch.replies)
        QVERIFY(reply.result);
    QCOMPARE(desk.statuses(id), QStringList({s("first COMPLETED"), s("second PENDING")}));
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
}

static const Actor &bot()
{
    static const Actor bot{s("bot"), Role::Clerk, {s("bot")}};
    return bot;
}

static Result<TaskView> undo(Desk &desk, ActivityId activity, const char *task, const Actor &actor = bot())
{
    ActionInput input;
    input.action = TaskAction::Undo;
    return desk.say(ActOnTask{{activity, s(task), {}}, input}, actor);
}

// Also one whom no list of workers names: else a minute's lease would run out and cost an attempt.
void Undoing::aPersonHasTimeForWhatIsTakenBack()
{
    Desk desk;
    const Actor dana{s("dana"), Role::Admin, {}};
    const ActivityId id = desk.open({Desk::task(s("first"))});
    ActionInput complete;
    complete.action = TaskAction::Complete;
    complete.worker = {dana.name};
    QVERIFY(desk.say(ActOnTask{{id, s("first"), {}}, complete}, dana));
    ActionInput back = complete;
    back.action = TaskAction::Undo;
    QVERIFY(desk.say(ActOnTask{{id, s("first"), {}}, back}, dana));
    desk.nowMs += limits::msPerHour;
    QVERIFY(desk.engine->tick(desk.nowMs));
    const Task task = desk.ask(GetTask{{id, s("first"), {}}})->view.task;
    QCOMPARE(domain::toString(task.state), QLatin1StringView("IN_PROGRESS"));
    QCOMPARE(task.worker.value, dana.name);
    QCOMPARE(task.attempt, 1);
}

static bool isSound(Desk &desk) { return desk.ask(VerifyDatabase{})->problems.empty() && desk.auditIsFine(); }

void Undoing::aFailureIsTakenBack()
{
    Desk desk;
    desk.hire(s("bot"), {s("first")});
    TaskSpec first = Desk::task(s("first"));
    first.maxAttempts = 2;
    const ActivityId id = desk.open({first, Desk::task(s("second"))});
    for (int attempt = 1; attempt <= 2; ++attempt) { // the first is tried again, the second is for good
        desk.nowMs += limits::backoffMaxMs;
        const auto leases = desk.reserve(s("bot"));
        QCOMPARE(leases->size(), 1u);
        QVERIFY(desk.act(id, s("first"), TaskAction::Fail, s("bot"), s("slipped")));
        const auto restored = undo(desk, id, "first");
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail.english()));
        const Task &task = restored->task;
        QCOMPARE(desk.statuses(id), QStringList({s("first IN_PROGRESS"), s("second WAITING(for:first)")}));
        QCOMPARE(task.attempt, attempt);
        QVERIFY(task.excluded.isEmpty() && task.reason.isEmpty() && task.endedAtMs == 0);
        QVERIFY(task.leaseEpoch > leases->front().leaseToken);
        QVERIFY(isSound(desk));
        QVERIFY(desk.act(id, s("first"), TaskAction::Fail, s("bot"), s("broke")));
    }
    QCOMPARE(desk.statuses(id).front(), s("first FAILED"));
    QCOMPARE(desk.ask(GetActivity{id})->activity.blockedCount, 1);
    desk.nowMs += limits::undoMs + 1;
    QCOMPARE(undo(desk, id, "first").error().code, ErrorCode::Conflict);
    QVERIFY(isSound(desk));
}

void Undoing::aFailureThatLetOthersGoOnIsTakenBack()
{
    Desk desk;
    desk.hire(s("bot"), {s("first"), s("second")});
    TaskSpec first = Desk::task(s("first"));
    first.maxAttempts = 1;
    first.onFailure = OnFailure::Continue;
    const ActivityId id = desk.open({first, Desk::task(s("second"))});
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u);
    QVERIFY(desk.act(id, s("first"), TaskAction::Fail, s("bot"), s("broke")));
    QCOMPARE(desk.statuses(id), QStringList({s("first FAILED"), s("second PENDING")}));
    QVERIFY(undo(desk, id, "first"));
    QCOMPARE(desk.statuses(id), QStringList({s("first IN_PROGRESS"), s("second WAITING(for:first)")}));
    QVERIFY(isSound(desk));
    QVERIFY(desk.act(id, s("first"), TaskAction::Fail, s("bot"), s("broke")));
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u); // the second
    QCOMPARE(undo(desk, id, "first").error().code, ErrorCode::Conflict);
    QCOMPARE(desk.statuses(id), QStringList({s("first FAILED"), s("second IN_PROGRESS")}));
}

void Undoing::aHandOverIsTakenBack()
{
    Desk desk;
    desk.hire(s("bot"), {s("first")});
    desk.hire(s("eve"), {s("first")});
    const ActivityId id = desk.open({Desk::task(s("first"))});
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u);
    ActionInput over;
    over.action = TaskAction::Reassign;
    over.worker = {s("eve")};
    QVERIFY(desk.say(ActOnTask{{id, s("first"), {}}, over}, bot()));
    QCOMPARE(undo(desk, id, "first", {s("eve"), Role::Clerk, {s("eve")}}).error().code, ErrorCode::Forbidden);
    const auto restored = undo(desk, id, "first");
    QVERIFY(restored && restored->task.state == TaskState::InProgress);
    QCOMPARE(restored->task.worker.value, s("bot"));
    QVERIFY(desk.reserve(s("eve"))->empty());
    QCOMPARE(undo(desk, id, "first").error().code, ErrorCode::Conflict); // once
    QVERIFY(isSound(desk));
}

// It is in the same hands, and its clock has stood still meanwhile.
void Undoing::aHoldIsTakenBack()
{
    Desk desk;
    desk.hire(s("bot"), {s("first")});
    desk.hire(s("eve"), {s("first")});
    const ActivityId id = desk.open({Desk::task(s("first"), limits::msPerHour)});
    const qint64 dueMs = desk.ask(GetTask{{id, s("first"), {}}})->view.task.dueAtMs;
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u);
    const auto hold = [&](const Actor &actor) {
        ActionInput input;
        input.action = TaskAction::Hold;
        input.reason = s("by mistake");
        return desk.say(ActOnTask{{id, s("first"), {}}, input}, actor);
    };
    const Actor boss{s("boss"), Role::Admin, {}};
    qint64 heldMs = 0;
    for (const Actor &holder : {boss, bot()}) {
        QVERIFY(hold(holder));
        desk.nowMs += limits::msPerMinute;
        heldMs += limits::msPerMinute;
        QVERIFY(undo(desk, id, "first"));
        const Task back = desk.ask(GetTask{{id, s("first"), {}}})->view.task;
        QVERIFY(back.state == TaskState::InProgress);
        QCOMPARE(back.worker.value, s("bot"));
        QVERIFY(back.leaseExpiresAtMs > desk.nowMs);
        QCOMPARE(back.reason, QString());
        QCOMPARE(back.dueAtMs, dueMs + heldMs);
        QVERIFY(desk.reserve(s("eve"))->empty());
    }

    QVERIFY(desk.act(id, s("first"), TaskAction::Release, s("bot")));
    QVERIFY(hold(boss)); // in nobody's hands
    QVERIFY(undo(desk, id, "first", boss));
    QCOMPARE(desk.statuses(id), QStringList({s("first PENDING")}));
    QCOMPARE(desk.reserve(s("eve"))->size(), 1u);
    QVERIFY(hold(boss));
    desk.nowMs += limits::undoMs + 1;
    QCOMPARE(undo(desk, id, "first", boss).error().code, ErrorCode::Conflict);
    QVERIFY(isSound(desk));
}

void Undoing::aChoiceIsTakenBack()
{
    Desk desk;
    desk.hire(s("bot"), {s("ship")});
    TaskSpec ship = Desk::task(s("ship"));
    ship.optional = true;
    TaskSpec track = Desk::task(s("track"));
    track.needs = QStringList{s("ship")};
    const ActivityId id = desk.open({ship, track});
    const QStringList before = desk.statuses(id);
    const auto choose = [&](TaskAction action) {
        ActionInput input;
        input.action = action;
        return desk.say(ActOnTask{{id, s("ship"), {}}, input}, bot()).ok();
    };
    for (const TaskAction action : {TaskAction::OptIn, TaskAction::Decline}) {
        QVERIFY(choose(action));
        QVERIFY(desk.statuses(id) != before);
        QCOMPARE(undo(desk, id, "ship", {s("eve"), Role::Clerk, {}}).error().code, ErrorCode::Forbidden);
        QVERIFY(undo(desk, id, "ship"));
        QCOMPARE(desk.statuses(id), before);
        QCOMPARE(desk.ask(GetActivity{id})->activity.optionalCount, 1);
        QVERIFY(isSound(desk));
    }
    QVERIFY(choose(TaskAction::OptIn));
    QCOMPARE(desk.ask(GetTask{{id, s("ship"), {}}})->view.task.dueAtMs, desk.nowMs + ship.slaMs); // its clock began anew
}

void Undoing::notWhatSomebodyHasTaken()
{
    Desk desk;
    desk.hire(s("bot"), {s("first")});
    desk.hire(s("eve"), {s("first")});
    const ActivityId id = desk.open({Desk::task(s("first"))});
    QCOMPARE(desk.reserve(s("bot"))->size(), 1u);
    QVERIFY(desk.act(id, s("first"), TaskAction::Release, s("bot"), s("no time")));
    QCOMPARE(desk.reserve(s("eve"))->size(), 1u);
    QCOMPARE(undo(desk, id, "first").error().code, ErrorCode::Conflict);
    QVERIFY(desk.act(id, s("first"), TaskAction::Release, s("eve")));
    QCOMPARE(undo(desk, id, "first").error().code, ErrorCode::Forbidden); // the last was eve's
    QVERIFY(undo(desk, id, "first", {s("eve"), Role::Worker, {s("eve")}}));
}

// As it was: without a reaction the next has it. Who took it back knows, anybody else is told.
void Undoing::anOfferIsTakenBack_data()
{
    QTest::addColumn<TaskAction>("deed");
    QTest::addColumn<bool>("byItself");
    for (const bool byItself : {false, true}) {
        const char *by = byItself ? "by herself" : "by a supervisor";
        QTest::addRow("given back, %s", by) << TaskAction::Release << byItself;
        QTest::addRow("handed over, %s", by) << TaskAction::Reassign << byItself;
        QTest::addRow("put on hold, %s", by) << TaskAction::Hold << byItself;
    }
}

static const Actor ann{s("ann"), Role::Clerk, {s("ann")}};

void Undoing::anOfferIsTakenBack()
{
    QFETCH(const TaskAction, deed);
    QFETCH(const bool, byItself);
    Desk desk;
    hire(desk, engine::quick("ann", 5));
    hire(desk, engine::quick("bob"));
    const ActivityId id = desk.open({engine::digging()});
    QCOMPARE(engine::standing(desk, id), s("PENDING ann"));
    QVERIFY(turn(desk, limits::msPerHour));
    const Actor &actor = byItself ? ann : Actor{s("boss"), Role::Supervisor, {}};
    ActionInput input;
    input.action = deed;
    input.worker = {deed == TaskAction::Reassign ? s("bob") : s("ann")};
    input.reason = s("by mistake");
    QVERIFY(desk.say(ActOnTask{{id, s("dig"), {}}, input}, actor));
    QVERIFY(engine::standing(desk, id) != s("PENDING ann"));
    QVERIFY(undo(desk, id, "dig", actor));
    QCOMPARE(engine::standing(desk, id), s("PENDING ann"));
    QCOMPARE(engine::mailed(desk).count(s("ann")), byItself ? 1 : 2);
    QVERIFY(turn(desk, 2 * limits::msPerHour - 1));
    QCOMPARE(engine::standing(desk, id), s("PENDING ann"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(engine::standing(desk, id), s("PENDING bob"));
    QVERIFY(isSound(desk));
}

void Undoing::whoseLinkIsOverGetsAnother()
{
    Desk desk;
    hire(desk, engine::clerk(s("ann")));
    const ActivityId id = desk.open({engine::digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    QVERIFY(turn(desk, limits::linkMs));
    QCOMPARE(engine::standing(desk, id), s("PENDING ann")); // nobody else could take it
    QVERIFY(desk.act(id, s("dig"), TaskAction::Release, s("ann")));
    QVERIFY(undo(desk, id, "dig", ann));
    QCOMPARE(engine::mailed(desk).size(), 2);
    QVERIFY(isSound(desk));
}

// Though no other timer is near.
void Undoing::whatGoesOnFallsDue()
{
    Desk desk;
    hire(desk, engine::clerk(s("ann")));
    const qint64 dueMs = desk.nowMs + limits::msPerHour / 2;
    const ActivityId id = desk.open({engine::digging()}, limits::msPerHour / 2);
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("ann")));
    QVERIFY(turn(desk, limits::msPerMinute));
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) > dueMs);
    QVERIFY(undo(desk, id, "dig", ann));
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), dueMs);
    desk.nowMs = dueMs;
    QVERIFY(desk.tick());
    QCOMPARE(engine::alertKinds(desk), QStringList{s("activity_sla_breach")});
}

void Undoing::whatWaitsAgainIsWarnedOfNoMore_data()
{
    QTest::addColumn<bool>("isOneBatch");
    QTest::newRow("undone afterwards") << false;
    QTest::newRow("undone in the same batch") << true;
}

// Its clock has stopped to run: there is nothing to warn of, and the steps of other rules are not kept waiting by it.
void Undoing::whatWaitsAgainIsWarnedOfNoMore()
{
    Desk desk;
    const auto telling = [&desk](const char *when, const char *threshold, const char *address) {
        save(desk,
             {{s("when"), s(when)},
              {s("threshold"), s(threshold)},
              {s("then"), s("notify")},
              {s("notify"), list({address})}});
    };
    telling("sla_warning", "1h", "email:late@example.org");
    telling("unassigned", "30m", "email:idle@example.org");
    const ActivityId id = desk.open({Desk::task(s("first"), 9 * limits::msPerHour), Desk::task(s("second"))});
    QFETCH(const bool, isOneBatch);
    ActionInput input;
    input.action = TaskAction::Complete;
    input.worker = {s("ana")};
    const Actor boss{s("boss"), Role::Admin, {}};
    const Request done{ActOnTask{{id, s("first"), {}}, input}, boss, {}};
    input.action = TaskAction::Undo;
    const Request undone{ActOnTask{{id, s("first"), {}}, input}, boss, {}};
    const std::vector<std::vector<const Request *>> apart{{&done}, {&undone}};
    for (const auto &batch : isOneBatch ? decltype(apart){{&done, &undone}} : apart) {
        for (const Reply &reply : desk.engine->execute(batch, {}, desk.nowMs).replies)
            QVERIFY(reply.result);
    }
    QCOMPARE(desk.statuses(id).last(), s("second WAITING(for:first)"));
    desk.open({Desk::task(s("other"), 9 * limits::msPerHour)});
    desk.engine.emplace(*desk.database, 43, 43); // which reads all timers
    turnTo(desk, desk.nowMs + limits::msPerHour / 2);
    QCOMPARE(told(desk), QStringList{s("email:idle@example.org")});
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    QVERIFY(!told(desk).contains(s("email:late@example.org")));
    QVERIFY(desk.act(id, s("first"), TaskAction::Complete, s("ana")));
    turnTo(desk, desk.nowMs + limits::msPerHour); // and of what goes on it is warned
    QVERIFY(told(desk).contains(s("email:late@example.org")));
}

void Undoing::aChoiceTakenBackTooLateLapses_data()
{
    QTest::addColumn<TaskAction>("choice");
    QTest::newRow("declined") << TaskAction::Decline;
    QTest::newRow("opted in") << TaskAction::OptIn;
}

void Undoing::aChoiceTakenBackTooLateLapses()
{
    QFETCH(const TaskAction, choice);
    Desk desk;
    desk.hire(s("bot"), {s("dig"), s("ship")});
    TaskSpec ship = Desk::task(s("ship"));
    ship.optional = true;
    const ActivityId id = desk.open({Desk::task(s("dig")), ship}, limits::msPerHour);
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("bot")));
    const qint64 dueMs = desk.nowMs + limits::msPerHour;
    desk.nowMs = dueMs - 2;
    ActionInput input;
    input.action = choice;
    QVERIFY(desk.say(ActOnTask{{id, s("ship"), {}}, input}, bot()));
    QVERIFY(turn(desk, 2));
    desk.nowMs += 1;
    QVERIFY(undo(desk, id, "ship"));
    QVERIFY(desk.tick());
    const auto view = desk.ask(GetActivity{id});
    QCOMPARE(desk.statuses(id).back(), s("ship SKIPPED"));
    QVERIFY(view->activity.state == ActivityState::Completed);
    QCOMPARE(view->activity.endedAtMs, dueMs);
    QCOMPARE(engine::alertKinds(desk).isEmpty(), choice == TaskAction::Decline); // the other was work, and late
    QVERIFY(isSound(desk));
}

HMSACT_TEST(Undoing)

} // namespace hmsact::undoing_test

#include "undoing.moc"
