// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"
#include "domain/worker.h"
#include "store/workerstore.h"

#include <QHash>

namespace hmsact::engine {

// All workers in memory: there are thousands at most, and every reserve asks. Read again from the database after a
// rolled-back change. Lives on the core's thread.
class WorkerDirectory
{
public:
    void load(store::WorkerStore &store); // when it is stale; inside a transaction
    // Those that ask for work: they stay as they are until the end of the transaction. Another core may have changed one since
    // it was read; then all are read again.
    void lock(store::WorkerStore &store, const QStringList &ids);
    void makeStale() { m_loaded = false; }

    [[nodiscard]] const domain::Worker *find(const domain::WorkerId &id) const;
    void put(const domain::Worker &worker);
    void remove(const domain::WorkerId &id);
    [[nodiscard]] bool poolExists(const QString &pool) const;
    // Who could take it instead of its worker, by id: `to` is a worker or a pool, or empty for whoever has the skill.
    [[nodiscard]] std::vector<const domain::Worker *> backups(const domain::Task &task, const QString &to) const;
    // Whether a human other than `worker` could take it, when it is kept for humans of its review pool.
    [[nodiscard]] bool humanCanTake(const domain::Task &task, const domain::WorkerId &worker) const;
    // Whether somebody else than `worker` could take this task: has the skill, is in its pool, is not excluded.
    [[nodiscard]] bool anotherCanTake(const domain::Task &task, const domain::WorkerId &worker) const;

private:
    QHash<QString, domain::Worker> m_workers;
    bool m_loaded = false;
};

} // namespace hmsact::engine
