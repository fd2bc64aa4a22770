// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/setupvalues.h"

#include "client/jsonreading.h"

namespace hmsact::client {

QJsonObject IntentSpec::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("sla"), sla}};
    put(json, QStringLiteral("title"), title);
    put(json, QStringLiteral("description"), description);
    put(json, QStringLiteral("confirmation"), confirmation);
    if (!tasks.empty()) {
        QJsonArray array;
        for (const TaskSpec &task : tasks)
            array.append(task.toJson());
        json.insert(QStringLiteral("tasks"), array);
    }
    QJsonObject thresholds;
    if (dueSoon)
        thresholds.insert(QStringLiteral("due_soon"), *dueSoon);
    if (atRisk)
        thresholds.insert(QStringLiteral("at_risk"), *atRisk);
    if (!thresholds.isEmpty())
        json.insert(QStringLiteral("thresholds"), thresholds);
    return json;
}

QJsonObject CalendarSpec::toJson() const
{
    QJsonObject week;
    for (auto day = hours.begin(); day != hours.end(); ++day)
        week.insert(day.key(), QJsonArray::fromStringList(day.value()));
    QJsonObject json{{QStringLiteral("time_zone"), timeZone}, {QStringLiteral("hours"), week}};
    QJsonArray off;
    for (auto day = holidays.begin(); day != holidays.end(); ++day)
        off.append(QJsonObject{{QStringLiteral("date"), day.key()}, {QStringLiteral("name"), day.value()}});
    if (!off.isEmpty())
        json.insert(QStringLiteral("holidays"), off);
    return json;
}

} // namespace hmsact::client
