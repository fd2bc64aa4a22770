// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerqueues.h"

namespace hmsact::engine {

using domain::Worker;
using store::TaskStore;

QStringList offersFor(const std::vector<const Worker *> &workers)
{
    QStringList offers{TaskStore::offerForHumans};
    for (int level = 2; level <= domain::skillLevelMax; ++level)
        offers << TaskStore::offerForLevel(level);
    for (const Worker *worker : workers) {
        offers << TaskStore::offerForWorker(worker->id);
        for (const QString &pool : worker->pools)
            offers << TaskStore::offerForPool(pool);
    }
    offers.removeDuplicates();
    return offers;
}

std::vector<TaskStore::Queue> queuesOf(const Worker &worker, const QSet<QString> &offers)
{
    QStringList own{QString()};
    if (const QString kept = TaskStore::offerForWorker(worker.id); offers.contains(kept))
        own << kept;
    if (worker.kind == domain::WorkerKind::Human && offers.contains(TaskStore::offerForHumans))
        own << TaskStore::offerForHumans;
    for (const QString &pool : worker.pools) {
        if (const QString kept = TaskStore::offerForPool(pool); offers.contains(kept))
            own << kept;
    }
    std::vector<TaskStore::Queue> result;
    for (auto skill = worker.skills.cbegin(); skill != worker.skills.cend(); ++skill) {
        for (const QString &offer : std::as_const(own))
            result.emplace_back(offer, skill.key());
        for (int level = 2; level <= *skill; ++level) {
            if (const QString kept = TaskStore::offerForLevel(level); offers.contains(kept))
                result.emplace_back(kept, skill.key());
        }
    }
    return result;
}

bool mayHave(const domain::Task &task, const Worker &worker, const Another &anotherCanTake)
{
    if (task.oversight.forHumans && worker.kind != domain::WorkerKind::Human)
        return false;
    if (task.cost > worker.capacity || (task.worker != worker.id && worker.skills.value(task.skill) < task.wishes.levelMin))
        return false;
    return !task.excluded.contains(worker.id.value) || !anotherCanTake(task, worker.id);
}

} // namespace hmsact::engine
