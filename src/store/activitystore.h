// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "store/asked.h"
#include "store/database.h"

#include <unordered_map>

namespace hmsact::store {

// Activities. Every function must run inside transact() or read() of `database` and throws SqlError.
class ActivityStore
{
public:
    explicit ActivityStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Activity> byIds(const std::vector<qint64> &ids);
    [[nodiscard]] std::optional<domain::Activity> byId(domain::ActivityId id);
    // Those of these tasks and these themselves, kept for this transaction to change.
    [[nodiscard]] Asked<std::vector<domain::Activity>> askTake(const std::vector<qint64> &tasks,
                                                               const std::vector<qint64> &activities);
    [[nodiscard]] std::vector<domain::Activity> take(const std::vector<qint64> &tasks, const std::vector<qint64> &activities)
    {
        return askTake(tasks, activities).answer();
    }
    // On PostgreSQL: keeps the same, and by id tells of each what is another one after every change.
    struct Proof {
        QByteArray eventHash;
        qint64 dueAtMs = 0;
        qint64 dueSoonAtMs = 0;
        qint64 atRiskAtMs = 0;
        bool operator==(const Proof &) const = default;
    };
    using Proofs = std::unordered_map<qint64, Proof>;
    [[nodiscard]] static Proof proofOf(const domain::Activity &activity);
    [[nodiscard]] Asked<Proofs> askProofs(const std::vector<qint64> &tasks, const std::vector<qint64> &activities);
    using Activities = std::vector<const domain::Activity *>;
    void insert(const Activities &activities);
    void update(const Activities &activities);
    // The same, of activities where nothing differs from what is stored but the counters and the head of the record.
    void updateProgress(const Activities &activities);

    // Open ones whose time is over: breach not recorded, or nothing left but options.
    [[nodiscard]] std::vector<qint64> overdue(qint64 nowMs, int limit);
    [[nodiscard]] std::vector<qint64> optionsOver(qint64 nowMs, int limit);
    [[nodiscard]] qint64 nextTimerMs(); // the earliest of both; 0: none

    [[nodiscard]] static domain::Activity row(const Statement &statement, int first = 0); // from that column on

private:
    [[nodiscard]] static std::vector<domain::Activity> rows(Statement &statement);
    [[nodiscard]] std::vector<qint64> idsDue(const char *statement, qint64 nowMs, int limit);
    Database &m_database;
};

} // namespace hmsact::store
