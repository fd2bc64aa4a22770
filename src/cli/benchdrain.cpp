// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchcrew.h"
#include "cli/benchdatabase.h"

#include <deque>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int drainTasks = 20'000;
constexpr int backlogTasks = 5'000;
constexpr int chainActivities = 5'000;
constexpr int chainLength = 4;
constexpr int singleCommitSample = 500; // enough for a rate, and seconds on a slow disk

// What work on a database of its own came to.
struct Worked {
    double seconds = 0;
    int commits = 0;
    BenchRows before, after;
};

// As many tasks as these activities have, by a crew; closes the database.
domain::Result<Worked> worked(BenchDatabase &bench, const std::vector<domain::ActivityId> &activities, int workers,
                              int batch, bool turns = false)
{
    const auto before = bench.rows(activities);
    if (!before)
        return before.error();
    Worked result;
    result.before = *before;
    const int commitsBefore = bench.commits();
    const Stopwatch watch;
    BenchCrew crew(bench.core(), {workers, batch, before->taskCount(), turns});
    crew.start();
    if (const domain::Status done = crew.wait(); !done)
        return done.error();
    result.seconds = watch.seconds();
    result.commits = bench.commits() - commitsBefore;
    bench.close();
    const auto after = bench.rows(activities);
    if (!after)
        return after.error();
    result.after = *after;
    return result;
}

// `tasks` of them, while `waiting` more are not to be drained.
domain::Result<Worked> drained(const store::DatabaseUrl &base, int tasks, int workers, int batch, int waiting = 0,
                               bool turns = false)
{
    auto database = BenchDatabase::make(base);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    auto activities = bench.fill(tasks + waiting);
    if (!activities)
        return activities.error();
    // What has waited long is in nobody's memory, however little of it there is. A core keeps rows only where it is alone.
    if (waiting > 0 && base.dialect == store::Dialect::Sqlite) {
        bench.close();
        if (const BenchResult opened = bench.addDesk(); !opened)
            return opened.error();
    }
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    activities->resize(size_t(tasks)); // the first are drained first
    return worked(bench, *activities, workers, batch, turns);
}

// A commit for every change, in tasks a second: one when a task is taken, one when it ends.
struct SingleCommit {
    double perS = 0; // by this program: one worker, one task at a time
    double rawPerS = 0; // by the bare database
};

domain::Result<SingleCommit> singleCommit(const store::DatabaseUrl &base)
{
    const auto one = drained(base, singleCommitSample, 1, 1, 0, true);
    if (!one)
        return one.error();
    const auto raw = rawWork(base, one->before, one->after, one->commits);
    if (!raw)
        return raw.error();
    return SingleCommit{singleCommitSample / one->seconds, *raw};
}

// The same tasks by the same workers, who sit at several desks of one database. → seconds.
domain::Result<double> drainedByDesks(const BenchOptions &options, int tasks, int workers, int batch)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const auto filled = bench.fill(tasks); !filled)
        return filled.error();
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    for (int desk = 1; desk < options.desks; ++desk)
        if (const BenchResult added = bench.addDesk(); !added)
            return added.error();
    std::deque<BenchCrew> crews;
    const auto partOf = [&](int all, int desk) {
        return all * (desk + 1) / options.desks - all * desk / options.desks;
    };
    for (int desk = 0; desk < options.desks; ++desk)
        crews.emplace_back(bench.core(desk),
                           BenchCrew::Plan{.workers = partOf(workers, desk),
                                           .batch = batch,
                                           .tasks = partOf(tasks, desk),
                                           .firstWorker = workers * desk / options.desks});
    const Stopwatch watch;
    for (BenchCrew &crew : crews)
        crew.start();
    domain::Status done = domain::Done{};
    for (BenchCrew &crew : crews)
        if (const domain::Status one = crew.wait(); !one)
            done = one;
    if (!done)
        return done.error();
    return watch.seconds();
}

