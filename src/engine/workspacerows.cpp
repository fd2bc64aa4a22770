// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"
#include "store/columns.h"
#include "store/linkstore.h"
#include "store/outboxstore.h"

// How the rows of a workspace come from the database, and go back to it.
namespace hmsact::engine {

using domain::Activity;
using domain::ActivityId;
using domain::Task;
using domain::TaskState;

static constexpr qsizetype recentBytesMax = 1024; // of JSON: a row with more is read again

void Workspace::readAhead(const std::vector<qint64> &taskIds, const std::vector<qint64> &activityIds)
{
    std::vector<qint64> unknown;
    std::vector<qint64> owners;
    for (const qint64 id : taskIds) {
        auto recent = m_recent ? m_recent->tasks.take(id) : std::nullopt;
        if (!recent) {
            unknown.push_back(id);
            continue;
        }
        Q_ASSERT(m_tasks.byIds({id}) == std::vector<Task>{*recent});
        if (const Task &task = adopt(std::move(*recent)); !adoptRecent(task.activity.value))
            owners.push_back(task.activity.value);
    }
    for (const qint64 id : activityIds) {
        if (!adoptRecent(id))
            owners.push_back(id);
    }
    auto activities = m_activities.askTake(unknown, owners); // answered first, and what follows sees them as they are then
    auto tasks = m_tasks.askByIds(unknown);
    auto successors = m_tasks.askSuccessors(taskIds);
    for (Activity &row : activities.answer())
        adopt(std::move(row));
    for (Task &row : tasks.answer())
        adopt(std::move(row));
    for (const qint64 id : taskIds)
        m_successorsRead.insert(id);
    for (store::TaskStore::Successor &successor : successors.answer()) {
        m_successors[successor.needs.value].push_back(successor.task.id);
        adopt(std::move(successor.task));
    }
}

void Workspace::readActivities(const std::vector<qint64> &ids)
{
    std::vector<qint64> missing;
    for (const qint64 id : ids) {
        if (!adoptRecent(id))
            missing.push_back(id);
    }
    for (Activity &row : m_activities.take({}, missing))
        adopt(std::move(row));
}

// Whether the row of this activity is at hand, now that the recent ones have been looked through.
bool Workspace::adoptRecent(qint64 activity)
{
    if (m_activityRows.contains(activity))
        return true;
    auto recent = m_recent ? m_recent->activities.take(activity) : std::nullopt;
    if (!recent)
        return false;
    Q_ASSERT(m_activities.byIds({activity}) == std::vector<Activity>{*recent});
    m_activityRows.try_emplace(activity, std::move(*recent));
    return true;
}

void Workspace::handBack()
{
    if (!m_recent)
        return;
    const auto handBack = [](auto &rows, auto &recent, auto isWanted) {
        for (auto &[id, row] : std::exchange(rows, {})) {
            if (isWanted(row))
                recent.keep(std::move(row));
            else
                recent.forget(id);
        }
    };
    handBack(m_taskRows, m_recent->tasks, [](const Task &task) {
        return task.state == TaskState::InProgress && store::jsonBytes(task) <= recentBytesMax;
    });
    handBack(m_activityRows, m_recent->activities, [](const Activity &activity) {
        return activity.state == domain::ActivityState::Open
            && store::jsonText(activity.metadata).bytes.size() <= recentBytesMax;
    });
}

Task &Workspace::adopt(Task &&task) { return m_taskRows.try_emplace(task.id.value, std::move(task)).first->second; }

void Workspace::adopt(Activity &&activity) { m_activityRows.try_emplace(activity.id.value, std::move(activity)); }

Task *Workspace::task(const domain::TaskRef &ref)
{
    if (!ref.id.isNull()) {
        const auto it = m_taskRows.find(ref.id.value);
        if (it != m_taskRows.end())
            return &it->second;
    }
    if (!m_newTasks.empty())
        flush(); // one of them may be the one that is asked for by its name
    if (ref.id.isNull())
        (void)activity(ref.activity);
    else if (std::vector<Activity> owner = m_activities.take({ref.id.value}, {}); !owner.empty())
        adopt(std::move(owner.front()));
    auto row = m_tasks.byRef(ref);
    return row ? &adopt(std::move(*row)) : nullptr;
}

Activity *Workspace::activity(ActivityId id)
{
    auto it = m_activityRows.find(id.value);
    if (it == m_activityRows.end()) {
        readActivities({id.value});
        it = m_activityRows.find(id.value);
    }
    return it == m_activityRows.end() ? nullptr : &it->second;
}

// Two kinds of change come to a wide one; a new row is written whole anyway.
void Workspace::mark(Task &task, Stored change)
{
    Q_ASSERT(&m_taskRows.at(task.id.value) == &task);
    auto &row = static_cast<Entry<Task> &>(task);
    if (row.stored == Stored::Clean) {
        row.stored = change;
        m_changedTasks.push_back(&row);
    } else if (row.stored != change && row.stored != Stored::New) {
        row.stored = Stored::Wide;
    }
}

void Workspace::mark(Activity &activity, Stored change)
{
    Q_ASSERT(&m_activityRows.at(activity.id.value) == &activity);
    auto &row = static_cast<Entry<Activity> &>(activity);
    if (row.stored == Stored::Clean)
        m_changedActivities.push_back(&row);
    row.stored = std::max(row.stored, change);
}

std::vector<Task *> Workspace::unwrittenReady() const
{
    std::vector<Task *> ready;
    for (Entry<Task> *row : m_changedTasks) {
        if (row->state == TaskState::Pending && row->notBeforeMs <= m_nowMs)
            ready.push_back(row);
    }
    return ready;
}

bool Workspace::isWritten(const Task &row) { return static_cast<const Entry<Task> &>(row).stored == Stored::Clean; }

void Workspace::flush()
{
    flushActivities();
    flushTasks();
    if (!m_newNeeds.empty())
        m_tasks.insertNeeds(std::exchange(m_newNeeds, {}));
    if (!m_newEvents.empty())
        m_events.insert(std::exchange(m_newEvents, {}));
    for (const domain::Alert &alert : std::exchange(m_newAlerts, {}))
        m_alerts.raise(alert);
    if (!m_newMessages.empty())
        store::OutboxStore(m_database).insert(std::exchange(m_newMessages, {}), m_nowMs);
    if (!m_newLinks.empty())
        store::LinkStore(m_database).insert(std::exchange(m_newLinks, {}));
    flushPauses();
    m_matching.write(m_database);
    if (m_installation)
        m_events.setInstallationHead(*m_installation);
}

// Few: what is reserved and completed was never held.
void Workspace::flushPauses()
{
    store::CalendarStore store(m_database);
    for (const Task &task : std::exchange(m_pauses, {})) {
        if (task.pausedAtMs > 0)
            store.pauseBegins(task);
        else
            store.pauseEnds(task.id, m_nowMs);
    }
}

// Neighbours in the database are written one after the other.
template <class... Lists>
static void sortById(Lists &...lists)
{
    (std::sort(lists.begin(), lists.end(), [](const auto *a, const auto *b) { return a->id < b->id; }), ...);
}

void Workspace::flushActivities()
{
    store::ActivityStore::Activities added, wide, progress;
    for (Entry<Activity> *row : std::exchange(m_changedActivities, {})) {
        const Stored stored = std::exchange(row->stored, Stored::Clean);
        (stored == Stored::New ? added : stored == Stored::Wide ? wide : progress).push_back(row);
    }
    sortById(added, wide, progress);
    if (!added.empty())
        m_activities.insert(added);
    if (!wide.empty())
        m_activities.update(wide);
    if (!progress.empty())
        m_activities.updateProgress(progress);
}

void Workspace::flushTasks()
{
    m_unwrittenHeld.clear();
    store::TaskStore::Tasks added, wide, held, ended;
    for (const qint64 id : std::exchange(m_newTasks, {})) // in order
        added.push_back(&m_taskRows.at(id));
    for (Entry<Task> *row : std::exchange(m_changedTasks, {})) {
        const Stored stored = std::exchange(row->stored, Stored::Clean);
        if (stored != Stored::New)
            (stored == Stored::Wide ? wide : stored == Stored::End ? ended : held).push_back(row);
    }
    sortById(wide, held, ended);
    if (!added.empty())
        m_tasks.insert(added);
    if (!wide.empty())
        m_tasks.update(wide);
    if (!ended.empty())
        m_tasks.updateEnd(ended);
    if (!held.empty())
        m_tasks.updateHolder(held);
}

} // namespace hmsact::engine
