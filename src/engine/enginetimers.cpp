// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offertransitions.h"
#include "domain/transition.h"
#include "engine/engine.h"
#include "engine/escalator.h"
#include "engine/leadership.h"
#include "engine/recounting.h"
#include "engine/workspace.h"
#include "store/linkstore.h"
#include "store/operationstore.h"
#include "store/outboxstore.h"

// What the engine does by itself, because time has passed.
namespace hmsact::engine {

using namespace domain;

static constexpr int firedMax = 500; // in one transaction: commands that arrive meanwhile wait for it
static constexpr qint64 tickMaxMs = limits::msPerSecond; // then commands have their turn, and who leads renews its term

namespace {

// One kind of timer that is due, in one transaction. What is found is taken first and then looked at again: meanwhile
// another core may have been there.
class Firing
{
public:
    Firing(store::Database &database, Workspace &workspace, RuleBook &rules, WorkerDirectory &workers)
        : m_database(database), m_activities(database), m_alerts(database), m_workspace(workspace), m_workers(workers),
          m_escalator(database, workspace, rules, workers), m_dispatcher(database, workspace, workers),
          m_nowMs(workspace.nowMs())
    {
    }

    int endLeases()
    {
        for (Task *task : taken(m_workspace.tasks().leaseOver(m_nowMs, firedMax))) {
            if (task->state != TaskState::InProgress || task->leaseExpiresAtMs > m_nowMs)
                continue;
            const Worker *holder = m_workers.find(task->worker);
            m_workspace.matching().noteDue(task->leaseExpiresAtMs, m_nowMs);
            const bool isPersons = holder && holder->kind == WorkerKind::Human;
            if (isPersons)
                ++m_workspace.matching().outcomes[{task->skill, task->worker.value}].failed;
            fire(*task, [&](Task &one) {
                return isPersons ? leaseLapsed(one, m_nowMs) : leaseOver(one, m_nowMs, m_workspace.random());
            });
        }
        return finish();
    }

    int lapseOptions()
    {
        for (Activity *activity : taken(m_activities.optionsOver(m_nowMs, firedMax))) {
            const int undecided = activity->optionalCount;
            m_workspace.settle(*activity, activity->dueAtMs); // not late, however late it is seen
            m_count += undecided - activity->optionalCount;
        }
        return finish();
    }

    int breachTasks()
    {
        for (Task *task : taken(m_workspace.tasks().overdue(m_nowMs, firedMax)))
            m_count += m_workspace.noteBreach(*task) ? 1 : 0;
        return finish();
    }

    int breachActivities()
    {
        for (Activity *activity : taken(m_activities.overdue(m_nowMs, firedMax)))
            m_count += m_workspace.noteBreach(*activity) ? 1 : 0;
        return finish();
    }

    int returnOffers()
    {
        store::AssignmentStore store(m_database);
        const std::vector<qint64> due = store.due(m_nowMs, limits::matchedMax);
        if (due.empty())
            return 0;
        m_workspace.readAhead(due, {});
        m_dispatcher.lockTold(skillsOf(due), {});
        QHash<TaskId, qint64> running = store.returning(due);
        for (const qint64 id : due) {
            Task *task = m_workspace.task({{}, {}, {id}});
            const qint64 returnsAtMs = running.take({id});
            if (returnsAtMs > m_nowMs) // a version of before left two timers: the later one counts
                store.postpone(task->id, returnsAtMs);
            if (returnsAtMs == 0 || returnsAtMs > m_nowMs)
                continue; // another core was there
            ++m_count;
            const bool isOffered = task->state == TaskState::Pending && !task->worker.isNull();
            if (const auto untilMs = isOffered ? m_dispatcher.staysUntilMs(*task) : std::nullopt) {
                store.postpone(task->id, *untilMs);
                m_workspace.noteTimer(*untilMs);
                continue;
            }
            m_workspace.matching().noteDue(returnsAtMs, m_nowMs);
            m_workspace.matching().reacted(*task);
            if (isOffered)
                m_dispatcher.returned(*task);
        }
        return finish();
    }

    int beginLeaves()
    {
        store::WorkerStore store(m_database);
        for (const QString &id : store.leaving(m_nowMs, 1)) {
            const std::optional<Leave> leave = leaveDue({id});
            if (!leave) { // what is known here is old: next time
                m_workers.makeStale();
                return 0;
            }
            m_workspace.matching().noteDue(leave->fromMs, m_nowMs);
            const bool isOver = leave->toMs <= m_nowMs; // nobody was there in time: there is nothing to give away
            const bool isDone = isOver || m_dispatcher.clear({id}, *leave, limits::matchedMax);
            m_workers.lock(store, {id});
            if (isDone && leaveDue({id}) == leave) { // else it was changed meanwhile: next time
                Worker changed = *m_workers.find({id});
                std::ranges::find(changed.leave, *leave)->begun = true;
                ++changed.version;
                store.save(changed);
                m_workers.put(changed);
            }
            ++m_count;
        }
        return finish();
    }

