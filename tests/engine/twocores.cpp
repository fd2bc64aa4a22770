// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "engine/leadership.h"
#include "staffdesk.h"
#include "support/testprogram.h"

#include <atomic>
#include <latch>
#include <thread>

namespace hmsact::twocores_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What one core does while another works on the same PostgreSQL, and what it hears of that.
class TwoCores : public QObject
{
    Q_OBJECT

private slots:
    void whoIsSeenThereWakesNobodyHere();
    void tooManyToNameAreReadAnew();
    void whatReturnsGoesToNobodyWhoIsGivenOtherWork();
    void whatIsKnownOfTokensIsSaid();
    void whatNobodyIsLeftForIsLockedInOneOrder();
    void idsThatAnotherHasMadeAreDrawnAnew();
    void whatWasDoneBeforeIsWaitedFor();
    void aTermOfAClockThatWasAheadIsOver();
};

static constexpr qsizetype payloadMax = 7'000;

// As it arrives at the other core.
static Hint said(engine::Engine &engine)
{
    Hint news = engine.takeNews();
    news.core = 2;
    return hintFrom(toText(news, payloadMax)).value_or(Hint::anything());
}

static void execute(engine::Engine &engine, Command command)
{
    const Request request{std::move(command), {s("boss"), Role::Admin, {}}, {}};
    QVERIFY(engine.execute({&request}, {}, engine::morningMs).replies.front().result);
}

// A bot asks again and again; what waits here is no more for anybody because of that.
void TwoCores::whoIsSeenThereWakesNobodyHere()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QVERIFY(desk.tick());
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    engine::Engine second(*database, 43, 43);
    execute(second, Reserve{{s("a")}, 1, 0, 0});
    const Hint seen = said(second);
    QVERIFY(seen.changes.workers); // lists of workers say when each was seen
    const qint64 nextMs = *desk.engine->nextTimerMs(desk.nowMs);
    desk.engine->forgetWoken();
    desk.engine->hear(seen);
    QVERIFY(!desk.engine->hasWoken());
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), nextMs);
    (void)desk.engine->takeNews();
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(!desk.engine->takeNews().changes.workers); // it is known when it was seen

    SaveWorker moved;
    moved.spec.id = WorkerId{s("a")};
    moved.spec.pools = QStringList{s("north")};
    execute(second, moved);
    desk.engine->hear(said(second));
    QVERIFY(desk.engine->hasWoken());
}

void TwoCores::tooManyToNameAreReadAnew()
{
    Hint hint;
    hint.changes.workers = true;
    for (int i = 0; i < 1000; ++i)
        hint.seen.insert(s("worker-%1").arg(i), engine::morningMs);
    const Hint heard = *hintFrom(toText(hint, payloadMax));
    QVERIFY(heard.workersSaved && !heard.changes.overflow);
}

// Whoever goes by memory while the database is away must know of a token that was revoked, however much else has changed.
void TwoCores::whatIsKnownOfTokensIsSaid()
{
    for (const bool isRevoked : {false, true}) {
        Hint hint;
        hint.changes.tokens = isRevoked;
        for (int i = 1; i <= 1000; ++i)
            hint.changes.tasks.push_back({i});
        const Hint heard = *hintFrom(toText(hint, payloadMax));
        QVERIFY(heard.changes.unknown && heard.changes.mayConcernTokens());
        QCOMPARE(heard.changes.tokens, isRevoked);
        Hint anything = Hint::anything();
        anything.changes.tokens = isRevoked;
        const Hint terse = *hintFrom(toText(anything, payloadMax));
        QVERIFY(terse.changes.unknown && terse.changes.tokens == isRevoked);
    }
}

// Whether somebody waits for a lock.
static bool isAwaited(store::Connection &watching)
{
    const auto waiting = watching.prepare(
        {s("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"), {}});
    return waiting->next() && waiting->integer(0) > 0;
}

// Bob has room for one: another core gives him something in the moment in which an offer to Ann is over.
void TwoCores::whatReturnsGoesToNobodyWhoIsGivenOtherWork()
{
    Desk desk;
    WorkerSpec ann = clerk(s("ann"));
    ann.returnMs = limits::msPerHour / 2;
    hire(desk, ann);
    QVERIFY(desk.tick());
    const ActivityId hole = desk.open({Desk::task(s("dig"), limits::msPerDay)}, 2 * limits::msPerDay);
    desk.open({Desk::task(s("fill"), limits::msPerDay)}, 2 * limits::msPerDay);
    hire(desk, clerk(s("bob"), 3, 1));
    QVERIFY(desk.tick());
    const auto holder = [&] {
        return desk.ask(GetTask{{hole, s("dig"), {}}})->view.task.worker.value;
    };
    QCOMPARE(holder(), s("ann"));
    desk.nowMs += limits::msPerHour / 2;
    std::latch isBusy(1);
    std::atomic<bool> isTicked = false;
    std::jthread other([&] {
        const auto watching = store::Connection::open(desk.url, store::Access::ReadOnly);
        const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
        (void)database->transact<Done>([&]() -> Status {
            database->script(s("SELECT 1 FROM worker WHERE id = 'bob' FOR UPDATE"));
            database->script(s("UPDATE task SET state = 'IN_PROGRESS', worker_id = 'bob', lease_expires_at = 9000000000000 "
                               "WHERE name = 'fill'"));
            isBusy.count_down();
            while (!isTicked && !isAwaited(*watching)) { }
            return Done{};
        });
    });
    isBusy.wait();
    QVERIFY(desk.engine->tick(desk.nowMs));
    isTicked = true;
    other.join();
    QCOMPARE(holder(), QString());
}

