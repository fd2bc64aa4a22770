// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/command.h"
#include "store/asked.h"
#include "store/database.h"

#include <unordered_map>

namespace hmsact::store {

// Tasks and their needs. Every function must run inside transact() or read() of `database` and throws SqlError.
class TaskStore
{
public:
    explicit TaskStore(Database &database) : m_database(database) { }

    struct Successor {
        domain::Task task;
        domain::TaskId needs; // the task it waits for
    };
    struct Need {
        domain::TaskId task;
        domain::TaskId needs;
        QString name;
        domain::TaskState state;
        bool isMet;
        domain::WorkerId worker; // who has, or had, what is needed
    };
    struct RankKey { // where the queue goes on; the default is its head
        qint64 rankAtMs = -1;
        qint64 id = 0;
        auto operator<=>(const RankKey &) const = default;
    };
    struct Timers { // 0: nothing of that kind is running
        qint64 leaseEndMs = 0;
        qint64 dueMs = 0;
        qint64 backoffEndMs = 0;
    };

    [[nodiscard]] std::vector<domain::Task> byIds(const std::vector<qint64> &ids);
    [[nodiscard]] std::optional<domain::Task> byName(domain::ActivityId activity, const QString &name);
    [[nodiscard]] std::vector<domain::Task> byNames(domain::ActivityId activity, const QStringList &names);
    [[nodiscard]] std::optional<domain::Task> byRef(const domain::TaskRef &ref);
    [[nodiscard]] std::vector<domain::Task> ofActivity(domain::ActivityId activity); // in order
    // From a position on, with payload and result as long as these come to no more than readBytesMax together.
    struct Weighed {
        domain::Task task;
        bool isShort; // without them
    };
    [[nodiscard]] std::vector<Weighed> pageOfActivity(domain::ActivityId activity, qint64 fromPosition, int limit);
    [[nodiscard]] std::vector<Weighed> allOfActivity(domain::ActivityId activity)
    {
        return pageOfActivity(activity, 0, domain::limits::tasksPerActivityMax);
    }
    [[nodiscard]] std::vector<domain::Task> openOfActivity(domain::ActivityId activity);
    [[nodiscard]] std::vector<domain::Task> optionsOfActivity(domain::ActivityId activity);
    [[nodiscard]] std::optional<domain::Task> lastRequired(domain::ActivityId activity);
    [[nodiscard]] Asked<std::vector<domain::Task>> askByIds(const std::vector<qint64> &ids);
    using Versions = std::unordered_map<qint64, int>; // by id
    [[nodiscard]] Asked<Versions> askVersions(const std::vector<qint64> &ids); // on PostgreSQL
    [[nodiscard]] Asked<std::vector<Successor>> askSuccessors(const std::vector<qint64> &ids); // still waiting ones
    [[nodiscard]] std::vector<domain::Task> allSuccessors(domain::TaskId task);
    [[nodiscard]] Asked<std::vector<Need>> askNeedsOf(const std::vector<qint64> &ids);
    [[nodiscard]] std::vector<Need> needsOf(const std::vector<qint64> &ids) { return askNeedsOf(ids).answer(); }
    [[nodiscard]] std::vector<Need> needsInActivity(domain::ActivityId activity); // in the order of what is needed

