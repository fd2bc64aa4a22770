// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchconnection.h"
#include "cli/benchcrew.h"
#include "cli/benchdatabase.h"
#include "cli/benchprogram.h"

#include <QJsonArray>

#include <future>
#include <stdexcept>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int httpTasks = 5'000;
constexpr int connections = 10;

// A worker that reserves some tasks, completes them while it asks for the next, and again until there are no more.
void pull(const QUrl &url, const QString &token, int number, int batch)
{
    BenchConnection connection(url, token);
    const QString worker = benchWorker(number).value;
    const QJsonObject reserve{{u"worker_id"_s, worker}, {u"max"_s, batch}};
    QJsonArray leases = connection.post("/queue/reserve", reserve).value(u"items"_s).toArray();
    while (!leases.isEmpty()) {
        QJsonArray items;
        for (const auto &lease : leases)
            items.append(QJsonObject{
                {u"task_id"_s, lease[u"task_id"_s]}, {u"lease_token"_s, lease[u"lease_token"_s]}, {u"worker_id"_s, worker}});
        leases =
            connection.post("/queue/complete", {{u"items"_s, items}, {u"reserve"_s, reserve}})[u"reserved"_s][u"items"_s]
                .toArray();
    }
}

// → seconds
domain::Result<double> inProcess(const BenchOptions &options, int tasks, int workers, int batch)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const auto filled = bench.fill(tasks); !filled)
        return filled.error();
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    const Stopwatch watch;
    BenchCrew crew(bench.core(), {.workers = workers, .batch = batch, .tasks = tasks});
    crew.start();
    if (const domain::Status done = crew.wait(); !done)
        return done.error();
    return watch.seconds();
}

// The transactions of commands that the server has done.
int transactions(const QUrl &url, const QString &token)
{
    const QByteArray name = "\nhms_act_batch_commands_count ";
    const QByteArray metrics = BenchConnection(url, token).get("/metrics");
    const qsizetype at = metrics.indexOf(name);
    return at < 0 ? 0 : int(metrics.mid(at + name.size(), metrics.indexOf('\n', at + 1) - at - name.size()).toDouble());
}

struct OverHttp {
    double seconds = 0;
    int commits = 0;
    double rawPerS = 0;
};

// Throws std::runtime_error.
void pullAll(const QUrl &url, const QString &token, int workers, int batch, OverHttp &result)
{
    const int before = transactions(url, token);
    const Stopwatch watch;
    std::vector<std::future<void>> pulling;
    for (int i = 0; i < workers; ++i)
        pulling.push_back(std::async(std::launch::async, pull, url, token, i, batch));
    for (std::future<void> &one : pulling)
        one.get();
    result.seconds = watch.seconds();
    result.commits = transactions(url, token) - before;
}

domain::Result<OverHttp> overHttp(const BenchOptions &options, int tasks, int workers, int batch)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    const auto activities = bench.fill(tasks);
    if (!activities)
        return activities.error();
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    const auto token = benchToken(bench.core());
    if (!token)
        return token.error();
    bench.close();
    const auto before = bench.rows(*activities);
    if (!before)
        return before.error();

    BenchProgram server(u"hms-actd"_s);
    const auto address = server.start({u"--db"_s, bench.url().text, u"--listen"_s, u"127.0.0.1:0"_s}, u"listening on "_s);
    if (!address)
        return address.error();
    OverHttp result;
    try {
        pullAll(QUrl(*address), *token, workers, batch, result);
    } catch (const std::runtime_error &error) {
        return overHttpFailed(error);
    }
    server.stop();
    const auto after = bench.rows(*activities);
    if (!after)
        return after.error();
    const auto raw = rawWork(options.database, *before, *after, result.commits);
    if (!raw)
        return raw.error();
    result.rawPerS = *raw;
    return result;
}

} // namespace

BenchResult benchHttp(const BenchOptions &options, const BenchPrinter &print)
{
    const int tasks = options.tasks.value_or(httpTasks);
    const int workers = options.workers.value_or(connections);
    const int batch = options.batch.value_or(1);
    const auto direct = inProcess(options, tasks, workers, batch);
    if (!direct)
        return direct.error();
    const auto http = overHttp(options, tasks, workers, batch);
    if (!http)
        return http.error();
    QJsonObject line = benchLine(options, u"http"_s, tasks, workers, batch, http->seconds, http->commits);
    addRaw(line, http->rawPerS);
    line.insert(u"in_process_per_s"_s, tasks / *direct);
    line.insert(u"vs_in_process"_s, *direct / http->seconds);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
