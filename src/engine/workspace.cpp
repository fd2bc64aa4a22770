// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"

#include "domain/codec.h"
#include "domain/transition.h"
#include "store/eventhash.h"

namespace hmsact::engine {

using domain::Activity;
using domain::ActivityId;
using domain::Actor;
using domain::Change;
using domain::Event;
using domain::Task;
using domain::TaskId;
using domain::TaskState;

static constexpr size_t namedIdsMax = 1000; // a view that shows more re-reads anyway

Workspace::Workspace(store::Database &database, Randomness randomness, qint64 nowMs, Recent *recent)
    : m_database(database), m_randomness(randomness), m_nowMs(nowMs), m_recent(recent), m_tasks(database),
      m_activities(database), m_events(database), m_alerts(database)
{
}

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
    if (!unknown.empty() || !owners.empty()) {
        for (Activity &row : m_activities.take(unknown, owners))
            m_activityRows.try_emplace(row.id.value, Entry<Activity>{std::move(row)});
    }
    for (Task &row : m_tasks.byIds(unknown))
        adopt(std::move(row));
    for (const qint64 id : taskIds)
        m_successorsRead.insert(id);
    for (store::TaskStore::Successor &successor : m_tasks.successors(taskIds)) {
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
    if (missing.empty())
        return;
    for (Activity &row : m_activities.take({}, missing))
        m_activityRows.try_emplace(row.id.value, Entry<Activity>{std::move(row)});
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
    m_activityRows.try_emplace(activity, Entry<Activity>{std::move(*recent)});
    return true;
}

void Workspace::handBack()
{
    if (!m_recent)
        return;
    for (auto &[id, row] : std::exchange(m_taskRows, {})) {
        if (row.value.state == TaskState::InProgress)
            m_recent->tasks.keep(std::move(row.value));
        else
            m_recent->tasks.forget(id);
    }
    for (auto &[id, row] : std::exchange(m_activityRows, {})) {
        if (row.value.state == domain::ActivityState::Open)
            m_recent->activities.keep(std::move(row.value));
        else
            m_recent->activities.forget(id);
    }
}

Task &Workspace::adopt(Task &&task)
{
    return m_taskRows.try_emplace(task.id.value, Entry<Task>{std::move(task)}).first->second.value;
}

Task *Workspace::task(const domain::TaskRef &ref)
{
    if (!ref.id.isNull()) {
        const auto it = m_taskRows.find(ref.id.value);
        if (it != m_taskRows.end())
            return &it->second.value;
    }
    if (!m_newTasks.empty())
        flush(); // one of them may be the one that is asked for by its name
    if (ref.id.isNull())
        (void)activity(ref.activity);
    else if (std::vector<Activity> owner = m_activities.take({ref.id.value}, {}); !owner.empty())
        m_activityRows.try_emplace(owner.front().id.value, Entry<Activity>{std::move(owner.front())});
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
    return it == m_activityRows.end() ? nullptr : &it->second.value;
}

// Two kinds of change come to a wide one; a new row is written whole anyway.
void Workspace::mark(Entry<Task> &row, Stored change)
{
    if (row.stored == Stored::Clean) {
        row.stored = change;
        m_changedTasks.push_back(&row);
    } else if (row.stored != change && row.stored != Stored::New) {
        row.stored = Stored::Wide;
    }
}

void Workspace::mark(Entry<Activity> &row, Stored change)
{
    if (row.stored == Stored::Clean)
        m_changedActivities.push_back(&row);
    row.stored = std::max(row.stored, change);
}

Activity &Workspace::add(Activity &&activity)
{
    const qint64 id = activity.id.value;
    noteTimer(activity.dueAtMs);
    m_touchedActivities.insert(id);
    Entry<Activity> &row = m_activityRows.emplace(id, Entry<Activity>{std::move(activity)}).first->second;
    mark(row, Stored::New);
    return row.value;
}

Task &Workspace::add(domain::PlannedTask &&planned, const Actor &actor)
{
    Activity &owner = *activity(planned.task.activity);
    const qint64 id = planned.task.id.value;
    Entry<Task> &added = m_taskRows.emplace(id, Entry<Task>{std::move(planned.task)}).first->second;
    mark(added, Stored::New);
    Task &row = added.value;
    m_newTasks.push_back(id);
    m_touchedTasks.insert(id);
    for (const TaskId need : planned.needs) {
        m_newNeeds.emplace_back(row.id, need);
        m_successors[need.value].push_back(row.id);
    }
    domain::account(owner, std::nullopt, row.onFailure, row.state);
    Change enqueued{true, QLatin1StringView("task.enqueued"), {}};
    enqueued.detail.text(QLatin1StringView("name"), row.name)
        .object(QLatin1StringView("after"),
                domain::JsonWriter().word(QLatin1StringView("state"), domain::toString(row.state)));
    record(owner, row.id, enqueued, actor);
    if (row.state == TaskState::Pending)
        m_readySkills.insert(row.skill);
    noteTimers(row);
    return row;
}

domain::KnownTasks Workspace::known(ActivityId activity, const std::vector<domain::TaskSpec> &specs)
{
    const auto toKnown = [](const Task &t) {
        return domain::KnownTask{t.id, t.state, t.onFailure};
    };
    domain::KnownTasks result;
    const Activity *owner = this->activity(activity);
    if (!owner || owner->taskCount == 0)
        return result;
    if (!m_newTasks.empty())
        flush();
    QSet<QString> names;
    for (const domain::TaskSpec &spec : specs) {
        names.insert(spec.name);
        for (const QString &need : spec.needs.value_or(QStringList()))
            names.insert(need);
    }
    for (const QString &name : std::as_const(names)) {
        if (const Task *found = task({activity, name, {}}))
            result.byName.insert(name, toKnown(*found));
    }
    if (auto last = m_tasks.lastRequired(activity))
        result.lastRequired = toKnown(adopt(std::move(*last)));
    return result;
}

void Workspace::record(Activity &activity, TaskId task, const Change &change, const Actor &actor)
{
    Event event{activity.id, ++activity.eventSeq, m_nowMs, actor.name, change.event, task, change.detail.json(), {}};
    event.hash = store::eventHash(activity.eventHash, event);
    activity.eventHash = event.hash;
    m_newEvents.push_back(std::move(event));
    mark(m_activityRows.at(activity.id.value), Stored::Progress);
    m_touchedActivities.insert(activity.id.value);
}

void Workspace::recordForInstallation(const QString &kind, const QJsonObject &detail, const Actor &actor)
{
    if (!m_installation)
        m_installation = m_events.takeInstallationHead();
    Event event{{}, ++m_installation->seq, m_nowMs, actor.name, kind, {}, domain::compact(detail), {}};
    event.hash = store::eventHash(m_installation->hash, event);
    m_installation->hash = event.hash;
    m_newEvents.push_back(std::move(event));
}

void Workspace::changed(Task &task, const Task &before, const Change &change, const Actor &actor)
{
    if (!change.changed)
        return;
    Activity &owner = *activity(task.activity);
    using store::TaskStore;
    mark(m_taskRows.at(task.id.value),
         TaskStore::differsInHolderOnly(before, task)    ? Stored::Holder
             : TaskStore::differsInEndOnly(before, task) ? Stored::End
                                                         : Stored::Wide);
    m_touchedTasks.insert(task.id.value);
    domain::account(owner, before.state, task.onFailure, task.state);
    record(owner, task.id, change, actor);
    if (before.state == TaskState::InProgress && task.state != TaskState::InProgress)
        m_freedWorkers.insert(before.worker.value);
    if (task.state == TaskState::Pending)
        m_readySkills.insert(task.skill);
    noteTimers(task);
    if (task.state == TaskState::Failed && before.state != TaskState::Failed && task.onFailure == domain::OnFailure::Block)
        raise(QStringLiteral("task_failed"), owner, &task, task.version);
    if (domain::isMet(task.state, task.onFailure) && !task.released)
        release(task);
}

// Tells the tasks that wait for this one, once.
void Workspace::release(Task &task)
{
    task.released = true;
    if (m_successorsRead.insert(task.id.value).second) {
        for (store::TaskStore::Successor &successor : m_tasks.successors({task.id.value})) {
            m_successors[task.id.value].push_back(successor.task.id);
            adopt(std::move(successor.task));
        }
    }
    std::vector<TaskId> waiting = m_successors[task.id.value];
    std::sort(waiting.begin(), waiting.end());
    waiting.erase(std::unique(waiting.begin(), waiting.end()), waiting.end());
    for (const TaskId id : waiting) {
        Task &successor = m_taskRows.at(id.value).value;
        const Task before = successor;
        const Change change = domain::needMet(successor, m_nowMs);
        mark(m_taskRows.at(id.value), Stored::Wide); // one need fewer, even where it goes on waiting
        changed(successor, before, change, Actor::engine());
    }
}

void Workspace::changed(Activity &activity, const Change &change, const Actor &actor)
{
    if (!change.changed)
        return;
    mark(m_activityRows.at(activity.id.value), Stored::Wide);
    record(activity, {}, change, actor);
}

void Workspace::settle(Activity &activity)
{
    if (activity.state != domain::ActivityState::Open)
        return;
    if (activity.openCount == 0 && activity.optionalCount > 0 && activity.dueAtMs <= m_nowMs) {
        if (!m_newTasks.empty())
            flush();
        for (Task &row : m_tasks.optionsOfActivity(activity.id)) {
            Task &option = adopt(std::move(row));
            const Task before = option;
            if (option.state == TaskState::Optional)
                changed(option, before, domain::lapse(option, m_nowMs), Actor::engine());
        }
    }
    if (const auto change = domain::settle(activity, m_nowMs))
        changed(activity, *change, Actor::engine());
}

void Workspace::raise(const QString &alertKind, const Activity &activity, const Task *task, int cycle)
{
    domain::Alert alert;
    alert.id = {ids().next(m_nowMs)};
    alert.kind = alertKind;
    alert.activity = activity.id;
    alert.task = task ? task->id : TaskId();
    alert.raisedAtMs = m_nowMs;
    m_touchedAlerts.push_back(alert.id);
    m_newAlerts.emplace_back(std::move(alert), cycle);
}

domain::NotificationId Workspace::send(domain::Notification &&message)
{
    message.id = {ids().next(m_nowMs)};
    m_touchedMessages = true;
    m_newMessages.push_back(std::move(message));
    return m_newMessages.back().id;
}

void Workspace::noteTimers(const Task &task)
{
    noteTimer(task.leaseExpiresAtMs);
    if (task.state == TaskState::Pending && task.notBeforeMs > m_nowMs)
        noteTimer(task.notBeforeMs);
    if (domain::isOpen(task.state) && task.breachedAtMs == 0 && task.pausedAtMs == 0)
        noteTimer(task.dueAtMs);
}

void Workspace::noteTimer(qint64 atMs)
{
    if (atMs > 0 && (m_earliestTimerMs == 0 || atMs < m_earliestTimerMs))
        m_earliestTimerMs = atMs;
}

void Workspace::flush()
{
    flushActivities();
    flushTasks();
    if (!m_newNeeds.empty())
        m_tasks.insertNeeds(std::exchange(m_newNeeds, {}));
    if (!m_newEvents.empty())
        m_events.insert(std::exchange(m_newEvents, {}));
    for (const auto &[alert, cycle] : std::exchange(m_newAlerts, {}))
        m_alerts.raise(alert, cycle);
    if (!m_newMessages.empty())
        store::OutboxStore(m_database).insert(std::exchange(m_newMessages, {}), m_nowMs);
    if (m_installation)
        m_events.setInstallationHead(*m_installation);
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
        (stored == Stored::New ? added : stored == Stored::Wide ? wide : progress).push_back(&row->value);
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
    store::TaskStore::Tasks added, wide, held, ended;
    for (const qint64 id : std::exchange(m_newTasks, {})) // in order
        added.push_back(&m_taskRows.at(id).value);
    for (Entry<Task> *row : std::exchange(m_changedTasks, {})) {
        const Stored stored = std::exchange(row->stored, Stored::Clean);
        if (stored != Stored::New)
            (stored == Stored::Wide ? wide : stored == Stored::End ? ended : held).push_back(&row->value);
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

domain::ChangeSet Workspace::changes() const
{
    domain::ChangeSet set;
    set.messages = m_touchedMessages;
    if (m_touchedAlerts.size() > namedIdsMax || m_touchedTasks.size() > namedIdsMax
        || m_touchedActivities.size() > namedIdsMax) {
        set.overflow = true;
        return set;
    }
    set.alerts = m_touchedAlerts;
    for (const qint64 id : m_touchedTasks)
        set.tasks.push_back({id});
    for (const qint64 id : m_touchedActivities)
        set.activities.push_back({id});
    return set;
}

} // namespace hmsact::engine
