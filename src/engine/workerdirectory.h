// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"
#include "domain/worker.h"
#include "domain/workingtime.h"
#include "store/workerstore.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace hmsact::engine {

// All workers in memory: there are thousands at most, and every reserve asks. Read again from the database after a
// rolled-back change. Lives on the core's thread.
class WorkerDirectory
{
public:
    void load(store::WorkerStore &store); // when it is stale; inside a transaction
    // Those that ask for work: they stay as they are until the end of the transaction. Another core may have changed one since
    // it was read; then all are read again.
    void lock(store::WorkerStore &store, const QStringList &ids) { settle(store, ids, store.askLock(ids).answer()); }
    // The second half of it, with what was answered. → whether one was changed.
    bool settle(store::WorkerStore &store, const QStringList &ids, const QHash<QString, qint64> &versions);
    void makeStale() { m_loaded = false; }
    [[nodiscard]] int edition() const { return m_edition; } // another when a pointer from here may be old

    // Another when somebody came or went, or has other skills or pools; that one was seen does not count.
    [[nodiscard]] size_t reach() const;

    [[nodiscard]] const domain::Worker *find(const domain::WorkerId &id) const;
    void put(const domain::Worker &worker);
    void remove(const domain::WorkerId &id);
    void seen(const domain::WorkerId &id, qint64 atMs);
    [[nodiscard]] bool poolExists(const QString &pool) const;
    [[nodiscard]] QString languageAt(const QString &channel) const; // of the worker who is told there; empty: not known
    [[nodiscard]] QString calendarAt(const QString &channel) const; // the same
    [[nodiscard]] std::vector<const domain::Worker *> withSkill(const QString &skill) const; // by id
    // Who would be given it at that time instead of its worker, see forBackup(). What they have to do, and how they did, counts
    // for nothing. nullptr: nobody.
    using Hours = std::function<const domain::WorkingTime &(const QString &calendar)>;
    [[nodiscard]] qint64 nextPresenceMs(const Hours &hours,
                                        qint64 nowMs) const; // when somebody's changes by itself; 0: never
    [[nodiscard]] const domain::Worker *backup(const domain::Task &task, const QString &to, const Hours &hours,
                                               qint64 atMs) const;
    // Whether a human other than `worker` is eligible for it, when it is kept for humans of its review pool.
    [[nodiscard]] bool humanCanTake(const domain::Task &task, const domain::WorkerId &worker, qint64 nowMs) const;
    // Skills that somebody has who can be told of work: the others need no matching.
    [[nodiscard]] const QSet<QString> &toldSkills() const { return m_toldSkills; }
    [[nodiscard]] QStringList toldWith(const QString &skill) const; // ids of those
    // Whether somebody else than `worker` is eligible for it.
    [[nodiscard]] bool anotherCanTake(const domain::Task &task, const domain::WorkerId &worker, qint64 nowMs) const;
    // Whose leave, begun or to come, names that worker as the substitute; nullptr: nobody's.
    [[nodiscard]] const domain::Worker *whoNames(const domain::WorkerId &substitute, qint64 nowMs) const;
    // Leaves of all, as they begin and end: then others may ask, or they themselves.
    [[nodiscard]] qint64 nextLeaveMs(qint64 afterMs) const; // 0: none

private:
    void index(const domain::Worker &worker);
    void indexAll();

    QHash<QString, domain::Worker> m_workers;
    QHash<QString, QSet<QString>> m_bySkill; // ids
    QSet<QString> m_toldSkills;
    bool m_loaded = false;
    int m_edition = 0;
};

} // namespace hmsact::engine
