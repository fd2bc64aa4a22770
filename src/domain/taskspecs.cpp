// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/taskspecs.h"

#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/readlist.h"

#include <QJsonArray>

namespace hmsact::domain {

static TaskSpec readSpec(ObjectReader &reader)
{
    TaskSpec spec;
    reader.require("name");
    reader.require("sla");
    spec.name = reader.text("name", limits::nameMax).value_or(QString());
    spec.slaMs = reader.duration("sla").value_or(0);
    spec.skill = reader.text("skill", limits::skillMax).value_or(QString());
    spec.needs = reader.texts("needs", limits::needsPerTaskMax, limits::nameMax);
    spec.optional = reader.boolean("optional").value_or(false);
    spec.payload = reader.object("payload").value_or(QJsonObject());
    if (const std::optional<qint64> priority = reader.integer("priority", 0, 9)) {
        spec.priority = int(*priority);
    }
    spec.maxAttempts = int(reader.integer("max_attempts", 1, limits::attemptsMax).value_or(limits::attemptsDefault));
    spec.review = reader.oneOf("review", reviewFrom).value_or(Review::None);
    spec.onFailure = reader.oneOf("on_failure", onFailureFrom).value_or(OnFailure::Block);
    spec.confidenceFloorPpm = reader.fraction("confidence_floor").value_or(0);
    spec.reviewPool = reader.text("review_pool", limits::nameMax).value_or(QString());
    spec.cost = int(reader.integer("cost", 1, limits::capacityMax).value_or(spec.cost));
    spec.wishes.levelMin = int(reader.integer("skill_level_min", 1, skillLevelMax).value_or(spec.wishes.levelMin));
    spec.wishes.skills = reader.texts("wished_skills", limits::wishedSkillsMax, limits::skillMax).value_or(QStringList());
    spec.wishes.pools = reader.texts("pools", limits::poolsPerTaskMax, limits::nameMax).value_or(QStringList());
    reader.finish();
    return spec;
}

std::vector<TaskSpec> readTaskSpecs(ObjectReader &reader)
{
    return readList(reader, "tasks", limits::tasksPerCallMax, readSpec);
}

void nameTasks(Error &error, const QJsonObject &request)
{
    const QJsonArray tasks = request.value(QLatin1StringView("tasks")).toArray();
    for (FieldError &field : error.fields) {
        const QStringList parts = field.pointer.split(u'/'); // "", "tasks", "2", "sla"
        if (parts.size() > 2 && parts[1] == QLatin1StringView("tasks")) {
            field.task = tasks.at(parts[2].toInt()).toObject().value(QLatin1StringView("name")).toString();
        }
    }
}

QJsonObject toJson(const TaskSpec &spec)
{
    QJsonObject json{
        {QStringLiteral("name"), spec.name},
        {QStringLiteral("sla"), formatDuration(spec.slaMs)},
        {QStringLiteral("optional"), spec.optional},
        {QStringLiteral("payload"), spec.payload},
        {QStringLiteral("max_attempts"), spec.maxAttempts},
        {QStringLiteral("review"), toString(spec.review)},
        {QStringLiteral("on_failure"), toString(spec.onFailure)},
        {QStringLiteral("cost"), spec.cost},
        {QStringLiteral("skill_level_min"), spec.wishes.levelMin},
        {QStringLiteral("wished_skills"), arrayOf(spec.wishes.skills)},
        {QStringLiteral("pools"), arrayOf(spec.wishes.pools)},
    };
    const auto add = [&json](QLatin1StringView name, const QString &text) {
        if (!text.isEmpty()) {
            json[name] = text;
        }
    };
    add(QLatin1StringView("skill"), spec.skill);
    if (spec.confidenceFloorPpm > 0) {
        json[QLatin1StringView("confidence_floor")] = fractionOrNull(spec.confidenceFloorPpm);
    }
    add(QLatin1StringView("review_pool"), spec.reviewPool);
    if (spec.needs) {
        json[QLatin1StringView("needs")] = arrayOf(*spec.needs);
    }
    if (spec.priority) {
        json[QLatin1StringView("priority")] = *spec.priority;
    }
    return json;
}

} // namespace hmsact::domain
