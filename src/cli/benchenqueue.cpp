// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"

#include <algorithm>
#include <future>
#include <mutex>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int enqueueTasks = 10'000;
constexpr int bulkSize = 1'000;

// Callers of which each says its next call when the last one was answered.
class Callers
{
public:
    Callers(engine::Core &core, int callers, int calls, int batch)
        : m_core(core), m_left(calls), m_calling(callers), m_batch(batch)
    {
    }

    domain::Result<std::vector<domain::ActivityId>> run()
    {
        const int callers = m_calling;
        std::future<void> over = m_over.get_future();
        for (int i = 0; i < callers; ++i)
            next();
        over.wait();
        if (m_error)
            return *m_error;
        return m_made;
    }

private:
    void next()
    {
        std::vector<domain::Request> requests;
        {
            const std::lock_guard lock(m_mutex); // the first calls come from the thread that measures
            for (int i = 0; i < m_batch && m_left > 0; ++i)
                requests.push_back(benchRequest(benchActivity(m_left--, 1)));
            if (requests.empty()) {
                if (--m_calling == 0)
                    m_over.set_value();
                return;
            }
        }
        m_core.submit(std::move(requests), [this](const std::vector<domain::Reply> &replies) {
            {
                const std::lock_guard lock(m_mutex);
                for (const domain::Reply &reply : replies)
                    if (reply.result)
                        m_made.push_back(std::get<domain::ActivityView>(*reply.result).activity.id);
                    else
                        m_error = reply.result.error();
                if (m_error)
                    m_left = 0;
            }
            next();
        });
    }

    engine::Core &m_core;
    std::mutex m_mutex; // guards what follows
    int m_left;
    int m_calling;
    const int m_batch;
    std::vector<domain::ActivityId> m_made;
    std::optional<domain::Error> m_error;
    std::promise<void> m_over;
};

BenchResult enqueue(const BenchOptions &options, int tasks, int callers, int batch, const BenchPrinter &print)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    const Stopwatch watch;
    const auto made = Callers(bench.core(), callers, tasks, batch).run();
    const double seconds = watch.seconds();
    if (!made)
        return made.error();
    const int commits = bench.commits();
    bench.close();
    const auto rows = bench.rows(*made);
    if (!rows)
        return rows.error();
    QJsonObject line = benchLine(options, u"enqueue"_s, tasks, callers, batch, seconds, commits);
    const auto raw = rawInserts(options.database, *rows, commits);
    if (!raw)
        return raw.error();
    addRaw(line, *raw);
    print(line);
    return domain::Done{};
}

} // namespace

BenchResult benchEnqueue(const BenchOptions &options, const BenchPrinter &print)
{
    struct Case {
        int tasks, callers, batch;
    };
    // One caller at a time waits for a commit for each: fewer tasks give the same rate sooner.
    std::vector<Case> cases{{enqueueTasks / 10, 1, 1}, {enqueueTasks, 32, 1}, {enqueueTasks, 1, bulkSize}};
    if (options.workers || options.batch)
        cases = {{enqueueTasks, options.workers.value_or(1), options.batch.value_or(1)}};
    for (const Case &one : cases)
        if (const BenchResult done = enqueue(options, options.tasks.value_or(one.tasks), one.callers, one.batch, print);
            !done)
            return done;
    return domain::Done{};
}

} // namespace hmsact::cli
