// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alerting.h"
#include "domain/rulequestions.h"
#include "store/asked.h"
#include "store/database.h"
#include "store/taskstore.h"

namespace hmsact::store {

// Rules, and how far each has come with what triggered it. Every function must run inside transact() or read() of `database`
// and throws SqlError.
class RuleStore
{
public:
    explicit RuleStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Rule> all(); // by id, the built-in one first
    void insert(const domain::Rule &rule, const QString &by);
    // A new version; false: meanwhile there is another than the one before it.
    [[nodiscard]] bool update(const domain::Rule &rule, const QString &by);
    void remove(domain::RuleId id); // its versions stay: what was fired names them
    void evaluated(const domain::Rule &rule, qint64 atMs); // this version of it
    // Those before a number, newest first; what was fired names them.
    [[nodiscard]] domain::Page<domain::RuleVersion> versions(domain::RuleId rule, qint64 before, int limit);

    bool begin(const domain::Escalation &escalation); // → whether nobody had seen this trigger
    [[nodiscard]] std::vector<domain::Escalation> due(qint64 nowMs, int limit);
    [[nodiscard]] std::vector<domain::Escalation> byIds(const std::vector<qint64> &ids);
    [[nodiscard]] std::optional<domain::Escalation> same(const domain::Escalation &one); // that follows the same trigger
    // One task; null: the activity itself.
    [[nodiscard]] std::vector<domain::Escalation> about(domain::ActivityId activity, domain::TaskId task);
    [[nodiscard]] std::vector<domain::Escalation> running(domain::ActivityId activity); // of it and its tasks
    [[nodiscard]] std::vector<domain::Escalation> ofRule(domain::RuleId rule); // that are not over
    [[nodiscard]] qint64 nextMs(); // 0: none is running
    void update(const domain::Escalation &escalation);
    [[nodiscard]] bool hasReassigned(qint64 escalation); // a step of it did, or found nobody
    [[nodiscard]] bool hasFired(qint64 escalation, qint64 sinceMs);
    void setAside(domain::RuleId rule); // its trigger is another now: all it follows is over

    // Of the next rows after an id those that may concern a rule.
    struct Slice {
        std::vector<qint64> ids;
        qint64 last = 0; // of all that were looked at
        bool goesOn = false;
    };
    [[nodiscard]] Slice tasksAfter(qint64 id, int limit);
    [[nodiscard]] Slice activitiesAfter(qint64 id, int limit);
    // Of the tasks that wait in a queue the next behind `after`, which then is the last of them.
    [[nodiscard]] std::vector<qint64> waitingIn(const TaskStore::Queue &queue, TaskStore::RankKey &after, int limit);

    // Refused by the database when it was fired already.
    void fired(const domain::Escalation &escalation, const domain::Firing &firing);
    // Newest first; `cursor` is empty or the nextCursor of the page before, else Invalid.
    [[nodiscard]] domain::Result<domain::Page<domain::Firing>> firings(domain::RuleId rule, const QString &cursor,
                                                                       int limit);
    // Those that were.
    [[nodiscard]] Asked<QHash<domain::TaskId, domain::Escalated>> askEscalated(const std::vector<qint64> &tasks);
    [[nodiscard]] std::vector<domain::AlertFollower> followers(const domain::Alert &alert); // of what it is about
    void tellHowTheyStand(std::vector<domain::Rule> &rules); // all() of them

private:
    [[nodiscard]] qint64 nextDueMs(const domain::Rule &rule);
    [[nodiscard]] Slice slice(const char *last, const char *between, qint64 after, int limit);
    void insertVersion(const domain::Rule &rule, const QByteArray &body, const QString &by);
    Database &m_database;
};

} // namespace hmsact::store
