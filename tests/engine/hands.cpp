// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coresaying.h"
#include "engine/meters.h"
#include "escalationdesk.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

#include <set>

namespace hmsact::hands_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// A core on PostgreSQL and its hand, which executes what half of the workers say: nobody notices which half.
class Hands : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_core = opened();
        QVERIFY(m_core);
    }
    void cleanup() { m_core.reset(); }
    void whoWasJustRegisteredIsKnown();
    void whoWaitsHasTheNextTaskAtOnce();
    void whatOneDoesWakesTheOther();
    void nobodyFindsNothingWhereSomethingIs();
    void whatIsDoneIsTold();
    void manyAreCreatedTogether();
    void hoursThatChangeHoldForAll();
    void whatOneWorkerSaysStaysInOrder();
    void leasesThatEndAreSeenInTime();
    void rulesThatAreMetAreNoted();
    void whileItCannotConnectTheCoreDoesItAll();
    void aWaitEndsWithTheProgram();
    void whatWasPostedIsDoneBeforeTheEnd();

private:
    static constexpr int crew = 16; // so that both halves have some
    std::unique_ptr<Core> opened() const
    {
        auto core = Core::open({m_database->url.text, std::make_shared<SystemClock>(), 1, QStringLiteral("tst_hands")});
        return core ? std::move(core.value()) : nullptr;
    }
    static QString mole(int number) { return QStringLiteral("mole-%1").arg(number); }
    Reserve reserveFor(int number, qint64 waitMs = 0)
    {
        Reserve command = reserve(1, waitMs);
        command.worker = {mole(number)};
        return command;
    }
    void hireAll()
    {
        for (int i = 0; i < crew; ++i)
            hire(*m_core, mole(i));
    }
    static CompleteTasks done(const Lease &lease, int number)
    {
        CompleteTasks::Item item;
        item.task = lease.task;
        item.input.action = TaskAction::Complete;
        item.input.worker = {mole(number)};
        item.input.leaseToken = lease.leaseToken;
        return CompleteTasks{{item}};
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Core> m_core;
};

void Hands::whoWasJustRegisteredIsKnown()
{
    QVERIFY(say(*m_core, holes(crew)));
    for (int i = 0; i < crew; ++i) {
        hire(*m_core, mole(i));
        const auto leases = say(*m_core, reserveFor(i));
        QVERIFY2(leases, "the worker is not known");
        QCOMPARE(leases->size(), size_t(1));
    }
}

