// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchcrew.h"
#include "cli/benchdatabase.h"
#include "cli/benchprogram.h"
#include "client/client.h"

#include <QEventLoop>

#include <future>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int httpTasks = 5'000;
constexpr int connections = 10;

// A worker on a connection of its own: reserves some tasks, completes them, and again until there are no more.
class Puller : public QObject
{
public:
    Puller(const client::Settings &settings, int number, int batch, std::function<void(const QString &)> over)
        : m_client(settings), m_worker(benchWorker(number).value), m_batch(batch), m_over(std::move(over))
    {
    }
    void reserve()
    {
        m_client.reserve({.workerId = m_worker, .max = m_batch})
            .then(this, [this](client::Result<std::vector<client::Lease>> leases) {
                if (!leases || leases->empty())
                    return m_over(leases ? QString() : leases.error().title);
                m_client.completeAll(*leases, m_worker).then(this, [this](client::Result<QJsonArray> done) {
                    if (!done)
                        return m_over(done.error().title);
                    reserve();
                });
            });
    }

private:
    client::Client m_client;
    const QString m_worker;
    const int m_batch;
    const std::function<void(const QString &)> m_over; // with what went wrong, if anything
};

domain::Result<QString> adminToken(engine::Core &core)
{
    domain::CreateToken create;
    create.name = u"bench"_s;
    create.role = domain::Role::Admin;
    std::promise<domain::Reply> made;
    core.submit(benchRequest(create), [&](domain::Reply reply) { made.set_value(std::move(reply)); });
    const domain::Reply reply = made.get_future().get();
    if (!reply.result)
        return reply.result.error();
    return std::get<domain::NewToken>(*reply.result).secret;
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
    if (const domain::Status done = BenchCrew(bench.core(), workers, batch, tasks, 0).run(); !done)
        return done.error();
    return watch.seconds();
}

// → seconds
domain::Result<double> overHttp(const BenchOptions &options, int tasks, int workers, int batch)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const auto filled = bench.fill(tasks); !filled)
        return filled.error();
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    const auto token = adminToken(bench.core());
    if (!token)
        return token.error();
    bench.close();

    BenchProgram server(u"hms-actd"_s);
    const auto address = server.start({u"--db"_s, bench.url().text, u"--listen"_s, u"127.0.0.1:0"_s}, u"listening on "_s);
    if (!address)
        return address.error();
    QEventLoop loop;
    int pulling = workers;
    QString trouble;
    std::vector<std::unique_ptr<Puller>> pullers;
    for (int i = 0; i < workers; ++i) {
        pullers.push_back(
            std::make_unique<Puller>(client::Settings{QUrl(*address), *token}, i, batch, [&](const QString &why) {
                trouble += why;
                if (--pulling == 0)
                    loop.quit();
            }));
    }
    const Stopwatch watch;
    for (const auto &puller : pullers)
        puller->reserve();
    loop.exec();
    const double seconds = watch.seconds();
    if (!trouble.isEmpty())
        return domain::makeError(domain::ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "over HTTP: %1"), {trouble});
    return seconds;
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
    QJsonObject line = benchLine(options, u"http"_s, tasks, workers, batch, *http, 0);
    line.remove(u"commits"_s); // counted in the other process
    line.insert(u"in_process_per_s"_s, tasks / *direct);
    line.insert(u"vs_in_process"_s, *direct / *http);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
