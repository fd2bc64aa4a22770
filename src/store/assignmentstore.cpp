// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/assignmentstore.h"

#include "store/columns.h"

namespace hmsact::store {

void AssignmentStore::insert(const Assignment &a)
{
    m_database.statement("assignment.insert")
        .bind(a.task.value, a.worker.value, a.madeAtMs, a.returnsAtMs, jsonText(a.reasons))
        .execute();
}

void AssignmentStore::settle(const std::vector<qint64> &tasks)
{
    if (!tasks.empty())
        m_database.statement("assignment.settle").bind(m_database.ids(tasks)).execute();
}

void AssignmentStore::postpone(domain::TaskId task, qint64 returnsAtMs)
{
    m_database.statement("assignment.postpone").bind(returnsAtMs, task.value).execute();
}

std::optional<AssignmentStore::Assignment> AssignmentStore::last(domain::TaskId task)
{
    Statement s = m_database.statement("assignment.last");
    if (!s.bind(task.value).next())
        return std::nullopt;
    return Assignment{task, {s.text(0)}, s.integer(1), s.integer(2), jsonObject(s.blob(3))};
}

QStringList AssignmentStore::toldOnce(domain::TaskId task)
{
    QStringList ids;
    Statement s = m_database.statement("assignment.told_once");
    s.bind(task.value);
    while (s.next())
        ids << s.text(0);
    return ids;
}

QHash<domain::TaskId, qint64> AssignmentStore::returning(const std::vector<qint64> &tasks)
{
    QHash<domain::TaskId, qint64> result;
    if (tasks.empty())
        return result;
    Statement s = m_database.statement("assignment.returning");
    s.bind(m_database.ids(tasks));
    while (s.next()) {
        qint64 &latest = result[{s.integer(0)}];
        latest = std::max(latest, s.integer(1));
    }
    return result;
}

std::vector<qint64> AssignmentStore::due(qint64 nowMs, int limit)
{
    std::vector<qint64> result;
    Statement s = m_database.statement("assignment.due");
    s.bind(nowMs, limit);
    while (s.next())
        result.push_back(s.integer(0));
    return result;
}

qint64 AssignmentStore::nextMs()
{
    Statement s = m_database.statement("assignment.next");
    return s.next() ? s.integer(0) : 0;
}

} // namespace hmsact::store
