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
using store::ActivityStore;
using store::TaskStore;

static constexpr qsizetype recentBytesMax = 1024; // of JSON: a row with more is read again

Lent Workspace::lend(const std::vector<qint64> &taskIds, const std::vector<qint64> &activityIds)
{
    Lent lent;
    std::unordered_map<qint64, int> atHand; // how many tasks an activity has; 0: it is not
    const auto lendActivity = [&](qint64 id) {
        const auto [at, isFirst] = atHand.try_emplace(id, 0);
        if (!isFirst || m_activityRows.contains(id))
            return at->second;
        if (auto row = m_recent.activities.take(id)) {
            at->second = row->taskCount;
            lent.activities.push_back(std::move(*row));
        } else {
            lent.activitiesToRead.push_back(id);
        }
        return at->second;
    };
    for (const qint64 id : taskIds) {
        auto row = m_recent.tasks.take(id);
        const int ofActivity = row ? lendActivity(row->activity.value) : 0;
        if (ofActivity != 1)
            lent.withOthers.push_back(id);
        if (row && (ofActivity > 0 || m_isAlone))
            lent.tasks.push_back(std::move(*row));
        else
            lent.tasksToRead.push_back(id);
    }
    for (const qint64 id : activityIds)
        lendActivity(id);
    return lent;
}

template <class Row>
static std::vector<qint64> idsOf(const std::vector<Row> &rows)
{
    std::vector<qint64> ids;
    for (const Row &row : rows)
        ids.push_back(row.id.value);
    return ids;
}

template <class Row>
[[maybe_unused]] static bool areSame(std::vector<Row> stored, std::vector<Row> remembered)
{
    std::ranges::sort(stored, {}, &Row::id);
    std::ranges::sort(remembered, {}, &Row::id);
    return stored == remembered;
}

// Of what others have changed meanwhile only the ids stay.
static void dropOld(Lent &lent, const ActivityStore::Proofs &proofs, const TaskStore::Versions &versions)
{
    lent.tasksToRead.clear();
    lent.activitiesToRead.clear();
    std::erase_if(lent.activities, [&](const Activity &row) {
        const auto proof = proofs.find(row.id.value);
        const bool isOld = proof == proofs.end() || proof->second != ActivityStore::proofOf(row);
        if (isOld)
            lent.activitiesToRead.push_back(row.id.value);
        return isOld;
    });
    std::erase_if(lent.tasks, [&](const Task &row) {
        const auto version = versions.find(row.id.value);
        const bool isOld = version == versions.end() || version->second != row.version
            || std::ranges::find(lent.activitiesToRead, row.activity.value) != lent.activitiesToRead.end();
        if (isOld)
            lent.tasksToRead.push_back(row.id.value);
        return isOld;
    });
}

void Workspace::readAhead(const std::vector<qint64> &taskIds, const std::vector<qint64> &activityIds)
{
    Lent lent = lend(taskIds, activityIds);
    const bool isDoubtful = !m_isAlone && !lent.activities.empty();
    std::vector<qint64> inDoubt;
    if (isDoubtful) { // all are kept by one statement, in their order; what follows sees them as they are then
        inDoubt = idsOf(lent.activities);
        inDoubt.insert(inDoubt.end(), lent.activitiesToRead.begin(), lent.activitiesToRead.end());
    }
    auto proofs = m_activities.askProofs(lent.tasksToRead, inDoubt);
    auto versions = m_tasks.askVersions(isDoubtful ? idsOf(lent.tasks) : std::vector<qint64>());
    auto activities = m_activities.askTake(lent.tasksToRead, lent.activitiesToRead);
    auto tasks = m_tasks.askByIds(lent.tasksToRead);
    auto successors = m_tasks.askSuccessors(lent.withOthers);
    if (isDoubtful)
        dropOld(lent, proofs.answer(), versions.answer());
    const auto adoptAll = [this](auto &&rows) {
        for (auto &row : rows)
            adopt(std::move(row));
    };
    adoptAll(activities.answer());
    adoptAll(tasks.answer());
    m_successorsRead.insert(lent.withOthers.begin(), lent.withOthers.end());
    for (TaskStore::Successor &successor : successors.answer()) {
        m_successors[successor.needs.value].push_back(successor.task.id);
        adopt(std::move(successor.task));
    }
    if (isDoubtful) {
        adoptAll(m_activities.take({}, lent.activitiesToRead));
        adoptAll(m_tasks.byIds(lent.tasksToRead));
    }
    Q_ASSERT(areSame(m_activities.byIds(idsOf(lent.activities)), lent.activities));
    Q_ASSERT(areSame(m_tasks.byIds(idsOf(lent.tasks)), lent.tasks));
    adoptAll(std::move(lent.activities));
    adoptAll(std::move(lent.tasks));
}

void Workspace::handBack()
{
    const auto handBack = [](auto &rows, auto &recent, auto isWanted) {
        for (auto &[id, row] : std::exchange(rows, {})) {
            if (isWanted(row))
                recent.keep(std::move(row));
            else
                recent.forget(id);
        }
    };
    handBack(m_taskRows, m_recent.tasks, [](const Task &task) {
        return task.state == TaskState::InProgress && store::jsonBytes(task) <= recentBytesMax;
    });
    handBack(m_activityRows, m_recent.activities, [](const Activity &activity) {
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
        readAhead({}, {id.value});
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
    ActivityStore::Activities added, wide, progress;
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
    TaskStore::Tasks added, wide, held, ended;
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
