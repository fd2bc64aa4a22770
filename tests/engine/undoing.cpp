// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"

using namespace hmsact::domain;
using hmsact::engine::Desk;

// What undoing a completion does to everything around the task.
class Undoing : public QObject
{
    Q_OBJECT

private slots:
    void whatWasLetGoOnWaitsAgain();
    void aCompletedActivityGoesOn();
    void nothingIsTakenFromWhoHasBegun();
    void completedAndUndoneInOneBatch();
};

static QString s(const char *text) { return QString::fromUtf8(text); }

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

QTEST_GUILESS_MAIN(Undoing)
#include "undoing.moc"
