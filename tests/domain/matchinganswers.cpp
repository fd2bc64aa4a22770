// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/matching.h"

#include <iostream>
#include <sstream>
#include <string>

// For test_matching.py. Reads the seed, then lines: "worker ID CAPACITY SKILL=LEVEL …" and, after all of these, "task SKILL"; gives
// each task to the best worker, who keeps it, and answers with that worker's id, or "-" when there is nobody.
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

} // namespace

int main()
{
    quint64 seed = 0;
    std::string line;
    std::getline(std::cin, line);
    std::istringstream(line) >> seed;
    std::vector<Worker> workers;
    std::vector<Standing> standings;
    qint64 tasks = 0;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string kind;
        words >> kind;
        if (kind == "worker") {
            workers.push_back(workerFrom(words));
            continue;
        }
        if (standings.empty()) {
            for (const Worker &worker : workers)
                standings.push_back(standingOf(worker, WorkingTime::always(), 0));
        }
        std::string skill;
        words >> skill;
        Task task;
        task.id = {++tasks};
        task.skill = QString::fromStdString(skill);
        const Ranking ranking = rank(task, standings, seed);
        if (ranking.best.empty()) {
            std::cout << "-\n";
            continue;
        }
        const Worker *best = ranking.best.front().standing->worker;
        ++standings[size_t(best - workers.data())].load;
        std::cout << best->id.value.toStdString() << '\n';
    }
    return 0;
}
