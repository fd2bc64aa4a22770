// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coresaying.h"
#include "engine/engine.h"
#include "engine/leadership.h"
#include "store/database.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

#include <set>
#include <thread>

namespace hmsact::cores_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Several cores on one PostgreSQL.
class Cores : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_database = std::make_unique<test::TestDatabase>(); }
    void aWorkerWaitingHereHasWhatIsEnqueuedThereAtOnce();
    void viewsHereFollowWhatIsDoneThere();
    void whatACoreDidNotTellIsFoundOut();
    void whoIsSeenThereIsKnownHere();
    void whatWasSavedThereIsNotOverwrittenHere();
    void whatIsRememberedHereWasPerhapsChangedThere();
    void whatJoinedAnOnlyTaskThereIsReleasedHere();
    void whoIsAloneLooksForNobody();
    void noWorkerHasMoreThanItsCapacityFromTwoCores();
    void aWorkerRemovedThereGetsNothingHere();
    void oneLeadsAndTheOtherTakesOverAtOnceWhenItStops();
    void whoFollowsIsNotLate();
    void whoIsToldToLookAroundIsNotLate();
    void aLeaderThatDiedIsFollowedInSeconds();
    void aLeaderThatMayOnlyReadLeadsNoMore();
    void thatNobodyLooksAtTheTimersIsSeenByAll();
    void whoeverLostTheLeadFiresNothing();
    void twoThatLeadFireEverythingOnce();
    void aWrongClockChangesNothing();
    void aLostConnectionIsSaidAndMended();
    void nothingIsDoneOnANewerProgramsSchema();

private:
    std::unique_ptr<Core> open(std::shared_ptr<Clock> clock = std::make_shared<SystemClock>())
    {
        auto core = Core::open({m_database->url.text, std::move(clock), 1, QStringLiteral("tst_cores")});
        return core ? std::move(core.value()) : nullptr;
    }
    static ActionInput act(const Lease &lease)
    {
        ActionInput input;
        input.action = TaskAction::Complete;
        input.worker = {QStringLiteral("mole")};
        input.leaseToken = lease.leaseToken;
        return input;
    }
    struct Watching { // the changes of a core
        std::mutex mutex;
        ChangeSet all; // guarded by mutex
        std::unique_ptr<Core::Subscription> subscription;
        explicit Watching(Core &core)
        {
            subscription = core.subscribe([this](const ChangeSet &changes) {
                const std::lock_guard lock(mutex);
                all.merge(changes);
            });
        }
        ChangeSet seen()
        {
            const std::lock_guard lock(mutex);
            return all;
        }
    };
    qint64 count(const char *sql)
    {
        auto connection = store::Connection::open(m_database->url, store::Access::ReadOnly);
        connection->begin(store::Access::ReadOnly);
        qint64 result = 0;
        {
            const auto statement = connection->prepare({QString::fromLatin1(sql), {}});
            result = statement->next() ? statement->integer(0) : 0;
        }
        connection->rollback();
        return result;
    }
    void execute(const char *sql) { store::Connection::open(m_database->url, store::Access::ReadWrite)->script(sql); }
    std::unique_ptr<store::Database> opened()
    {
        return std::move(store::Database::open(m_database->url, store::Access::ReadWrite).value());
    }

    std::unique_ptr<test::TestDatabase> m_database;
};

