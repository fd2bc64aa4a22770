// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dryrun.h"
#include "domain/lateness.h"
#include "domain/offertransitions.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

// What a step would have done to its activity, and what would have followed.
namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

bool isEscalated(const Event &event) { return event.kind == "task.escalated"_L1 || event.kind == "activity.escalated"_L1; }

bool isReassigning(const Event &event)
{
    return event.kind == "task.reassigned"_L1 || event.kind == "task.released"_L1 || event.kind == "task.sla_restarted"_L1;
}

bool isOfAStep(const Event &event)
{
    return isReassigning(event) || event.kind == "task.priority_raised"_L1 || event.kind == "task.held"_L1
        || event.kind == "task.skipped"_L1 || event.kind == "task.failed"_L1 || event.kind == "task.cancelled"_L1
        || event.kind == "activity.cancelled"_L1;
}

} // namespace

// The rule that wrote what is written next of that instant.
const Rule *DryRun::ruleBehind(size_t place) const
{
    const std::vector<Event> &events = *m_events;
    if (events[place].actor != Actor::engine().name)
        return nullptr;
    for (size_t i = place; i < events.size() && events[i].atMs == events[place].atMs; ++i) {
        if (!isEscalated(events[i]))
            continue;
        const QString name = QJsonDocument::fromJson(events[i].detail).object().value(u"rule"_s).toString();
        const auto rule = std::ranges::find(m_rules, name, &Rule::name);
        return rule == m_rules.end() ? nullptr : &*rule;
    }
    return nullptr;
}

bool DryRun::isOfAnEarlierRule(size_t place) const
{
    const Rule *rule = ruleBehind(place);
    return rule && firesBefore(*rule, m_rule);
}

// Another rule has ended what it follows, and not before this step was due: people are told all the same.
bool DryRun::isOwed(const Escalation &escalation) const
{
    return std::ranges::any_of(std::array{TaskId(), escalation.task}, [&](TaskId task) {
        const auto acted = m_othersActedAtMs.find(task.value);
        return acted != m_othersActedAtMs.end() && acted->second >= escalation.nextAtMs;
    });
}

// What another version of the rule did, and what another rule did only because this one was not there to reassign.
bool DryRun::wouldNotBe(const Event &event) const
{
    const Rule *rule = isOfAStep(event) ? ruleBehind(m_place) : nullptr;
    if (!rule || m_own.contains(event.seq))
        return false;
    if (rule->id == m_rule.id)
        return true;
    return isReassigning(event) && std::ranges::any_of(m_running, [&](const Escalation &escalation) {
               return escalation.task == event.task && escalation.reassigns && wantsToReassign(m_rule);
           });
}

// Then the rule, or one like it, was in force, and the record goes on to say what came of it.
bool DryRun::isTold(QLatin1StringView event, TaskId task, qint64 nowMs)
{
    if (m_course->isOwn())
        return false;
    std::vector<qint64> told;
    bool isTold = false;
    for (size_t i = m_place; i < m_events->size() && (*m_events)[i].atMs <= nowMs; ++i) {
        const Event &one = (*m_events)[i];
        if (one.atMs != nowMs || one.actor != Actor::engine().name || (!task.isNull() && one.task != task))
            continue;
        told.push_back(one.seq);
        isTold |= one.kind == event && one.task == task;
    }
    if (isTold)
        m_own.insert(told.begin(), told.end());
    return isTold;
}

void DryRun::carryOut(const RuleStep &step, Escalation &escalation, const Task *task, qint64 nowMs)
{
    switch (step.then) {
    case RuleAction::Notify:
        return;
    case RuleAction::Cancel:
        return cancel(nowMs);
    case RuleAction::Reassign:
        if (escalation.reassigns)
            reassign(step, escalation, *task, nowMs);
        return;
    case RuleAction::RaisePriority: {
        Task copy = *task;
        if (raisePriority(copy, step.to.isEmpty() ? 9 : step.to.toInt()).changed)
            become(*task, copy, "task.priority_raised"_L1, nowMs);
        return;
    }
    case RuleAction::Hold:
        return act(*task, TaskAction::Hold, "task.held"_L1, nowMs);
    case RuleAction::Skip:
        return act(*task, TaskAction::Skip, "task.skipped"_L1, nowMs);
    case RuleAction::Fail:
        return act(*task, TaskAction::Fail, "task.failed"_L1, nowMs);
    }
}

void DryRun::cancel(qint64 nowMs)
{
    Activity activity = m_course->activity();
    if (!domain::end(activity, EndKind::Cancel, m_rule.name, Actor::engine(), nowMs)
        || isTold("activity.cancelled"_L1, {}, nowMs))
        return;
    m_course->put(activity);
    if (m_rule.when == Trigger::QueueDepth)
        m_ending = {nowMs, {}};
}

