// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"

#include <algorithm>
#include <future>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int latencyTasks = 500;
constexpr std::chrono::milliseconds pace{20};
constexpr qint64 idleMs = 30'000;

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(size_t(share * double(values.size() - 1)));
}

// One task from the call that enqueues it to the worker that has been waiting for it. → milliseconds
domain::Result<double> oneTask(engine::Core &core, int number, domain::ActivityId &made)
{
    using Clock = std::chrono::steady_clock;
    std::promise<std::pair<domain::Reply, Clock::time_point>> gotWork;
    std::promise<domain::Reply> created;
    auto work = gotWork.get_future();
    auto creation = created.get_future();
    domain::Reserve reserve;
    reserve.worker = benchWorker(0);
    reserve.waitMs = idleMs;
    core.submit(benchRequest(reserve), [&](domain::Reply reply) { gotWork.set_value({std::move(reply), Clock::now()}); });
    // The pace of the scenario: by then the worker is idle and waiting. Nothing ends this wait early.
    if (work.wait_for(pace) == std::future_status::ready)
        return domain::makeError(domain::ErrorCode::Internal,
                                 QT_TRANSLATE_NOOP("Error", "a worker got a task before there was one"));
    const Clock::time_point start = Clock::now();
    core.submit(benchRequest(benchActivity(number, 1)), [&](domain::Reply reply) { created.set_value(std::move(reply)); });
    const domain::Reply creationReply = creation.get();
    const auto [reply, end] = work.get();
    if (!creationReply.result)
        return creationReply.result.error();
    if (!reply.result)
        return reply.result.error();
    made = std::get<domain::ActivityView>(*creationReply.result).activity.id;
    if (std::get<std::vector<domain::Lease>>(*reply.result).empty())
        return domain::makeError(domain::ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "no task came to the worker"));
    return std::chrono::duration<double, std::milli>(end - start).count();
}

} // namespace

BenchResult benchLatency(const BenchOptions &options, const BenchPrinter &print)
{
    const int tasks = std::min(options.tasks.value_or(latencyTasks), domain::limits::capacityMachine);
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const BenchResult hired = bench.hire(1); !hired)
        return hired.error();
    const int commitsBefore = bench.commits();
    std::vector<double> milliseconds;
    std::vector<domain::ActivityId> made(size_t(tasks), domain::ActivityId{});
    const Stopwatch watch;
    for (int i = 0; i < tasks; ++i) {
        const auto one = oneTask(bench.core(), i, made[size_t(i)]);
        if (!one)
            return one.error();
        milliseconds.push_back(*one);
    }
    QJsonObject line = benchLine(options, u"latency"_s, tasks, 1, 1, watch.seconds(), bench.commits() - commitsBefore);
    line.insert(u"p50_ms"_s, percentile(milliseconds, 0.50));
    line.insert(u"p99_ms"_s, percentile(milliseconds, 0.99));
    bench.close();
    const auto rows = bench.rows(made);
    if (!rows)
        return rows.error();
    const auto raw = rawInserts(options.database, *rows, tasks); // one commit for each task
    if (!raw)
        return raw.error();
    line.insert(u"raw_per_s"_s, *raw);
    line.insert(u"commit_ms"_s, 1000 / *raw);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
