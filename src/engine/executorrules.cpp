// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"
#include "domain/rulecircle.h"
#include "domain/textrules.h"
#include "engine/executor.h"

#include <QCoreApplication>

// The commands about escalation rules.
namespace hmsact::engine {

using namespace domain;

static Error nameIsTaken(const QString &name)
{
    return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "another rule is called “%1”"), {name});
}

static Error ruleChangedMeanwhile(const QString &name)
{
    return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "rule “%1” was changed meanwhile"), {quoted(name)});
}

static Error saysSomethingElse(const QString &name)
{
    return makeError(
        ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("Error", "rule “%1” says something else; give this one a name, or name that one to replace it"),
        {quoted(name)});
}

Executor::Answer Executor::run(const SaveRule &command, const Actor &actor)
{
    store::RuleStore store(m_database);
    takeRules(store); // another core may have saved one of that name
    const auto byName = std::ranges::find(m_rules.all(), command.rule.name, &Rule::name);
    const Rule *named = byName == m_rules.all().end() ? nullptr : &*byName;
    const Rule *known = command.existing.isNull() ? named : m_rules.find(command.existing);
    if (!known && !command.existing.isNull())
        return noRule(command.existing.toString());
    if (named && known != named)
        return nameIsTaken(named->name);
    if (command.knownVersion && *command.knownVersion != (known ? known->version : 0))
        return *command.knownVersion == 0 ? nameIsTaken(known->name) : ruleChangedMeanwhile(command.rule.name);
    if (command.existing.isNull() && known && !command.rule.isNamed && bodyOf(*known) != bodyOf(command.rule))
        return saysSomethingElse(known->name);
    if (!known && m_rules.all().size() >= limits::rulesMax)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "there are %1 rules already"),
                         {QString::number(limits::rulesMax)});
    Rule rule = command.rule;
    rule.id = known ? known->id : RuleId{m_workspace.ids().next(m_workspace.nowMs())};
    rule.version = known ? known->version + 1 : 1;
    rule.builtIn = known && known->builtIn;
    rule.updatedAtMs = m_workspace.nowMs();
    rule.lastEvaluatedAtMs = 0; // this version not yet
    if (const Status status = refuseCircle(rule, m_rules.all()); !status)
        return status.error();
    if (!known)
        store.insert(rule, actor.name);
    else if (!store.update(rule, actor.name))
        return ruleChangedMeanwhile(rule.name);
    if (known && known->when != rule.when)
        store.setAside(rule.id);
    m_workspace.recordForInstallation(known ? QStringLiteral("rule.changed") : QStringLiteral("rule.made"), toJson(rule),
                                      actor);
    readRulesAgain(store);
    return domain::Answer(std::move(rule));
}

Executor::Answer Executor::run(const RemoveRule &command, const Actor &actor)
{
    store::RuleStore store(m_database);
    takeRules(store);
    const Rule *known = m_rules.find(command.rule);
    if (!known)
        return noRule(command.rule.toString());
    if (known->builtIn)
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "the built-in rule cannot be removed; switch it off instead"));
    m_workspace.recordForInstallation(
        QStringLiteral("rule.removed"),
        {{QStringLiteral("id"), command.rule.toString()}, {QStringLiteral("name"), known->name}}, actor);
    store.remove(command.rule);
    readRulesAgain(store);
    return domain::Answer(Done{});
}

void Executor::takeRules(store::RuleStore &store)
{
    m_workspace.lockInstallation();
    m_rules.makeStale();
    m_rules.load(store);
}

void Executor::readRulesAgain(store::RuleStore &store)
{
    m_rules.makeStale();
    m_rules.load(store);
    m_rulesChanged = true;
}

} // namespace hmsact::engine
