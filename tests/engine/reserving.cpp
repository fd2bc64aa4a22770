// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

#include <sqlite3.h>

namespace hmsact::reserving_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// Who is given what, and in which order.
class Reserving : public QObject
{
    Q_OBJECT

private slots:
    void onlyTasksOfOnesSkills();
    void urgentAndOldWorkComesFirst();
    void neverMoreThanTheCapacity();
    void noTaskIsGivenTwiceInOneBatch();
    void aFailedTaskGoesToSomebodyElse();
    void theOnlyWorkerGetsItAgainAfterTheBackoff();
    void whoFailedItIsPassedOverForWhoIsEligibleOnly_data();
    void whoFailedItIsPassedOverForWhoIsEligibleOnly();
    void reassignedWorkIsKeptForThatWorker();
    void reassignedWorkIsKeptForThatPool();
    void whatWaitedKeepsItsPlaceWhenItIsReassigned();
    void aTokenActsForItsOwnWorkerOnly();
    void refusesWhatIsOutOfBounds();
    void aWaitingReserveIsServedInTheSameTransaction();
    void aWaitingReserveIsServedWhenLeaveEnds();
    void goesThroughMoreThanOnePage();
    void pastWhatIsTooBigItGoesInLeaps();
    void largePayloadsComeInParts();
    void whatIsHeldIsJudgedAsItStands_data();
    void whatIsHeldIsJudgedAsItStands();
};

void Reserving::onlyTasksOfOnesSkills()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    TaskSpec paint = Desk::task(s("paint"));
    paint.needs = QStringList();
    desk.open({Desk::task(s("dig")), paint});
    const auto leases = desk.reserve(s("a"), 10);
    QCOMPARE(leases->size(), size_t(1));
    QCOMPARE(leases->front().name, s("dig"));
    QCOMPARE(leases->front().attempt, 1);
    QCOMPARE(leases->front().leaseExpiresAtMs, desk.nowMs + limits::leaseMachineMs);
    QVERIFY(desk.reserve(s("a"), 10)->empty());
}

void Reserving::urgentAndOldWorkComesFirst()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const auto open = [&](int priority) {
        TaskSpec spec = Desk::task(s("dig"), 30 * limits::msPerDay);
        spec.priority = priority;
        return desk.open({spec}, 60 * limits::msPerDay);
    };
    const ActivityId old = open(5);
    desk.nowMs += 3 * limits::msPerHour;
    const ActivityId urgent = open(9);
    const ActivityId middle =
        open(6); // one hour of patience: ready at 3 h, ranked at 4 h like the old one; the older id wins
    const ActivityId fresh = open(5);
    const auto leases = desk.reserve(s("a"), 10);
    QList<qint64> order;
    for (const Lease &lease : *leases)
        order << lease.activity.value;
    QCOMPARE(order, QList<qint64>({urgent.value, old.value, middle.value, fresh.value}));
}

void Reserving::neverMoreThanTheCapacity()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 2);
    for (int i = 0; i < 5; ++i)
        desk.open({Desk::task(s("dig"))});
    const auto first = desk.reserve(s("a"), 5);
    QCOMPARE(first->size(), size_t(2));
    QVERIFY(desk.reserve(s("a"), 5)->empty());
    QVERIFY(desk.act(first->front().activity, s("dig"), TaskAction::Complete, s("a")));
    QCOMPARE(desk.reserve(s("a"), 5)->size(), size_t(1));
}

void Reserving::noTaskIsGivenTwiceInOneBatch()
{
    Desk desk;
    desk.hire(s("a"), {s("dig"), s("paint")});
    desk.hire(s("b"), {s("paint"), s("dig")});
    for (int i = 0; i < 50; ++i)
        desk.open({Desk::task(i % 2 ? s("dig") : s("paint"))});
    std::vector<Request> requests;
    for (int i = 0; i < 20; ++i)
        requests.push_back({Reserve{{i % 2 ? s("a") : s("b")}, 4, 0, 0}, {s("boss"), Role::Admin, {}}, {}});
    std::vector<const Request *> batch;
    for (const Request &request : requests)
        batch.push_back(&request);
    const auto outcome = desk.engine->execute(batch, {}, desk.nowMs);
    QSet<qint64> given;
    for (const Reply &reply : outcome.replies) {
        QVERIFY(reply.result);
        for (const Lease &lease : std::get<std::vector<Lease>>(*reply.result)) {
            QVERIFY(!given.contains(lease.task.value));
            given.insert(lease.task.value);
        }
    }
    QCOMPARE(given.size(), 50);
    QVERIFY(desk.auditIsFine());
}