void Cores::aWorkerWaitingHereHasWhatIsEnqueuedThereAtOnce()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(here && there);
    hire(*there, QStringLiteral("mole"));
    QTRY_VERIFY(say(*here, reserve(1)).ok()); // it has heard of the worker
    std::vector<qint64> tookMs;
    for (int i = 0; i < 20; ++i) {
        std::future<Reply> waiting = post(*here, reserve(1, 10'000));
        QTest::qWait(60); // it is parked, and hints may be said again
        QElapsedTimer timer;
        timer.start();
        QVERIFY(say(*there, holes(1)));
        const Reply reply = waiting.get();
        tookMs.push_back(timer.elapsed());
        QVERIFY(reply.result.ok());
        QCOMPARE(std::get<std::vector<Lease>>(*reply.result).size(), size_t(1));
    }
    std::ranges::sort(tookMs);
    // The look at the database that needs no hint comes once a second: without hints half of these took longer than 400 ms.
    QVERIFY2(tookMs[10] < 100, qPrintable(QString::number(tookMs[10])));
}

void Cores::viewsHereFollowWhatIsDoneThere()
{
    const auto here = open();
    const auto there = open();
    Watching watching(*here);
    const auto made = say(*there, holes(1));
    QVERIFY(made);
    QTRY_VERIFY(std::ranges::count(watching.seen().activities, made->activity.id) > 0);
    QVERIFY(!watching.seen().overflow);
    QVERIFY(say(*there, holes(limits::tasksPerCallMax))); // too many to name
    QTRY_VERIFY(watching.seen().overflow);
}

void Cores::whatACoreDidNotTellIsFoundOut()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(say(*there, holes(1)));
    Watching watching(*here);
    QVERIFY(!QTest::qWaitFor([&] { return watching.seen().overflow; }, 2'500)); // all was told
    // It has committed one more and died before it could tell.
    execute("UPDATE core SET changes = changes + 1 WHERE id = (SELECT max(id) FROM core)");
    QTRY_VERIFY(watching.seen().overflow);
}

// Though no event tells of it.
void Cores::whoIsSeenThereIsKnownHere()
{
    const auto core = open();
    QVERIFY(core);
    hire(*core, QStringLiteral("mole"));
    const qint64 before = count("SELECT CAST(sum(changes) AS bigint) FROM core");
    QVERIFY(say(*core, reserve(1)));
    QVERIFY(count("SELECT last_seen_at FROM worker") > 0);
    QCOMPARE(count("SELECT CAST(sum(changes) AS bigint) FROM core"), before + 1);
}

void Cores::whatWasSavedThereIsNotOverwrittenHere()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(here && there);
    hire(*here, QStringLiteral("ana"));
    SaveWorker theirs;
    theirs.spec.id = WorkerId{QStringLiteral("ana")};
    theirs.spec.pools = QStringList{QStringLiteral("north")};
    theirs.seen.pools = QStringList();
    SaveWorker mine = theirs;
    mine.spec.pools = QStringList{QStringLiteral("south")};
    QVERIFY(say(*there, theirs));
    const auto refused = say(*here, mine);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    mine.seen.pools = theirs.spec.pools;
    QVERIFY(say(*here, mine));
}

// Whoever gave out a task has it in mind when its worker speaks again.
void Cores::whatIsRememberedHereWasPerhapsChangedThere()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(here && there);
    hire(*here, QStringLiteral("mole"));
    const auto made = say(*here, holes(2));
    QVERIFY(made);
    const auto leases = say(*here, reserve(2));
    QCOMPARE(leases->size(), size_t(2));
    ActionInput longer = act(leases->back());
    longer.action = TaskAction::Heartbeat;
    longer.leaseMs = limits::leaseMaxMs;
    const auto prolonged = say(*there, ActOnTask{{{}, {}, leases->back().task}, longer});
    QVERIFY(prolonged);
    ActionInput back = act(leases->front());
    back.action = TaskAction::Release;
    QVERIFY(say(*there, ActOnTask{{{}, {}, leases->front().task}, back}));

    const auto late = say(*here, ActOnTask{{{}, {}, leases->front().task}, act(leases->front())});
    QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    const auto done = say(*here, ActOnTask{{{}, {}, leases->back().task}, act(leases->back())});
    QVERIFY(done);
    QCOMPARE(done->task.version, prolonged->task.version + 1);

    const auto again = say(*here, reserve(1)); // and an activity that is over
    QCOMPARE(again->size(), size_t(1));
    QVERIFY(say(*there, EndActivity{made->activity.id, EndKind::Cancel, QStringLiteral("moved away")}));
    const auto tooLate = say(*here, ActOnTask{{{}, {}, again->front().task}, act(again->front())});
    QVERIFY(!tooLate && tooLate.error().code == ErrorCode::Conflict);
}

