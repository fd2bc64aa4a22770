// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla.h"
#include "store/activitystore.h"
#include "store/listquery.h"
#include "store/taskstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

namespace hmsact::queuepages_test {

using namespace Qt::StringLiterals;
using domain::ListQueue;
using domain::QueueSort;
using domain::SlaState;
using domain::Task;
using domain::TaskState;

// Pages of the queue are those of all its tasks, filtered and sorted, whatever the way in which they are found: of few and of
// much, of filters alone and together, where many have the same key, forwards and backwards, past the end of a page.
class QueuePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFilterInEveryOrder_data();
    void everyFilterInEveryOrder();
    void cleanupTestCase();

private:
    static constexpr qint64 nowMs = 1'000'000;
    static Task randomTask(std::mt19937 &random, int index);
    [[nodiscard]] bool isIn(const ListQueue &query, const Task &task) const;
    static bool isBefore(QueueSort sort, const Task &a, const Task &b);
    [[nodiscard]] std::vector<qint64> expected(const ListQueue &query) const;

    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
    std::vector<Task> m_tasks;
    std::array<store::TaskStore::Tasks, size_t(QueueSort::Activity) + 1> m_sorted;
};

static QString intentOf(const Task &task) { return task.activity.value % 40 == 0 ? u"rare"_s : u"card"_s; }

Task QueuePages::randomTask(std::mt19937 &random, int index)
{
    const auto below = [&](int end) {
        return int(random() % unsigned(end));
    };
    Task task;
    task.id = {100 + index};
    task.activity = {1 + index % 80};
    task.position = index;
    task.name = u"task_%1"_s.arg(index * 7919 % 9000);
    task.skill = below(1000) == 0 ? u"rare"_s : below(3) ? u"dig"_s : u"paint"_s;
    task.slaMs = 1000;
    task.priority = below(10);
    static constexpr TaskState states[] = {TaskState::Pending,   TaskState::Pending,  TaskState::Pending,
                                           TaskState::Waiting,   TaskState::Waiting,  TaskState::Waiting,
                                           TaskState::Completed, TaskState::Optional, TaskState::InProgress,
                                           TaskState::InReview,  TaskState::OnHold};
    task.state = states[below(int(std::size(states)))];
    const int who = below(20);
    if (task.state == TaskState::InProgress || who < 3)
        task.worker = {u"w%1"_s.arg(who % 3)};
    if (who == 4)
        task.pool = below(3) ? u"backup"_s : u"rare"_s;
    if (task.state == TaskState::InProgress)
        task.leaseExpiresAtMs = nowMs + 1;
    if (task.state == TaskState::Waiting || task.state == TaskState::Optional) {
        task.openNeeds = 1;
        task.worker = {};
        return task;
    }
    task.slaStartedAtMs = 1;
    task.dueAtMs = nowMs - 20 + below(60); // many at the same time
    task.dueSoonAtMs = task.dueAtMs - 20;
    task.atRiskAtMs = task.dueAtMs - 2;
    task.rankAtMs = below(500) + 1;
    if (task.state == TaskState::OnHold)
        task.pausedAtMs = nowMs - 5;
    else if (task.dueAtMs <= nowMs && below(4))
        task.breachedAtMs = task.dueAtMs;
    if (task.state == TaskState::Completed)
        task.endedAtMs = task.dueAtMs + (below(2) ? 1 : -1);
    return task;
}

