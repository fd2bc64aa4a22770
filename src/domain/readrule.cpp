// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"
#include "domain/duration.h"
#include "domain/objectreader.h"
#include "domain/rule.h"
#include "domain/textrules.h"

#include <algorithm>

// Rules as JSON says them.
namespace hmsact::domain {

namespace {

// A duration that may be nothing.
std::optional<qint64> pause(ObjectReader &reader, const char *name)
{
    const std::optional<QString> text = reader.string(name);
    if (!text || *text == QLatin1StringView("0s"))
        return text ? std::optional<qint64>(0) : std::nullopt;
    const Result<qint64> ms = parseDuration(*text, reader.pointer(name));
    if (ms)
        return *ms;
    reader.errors().add(ms.error());
    return {};
}

// Then, to and notify: what the short form and a step have in common.
void readDeed(ObjectReader &reader, RuleStep &step)
{
    reader.require("then");
    step.then = reader.oneOf("then", ruleActionFrom).value_or(RuleAction::Notify);
    step.to = reader.text("to", limits::nameMax).value_or(QString());
    step.notify = reader.texts("notify", limits::ruleAddressesMax, limits::channelMax).value_or(QStringList());
    const bool tellsNobody = reader.value("notify").value_or(QJsonValue()).toArray().isEmpty();
    if (step.then == RuleAction::Notify && tellsNobody)
        reader.errors().add(reader.pointer("notify"), QT_TRANSLATE_NOOP("Error", "name at least one address"));
    if (step.to.isEmpty() || step.then == RuleAction::Reassign)
        return;
    bool isNumber = false;
    const int priority = step.to.toInt(&isNumber);
    if (step.then != RuleAction::RaisePriority)
        reader.errors().add(reader.pointer("to"), QT_TRANSLATE_NOOP("Error", "belongs to reassign and raise_priority only"));
    else if (!isNumber || priority < 0 || priority > 9)
        reader.errors().add(reader.pointer("to"), QT_TRANSLATE_NOOP("Error", "must be a priority from 0 to 9"));
}

RuleStep readStep(const QJsonValue &value, const QString &pointer, FieldErrors &errors)
{
    RuleStep step;
    if (!value.isObject()) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must be an object"));
        return step;
    }
    ObjectReader reader(value.toObject(), pointer, errors);
    step.afterMs = pause(reader, "after").value_or(0);
    step.only = reader.oneOf("only", stepForFrom).value_or(StepFor::Any);
    readDeed(reader, step);
    reader.finish();
    return step;
}

RuleScope readScope(const QJsonObject &body, const QString &pointer, FieldErrors &errors)
{
    ObjectReader reader(body, pointer, errors);
    RuleScope scope;
    scope.intent = reader.text("intent", limits::nameMax).value_or(QString());
    scope.skill = reader.text("skill", limits::skillMax).value_or(QString());
    scope.pool = reader.text("pool", limits::nameMax).value_or(QString());
    if (const auto priority = reader.integer("priority", 0, 9))
        scope.priority = int(*priority);
    reader.finish();
    return scope;
}

// "80%" of the SLA, or a time before it is due.
void readWarning(ObjectReader &reader, Rule &rule)
{
    const auto text = reader.text("threshold", limits::nameMax);
    if (!text)
        return;
    if (!text->endsWith(u'%')) {
        rule.thresholdMs = reader.duration("threshold").value_or(0);
        return;
    }
    bool isNumber = false;
    rule.thresholdCount = QStringView(*text).chopped(1).toInt(&isNumber);
    if (!isNumber || rule.thresholdCount < 1 || rule.thresholdCount > 99)
        reader.errors().add(reader.pointer("threshold"), QT_TRANSLATE_NOOP("Error", "must be from 1% to 99%"));
}

// What the trigger waits for, in the unit it has.
void readThreshold(ObjectReader &reader, Rule &rule)
{
    switch (rule.when) {
    case Trigger::Unassigned:
        reader.require("threshold");
        rule.thresholdMs = reader.duration("threshold").value_or(0);
        return;
    case Trigger::SlaWarning:
    case Trigger::ActivitySlaWarning:
        reader.require("threshold");
        return readWarning(reader, rule);
    case Trigger::Stalled:
        reader.require("threshold");
        rule.thresholdCount = int(reader.integer("threshold", 1, limits::attemptsMax).value_or(1));
        return;
    case Trigger::QueueDepth:
        reader.require("threshold");
        rule.thresholdCount = int(reader.integer("threshold", 1, limits::queueDepthMax).value_or(1));
        return;
    default:
        if (reader.value("threshold"))
            reader.errors().add(reader.pointer("threshold"), QT_TRANSLATE_NOOP("Error", "does not belong to this trigger"));
    }
}

void checkSteps(const Rule &rule, const QString &pointer, FieldErrors &errors)
{
    QStringList reassignedTo;
    for (size_t i = 0; i < rule.steps.size(); ++i) {
        const RuleStep &step = rule.steps[i];
        const QString here = pointerTo(pointer, qsizetype(i));
        if (i > 0 && step.afterMs <= rule.steps[i - 1].afterMs)
            errors.add(here + QStringLiteral("/after"), QT_TRANSLATE_NOOP("Error", "must be later than the step before"));
        const bool forActivity = step.then == RuleAction::Notify || step.then == RuleAction::Cancel;
        if (isAboutActivity(rule.when) && !forActivity)
            errors.add(here + QStringLiteral("/then"),
                       QT_TRANSLATE_NOOP("Error", "an activity can only be told of or cancelled"));
        if (step.then != RuleAction::Reassign)
            continue;
        const bool isHome = !step.to.isEmpty() && step.to == rule.scope.pool;
        if (isHome && !reassignedTo.isEmpty()) // from p to q, then to p
            errors.add(here + QStringLiteral("/to"),
                       QT_TRANSLATE_NOOP("Error", "the tasks come from there: they would go in a circle"));
        if (reassignedTo.contains(step.to))
            errors.add(here + QStringLiteral("/to"),
                       QT_TRANSLATE_NOOP("Error", "an earlier step reassigns there already: the task would go in a circle"));
        reassignedTo << step.to;
    }
}

// What can be told, and nobody twice, however the address is written.
void checkAddresses(RuleStep &step, const QString &pointer, FieldErrors &errors)
{
    QStringList told;
    for (qsizetype i = 0; i < step.notify.size(); ++i) {
        if (!isChannel(step.notify[i]))
            errors.add(pointerTo(pointer, i),
                       QT_TRANSLATE_NOOP("Error",
                                         "“%1” is no address; write email:a@b, sms:+1…, slack:#channel, "
                                         "webhook:https://…, console:role or hitl:role"),
                       {quoted(step.notify[i])});
    }
    step.notify.removeIf([&](const QString &address) {
        const bool isKnown = told.contains(uniform(address));
        told << uniform(address);
        return isKnown;
    });
}

void checkAddresses(Rule &rule, const QJsonObject &body, const ObjectReader &reader)
{
    const bool isShort = !body.contains(QLatin1StringView("steps"));
    for (size_t i = 0; i < rule.steps.size(); ++i)
        checkAddresses(rule.steps[i],
                       isShort ? reader.pointer("notify")
                               : pointerTo(reader.pointer("steps"), qsizetype(i)) + QStringLiteral("/notify"),
                       reader.errors());
}

void readSteps(ObjectReader &reader, const QJsonObject &body, Rule &rule)
{
    if (!body.contains(QLatin1StringView("steps"))) { // the short form
        RuleStep step;
        readDeed(reader, step);
        rule.steps.push_back(std::move(step));
        return;
    }
    const std::optional<QJsonArray> steps = reader.array("steps", limits::ruleStepsMax);
    if (!steps) {
        if (body.value(QLatin1StringView("steps")).isNull())
            reader.require("steps");
        return;
    }
    if (steps->isEmpty())
        reader.errors().add(reader.pointer("steps"), QT_TRANSLATE_NOOP("Error", "name at least one step"));
    for (qsizetype i = 0; i < steps->size(); ++i)
        rule.steps.push_back(readStep(steps->at(i), pointerTo(reader.pointer("steps"), i), reader.errors()));
}

void readFlood(ObjectReader &reader, Rule &rule)
{
    rule.repeatEveryMs = reader.duration("repeat_every").value_or(0);
    rule.maxRepeats = int(reader.integer("max_repeats", 0, limits::ruleRepeatsMax).value_or(0));
    if ((rule.repeatEveryMs > 0) != (rule.maxRepeats > 0))
        reader.errors().add(reader.pointer(rule.repeatEveryMs > 0 ? "max_repeats" : "repeat_every"),
                            QT_TRANSLATE_NOOP("Error", "repeat_every and max_repeats belong together"));
    rule.digestMs = reader.duration("digest").value_or(0);
    rule.acknowledgedForMs = reader.duration("acknowledged_for").value_or(0);
}

// Short, of what mostly tells it from others. Those that differ in the rest do not replace each other: see Rule::isNamed.
QString nameOf(const Rule &rule)
{
    const QJsonValue threshold = thresholdOf(rule);
    QString name = toString(rule.when);
    if (!threshold.isNull())
        name += u' ' + threshold.toVariant().toString();
    const RuleStep &first = rule.steps.front();
    name += QStringLiteral(": ") + toString(first.then);
    if (!first.to.isEmpty())
        name += QStringLiteral(" to ") + first.to;
    QStringList scope;
    const auto narrow = [&](const char *what, const QString &to) {
        if (!to.isEmpty())
            scope << QString::fromLatin1(what) + to;
    };
    narrow("intent ", rule.scope.intent);
    narrow("skill ", rule.scope.skill);
    narrow("pool ", rule.scope.pool);
    narrow("priority ", rule.scope.priority ? QString::number(*rule.scope.priority) : QString());
    return scope.isEmpty() ? name : name + QStringLiteral(" (") + scope.join(QStringLiteral(", ")) + u')';
}

enum class Addresses { Checked, AsTheyAre };

Result<Rule> readRule(const QJsonObject &body, const QString &pointer, Addresses addresses)
{
    FieldErrors errors;
    ObjectReader reader(body, pointer, errors);
    Rule rule;
    reader.require("when");
    rule.when = reader.oneOf("when", triggerFrom).value_or(Trigger::SlaBreach);
    readThreshold(reader, rule);
    rule.enabled = reader.boolean("enabled").value_or(true);
    rule.scope = readScope(reader.object("scope").value_or(QJsonObject()), reader.pointer("scope"), errors);
    rule.graceMs = pause(reader, "grace").value_or(0);
    readSteps(reader, body, rule);
    readFlood(reader, rule);
    rule.restartSla = reader.boolean("restart_sla").value_or(false);
    rule.shadowUntilMs = reader.time("shadow_until").value_or(0);
    checkSteps(rule, reader.pointer("steps"), errors);
    if (addresses == Addresses::Checked)
        checkAddresses(rule, body, reader);
    if (rule.when == Trigger::QueueDepth && rule.scope.skill.isEmpty())
        errors.add(reader.pointer("scope") + QStringLiteral("/skill"), QT_TRANSLATE_NOOP("Error", "is missing"));
    rule.name = reader.text("name", limits::nameMax).value_or(QString());
    rule.isNamed = !rule.name.isEmpty();
    if (!rule.isNamed && !rule.steps.empty())
        rule.name = nameOf(rule);
    if (isLonger(rule.name, limits::nameMax)) // it would not be told from another one
        reader.require("name");
    reader.finish(toJson(Rule{}));
    return errors.isEmpty() ? Result(std::move(rule)) : Result<Rule>(errors.error());
}

} // namespace

