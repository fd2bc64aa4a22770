// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"

#include "engine/coredoor.h"
#include "engine/meters.h"

#include <algorithm>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

constexpr int fillBatch = 1000;
const QString skill = QStringLiteral("bench");

} // namespace

Result<std::unique_ptr<BenchDatabase>> BenchDatabase::make(const store::DatabaseUrl &base, const QString &part)
{
    auto scratch = BenchScratch::make(base, part);
    if (!scratch)
        return scratch.error();
    std::unique_ptr<BenchDatabase> made(new BenchDatabase(std::move(*scratch)));
    if (const BenchResult opened = made->addDesk(); !opened)
        return opened.error();
    return made;
}

BenchResult BenchDatabase::addDesk()
{
    engine::CoreSettings settings;
    settings.databaseUrl = url().text;
    settings.clock = std::make_shared<engine::SystemClock>();
    auto core = engine::Core::open(std::move(settings));
    if (!core)
        return core.error();
    m_cores.push_back(std::move(*core));
    return domain::Done{};
}

BenchDatabase::~BenchDatabase() { close(); }

int BenchDatabase::commits() { return static_cast<int>(core().meters().commits); }

void BenchDatabase::close() { m_cores.clear(); }

Result<std::vector<domain::ActivityId>> BenchDatabase::fill(int tasks, int tasksEach)
{
    std::vector<domain::ActivityId> activities;
    const int count = (tasks + tasksEach - 1) / tasksEach;
    for (int first = 0; first < count; first += fillBatch) {
        std::vector<domain::Request> requests;
        for (int i = first; i < std::min(count, first + fillBatch); ++i)
            requests.push_back(benchRequest(benchActivity(i, tasksEach)));
        for (const domain::Reply &reply : sendAllAndWait(core(), std::move(requests))) {
            if (!reply.result)
                return reply.result.error();
            activities.push_back(std::get<domain::ActivityView>(*reply.result).activity.id);
        }
    }
    return activities;
}

BenchResult BenchDatabase::hire(int workers)
{
    std::vector<domain::Request> requests;
    for (int i = 0; i < workers; ++i) {
        domain::SaveWorker save;
        save.spec.name = benchWorker(i).value;
        save.spec.id = benchWorker(i);
        save.spec.skills = QMap<QString, int>{{skill, domain::skillLevelDefault}};
        requests.push_back(benchRequest(save));
    }
    return say(std::move(requests));
}

BenchResult BenchDatabase::say(std::vector<domain::Request> requests)
{
    for (const domain::Reply &reply : sendAllAndWait(core(), std::move(requests)))
        if (!reply.result)
            return reply.result.error();
    return domain::Done{};
}

Result<BenchRows> BenchDatabase::rows(const std::vector<domain::ActivityId> &activities) const
{
    return readBenchRows(m_scratch->url(), activities);
}

domain::CreateActivity benchActivity(int number, int tasks)
{
    domain::CreateActivity create;
    create.citizenId = u"citizen-%1"_s.arg(number);
    create.intent = u"bench"_s;
    create.slaMs = domain::limits::msPerDay;
    for (int i = 0; i < tasks; ++i) {
        domain::TaskSpec task;
        task.name = u"step_%1"_s.arg(i + 1);
        task.skill = skill;
        task.slaMs = domain::limits::msPerHour;
        create.tasks.push_back(task);
    }
    return create;
}

domain::Actor benchActor() { return {u"bench"_s, domain::Role::Admin, {}}; }

domain::Request benchRequest(domain::Command command) { return {std::move(command), benchActor(), {}}; }

domain::WorkerId benchWorker(int number) { return {u"bench-%1"_s.arg(number)}; }

QJsonObject benchLine(const BenchOptions &options, const QString &scenario, int tasks, int workers, int batch,
                      double seconds, int commits)
{
    const bool sqlite = options.database.dialect == store::Dialect::Sqlite;
    return {{u"scenario"_s, scenario},     {u"db"_s, sqlite ? u"sqlite"_s : u"postgresql"_s},
            {u"tasks"_s, tasks},           {u"workers"_s, workers},
            {u"batch"_s, batch},           {u"seconds"_s, seconds},
            {u"per_s"_s, tasks / seconds}, {u"commits"_s, commits}};
}

void addRaw(QJsonObject &line, double rawPerS)
{
    line.insert(u"raw_per_s"_s, rawPerS);
    line.insert(u"raw_ratio"_s, line.value(u"per_s"_s).toDouble() / rawPerS);
}

} // namespace hmsact::cli
