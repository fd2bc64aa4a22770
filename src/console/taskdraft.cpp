// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskdraft.h"

#include "domain/duration.h"
#include "domain/taskspecs.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace hmsact::console {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar atOnce(0x2013);

QString typedNeeds(const std::optional<QStringList> &needs)
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

TaskDraft draftOf(const domain::TaskSpec &spec)
{
    TaskDraft draft{spec.name,     domain::formatDuration(spec.slaMs),   spec.skill,          typedNeeds(spec.needs),
                    spec.optional, spec.review == domain::Review::Human, domain::toJson(spec)};
    for (const char *shown : {"name", "sla", "skill", "needs", "optional", "review"})
        draft.rest.remove(QLatin1StringView(shown));
    return draft;
}

QJsonObject bodyOf(const TaskDraft &draft)
{
    QJsonObject body = draft.rest;
    const auto add = [&body](const QString &field, const QString &typed) {
        if (const QString plain = typed.trimmed(); !plain.isEmpty())
            body.insert(field, plain);
    };
    add(u"name"_s, draft.name);
    add(u"sla"_s, draft.sla);
    add(u"skill"_s, draft.skill);
    body.insert(u"needs"_s, needsOf(draft.needs));
    body.insert(u"optional"_s, draft.isOptional);
    body.insert(u"review"_s, domain::toString(draft.isReviewed ? domain::Review::Human : domain::Review::None));
    return body;
}

} // namespace

std::vector<TaskDraft> draftsOf(const std::vector<domain::TaskSpec> &specs)
{
    std::vector<TaskDraft> drafts;
    std::ranges::transform(specs, std::back_inserter(drafts), draftOf);
    return drafts;
}

QJsonArray bodyOf(const std::vector<TaskDraft> &drafts)
{
    QJsonArray body;
    for (const TaskDraft &draft : drafts)
        body.append(bodyOf(draft));
    return body;
}

} // namespace hmsact::console
