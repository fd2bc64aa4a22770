// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alertdetail.h"

#include "store/activitystore.h"
#include "store/rulestore.h"
#include "store/taskstore.h"

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

AlertDetail alertDetail(store::Database &database, const Alert &alert)
{
    store::RuleStore store(database);
    AlertDetail detail{alert, store.followers(alert)};
    const std::vector<Rule> rules = store.all();
    const auto activity = store::ActivityStore(database).byId(alert.activity);
    const std::vector<Task> tasks = store::TaskStore(database).byIds({alert.task.value});
    const Task *task = tasks.empty() ? nullptr : &tasks.front();
    for (const Escalation &escalation : store.about(alert.activity, alert.task)) {
        const auto follower = std::ranges::find(detail.followers, escalation.rule, &AlertFollower::rule);
        if (escalation.alert != alert.id || follower == detail.followers.end())
            continue;
        const auto rule = std::ranges::find(rules, escalation.rule, &Rule::id);
        const bool isOff = rule == rules.end() || !rule->enabled || !activity;
        if (isOff || isSolved(*rule, escalation, *activity, task)) {
            follower->nextAtMs = 0;
            follower->state = follower->state == EscalationState::Running ? EscalationState::Over : follower->state;
        } else if (rule->when == Trigger::QueueDepth
                   && isThrough(*rule, escalation)) { // it only waits for the queue to be shorter
            follower->nextAtMs = 0;
        }
    }
    return detail;
}

} // namespace hmsact::engine
