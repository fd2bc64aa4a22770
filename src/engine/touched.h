// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/changeset.h"
#include "domain/task.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace hmsact::engine {

// What a transaction has touched, each thing once, for those who show it.
class Touched
{
public:
    void add(const domain::Task &task) { m_tasks.insert(task.id.value); }
    void add(const domain::Activity &activity) { m_activities.insert(activity.id.value); }
    void add(domain::AlertId alert) { m_alerts.push_back(alert); }
    void addMessages() { m_messages = true; }
    [[nodiscard]] domain::ChangeSet changes() const
    {
        constexpr size_t idsMax = 1000; // a view that shows more re-reads anyway
        domain::ChangeSet set;
        set.messages = m_messages;
        set.overflow = std::max({m_tasks.size(), m_activities.size(), m_alerts.size()}) > idsMax;
        if (set.overflow)
            return set;
        set.alerts = m_alerts;
        for (const qint64 id : m_tasks)
            set.tasks.push_back({id});
        for (const qint64 id : m_activities)
            set.activities.push_back({id});
        return set;
    }

private:
    std::unordered_set<qint64> m_tasks;
    std::unordered_set<qint64> m_activities;
    std::vector<domain::AlertId> m_alerts;
    bool m_messages = false;
};

} // namespace hmsact::engine
