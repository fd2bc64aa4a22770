// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core.h"
#include "engine/coreclient.h"
#include "engine/mailbox.h"
#include "engine/meters.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

#include <future>
#include <set>
#include <thread>

namespace hmsact::threads_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// The core behind its mailbox: many threads, one truth.
class Threads : public QObject
{
    Q_OBJECT

private slots:
    void manyThreadsReserveEachTaskOnce();
    void aLongPollIsAnsweredByWhatArrives();
    void aLongPollEndsEmpty();
    void whatTakesMinutesIsGivenUpWithTheWaits();
    void whatFailsIsNotTriedAgainAtOnce();
    void whoHasGoneIsGivenNothing();
    void whatNobodyWaitsForAnyMoreIsNotBegun();
    void aQuestionThatNobodyWaitsForAnyMoreIsPassedOver();
    void turningTheClockFiresWhatIsDueInOrder();
    void anEngineThatHangsIsSeenToBeSilent();
    void stoppingAnswersEverybody();
    void aSecondCoreIsToldWhoHoldsTheFile();
    void changesArriveAtTheWindowsThread();
    void aWindowThatIsGoneIsToldNothing();

private:
    std::unique_ptr<Core> open(std::shared_ptr<Clock> clock = std::make_shared<SystemClock>())
    {
        auto core = Core::open({m_testDatabase->url.text, std::move(clock), 1, QStringLiteral("tst_threads")});
        return core ? std::move(core.value()) : nullptr;
    }
    template <class C>
    static Result<typename C::Answer> say(Core &core, C command)
    {
        std::promise<Reply> promise;
        core.submit({std::move(command), {QStringLiteral("boss"), Role::Admin, {}}, {}},
                    [&](Reply reply) { promise.set_value(std::move(reply)); });
        Reply reply = promise.get_future().get();
        if (!reply.result)
            return reply.result.error();
        return std::get<typename C::Answer>(std::move(*reply.result));
    }
    static void hire(Core &core, const QString &id)
    {
        SaveWorker command;
        command.spec.id = WorkerId{id};
        command.spec.name = id;
        command.spec.skills = QMap<QString, int>{{QStringLiteral("dig"), 3}};
        QVERIFY(say(core, command));
    }
    static CreateActivity hole(qint64 slaMs = limits::msPerHour)
    {
        TaskSpec dig;
        dig.name = QStringLiteral("dig");
        dig.slaMs = slaMs;
        return {QStringLiteral("jordan"), QStringLiteral("hole"), limits::msPerDay, 5, {}, {dig}};
    }
    std::unique_ptr<hmsact::test::TestDatabase> m_testDatabase;

private slots:
    void init() { m_testDatabase = std::make_unique<hmsact::test::TestDatabase>(); }
};

void Threads::manyThreadsReserveEachTaskOnce()
{
    const auto core = open();
    QVERIFY(core);
    constexpr int threads = 8;
    constexpr int tasks = 400;
    std::vector<Request> holes(tasks, {hole(), {QStringLiteral("boss"), Role::Admin, {}}, {}});
    std::promise<void> dug;
    core->submit(std::move(holes), [&](std::vector<Reply>) { dug.set_value(); });
    dug.get_future().wait();
    for (int i = 0; i < threads; ++i)
        hire(*core, QStringLiteral("w%1").arg(i));
    std::mutex mutex;
    std::multiset<qint64> given;
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i) {
            workers.emplace_back([&, i] {
                const WorkerId me{QStringLiteral("w%1").arg(i)};
                for (;;) {
                    const auto leases = say(*core, Reserve{me, 7, 0, 0});
                    if (!leases || leases->empty())
                        return;
                    for (const Lease &lease : *leases) {
                        ActionInput input;
                        input.action = TaskAction::Complete;
                        input.worker = me;
                        input.leaseToken = lease.leaseToken;
                        const auto done = say(*core, ActOnTask{{{}, {}, lease.task}, input});
                        const std::lock_guard lock(mutex);
                        if (done)
                            given.insert(lease.task.value);
                    }
                }
            });
        }
    }
    QCOMPARE(given.size(), size_t(tasks));
    QCOMPARE(std::set<qint64>(given.begin(), given.end()).size(), size_t(tasks));
}

