// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruletext.h"

#include "console/alertmodel.h"
#include "console/timetext.h"
#include "console/words.h"
#include "domain/obstacle.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace hmsact::console {

using namespace domain;

// What people typed goes into the templates in one pass, so that a “%1” in it stays what it is.
static QString said(const char *text, int n = -1) { return QCoreApplication::translate("Rule", text, nullptr, n); }

QString text(RuleAction action)
{
    switch (action) {
    case RuleAction::Notify:
        return said(QT_TRANSLATE_NOOP("Rule", "tell only"));
    case RuleAction::Reassign:
        return said(QT_TRANSLATE_NOOP("Rule", "reassign"));
    case RuleAction::RaisePriority:
        return said(QT_TRANSLATE_NOOP("Rule", "raise the priority"));
    case RuleAction::Hold:
        return said(QT_TRANSLATE_NOOP("Rule", "put on hold"));
    case RuleAction::Skip:
        return said(QT_TRANSLATE_NOOP("Rule", "skip"));
    case RuleAction::Cancel:
        return said(QT_TRANSLATE_NOOP("Rule", "cancel its activity"));
    case RuleAction::Fail:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Rule", "let the task fail"));
}

QString text(StepFor only)
{
    switch (only) {
    case StepFor::Any:
        return said(QT_TRANSLATE_NOOP("Rule", "in any case"));
    case StepFor::Unclaimed:
        return said(QT_TRANSLATE_NOOP("Rule", "only if nobody works on it"));
    case StepFor::Claimed:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Rule", "only if somebody works on it"));
}

static QString listed(const QStringList &items) { return QLocale().createSeparatedList(items); }

// What the trigger waits for.
static QString thresholdText(const Rule &rule)
{
    const QString span = lengthText(rule.thresholdMs);
    switch (rule.when) {
    case Trigger::SlaWarning:
    case Trigger::ActivitySlaWarning:
        return rule.thresholdMs > 0 ? said(QT_TRANSLATE_NOOP("Rule", "%1 before")).arg(span)
                                    : said(QT_TRANSLATE_NOOP("Rule", "%1 % of the time used up")).arg(rule.thresholdCount);
    case Trigger::Unassigned:
        return said(QT_TRANSLATE_NOOP("Rule", "for %1")).arg(span);
    case Trigger::Stalled:
        return said(QT_TRANSLATE_NOOP("Rule", "%Ln time(s)"), rule.thresholdCount);
    case Trigger::QueueDepth:
        return said(QT_TRANSLATE_NOOP("Rule", "more than %Ln task(s)"), rule.thresholdCount);
    default:
        return {};
    }
}

QString conditionText(const Rule &rule)
{
    QStringList parts{alertText(toString(rule.when))};
    if (const QString threshold = thresholdText(rule); !threshold.isEmpty())
        parts << threshold;
    if (rule.graceMs > 0)
        parts << said(QT_TRANSLATE_NOOP("Rule", "and still after %1")).arg(lengthText(rule.graceMs));
    return parts.join(QStringLiteral(", "));
}

QString scopeText(const RuleScope &scope)
{
    QStringList parts;
    if (!scope.intent.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "activity %1")).arg(scope.intent);
    if (!scope.skill.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "skill %1")).arg(scope.skill);
    if (!scope.pool.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "pool %1")).arg(scope.pool);
    if (scope.priority)
        parts << said(QT_TRANSLATE_NOOP("Rule", "priority %1 or more")).arg(*scope.priority);
    return parts.isEmpty() ? said(QT_TRANSLATE_NOOP("Rule", "everything")) : parts.join(QStringLiteral(", "));
}

QString stepsText(const Rule &rule)
{
    QStringList steps;
    for (const RuleStep &step : rule.steps)
        steps << (step.afterMs == 0 ? text(step.then)
                                    : QStringLiteral("%1: %2").arg(lengthText(step.afterMs), text(step.then)));
    return steps.join(QStringLiteral("; "));
}