    // PENDING tasks of one skill in queue order after `after`. `offer`: empty for those that anyone may have, else as
    // offerFor…() says: for one worker, one pool, or anyone whose level is at least that.
    [[nodiscard]] std::vector<domain::Task> ready(const QString &offer, const QString &skill, RankKey after, qint64 nowMs,
                                                  int limit);
    // The same of several queues in one order.
    using Queue = std::pair<QString, QString>; // offer and skill
    struct Page {
        std::vector<domain::Task> tasks; // fewer than were looked at where another core is at work on some
        std::vector<domain::Activity> activities; // of these, kept with them for this transaction; none on SQLite
        RankKey last; // of all that were looked at
        bool isEnd = true; // there is nothing behind
    };
    struct Found { // what is answered to it
        std::vector<domain::Task> tasks;
        std::vector<domain::Activity> activities;
        std::optional<RankKey> last; // where it is said
        qint64 seen = 0;
    };
    [[nodiscard]] Asked<Found> askReady(const std::vector<Queue> &queues, RankKey after, qint64 nowMs, int limit);
    [[nodiscard]] static Page page(Found &&found, RankKey after, int limit); // with what was asked
    [[nodiscard]] Page ready(const std::vector<Queue> &queues, RankKey after, qint64 nowMs, int limit)
    {
        return page(askReady(queues, after, nowMs, limit).answer(), after, limit);
    }
    // The first of them, in their order, for a question: nothing is taken.
    [[nodiscard]] std::vector<domain::Task> line(const std::vector<Queue> &queues, qint64 nowMs, int limit);
    [[nodiscard]] std::vector<Queue> queues(int limit); // where any wait that are not kept for one worker
    [[nodiscard]] qint64 waitingIn(const Queue &queue, qint64 limit); // how many, up to that
    [[nodiscard]] qint64 waitingIn(const std::vector<Queue> &queues, qint64 limit);
    [[nodiscard]] Asked<QStringList> askOffersAmong(const QStringList &offers); // that anything is kept for
    [[nodiscard]] QStringList offersAmong(const QStringList &offers) { return askOffersAmong(offers).answer(); }
    struct Keeping { // as offerFor…() says
        QString offer;
        QString skill;
    };
    [[nodiscard]] std::vector<qint64> withoutHuman(qint64 afterId, int limit); // in review for want of one; by id
    [[nodiscard]] std::vector<Keeping> kept(); // for which workers and pools PENDING tasks are kept, and of which skills
    // By worker id the cost of what it holds; and of what it holds or is offered.
    [[nodiscard]] Asked<QHash<QString, int>> askHeldBy(const QStringList &workers);
    [[nodiscard]] QHash<QString, int> heldBy(const QStringList &workers) { return askHeldBy(workers).answer(); }
    [[nodiscard]] QHash<QString, int> loadOf(const QStringList &workers);
    [[nodiscard]] std::vector<domain::Task> ofWorker(const domain::WorkerId &worker,
                                                     int limit); // held or offered, by due time
    [[nodiscard]] std::vector<domain::Task> pausedOfWorker(const domain::WorkerId &worker,
                                                           int limit); // ON_HOLD, by due time
    [[nodiscard]] std::vector<domain::Task> leaseOver(qint64 nowMs, int limit);
    [[nodiscard]] std::vector<domain::Task> overdue(qint64 nowMs, int limit); // clock running, breach not recorded
    [[nodiscard]] QStringList skillsBackAfterBackoff(qint64 sinceMs, qint64 nowMs);
    [[nodiscard]] Timers nextTimers(qint64 nowMs);

    using Tasks = std::vector<const domain::Task *>;
    void insert(const Tasks &tasks);
    void insertNeeds(const std::vector<std::pair<domain::TaskId, domain::TaskId>> &needs); // a task and what it needs
    void update(const Tasks &tasks);
    // The same, of tasks where nothing differs from what is stored but who holds them, or how they ended: that is what
    // happens to every task, and the fewer columns are named, the fewer indexes are touched.
    void updateHolder(const Tasks &tasks);
    void updateEnd(const Tasks &tasks);
    [[nodiscard]] static bool differsInHolderOnly(const domain::Task &stored, const domain::Task &now);
    [[nodiscard]] static bool differsInEndOnly(const domain::Task &stored, const domain::Task &now);

    [[nodiscard]] static QString offerForWorker(const domain::WorkerId &worker)
    {
        return QStringLiteral("w:") + worker.value;
    }
    [[nodiscard]] static QString offerForPool(const QString &pool) { return QStringLiteral("p:") + pool; }
    [[nodiscard]] static QString offerForLevel(int level) { return QStringLiteral("l:%1").arg(level); }
    inline static const QString offerForHumans = QStringLiteral("h:"); // of any pool
    [[nodiscard]] static RankKey keyOf(const domain::Task &task);
    [[nodiscard]] static Queue queueOf(const domain::Task &task); // where it waits when it is PENDING
    static constexpr int columns = 41; // of {task.columns}
    [[nodiscard]] static domain::Task row(const Statement &statement, int first = 0); // from that column on

private:
    [[nodiscard]] static std::vector<domain::Task> rows(Statement &statement);
    [[nodiscard]] Statement readyOf(const QString &offer, const QString &skill, RankKey after, qint64 nowMs, int limit);
    [[nodiscard]] qint64 smallest(const char *statement);
    Database &m_database;
};

} // namespace hmsact::store
