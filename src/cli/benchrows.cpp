// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchrows.h"

#include "cli/benchscratch.h"
#include "domain/limits.h"
#include "engine/clock.h"
#include "store/activitystore.h"
#include "store/eventstore.h"
#include "store/historystore.h"
#include "store/migrator.h"
#include "store/taskstore.h"

#include <algorithm>
#include <chrono>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Result;
using domain::Status;

namespace {

// A new, empty database that is removed at the end.
class RawDatabase
{
public:
    Status open(const store::DatabaseUrl &base)
    {
        auto scratch = BenchScratch::make(base, u".raw"_s);
        if (!scratch)
            return scratch.error();
        m_scratch = std::move(*scratch);
        auto opened = store::Database::open(m_scratch->url(), store::Access::ReadWrite);
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
        return store::migrate(*m_database, engine::SystemClock().nowMs());
    }

    // Runs `rows` for 0 … count-1, in so many commits of a span each, and says how long that took.
    Result<double> timed(int count, int commits, const std::function<void(size_t first, size_t end)> &rows)
    {
        const auto start = std::chrono::steady_clock::now();
        for (int commit = 0; commit < commits; ++commit) {
            const Status status = m_database->transact<Done>([&]() -> Status {
                rows(size_t(qint64(count) * commit / commits), size_t(qint64(count) * (commit + 1) / commits));
                return Done{};
            });
            if (!status)
                return status.error();
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    store::Database &operator*() { return *m_database; }

private:
    std::unique_ptr<BenchScratch> m_scratch;
    std::unique_ptr<store::Database> m_database;
};

// Writes the rows of a span of activities, each kind in one go, as the engine does.
class Writer
{
public:
    explicit Writer(store::Database &database) : m_activities(database), m_tasks(database), m_events(database) { }
    void insert(const BenchRows &rows, size_t first, size_t end)
    {
        m_activities.insert(pointers(rows.activities, first, end));
        store::TaskStore::Tasks tasks;
        std::vector<domain::Event> events;
        for (size_t i = first; i < end; ++i) {
            for (const domain::Task &task : rows.tasks[i])
                tasks.push_back(&task);
            events.insert(events.end(), rows.events[i].begin(), rows.events[i].end());
        }
        m_tasks.insert(tasks);
        m_events.insert(events);
    }
    // The task at `step` of each.
    void take(const BenchRows &before, const BenchRows &after, size_t step, size_t first, size_t end)
    {
        std::vector<domain::Task> held;
        std::vector<domain::Event> events;
        for (size_t i = first; i < end; ++i) {
            const domain::Task &ended = after.tasks[i][step];
            domain::Task task = before.tasks[i][step];
            task.state = domain::TaskState::InProgress;
            task.worker = ended.worker;
            task.leaseEpoch = ended.leaseEpoch;
            task.startedAtMs = ended.startedAtMs;
            task.leaseExpiresAtMs = ended.startedAtMs + domain::limits::leaseMachineMs;
            held.push_back(std::move(task));
            events.push_back(after.events[i][beginOf(before, after, i, step)]);
        }
        m_tasks.updateHolder(pointers(held, 0, held.size()));
        m_activities.updateProgress(pointers(before.activities, first, end));
        m_events.insert(events);
    }
    void finish(const BenchRows &before, const BenchRows &after, size_t step, size_t first, size_t end)
    {
        store::TaskStore::Tasks tasks;
        std::vector<domain::Task> unlocked;
        std::vector<domain::Event> events;
        const bool isLast = step + 1 == after.tasks.front().size();
        for (size_t i = first; i < end; ++i) {
            tasks.push_back(&after.tasks[i][step]);
            if (!isLast)
                unlocked.push_back(unlockedTask(before.tasks[i][step + 1], after.tasks[i][step + 1]));
            const auto all = after.events[i].begin();
            events.insert(events.end(), all + qsizetype(beginOf(before, after, i, step)) + 1,
                          all + qsizetype(beginOf(before, after, i, step + 1)));
        }
        m_tasks.updateEnd(tasks);
        m_tasks.update(pointers(unlocked, 0, unlocked.size()));
        if (isLast)
            m_activities.update(pointers(after.activities, first, end));
        else
            m_activities.updateProgress(pointers(before.activities, first, end));
        m_events.insert(events);
    }

private:
    static domain::Task unlockedTask(domain::Task task, const domain::Task &ended)
    {
        task.state = domain::TaskState::Pending;
        task.openNeeds = 0;
        task.readyAtMs = ended.readyAtMs;
        task.slaStartedAtMs = ended.slaStartedAtMs;
        task.dueAtMs = ended.dueAtMs;
        task.rankAtMs = ended.rankAtMs;
        return task;
    }
    // Where the events of a step begin: with that of its being taken.
    static size_t beginOf(const BenchRows &before, const BenchRows &after, size_t activity, size_t step)
    {
        const std::vector<domain::Event> &events = after.events[activity];
        size_t at = before.events[activity].size();
        for (size_t taken = 0; at < events.size(); ++at) {
            if (events[at].kind == "task.reserved"_L1 && taken++ == step)
                break;
        }
        return at;
    }
    template <class T>
    static std::vector<const T *> pointers(const std::vector<T> &values, size_t first, size_t end)
    {
        std::vector<const T *> result;
        for (size_t i = first; i < end; ++i)
            result.push_back(&values[i]);
        return result;
    }
    store::ActivityStore m_activities;
    store::TaskStore m_tasks;
    store::EventStore m_events;
};

} // namespace

int BenchRows::taskCount() const
{
    size_t count = 0;
    for (const auto &some : tasks)
        count += some.size();
    return int(count);
}

Result<BenchRows> readBenchRows(const store::DatabaseUrl &url, const std::vector<domain::ActivityId> &activities)
{
    auto opened = store::Database::open(url, store::Access::ReadOnly);
    if (!opened)
        return opened.error();
    store::Database &database = **opened;
    return database.read<BenchRows>([&]() -> Result<BenchRows> {
        BenchRows rows;
        for (size_t first = 0; first < activities.size(); first += domain::limits::pageMax) {
            std::vector<qint64> ids;
            for (size_t i = first; i < std::min(activities.size(), first + domain::limits::pageMax); ++i)
                ids.push_back(activities[i].value);
            for (domain::Recorded &one : store::HistoryStore(database).of(ids)) {
                std::ranges::sort(one.tasks, {}, &domain::Task::position);
                rows.activities.push_back(std::move(one.activity));
                rows.tasks.push_back(std::move(one.tasks));
                rows.events.push_back(std::move(one.events));
            }
        }
        Q_ASSERT(rows.activities.size() == activities.size());
        return rows;
    });
}

Result<double> rawInserts(const store::DatabaseUrl &base, const BenchRows &rows, int commits)
{
    RawDatabase raw;
    if (const Status status = raw.open(base); !status)
        return status.error();
    Writer writer(*raw);
    const auto seconds =
        raw.timed(int(rows.activities.size()), commits, [&](size_t first, size_t end) { writer.insert(rows, first, end); });
    return seconds ? Result<double>(rows.taskCount() / *seconds) : seconds;
}

// As they were before somebody took the tasks, as far as that writes.
static BenchRows untaken(BenchRows rows)
{
    for (std::vector<domain::Task> &tasks : rows.tasks) {
        for (domain::Task &task : tasks) {
            task.state = domain::TaskState::Pending;
            task.worker = {};
            task.leaseEpoch = task.leaseExpiresAtMs = task.startedAtMs = 0;
        }
    }
    for (std::vector<domain::Event> &events : rows.events)
        std::erase_if(events, [](const domain::Event &event) { return event.kind == "task.reserved"_L1; });
    return rows;
}

Result<double> rawTakes(const store::DatabaseUrl &base, const BenchRows &taken)
{
    const BenchRows before = untaken(taken);
    const int count = int(taken.activities.size());
    return rawWriting(base, before, count, count, [&](store::Database &database, size_t first, size_t end) {
        Writer(database).take(before, taken, 0, first, end);
    });
}

Result<double> rawWriting(const store::DatabaseUrl &base, const BenchRows &before, int count, int commits,
                          const RawWriting &write)
{
    RawDatabase raw;
    if (const Status status = raw.open(base); !status)
        return status.error();
    const int activities = int(before.activities.size());
    const auto filled = raw.timed(activities, 1 + activities / 1000,
                                  [&](size_t first, size_t end) { Writer(*raw).insert(before, first, end); });
    if (!filled)
        return filled;
    const auto seconds = raw.timed(count, std::max(1, commits), [&](size_t first, size_t end) { write(*raw, first, end); });
    return seconds ? Result<double>(count / *seconds) : seconds;
}

Result<double> rawWork(const store::DatabaseUrl &base, const BenchRows &before, const BenchRows &after, int commits)
{
    RawDatabase raw;
    if (const Status status = raw.open(base); !status)
        return status.error();
    Writer writer(*raw);
    const int count = int(before.activities.size());
    const auto filled =
        raw.timed(count, 1 + count / 1000, [&](size_t first, size_t end) { writer.insert(before, first, end); });
    if (!filled)
        return filled;
    // By turns a commit that takes a group of tasks and one that ends them.
    const size_t steps = before.tasks.front().size();
    const int groups = std::max(1, commits / 2 / int(steps));
    double seconds = 0;
    for (size_t step = 0; step < steps; ++step) {
        for (int group = 0; group < groups; ++group) {
            const int first = int(qint64(count) * group / groups);
            const int size = int(qint64(count) * (group + 1) / groups) - first;
            if (size == 0)
                continue;
            const size_t begin = size_t(first);
            const auto taken = raw.timed(
                size, 1, [&](size_t from, size_t to) { writer.take(before, after, step, begin + from, begin + to); });
            const auto ended = raw.timed(
                size, 1, [&](size_t from, size_t to) { writer.finish(before, after, step, begin + from, begin + to); });
            if (!taken || !ended)
                return !taken ? taken : ended;
            seconds += *taken + *ended;
        }
    }
    return before.taskCount() / seconds;
}

} // namespace hmsact::cli