static QString subject(const Rule &rule)
{
    QStringList parts;
    const RuleScope &scope = rule.scope;
    if (!scope.intent.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "of “%1”")).arg(scope.intent);
    if (!scope.skill.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "of skill %1")).arg(scope.skill);
    if (!scope.pool.isEmpty())
        parts << said(QT_TRANSLATE_NOOP("Rule", "kept for pool %1")).arg(scope.pool);
    if (scope.priority)
        parts << said(QT_TRANSLATE_NOOP("Rule", "with priority %1 or more")).arg(*scope.priority);
    const QString what = rule.when == Trigger::QueueDepth
        ? said(QT_TRANSLATE_NOOP("Rule", "more than %Ln task(s)"), rule.thresholdCount)
        : isAboutActivity(rule.when) ? said(QT_TRANSLATE_NOOP("Rule", "an activity"))
                                     : said(QT_TRANSLATE_NOOP("Rule", "a task"));
    return parts.isEmpty() ? what : QStringLiteral("%1 %2").arg(what, listed(parts));
}

static QString whenClause(const Rule &rule)
{
    const QString what = subject(rule);
    const QString span = lengthText(rule.thresholdMs);
    switch (rule.when) {
    case Trigger::SlaBreach:
    case Trigger::ActivitySlaBreach:
        return rule.graceMs > 0
            ? said(QT_TRANSLATE_NOOP("Rule", "When %1 is overdue by %2")).arg(what, lengthText(rule.graceMs))
            : said(QT_TRANSLATE_NOOP("Rule", "When %1 is overdue")).arg(what);
    case Trigger::SlaWarning:
    case Trigger::ActivitySlaWarning:
        return rule.thresholdMs > 0 ? said(QT_TRANSLATE_NOOP("Rule", "When %1 is due in %2")).arg(what, span)
                                    : said(QT_TRANSLATE_NOOP("Rule", "When %1 has used up %2 % of its time"))
                                          .arg(what, QString::number(rule.thresholdCount));
    case Trigger::Unassigned:
        return said(QT_TRANSLATE_NOOP("Rule", "When nobody has begun %1 for %2")).arg(what, span);
    case Trigger::Stalled:
        return said(QT_TRANSLATE_NOOP("Rule", "When %1 was taken up and let go %Ln time(s)"), rule.thresholdCount).arg(what);
    case Trigger::TaskFailed:
        return said(QT_TRANSLATE_NOOP("Rule", "When %1 has failed")).arg(what);
    case Trigger::NoEligibleWorker:
        return said(QT_TRANSLATE_NOOP("Rule", "When nobody can do %1")).arg(what);
    case Trigger::QueueDepth:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Rule", "When %1 wait")).arg(what);
}

QString deedText(const RuleStep &step)
{
    QString deed;
    switch (step.then) {
    case RuleAction::Notify:
        return said(QT_TRANSLATE_NOOP("Rule", "tell %1")).arg(listed(step.notify));
    case RuleAction::Reassign:
        deed = step.to.isEmpty() ? said(QT_TRANSLATE_NOOP("Rule", "give it to somebody else with the skill"))
                                 : said(QT_TRANSLATE_NOOP("Rule", "give it to %1")).arg(step.to);
        break;
    case RuleAction::RaisePriority:
        deed = said(QT_TRANSLATE_NOOP("Rule", "raise its priority to %1"))
                   .arg(step.to.isEmpty() ? QStringLiteral("9") : step.to);
        break;
    case RuleAction::Hold:
        deed = said(QT_TRANSLATE_NOOP("Rule", "put it on hold"));
        break;
    case RuleAction::Skip:
        deed = said(QT_TRANSLATE_NOOP("Rule", "skip it"));
        break;
    case RuleAction::Cancel:
        deed = said(QT_TRANSLATE_NOOP("Rule", "cancel the activity"));
        break;
    case RuleAction::Fail:
        deed = said(QT_TRANSLATE_NOOP("Rule", "let it fail"));
        break;
    }
    return step.notify.isEmpty() ? deed : said(QT_TRANSLATE_NOOP("Rule", "%1 and tell %2")).arg(deed, listed(step.notify));
}

static QString stepClause(const RuleStep &step)
{
    QString when = step.afterMs == 0 ? said(QT_TRANSLATE_NOOP("Rule", "at once"))
                                     : said(QT_TRANSLATE_NOOP("Rule", "after %1")).arg(lengthText(step.afterMs));
    if (step.only == StepFor::Unclaimed)
        when = said(QT_TRANSLATE_NOOP("Rule", "%1, if nobody works on it,")).arg(when);
    else if (step.only == StepFor::Claimed)
        when = said(QT_TRANSLATE_NOOP("Rule", "%1, if somebody works on it,")).arg(when);
    return QStringLiteral("%1 %2").arg(when, deedText(step));
}

QString sentenceOf(const Rule &rule, qint64 nowMs)
{
    const bool isBreach = rule.when == Trigger::SlaBreach || rule.when == Trigger::ActivitySlaBreach;
    QString when = whenClause(rule);
    if (rule.graceMs > 0 && !isBreach)
        when = said(QT_TRANSLATE_NOOP("Rule", "%1, and still so after %2")).arg(when, lengthText(rule.graceMs));
    QStringList steps;
    for (const RuleStep &step : rule.steps)
        steps << stepClause(step);
    QStringList sentences{QStringLiteral("%1: %2.").arg(when, steps.join(QStringLiteral("; ")))};
    if (rule.maxRepeats > 0)
        sentences << said(QT_TRANSLATE_NOOP("Rule", "The last step comes again every %1, %Ln time(s) at most."),
                          rule.maxRepeats)
                         .arg(lengthText(rule.repeatEveryMs));
    if (rule.restartSla)
        sentences << said(QT_TRANSLATE_NOOP("Rule", "Reassigning restarts the clock."));
    if (rule.digestMs > 0)
        sentences << said(QT_TRANSLATE_NOOP("Rule", "What one address is told within %1 comes as one message."))
                         .arg(lengthText(rule.digestMs));
    if (rule.acknowledgedForMs > 0)
        sentences << said(QT_TRANSLATE_NOOP("Rule", "What is acknowledged and still unsolved %1 later goes on."))
                         .arg(lengthText(rule.acknowledgedForMs));
    if (isShadow(rule, nowMs))
        sentences << said(QT_TRANSLATE_NOOP("Rule", "Until %1 it only writes down what it would do."))
                         .arg(instantText(rule.shadowUntilMs, nowMs));
    if (!rule.enabled)
        sentences << said(QT_TRANSLATE_NOOP("Rule", "It is switched off."));
    return sentences.join(u' ');
}

QString livenessText(const Rule &rule, qint64 nowMs)
{
    QStringList parts;
    if (!rule.enabled)
        parts << said(QT_TRANSLATE_NOOP("Rule", "switched off"));
    else if (isShadow(rule, nowMs))
        parts << said(QT_TRANSLATE_NOOP("Rule", "shadow until %1")).arg(instantText(rule.shadowUntilMs, nowMs));
    if (rule.nextDueAtMs > nowMs)
        parts << said(QT_TRANSLATE_NOOP("Rule", "next step in %1")).arg(spanText(rule.nextDueAtMs - nowMs));
    else if (rule.nextDueAtMs > 0)
        parts << said(QT_TRANSLATE_NOOP("Rule", "next step now"));
    parts << (rule.lastFiredAtMs == 0 ? said(QT_TRANSLATE_NOOP("Rule", "never fired yet"))
                                      : said(QT_TRANSLATE_NOOP("Rule", "fired %1")).arg(agoText(rule.lastFiredAtMs, nowMs)));
    return parts.join(QStringLiteral(" · "));
}

// What became of the deed itself.
static QString deedOutcome(const QJsonObject &outcome)
{
    if (const QString who = outcome.value(QLatin1String("passed_over")).toString(); !who.isEmpty())
        return who == QLatin1String("overtaken")
            ? said(QT_TRANSLATE_NOOP("Rule", "passed over: the next step was due already"))
            : who == QLatin1String("claimed") ? said(QT_TRANSLATE_NOOP("Rule", "passed over: somebody works on it"))
                                              : said(QT_TRANSLATE_NOOP("Rule", "passed over: nobody works on it"));
    const RuleAction then = ruleActionFrom(outcome.value(QLatin1String("then")).toString()).value_or(RuleAction::Notify);
    if (outcome.value(QLatin1String("would")).toBool())
        return (outcome.contains(QLatin1String("worker_id"))
                    ? said(QT_TRANSLATE_NOOP("Rule", "would have: %1, and found nobody"))
                    : said(QT_TRANSLATE_NOOP("Rule", "would have: %1")))
            .arg(text(then));
    if (outcome.value(QLatin1String("left_to_another_rule")).toBool())
        return said(QT_TRANSLATE_NOOP("Rule", "reassigning left to another rule"));
    if (const auto why = obstacleIn(outcome))
        return said(QT_TRANSLATE_NOOP("Rule", "%1 was not possible: %2")).arg(text(then), text(*why));
    switch (then) {
    case RuleAction::Notify:
        return {};
    case RuleAction::Reassign: {
        const QString worker = outcome.value(QLatin1String("worker_id")).toString();
        return worker.isEmpty() ? said(QT_TRANSLATE_NOOP("Rule", "nobody could take it"))
                                : said(QT_TRANSLATE_NOOP("Rule", "given to %1")).arg(worker);
    }
    case RuleAction::RaisePriority:
        return said(QT_TRANSLATE_NOOP("Rule", "priority raised"));
    case RuleAction::Hold:
        return said(QT_TRANSLATE_NOOP("Rule", "put on hold"));
    case RuleAction::Skip:
        return said(QT_TRANSLATE_NOOP("Rule", "skipped"));
    case RuleAction::Cancel:
        return said(QT_TRANSLATE_NOOP("Rule", "activity cancelled"));
    case RuleAction::Fail:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Rule", "failed"));
}

QString outcomeText(const Firing &firing)
{
    QStringList told;
    for (const QJsonValue &address : firing.outcome.value(QLatin1String("told")).toArray())
        told << address.toString();
    QStringList parts;
    if (const QString deed = deedOutcome(firing.outcome); !deed.isEmpty())
        parts << deed;
    if (!told.isEmpty())
        parts << (firing.outcome.value(QLatin1String("would")).toBool()
                      ? said(QT_TRANSLATE_NOOP("Rule", "told nobody, would tell %1"))
                      : said(QT_TRANSLATE_NOOP("Rule", "told %1")))
                     .arg(listed(told));
    return parts.join(QStringLiteral(" · "));
}

static QString partText(const QString &name)
{
    const std::pair<const char *, const char *> names[] = {
        {"name", QT_TRANSLATE_NOOP("Rule", "Name")},
        {"enabled", QT_TRANSLATE_NOOP("Rule", "Switched on")},
        {"when", QT_TRANSLATE_NOOP("Rule", "When")},
        {"threshold", QT_TRANSLATE_NOOP("Rule", "Threshold")},
        {"intent", QT_TRANSLATE_NOOP("Rule", "Kind of activity")},
        {"skill", QT_TRANSLATE_NOOP("Rule", "Skill")},
        {"pool", QT_TRANSLATE_NOOP("Rule", "Pool")},
        {"priority", QT_TRANSLATE_NOOP("Rule", "Priority")},
        {"grace", QT_TRANSLATE_NOOP("Rule", "Grace")},
        {"steps", QT_TRANSLATE_NOOP("Rule", "Steps")},
        {"after", QT_TRANSLATE_NOOP("Rule", "after")},
        {"then", QT_TRANSLATE_NOOP("Rule", "then")},
        {"to", QT_TRANSLATE_NOOP("Rule", "to")},
        {"only", QT_TRANSLATE_NOOP("Rule", "only")},
        {"notify", QT_TRANSLATE_NOOP("Rule", "tell")},
        {"repeat_every", QT_TRANSLATE_NOOP("Rule", "Repeat")},
        {"max_repeats", QT_TRANSLATE_NOOP("Rule", "Repeat")},
        {"digest", QT_TRANSLATE_NOOP("Rule", "Digest")},
        {"acknowledged_for", QT_TRANSLATE_NOOP("Rule", "Acknowledged")},
        {"restart_sla", QT_TRANSLATE_NOOP("Rule", "Clock")},
        {"shadow_until", QT_TRANSLATE_NOOP("Rule", "Shadow")},
        {"scope", QT_TRANSLATE_NOOP("Rule", "Scope")},
    };
    for (const auto &[key, words] : names)
        if (name == QLatin1String(key))
            return said(words);
    return name;
}

QString placeText(const QString &pointer)
{
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() > 1 && parts[0] == QLatin1String("steps")) {
        const QString step = said(QT_TRANSLATE_NOOP("Rule", "Step %1")).arg(parts[1].toInt() + 1);
        return parts.size() > 2 ? QStringLiteral("%1, %2").arg(step, partText(parts[2])) : step;
    }
    return parts.isEmpty() ? QString()
                           : partText(parts.size() > 1 && parts[0] == QLatin1String("scope") ? parts[1] : parts[0]);
}

QString ruleName(const QString &stored)
{
    const char *builtIn = QT_TRANSLATE_NOOP("Rule", "Reassign on a breach");
    return stored == QLatin1String(builtIn) ? said(builtIn) : stored;
}

} // namespace hmsact::console