void Reserving::aFailedTaskGoesToSomebodyElse()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    QVERIFY(!desk.reserve(s("a"))->empty());
    QVERIFY(desk.act(id, s("dig"), TaskAction::Fail, s("a"), s("no shovel")));
    desk.nowMs += limits::msPerMinute; // past the back-off
    QVERIFY(desk.reserve(s("a"))->empty());
    const auto second = desk.reserve(s("b"));
    QCOMPARE(second->size(), size_t(1));
    QCOMPARE(second->front().attempt, 2);
}

void Reserving::theOnlyWorkerGetsItAgainAfterTheBackoff()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    QVERIFY(!desk.reserve(s("a"))->empty());
    QVERIFY(desk.act(id, s("dig"), TaskAction::Fail, s("a"), s("no shovel")));
    QVERIFY(desk.reserve(s("a"))->empty()); // backing off
    const auto task = desk.ask(GetTask{{id, s("dig"), {}}});
    desk.nowMs = task->view.task.notBeforeMs;
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
}

void Reserving::whoFailedItIsPassedOverForWhoIsEligibleOnly_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isEligible");
    QTest::newRow("there") << s("there") << true;
    QTest::newRow("silent") << s("silent") << true;
    QTest::newRow("full") << s("full") << true;
    QTest::newRow("too small") << s("too small") << false;
    QTest::newRow("on leave") << s("on leave") << false;
    QTest::newRow("not available") << s("not available") << false;
}

void Reserving::whoFailedItIsPassedOverForWhoIsEligibleOnly()
{
    QFETCH(const QString, other);
    QFETCH(const bool, isEligible);
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 10);
    desk.hire(s("b"), {s("dig")}, other == s("too small") ? 4 : 5);
    TaskSpec big = Desk::task(s("dig"));
    big.cost = 5;
    if (other == s("full")) {
        (void)desk.open({big});
        QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    }
    SaveWorker away{{}, true};
    away.spec.id = WorkerId{s("b")};
    if (other == s("on leave"))
        away.spec.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + 300 * limits::msPerDay, {}, false}};
    away.spec.available = other != s("not available");
    QVERIFY(desk.say(away));
    const ActivityId id = desk.open({big});
    QVERIFY(!desk.reserve(s("a"))->empty());
    QVERIFY(desk.act(id, s("dig"), TaskAction::Fail, s("a"), s("no shovel")));
    desk.nowMs += other == s("silent") ? limits::silentAfterMs : limits::msPerMinute; // past the back-off
    const auto detail = desk.ask(GetTask{{id, s("dig"), {}}});
    QCOMPARE(detail->view.waiting->cause == WaitingCause::AllExcluded, !isEligible);
    QCOMPARE(desk.reserve(s("a"))->size(), isEligible ? size_t(0) : size_t(1));
    ActionInput complete;
    complete.action = TaskAction::Complete;
    QCOMPARE(desk.say(ActOnTask{{id, s("dig"), {}}, complete}, {s("a"), Role::Worker, {s("a")}}).ok(), !isEligible);
}

void Reserving::reassignedWorkIsKeptForThatWorker()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    QVERIFY(desk.act(id, s("dig"), TaskAction::Reassign, s("b")));
    QVERIFY(desk.reserve(s("a"))->empty());
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.worker, WorkerId{s("b")});
    QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    QVERIFY(!desk.act(id, s("dig"), TaskAction::Reassign, s("nobody")));
}

void Reserving::reassignedWorkIsKeptForThatPool()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")}, 10, {s("night")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    ActionInput input;
    input.action = TaskAction::Reassign;
    input.pool = s("night");
    QVERIFY(desk.say(ActOnTask{{id, s("dig"), {}}, input}));
    QVERIFY(desk.reserve(s("a"))->empty());
    QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    input.pool = s("nobody");
    QVERIFY(!desk.say(ActOnTask{{id, s("dig"), {}}, input}));
}