void Hands::whoWaitsHasTheNextTaskAtOnce()
{
    hireAll();
    for (int i = 0; i < crew; ++i) {
        std::future<Reply> waiting = post(*m_core, reserveFor(i, 60'000));
        QVERIFY(waiting.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
        QVERIFY(say(*m_core, holes(1)));
        QVERIFY(waiting.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        QCOMPARE(std::get<std::vector<Lease>>(*waiting.get().result).size(), size_t(1));
    }
}

// One completes, and what needed that goes to who waits.
void Hands::whatOneDoesWakesTheOther()
{
    hireAll();
    for (int i = 0; i < crew; ++i) {
        CreateActivity chain = holes(2);
        chain.tasks[1].needs = QStringList{chain.tasks[0].name};
        QVERIFY(say(*m_core, chain));
        const auto first = say(*m_core, reserveFor(i));
        QVERIFY(first && first->size() == 1);
        std::future<Reply> waiting = post(*m_core, reserveFor((i + 1) % crew, 60'000));
        QVERIFY(say(*m_core, done(first->front(), i)));
        QVERIFY(waiting.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        const Reply reply = waiting.get();
        const auto &second = std::get<std::vector<Lease>>(*reply.result);
        QCOMPARE(second.size(), size_t(1));
        QVERIFY(say(*m_core, done(second.front(), (i + 1) % crew)));
    }
}

// All tasks are of one activity, and whoever takes one of them has that locked meanwhile.
void Hands::nobodyFindsNothingWhereSomethingIs()
{
    hireAll();
    for (int round = 0; round < 20; ++round) {
        QVERIFY(say(*m_core, holes(crew)));
        std::vector<std::future<Reply>> asked;
        for (int i = 0; i < crew; ++i)
            asked.push_back(post(*m_core, reserveFor(i)));
        for (auto &one : asked)
            QCOMPARE(std::get<std::vector<Lease>>(*one.get().result).size(), size_t(1));
        QVERIFY(say(*m_core, reserveFor(0))->empty());
    }
}

void Hands::whatIsDoneIsTold()
{
    hireAll();
    const auto made = say(*m_core, holes(crew));
    QVERIFY(made);
    std::mutex mutex;
    std::set<qint64> seen; // guarded by mutex
    const auto subscription = m_core->subscribe([&](const ChangeSet &changes) {
        const std::lock_guard lock(mutex);
        for (const TaskId &task : changes.tasks)
            seen.insert(task.value);
    });
    const quint64 before = m_core->meters().commits;
    for (int i = 0; i < crew; ++i)
        QVERIFY(say(*m_core, reserveFor(i)));
    QCOMPARE(quint64(m_core->meters().commits), before + crew);
    QTRY_COMPARE((std::lock_guard(mutex), seen.size()), size_t(crew));
}

void Hands::manyAreCreatedTogether()
{
    constexpr int many = 1'001;
    std::vector<Request> requests;
    for (int i = 0; i < many; ++i) {
        CreateActivity create = holes(1);
        create.citizenId = QString::number(i);
        requests.push_back({create, {QStringLiteral("boss"), Role::Admin, {}}, {}});
    }
    std::promise<std::vector<Reply>> created;
    m_core->submit(std::move(requests), [&](std::vector<Reply> replies) { created.set_value(std::move(replies)); });
    const std::vector<Reply> replies = created.get_future().get();
    QCOMPARE(replies.size(), size_t(many));
    std::set<qint64> ids;
    for (int i = 0; i < many; ++i) {
        QVERIFY(replies[size_t(i)].result.ok());
        const Activity &made = std::get<ActivityView>(*replies[size_t(i)].result).activity;
        QCOMPARE(made.citizenId, QString::number(i));
        ids.insert(made.id.value);
    }
    QCOMPARE(ids.size(), size_t(many));
}

// The clock of the second task starts by the hours that were saved just before, whoever completes the first.
void Hands::hoursThatChangeHoldForAll()
{
    hireAll();
    const auto hours = [](int minutesADay) {
        Calendar calendar;
        calendar.name = QStringLiteral("office");
        calendar.timeZone = QStringLiteral("UTC");
        calendar.week.fill({{0, minutesADay}});
        return SaveCalendar{calendar};
    };
    for (int i = 0; i < crew; ++i) {
        QVERIFY(say(*m_core, hours(24 * 60)));
        CreateActivity chain = holes(2);
        chain.calendar = QStringLiteral("office");
        chain.tasks[1].needs = QStringList{chain.tasks[0].name};
        QVERIFY(say(*m_core, chain));
        const auto first = say(*m_core, reserveFor(i));
        QVERIFY(first && first->size() == 1);
        QVERIFY(say(*m_core, hours(1)));
        QVERIFY(say(*m_core, done(first->front(), i)));
        const auto second = say(*m_core, reserveFor(i));
        QVERIFY(second && second->size() == 1);
        QVERIFY(second->front().dueAtMs > m_core->nowMs() + 50 * limits::msPerDay); // an hour, a minute a day
    }
}

void Hands::whatOneWorkerSaysStaysInOrder()
{
    hireAll();
    QVERIFY(say(*m_core, holes(crew)));
    for (int i = 0; i < crew; ++i) {
        const auto leases = say(*m_core, reserveFor(i));
        QVERIFY(leases && leases->size() == 1);
        ActionInput hold;
        hold.action = TaskAction::Hold;
        hold.worker = {mole(i)};
        hold.leaseToken = leases->front().leaseToken;
        hold.reason = QStringLiteral("rain");
        ActionInput resume = hold;
        resume.action = TaskAction::Resume;
        resume.leaseToken.reset();
        const TaskRef task{{}, {}, leases->front().task};
        std::future<Reply> held = post(*m_core, ActOnTask{task, hold});
        std::future<Reply> resumed = post(*m_core, ActOnTask{task, resume});
        QVERIFY(held.get().result.ok());
        QVERIFY(resumed.get().result.ok());
    }
}

// Though it was not the one who looks after the timers that leased them.
void Hands::leasesThatEndAreSeenInTime()
{
    hireAll();
    QVERIFY(say(*m_core, holes(crew)));
    for (int i = 0; i < crew; ++i) {
        Reserve brief = reserveFor(i);
        brief.leaseMs = limits::leaseMinMs;
        QVERIFY(say(*m_core, brief));
    }
    const auto held = [this] {
        ListQueue queue;
        queue.states = {TaskState::InProgress};
        std::promise<Result<QueryAnswer>> answer;
        m_core->ask(queue, [&answer](Result<QueryAnswer> page) { answer.set_value(std::move(page)); });
        return std::get<ListQueue::Answer>(*answer.get_future().get()).items.size();
    };
    QCOMPARE(held(), size_t(crew));
    QTRY_COMPARE_WITH_TIMEOUT(held(), size_t(0), int(limits::leaseMinMs) + 10'000);
}

// By a core that does not lead as well, and by both of its halves.
void Hands::rulesThatAreMetAreNoted()
{
    const auto saved = say(
        *m_core,
        SaveRule{rule({{s("when"), s("task_failed")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#ops"})}}), {}});
    QVERIFY(saved);
    const auto lastMs = [&] {
        std::promise<Result<QueryAnswer>> answer;
        m_core->ask(GetRule{saved->id}, [&](Result<QueryAnswer> given) { answer.set_value(std::move(given)); });
        return std::get<Rule>(*answer.get_future().get()).lastEvaluatedAtMs;
    };
    for (int i = 0; i < 4; ++i) {
        hire(*m_core, mole(i));
        CreateActivity hole = holes(1);
        hole.tasks.front().maxAttempts = 1;
        const auto made = say(*m_core, hole);
        QVERIFY(made);
        const auto follower = opened(); // each notes at its first look, and then once a minute
        const auto leases = say(*follower, reserveFor(i));
        QCOMPARE(leases->size(), size_t(1));
        ActionInput fail;
        fail.action = TaskAction::Fail;
        fail.worker = {mole(i)};
        fail.leaseToken = leases->front().leaseToken;
        fail.reason = s("rock");
        const qint64 beforeMs = lastMs();
        QVERIFY(say(*follower, ActOnTask{{made->activity.id, hole.tasks.front().name, {}}, fail}));
        QTRY_VERIFY_WITH_TIMEOUT(lastMs() > beforeMs, 20'000);
    }
}

void Hands::whileItCannotConnectTheCoreDoesItAll()
{
    hireAll();
    QVERIFY(say(*m_core, holes(3 * crew)));
    m_database->shutFor(QStringLiteral("hms-act core 2 of%"));
    for (int i = 0; i < crew; ++i)
        QTRY_VERIFY(say(*m_core, reserveFor(i))); // who was under way may be told that the database is away
    for (int i = 0; i < crew; ++i)
        QVERIFY(say(*m_core, reserveFor(i)));
    m_database->reopen();
}

void Hands::aWaitEndsWithTheProgram()
{
    hireAll();
    std::vector<std::future<Reply>> waiting;
    for (int i = 0; i < crew; ++i)
        waiting.push_back(post(*m_core, reserveFor(i, 60'000)));
    m_core->endWaits();
    for (auto &one : waiting) {
        QVERIFY(one.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        QVERIFY(std::get<std::vector<Lease>>(*one.get().result).empty());
    }
}

void Hands::whatWasPostedIsDoneBeforeTheEnd()
{
    hireAll();
    QVERIFY(say(*m_core, holes(crew)));
    std::vector<std::future<Reply>> asked;
    for (int i = 0; i < crew; ++i)
        asked.push_back(post(*m_core, reserveFor(i)));
    m_core->stop();
    size_t leased = 0; // towards the end nobody is asked to wait for what another has locked
    for (auto &one : asked)
        leased += std::get<std::vector<Lease>>(*one.get().result).size();
    QVERIFY(leased > 0);
    const Reply late = post(*m_core, reserveFor(0)).get();
    QVERIFY(!late.result && late.result.error().code == ErrorCode::Busy);
}

HMSACT_TEST(Hands)

} // namespace hmsact::hands_test

#include "hands.moc"
