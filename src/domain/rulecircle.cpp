// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulecircle.h"

#include "domain/objectreader.h"
#include "domain/textrules.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace hmsact::domain {

QStringList aimsOf(const Rule &rule)
{
    QStringList aims;
    for (const RuleStep &step : rule.steps) {
        if (step.then == RuleAction::Reassign && !step.to.isEmpty())
            aims << step.to;
    }
    return aims;
}

// Differs from it in the pool only.
static bool isNeighbour(const Rule &rule, const Rule &other)
{
    RuleScope scope = other.scope;
    scope.pool = rule.scope.pool;
    return other.enabled && other.id != rule.id && other.name != rule.name && other.when == rule.when
        && !other.scope.pool.isEmpty() && other.scope.pool != rule.scope.pool && scope == rule.scope;
}

bool leadsTo(const QString &home, const QString &pool, const std::vector<const Rule *> &rules)
{
    QStringList toVisit{pool};
    QSet<QString> visited;
    while (!toVisit.isEmpty()) {
        const QString here = toVisit.takeFirst();
        if (here == home)
            return true;
        if (visited.contains(here))
            continue;
        visited.insert(here);
        for (const Rule *rule : rules) {
            if (rule->scope.pool == here)
                toVisit << aimsOf(*rule);
        }
    }
    return false;
}

Status refuseCircle(const Rule &rule, const std::vector<Rule> &others)
{
    const QString &home = rule.scope.pool;
    if (!rule.enabled || home.isEmpty())
        return Done{};
    std::vector<const Rule *> neighbours;
    for (const Rule &other : others) {
        if (isNeighbour(rule, other))
            neighbours.push_back(&other);
    }
    for (size_t i = 0; i < rule.steps.size(); ++i) {
        const RuleStep &step = rule.steps[i];
        if (step.then != RuleAction::Reassign || step.to.isEmpty() || step.to == home)
            continue; // somebody else of the same pool
        const auto next = std::ranges::find_if(neighbours, [&](const Rule *one) { return one->scope.pool == step.to; });
        if (next != neighbours.end() && leadsTo(home, step.to, neighbours))
            return invalidField(pointerTo(QStringLiteral("/steps"), qsizetype(i)) + QStringLiteral("/to"),
                                QT_TRANSLATE_NOOP("Error",
                                                  "would send tasks in a circle: from there rule “%1” hands "
                                                  "them on, and they come back to the pool “%2”"),
                                {quoted((*next)->name), quoted(home)});
    }
    return Done{};
}

} // namespace hmsact::domain
