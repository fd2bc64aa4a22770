// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentdraft.h"

#include "domain/duration.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace hmsact::console {

using namespace Qt::StringLiterals;
using domain::Intent;

namespace {

QString typedShare(int ppm) { return QLocale().toString(ppm / 1e4, 'g', 6); }

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

} // namespace

IntentDraft draftOf(const Intent &intent)
{
    return {intent.name,
            intent.title,
            intent.description,
            domain::formatDuration(intent.slaMs),
            typedShare(intent.thresholds.dueSoonPpm),
            typedShare(intent.thresholds.atRiskPpm),
            intent.confirmation,
            draftsOf(intent.tasks)};
}

IntentDraft newIntent()
{
    Intent intent;
    intent.slaMs = 48 * domain::limits::msPerHour;
    return draftOf(intent);
}

domain::Result<Intent> intentOf(const IntentDraft &draft)
{
    QJsonObject body{
        {u"thresholds"_s, QJsonObject{{u"due_soon"_s, shareOf(draft.dueSoon)}, {u"at_risk"_s, shareOf(draft.atRisk)}}},
        {u"confirmation"_s, domain::toString(draft.confirmation)},
        {u"tasks"_s, bodyOf(draft.tasks)}};
    const auto add = [&body](const QString &field, const QString &typed) {
        if (const QString plain = typed.trimmed(); !plain.isEmpty())
            body.insert(field, plain);
    };
    add(u"name"_s, draft.name);
    add(u"sla"_s, draft.sla);
    add(u"title"_s, draft.title);
    add(u"description"_s, draft.description);
    return domain::intentFrom(body);
}

} // namespace hmsact::console
