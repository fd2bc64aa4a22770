// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchconnection.h"
#include "cli/benchdatabase.h"
#include "cli/benchprogram.h"
#include "domain/duration.h"

#include <QJsonArray>

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

using Clock = std::chrono::steady_clock;

double millisecondsBetween(Clock::time_point start, Clock::time_point end)
{
    return std::chrono::duration<double, std::milli>(end - start).count();
}

domain::Error noTask()
{
    return domain::makeError(domain::ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "no task came to the worker"));
}
domain::Error tooEarly()
{
    return domain::makeError(domain::ErrorCode::Internal,
                             QT_TRANSLATE_NOOP("Error", "a worker got a task before there was one"));
}

// One task from the call that enqueues it to the worker that has been waiting for it. → milliseconds
domain::Result<double> oneTask(engine::Core &core, int number, domain::ActivityId &made)
{
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
        return tooEarly();
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
        return noTask();
    return millisecondsBetween(start, end);
}

// The worker over HTTP: waits on a connection of its own for one task after the other, and says when it had each.
void waitForTasks(const QUrl &url, const QString &token, std::vector<std::promise<Clock::time_point>> &had)
{
    size_t next = 0;
    try {
        BenchConnection connection(url, token);
        const QJsonObject reserve{
            {u"worker_id"_s, benchWorker(0).value}, {u"max"_s, 1}, {u"wait_s"_s, idleMs / domain::limits::msPerSecond}};
        for (; next < had.size(); ++next) {
            if (connection.post("/queue/reserve", reserve).value(u"items"_s).toArray().isEmpty())
                throw std::runtime_error("no task came to the worker");
            had[next].set_value(Clock::now());
        }
    } catch (const std::runtime_error &) {
        had[next].set_exception(std::current_exception());
    }
}

QJsonObject bodyOf(const domain::CreateActivity &activity)
{
    const domain::TaskSpec &task = activity.tasks.front();
    return {{u"citizen_id"_s, activity.citizenId},
            {u"intent"_s, activity.intent},
            {u"sla"_s, domain::formatDuration(activity.slaMs)},
            {u"tasks"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, task.name}, {u"skill"_s, task.skill}, {u"sla"_s, domain::formatDuration(task.slaMs)}}}}};
}

// The same by a server of its own. → milliseconds of each
domain::Result<std::vector<double>> overHttp(const BenchOptions &options, int tasks)
{
    auto database = BenchDatabase::make(options.database, u".http"_s); // the other is still there
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const BenchResult hired = bench.hire(1); !hired)
        return hired.error();
    const auto token = benchToken(bench.core());
    if (!token)
        return token.error();
    bench.close();

    std::vector<std::promise<Clock::time_point>> had(static_cast<size_t>(tasks));
    std::future<void> waiting; // ends when the server does
    BenchProgram server(u"hms-actd"_s);
    const auto address = server.start({u"--db"_s, bench.url().text, u"--listen"_s, u"127.0.0.1:0"_s}, u"listening on "_s);
    if (!address)
        return address.error();
    waiting = std::async(std::launch::async, waitForTasks, QUrl(*address), *token, std::ref(had));
    std::vector<double> milliseconds;
    try {
        BenchConnection caller(QUrl(*address), *token);
        for (size_t i = 0; i < had.size(); ++i) {
            auto work = had[i].get_future();
            if (work.wait_for(pace) == std::future_status::ready) {
                (void)work.get(); // or why not
                return tooEarly();
            }
            const Clock::time_point start = Clock::now();
            caller.post("/activities", bodyOf(benchActivity(static_cast<int>(i), 1)));
            milliseconds.push_back(millisecondsBetween(start, work.get()));
        }
    } catch (const std::runtime_error &error) {
        return overHttpFailed(error);
    }
    return milliseconds;
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
    const auto http = overHttp(options, tasks);
    if (!http)
        return http.error();
    line.insert(u"http_p50_ms"_s, percentile(*http, 0.50));
    line.insert(u"http_p99_ms"_s, percentile(*http, 0.99));
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