    int escalate()
    {
        m_count = endSnoozes() + m_escalator.fireDue(firedMax);
        return finish();
    }

private:
    [[nodiscard]] std::optional<Leave> leaveDue(const WorkerId &id) const
    {
        const auto isDue = [this](const Leave &leave) {
            return !leave.begun && leave.fromMs <= m_nowMs;
        };
        const Worker *worker = m_workers.find(id);
        if (!worker || std::ranges::none_of(worker->leave, isDue))
            return {};
        return *std::ranges::find_if(worker->leave, isDue);
    }

    QStringList skillsOf(const std::vector<qint64> &tasks)
    {
        QStringList skills;
        for (const qint64 id : tasks) {
            if (const Task *task = m_workspace.task({{}, {}, {id}})) // or it has gone into an archive
                skills << task->skill;
        }
        skills.removeDuplicates();
        return skills;
    }

    int endSnoozes()
    {
        std::vector<qint64> ids;
        std::vector<qint64> activities;
        for (const Alert &found : m_alerts.snoozeOver(m_nowMs, firedMax)) {
            ids.push_back(found.id.value);
            activities.push_back(found.activity.value);
        }
        if (!ids.empty())
            m_workspace.readAhead({}, activities);
        for (const Alert &alert : m_alerts.byIds(ids)) {
            if (alert.snoozedUntilMs > 0 && alert.snoozedUntilMs <= m_nowMs)
                endSnooze(alert);
        }
        return int(ids.size());
    }

    // People are told anew; but not of what is over meanwhile.
    void endSnooze(const Alert &alert)
    {
        if (alert.isSolved)
            m_alerts.acknowledge(alert.id, m_nowMs, Actor::engine().name);
        else
            m_alerts.snooze(alert.id, 0, {});
        m_workspace.changed(alert, QLatin1StringView(alert.isSolved ? "alert.solved" : "alert.reopened"), Actor::engine());
    }

    std::vector<Task *> taken(const std::vector<Task> &found)
    {
        std::vector<qint64> ids;
        for (const Task &task : found)
            ids.push_back(task.id.value);
        if (!ids.empty())
            m_workspace.readAhead(ids, {});
        std::vector<Task *> tasks;
        for (const qint64 id : ids)
            tasks.push_back(m_workspace.task({{}, {}, {id}}));
        return tasks;
    }

    std::vector<Activity *> taken(const std::vector<qint64> &ids)
    {
        m_workspace.readAhead({}, ids);
        std::vector<Activity *> activities;
        for (const qint64 id : ids)
            activities.push_back(m_workspace.activity({id}));
        return activities;
    }

    template <class Transition>
    void fire(Task &task, Transition transition)
    {
        const Task before = task;
        m_workspace.changed(task, before, transition(task), Actor::engine());
        m_workspace.settle(*m_workspace.activity(task.activity));
        ++m_count;
    }

    int finish()
    {
        m_dispatcher.run();
        m_escalator.begin();
        m_workspace.flush();
        return m_count;
    }