BenchResult drain(const BenchOptions &options, int tasks, int workers, int batch, const SingleCommit &single,
                  const BenchPrinter &print)
{
    const auto run = drained(options.database, tasks, workers, batch);
    if (!run)
        return run.error();
    const auto raw = rawWork(options.database, run->before, run->after, run->commits);
    if (!raw)
        return raw.error();
    QJsonObject line = benchLine(options, u"drain"_s, tasks, workers, batch, run->seconds, run->commits);
    addRaw(line, *raw);
    line.insert(u"single_commit_per_s"_s, single.perS);
    line.insert(u"vs_single_commit"_s, tasks / run->seconds / single.perS);
    line.insert(u"raw_single_commit_per_s"_s, single.rawPerS);
    if (options.desks > 1 && workers >= options.desks) {
        const auto seconds = drainedByDesks(options, tasks, workers, batch);
        if (!seconds)
            return seconds.error();
        line.insert(u"desks"_s, options.desks);
        line.insert(u"desks_per_s"_s, tasks / *seconds);
        line.insert(u"vs_one_desk"_s, run->seconds / *seconds);
    }
    print(line);
    return domain::Done{};
}

} // namespace

BenchResult benchDrain(const BenchOptions &options, const BenchPrinter &print)
{
    const int tasks = options.tasks.value_or(drainTasks);
    const std::vector<int> crews = options.workers ? std::vector<int>{*options.workers} : std::vector<int>{1, 10, 50};
    const std::vector<int> batches = options.batch ? std::vector<int>{*options.batch} : std::vector<int>{1, 50};
    const auto single = singleCommit(options.database);
    if (!single)
        return single.error();
    for (const int workers : crews)
        for (const int batch : batches) {
            // One worker with one task at a time waits for a commit for each: fewer tasks give the same rate sooner.
            const bool slow = !options.tasks && workers * batch < 10;
            if (const BenchResult done = drain(options, slow ? tasks / 10 : tasks, workers, batch, *single, print); !done)
                return done;
        }
    return domain::Done{};
}

static BenchResult chain(const BenchOptions &options, int tasks, int workers, int batch, const BenchPrinter &print)
{
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const BenchResult hired = bench.hire(workers); !hired)
        return hired.error();
    const int commitsBefore = bench.commits();
    const Stopwatch watch; // end to end: the creation is part of it
    const auto activities = bench.fill(tasks, chainLength);
    if (!activities)
        return activities.error();
    const double fillSeconds = watch.seconds();
    const int fillCommits = bench.commits() - commitsBefore;
    const auto run = worked(bench, *activities, workers, batch);
    if (!run)
        return run.error();
    const auto rawFill = rawInserts(options.database, run->before, fillCommits);
    if (!rawFill)
        return rawFill.error();
    const auto rawRest = rawWork(options.database, run->before, run->after, run->commits);
    if (!rawRest)
        return rawRest.error();
    const double seconds = fillSeconds + run->seconds;
    QJsonObject line = benchLine(options, u"chain"_s, tasks, workers, batch, seconds, fillCommits + run->commits);
    line.insert(u"activities_per_s"_s, tasks / chainLength / seconds);
    addRaw(line, 1 / (1 / *rawFill + 1 / *rawRest));
    print(line);
    return domain::Done{};
}

BenchResult benchChain(const BenchOptions &options, const BenchPrinter &print)
{
    const int tasks = options.tasks.value_or(chainActivities * chainLength) / chainLength * chainLength;
    const int workers = options.workers.value_or(10);
    for (const int batch : options.batch ? std::vector<int>{*options.batch} : std::vector<int>{1, 50}) {
        if (const BenchResult done = chain(options, tasks, workers, batch, print); !done)
            return done;
    }
    return domain::Done{};
}

BenchResult benchBacklog(const BenchOptions &options, const BenchPrinter &print)
{
    const std::vector<int> sizes =
        options.tasks ? std::vector<int>{*options.tasks} : std::vector<int>{10'000, 100'000, 1'000'000};
    const int workers = options.workers.value_or(10);
    const int batch = options.batch.value_or(50);
    for (const int waiting : sizes) {
        const auto run = drained(options.database, backlogTasks, workers, batch, waiting);
        if (!run)
            return run.error();
        const auto raw = rawWork(options.database, run->before, run->after, run->commits);
        if (!raw)
            return raw.error();
        QJsonObject line = benchLine(options, u"backlog"_s, backlogTasks, workers, batch, run->seconds, run->commits);
        line.insert(u"waiting"_s, waiting);
        addRaw(line, *raw);
        print(line);
    }
    return domain::Done{};
}

} // namespace hmsact::cli