void Cores::whatJoinedAnOnlyTaskThereIsReleasedHere()
{
    const auto here = open();
    const auto there = open();
    hire(*here, QStringLiteral("mole"));
    const auto made = say(*here, holes(1));
    const auto lease = say(*here, reserve(1));
    QVERIFY(made && lease && lease->size() == 1);
    TaskSpec fill = holes(2).tasks.back();
    fill.needs = QStringList{QStringLiteral("dig")};
    QVERIFY(say(*there, EnqueueTasks{made->activity.id, {fill}}));
    QVERIFY(say(*here, ActOnTask{{{}, {}, lease->front().task}, act(lease->front())}));
    QCOMPARE(say(*here, reserve(1))->size(), size_t(1));
}

void Cores::whoIsAloneLooksForNobody()
{
    const auto core = open();
    QVERIFY(core);
    hire(*core, QStringLiteral("mole"));
    const auto looks = [this] {
        return count("SELECT seq_scan + idx_scan FROM pg_stat_user_tables WHERE relname = 'worker'");
    };
    const auto isQuiet = [&] {
        const qint64 before = looks();
        return !QTest::qWaitFor([&] { return looks() != before; }, 2'500);
    };
    QVERIFY(isQuiet() || isQuiet()); // the server counts with a delay
}

void Cores::noWorkerHasMoreThanItsCapacityFromTwoCores()
{
    const auto one = open();
    const auto two = open();
    hire(*one, QStringLiteral("mole"), 3);
    QTRY_VERIFY(say(*two, reserve(1)).ok());
    for (int round = 0; round < 20; ++round) {
        QVERIFY(say(*one, holes(10)));
        QVERIFY(say(*two, holes(10)));
        std::vector<std::future<Reply>> replies;
        for (int i = 0; i < 4; ++i) {
            replies.push_back(post(*one, reserve(2)));
            replies.push_back(post(*two, reserve(2)));
        }
        std::vector<Lease> leases;
        for (auto &future : replies) {
            Reply reply = future.get();
            QVERIFY(reply.result.ok());
            for (const Lease &lease : std::get<std::vector<Lease>>(*reply.result))
                leases.push_back(lease);
        }
        QCOMPARE(leases.size(), size_t(3));
        QCOMPARE(count("SELECT count(*) FROM task WHERE state = 'IN_PROGRESS'"), 3);
        CompleteTasks done;
        for (const Lease &lease : leases)
            done.items.push_back({lease.task, act(lease)});
        QVERIFY(say(round % 2 ? *one : *two, done));
    }
}

void Cores::aWorkerRemovedThereGetsNothingHere()
{
    const auto here = open();
    const auto there = open();
    hire(*there, QStringLiteral("mole"));
    QTRY_VERIFY(say(*here, reserve(1)).ok());
    QVERIFY(say(*there, holes(1)));
    execute("DELETE FROM worker"); // of which no hint comes
    const auto leases = say(*here, reserve(1));
    QVERIFY(!leases);
    QCOMPARE(int(leases.error().code), int(ErrorCode::NotFound));
}

void Cores::oneLeadsAndTheOtherTakesOverAtOnceWhenItStops()
{
    auto first = open();
    const auto second = open();
    QVERIFY(first->health().leads);
    QVERIFY(!second->health().leads);
    QVERIFY(second->health().leader.startsWith(QStringLiteral("tst_cores")));
    Watching watching(*second);
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second->health().leads, 3000); // less than a term
    QTRY_VERIFY(watching.seen().health); // told a moment after
    QVERIFY(std::abs(second->health().leaderSinceMs - second->nowMs()) < 5'000);
}

// What it would look at, if it led, is not overdue.
void Cores::whoFollowsIsNotLate()
{
    const auto first = open();
    const auto second = open();
    QVERIFY(!second->health().leads);
    QVERIFY(say(*second, holes(1)));
    QVERIFY(say(*second, holes(1))); // it has come to its timers since the first
    QCOMPARE(second->lateMs(), 0);
}

// It looks at once, not since 1970.
void Cores::whoIsToldToLookAroundIsNotLate()
{
    const auto first = open();
    const auto second = open();
    std::atomic<bool> isOver = false;
    std::atomic<qint64> lateMs = 0;
    std::jthread watching([&] {
        while (!isOver)
            lateMs = std::max<qint64>(lateMs, first->lateMs());
    });
    for (int i = 0; i < 40; ++i) {
        SaveRule saved;
        saved.rule.name = QStringLiteral("rule %1").arg(i);
        saved.rule.steps.resize(1);
        saved.rule.steps[0].notify = QStringList{QStringLiteral("console:boss")};
        QVERIFY(say(*second, saved));
    }
    isOver = true;
    QVERIFY2(lateMs < 60'000, qPrintable(QString::number(lateMs)));
}

void Cores::aLeaderThatDiedIsFollowedInSeconds()
{
    const auto core = open();
    execute("UPDATE leader SET core_id = 999, epoch = epoch + 1");
    QTRY_VERIFY(!core->health().leads);
    QTRY_VERIFY_WITH_TIMEOUT(core->health().leads, static_cast<int>(Leadership::termMs) + 3'000);
    QCOMPARE(count("SELECT epoch FROM leader"), 3);
}

void Cores::aLeaderThatMayOnlyReadLeadsNoMore()
{
    constexpr int soonMs = static_cast<int>(Leadership::termMs) + 3'000;
    const auto connectAgain = [this] {
        execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid()");
    };
    const auto core = open();
    QVERIFY(core->health().leads);
    QVERIFY(say(*core, holes(1, 1'000)));
    execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); "
            "END $$");
    connectAgain();
    QTRY_VERIFY_WITH_TIMEOUT(!core->health().leads, soonMs);
    QTRY_VERIFY(core->lateMs() > 0); // all the same, for nobody looks after its timers
    QCOMPARE(say(*core, holes(1)).error().code, ErrorCode::Unavailable);
    execute("BEGIN READ WRITE; DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only', "
            "current_database()); END $$; COMMIT");
    connectAgain();
    QTRY_VERIFY_WITH_TIMEOUT(core->health().leads, soonMs);
    QTRY_COMPARE(count("SELECT count(*) FROM alert WHERE kind = 'sla_breach'"), 1);
}

// The leader keeps its lead, but does not come to its timers.
void Cores::thatNobodyLooksAtTheTimersIsSeenByAll()
{
    const auto core = open();
    QVERIFY(core->silentMs() < limits::engineSilentMs);
    execute("UPDATE leader SET core_id = 999, epoch = epoch + 1, since = since - 3600000, ticked_at = ticked_at + 3600000, "
            "expires_at = expires_at + 5000");
    QTRY_VERIFY(!core->health().leads);
    QTRY_VERIFY(core->silentMs() > 0); // by a clock that was ahead nobody has looked yet
    execute("UPDATE leader SET ticked_at = ticked_at - 3661000");
    QTRY_VERIFY(core->silentMs() > limits::engineSilentMs);
    QVERIFY(say(*core, holes(1))); // to work on does not help
    QVERIFY(core->silentMs() > limits::engineSilentMs);
    execute("UPDATE leader SET expires_at = 0");
    QTRY_VERIFY_WITH_TIMEOUT(core->health().leads, static_cast<int>(Leadership::termMs) + 3'000);
    QTRY_VERIFY(core->silentMs() < limits::engineSilentMs);
}

void Cores::whoeverLostTheLeadFiresNothing()
{
    const auto database = opened();
    const qint64 me = database->enrol(QStringLiteral("me"), 1).value();
    Leadership leadership(*database, me);
    Engine engine(*database, 1, 1);
    QVERIFY(leadership.renew(1'000, 1'000));
    QVERIFY(leadership.leads());
    const Request request{holes(1), {QStringLiteral("boss"), Role::Admin, {}}, {}};
    QVERIFY(engine.execute({&request}, {}, 1'000).replies.front().result.ok());
    execute("UPDATE leader SET core_id = 999, epoch = epoch + 1");
    QVERIFY(engine.tick(1'000 + limits::msPerDay, &leadership));
    QVERIFY(!leadership.leads());
    QCOMPARE(count("SELECT count(*) FROM alert"), 0);
    QVERIFY(engine.tick(1'000 + limits::msPerDay)); // the same with nobody to ask
    QCOMPARE(count("SELECT count(*) FROM alert WHERE kind LIKE '%sla_breach'"), 2);
}

// Both believe that they lead, and nothing tells them otherwise.
void Cores::twoThatLeadFireEverythingOnce()
{
    constexpr int tasks = 900;
    {
        const auto database = opened();
        Engine engine(*database, 1, 1);
        const Request request{holes(tasks), {QStringLiteral("boss"), Role::Admin, {}}, {}};
        QVERIFY(engine.execute({&request}, {}, 1'000).replies.front().result.ok());
    }
    std::vector<std::jthread> leaders;
    std::atomic<int> failed{0};
    for (quint32 i = 0; i < 3; ++i) {
        leaders.emplace_back([&, i] {
            const auto database = std::move(store::Database::open(m_database->url, store::Access::ReadWrite).value());
            Engine engine(*database, i, i);
            const qint64 nowMs = 1'000 + 2 * limits::msPerHour;
            // A tick gives way after a second, so that a slow machine needs several.
            Result<qint64> next = nowMs;
            for (int ticks = 0; ticks < 50 && next && *next > 0 && *next <= nowMs; ++ticks) {
                if (!engine.tick(nowMs))
                    ++failed;
                next = engine.nextTimerMs(nowMs);
            }
            if (!next)
                ++failed;
        });
    }
    leaders.clear();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(count("SELECT count(*) FROM event WHERE kind = 'task.sla_breached'"), tasks);
    QCOMPARE(count("SELECT count(*) FROM alert WHERE kind = 'sla_breach'"), tasks);
    QCOMPARE(count("SELECT count(*) FROM escalation_firing"), tasks);
}

// What a desktop thinks of the time changes nothing: the database's clock decides.
class WrongClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return SystemClock().nowMs() + limits::msPerHour; }
};

void Cores::aWrongClockChangesNothing()
{
    const auto wrong = open(std::make_shared<WrongClock>());
    const auto right = open();
    QVERIFY(std::abs(wrong->nowMs() - right->nowMs()) < 500);
    const auto made = say(*wrong, holes(1, 30 * limits::msPerMinute));
    QVERIFY(made);
    QVERIFY(std::abs(made->activity.createdAtMs - SystemClock().nowMs()) < 5'000);
    QVERIFY(!QTest::qWaitFor([&] { return count("SELECT count(*) FROM alert") > 0; }, 1'500));
}

void Cores::aLostConnectionIsSaidAndMended()
{
    const auto core = open();
    QVERIFY(say(*core, holes(1)));
    Watching watching(*core);
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()");
    QTRY_VERIFY(core->health().lostAtMs > 0);
    QTRY_VERIFY(core->health().connected);
    QTRY_VERIFY(watching.seen().health); // told a moment after
    QTRY_VERIFY(watching.seen().overflow); // anything may have happened meanwhile
    QVERIFY(say(*core, holes(1))); // by itself
    QCOMPARE(count("SELECT count(*) FROM activity"), 2);
}

// Which brings the database to its own while this one is at work.
void Cores::nothingIsDoneOnANewerProgramsSchema()
{
    const auto core = open();
    QVERIFY(say(*core, holes(1)));
    execute("INSERT INTO schema_migration VALUES (9999, 'future', 0)");
    Result<ActivityView> refused = say(*core, holes(1));
    QTRY_VERIFY(!(refused = say(*core, holes(1))));
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    const QString said = refused.error().detail.english();
    QVERIFY2(said.contains(QStringLiteral("newer program")) && said.contains(QStringLiteral("9999")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("://")), qPrintable(said)); // clients hear it too
    const qint64 made = count("SELECT count(*) FROM activity");
    QVERIFY(!say(*core, holes(1)));
    QCOMPARE(count("SELECT count(*) FROM activity"), made);
    for (int i = 0; i < 8; ++i) { // whoever would execute it
        Reserve reserve;
        reserve.worker = {QStringLiteral("mole-%1").arg(i)};
        QTRY_COMPARE(say(*core, reserve).error().code, ErrorCode::Unavailable);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!core->health().leads, static_cast<int>(Leadership::termMs) + 3'000);
}

HMSACT_TEST(Cores)

} // namespace hmsact::cores_test

#include "cores.moc"