Result<Rule> ruleFrom(const QJsonObject &body, const QString &pointer)
{
    return readRule(body, pointer, Addresses::Checked);
}

Result<Rule> storedRule(const QJsonObject &body) { return readRule(body, {}, Addresses::AsTheyAre); }

RuleChoice readRuleChoice(ObjectReader &reader)
{
    RuleChoice choice;
    reader.require("rule");
    const QJsonValue said = reader.value("rule").value_or(QJsonValue());
    if (said.isString()) {
        choice.saved = reader.text("rule", limits::nameMax).value_or(QString());
        return choice;
    }
    const std::optional<QJsonObject> body = reader.object("rule");
    if (!body)
        return choice;
    if (Result<Rule> rule = ruleFrom(*body, reader.pointer("rule")))
        choice.rule = std::move(*rule);
    else
        reader.errors().add(rule.error());
    return choice;
}

const Rule *findSaved(const std::vector<Rule> &rules, const RuleChoice &choice)
{
    const auto it = std::ranges::find_if(rules, [&](const Rule &rule) {
        if (choice.saved.isEmpty())
            return choice.rule.id.isNull() ? rule.name == choice.rule.name : rule.id == choice.rule.id;
        return rule.name == choice.saved || rule.id.toString() == choice.saved;
    });
    return it == rules.end() ? nullptr : &*it;
}

} // namespace hmsact::domain
