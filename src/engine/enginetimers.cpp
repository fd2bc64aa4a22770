// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/transition.h"
#include "engine/engine.h"
#include "engine/workspace.h"
#include "store/operationstore.h"

// What the engine does by itself, because time has passed.
namespace hmsact::engine {

using namespace domain;

static constexpr int firedMax = 500; // in one transaction: commands that arrive meanwhile wait for it

namespace {

// The due timers of one transaction.
class Firing
{
public:
    Firing(store::Database &database, Workspace &workspace)
        : m_activities(database), m_workspace(workspace), m_nowMs(workspace.nowMs())
    {
    }

    int run()
    {
        endLeases();
        lapseOptions(); // before breaches: an activity that only waited for a choice is in time
        breachTasks();
        breachActivities();
        return m_count;
    }

private:
    template <class Transition>
    void fire(Task &&row, Transition transition)
    {
        Task &task = m_workspace.adopt(std::move(row));
        const Task before = task;
        m_workspace.changed(task, before, transition(task), Actor::engine());
        m_workspace.settle(*m_workspace.activity(task.activity));
        ++m_count;
    }

    void endLeases()
    {
        for (Task &row : m_workspace.tasks().leaseOver(m_nowMs, firedMax))
            fire(std::move(row), [&](Task &task) { return leaseOver(task, m_nowMs, m_workspace.random()); });
        m_workspace.flush();
    }

    void lapseOptions()
    {
        for (const qint64 id : m_activities.optionsOver(m_nowMs, firedMax)) {
            Activity &activity = *m_workspace.activity({id});
            const int undecided = activity.optionalCount;
            m_workspace.settle(activity);
            m_count += undecided - activity.optionalCount;
        }
        m_workspace.flush();
    }

    void breachTasks()
    {
        for (Task &row : m_workspace.tasks().overdue(m_nowMs, firedMax)) {
            const Task &task = m_workspace.adopt(std::move(row));
            m_workspace.raise(QStringLiteral("sla_breach"), *m_workspace.activity(task.activity), &task, task.slaRun);
            fire(Task(task), [&](Task &breached) { return breach(breached, m_nowMs); });
        }
        m_workspace.flush();
    }

    void breachActivities()
    {
        for (const qint64 id : m_activities.overdue(m_nowMs, firedMax)) {
            Activity &activity = *m_workspace.activity({id});
            activity.breachedAtMs = m_nowMs;
            m_workspace.changed(activity,
                                {true, QLatin1StringView("activity.sla_breached"),
                                 domain::JsonWriter().number(QLatin1StringView("due_at_ms"), activity.dueAtMs)},
                                Actor::engine());
            m_workspace.raise(QStringLiteral("activity_sla_breach"), activity, nullptr, 0);
            ++m_count;
        }
        m_workspace.flush();
    }

    store::ActivityStore m_activities;
    Workspace &m_workspace;
    const qint64 m_nowMs;
    int m_count = 0;
};

} // namespace

Result<int> Engine::fireDue(qint64 nowMs)
{
    std::optional<Workspace> workspace;
    Result<int> fired = m_database.transact<int>([&]() -> Result<int> {
        workspace.emplace(m_database, Workspace::Randomness{m_ids, m_random}, nowMs);
        return Firing(m_database, *workspace).run();
    });
    if (fired && *fired > 0) {
        m_wokenSkills |= workspace->readySkills();
        m_wokenWorkers |= workspace->freedWorkers();
        m_changes.merge(workspace->changes());
    }
    return fired;
}

Status Engine::tick(qint64 nowMs)
{
    for (;;) {
        const Result<int> fired = fireDue(nowMs);
        if (!fired)
            return fired.error();
        if (*fired == 0)
            break;
    }
    const Status status = m_database.transact<Done>([&]() -> Status {
        const QStringList back = store::TaskStore(m_database).skillsBackAfterBackoff(m_lastTickMs, nowMs);
        m_wokenSkills |= QSet<QString>(back.begin(), back.end());
        if (nowMs - m_lastForgetMs >= limits::msPerHour)
            store::OperationStore(m_database).forget(nowMs - limits::operationKeptMs);
        return Done{};
    });
    if (!status)
        return status;
    m_lastForgetMs = nowMs - m_lastForgetMs >= limits::msPerHour ? nowMs : m_lastForgetMs;
    m_lastTickMs = nowMs;
    m_nextTimerMs.reset();
    return Done{};
}

Result<qint64> Engine::nextTimerMs(qint64 nowMs)
{
    if (!m_nextTimerMs) {
        const Result<qint64> next = m_database.read<qint64>([&]() -> Result<qint64> {
            const auto timers = store::TaskStore(m_database).nextTimers(nowMs);
            qint64 earliest = 0;
            for (const qint64 at :
                 {timers.leaseEndMs, timers.dueMs, timers.backoffEndMs, store::ActivityStore(m_database).nextTimerMs()}) {
                if (at > 0 && (earliest == 0 || at < earliest))
                    earliest = at;
            }
            return earliest;
        });
        if (!next)
            return next;
        m_nextTimerMs = *next;
    }
    return *m_nextTimerMs;
}

} // namespace hmsact::engine
