// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalator.h"

// What no single change of a task triggers: too many that wait, and what was there before the rule.
namespace hmsact::engine {

using namespace domain;

static constexpr int sweptMax = 2000; // rows in one transaction

void Escalator::weighQueues()
{
    for (const Rule &rule : m_rules.all()) {
        if (rule.when == Trigger::QueueDepth)
            weigh(rule);
    }
    begin();
    m_workspace.flush();
}

std::vector<store::TaskStore::Queue> Escalator::queuesOf(const Rule &rule)
{
    using store::TaskStore;
    if (!rule.scope.pool.isEmpty())
        return {{TaskStore::offerForPool(rule.scope.pool), rule.scope.skill}};
    return m_workspace.tasks().queuesOf(rule.scope.skill);
}

void Escalator::weigh(const Rule &rule)
{
    const std::vector<store::TaskStore::Queue> queues =
        rule.enabled ? queuesOf(rule) : std::vector<store::TaskStore::Queue>();
    const bool isDeep = m_workspace.tasks().waitingIn(queues, rule.thresholdCount + 1) > rule.thresholdCount;
    std::vector<Escalation> known = m_store.ofRule(rule.id);
    if (!isDeep) {
        for (Escalation &escalation : known) {
            escalation.state = EscalationState::Over;
            m_store.update(escalation);
        }
    } else if (known.empty()) {
        const qint64 nowMs = m_workspace.nowMs();
        for (const Task &first : m_workspace.tasks().line(queues, nowMs, 1))
            m_workspace.noteStanding({{Trigger::QueueDepth, first.activity, first.id, nowMs, nowMs, {}}});
    }
}

std::optional<Escalator::Place> Escalator::sweep(Place from)
{
    const store::RuleStore::Slice tasks = m_store.tasksAfter(from.task, sweptMax);
    const store::RuleStore::Slice activities = m_store.activitiesAfter(from.activity, sweptMax);
    m_workspace.readAhead(tasks.ids, activities.ids);
    for (const qint64 id : tasks.ids) {
        if (const Task *task = m_workspace.task({{}, {}, {id}}))
            m_workspace.noteStanding(standing(*task));
    }
    for (const qint64 id : activities.ids) {
        if (const Activity *activity = m_workspace.activity({id}))
            m_workspace.noteStanding(standing(*activity));
    }
    begin();
    m_workspace.flush();
    if (!tasks.goesOn && !activities.goesOn) {
        m_rules.askedAll(m_workspace.nowMs()); // the queues were weighed as well
        return {};
    }
    return Place{std::max(from.task, tasks.last), std::max(from.activity, activities.last)};
}

} // namespace hmsact::engine
