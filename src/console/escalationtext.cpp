// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/escalationtext.h"

#include "console/timetext.h"
#include "domain/rule.h"

#include <QCoreApplication>

namespace hmsact::console {

using domain::RuleAction;

static QString said(const char *text, int n = -1) { return QCoreApplication::translate("Firing", text, nullptr, n); }

static QString sentenceOf(const QString &rule, const QJsonObject &outcome)
{
    const QString worker = outcome.value(QLatin1String("worker_id")).toString();
    const bool foundNobody = outcome.value(QLatin1String("worker_id")).isNull();
    const auto sentence = [&](const char *words) {
        return said(words).arg(rule);
    };
    switch (domain::ruleActionFrom(outcome.value(QLatin1String("then")).toString()).value_or(RuleAction::Notify)) {
    case RuleAction::Reassign:
        if (!worker.isEmpty())
            return said(QT_TRANSLATE_NOOP("Firing", "Rule “%1” reassigned it to %2")).arg(rule, worker);
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
    return step == 0 ? sentence : said(QT_TRANSLATE_NOOP("Firing", "%1 (step %2)")).arg(sentence).arg(step);
}

QString escalatedText(const domain::Escalated &escalated, qint64 nowMs)
{
    if (escalated.times == 0)
        return {};
    const QString last = said(QT_TRANSLATE_NOOP("Firing", "%1, %2"))
                             .arg(firingText(escalated.rule, escalated.outcome), agoText(escalated.atMs, nowMs));
    return escalated.times == 1
        ? last
        : said(QT_TRANSLATE_NOOP("Firing", "%1 (rules acted %n time(s))"), escalated.times).arg(last);
}

} // namespace hmsact::console
