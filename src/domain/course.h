// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/replay.h"
#include "domain/workingtime.h"

#include <functional>
#include <map>

namespace hmsact::domain {

// An activity as its record tells it, until something comes otherwise: a step does what nobody did, or what was done would not
// have been. From there on it goes its own way. What people did then happens again where it is possible still, as their
// commands would be refused where it is not; what follows from time and from needs does not come from the record any more.
class Course
{
public:
    // Whether somebody else than the worker could take a task; without it nobody is passed over.
    using Another = std::function<bool(const Task &, const WorkerId &)>;
    // `hours` are those of its calendar; all outlive it.
    Course(const Recorded &recorded, const WorkingTime &hours, const Another &another)
        : m_record(recorded), m_needs(recorded.needs), m_hours(hours), m_another(another)
    {
    }

    bool apply(const Event &event); // → whether it happens
    void leaveOut(const Event &event);

    [[nodiscard]] bool isOwn() const { return m_isOwn; } // it goes its own way
    [[nodiscard]] const Activity &activity() const { return m_isOwn ? m_activity : m_record.activity(); }
    [[nodiscard]] const Task *task(TaskId id) const; // nullptr: it is not there yet

    // What comes otherwise. It is kept for its worker until then; 0: until somebody says otherwise; nothing: as before.
    void put(const Task &task, std::optional<qint64> keptUntilMs = {});
    void put(const Activity &activity);

    // What follows, once it goes its own way.
    [[nodiscard]] qint64 nextMs() const; // when a clock or an offer runs out next; 0: none does
    [[nodiscard]] std::vector<Task> returning(qint64 nowMs) const; // their offers are over
    [[nodiscard]] std::vector<Task> overdue(qint64 nowMs) const;
    [[nodiscard]] std::vector<Task> unlocked() const; // WAITING, and all that they need is met
    [[nodiscard]] bool isDone() const; // OPEN, and nothing is left to do

private:
    struct Other {
        Task task;
        qint64 keptUntilMs = 0; // see put()
    };
    [[nodiscard]] static bool isOffered(const Other &other); // for a time
    void leaveTheRecord();
    bool happens(Other &other, const Event &event, const Task &was, const Task &is);

    Replay m_record;
    const std::vector<Recorded::Need> &m_needs;
    const WorkingTime &m_hours;
    const Another &m_another;
    bool m_isOwn = false;
    bool m_isEnded = false; // by a step: nothing happens any more
    Activity m_activity;
    std::map<qint64, Other> m_tasks; // in the order in which they follow from one another
};

} // namespace hmsact::domain
