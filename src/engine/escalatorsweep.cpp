// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalator.h"

// What no single change of a task triggers: too many that wait, and what was there before the rule.
namespace hmsact::engine {

using namespace domain;

static constexpr int sweptMax = 2000; // rows in one transaction
static constexpr size_t missedMax = 500; // the same where a rule is likely to begin with each
static constexpr int desertedQueuesMax = 2000;

void Escalator::weighQueues()
{
    if (m_rules.wants(Trigger::QueueDepth))
        m_rules.asked(Trigger::QueueDepth, m_workspace.nowMs());
    for (const Rule &rule : m_rules.all()) {
        if (rule.when == Trigger::QueueDepth)
            weigh(rule);
    }
    m_workspace.flush();
}

// Each rule for itself: what is too many for one is not for another.
void Escalator::weigh(const Rule &rule)
{
    const qint64 waiting = rule.enabled ? m_queues.count(rule.scope, rule.thresholdCount + 1) : 0;
    std::vector<Escalation> known = m_store.ofRule(rule.id);
    if (waiting <= rule.thresholdCount) {
        for (Escalation &escalation : known)
            endOf(escalation);
        return;
    }
    for (Escalation &escalation : known) {
        const bool isChanged = escalation.ruleVersion != rule.version; // else its activity need not be read
        if (isChanged && m_workspace.activity(escalation.activity) && replan(rule, escalation)) {
            stayPutOff(rule, escalation);
            m_workspace.noteTimer(escalation.nextAtMs);
            m_store.update(escalation);
        }
    }
    const std::optional<Task> first = known.empty() ? m_queues.first(rule.scope) : std::nullopt;
    if (!first)
        return;
    const qint64 nowMs = m_workspace.nowMs();
    const Activity &activity = *m_workspace.activity(first->activity);
    const Task *task = m_workspace.task({{}, {}, first->id}); // only now nobody else changes it
    const Occurrence deep{Trigger::QueueDepth, activity.id, first->id, nowMs, nowMs, {}};
    for (Escalation &escalation : begun({rule}, deep, activity, task, nowMs, m_workspace.hoursOf(activity)))
        follow(escalation);
}

// They are fewer: what was told of them is over, too.
void Escalator::endOf(Escalation &deep)
{
    deep.state = EscalationState::Over;
    m_store.update(deep);
    const std::optional<Alert> alert = m_alerts.byId(deep.alert);
    if (!alert || alert->acknowledgedAtMs != 0)
        return;
    m_alerts.acknowledge(alert->id, m_workspace.nowMs(), Actor::engine().name);
    m_workspace.changed(*alert, QLatin1StringView("alert.solved"), Actor::engine());
}

// It came into the scope later: what a person has said of the alert holds for it too, and of all rules one reassigns.
void Escalator::joinOthers(Escalation &escalation)
{
    const Rule &rule = *m_rules.find(escalation.rule);
    if (escalation.alert.value == 0)
        escalation.alert = knownAlertFor(rule, escalation);
    const bool leavesIt = escalation.reassigns && wantsToReassign(rule) && anotherReassigns(escalation);
    if (escalation.alert.value == 0 && !leavesIt)
        return;
    escalation.reassigns = escalation.reassigns && !leavesIt;
    stayPutOff(rule, escalation);
    m_store.update(escalation);
}

void Escalator::reckonAnew(const Activity &activity, const WorkingTime &hours)
{
    for (Escalation &escalation : m_store.running(activity.id)) {
        const Rule *rule = m_rules.find(escalation.rule);
        if (!rule || escalation.step >= int(rule->steps.size()))
            continue;
        const Task *task = escalation.task.isNull() ? nullptr : m_workspace.task({{}, {}, escalation.task});
        const Escalation before = escalation;
        domain::reckonAnew(*rule, escalation, activity, task, hours);
        stayPutOff(*rule, escalation);
        if (escalation == before)
            continue;
        m_workspace.noteTimer(escalation.nextAtMs);
        m_store.update(escalation);
    }
}

std::optional<Escalator::Place> Escalator::sweep(Place from)
{
    const store::RuleStore::Slice tasks = m_store.tasksAfter(from.task, sweptMax);
    const store::RuleStore::Slice activities = m_store.activitiesAfter(from.activity, sweptMax);
    m_workspace.readAhead(tasks.ids, activities.ids);
    for (const qint64 id : tasks.ids) {
        if (const Task *task = m_workspace.task({{}, {}, {id}}))
            m_workspace.noteStanding(standing(*task, m_workspace.nowMs()));
    }
    for (const qint64 id : activities.ids) {
        if (const Activity *activity = m_workspace.activity({id}))
            m_workspace.noteStanding(standing(*activity));
    }
    begin();
    m_workspace.flush();
    if (!tasks.goesOn && !activities.goesOn) {
        m_rules.askedAll(m_workspace.nowMs()); // the queues are weighed in a moment
        return {};
    }
    return Place{std::max(from.task, tasks.last), std::max(from.activity, activities.last)};
}

// What each that waits there asks for at least.
static Task plainest(const store::TaskStore::Queue &queue)
{
    using store::TaskStore;
    const QString pools = TaskStore::offerForPool({});
    Task task;
    task.skill = queue.second;
    task.oversight.forHumans = queue.first == TaskStore::offerForHumans;
    if (queue.first.startsWith(pools))
        task.pool = queue.first.sliced(pools.size());
    for (int level = 2; level <= skillLevelMax; ++level)
        task.wishes.levelMin = queue.first == TaskStore::offerForLevel(level) ? level : task.wishes.levelMin;
    return task;
}

void Escalator::lookForDeserted(Deserted &deserted)
{
    std::set<store::TaskStore::Queue> now;
    for (const store::TaskStore::Queue &queue : m_workspace.tasks().queues(desertedQueuesMax)) {
        if (!m_workers.anotherCanTake(plainest(queue), {}, m_workspace.nowMs()))
            now.insert(queue);
    }
    const auto last = deserted.left.empty() ? store::TaskStore::Queue() : deserted.left.back();
    std::erase_if(deserted.left, [&](const auto &queue) { return !now.contains(queue); });
    for (const store::TaskStore::Queue &queue : now) {
        if (!deserted.known.contains(queue))
            deserted.left.insert(deserted.left.begin(), queue);
    }
    if (deserted.left.empty() || deserted.left.back() != last)
        deserted.after = {};
    deserted.known = std::move(now);
}

void Escalator::sweep(Deserted &deserted)
{
    std::vector<qint64> ids; // of all queues, so that they are locked in one order
    for (size_t room = missedMax; room > 0 && !deserted.left.empty(); room = missedMax - ids.size()) {
        const std::vector<qint64> more = m_store.waitingIn(deserted.left.back(), deserted.after, int(room));
        if (more.size() < room) {
            deserted.left.pop_back();
            deserted.after = {};
        }
        ids.insert(ids.end(), more.begin(), more.end());
    }
    m_workspace.readAhead(ids, {});
    for (const qint64 id : ids) {
        const Task *task = m_workspace.task({{}, {}, {id}});
        std::vector<Occurrence> seen = task ? standing(*task, m_workspace.nowMs()) : std::vector<Occurrence>();
        std::erase_if(seen, [](const Occurrence &one) { return one.when != Trigger::NoEligibleWorker; });
        m_workspace.noteStanding(seen);
    }
    begin();
    m_workspace.flush();
}

} // namespace hmsact::engine
