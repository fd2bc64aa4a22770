// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace hmsact::atonce_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// What one transaction makes ready it may also hand out: then it is stored once, as it is in the end.
class AtOnce : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNewIsHandedOut();
    void whatIsReleasedComesWhereItBelongs();
    void whereAPageEndsNothingIsOvertaken();
    void roomThatBecomesFreeIsUsedAndNoMore();
    void whatIsNoLongerThereIsNotHandedOut_data();
    void whatIsNoLongerThereIsNotHandedOut();
    void handsOutAsIfEachHadBeenWrittenFirst_data();
    void handsOutAsIfEachHadBeenWrittenFirst();
};

static Request request(Command command) { return {std::move(command), {s("boss"), Role::Admin, {}}, {}}; }

static Request reserve(const QString &worker, int max = 1) { return request(Reserve{{worker}, max, 0, 0}); }

static std::vector<Reply> sayTogether(Desk &desk, const std::vector<Request> &requests)
{
    std::vector<const Request *> batch;
    for (const Request &one : requests)
        batch.push_back(&one);
    return std::move(desk.engine->execute(batch, {}, desk.nowMs).replies);
}

static const std::vector<Lease> &leasesOf(const Reply &reply) { return std::get<std::vector<Lease>>(*reply.result); }

static Request act(ActivityId activity, const QString &name, TaskAction action, const QString &worker = {})
{
    ActionInput input;
    input.action = action;
    input.worker = {worker};
    input.reason = s("so");
    return request(ActOnTask{{activity, name, {}}, input});
}

static Request creation(const std::vector<TaskSpec> &tasks)
{
    return request(CreateActivity{s("jordan"), s("hole"), 2 * limits::msPerDay, 5, {}, tasks});
}

static TaskSpec first(const QString &name, const QString &skill)
{
    TaskSpec spec = Desk::task(name);
    spec.skill = skill;
    spec.needs = QStringList();
    return spec;
}

void AtOnce::whatIsNewIsHandedOut()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    TaskSpec fill = Desk::task(s("fill"));
    fill.skill = s("dig");
    const auto replies = sayTogether(desk, {creation({first(s("dig"), s("dig")), fill}), reserve(s("a"), 5)});
    const ActivityId id = std::get<ActivityView>(*replies[0].result).activity.id;
    QCOMPARE(leasesOf(replies[1]).size(), size_t(1));
    QCOMPARE(desk.statuses(id), QStringList({s("dig IN_PROGRESS"), s("fill WAITING(for:dig)")}));
    QStringList kinds;
    const auto events = desk.ask(ListEvents{id, limits::pageDefault, {}});
    for (const Event &event : events->items)
        kinds << event.kind;
    QCOMPARE(kinds, QStringList({s("activity.created"), s("task.enqueued"), s("task.enqueued"), s("task.reserved")}));
    QVERIFY(desk.auditIsFine());
    const Lease lease = leasesOf(replies[1]).front(); // and it is as good as any
    const auto next = sayTogether(desk, {act(id, s("dig"), TaskAction::Complete, s("a")), reserve(s("a"), 5)});
    QVERIFY(next[0].result);
    QCOMPARE(leasesOf(next[1]).size(), size_t(1));
    QVERIFY(leasesOf(next[1]).front().task != lease.task);
    QCOMPARE(desk.statuses(id), QStringList({s("dig COMPLETED"), s("fill IN_PROGRESS")}));
    QVERIFY(desk.auditIsFine());
}

static TaskSpec withPriority(TaskSpec spec, int priority)
{
    spec.priority = priority;
    return spec;
}

// Older work is before it, younger behind.
void AtOnce::whatIsReleasedComesWhereItBelongs()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("other"), {s("plan")});
    TaskSpec middle = withPriority(Desk::task(s("middle")), 6);
    middle.skill = s("dig");
    const ActivityId id = desk.open({first(s("plan"), s("plan")), middle});
    for (const int priority : {7, 7, 5, 5, 5})
        desk.open({withPriority(first(s("p%1").arg(priority), s("dig")), priority)});
    QCOMPARE(desk.reserve(s("other"))->size(), size_t(1));
    const auto replies = sayTogether(
        desk,
        {act(id, s("plan"), TaskAction::Complete, s("other")), reserve(s("a"), 2), reserve(s("a"), 2), reserve(s("a"), 2)});
    QStringList names;
    for (const size_t i : {1, 2, 3}) {
        for (const Lease &lease : leasesOf(replies[i]))
            names << lease.name;
    }
    QCOMPARE(names, QStringList({s("p7"), s("p7"), s("middle"), s("p5"), s("p5"), s("p5")}));
    QVERIFY(desk.auditIsFine());
}