// The queues of both are deserted at once; another core has the activity of the older one, and wants the other.
void TwoCores::whatNobodyIsLeftForIsLockedInOneOrder()
{
    Desk desk;
    desk.hire(s("mole"), {s("dig"), s("fill")});
    save(desk, {{s("when"), s("no_eligible_worker")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#staff"})}});
    const qint64 older = desk.open({Desk::task(s("fill"), limits::msPerDay)}).value;
    const qint64 younger = desk.open({Desk::task(s("dig"), limits::msPerDay)}).value; // whose queue comes first
    QVERIFY(turn(desk, limits::msPerMinute));
    QVERIFY(desk.say(RemoveWorker{{s("mole")}}));
    desk.nowMs += limits::msPerMinute;
    std::latch isBusy(1);
    std::atomic<bool> isTicked = false;
    bool isFree = false;
    std::jthread other([&] {
        const auto watching = store::Connection::open(desk.url, store::Access::ReadWrite);
        const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
        const QString lock = s("SELECT 1 FROM activity WHERE id = %1 FOR UPDATE");
        (void)database->transact<Done>([&]() -> Status {
            database->script(lock.arg(older));
            isBusy.count_down();
            while (!isTicked && !isAwaited(*watching)) { }
            isFree = !isTicked && watching->prepare({lock.arg(younger) + s(" SKIP LOCKED"), {}})->next();
            return Done{};
        });
    });
    isBusy.wait();
    QVERIFY(desk.engine->tick(desk.nowMs));
    isTicked = true;
    other.join();
    QVERIFY(isFree);
    QCOMPARE(told(desk), (QStringList{s("slack:#staff"), s("slack:#staff")}));
}

// Two whose numbers agree as far as ids carry them, at the same instant.
void TwoCores::idsThatAnotherHasMadeAreDrawnAnew()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    engine::Engine second(*database, 42 + 1024, 1);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!desk.open({Desk::task(s("dig"))}).isNull());
        execute(second, CreateActivity{s("jordan"), s("move"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}});
    }
    QCOMPARE(desk.ask(ListActivities{})->items.size(), size_t(6));
}

// It may be stored on this server alone, and its standby is away: a commit waits for that, also for all before it.
void TwoCores::whatWasDoneBeforeIsWaitedFor()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId activity = desk.open({Desk::task(s("fill"))});
    QVERIFY(desk.database->enrol(s("test"), 1));
    const auto watching = store::Connection::open(desk.url, store::Access::ReadOnly);
    const auto commitsBy = [&](const std::function<void()> &call) {
        const auto commits = watching->prepare({s("SELECT max(commits) FROM core"), {}});
        const auto read = [&] {
            const qint64 found = commits->next() ? commits->integer(0) : -1;
            commits->reset();
            return found;
        };
        const qint64 before = read();
        call();
        return read() - before;
    };
    const auto create = [&] {
        const Request request{SaveWorker{clerk(s("b"))}, {s("boss"), Role::Admin, {}}, s("key")};
        QVERIFY(desk.engine->execute({&request}, {}, desk.nowMs).replies.front().result);
    };
    QCOMPARE(commitsBy(create), 1);
    QCOMPARE(commitsBy(create), 1);
    QVERIFY(desk.reserve(s("a"))); // by now it was seen
    QCOMPARE(commitsBy([&] { QVERIFY(desk.reserve(s("a"))->empty()); }), 0);
    const auto deliver = [&] {
        const Request request{TakeNotifications{desk.nowMs, limits::msPerHour, {}, {}}, Actor::engine(), {}};
        QVERIFY(desk.engine->execute({&request}, {}, desk.nowMs).replies.front().result);
    };
    QCOMPARE(commitsBy(deliver), 0);
    const auto raise = [&] {
        QVERIFY(desk.act(activity, s("fill"), TaskAction::Complete, s("a")));
    };
    QCOMPARE(commitsBy(raise), 1);
    QCOMPARE(commitsBy(raise), 1);
}

// No honest leader is more than one term ahead.
void TwoCores::aTermOfAClockThatWasAheadIsOver()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    engine::Leadership leadership(*database, database->enrol(s("test"), 1).value());
    const auto leadsUntil = [&](qint64 endMs) {
        return database->transact<Done>([&]() -> Status {
            database->script(s("UPDATE leader SET core_id = 999, expires_at = %1").arg(endMs));
            return Done{};
        });
    };
    QVERIFY(leadsUntil(desk.nowMs + 2 * engine::Leadership::termMs));
    QVERIFY(leadership.renew(desk.nowMs, 0));
    QVERIFY(leadership.follows());
    QVERIFY(leadsUntil(desk.nowMs + 2 * engine::Leadership::termMs + 1));
    QVERIFY(leadership.renew(desk.nowMs, 0));
    QVERIFY(leadership.leads());
    QCOMPARE(leadership.leader().expiresAtMs, desk.nowMs + engine::Leadership::termMs);
}

HMSACT_TEST(TwoCores)

} // namespace hmsact::twocores_test

#include "twocores.moc"
