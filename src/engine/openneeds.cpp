// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openneeds.h"

namespace hmsact::engine {

using namespace domain;

static constexpr qsizetype rowsMax = 2000; // of needs: whoever waits for more of them learns of these

OpenNeeds::OpenNeeds(store::TaskStore &tasks, const std::vector<qint64> &waiting)
{
    std::vector<qint64> level = waiting;
    for (int depth = 0; depth < limits::explainedChainMax && !level.empty() && m_rows.size() < rowsMax; ++depth) {
        QSet<qint64> unknown;
        for (const store::TaskStore::Need &need : tasks.needsOf(level)) {
            if (need.isMet)
                continue;
            m_needs[need.task].push_back(need.needs);
            if (!m_rows.contains(need.needs))
                unknown.insert(need.needs.value);
        }
        level.clear();
        for (Task &row : tasks.byIds({unknown.begin(), unknown.end()})) {
            if (row.state == TaskState::Waiting && !m_needs.contains(row.id))
                level.push_back(row.id.value);
            m_rows.insert(row.id, std::move(row));
        }
    }
}

std::vector<OpenNeed> OpenNeeds::of(TaskId task) const
{
    QSet<TaskId> seen;
    std::vector<OpenNeed> found;
    collect(task, seen, found);
    return found;
}

void OpenNeeds::collect(TaskId task, QSet<TaskId> &seen, std::vector<OpenNeed> &found) const
{
    for (const TaskId id : m_needs.value(task)) {
        const auto row = m_rows.constFind(id);
        if (row == m_rows.cend() || seen.contains(id))
            continue;
        seen.insert(id);
        if (row->state == TaskState::Waiting && m_needs.contains(id))
            collect(id, seen, found);
        else
            found.push_back({row->name, row->state, row->worker, row->leaseExpiresAtMs, row->reason});
    }
}

} // namespace hmsact::engine
