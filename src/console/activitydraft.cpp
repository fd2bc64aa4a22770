// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitydraft.h"

#include "domain/codec.h"
#include "domain/duration.h"

#include <QJsonArray>

namespace hmsact::console {

using namespace Qt::StringLiterals;
using domain::Intent;

static bool isSlaOf(const Intent &intent, const QString &typed)
{
    const auto slaMs = domain::parseDuration(typed);
    return typed.isEmpty() || (slaMs && *slaMs == intent.slaMs);
}

domain::Result<domain::CreateActivity> activityOf(const ActivityDraft &draft, const Intent *intent)
{
    const QString sla = draft.sla.trimmed();
    const bool hasItsTasks = intent && draft.tasks == draftsOf(intent->tasks);
    const bool hasItsSla = intent && isSlaOf(*intent, sla);
    // Where the template has tasks, an activity without any cannot be said with it.
    const bool isFrom = hasItsTasks || (hasItsSla && !draft.tasks.empty());
    QJsonObject body{{u"priority"_s, draft.priority}};
    const auto add = [&body](const QString &field, const QString &typed) {
        if (const QString plain = typed.trimmed(); !plain.isEmpty())
            body.insert(field, plain);
    };
    add(u"citizen_id"_s, draft.citizen);
    add(u"intent"_s, draft.intent);
    if (isFrom)
        add(u"from_template"_s, intent->name);
    if (!isFrom || !hasItsSla)
        add(u"sla"_s, sla.isEmpty() && hasItsSla ? domain::formatDuration(intent->slaMs) : sla);
    if (!hasItsTasks)
        body.insert(u"tasks"_s, bodyOf(draft.tasks));
    return domain::createActivityFrom(body);
}

} // namespace hmsact::console