// As much is read of what is stored as is asked for; one of these is too large for who asks.
void AtOnce::whereAPageEndsNothingIsOvertaken()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 10);
    TaskSpec large = withPriority(first(s("large"), s("dig")), 9);
    large.cost = 11;
    for (const TaskSpec &spec :
         {large, withPriority(first(s("p8"), s("dig")), 8), withPriority(first(s("p7"), s("dig")), 7)})
        desk.open({spec});
    const auto replies = sayTogether(desk, {creation({withPriority(first(s("new"), s("dig")), 6)}), reserve(s("a"), 2)});
    QStringList names;
    for (const Lease &lease : leasesOf(replies[1]))
        names << lease.name;
    QCOMPARE(names, QStringList({s("p8"), s("p7")}));
    QCOMPARE(desk.reserve(s("a"))->front().name, s("new"));
}

void AtOnce::roomThatBecomesFreeIsUsedAndNoMore()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 2);
    for (int i = 0; i < 6; ++i)
        desk.open({first(s("dig"), s("dig"))});
    const auto held = desk.reserve(s("a"), 5);
    QCOMPARE(held->size(), size_t(2));
    const Request complete = act(held->front().activity, s("dig"), TaskAction::Complete, s("a"));
    QCOMPARE(leasesOf(sayTogether(desk, {complete, reserve(s("a"), 5)})[1]).size(), size_t(1));
    const auto taken = desk.ask(GetTask{{desk.open({first(s("dig"), s("dig"))}), s("dig"), {}}})->view.task;
    // Who takes one by completing it holds no more for it.
    QCOMPARE(
        leasesOf(sayTogether(desk, {act(taken.activity, s("dig"), TaskAction::Complete, s("a")), reserve(s("a"), 5)})[1])
            .size(),
        size_t(0));
    QVERIFY(desk.auditIsFine());
}

void AtOnce::whatIsNoLongerThereIsNotHandedOut_data()
{
    QTest::addColumn<TaskAction>("action");
    QTest::newRow("on hold") << TaskAction::Hold;
    QTest::newRow("for another") << TaskAction::Reassign;
    QTest::newRow("skipped") << TaskAction::Skip;
    QTest::newRow("done") << TaskAction::Complete;
}

void AtOnce::whatIsNoLongerThereIsNotHandedOut()
{
    QFETCH(const TaskAction, action);
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")});
    const ActivityId id = desk.open({first(s("dig"), s("dig"))});
    const auto replies = sayTogether(desk, {act(id, s("dig"), action, s("b")), reserve(s("a"), 5), reserve(s("b"), 5)});
    QVERIFY(replies[0].result);
    QVERIFY(leasesOf(replies[1]).empty());
    QCOMPARE(leasesOf(replies[2]).size(), action == TaskAction::Reassign ? size_t(1) : size_t(0));
    QVERIFY(desk.auditIsFine());
}

namespace {

// Draws what a batch says of what there is: the same for the same desk and seed.
class Caller
{
public:
    explicit Caller(quint32 seed) : m_random(seed) { }

    std::vector<Request> batch()
    {
        std::vector<Request> requests;
        std::erase_if(m_held, [&](const Held &one) {
            const bool isDone = below(2) == 0;
            if (isDone)
                requests.push_back(act(one.lease.activity, one.lease.name,
                                       below(4) == 0 ? TaskAction::Fail : TaskAction::Complete, one.worker));
            return isDone;
        });
        for (int left = below(4); left > 0; --left)
            requests.push_back(below(2) == 0 || m_tasks.empty() ? newWork() : action());
        return requests;
    }
    std::vector<Request> reserves()
    {
        std::vector<Request> requests;
        for (int left = 1 + below(3); left > 0; --left)
            requests.push_back(reserve(workers[below(3)], 1 + below(4)));
        return requests;
    }
    void note(const Request &request, const Reply &reply)
    {
        if (!reply.result)
            return;
        if (const auto *view = std::get_if<ActivityView>(&*reply.result)) {
            for (const TaskView &task : view->tasks)
                m_tasks.push_back(task.task);
        } else if (const auto *reserve = std::get_if<Reserve>(&request.command)) {
            for (const Lease &lease : leasesOf(reply))
                m_held.push_back({lease, reserve->worker.value});
        }
    }