void Threads::aLongPollIsAnsweredByWhatArrives()
{
    const auto core = open();
    hire(*core, QStringLiteral("a"));
    std::promise<Reply> got;
    core->submit({Reserve{{QStringLiteral("a")}, 1, 60'000, 0}, {QStringLiteral("boss"), Role::Admin, {}}, {}},
                 [&](Reply reply) { got.set_value(std::move(reply)); });
    QVERIFY(say(*core, hole()));
    auto future = got.get_future();
    QVERIFY(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    const Reply reply = future.get();
    QCOMPARE(std::get<std::vector<Lease>>(*reply.result).size(), size_t(1));
}

void Threads::aLongPollEndsEmpty()
{
    const auto core = open();
    hire(*core, QStringLiteral("a"));
    const auto nothing = say(*core, Reserve{{QStringLiteral("a")}, 1, 50, 0});
    QVERIFY(nothing && nothing->empty());
    std::promise<Reply> got;
    core->submit({Reserve{{QStringLiteral("a")}, 1, 60'000, 0}, {QStringLiteral("boss"), Role::Admin, {}}, {}},
                 [&](Reply reply) { got.set_value(std::move(reply)); });
    core->endWaits();
    auto future = got.get_future();
    QVERIFY(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    QVERIFY(std::get<std::vector<Lease>>(*future.get().result).empty());
}

// Connections drain then, and would wait for the answer; what is told at once still is.
void Threads::whatTakesMinutesIsGivenUpWithTheWaits()
{
    const auto core = open();
    core->endWaits();
    const auto asked = [&](const Query &query) {
        std::promise<Result<QueryAnswer>> got;
        core->ask(query, [&](Result<QueryAnswer> answer) { got.set_value(std::move(answer)); });
        return got.get_future().get();
    };
    const auto verified = asked(VerifyDatabase{});
    QVERIFY(!verified && verified.error().code == ErrorCode::Busy);
    QVERIFY(asked(GetStats{}));
}

// The database refuses what a waiting reserve would be given, and then no longer.
void Threads::whatFailsIsNotTriedAgainAtOnce()
{
    std::promise<Reply> got;
    const auto core = open();
    hire(*core, QStringLiteral("a"));
    const auto database = store::Connection::open(m_testDatabase->url, store::Access::ReadWrite);
    const bool isOnServer = hmsact::test::TestDatabase::onPostgreSql();
    if (isOnServer)
        database->script("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$");
    database->script(
        QByteArray("CREATE TRIGGER refused BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.kind = 'task.reserved') ")
        + (isOnServer ? "EXECUTE FUNCTION refuse()" : "BEGIN SELECT RAISE(ABORT, 'no'); END"));
    const Actor boss{QStringLiteral("boss"), Role::Admin, {}};
    core->submit({Reserve{{QStringLiteral("a")}, 1, 60'000, 0}, boss, {}},
                 [&](Reply reply) { got.set_value(std::move(reply)); });
    hire(*core, QStringLiteral("b")); // afterwards it waits
    std::promise<Reply> dug;
    core->submit({hole(), boss, {}}, [&](Reply reply) { dug.set_value(std::move(reply)); });
    QVERIFY(dug.get_future().get().result); // whatever becomes of who waits
    const quint64 before = core->meters().batchSeconds.count();
    auto future = got.get_future();
    QVERIFY(future.wait_for(std::chrono::milliseconds(2500)) == std::future_status::timeout);
    const quint64 tried = core->meters().batchSeconds.count() - before;
    QVERIFY2(tried > 0 && tried < 10, qPrintable(QString::number(tried)));
    database->script(isOnServer ? "DROP TRIGGER refused ON event" : "DROP TRIGGER refused");
    QVERIFY(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    QCOMPARE(std::get<std::vector<Lease>>(*future.get().result).size(), size_t(1));
}

void Threads::whoHasGoneIsGivenNothing()
{
    const auto core = open();
    hire(*core, QStringLiteral("a"));
    auto gone = std::make_shared<std::atomic<bool>>(false);
    core->submit(
        {Reserve{{QStringLiteral("a")}, 1, 60'000, 0}, {QStringLiteral("boss"), Role::Admin, {}}, {}}, [](Reply) {},
        [gone] { return gone->load(); });
    *gone = true;
    QVERIFY(say(*core, hole()));
    QCOMPARE(say(*core, Reserve{{QStringLiteral("a")}, 1, 0, 0})->size(), size_t(1));
}

// While the database says nothing, the API gives up what waits behind it.
void Threads::whatNobodyWaitsForAnyMoreIsNotBegun()
{
    std::vector<ErrorCode> refused;
    std::vector<Mailbox::Letter> letters;
    for (const int seconds : {0, 59, 61}) {
        letters.push_back(
            {{hole(), {}, {}}, [&refused](const Reply &reply) { refused.push_back(reply.result.error().code); }, {}});
        letters.back().written -= std::chrono::seconds(seconds);
    }
    Mailbox::dropLate(letters);
    QCOMPARE(letters.size(), size_t(2));
    QCOMPARE(refused, std::vector{ErrorCode::Unavailable});
}

void Threads::aQuestionThatNobodyWaitsForAnyMoreIsPassedOver()
{
    const auto core = open(std::make_shared<SystemClock>());
    std::vector<QString> answered; // by the reader's thread, until `last` is there
    const auto note = [&answered](const QString &who) {
        return [&answered, who](const Result<QueryAnswer> &) {
            answered.push_back(who);
        };
    };
    std::promise<void> last;
    core->ask(ListRules{}, note(QStringLiteral("gone")), [] { return true; });
    core->ask(ListRules{}, note(QStringLiteral("here")), [] { return false; });
    core->ask(ListRules{}, [&](const Result<QueryAnswer> &) { last.set_value(); });
    last.get_future().wait();
    QCOMPARE(answered, std::vector{QStringLiteral("here")});
}

void Threads::turningTheClockFiresWhatIsDueInOrder()
{
    constexpr qint64 startMs = 1'795'000'000'000;
    const auto core = open(std::make_shared<VirtualClock>(startMs));
    hire(*core, QStringLiteral("a")); // who takes over what is late
    QVERIFY(say(*core, hole(2 * limits::msPerHour)));
    QVERIFY(say(*core, hole(limits::msPerHour)));
    std::promise<Result<qint64>> turned;
    core->advance(3 * limits::msPerHour, [&](Result<qint64> now) { turned.set_value(std::move(now)); });
    QCOMPARE(*turned.get_future().get(), startMs + 3 * limits::msPerHour);
    std::promise<Result<QueryAnswer>> answered;
    core->ask(ListAlerts{}, [&](Result<QueryAnswer> answer) { answered.set_value(std::move(answer)); });
    auto alerts = std::get<Page<Alert>>(*answered.get_future().get());
    std::erase_if(alerts.items, [](const Alert &alert) { return alert.kind != QStringLiteral("sla_breach"); });
    QCOMPARE(alerts.items.size(), size_t(2));
    QCOMPARE(alerts.items[1].raisedAtMs, startMs + limits::msPerHour); // newest first
    QCOMPARE(alerts.items[0].raisedAtMs, startMs + 2 * limits::msPerHour);
}

// What holds up its thread keeps it from its timers; whoever asks from another one sees for how long.
void Threads::anEngineThatHangsIsSeenToBeSilent()
{
    const auto clock = std::make_shared<VirtualClock>(1'000'000);
    const auto core = open(clock);
    QCOMPARE(core->silentMs(), 0);
    std::promise<void> hangs;
    std::promise<void> goOn;
    std::once_flag once;
    const auto subscription = core->subscribe([&, wait = goOn.get_future().share()](const ChangeSet &) {
        std::call_once(once, [&] { hangs.set_value(); });
        wait.wait();
    });
    core->submit({hole(), {QStringLiteral("boss"), Role::Admin, {}}, {}}, [](const Reply &) {});
    hangs.get_future().wait();
    clock->set(clock->nowMs() + limits::engineSilentMs);
    const qint64 justMs = core->silentMs();
    clock->set(clock->nowMs() + 1);
    const qint64 overMs = core->silentMs();
    goOn.set_value();
    QCOMPARE(justMs, limits::engineSilentMs);
    QVERIFY(overMs > limits::engineSilentMs);
    QVERIFY(say(*core, hole()));
    QTRY_COMPARE(core->silentMs(), 0);
}

void Threads::stoppingAnswersEverybody()
{
    auto core = open();
    hire(*core, QStringLiteral("a"));
    std::atomic<int> answered{0};
    for (int i = 0; i < 50; ++i)
        core->submit({hole(), {QStringLiteral("boss"), Role::Admin, {}}, {}}, [&](Reply) { ++answered; });
    core->submit({Reserve{{QStringLiteral("a")}, 1, 60'000, 0}, {QStringLiteral("boss"), Role::Admin, {}}, {}},
                 [&](Reply) { ++answered; });
    core->ask(GetStats{}, [&](Result<QueryAnswer>) { ++answered; });
    core->stop();
    QCOMPARE(answered.load(), 52);
    core->submit({hole(), {QStringLiteral("boss"), Role::Admin, {}}, {}}, [&](Reply reply) {
        QVERIFY(!reply.result);
        ++answered;
    });
    QCOMPARE(answered.load(), 53);
}

void Threads::aSecondCoreIsToldWhoHoldsTheFile()
{
    const QString url = QStringLiteral("sqlite://") + m_testDatabase->file("t.db");
    const auto core = Core::open({url, std::make_shared<SystemClock>(), 1, QStringLiteral("tst_threads")});
    QVERIFY(core);
    const auto second = Core::open({url, std::make_shared<SystemClock>(), 1, QStringLiteral("second")});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
    QVERIFY(second.error().detail.english().contains(QStringLiteral("tst_threads")));
}

void Threads::changesArriveAtTheWindowsThread()
{
    const auto core = open();
    CoreClient client(*core, {QStringLiteral("boss"), Role::Admin, {}});
    QThread *seenOn = nullptr;
    connect(&client, &CoreClient::changed, this, [&](const ChangeSet &changes) {
        if (!changes.tasks.empty())
            seenOn = QThread::currentThread();
    });
    bool resolved = false;
    client.send(hole()).then(this, [&](const Result<ActivityView> &made) { resolved = made.ok(); });
    QTRY_VERIFY(resolved && seenOn == thread());
}

// Its answers are on the way while it goes: whoever brings them must not touch it any more.
void Threads::aWindowThatIsGoneIsToldNothing()
{
    const auto core = open();
    std::vector<QFuture<Result<ActivityView>>> sent;
    for (int i = 0; i < 100; ++i) {
        const auto client = std::make_unique<CoreClient>(*core, Actor{QStringLiteral("boss"), Role::Admin, {}});
        sent.push_back(client->send(hole()));
    }
    core->stop();
    for (const auto &future : sent)
        QVERIFY(!future.isFinished());
}

HMSACT_TEST(Threads)

} // namespace hmsact::threads_test

#include "threads.moc"
