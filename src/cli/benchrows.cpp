// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchrows.h"

#include "domain/limits.h"
#include "engine/clock.h"
#include "store/activitystore.h"
#include "store/eventstore.h"
#include "store/migrator.h"
#include "store/taskstore.h"

#include <QFile>

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
    explicit RawDatabase(const QString &file) : m_file(file) { }
    ~RawDatabase()
    {
        m_database.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_file + suffix);
    }

    Status open()
    {
        auto opened = store::Database::open(store::DatabaseUrl::forFile(m_file), store::Access::ReadWrite);
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
        return store::migrate(*m_database, engine::SystemClock().nowMs());
    }

    // Runs `row` for 0 … count-1 in so many commits and says how long that took.
    Result<double> timed(int count, int commits, const std::function<void(size_t)> &row)
    {
        const auto start = std::chrono::steady_clock::now();
        for (int commit = 0; commit < commits; ++commit) {
            const Status status = m_database->transact<Done>([&]() -> Status {
                for (qint64 i = qint64(count) * commit / commits; i < qint64(count) * (commit + 1) / commits; ++i)
                    row(size_t(i));
                return Done{};
            });
            if (!status)
                return status.error();
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    store::Database &operator*() { return *m_database; }

private:
    QString m_file;
    std::unique_ptr<store::Database> m_database;
};

class Writer
{
public:
    explicit Writer(store::Database &database) : m_activities(database), m_tasks(database), m_events(database) { }
    void insert(const BenchRows &rows, size_t i)
    {
        m_activities.insert(rows.activities[i]);
        for (const domain::Task &task : rows.tasks[i])
            m_tasks.insert(task);
        for (const domain::Event &event : rows.events[i])
            m_events.insert(event);
    }
    void take(const domain::Task &before, const domain::Task &after, const domain::Event &event)
    {
        domain::Task held = before;
        held.state = domain::TaskState::InProgress;
        held.worker = after.worker;
        held.leaseEpoch = after.leaseEpoch;
        held.startedAtMs = after.startedAtMs;
        held.leaseExpiresAtMs = after.startedAtMs + domain::limits::leaseMachineMs;
        m_tasks.update(held);
        m_events.insert(event);
    }
    void finish(const domain::Activity &activity, const domain::Task &after)
    {
        m_tasks.update(after);
        m_activities.update(activity);
    }
    void insert(const domain::Event &event) { m_events.insert(event); }

private:
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

Result<BenchRows> readBenchRows(const QString &file, const std::vector<domain::ActivityId> &activities)
{
    auto opened = store::Database::open(store::DatabaseUrl::forFile(file), store::Access::ReadOnly);
    if (!opened)
        return opened.error();
    store::Database &database = **opened;
    return database.read<BenchRows>([&]() -> Result<BenchRows> {
        BenchRows rows;
        for (const domain::ActivityId id : activities) {
            const auto activity = store::ActivityStore(database).byId(id);
            Q_ASSERT(activity);
            rows.activities.push_back(*activity);
            rows.tasks.push_back(store::TaskStore(database).ofActivity(id));
            rows.events.push_back(store::EventStore(database).page(id, 0, domain::limits::pageMax).items);
        }
        return rows;
    });
}

Result<double> rawInserts(const QString &file, const BenchRows &rows, int commits)
{
    RawDatabase raw(file);
    if (const Status status = raw.open(); !status)
        return status.error();
    Writer writer(*raw);
    const auto seconds = raw.timed(int(rows.activities.size()), commits, [&](size_t i) { writer.insert(rows, i); });
    return seconds ? Result<double>(rows.taskCount() / *seconds) : seconds;
}

Result<double> rawWork(const QString &file, const BenchRows &before, const BenchRows &after, int commits)
{
    RawDatabase raw(file);
    if (const Status status = raw.open(); !status)
        return status.error();
    Writer writer(*raw);
    const int count = int(before.activities.size());
    const auto filled = raw.timed(count, 1 + count / 1000, [&](size_t i) { writer.insert(before, i); });
    if (!filled)
        return filled;
    // By turns a commit that takes a group of tasks and one that ends them.
    const int groups = std::max(1, commits / 2);
    double seconds = 0;
    for (int group = 0; group < groups; ++group) {
        const int first = int(qint64(count) * group / groups);
        const int size = int(qint64(count) * (group + 1) / groups) - first;
        if (size == 0)
            continue;
        const auto taken = raw.timed(size, 1, [&](size_t k) {
            const size_t i = size_t(first) + k;
            writer.take(before.tasks[i].front(), after.tasks[i].front(), after.events[i][before.events[i].size()]);
        });
        const auto ended = raw.timed(size, 1, [&](size_t k) {
            const size_t i = size_t(first) + k;
            writer.finish(after.activities[i], after.tasks[i].front());
            for (size_t e = before.events[i].size() + 1; e < after.events[i].size(); ++e)
                writer.insert(after.events[i][e]);
        });
        if (!taken || !ended)
            return !taken ? taken : ended;
        seconds += *taken + *ended;
    }
    return before.taskCount() / seconds;
}

} // namespace hmsact::cli
