// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::timers_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// What happens because time has passed, at its instant and once.
class Timers : public QObject
{
    Q_OBJECT

private slots:
    void aLeaseThatRunsOutPutsTheTaskBack();
    void attemptsUsedUpFailTheTask();
    void aHeartbeatKeepsTheLease();
    void aBreachIsRecordedOnce();
    void aBreachWhileNothingRanIsRecordedAtTheNextLook();
    void whatEndsLateBeforeTheTimersLookIsBreached_data();
    void whatEndsLateBeforeTheTimersLookIsBreached();
    void whatIsHeldLateBeforeTheTimersLookIsBreached();
    void theNextTimerIsKnownWithoutLooking();
    void aThousandBreachesInOneSecond();
    void whatIsOldIsForgottenInSteps();
};

void Timers::aLeaseThatRunsOutPutsTheTaskBack()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    const Lease lease = desk.reserve(s("a"))->front();
    desk.nowMs = lease.leaseExpiresAtMs - 1;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(desk.statuses(id), QStringList{s("dig IN_PROGRESS")});
    desk.nowMs = lease.leaseExpiresAtMs;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(desk.statuses(id), QStringList{s("dig PENDING")});
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.attempt, 2);
    const auto late = desk.act(id, s("dig"), TaskAction::Heartbeat, s("a"), {}, lease.leaseToken);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QVERIFY(desk.auditIsFine());
}

void Timers::attemptsUsedUpFailTheTask()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    TaskSpec spec = Desk::task(s("dig"), limits::msPerDay);
    spec.maxAttempts = 3;
    const ActivityId id = desk.open({spec});
    for (int attempt = 1; attempt <= 3; ++attempt) {
        desk.nowMs += limits::msPerHour; // past every back-off
        const auto leases = desk.reserve(s("a"));
        QCOMPARE(leases->size(), size_t(1));
        QCOMPARE(leases->front().attempt, attempt);
        desk.nowMs = leases->front().leaseExpiresAtMs;
        QVERIFY(desk.engine->tick(desk.nowMs));
    }
    QCOMPARE(desk.statuses(id), QStringList{s("dig FAILED")});
    QCOMPARE(desk.ask(ListAlerts{})->items.front().kind, s("task_failed"));
    QVERIFY(desk.auditIsFine());
}

void Timers::aHeartbeatKeepsTheLease()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    const Lease lease = desk.reserve(s("a"))->front();
    desk.nowMs = lease.leaseExpiresAtMs - 1;
    QVERIFY(desk.act(id, s("dig"), TaskAction::Heartbeat, s("a"), {}, lease.leaseToken));
    desk.nowMs += 2;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(desk.statuses(id), QStringList{s("dig IN_PROGRESS")});
}

void Timers::aBreachIsRecordedOnce()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)}, 2 * limits::msPerHour);
    desk.nowMs += limits::msPerHour - 1;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QVERIFY(desk.ask(ListAlerts{})->items.empty());
    for (int look = 0; look < 3; ++look) {
        desk.nowMs += 1;
        QVERIFY(desk.engine->tick(desk.nowMs));
    }
    const auto alerts = desk.ask(ListAlerts{});
    QCOMPARE(alerts->items.size(), size_t(1));
    QCOMPARE(alerts->items.front().kind, s("sla_breach"));
    QCOMPARE(alerts->items.front().activity, id);
    QCOMPARE(alerts->items.front().taskName, s("dig"));
    QVERIFY(desk.ask(GetTask{{id, s("dig"), {}}})->view.slaState == SlaState::Breached);
    desk.nowMs += limits::msPerHour;
    QVERIFY(desk.engine->tick(desk.nowMs));
    const auto later = desk.ask(ListAlerts{});
    QCOMPARE(std::ranges::count(later->items, s("activity_sla_breach"), &Alert::kind), 1);
    const auto acknowledged = desk.say(AcknowledgeAlert{alerts->items.front().id});
    QCOMPARE(acknowledged->acknowledgedBy, s("boss"));
    QVERIFY(desk.auditIsFine());
}

void Timers::aBreachWhileNothingRanIsRecordedAtTheNextLook()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.open({Desk::task(s("dig"), limits::msPerHour)}, limits::msPerDay);
    desk.nowMs += 5 * limits::msPerHour;
    desk.engine.emplace(*desk.database, 7, 7); // a new start
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(desk.ask(ListAlerts{})->items.size(), size_t(1));
}

void Timers::whatEndsLateBeforeTheTimersLookIsBreached_data()
{
    QTest::addColumn<std::function<bool(Desk &, ActivityId)>>("ends");
    const auto row = [](const char *name, const std::function<bool(Desk &, ActivityId)> &ends) {
        QTest::newRow(name) << ends;
    };
    row("completed", [](Desk &desk, ActivityId id) { return desk.act(id, s("dig"), TaskAction::Complete, s("a")).ok(); });
    row("skipped", [](Desk &desk, ActivityId id) { return desk.act(id, s("dig"), TaskAction::Skip, {}, s("no")).ok(); });
    row("cancelled", [](Desk &desk, ActivityId id) { return desk.say(EndActivity{id, EndKind::Cancel, s("no")}).ok(); });
    row("failed, as its lease ran out", [](Desk &desk, ActivityId) {
        desk.nowMs += limits::leaseMachineMs;
        return desk.tick();
    });
}

