// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentdraft.h"

#include "domain/duration.h"
#include "domain/taskspecs.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace hmsact::console {

using namespace Qt::StringLiterals;
using domain::Intent;

namespace {

constexpr QChar atOnce(0x2013);

QString percentText(int ppm) { return QLocale().toString(ppm / 1e4, 'g', 6); }

// As the desk or as a program writes numbers; what is none is left to be refused.
QJsonValue shareOf(const QString &typed)
{
    QString plain = typed.trimmed();
    if (plain.endsWith(u'%'))
        plain = plain.chopped(1).trimmed();
    bool isNumber = false;
    double percent = QLocale().toDouble(plain, &isNumber);
    if (!isNumber)
        percent = QLocale::c().toDouble(plain, &isNumber);
    return isNumber ? QJsonValue(std::round(percent * 1e4) / 1e6) : QJsonValue(plain);
}

QString needsText(const std::optional<QStringList> &needs)
{
    if (!needs)
        return {};
    return needs->isEmpty() ? QString(atOnce) : needs->join(u", "_s);
}

QJsonValue needsOf(const QString &typed)
{
    const QString plain = typed.trimmed();
    if (plain.isEmpty())
        return QJsonValue::Null;
    if (plain == u'-' || plain == atOnce || plain == QChar(0x2014))
        return QJsonArray();
    static const QRegularExpression separators(u"[,;]"_s);
    QJsonArray names;
    for (const QString &name : plain.split(separators, Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

IntentTask taskOf(const domain::TaskSpec &spec)
{
    IntentTask task{spec.name,     domain::formatDuration(spec.slaMs),   spec.skill,          needsText(spec.needs),
                    spec.optional, spec.review == domain::Review::Human, domain::toJson(spec)};
    for (const char *shown : {"name", "sla", "skill", "needs", "optional", "review"})
        task.rest.remove(QLatin1StringView(shown));
    return task;
}

QJsonObject bodyOf(const IntentTask &task)
{
    QJsonObject body = task.rest;
    body.insert(u"name"_s, task.name.trimmed());
    body.insert(u"sla"_s, task.sla.trimmed());
    if (const QString skill = task.skill.trimmed(); !skill.isEmpty())
        body.insert(u"skill"_s, skill);
    body.insert(u"needs"_s, needsOf(task.needs));
    body.insert(u"optional"_s, task.isOptional);
    body.insert(u"review"_s, domain::toString(task.isReviewed ? domain::Review::Human : domain::Review::None));
    return body;
}

} // namespace

IntentDraft draftOf(const Intent &intent)
{
    IntentDraft draft{intent.name,
                      intent.title,
                      intent.description,
                      domain::formatDuration(intent.slaMs),
                      percentText(intent.thresholds.dueSoonPpm),
                      percentText(intent.thresholds.atRiskPpm),
                      intent.confirmation,
                      {}};
    for (const domain::TaskSpec &spec : intent.tasks)
        draft.tasks.push_back(taskOf(spec));
    return draft;
}

IntentDraft newIntent()
{
    Intent intent;
    intent.slaMs = 48 * domain::limits::msPerHour;
    return draftOf(intent);
}

domain::Result<Intent> intentOf(const IntentDraft &draft)
{
    QJsonArray tasks;
    for (const IntentTask &task : draft.tasks)
        tasks.append(bodyOf(task));
    QJsonObject body{
        {u"name"_s, draft.name.trimmed()},
        {u"sla"_s, draft.sla.trimmed()},
        {u"thresholds"_s, QJsonObject{{u"due_soon"_s, shareOf(draft.dueSoon)}, {u"at_risk"_s, shareOf(draft.atRisk)}}},
        {u"confirmation"_s, domain::toString(draft.confirmation)},
        {u"tasks"_s, tasks}};
    if (const QString title = draft.title.trimmed(); !title.isEmpty())
        body.insert(u"title"_s, title);
    if (const QString description = draft.description.trimmed(); !description.isEmpty())
        body.insert(u"description"_s, description);
    return domain::intentFrom(body);
}

} // namespace hmsact::console
