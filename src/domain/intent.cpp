// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/intent.h"

#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/jsonlimits.h"
#include "domain/needs.h"
#include "domain/objectreader.h"
#include "domain/pathname.h"
#include "domain/taskspecs.h"

#include <QCoreApplication>

namespace hmsact::domain {

static Thresholds readThresholds(ObjectReader &reader)
{
    Thresholds thresholds;
    const std::optional<QJsonObject> said = reader.object("thresholds");
    if (!said) {
        return thresholds;
    }
    ObjectReader shares(*said, reader.pointer("thresholds"), reader.errors());
    thresholds.dueSoonPpm = shares.fraction("due_soon").value_or(thresholds.dueSoonPpm);
    thresholds.atRiskPpm = shares.fraction("at_risk").value_or(thresholds.atRiskPpm);
    shares.finish();
    constexpr int allPpm = 1'000'000;
    if (thresholds.dueSoonPpm <= 0 || thresholds.dueSoonPpm >= allPpm) {
        reader.errors().add(shares.pointer("due_soon"), QT_TRANSLATE_NOOP("Error", "must be more than 0 and less than 1"));
    }
    if (thresholds.atRiskPpm <= 0 || thresholds.atRiskPpm >= allPpm) {
        reader.errors().add(shares.pointer("at_risk"), QT_TRANSLATE_NOOP("Error", "must be more than 0 and less than 1"));
    } else if (thresholds.atRiskPpm <= thresholds.dueSoonPpm) {
        reader.errors().add(shares.pointer("at_risk"), QT_TRANSLATE_NOOP("Error", "must be more than due_soon"));
    }
    return thresholds;
}

static QJsonArray tasksOf(const Intent &intent)
{
    return arrayOf(intent.tasks, [](const TaskSpec &spec) { return toJson(spec); });
}

// As when an activity is made from it, whose calendar is not known yet.
static void checkTasks(const Intent &intent, FieldErrors &errors)
{
    IdSource ids(0);
    if (const auto planned = planTasks(Activity(), intent.tasks, {}, ids, 0); !planned) {
        errors.add(planned.error());
    }
    checkJson(errors, QStringLiteral("/tasks"), tasksOf(intent));
}

Result<Intent> intentFrom(const QJsonObject &body, const QString &name)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    Intent intent;
    intent.name = readPathName(reader, name, limits::intentMax);
    intent.title = reader.text("title", limits::nameMax).value_or(intent.name);
    intent.description = reader.prose("description", limits::descriptionMax).value_or(QString());
    reader.require("sla");
    intent.slaMs = reader.duration("sla").value_or(0);
    intent.tasks = readTaskSpecs(reader);
    intent.thresholds = readThresholds(reader);
    intent.confirmation = reader.oneOf("confirmation", confirmationFrom).value_or(Confirmation::Code);
    reader.finish(toJson(Intent{}));
    if (errors.isEmpty()) {
        checkTasks(intent, errors);
    }
    return errors.isEmpty() ? Result(std::move(intent)) : Result<Intent>(errors.error());
}

QJsonObject toJson(const Thresholds &thresholds)
{
    return {
        {QStringLiteral("due_soon"), fractionOrNull(thresholds.dueSoonPpm)},
        {QStringLiteral("at_risk"), fractionOrNull(thresholds.atRiskPpm)},
    };
}

QJsonObject bodyOf(const Intent &intent)
{
    return {
        {QStringLiteral("name"), intent.name},
        {QStringLiteral("title"), intent.title},
        {QStringLiteral("description"), textOrNull(intent.description)},
        {QStringLiteral("sla"), formatDuration(intent.slaMs)},
        {QStringLiteral("tasks"), tasksOf(intent)},
        {QStringLiteral("thresholds"), toJson(intent.thresholds)},
        {QStringLiteral("confirmation"), toString(intent.confirmation)},
    };
}

QJsonObject toJson(const Intent &intent)
{
    QJsonObject json = bodyOf(intent);
    json[QLatin1StringView("version")] = intent.version;
    json[QLatin1StringView("updated_at")] = timeOrNull(intent.updatedAtMs);
    return json;
}

} // namespace hmsact::domain