void Timers::whatEndsLateBeforeTheTimersLookIsBreached()
{
    using Ends = std::function<bool(Desk &, ActivityId)>;
    QFETCH(const Ends, ends);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    TaskSpec spec = Desk::task(s("dig"), limits::msPerHour);
    spec.maxAttempts = 1;
    const ActivityId id = desk.open({spec}, limits::msPerHour);
    const QByteArray due = "{\"due_at\":\"" + formatTime(desk.nowMs + limits::msPerHour).toLatin1() + "\"}";
    desk.nowMs += limits::msPerHour - 1;
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    desk.nowMs += 2;
    QVERIFY(ends(desk, id));
    for (int look = 0; look < 2; ++look) {
        QStringList kinds = alertKinds(desk);
        kinds.removeAll(s("task_failed"));
        QCOMPARE(kinds, QStringList({s("activity_sla_breach"), s("sla_breach")}));
        const auto events = desk.ask(ListEvents{id, limits::pageMax, {}});
        for (const char *kind : {"task.sla_breached", "activity.sla_breached"})
            QCOMPARE(std::ranges::count(events->items, s(kind), &Event::kind), 1);
        QCOMPARE(std::ranges::find(events->items, s("activity.sla_breached"), &Event::kind)->detail, due);
        QVERIFY(desk.tick());
    }
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
    QVERIFY(desk.auditIsFine());
}

// Whoever holds it does not move the due time of what is late already.
void Timers::whatIsHeldLateBeforeTheTimersLookIsBreached()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)}, limits::msPerDay);
    QCOMPARE(desk.say(Reserve{{s("a")}, 1, 0, 2 * limits::msPerHour})->size(), size_t(1));
    desk.nowMs += limits::msPerHour + limits::msPerMinute;
    QVERIFY(desk.act(id, s("dig"), TaskAction::Hold, {}, s("waiting for the citizen")));
    QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.breachedAtMs, desk.nowMs);
    QCOMPARE(desk.ask(GetStaffing{})->workers.items.front().records.value(s("dig")).late, 1); // in whose hands it was
    QVERIFY(turn(desk, limits::msPerHour));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Resume));
    QVERIFY(turn(desk, limits::msPerHour));
    QStringList kinds;
    const auto events = desk.ask(ListEvents{id, limits::pageMax, {}});
    for (const Event &event : events->items)
        kinds << event.kind;
    QCOMPARE(kinds.count(s("task.sla_breached")), 1);
    QVERIFY(kinds.indexOf(s("task.sla_breached")) < kinds.indexOf(s("task.held")));
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
    QVERIFY(desk.auditIsFine());
}

void Timers::theNextTimerIsKnownWithoutLooking()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + limits::msPerHour); // it looks around
    desk.open({Desk::task(s("dig"), limits::msPerHour / 2)}, limits::msPerDay);
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + limits::msPerHour / 2);
    const Lease lease = desk.reserve(s("a"))->front();
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), lease.leaseExpiresAtMs);
    desk.nowMs = lease.leaseExpiresAtMs;
    QVERIFY(desk.engine->tick(desk.nowMs)); // the task backs off, and wakes those who wait for it when that is over
    const qint64 back = *desk.engine->nextTimerMs(desk.nowMs);
    QVERIFY(back > desk.nowMs && back < desk.nowMs + 10 * limits::msPerSecond);
    desk.engine->forgetWoken();
    desk.nowMs = back;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QVERIFY(desk.engine->hasWoken());
}

void Timers::aThousandBreachesInOneSecond()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 10'000);
    std::vector<Request> requests;
    for (int i = 0; i < 1000; ++i)
        requests.push_back(
            {CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("dig"), limits::msPerHour)}},
             {s("boss"), Role::Admin, {}},
             {}});
    std::vector<const Request *> batch;
    for (const Request &request : requests)
        batch.push_back(&request);
    QCOMPARE(desk.engine->execute(batch, {}, desk.nowMs).replies.size(), size_t(1000));
    desk.nowMs += limits::msPerHour;
    QVERIFY(desk.tick());
    ListAlerts all;
    all.limit = 1000;
    QCOMPARE(desk.ask(all)->items.size(), size_t(1000));
    QVERIFY(desk.engine->tick(desk.nowMs + 1));
    all.cursor = desk.ask(all)->nextCursor;
    QVERIFY(all.cursor.isEmpty());
    QVERIFY(desk.auditIsFine());
}

void Timers::whatIsOldIsForgottenInSteps()
{
    Desk desk;
    QVERIFY(desk.engine->tick(desk.nowMs));
    std::vector<Request> requests;
    for (int i = 0; i <= engine::Engine::forgottenMax; ++i)
        requests.push_back({SendTest{s("console:x")}, {s("boss"), Role::Admin, {}}, s("key %1").arg(i)});
    std::vector<const Request *> batch;
    for (const Request &request : requests)
        batch.push_back(&request);
    (void)desk.engine->execute(batch, {}, desk.nowMs);
    const auto remembered = [&] {
        const auto connection = store::Connection::open(desk.url, store::Access::ReadOnly);
        const auto counting = connection->prepare({s("SELECT count(*) FROM operation"), {}});
        counting->next();
        return counting->integer(0);
    };
    QCOMPARE(remembered(), engine::Engine::forgottenMax + 1);
    desk.nowMs += limits::operationKeptMs;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(remembered(), 1);
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), desk.nowMs + engine::Engine::forgetPauseMs);
    desk.nowMs += engine::Engine::forgetPauseMs;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QCOMPARE(remembered(), 0);
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs),
             desk.nowMs - engine::Engine::forgetPauseMs + limits::msPerHour); // it looks around
}

HMSACT_TEST(Timers)

} // namespace hmsact::timers_test

#include "timers.moc"
