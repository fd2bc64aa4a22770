// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/event.h"
#include "domain/task.h"

#include <unordered_map>

namespace hmsact::domain {

// An activity and its tasks as they are now, with all that is written of them.
struct Recorded {
    struct Need {
        TaskId task;
        TaskId needs;
    };
    Activity activity;
    std::vector<Task> tasks;
    std::vector<Need> needs;
    std::vector<Event> events; // in order
};

// An activity as it was, event by event, told again from its record. What no event changes is as it is now; so is a priority
// from before the first event that tells one. What workers hand in is left out.
class Replay
{
public:
    explicit Replay(const Recorded &recorded);

    void apply(const Event &event);
    static void apply(Task &task, const Event &event); // what it says of this one
    static void apply(Activity &activity, const Event &event); // of no task

    [[nodiscard]] const Activity &activity() const { return m_activity; }
    [[nodiscard]] const Task *task(TaskId id) const; // nullptr: it is not there yet
    [[nodiscard]] std::vector<Task> tasks() const; // that are there

private:
    void rewind(const std::vector<Event> &events);

    struct Entry {
        Task task;
        bool isThere = false;
    };
    Activity m_activity;
    std::unordered_map<qint64, Entry> m_tasks;
};

} // namespace hmsact::domain