void DryRun::act(const Task &task, TaskAction action, QLatin1StringView event, qint64 nowMs)
{
    ActionInput input;
    input.action = action;
    input.reason = action == TaskAction::Release ? QString() : m_rule.name;
    input.mayRetry = false;
    ActionContext context;
    context.actor = Actor::engine();
    context.nowMs = nowMs;
    context.hours = &hours();
    Task copy = task;
    if (domain::act(copy, input, context))
        become(task, copy, event, nowMs);
}

void DryRun::reassign(const RuleStep &step, Escalation &escalation, const Task &task, qint64 nowMs)
{
    const Worker *worker = m_directory.backup(task, step.to, nowMs);
    if (!worker) {
        m_fired.back().isSkipped = true;
        if (task.state == TaskState::InProgress)
            act(task, TaskAction::Release, "task.released"_L1, nowMs);
        return;
    }
    ActionInput input;
    input.action = TaskAction::Reassign;
    input.reason = m_rule.name;
    input.worker = worker->id;
    ActionContext context;
    context.actor = Actor::engine();
    context.nowMs = nowMs;
    context.hours = &hours();
    context.worker = worker;
    Task copy = task;
    const Result<Change> change = domain::act(copy, input, context);
    if (!change || !change->changed)
        return;
    if (m_rule.restartSla) {
        (void)restartSla(copy, nowMs, {hours(), m_course->activity().thresholds});
        escalation.state = EscalationState::Over;
    }
    const WorkingTime &its = m_directory.hours(worker->calendar);
    become(task, copy, m_rule.restartSla ? "task.sla_restarted"_L1 : "task.reassigned"_L1, nowMs,
           std::max(offerEndsMs(copy, *worker, its, nowMs), thereUntilMs(*worker)));
}

// Where the record does not tell it.
void DryRun::become(const Task &before, const Task &after, QLatin1StringView event, qint64 nowMs,
                    std::optional<qint64> keptUntilMs)
{
    if (isTold(event, before.id, nowMs))
        return;
    m_course->put(after, keptUntilMs);
    noticed(before, after, event, nowMs);
    if (m_rule.when == Trigger::QueueDepth && (isEnded(after.state) || after.state == TaskState::OnHold))
        m_ending = {nowMs, after.id};
}

void DryRun::noticed(const Task &before, const Task &after, QLatin1StringView event, qint64 nowMs)
{
    notice(m_found, before, after, event, nowMs, m_watched);
    if (isMadeLate(before, after, nowMs))
        m_madeLateAtMs[after.id.value] = nowMs;
    if (event == "task.sla_breached"_L1)
        m_found.push_back(breachOf(after, m_madeLateAtMs[after.id.value]));
    if (isFailure(before, after))
        m_found.push_back({Trigger::TaskFailed, after.activity, after.id, after.endedAtMs, nowMs, {}});
}

// Who has the offer and is the only one that could take it, as in engine/dispatcher.h; nullptr: somebody else could.
static const Worker *aloneWith(const DryRun::Directory &directory, const Task &task)
{
    const Worker *worker = directory.worker(task.worker);
    return worker && directory.another(task, worker->id) ? nullptr : worker;
}

void DryRun::goOnFrom(qint64 nowMs)
{
    if (m_course->isOwn()) {
        const ClockTerms terms{hours(), m_course->activity().thresholds};
        for (std::vector<Task> ready = m_course->unlocked(); !ready.empty(); ready = m_course->unlocked()) {
            for (Task &task : ready) {
                const Task before = task;
                task.openNeeds = 1; // of which nobody has kept count
                (void)needMet(task, nowMs, terms);
                m_course->put(task);
                noticed(before, task, "task.ready"_L1, nowMs);
            }
        }
        for (Task &task : m_course->returning(nowMs)) {
            if (const Worker *worker = aloneWith(m_directory, task)) {
                const WorkingTime &its = m_directory.hours(worker->calendar);
                m_course->put(task, keepsUntilMs(task, *worker, its, nowMs));
                if (isToldOfKept(task, nowMs))
                    noticed(task, task, "task.offer_kept"_L1, nowMs);
                continue;
            }
            const Task before = task;
            const Change change = offerOver(task);
            m_course->put(task, 0);
            noticed(before, task, change.event, nowMs);
        }
        for (Task &task : m_course->overdue(nowMs)) {
            const Task before = task;
            (void)breach(task, nowMs);
            m_course->put(task);
            noticed(before, task, "task.sla_breached"_L1, nowMs);
        }
        Activity activity = m_course->activity();
        if (m_course->isDone()) {
            activity.state = ActivityState::Completed;
            activity.endedAtMs = nowMs;
            m_course->put(activity);
        } else if (activity.state == ActivityState::Open && activity.breachedAtMs == 0 && activity.dueAtMs > 0
                   && activity.dueAtMs <= nowMs) {
            activity.breachedAtMs = nowMs;
            m_course->put(activity);
            m_found.push_back(breachOf(activity, m_madeLateAtMs[0]));
        }
    }
    begin();
}

} // namespace hmsact::domain
