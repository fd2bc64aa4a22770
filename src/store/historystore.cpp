// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historystore.h"

#include "store/activitystore.h"
#include "store/eventstore.h"
#include "store/taskstore.h"

namespace hmsact::store {

std::vector<domain::Recorded> HistoryStore::between(qint64 fromMs, qint64 toMs, domain::ActivityId after, int limit)
{
    std::vector<domain::Activity> found;
    Statement activities = m_database.statement("history.activities");
    activities.bind(toMs, fromMs, after.value, limit);
    while (activities.next())
        found.push_back(ActivityStore::row(activities));
    return recordOf(std::move(found));
}

std::optional<domain::Recorded> HistoryStore::of(domain::ActivityId activity)
{
    std::vector<domain::Recorded> found = of(std::vector{activity.value});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<domain::Recorded> HistoryStore::of(const std::vector<qint64> &activities)
{
    std::vector<domain::Activity> found = ActivityStore(m_database).byIds(activities);
    std::ranges::sort(found, {}, &domain::Activity::id);
    return recordOf(std::move(found));
}

std::vector<domain::Recorded> HistoryStore::recordOf(std::vector<domain::Activity> &&activities)
{
    std::vector<domain::Recorded> found;
    std::vector<qint64> ids;
    std::unordered_map<qint64, size_t> places;
    for (domain::Activity &activity : activities) {
        ids.push_back(activity.id.value);
        places.emplace(ids.back(), found.size());
        found.push_back({std::move(activity), {}, {}, {}});
    }
    if (ids.empty())
        return found;
    Statement tasks = m_database.statement("history.tasks");
    tasks.bind(m_database.ids(ids));
    while (tasks.next()) {
        domain::Task task = TaskStore::row(tasks);
        found[places.at(task.activity.value)].tasks.push_back(std::move(task));
    }
    Statement needs = m_database.statement("history.needs");
    needs.bind(m_database.ids(ids));
    while (needs.next())
        found[places.at(needs.integer(0))].needs.push_back({{needs.integer(1)}, {needs.integer(2)}});
    Statement events = m_database.statement("history.events");
    events.bind(m_database.ids(ids));
    while (events.next()) {
        domain::Event event = EventStore::row(events);
        found[places.at(event.activity.value)].events.push_back(std::move(event));
    }
    return found;
}

} // namespace hmsact::store
