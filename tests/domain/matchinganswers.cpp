// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/matching.h"

#include <iostream>
#include <map>
#include <sstream>
#include <string>

// For test_spread.py. Reads the seed, then lines: "worker ID CAPACITY SKILL=LEVEL …" and, after all of these, "task SKILL";
// gives each task to the best worker, who keeps it, and answers with that worker's id, or "-" when there is nobody. "done MS",
// "late MS" or "failed": that worker ends it, and how; "after MS": the time until the next line.
namespace {

using namespace hmsact::domain;

Worker workerFrom(std::istream &words)
{
    std::string id;
    Worker worker;
    worker.kind = WorkerKind::Human;
    words >> id >> worker.capacity;
    worker.id = {QString::fromStdString(id)};
    for (std::string word; words >> word;) {
        const QString skill = QString::fromStdString(word);
        worker.skills.insert(skill.section(u'=', 0, 0), skill.section(u'=', 1).toInt());
    }
    return worker;
}

struct Office {
    std::vector<Worker> workers;
    std::vector<Standing> standings;
    std::vector<std::map<QString, SkillRecord>> records;
    quint64 seed = 0;
    qint64 nowMs = 0;
    qint64 tasks = 0;
    size_t last = 0; // who got the last task, of this skill
    QString skill;

    void open()
    {
        for (const Worker &worker : workers)
            standings.push_back(standingOf(worker, WorkingTime::always(), 0));
        records.resize(workers.size());
    }

    void give(const std::string &wanted)
    {
        Task task;
        task.id = {++tasks};
        task.skill = skill = QString::fromStdString(wanted);
        task.readyAtMs = ++nowMs;
        for (size_t i = 0; i < workers.size(); ++i)
            standings[i].record = records[i][skill];
        const Ranking ranking = rank(task, standings, seed);
        if (ranking.best.empty()) {
            std::cout << "-\n";
            return;
        }
        const Worker *best = ranking.best.front().standing->worker;
        last = size_t(best - workers.data());
        ++standings[last].load;
        standings[last].givenAtMs = nowMs;
        std::cout << best->id.value.toStdString() << '\n';
    }

    void end(const std::string &how, qint64 tookMs)
    {
        SkillRecord &record = records[last][skill];
        --standings[last].load;
        record.failed += how == "failed" ? 1 : 0;
        record.done += how == "failed" ? 0 : 1;
        record.late += how == "late" ? 1 : 0;
        record.timed += how == "failed" ? 0 : 1;
        record.durationMs += how == "failed" ? 0 : tookMs;
    }
};

} // namespace

int main()
{
    Office office;
    std::string line;
    std::getline(std::cin, line);
    std::istringstream(line) >> office.seed;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string kind, word;
        words >> kind;
        if (kind == "worker") {
            office.workers.push_back(workerFrom(words));
            continue;
        }
        if (office.standings.empty())
            office.open();
        words >> word;
        if (kind == "task")
            office.give(word);
        else if (kind == "after")
            office.nowMs += std::stoll(word);
        else
            office.end(kind, word.empty() ? 0 : std::stoll(word));
    }
    return 0;
}
