// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columns.h"
#include "store/taskstore.h"

// What tasks need, and what needs them.
namespace hmsact::store {

using domain::ActivityId;
using domain::Task;
using domain::TaskId;

Asked<std::vector<TaskStore::Successor>> TaskStore::askSuccessors(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("task.successors");
    s.bind(m_database.ids(ids));
    return {std::move(s), [](Statement &found) {
                std::vector<Successor> result;
                while (found.next())
                    result.push_back({row(found), {found.integer(columns)}});
                return result;
            }};
}

std::vector<Task> TaskStore::allSuccessors(TaskId task)
{
    Statement s = m_database.statement("task.all_successors");
    return rows(s.bind(task.value));
}

static std::vector<TaskStore::Need> needsFrom(Statement &found)
{
    std::vector<TaskStore::Need> result;
    while (found.next())
        result.push_back({{found.integer(0)},
                          {found.integer(1)},
                          found.text(2),
                          found.value(3, domain::taskStateFrom),
                          found.integer(4) != 0,
                          {found.text(5)}});
    return result;
}

Asked<std::vector<TaskStore::Need>> TaskStore::askNeedsOf(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("task.needs_of");
    s.bind(m_database.ids(ids));
    return {std::move(s), needsFrom};
}

std::vector<TaskStore::Need> TaskStore::needsInActivity(ActivityId activity)
{
    Statement s = m_database.statement("task.needs_in_activity");
    return needsFrom(s.bind(activity.value));
}

} // namespace hmsact::store
