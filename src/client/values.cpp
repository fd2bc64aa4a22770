// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/values.h"

#include "client/jsonreading.h"

#include <algorithm>

namespace hmsact::client {

static QMap<QString, int> skillsOf(const QJsonValue &value)
{
    QMap<QString, int> skills;
    const QJsonObject levels = value.toObject();
    for (auto it = levels.begin(); it != levels.end(); ++it)
        skills.insert(it.key(), it.value().toInt());
    return skills;
}

QJsonObject TaskSpec::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("sla"), sla}};
    if (needs)
        json.insert(QStringLiteral("needs"), QJsonArray::fromStringList(*needs));
    if (optional)
        json.insert(QStringLiteral("optional"), true);
    if (!payload.isEmpty())
        json.insert(QStringLiteral("payload"), payload);
    put(json, QStringLiteral("skill"), skill);
    put(json, QStringLiteral("priority"), priority);
    put(json, QStringLiteral("max_attempts"), maxAttempts);
    put(json, QStringLiteral("review"), review);
    put(json, QStringLiteral("on_failure"), onFailure);
    if (confidenceFloor)
        json.insert(QStringLiteral("confidence_floor"), *confidenceFloor);
    put(json, QStringLiteral("review_pool"), reviewPool);
    put(json, QStringLiteral("cost"), cost);
    put(json, QStringLiteral("skill_level_min"), skillLevelMin);
    put(json, QStringLiteral("wished_skills"), wishedSkills);
    put(json, QStringLiteral("pools"), pools);
    return json;
}

QJsonObject NewActivity::toJson() const
{
    QJsonObject json{{QStringLiteral("citizen_id"), citizenId}, {QStringLiteral("intent"), intent}};
    put(json, QStringLiteral("sla"), sla);
    put(json, QStringLiteral("from_template"), fromTemplate);
    put(json, QStringLiteral("calendar"), calendar);
    put(json, QStringLiteral("priority"), priority);
    if (!metadata.isEmpty())
        json.insert(QStringLiteral("metadata"), metadata);
    if (!tasks.empty()) {
        QJsonArray array;
        for (const TaskSpec &task : tasks)
            array.append(task.toJson());
        json.insert(QStringLiteral("tasks"), array);
    }
    return json;
}

QJsonObject Leave::toJson() const
{
    QJsonObject json{{QStringLiteral("from"), from.toUTC().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("to"), to.toUTC().toString(Qt::ISODateWithMs)}};
    put(json, QStringLiteral("substitute"), substitute);
    return json;
}

QJsonObject WorkerSpec::toJson() const
{
    QJsonObject levels;
    for (auto it = skills.begin(); it != skills.end(); ++it)
        levels.insert(it.key(), it.value() == levelUnsaid ? QJsonValue() : QJsonValue(it.value()));
    const bool saysNone = std::ranges::all_of(skills, [](int level) { return level == levelUnsaid; });
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("skills"), saysNone ? QJsonValue(QJsonArray::fromStringList(skills.keys())) : levels}};
    put(json, QStringLiteral("id"), id);
    put(json, QStringLiteral("kind"), kind);
    put(json, QStringLiteral("channel"), channel);
    put(json, QStringLiteral("capacity"), capacity);
    put(json, QStringLiteral("calendar"), calendar);
    put(json, QStringLiteral("language"), language);
    put(json, QStringLiteral("pools"), pools);
    put(json, QStringLiteral("return_after"), returnAfter);
    if (leave) {
        QJsonArray array;
        for (const Leave &one : *leave)
            array.append(one.toJson());
        json.insert(QStringLiteral("leave"), array);
    }
    return json;
}

Task Task::fromJson(const QJsonObject &json)
{
    Task task;
    task.id = textOf(json, QLatin1String("id"));
    task.activityId = textOf(json, QLatin1String("activity_id"));
    task.name = textOf(json, QLatin1String("name"));
    task.state = textOf(json, QLatin1String("state"));
    task.status = textOf(json, QLatin1String("status"));
    for (const QJsonValue name : json.value(QLatin1String("waiting_for")).toArray())
        task.waitingFor.append(name.toString());
    task.skill = textOf(json, QLatin1String("skill"));
    task.workerId = textOf(json, QLatin1String("worker_id"));
    task.slaState = textOf(json, QLatin1String("sla_state"));
    task.dueAt = timeOf(json, QLatin1String("due_at"));
    task.attempt = json.value(QLatin1String("attempt")).toInt();
    task.json = json;
    return task;
}

Activity Activity::fromJson(const QJsonObject &json)
{
    Activity activity;
    activity.id = textOf(json, QLatin1String("id"));
    activity.citizenId = textOf(json, QLatin1String("citizen_id"));
    activity.intent = textOf(json, QLatin1String("intent"));
    activity.state = textOf(json, QLatin1String("state"));
    activity.slaState = textOf(json, QLatin1String("sla_state"));
    activity.dueAt = timeOf(json, QLatin1String("due_at"));
    for (const QJsonValue task : json.value(QLatin1String("tasks")).toArray())
        activity.tasks.push_back(Task::fromJson(task.toObject()));
    activity.json = json;
    return activity;
}

Worker Worker::fromJson(const QJsonObject &json)
{
    return {textOf(json, QLatin1String("id")), textOf(json, QLatin1String("name")), textOf(json, QLatin1String("kind")),
            skillsOf(json.value(QLatin1String("skills"))), json};
}

Lease Lease::fromJson(const QJsonObject &json)
{
    Lease lease;
    lease.taskId = textOf(json, QLatin1String("task_id"));
    lease.activityId = textOf(json, QLatin1String("activity_id"));
    lease.name = textOf(json, QLatin1String("name"));
    lease.skill = json.value(QLatin1String("skill")).toString(lease.name);
    lease.payload = json.value(QLatin1String("payload")).toObject();
    lease.leaseToken = json.value(QLatin1String("lease_token")).toInteger();
    lease.leaseExpiresAt = timeOf(json, QLatin1String("lease_expires_at"));
    lease.attempt = json.value(QLatin1String("attempt")).toInt(1);
    lease.dueAt = timeOf(json, QLatin1String("due_at"));
    lease.json = json;
    return lease;
}

} // namespace hmsact::client
