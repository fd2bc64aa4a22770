// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workerdirectory.h"
#include "engine/workspace.h"

#include <map>

namespace hmsact::engine {

// Gives PENDING tasks to the workers of one batch that ask for some: those who look through the same queues share one stream
// of candidates, so that the cost grows with what is handed out and not with what waits. What the batch has changed need not be
// written: what has just become ready is written once, with who has it.
class Reservation
{
public:
    // `kept`: for which offers something was kept when they were last looked at, so that it need not be waited for to know
    // where those who ask are likely to look; brought up to date.
    Reservation(store::Database &database, Workspace &workspace, WorkerDirectory &workers, QSet<QString> &kept);

    // Each chooses after those before it. Errors: NotFound for a worker that is not registered, Forbidden for an actor that may
    // not act for it, Invalid for numbers out of bounds. Empty when there is nothing for it.
    struct Asking {
        const domain::Reserve *command;
        const domain::Actor *actor;
    };
    using Leases = domain::Result<std::vector<domain::Lease>>;
    [[nodiscard]] std::vector<Leases> reserve(const std::vector<Asking> &asking);

private:
    // Tasks of some queues in their order, read in pages as they are used up.
    struct Stream {
        std::vector<domain::TaskId> page;
        size_t position = 0; // what is before it is taken
        store::TaskStore::RankKey last;
        bool isEnd = false;
        int expected = 0; // tasks that could still be taken of it
        int inVain = 0; // as many were read last, and nothing of it was taken since
    };
    struct Chosen { // for one who asks
        const domain::Worker *worker = nullptr; // nullptr: it is not allowed to, or has no room
        std::vector<domain::Task *> tasks;
    };
    using Queues = std::vector<store::TaskStore::Queue>;
    struct Foreseen { // the first page of what all are likely to look through
        Queues queues;
        int size = 0;
        store::Asked<store::TaskStore::Found> asked;
    };
    void lookAt(const std::vector<Asking> &asking);
    [[nodiscard]] std::optional<Foreseen> foresee(const std::vector<Asking> &asking);
    void lookAtUnwritten();
    void take(Stream &stream, const Queues &queues, store::TaskStore::Page &&page);
    [[nodiscard]] std::vector<const domain::Worker *> known(const QStringList &ids) const;
    [[nodiscard]] domain::Result<Chosen> chooseFor(const Asking &one);
    [[nodiscard]] domain::Task *candidate(Stream &stream, const Queues &queues, size_t &position,
                                          const domain::Worker &worker);
    [[nodiscard]] std::vector<domain::Task *> choose(const domain::Worker &worker, int max);
    domain::Lease lease(domain::Task &task, const domain::Worker &worker, qint64 leaseMs, const domain::Actor &actor);

    store::Database &m_database;
    Workspace &m_workspace;
    WorkerDirectory &m_workers;
    QSet<QString> &m_kept;
    std::map<Queues, Stream> m_streams;
    std::map<store::TaskStore::Queue, std::vector<domain::Task *>> m_unwritten; // PENDING, and not yet as they are stored
    QSet<QString> m_offers; // that anything is kept for, of those that concern who asks
    QHash<QString, int> m_held; // cost
    std::unordered_set<const domain::Task *> m_taken; // chosen already
};

} // namespace hmsact::engine
