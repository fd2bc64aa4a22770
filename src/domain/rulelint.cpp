// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulelint.h"

#include "domain/channel.h"
#include "domain/enumtext.h"
#include "domain/escalation.h"
#include "domain/objectreader.h"
#include "domain/textrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::domain {

namespace {

constexpr auto severities = enumTexts<Severity>("problem", "doubt");

class Linter
{
public:
    Linter(const Rule &rule, const std::vector<Rule> &others, const std::vector<Worker> &workers,
           const QSet<QString> &reached)
        : m_rule(rule), m_workers(workers), m_reached(reached)
    {
        for (const Rule &other : others) {
            if (other.enabled && other.name != rule.name && (rule.id.isNull() || other.id != rule.id))
                m_others.push_back(other);
        }
    }

    std::vector<Remark> remarks()
    {
        lookAtScope();
        lookAtSteps();
        lookAtOtherRules();
        lookForCircles();
        return std::move(m_remarks);
    }

private:
    void add(Severity severity, const QString &pointer, const char *key, const QStringList &args = {})
    {
        m_remarks.push_back({severity, pointer, {key, args}});
    }

    template <class Condition>
    [[nodiscard]] bool anybody(Condition condition) const
    {
        return std::ranges::any_of(m_workers, condition);
    }

    void lookAtScope();
    void lookAtSteps();
    void lookAtAim(const RuleStep &step, const QString &pointer);
    void lookAtAddresses(const RuleStep &step, const QString &pointer);
    [[nodiscard]] const char *whyNothingFollows(const RuleStep &step) const;
    void lookAtOtherRules();
    void lookForCircles();

