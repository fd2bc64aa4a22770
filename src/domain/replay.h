// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/event.h"
#include "domain/task.h"

#include <unordered_map>

namespace hmsact::domain {

// An activity as it was, event by event, told again from its record. What no event changes is as it is now; so is a priority
// from before the first event that tells one. What workers hand in is left out.
class Replay
{
public:
    // As they are now, and all events of the activity in order.
    Replay(const Activity &activity, const std::vector<Task> &tasks, const std::vector<Event> &events);

    void apply(const Event &event);

    [[nodiscard]] const Activity &activity() const { return m_activity; }
    [[nodiscard]] const Task *task(TaskId id) const; // nullptr: it is not there yet

private:
    void rewind(const std::vector<Event> &events);
    void apply(Task &task, const Event &event);

    struct Entry {
        Task task;
        bool isThere = false;
    };
    Activity m_activity;
    std::unordered_map<qint64, Entry> m_tasks;
};

} // namespace hmsact::domain
