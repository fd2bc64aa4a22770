// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"
#include "engine/coredoor.h"

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

constexpr int waitingTasks = 100'000;
constexpr int askingWorkers = 1'000;
constexpr int reserves = 2'000;
constexpr int groups = 20; // pools, and second skills
constexpr int requestsAtOnce = 1'000;

QString pool(int number) { return u"pool-%1"_s.arg(number % groups); }
QString secondSkill(int number) { return u"language-%1"_s.arg(number % groups); }

// Every kind of wish in turn; the others want nothing but the skill, as in most queues.
void addWishes(domain::TaskSpec &task, int number)
{
    switch (number % 8) {
    case 0:
        task.wishes.levelMin = 2 + number / 8 % 4;
        break;
    case 1:
        task.wishes.pools = {pool(number / 8), pool(number / 8 + 1)};
        break;
    case 2:
        task.wishes.skills = {secondSkill(number / 8)};
        break;
    case 3:
        task.cost = 2;
        break;
    default:
        break;
    }
}

domain::SaveWorker benchColleague(int number, bool matching)
{
    domain::SaveWorker save;
    save.spec.name = benchWorker(number).value;
    save.spec.id = benchWorker(number);
    save.spec.capacity = domain::limits::capacityMax;
    QMap<QString, int> skills{{benchActivity(0, 1).tasks.front().skill, domain::skillLevelDefault}};
    if (matching) {
        skills.first() = 1 + number % domain::skillLevelMax;
        skills.insert(secondSkill(number), domain::skillLevelDefault);
        save.spec.pools = QStringList{pool(number)};
    }
    save.spec.skills = skills;
    return save;
}

// A queue and its workers: plain, or with levels, wishes, pools and costs.
Result<std::unique_ptr<BenchDatabase>> staffed(const BenchOptions &options, int tasks, int workers, bool matching)
{
    auto database = BenchDatabase::make(options.database, matching ? u".matching"_s : u".plain"_s);
    if (!database)
        return database;
    std::vector<domain::Request> requests;
    const auto say = [&](domain::Command command) -> BenchResult {
        requests.push_back(benchRequest(std::move(command)));
        return int(requests.size()) < requestsAtOnce ? BenchResult(domain::Done{})
                                                     : (*database)->say(std::exchange(requests, {}));
    };
    for (int i = 0; i < workers; ++i)
        if (const BenchResult hired = say(benchColleague(i, matching)); !hired)
            return hired.error();
    for (int i = 0; i < tasks; ++i) {
        domain::CreateActivity create = benchActivity(i, 1);
        if (matching)
            addWishes(create.tasks.front(), i);
        if (const BenchResult created = say(std::move(create)); !created)
            return created.error();
    }
    if (const BenchResult rest = (*database)->say(std::move(requests)); !rest)
        return rest.error();
    return database;
}

// One call for one task, which is put to the others. → seconds
Result<double> reserveOne(BenchDatabase &bench, int worker, std::vector<domain::ActivityId> &taken)
{
    domain::Reserve reserve;
    reserve.worker = benchWorker(worker);
    reserve.max = 1;
    const Stopwatch watch;
    const auto leases = sendAndWait(bench.core(), reserve, benchActor());
    const double seconds = watch.seconds();
    if (!leases)
        return leases.error();
    if (leases->size() != 1)
        return domain::makeError(domain::ErrorCode::Internal,
                                 QT_TRANSLATE_NOOP("Error", "a worker of the bench got no task"));
    taken.push_back(leases->front().activity);
    return seconds;
}

} // namespace

BenchResult benchMatching(const BenchOptions &options, const BenchPrinter &print)
{
    const int waiting = options.tasks.value_or(waitingTasks);
    const int workers = options.workers.value_or(askingWorkers);
    const int calls = std::min(reserves, waiting / 4); // never so many that a worker finds nothing
    auto plain = staffed(options, waiting, workers, false);
    if (!plain)
        return plain.error();
    auto matching = staffed(options, waiting, workers, true);
    if (!matching)
        return matching.error();
    const int commitsBefore = (*matching)->commits();
    double plainSeconds = 0, matchingSeconds = 0;
    std::vector<domain::ActivityId> plainTaken, taken;
    for (int i = 0; i < calls; ++i) { // in turn, so that the disk is the same for both
        const auto first = reserveOne(**plain, i % workers, plainTaken);
        const auto second = first ? reserveOne(**matching, i % workers, taken) : first;
        if (!second)
            return second.error();
        plainSeconds += *first;
        matchingSeconds += *second;
    }
    QJsonObject line =
        benchLine(options, u"matching"_s, calls, workers, 1, matchingSeconds, (*matching)->commits() - commitsBefore);
    line.insert(u"waiting"_s, waiting);
    line.insert(u"plain_per_s"_s, calls / plainSeconds);
    line.insert(u"vs_plain"_s, matchingSeconds / plainSeconds);
    (*matching)->close();
    const auto rows = (*matching)->rows(taken);
    if (!rows)
        return rows.error();
    const auto raw = rawTakes(options.database, *rows);
    if (!raw)
        return raw.error();
    addRaw(line, *raw);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