    const Rule &m_rule;
    std::vector<Rule> m_others;
    const std::vector<Worker> &m_workers;
    const QSet<QString> &m_reached;
    std::vector<Remark> m_remarks;
};

void Linter::lookAtScope()
{
    const RuleScope &scope = m_rule.scope;
    if (!scope.skill.isEmpty() && !anybody([&](const Worker &worker) { return worker.skills.contains(scope.skill); }))
        add(Severity::Doubt, QStringLiteral("/scope/skill"), QT_TRANSLATE_NOOP("Error", "nobody has the skill “%1”"),
            {quoted(scope.skill)});
    if (!scope.pool.isEmpty() && !anybody([&](const Worker &worker) { return worker.pools.contains(scope.pool); }))
        add(Severity::Doubt, QStringLiteral("/scope/pool"), QT_TRANSLATE_NOOP("Error", "nobody is in the pool “%1”"),
            {quoted(scope.pool)});
}

// What a step does may end what the rule follows.
const char *Linter::whyNothingFollows(const RuleStep &step) const
{
    switch (step.then) {
    case RuleAction::Cancel:
    case RuleAction::Skip:
    case RuleAction::Fail:
        return QT_TRANSLATE_NOOP("Error", "is never reached: step %1 ends the task");
    case RuleAction::Reassign:
        if (m_rule.restartSla)
            return QT_TRANSLATE_NOOP("Error", "is never reached: step %1 restarts the clock");
        if (m_rule.when == Trigger::Unassigned || m_rule.when == Trigger::TaskFailed)
            return QT_TRANSLATE_NOOP("Error", "is never reached: step %1 gives the task to somebody, and it waits anew");
        return nullptr;
    case RuleAction::Hold:
        if (m_rule.when == Trigger::Unassigned || m_rule.when == Trigger::NoEligibleWorker)
            return QT_TRANSLATE_NOOP("Error", "is never reached: step %1 stops the clock");
        return nullptr;
    default:
        return nullptr;
    }
}

void Linter::lookAtSteps()
{
    const bool waits =
        m_rule.when == Trigger::Unassigned || m_rule.when == Trigger::NoEligibleWorker || m_rule.when == Trigger::Stalled;
    const char *why = nullptr;
    size_t last = 0;
    for (size_t i = 0; i < m_rule.steps.size(); ++i) {
        const RuleStep &step = m_rule.steps[i];
        const QString here = pointerTo(QStringLiteral("/steps"), qsizetype(i));
        if (why)
            add(Severity::Problem, here, why, {QString::number(last + 1)});
        else if (waits && step.only == StepFor::Claimed)
            add(Severity::Problem, here + QStringLiteral("/only"),
                QT_TRANSLATE_NOOP("Error", "is never reached: a task that somebody works on is solved for this rule"));
        if (!why && step.only == StepFor::Any) {
            why = whyNothingFollows(step);
            last = i;
        }
        lookAtAim(step, here + QStringLiteral("/to"));
        lookAtAddresses(step, here + QStringLiteral("/notify"));
    }
    if (why && m_rule.maxRepeats > 0 && last + 1 == m_rule.steps.size())
        add(Severity::Problem, QStringLiteral("/repeat_every"),
            QT_TRANSLATE_NOOP("Error", "never happens: the last step ends what the rule follows"));
}

void Linter::lookAtAim(const RuleStep &step, const QString &pointer)
{
    if (step.then != RuleAction::Reassign)
        return;
    const auto isMeant = [&](const Worker &worker) {
        return step.to.isEmpty() || worker.id.value == step.to || worker.pools.contains(step.to);
    };
    const QString &skill = m_rule.scope.skill;
    if (!anybody(isMeant))
        add(Severity::Problem, pointer,
            QT_TRANSLATE_NOOP("Error", "“%1” is no worker, and nobody is in a pool of that name"), {quoted(step.to)});
    else if (!anybody([&](const Worker &worker) { return isMeant(worker) && worker.available; }))
        add(Severity::Doubt, pointer, QT_TRANSLATE_NOOP("Error", "nobody there is available now"));
    else if (!skill.isEmpty()
             && !anybody([&](const Worker &worker) { return isMeant(worker) && worker.skills.contains(skill); }))
        add(Severity::Problem, pointer, QT_TRANSLATE_NOOP("Error", "nobody there has the skill “%1”"), {quoted(skill)});
}

void Linter::lookAtAddresses(const RuleStep &step, const QString &pointer)
{
    for (qsizetype i = 0; i < step.notify.size(); ++i) {
        const QString &address = step.notify[i];
        if (channelOf(address) != Channel::Console && !m_reached.contains(address))
            add(Severity::Doubt, pointerTo(pointer, i),
                QT_TRANSLATE_NOOP("Error", "nothing has arrived at “%1” yet: send it a test"), {quoted(address)});
    }
}

bool reassigns(const Rule &rule)
{
    return std::ranges::any_of(rule.steps, [](const RuleStep &step) { return step.then == RuleAction::Reassign; });
}

void Linter::lookAtOtherRules()
{
    if (!reassigns(m_rule) || m_rule.builtIn)
        return;
    for (const Rule &other : m_others) {
        const bool isLater = !m_rule.id.isNull() && other.id > m_rule.id; // a new rule is the latest
        if (other.when == m_rule.when && other.scope == m_rule.scope && reassigns(other) && !other.builtIn && isLater)
            add(Severity::Problem, QStringLiteral("/scope"),
                QT_TRANSLATE_NOOP("Error", "rule “%1” has the same scope and is later: it reassigns, this one does not"),
                {quoted(other.name)});
    }
}

// From the pool a rule is for to those it gives tasks to.
void Linter::lookForCircles()
{
    std::vector<Rule> rules = m_others;
    rules.push_back(m_rule);
    const auto aims = [&](const QString &pool) {
        QStringList found;
        for (const Rule &rule : rules) {
            if (rule.scope.pool != pool)
                continue;
            for (const RuleStep &step : rule.steps) {
                if (step.then == RuleAction::Reassign && !step.to.isEmpty())
                    found << step.to;
            }
        }
        return found;
    };
    const QString &start = m_rule.scope.pool;
    if (start.isEmpty())
        return;
    QStringList toVisit;
    for (const RuleStep &step : m_rule.steps) {
        if (step.then == RuleAction::Reassign && !step.to.isEmpty())
            toVisit << step.to;
    }
    QSet<QString> visited;
    while (!toVisit.isEmpty()) {
        const QString pool = toVisit.takeFirst();
        if (pool == start)
            return add(Severity::Problem, QStringLiteral("/scope/pool"),
                       QT_TRANSLATE_NOOP("Error", "the rules hand tasks of the pool “%1” on in a circle"), {quoted(start)});
        if (!visited.contains(pool))
            toVisit << aims(pool);
        visited.insert(pool);
    }
}

} // namespace

QLatin1StringView toString(Severity severity) { return severities.text(severity); }

QJsonObject toJson(const Remark &remark)
{
    return {{QStringLiteral("severity"), QString(toString(remark.severity))},
            {QStringLiteral("pointer"), remark.pointer},
            {QStringLiteral("text"), remark.text.english()}};
}

std::vector<Remark> lint(const Rule &rule, const std::vector<Rule> &others, const std::vector<Worker> &workers,
                         const QSet<QString> &reached)
{
    return Linter(rule, others, workers, reached).remarks();
}

} // namespace hmsact::domain