void QueuePages::initTestCase()
{
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
    std::mt19937 random(7); // the same each time
    store::TaskStore::Tasks tasks;
    for (int i = 0; i < 9000; ++i)
        m_tasks.push_back(randomTask(random, i));
    for (const Task &task : m_tasks)
        tasks.push_back(&task);
    for (size_t sort = 0; sort < m_sorted.size(); ++sort) {
        m_sorted[sort] = tasks;
        std::ranges::sort(m_sorted[sort], [&](const Task *a, const Task *b) { return isBefore(QueueSort(sort), *a, *b); });
    }
    std::vector<domain::Activity> activities;
    for (int id = 1; id <= 80; ++id) {
        domain::Activity activity;
        activity.id = {id};
        activity.citizenId = u"ana"_s;
        activity.intent = id % 40 == 0 ? u"rare"_s : u"card"_s;
        activity.slaMs = 1000;
        activity.createdAtMs = 1;
        activity.dueAtMs = 1001;
        activities.push_back(activity);
    }
    const domain::Status done = m_database->transact<domain::Done>([&]() -> domain::Status {
        for (const domain::Activity &activity : activities)
            store::ActivityStore(*m_database).insert({&activity});
        store::TaskStore(*m_database).insert(tasks);
        return domain::Done{};
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
}

void QueuePages::cleanupTestCase()
{
    m_database.reset();
    m_testDatabase.reset();
}

bool QueuePages::isIn(const ListQueue &query, const Task &task) const
{
    const bool isInState =
        query.states.empty() ? domain::isOpen(task.state) : std::ranges::count(query.states, task.state) > 0;
    return isInState && (query.skill.isEmpty() || task.skill == query.skill)
        && (query.worker.isNull() || task.worker == query.worker) && (query.pool.isEmpty() || task.pool == query.pool)
        && (query.intent.isEmpty() || intentOf(task) == query.intent)
        && (!query.slaState || domain::slaState(task, nowMs) == *query.slaState);
}

bool QueuePages::isBefore(QueueSort sort, const Task &a, const Task &b)
{
    const auto orNever = [](qint64 ms) {
        return ms ? ms : std::numeric_limits<qint64>::max();
    };
    const auto by = [&](const auto &key) {
        return std::pair(key(a), a.id.value) < std::pair(key(b), b.id.value);
    };
    switch (sort) {
    case QueueSort::Rank:
        return by([&](const Task &t) { return orNever(t.rankAtMs); });
    case QueueSort::DueAt:
        return by([&](const Task &t) { return orNever(t.dueAtMs); });
    case QueueSort::Name:
        return by([](const Task &t) { return t.name; });
    case QueueSort::Priority:
        return by([](const Task &t) { return t.priority; });
    case QueueSort::Skill:
        return by([](const Task &t) { return t.skill; });
    case QueueSort::State:
        return by([](const Task &t) { return QString(domain::toString(t.state)); });
    case QueueSort::Worker:
        return by([](const Task &t) { return t.worker.value; });
    case QueueSort::Activity:
        return by([](const Task &t) { return t.activity.value; });
    }
    return false;
}

std::vector<qint64> QueuePages::expected(const ListQueue &query) const
{
    std::vector<qint64> ids;
    for (const Task *task : m_sorted[size_t(query.sort)]) {
        if (isIn(query, *task))
            ids.push_back(task->id.value);
    }
    if (query.order == domain::SortOrder::Descending)
        std::ranges::reverse(ids);
    return ids;
}

void QueuePages::everyFilterInEveryOrder_data()
{
    QTest::addColumn<ListQueue>("query");
    const auto row = [](const char *name, auto narrow) {
        ListQueue query;
        narrow(query);
        QTest::newRow(name) << query;
    };
    row("all", [](auto &) {});
    for (const char *skill : {"dig", "rare", "none"})
        row(skill, [&](auto &q) { q.skill = QString::fromLatin1(skill); });
    row("pool", [](auto &q) { q.pool = u"backup"_s; });
    row("worker", [](auto &q) { q.worker = {u"w1"_s}; });
    row("rare intent", [](auto &q) { q.intent = u"rare"_s; });
    row("usual intent", [](auto &q) { q.intent = u"card"_s; });
    for (const TaskState state : {TaskState::Pending, TaskState::Waiting, TaskState::InProgress, TaskState::OnHold,
                                  TaskState::Optional, TaskState::Completed})
        row(domain::toString(state).data(), [&](auto &q) { q.states = {state}; });
    row("two states", [](auto &q) { q.states = {TaskState::InReview, TaskState::Pending}; });
    row("open and ended", [](auto &q) { q.states = {TaskState::InReview, TaskState::Completed}; });
    for (const SlaState state : {SlaState::None, SlaState::OnTrack, SlaState::DueSoon, SlaState::AtRisk, SlaState::Breached,
                                 SlaState::Paused, SlaState::Met})
        row(domain::toString(state).data(), [&](auto &q) { q.slaState = state; });
    row("skill and states", [](auto &q) {
        q.skill = u"dig"_s;
        q.states = {TaskState::Pending, TaskState::Waiting, TaskState::Pending}; // said twice
    });
    row("skill and pool", [](auto &q) {
        q.skill = u"dig"_s;
        q.pool = u"rare"_s;
    });
    row("skill, intent and sla", [](auto &q) {
        q.skill = u"dig"_s;
        q.intent = u"card"_s;
        q.slaState = SlaState::Breached;
    });
}

void QueuePages::everyFilterInEveryOrder()
{
    QFETCH(ListQueue, query);
    query.limit = 60;
    for (int way = 0; way < 2 * (int(QueueSort::Activity) + 1); ++way) {
        query.sort = static_cast<QueueSort>(way / 2);
        query.order = way % 2 ? domain::SortOrder::Descending : domain::SortOrder::Ascending;
        query.cursor.clear();
        std::vector<qint64> wanted = expected(query);
        std::vector<qint64> found;
        for (int pages = 0; pages < 2 && (pages == 0 || !query.cursor.isEmpty()); ++pages) {
            const auto page = m_database->read<domain::Page<domain::TaskView>>(
                [&] { return store::listQueue(*m_database, query, nowMs); });
            QVERIFY(page);
            for (const domain::TaskView &view : page->items)
                found.push_back(view.task.id.value);
            query.cursor = page->nextCursor;
        }
        wanted.resize(std::min(wanted.size(), size_t(2 * query.limit)));
        QVERIFY2(found == wanted, qPrintable(u"sort %1, found %2 of %3"_s.arg(way).arg(found.size()).arg(wanted.size())));
    }
}

HMSACT_TEST(QueuePages)

} // namespace hmsact::queuepages_test

#include "queuepages.moc"
