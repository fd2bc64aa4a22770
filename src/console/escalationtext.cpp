// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/escalationtext.h"

#include "console/ruletext.h"
#include "console/timetext.h"
#include "console/words.h"
#include "domain/obstacle.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace hmsact::console {

using domain::RuleAction;

static QString firingWord(const char *text, int n = -1) { return QCoreApplication::translate("Firing", text, nullptr, n); }

static QString sentenceOf(const QString &stored, const QJsonObject &outcome)
{
    const QString rule = ruleName(stored);
    const QString worker = outcome.value(QLatin1String("worker_id")).toString();
    const bool foundNobody = outcome.value(QLatin1String("worker_id")).isNull();
    const auto sentence = [&](const char *words) {
        return firingWord(words).arg(rule);
    };
    if (const auto why = domain::obstacleIn(outcome))
        return firingWord(QT_TRANSLATE_NOOP("Firing", "Rule “%1” could not do what it says: %2")).arg(rule, text(*why));
    switch (domain::ruleActionFrom(outcome.value(QLatin1String("then")).toString()).value_or(RuleAction::Notify)) {
    case RuleAction::Reassign:
        if (!worker.isEmpty())
            return firingWord(QT_TRANSLATE_NOOP("Firing", "Rule “%1” reassigned it to %2")).arg(rule, worker);
        return foundNobody ? sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” found nobody to give it to"))
                           : sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” fired"));
    case RuleAction::RaisePriority:
        return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” made it more urgent"));
    case RuleAction::Hold:
        return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” put it on hold"));
    case RuleAction::Skip:
        return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” skipped it"));
    case RuleAction::Cancel:
        return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” cancelled the activity"));
    case RuleAction::Fail:
        return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” failed it"));
    case RuleAction::Notify:
        break;
    }
    return sentence(QT_TRANSLATE_NOOP("Firing", "Rule “%1” told people"));
}

QString firingText(const QString &rule, const QJsonObject &outcome)
{
    const int step = outcome.value(QLatin1String("step")).toInt();
    const QString sentence = sentenceOf(rule, outcome);
    return step == 0 ? sentence
                     : firingWord(QT_TRANSLATE_NOOP("Firing", "%1 (step %2)")).arg(sentence, QString::number(step));
}

static QDateTime timeIn(const QJsonObject &object, const char *name)
{
    return QDateTime::fromString(object.value(QLatin1String(name)).toString(), Qt::ISODateWithMs);
}

QString firedText(const QJsonObject &detail, qint64 atMs)
{
    const int step = detail.value(QLatin1String("step")).toInt();
    const int version = detail.value(QLatin1String("rule_version")).toInt();
    const QDateTime due = timeIn(detail, "step_due_at");
    QStringList facts;
    if (step > 0)
        facts << firingWord(QT_TRANSLATE_NOOP("Firing", "step %1")).arg(step);
    if (version > 0)
        facts << firingWord(QT_TRANSLATE_NOOP("Firing", "version %1")).arg(version);
    if (due.isValid())
        facts << firingWord(QT_TRANSLATE_NOOP("Firing", "due %1, fired %2"))
                     .arg(instantText(due.toMSecsSinceEpoch(), atMs), instantText(atMs, atMs));
    const QString sentence = sentenceOf(detail.value(QLatin1String("rule")).toString(), detail);
    return facts.isEmpty()
        ? sentence
        : firingWord(QT_TRANSLATE_NOOP("Firing", "%1 (%2)")).arg(sentence, facts.join(QStringLiteral(", ")));
}

QString valuesText(const QJsonObject &values, qint64 nowMs)
{
    QStringList parts;
    const std::pair<const char *, const char *> times[] = {
        {"due_at", QT_TRANSLATE_NOOP("Firing", "due %1")},
        {"pending_since", QT_TRANSLATE_NOOP("Firing", "waiting since %1")},
        {"failed_at", QT_TRANSLATE_NOOP("Firing", "failed %1")},
        {"step_due_at", QT_TRANSLATE_NOOP("Firing", "step due %1")}};
    const std::pair<const char *, const char *> numbers[] = {
        {"used_percent", QT_TRANSLATE_NOOP("Firing", "%1 % of its time used")},
        {"lost_leases", QT_TRANSLATE_NOOP("Firing", "let go %1 ×")},
        {"depth", QT_TRANSLATE_NOOP("Firing", "%1 in the queue")},
        {"priority", QT_TRANSLATE_NOOP("Firing", "priority %1")},
        {"attempt", QT_TRANSLATE_NOOP("Firing", "attempt %1")}};
    for (const auto &[name, words] : times)
        if (const QDateTime at = timeIn(values, name); at.isValid())
            parts << firingWord(words).arg(instantText(at.toMSecsSinceEpoch(), nowMs));
    for (const auto &[name, words] : numbers)
        if (const QJsonValue value = values.value(QLatin1String(name)); value.isDouble())
            parts << firingWord(words).arg(QLocale().toString(value.toInt()));
    if (const auto state = domain::taskStateFrom(values.value(QLatin1String("state")).toString()))
        parts << QLocale().toLower(text(*state));
    if (const QString worker = values.value(QLatin1String("worker_id")).toString(); !worker.isEmpty())
        parts << firingWord(QT_TRANSLATE_NOOP("Firing", "with %1")).arg(worker);
    return parts.join(QStringLiteral(" · "));
}

QString escalatedText(const domain::Escalated &escalated, qint64 nowMs)
{
    if (escalated.times == 0)
        return {};
    const QString last = firingWord(QT_TRANSLATE_NOOP("Firing", "%1, %2"))
                             .arg(firingText(escalated.rule, escalated.outcome), agoText(escalated.atMs, nowMs));
    return escalated.times == 1
        ? last
        : firingWord(QT_TRANSLATE_NOOP("Firing", "%1 (rules acted %Ln time(s))"), escalated.times).arg(last);
}

} // namespace hmsact::console