    store::Database &m_database;
    store::ActivityStore m_activities;
    store::AlertStore m_alerts;
    Workspace &m_workspace;
    WorkerDirectory &m_workers;
    Escalator m_escalator;
    Dispatcher m_dispatcher;
    const qint64 m_nowMs;
    int m_count = 0;
};

} // namespace

Status Engine::byTime(std::optional<Workspace> &workspace, qint64 nowMs, Leadership *leadership,
                      const std::function<void(Workspace &)> &work)
{
    return m_database.transact<Done>([&]() -> Status {
        workspace.reset();
        if (leadership && !leadership->confirm())
            return Done{};
        workspace.emplace(m_database, Workspace::Randomness{m_ids, m_random}, nowMs, m_recent);
        prepare(*workspace);
        work(*workspace);
        return Done{};
    });
}

Result<int> Engine::fireDue(qint64 nowMs, Leadership *leadership)
{
    int all = 0;
    // Options before breaches: an activity that only waited for a choice is in time.
    for (const auto kind : {&Firing::endLeases, &Firing::lapseOptions, &Firing::breachTasks, &Firing::breachActivities,
                            &Firing::escalate, &Firing::returnOffers, &Firing::beginLeaves}) {
        std::optional<Workspace> workspace;
        int fired = 0;
        const Status status = byTime(workspace, nowMs, leadership, [&](Workspace &one) {
            fired = (Firing(m_database, one, m_rules, m_workers).*kind)();
            keepOutcomes(one);
        });
        if (!status)
            return status.error();
        if (!workspace)
            continue;
        all += fired;
        publish(*workspace);
    }
    return all;
}

void Engine::publish(Workspace &workspace)
{
    m_wokenSkills |= workspace.readySkills();
    m_wokenWorkers |= workspace.freedWorkers();
    const Hint news{.changes = workspace.changes(),
                    .readySkills = workspace.readySkills(),
                    .freedWorkers = workspace.freedWorkers(),
                    .seen = {},
                    .workersSaved = workspace.changes().workers,
                    .exactly = Hint::Exactly{workspace.earliestTimerMs(), workspace.matching().isKept}};
    m_news.merge(news);
    if (!news.isEmpty())
        noteQueues(workspace.nowMs());
    noteMatching(news, false, workspace.matching().isKept);
    if (!news.isEmpty())
        m_nextDueMs.reset();
    noteDue(workspace.earliestTimerMs());
    workspace.handBack();
}

Status Engine::recount(qint64 nowMs, Leadership *leadership)
{
    std::optional<Workspace> workspace;
    bool worked = false;
    const Status status = byTime(workspace, nowMs, leadership, [&](Workspace &one) {
        Escalator escalator(m_database, one, m_rules, m_workers);
        worked = recountStep(m_database, one, escalator);
        escalator.begin(); // warnings go with the due times
        one.flush();
    });
    if (!status || !workspace)
        return status;
    if (worked)
        publish(*workspace);
    else
        workspace->handBack();
    return Done{};
}

Status Engine::tick(qint64 nowMs, Leadership *leadership)
{
    if (wasSetBack(nowMs))
        goOnFrom(nowMs);
    if (const Status looked = lookAround(nowMs, leadership); !looked)
        return looked;
    if (const Status matched = matchWaiting(nowMs, leadership); !matched)
        return matched;
    const Result<qint64> due = nextDueMs(nowMs);
    if (!due)
        return due.error();
    const bool isQuiet = *due == 0 || *due > nowMs; // it has only looked
    const qint64 untilMs = m_stopwatchMs() + tickMaxMs;
    for (int more = isQuiet ? 0 : 1; more > 0 && m_stopwatchMs() < untilMs;) {
        const Result<int> fired = fireDue(nowMs, leadership);
        if (!fired)
            return fired.error();
        more = *fired;
    }
    if (const Status status = isQuiet ? Status(Done{}) : recount(nowMs, leadership); !status)
        return status;
    return closeTick(nowMs, isQuiet);
}

bool Engine::forgetOld(qint64 nowMs)
{
    constexpr int max = forgottenMax;
    const qint64 untilId = IdSource::firstAt(nowMs - limits::notificationKeptMs);
    const qint64 operations = store::OperationStore(m_database).forget(nowMs - limits::operationKeptMs, max);
    const qint64 links = store::LinkStore(m_database).forget(untilId, max);
    store::OutboxStore outbox(m_database);
    const qint64 sent = outbox.forget(NotificationState::Sent, untilId, max);
    const qint64 withdrawn = outbox.forget(NotificationState::Withdrawn, untilId, max);
    const qint64 dead =
        outbox.forget(NotificationState::Dead, IdSource::firstAt(nowMs - limits::deadNotificationKeptMs), max);
    return std::max({operations, links, sent, withdrawn, dead}) == max;
}

Status Engine::closeTick(qint64 nowMs, bool isQuiet)
{
    if (const Status status = noteRules(nowMs); !status)
        return status;
    const bool forgets = nowMs >= m_nextForgetMs;
    bool isMoreOld = false;
    m_lastTickMs = isQuiet ? nowMs : m_lastTickMs; // no back-off has ended either
    if (isQuiet && !forgets)
        return Done{};
    const Status status = m_database.transact<Done>([&]() -> Status {
        const QStringList back = store::TaskStore(m_database).skillsBackAfterBackoff(m_lastTickMs, nowMs);
        const QSet<QString> skills(back.begin(), back.end());
        m_wokenSkills |= skills;
        m_news.readySkills |= skills;
        if (const qint64 leaveMs = m_workers.nextLeaveMs(m_lastTickMs); leaveMs > 0 && leaveMs <= nowMs) {
            // Who is back may ask, and who waited while another was there.
            m_wakeAll = m_news.changes.workers = m_news.workersSaved = true;
            noteWorkers(nowMs);
        }
        if (!skills.isEmpty())
            m_nextMatchMs = nowMs + matchPauseMs;
        isMoreOld = forgets && forgetOld(nowMs);
        return Done{};
    });
    if (!status)
        return status;
    if (forgets)
        m_nextForgetMs = nowMs + (isMoreOld ? forgetPauseMs : limits::msPerHour);
    m_isMoreOld = forgets ? isMoreOld : m_isMoreOld;
    m_lastTickMs = nowMs;
    if (!isQuiet)
        m_nextDueMs.reset();
    return Done{};
}

} // namespace hmsact::engine