void Reserving::whatWaitedKeepsItsPlaceWhenItIsReassigned()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 100, {s("yard")});
    const auto open = [&] {
        return desk.open({Desk::task(s("dig"), limits::msPerDay)});
    };
    const ActivityId first = open();
    desk.nowMs += limits::msPerHour;
    const ActivityId second = open();
    desk.nowMs += limits::msPerHour;
    ActionInput input;
    input.action = TaskAction::Reassign;
    input.pool = s("yard");
    QVERIFY(desk.say(ActOnTask{{first, s("dig"), {}}, input}));
    const auto leases = desk.reserve(s("a"), 2);
    QCOMPARE(leases->size(), size_t(2));
    QCOMPARE(leases->front().activity, first);
    QCOMPARE(leases->back().activity, second);
}

void Reserving::aTokenActsForItsOwnWorkerOnly()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    desk.open({Desk::task(s("dig"))});
    const Actor bot{s("bot"), Role::Worker, {s("a")}};
    QCOMPARE(desk.say(Reserve{{s("b")}, 1, 0, 0}, bot).error().code, ErrorCode::Forbidden);
    QCOMPARE(desk.say(Reserve{{s("a")}, 1, 0, 0}, bot)->size(), size_t(1));
}

void Reserving::refusesWhatIsOutOfBounds()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QCOMPARE(desk.reserve(s("ghost")).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.reserve(s("a"), 0).error().code, ErrorCode::Invalid);
    QCOMPARE(desk.reserve(s("a"), 1001).error().code, ErrorCode::Invalid);
    QCOMPARE(desk.say(Reserve{{s("a")}, 1, 0, 1}).error().code, ErrorCode::Invalid);
}

void Reserving::aWaitingReserveIsServedInTheSameTransaction()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const Actor boss{s("boss"), Role::Admin, {}};
    const Request wait{Reserve{{s("a")}, 1, 30'000, 0}, boss, {}};
    const Request work{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}}, boss, {}};
    const Request other{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("paint"))}}, boss, {}};
    auto outcome = desk.engine->execute({&other}, {&wait}, desk.nowMs);
    QVERIFY(std::get<std::vector<Lease>>(*outcome.waiting.front().result).empty());
    outcome = desk.engine->execute({&work}, {&wait}, desk.nowMs);
    QCOMPARE(std::get<std::vector<Lease>>(*outcome.waiting.front().result).size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void Reserving::aWaitingReserveIsServedWhenLeaveEnds()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const qint64 backAtMs = desk.nowMs + 90 * limits::msPerMinute;
    SaveWorker away{{}, true};
    away.spec.id = WorkerId{s("a")};
    away.spec.leave = std::vector<Leave>{{desk.nowMs, backAtMs, {}, false}};
    QVERIFY(desk.say(away));
    (void)desk.open({Desk::task(s("dig"))});
    QVERIFY(desk.tick());
    const Request wait{Reserve{{s("a")}, 1, 30'000, 0}, {s("boss"), Role::Admin, {}}, {}};
    auto outcome = desk.engine->execute({}, {&wait}, desk.nowMs);
    QVERIFY(std::get<std::vector<Lease>>(*outcome.waiting.front().result).empty());
    QVERIFY(!desk.engine->hasWoken());
    desk.nowMs = backAtMs - 1;
    QVERIFY(desk.tick());
    QVERIFY(!desk.engine->hasWoken());
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), backAtMs);
    desk.nowMs = backAtMs;
    QVERIFY(desk.tick());
    QVERIFY(desk.engine->hasWoken());
    outcome = desk.engine->execute({}, {&wait}, desk.nowMs);
    QCOMPARE(std::get<std::vector<Lease>>(*outcome.waiting.front().result).size(), size_t(1));
}

