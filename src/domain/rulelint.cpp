// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulelint.h"

#include "domain/channel.h"
#include "domain/enumtext.h"
#include "domain/escalation.h"
#include "domain/objectreader.h"
#include "domain/rulecircle.h"
#include "domain/textrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::domain {

namespace {

constexpr auto severities = enumTexts<Severity>("problem", "doubt");

class Linter
{
public:
    Linter(const Rule &rule, const Surroundings &surroundings) : m_rule(rule), m_around(surroundings)
    {
        for (const Rule &other : surroundings.rules) {
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
        return std::ranges::any_of(m_around.workers, condition);
    }

    void lookAtScope();
    void lookAtSteps();
    void lookAtAim(const RuleStep &step, const QString &pointer);
    void lookAtAddresses(const RuleStep &step, const QString &pointer);
    struct Why {
        Severity severity = Severity::Problem;
        const char *text = nullptr;
    };
    [[nodiscard]] Why whyNothingFollows(const RuleStep &step) const;
    [[nodiscard]] const char *whyNever(const RuleStep &step) const;
    [[nodiscard]] const char *whyInVain(const RuleStep &step) const;
    void lookAtOtherRules();
    void lookForCircles();

    const Rule &m_rule;
    std::vector<Rule> m_others;
    const Surroundings &m_around;
    std::vector<Remark> m_remarks;
};

void Linter::lookAtScope()
{
    const RuleScope &scope = m_rule.scope;
    const auto look = [&](const QString &what, const QString &field, bool isThere, const char *nobody) {
        const QString pointer = QStringLiteral("/scope/") + field;
        if (!what.isEmpty() && isAboutActivity(m_rule.when))
            add(Severity::Problem, pointer, QT_TRANSLATE_NOOP("Error", "fits nothing: this rule is about whole activities"));
        else if (!what.isEmpty() && !isThere)
            add(Severity::Doubt, pointer, nobody, {quoted(what)});
    };
    if (!scope.intent.isEmpty() && !m_around.knowsIntent)
        add(Severity::Doubt, QStringLiteral("/scope/intent"),
            QT_TRANSLATE_NOOP("Error", "no activity has the intent “%1” yet, and there is no template for it"),
            {quoted(scope.intent)});
    look(scope.skill, QStringLiteral("skill"),
         anybody([&](const Worker &worker) { return worker.skills.contains(scope.skill); }),
         QT_TRANSLATE_NOOP("Error", "nobody has the skill “%1”"));
    look(scope.pool, QStringLiteral("pool"),
         anybody([&](const Worker &worker) { return worker.pools.contains(scope.pool); }),
         QT_TRANSLATE_NOOP("Error", "nobody is in the pool “%1”"));
}

// What a step does may end what the rule follows.
Linter::Why Linter::whyNothingFollows(const RuleStep &step) const
{
    const Trigger when = m_rule.when;
    const bool isForWaiting = when == Trigger::Unassigned || when == Trigger::NoEligibleWorker;
    switch (step.then) {
    case RuleAction::Cancel:
    case RuleAction::Skip:
    case RuleAction::Fail:
        return {Severity::Problem, QT_TRANSLATE_NOOP("Error", "is never reached: step %1 ends the task")};
    case RuleAction::Reassign:
        if (m_rule.restartSla || isForWaiting || when == Trigger::TaskFailed)
            return {Severity::Doubt, QT_TRANSLATE_NOOP("Error", "is reached only where step %1 finds nobody")};
        return {};
    case RuleAction::Hold:
        if (isForWaiting)
            return {Severity::Problem, QT_TRANSLATE_NOOP("Error", "is never reached: step %1 stops the clock")};
        return {};
    default:
        return {};
    }
}

// What the rule follows is over by then, or never as the step wants it.
const char *Linter::whyNever(const RuleStep &step) const
{
    if (isWarning(m_rule.when) && m_rule.thresholdMs > 0 && m_rule.graceMs + step.afterMs >= m_rule.thresholdMs)
        return QT_TRANSLATE_NOOP("Error", "is never reached: by then it is late, and nothing to warn of");
    if (step.only != StepFor::Claimed)
        return nullptr;
    switch (m_rule.when) {
    case Trigger::Unassigned:
    case Trigger::NoEligibleWorker:
    case Trigger::Stalled:
        return QT_TRANSLATE_NOOP("Error", "is never reached: a task that somebody works on is solved for this rule");
    case Trigger::TaskFailed:
        return QT_TRANSLATE_NOOP("Error", "is never reached: nobody works on a task that has failed");
    case Trigger::ActivitySlaBreach:
    case Trigger::ActivitySlaWarning:
        return QT_TRANSLATE_NOOP("Error", "is never reached: nobody claims a whole activity");
    default:
        return nullptr;
    }
}

// The task is never in a state in which that can be done to it.
const char *Linter::whyInVain(const RuleStep &step) const
{
    const Trigger when = m_rule.when;
    const bool isFail = step.then == RuleAction::Fail;
    if (when == Trigger::TaskFailed && (isFail || step.then == RuleAction::Hold || step.then == RuleAction::RaisePriority))
        return QT_TRANSLATE_NOOP("Error", "does nothing: the task has failed already");
    const bool isUnclaimed = step.only == StepFor::Unclaimed || when == Trigger::Unassigned
        || when == Trigger::NoEligibleWorker || when == Trigger::Stalled;
    return isFail && isUnclaimed ? QT_TRANSLATE_NOOP("Error", "does nothing: only what somebody works on can fail")
                                 : nullptr;
}

void Linter::lookAtSteps()
{
    Why why;
    size_t last = 0;
    for (size_t i = 0; i < m_rule.steps.size(); ++i) {
        const RuleStep &step = m_rule.steps[i];
        const QString here = pointerTo(QStringLiteral("/steps"), qsizetype(i));
        const char *never = whyNever(step);
        const char *inVain = whyInVain(step);
        if (why.text)
            add(why.severity, here, why.text, {QString::number(last + 1)});
        else if (never)
            add(Severity::Problem, step.only == StepFor::Claimed ? here + QStringLiteral("/only") : here, never);
        else if (inVain)
            add(Severity::Problem, here + QStringLiteral("/then"), inVain);
        if (!why.text && !never && !inVain && step.only == StepFor::Any) {
            why = whyNothingFollows(step);
            last = i;
        }
        lookAtAim(step, here + QStringLiteral("/to"));
        lookAtAddresses(step, here + QStringLiteral("/notify"));
    }
    if (why.text && why.severity == Severity::Problem && m_rule.maxRepeats > 0 && last + 1 == m_rule.steps.size())
        add(Severity::Problem, QStringLiteral("/repeat_every"),
            QT_TRANSLATE_NOOP("Error", "never happens: the last step ends what the rule follows"));
    if (m_rule.restartSla && !wantsToReassign(m_rule))
        add(Severity::Doubt, QStringLiteral("/restart_sla"), QT_TRANSLATE_NOOP("Error", "does nothing: no step reassigns"));
}

void Linter::lookAtAim(const RuleStep &step, const QString &pointer)
{
    if (step.then != RuleAction::Reassign)
        return;
    const auto isMeant = [&](const Worker &worker) {
        return step.to.isEmpty() || worker.id.value == step.to || worker.pools.contains(step.to);
    };
    const QString &skill = m_rule.scope.skill;
    if (!step.to.isEmpty() && !anybody(isMeant))
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
        if (channelOf(address) != Channel::Console && !m_around.reached.contains(address))
            add(Severity::Doubt, pointerTo(pointer, i),
                QT_TRANSLATE_NOOP("Error", "nothing has arrived at “%1” yet: send it a test"), {quoted(address)});
    }
}

void Linter::lookAtOtherRules()
{
    if (!wantsToReassign(m_rule) || m_rule.builtIn)
        return;
    for (const Rule &other : m_others) {
        const bool isLater = !m_rule.id.isNull() && other.id > m_rule.id; // a new rule is the latest
        if (other.when == m_rule.when && other.scope == m_rule.scope && wantsToReassign(other) && !other.builtIn && isLater)
            add(Severity::Problem, QStringLiteral("/scope"),
                QT_TRANSLATE_NOOP("Error", "rule “%1” has the same scope and is later: it reassigns, this one does not"),
                {quoted(other.name)});
    }
}

// From the pool a rule is for to those it gives tasks to.
void Linter::lookForCircles()
{
    const QString &start = m_rule.scope.pool;
    std::vector<const Rule *> rules{&m_rule};
    for (const Rule &other : m_others)
        rules.push_back(&other);
    const QStringList aims = start.isEmpty() ? QStringList() : aimsOf(m_rule);
    if (std::ranges::any_of(aims, [&](const QString &aim) { return leadsTo(start, aim, rules); }))
        add(Severity::Problem, QStringLiteral("/scope/pool"),
            QT_TRANSLATE_NOOP("Error", "the rules hand tasks of the pool “%1” on in a circle"), {quoted(start)});
}

} // namespace

QLatin1StringView toString(Severity severity) { return severities.text(severity); }

QJsonObject toJson(const Remark &remark)
{
    return {{QStringLiteral("severity"), QString(toString(remark.severity))},
            {QStringLiteral("pointer"), remark.pointer},
            {QStringLiteral("text"), remark.text.english()}};
}

std::vector<Remark> lint(const Rule &rule, const Surroundings &surroundings) { return Linter(rule, surroundings).remarks(); }

} // namespace hmsact::domain