    inline static const QStringList workers{s("a"), s("b"), s("c")};
    inline static const QStringList skills{s("dig"), s("paint")};

private:
    int below(int end) { return int(m_random() % quint32(end)); }
    Request newWork()
    {
        std::vector<TaskSpec> specs;
        for (int i = below(4); i >= 0; --i) {
            TaskSpec spec = Desk::task(s("t%1").arg(i));
            spec.skill = skills[below(2)];
            spec.priority = below(10);
            spec.cost = 1 + below(2);
            if (below(2) == 0)
                spec.needs = QStringList();
            if (below(4) == 0)
                spec.wishes.pools = QStringList{s("night")};
            if (below(4) == 0)
                spec.wishes.levelMin = 2 + below(3);
            specs.push_back(spec);
        }
        return creation(specs);
    }
    Request action()
    {
        static constexpr std::array kinds{TaskAction::Complete, TaskAction::Complete, TaskAction::Complete,
                                          TaskAction::Fail,     TaskAction::Release,  TaskAction::Reassign,
                                          TaskAction::Hold,     TaskAction::Resume,   TaskAction::Skip};
        const Task &task = m_tasks[size_t(below(int(m_tasks.size())))];
        return act(task.activity, task.name, kinds[size_t(below(int(kinds.size())))], workers[below(3)]);
    }

    std::mt19937 m_random;
    std::vector<Task> m_tasks;
    struct Held {
        Lease lease;
        QString worker;
    };
    std::vector<Held> m_held;
};

} // namespace

void AtOnce::handsOutAsIfEachHadBeenWrittenFirst_data()
{
    QTest::addColumn<quint32>("seed");
    const int count = qEnvironmentVariableIsEmpty("HMSACT_FULL") ? 5 : 200;
    for (int seed = 1; seed <= count; ++seed)
        QTest::addRow("%d", seed) << quint32(seed);
}

// One desk hears all in one batch, the other what asks for work in the next: the same leases, the same tasks.
void AtOnce::handsOutAsIfEachHadBeenWrittenFirst()
{
    QFETCH(const quint32, seed);
    Desk together, apart;
    for (Desk *desk : {&together, &apart}) {
        desk->hire(s("a"), Caller::skills, 3);
        desk->hire(s("b"), {s("dig")}, 5, {s("night")});
        desk->hire(s("c"), {s("paint")}, 2);
    }
    Caller caller(seed);
    int leased = 0;
    for (int step = 0; step < 40; ++step) {
        const std::vector<Request> said = caller.batch();
        const std::vector<Request> asked = caller.reserves();
        std::vector<Request> all = said;
        all.insert(all.end(), asked.begin(), asked.end());
        const std::vector<Reply> atOnce = sayTogether(together, all);
        const std::vector<Reply> before = sayTogether(apart, said);
        const std::vector<Reply> after = sayTogether(apart, asked);
        for (size_t i = 0; i < all.size(); ++i)
            caller.note(all[i], atOnce[i]);
        for (size_t i = 0; i < said.size(); ++i)
            QCOMPARE(atOnce[i].result.ok(), before[i].result.ok());
        for (size_t i = 0; i < asked.size(); ++i) {
            QStringList got, expected;
            for (const Lease &lease : leasesOf(atOnce[said.size() + i]))
                got << s("%1 %2").arg(lease.task.toString()).arg(lease.leaseToken);
            for (const Lease &lease : leasesOf(after[i]))
                expected << s("%1 %2").arg(lease.task.toString()).arg(lease.leaseToken);
            QCOMPARE(got, expected);
            leased += int(got.size());
        }
        together.nowMs += 20 * limits::msPerSecond;
        apart.nowMs = together.nowMs;
    }
    QVERIFY(leased > 20); // else it shows nothing
    ListQueue all;
    all.limit = limits::pageMax;
    const auto queue = together.ask(all);
    QVERIFY(queue && !queue->items.empty());
    for (const TaskView &view : queue->items)
        QCOMPARE(apart.ask(GetTask{{{}, {}, view.task.id}})->view.task, view.task);
    QVERIFY(together.auditIsFine());
    QVERIFY(apart.auditIsFine());
}

HMSACT_TEST(AtOnce)

} // namespace hmsact::atonce_test

#include "atonce.moc"