void Reserving::goesThroughMoreThanOnePage()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 1000);
    std::vector<Request> requests;
    for (int i = 0; i < 700; ++i)
        requests.push_back({CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}},
                            {s("boss"), Role::Admin, {}},
                            {}});
    std::vector<const Request *> batch;
    for (const Request &request : requests)
        batch.push_back(&request);
    QCOMPARE(desk.engine->execute(batch, {}, desk.nowMs).replies.size(), size_t(700));
    QCOMPARE(desk.reserve(s("a"), 600)->size(), size_t(600));
    QCOMPARE(desk.reserve(s("a"), 600)->size(), size_t(100));
}

// Of all connections to SQLite that are opened from now on.
class StatementCounter
{
public:
    StatementCounter() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&countThose)); }
    ~StatementCounter() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&countThose)); }
    StatementCounter(const StatementCounter &) = delete;
    StatementCounter &operator=(const StatementCounter &) = delete;
    inline static int count = 0;

private:
    static int countThose(sqlite3 *database, const char **, const void *)
    {
        const auto note = [](unsigned, void *, void *, void *) {
            return ++count, 0;
        };
        return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, note, nullptr);
    }
};

void Reserving::pastWhatIsTooBigItGoesInLeaps()
{
    const StatementCounter counter;
    Desk desk;
    desk.hire(s("small"), {s("dig")}, 1);
    std::vector<TaskSpec> specs;
    for (int i = 0; i < 300; ++i) {
        specs.push_back(Desk::task(s("big %1").arg(i)));
        specs.back().skill = s("dig");
        specs.back().needs = QStringList();
        specs.back().cost = 2;
    }
    desk.open(specs);
    desk.nowMs += 1;
    const ActivityId fitting = desk.open({Desk::task(s("dig"))});
    StatementCounter::count = 0;
    const auto leases = desk.reserve(s("small"));
    QVERIFY2(StatementCounter::count < 40, qPrintable(QString::number(StatementCounter::count)));
    QCOMPARE(leases->size(), size_t(1));
    QCOMPARE(leases->front().activity, fitting);
}

// Whatever reaches a held task by another way than its id, the next who names it by its id sees that.
// An answer of a thousand of them would be 256 MB.
void Reserving::largePayloadsComeInParts()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    TaskSpec spec = Desk::task(s("dig"));
    spec.payload = {{s("form"), QString(250'000, QChar(u'x'))}};
    for (int i = 0; i < 20; ++i)
        desk.open({spec});
    QList<size_t> sizes;
    for (size_t size = 1; size > 0; sizes << size)
        size = desk.reserve(s("a"), 100)->size();
    QCOMPARE(sizes, QList<size_t>({17, 3, 0}));
}

void Reserving::whatIsHeldIsJudgedAsItStands_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"cancelled with its activity", "released by its name", "lease over", "given to another"})
        QTest::newRow(change) << s(change);
}

void Reserving::whatIsHeldIsJudgedAsItStands()
{
    QFETCH(const QString, change);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    const Lease lease = desk.reserve(s("a"))->front();
    if (change == s("cancelled with its activity")) {
        QVERIFY(desk.say(EndActivity{id, EndKind::Cancel, s("moved away")}));
    } else if (change == s("released by its name")) {
        QVERIFY(desk.act(id, s("dig"), TaskAction::Release, s("a"), {}, lease.leaseToken));
    } else if (change == s("lease over")) {
        desk.nowMs = lease.leaseExpiresAtMs;
        QVERIFY(desk.engine->tick(desk.nowMs));
    } else {
        QVERIFY(desk.act(id, s("dig"), TaskAction::Release, s("a"), {}, lease.leaseToken));
        QCOMPARE(desk.reserve(s("b"))->size(), size_t(1));
    }
    CompleteTasks late;
    late.items.push_back({lease.task, {}});
    late.items.front().input.action = TaskAction::Complete;
    late.items.front().input.worker = {s("a")};
    late.items.front().input.leaseToken = lease.leaseToken;
    const auto results = desk.say(late);
    QVERIFY(results && !results->front());
    QCOMPARE(results->front().error().code, ErrorCode::Conflict);
    QVERIFY(desk.auditIsFine());
}

HMSACT_TEST(Reserving)

} // namespace hmsact::reserving_test

#include "reserving.moc"
