// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rule.h"

#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/enumtext.h"
#include "domain/jsonform.h"
#include "domain/rulequestions.h"

namespace hmsact::domain {

namespace {

constexpr auto triggers = enumTexts<Trigger>("sla_breach", "sla_warning", "activity_sla_breach", "activity_sla_warning",
                                             "unassigned", "stalled", "task_failed", "no_eligible_worker", "queue_depth");
constexpr auto actions = enumTexts<RuleAction>("notify", "reassign", "raise_priority", "hold", "skip", "cancel", "fail");
constexpr auto claims = enumTexts<StepFor>("any", "unclaimed", "claimed");

QJsonValue durationOrNull(qint64 ms) { return ms == 0 ? QJsonValue() : QJsonValue(formatDuration(ms)); }

QJsonObject toJson(const RuleStep &step)
{
    return {{QStringLiteral("after"), formatDuration(step.afterMs)},
            {QStringLiteral("then"), QString(toString(step.then))},
            {QStringLiteral("to"), textOrNull(step.to)},
            {QStringLiteral("only"), QString(toString(step.only))},
            {QStringLiteral("notify"), arrayOf(step.notify)}};
}

} // namespace

QLatin1StringView toString(Trigger when) { return triggers.text(when); }
std::optional<Trigger> triggerFrom(QAnyStringView text) { return triggers.value(text); }
QLatin1StringView toString(RuleAction action) { return actions.text(action); }
std::optional<RuleAction> ruleActionFrom(QAnyStringView text) { return actions.value(text); }
QLatin1StringView toString(StepFor only) { return claims.text(only); }
std::optional<StepFor> stepForFrom(QAnyStringView text) { return claims.value(text); }

QJsonValue thresholdOf(const Rule &rule)
{
    if (rule.thresholdMs > 0)
        return formatDuration(rule.thresholdMs);
    if (isWarning(rule.when))
        return QString::number(rule.thresholdCount) + u'%';
    return rule.thresholdCount > 0 ? QJsonValue(rule.thresholdCount) : QJsonValue();
}

QJsonObject bodyOf(const Rule &rule)
{
    QJsonArray steps;
    for (const RuleStep &step : rule.steps)
        steps.append(toJson(step));
    return {
        {QStringLiteral("name"), rule.name},
        {QStringLiteral("enabled"), rule.enabled},
        {QStringLiteral("when"), QString(toString(rule.when))},
        {QStringLiteral("threshold"), thresholdOf(rule)},
        {QStringLiteral("scope"),
         QJsonObject{{QStringLiteral("intent"), textOrNull(rule.scope.intent)},
                     {QStringLiteral("skill"), textOrNull(rule.scope.skill)},
                     {QStringLiteral("pool"), textOrNull(rule.scope.pool)},
                     {QStringLiteral("priority"), rule.scope.priority ? QJsonValue(*rule.scope.priority) : QJsonValue()}}},
        {QStringLiteral("grace"), formatDuration(rule.graceMs)},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("repeat_every"), durationOrNull(rule.repeatEveryMs)},
        {QStringLiteral("max_repeats"), rule.maxRepeats},
        {QStringLiteral("digest"), durationOrNull(rule.digestMs)},
        {QStringLiteral("acknowledged_for"), durationOrNull(rule.acknowledgedForMs)},
        {QStringLiteral("restart_sla"), rule.restartSla},
        {QStringLiteral("shadow_until"), timeOrNull(rule.shadowUntilMs)}};
}

QJsonObject toJson(const Rule &rule)
{
    QJsonObject json = bodyOf(rule);
    json.insert(QStringLiteral("id"), rule.id.toString());
    json.insert(QStringLiteral("version"), rule.version);
    json.insert(QStringLiteral("built_in"), rule.builtIn);
    json.insert(QStringLiteral("updated_at"), timeOrNull(rule.updatedAtMs));
    json.insert(QStringLiteral("last_fired_at"), timeOrNull(rule.lastFiredAtMs));
    json.insert(QStringLiteral("next_due_at"), timeOrNull(rule.nextDueAtMs));
    json.insert(QStringLiteral("last_evaluated_at"), timeOrNull(rule.lastEvaluatedAtMs));
    return json;
}

QJsonObject toJson(const RuleVersion &version)
{
    return {{QStringLiteral("rule_id"), version.rule.toString()},
            {QStringLiteral("version"), version.version},
            {QStringLiteral("saved_at"), timeOrNull(version.savedAtMs)},
            {QStringLiteral("saved_by"), version.savedBy},
            {QStringLiteral("rule"), version.body}};
}

} // namespace hmsact::domain
