// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activitystore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Activity;
using domain::ActivityId;

Activity ActivityStore::row(const Statement &s, int first)
{
    Activity a;
    int c = first;
    a.id = {s.integer(c++)};
    a.citizenId = s.text(c++);
    a.intent = s.text(c++);
    a.slaMs = s.integer(c++);
    a.priority = s.number(c++);
    a.state = s.value(c++, domain::activityStateFrom);
    a.metadata = jsonObject(s.blob(c++));
    a.createdAtMs = s.integer(c++);
    a.dueAtMs = s.integer(c++);
    a.dueSoonAtMs = s.integer(c++);
    a.atRiskAtMs = s.integer(c++);
    a.endedAtMs = s.integer(c++);
    a.breachedAtMs = s.integer(c++);
    a.reason = s.text(c++);
    a.taskCount = s.number(c++);
    a.openCount = s.number(c++);
    a.optionalCount = s.number(c++);
    a.blockedCount = s.number(c++);
    a.eventSeq = s.integer(c++);
    a.eventHash = s.blob(c++);
    a.calendar = s.text(c++);
    a.thresholds.dueSoonPpm = s.number(c++);
    a.thresholds.atRiskPpm = s.number(c++);
    return a;
}

std::vector<Activity> ActivityStore::rows(Statement &statement)
{
    std::vector<Activity> result;
    while (statement.next())
        result.push_back(row(statement));
    return result;
}

std::vector<Activity> ActivityStore::byIds(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("activity.by_ids");
    return rows(s.bind(m_database.ids(ids)));
}

std::optional<Activity> ActivityStore::byId(ActivityId id)
{
    auto found = byIds({id.value});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Asked<std::vector<Activity>> ActivityStore::askTake(const std::vector<qint64> &tasks, const std::vector<qint64> &activities)
{
    if (tasks.empty() && activities.empty())
        return {};
    Statement s = m_database.statement(tasks.empty() ? "activity.take_by_ids" : "activity.take");
    if (tasks.empty())
        s.bind(m_database.ids(activities));
    else
        s.bind(m_database.ids(tasks), m_database.ids(activities));
    return {std::move(s), rows};
}

ActivityStore::Proof ActivityStore::proofOf(const Activity &a)
{
    return {a.eventHash, a.dueAtMs, a.dueSoonAtMs, a.atRiskAtMs};
}

static ActivityStore::Proofs proofs(Statement &s)
{
    ActivityStore::Proofs result;
    while (s.next())
        result.emplace(s.integer(0), ActivityStore::Proof{s.blob(1), s.integer(2), s.integer(3), s.integer(4)});
    return result;
}

Asked<ActivityStore::Proofs> ActivityStore::askProofs(const std::vector<qint64> &tasks,
                                                      const std::vector<qint64> &activities)
{
    if (activities.empty())
        return {};
    Statement s = m_database.statement("activity.proofs");
    s.bind(m_database.ids(tasks), m_database.ids(activities));
    return {std::move(s), proofs};
}

void ActivityStore::insert(const Activities &activities)
{
    Statement s = m_database.statement("activity.insert");
    for (const Activity *activity : activities) {
        const Activity &a = *activity;
        s.add(a.id.value, a.citizenId, a.intent, a.slaMs, a.priority, domain::toString(a.state), jsonText(a.metadata),
              a.createdAtMs, a.dueAtMs, a.dueSoonAtMs, a.atRiskAtMs, a.endedAtMs, a.breachedAtMs, a.reason, a.taskCount,
              a.openCount, a.optionalCount, a.blockedCount, a.eventSeq, a.eventHash, a.calendar, a.thresholds.dueSoonPpm,
              a.thresholds.atRiskPpm);
    }
    s.flush();
}

void ActivityStore::update(const Activities &activities)
{
    Statement s = m_database.statement("activity.update");
    for (const Activity *activity : activities) {
        const Activity &a = *activity;
        s.add(domain::toString(a.state), a.dueAtMs, a.dueSoonAtMs, a.atRiskAtMs, a.endedAtMs, a.breachedAtMs, a.reason,
              a.taskCount, a.openCount, a.optionalCount, a.blockedCount, a.eventSeq, a.eventHash, a.id.value);
    }
    s.flush();
}

void ActivityStore::updateProgress(const Activities &activities)
{
    Statement s = m_database.statement("activity.update_progress");
    for (const Activity *activity : activities) {
        const Activity &a = *activity;
        s.add(a.taskCount, a.openCount, a.optionalCount, a.blockedCount, a.eventSeq, a.eventHash, a.id.value);
    }
    s.flush();
}

std::vector<qint64> ActivityStore::idsDue(const char *statement, qint64 nowMs, int limit)
{
    std::vector<qint64> ids;
    Statement s = m_database.statement(statement);
    s.bind(nowMs, limit);
    while (s.next())
        ids.push_back(s.integer(0));
    return ids;
}

std::vector<qint64> ActivityStore::overdue(qint64 nowMs, int limit) { return idsDue("activity.overdue", nowMs, limit); }

std::vector<qint64> ActivityStore::optionsOver(qint64 nowMs, int limit)
{
    return idsDue("activity.options_over", nowMs, limit);
}

qint64 ActivityStore::nextTimerMs()
{
    qint64 earliest = 0;
    for (const char *name : {"activity.next_due", "activity.next_option_end"}) {
        Statement s = m_database.statement(name);
        const qint64 at = s.next() ? s.integer(0) : 0;
        if (at > 0 && (earliest == 0 || at < earliest))
            earliest = at;
    }
    return earliest;
}

} // namespace hmsact::store
