// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"

#include "domain/codec.h"
#include "domain/lateness.h"
#include "domain/transition.h"
#include "domain/undo.h"
#include "store/eventhash.h"

namespace hmsact::engine {

using domain::Activity;
using domain::ActivityId;
using domain::Actor;
using domain::Change;
using domain::Event;
using domain::Released;
using domain::Task;
using domain::TaskId;
using domain::TaskState;

Workspace::Workspace(store::Database &database, Randomness randomness, qint64 nowMs, RecentlyUsed &recent)
    : m_database(database), m_randomness(randomness), m_nowMs(nowMs), m_recent(recent),
      m_isAlone(database.url().dialect == store::Dialect::Sqlite), m_tasks(database), m_activities(database),
      m_events(database), m_alerts(database)
{
}

Activity &Workspace::add(Activity &&activity)
{
    const qint64 id = activity.id.value;
    noteTimer(activity.dueAtMs);
    Activity &row = m_activityRows.try_emplace(id, std::move(activity)).first->second;
    m_touched.add(row);
    mark(row, Stored::New);
    if (m_watched.activityClocks)
        noteStanding(domain::standing(row));
    return row;
}

Task &Workspace::add(domain::PlannedTask &&planned, const Actor &actor)
{
    Activity &owner = *activity(planned.task.activity);
    const qint64 id = planned.task.id.value;
    Task &row = m_taskRows.try_emplace(id, std::move(planned.task)).first->second;
    mark(row, Stored::New);
    m_newTasks.push_back(id);
    m_touched.add(row);
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
    m_matching.added(row);
    domain::notice(m_occurrences, {}, row, enqueued.event, m_nowMs, m_watched);
    foresee(row, {});
    noteTimers(row);
    return row;
}

domain::KnownTasks Workspace::known(ActivityId activity, const std::vector<domain::TaskSpec> &specs)
{
    const auto toKnown = [](const Task &t) {
        return domain::KnownTask{t.id, t.released != Released::No};
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
    for (Task &found : m_tasks.byNames(activity, names.values())) {
        const Task &task = adopt(std::move(found));
        result.byName.insert(task.name, toKnown(task));
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
    mark(activity, Stored::Progress);
    m_touched.add(activity);
}

void Workspace::lockInstallation()
{
    if (!m_installation)
        m_installation = m_events.takeInstallationHead();
}

void Workspace::recordForInstallation(const QString &kind, const QJsonObject &detail, const Actor &actor)
{
    lockInstallation();
    Event event{{}, ++m_installation->seq, m_nowMs, actor.name, kind, {}, domain::compact(detail), {}};
    event.hash = store::eventHash(m_installation->hash, event);
    m_installation->hash = event.hash;
    m_newEvents.push_back(std::move(event));
}

// Whether who had it, in hand or as an offer, has more room now.
static bool givesRoom(const Task &before, const Task &task)
{
    if (before.state == TaskState::InProgress)
        return task.state != TaskState::InProgress;
    const bool wasOffered = before.state == TaskState::Pending && !before.worker.isNull();
    const bool isTaken = task.state == TaskState::Pending || task.state == TaskState::InProgress;
    return wasOffered && !(isTaken && task.worker == before.worker);
}

// Its due time moves as long as it is held: what is late already is so from before.
static void noteBreachBefore(Workspace &workspace, Task &held, const Task &before)
{
    Task after = std::exchange(held, before);
    if (workspace.noteBreach(held)) {
        after.breachedAtMs = held.breachedAtMs;
        after.oversight = held.oversight;
        ++after.version;
    }
    held = std::move(after);
}

void Workspace::changed(Task &task, const Task &before, const Change &change, const Actor &actor)
{
    if (!change.changed)
        return;
    if (before.pausedAtMs == 0 && task.pausedAtMs != 0)
        noteBreachBefore(*this, task, before);
    Activity &owner = *activity(task.activity);
    domain::notice(m_occurrences, before, task, change.event, m_nowMs, m_watched);
    foresee(task, before);
    using store::TaskStore;
    mark(task,
         TaskStore::differsInHolderOnly(before, task)    ? Stored::Holder
             : TaskStore::differsInEndOnly(before, task) ? Stored::End
                                                         : Stored::Wide);
    if (before.state == TaskState::InProgress)
        m_unwrittenHeld[before.worker.value] -= before.cost;
    if (task.state == TaskState::InProgress)
        m_unwrittenHeld[task.worker.value] += task.cost;
    m_touched.add(task);
    domain::account(owner, before.state, task.onFailure, task.state);
    record(owner, task.id, change, actor);
    if (change.review != domain::ReviewOutcome::None)
        ++m_matching.reviews[change.review];
    if (change.takenBack != domain::ReviewOutcome::None)
        --m_matching.reviews[change.takenBack];
    if (givesRoom(before, task))
        m_freedWorkers.insert(before.worker.value);
    if (task.state == TaskState::Pending)
        m_readySkills.insert(task.skill);
    m_matching.note(task, before, change.event, actor);
    noteTimers(task);
    if (task.pausedAtMs != before.pausedAtMs)
        m_pauses.push_back(task);
    if (change.lacksHuman)
        happened({domain::Trigger::NoEligibleWorker, owner.id, task.id, task.readyAtMs, m_nowMs, {}});
    if (domain::isFailure(before, task))
        happened({domain::Trigger::TaskFailed, owner.id, task.id, task.endedAtMs, m_nowMs, {}});
    if (domain::isMet(task.state, task.onFailure) && task.released == Released::No)
        release(task);
    if (domain::isMadeLate(before, task, m_nowMs))
        noteBreach(task, m_nowMs);
    else if (domain::isOpen(before.state) && !domain::isOpen(task.state))
        noteBreach(task);
}

// Who begins it in time may well be quicker: then its shares alone count, until it is given back. Begun later, it stays at
// risk. After notice(): rules go by shares of the SLA, and begin nothing anew for a forecast.
void Workspace::foresee(Task &task, const Task &before)
{
    const bool wasPending = before.state == TaskState::Pending;
    if (task.state == TaskState::Pending && (!wasPending || before.atRiskAtMs != task.atRiskAtMs)) {
        store::WorkerStore workers(m_database);
        const qint64 usualMs = m_books.usual ? m_books.usual->of(workers, task.skill, m_nowMs) : 0;
        domain::foresee(task, termsOf(*activity(task.activity)), usualMs);
    } else if (task.state == TaskState::InProgress && wasPending && m_nowMs < task.atRiskAtMs) {
        domain::foresee(task, termsOf(*activity(task.activity)), 0);
    }
}

// Tells the tasks that wait for this one, once.
void Workspace::release(Task &task)
{
    task.released = Released::Yes;
    mark(task, Stored::End); // where of its end nothing else has to be written, too
    if (activity(task.activity)->taskCount > 1 && m_successorsRead.insert(task.id.value).second) {
        for (store::TaskStore::Successor &successor : m_tasks.askSuccessors({task.id.value}).answer()) {
            m_successors[task.id.value].push_back(successor.task.id);
            adopt(std::move(successor.task));
        }
    }
    std::vector<TaskId> waiting = m_successors[task.id.value];
    std::sort(waiting.begin(), waiting.end());
    waiting.erase(std::unique(waiting.begin(), waiting.end()), waiting.end());
    for (const TaskId id : waiting) {
        Task &successor = m_taskRows.at(id.value);
        const Task before = successor;
        const Change change = domain::needMet(successor, m_nowMs, termsOf(*activity(successor.activity)));
        mark(successor, Stored::Wide); // one need fewer, even where it goes on waiting
        changed(successor, before, change, Actor::engine());
    }
}

std::vector<const Task *> Workspace::successors(const Task &task)
{
    if (!m_newTasks.empty())
        flush();
    std::vector<const Task *> result;
    for (Task &row : m_tasks.allSuccessors(task.id))
        result.push_back(&adopt(std::move(row)));
    return result;
}

void Workspace::undone(const Task &task, const Task &before, const Actor &actor)
{
    Activity &owner = *activity(task.activity);
    const Activity complete = owner;
    if (const auto change = domain::reopen(owner)) {
        changed(owner, *change, actor);
        if (domain::isMadeLate(complete, owner, m_nowMs))
            noteBreach(owner, m_nowMs);
        noteStanding(domain::standing(owner)); // late as it was, it goes on
    }
    if (!domain::letGoOn(before))
        return;
    for (const Task *successor : successors(task)) {
        Task &row = m_taskRows.at(successor->id.value);
        const Task was = row;
        const Change change = domain::needUnmet(row);
        mark(row, Stored::Wide);
        changed(row, was, change, Actor::engine());
        m_successors[task.id.value].push_back(row.id); // should it be completed again in this transaction
    }
}

void Workspace::changed(Activity &activity, const Change &change, const Actor &actor)
{
    if (!change.changed)
        return;
    mark(activity, Stored::Wide);
    record(activity, {}, change, actor);
}

void Workspace::sharesMoved(Task &task, const Task &before)
{
    ++task.version;
    domain::notice(m_occurrences, before, task, {}, m_nowMs, m_watched);
    foresee(task, before);
    mark(task, Stored::Wide);
    m_touched.add(task);
}

void Workspace::sharesMoved(Activity &activity)
{
    mark(activity, Stored::Wide);
    m_touched.add(activity);
    noteStanding(domain::standing(activity));
}

void Workspace::settle(Activity &activity, std::optional<qint64> thenMs)
{
    if (activity.state != domain::ActivityState::Open)
        return;
    const qint64 atMs = thenMs.value_or(m_nowMs);
    if (domain::waitsForAChoice(activity) && activity.dueAtMs <= m_nowMs) {
        if (!m_newTasks.empty())
            flush();
        for (Task &row : m_tasks.optionsOfActivity(activity.id)) {
            Task &option = adopt(std::move(row));
            const Task before = option;
            if (option.state == TaskState::Optional)
                changed(option, before, domain::lapse(option, atMs), Actor::engine());
        }
    }
    if (const auto change = domain::settle(activity, atMs)) {
        changed(activity, *change, Actor::engine());
        noteBreach(activity);
    }
}

void Workspace::end(Activity &activity, const Change &change, const QString &reason, const Actor &actor)
{
    flush(); // so that tasks added in this batch are found too
    const bool onlyWaited = domain::waitsForAChoice(activity);
    for (Task &row : m_tasks.openOfActivity(activity.id)) {
        Task &task = adopt(std::move(row));
        const Task before = task;
        if (domain::isOpen(task.state))
            changed(task, before, domain::cancel(task, reason, m_nowMs, termsOf(activity)), actor);
    }
    changed(activity, change, actor);
    if (!onlyWaited)
        noteBreach(activity);
    flush();
}

domain::NotificationId Workspace::send(domain::Notification &&message)
{
    message.id = {ids().next(m_nowMs)};
    if (message.kind == domain::NotificationKind::Assignment && domain::channelOf(message.address) == domain::Channel::Email)
        addLink(message);
    m_touched.addMessages();
    m_newMessages.push_back(std::move(message));
    return m_newMessages.back().id;
}

void Workspace::addLink(domain::Notification &message)
{
    const Task *about = task({{}, {}, message.task});
    if (!about)
        return;
    domain::Link link;
    link.id = {ids().next(m_nowMs)};
    link.task = about->id;
    link.activity = about->activity;
    link.worker = {message.facts.value(QLatin1StringView("worker_id")).toString()};
    link.epoch = about->state == TaskState::InProgress ? about->leaseEpoch : about->leaseEpoch + 1;
    link.madeAtMs = m_nowMs;
    link.expiresAtMs = m_nowMs + domain::limits::linkMs;
    if (const auto *intent = m_books.intents ? m_books.intents->find(activity(about->activity)->intent) : nullptr)
        link.confirmation = intent->confirmation;
    message.facts.insert(QStringLiteral("link"), link.id.toString());
    m_newLinks.push_back(std::move(link));
}

const domain::WorkingTime &Workspace::hoursOf(const QString &calendar) const
{
    return calendar.isEmpty() || !m_books.calendars ? domain::WorkingTime::always() : m_books.calendars->hours(calendar);
}

const domain::WorkingTime &Workspace::hoursOf(const Activity &activity) const { return hoursOf(activity.calendar); }

domain::ClockTerms Workspace::termsOf(const Activity &activity) const { return {hoursOf(activity), activity.thresholds}; }

void Workspace::noteStanding(const std::vector<domain::Occurrence> &seen)
{
    m_occurrences.insert(m_occurrences.end(), seen.begin(), seen.end());
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

} // namespace hmsact::engine
