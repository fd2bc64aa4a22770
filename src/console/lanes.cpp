// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/lanes.h"

#include "console/escalationtext.h"
#include "console/eventtext.h"
#include "domain/sla.h"

#include <QHash>
#include <QJsonDocument>

namespace hmsact::console {

using domain::Event;
using domain::TaskState;

namespace {

using Kind = LaneMark::Kind;

std::optional<Kind> kindOf(const Event &event)
{
    static const QHash<QString, Kind> kinds{
        {QStringLiteral("task.sla_breached"), Kind::Breach}, {QStringLiteral("activity.sla_breached"), Kind::Breach},
        {QStringLiteral("task.escalated"), Kind::Firing},    {QStringLiteral("activity.escalated"), Kind::Firing},
        {QStringLiteral("task.completed"), Kind::Ended},     {QStringLiteral("task.skipped"), Kind::Ended},
        {QStringLiteral("task.cancelled"), Kind::Ended},     {QStringLiteral("task.approved"), Kind::Ended},
        {QStringLiteral("task.declined"), Kind::Ended},      {QStringLiteral("task.option_lapsed"), Kind::Ended},
        {QStringLiteral("activity.completed"), Kind::Ended}, {QStringLiteral("activity.cancelled"), Kind::Ended},
        {QStringLiteral("task.failed"), Kind::Failed},       {QStringLiteral("activity.failed"), Kind::Failed},
    };
    const auto found = kinds.constFind(event.kind);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

void addPause(Lane &lane, const Event &event, const QJsonObject &detail)
{
    const auto stateIn = [&](const char *which) {
        return detail.value(QLatin1String(which)).toObject().value(QLatin1String("state")).toString();
    };
    const QString onHold = domain::toString(TaskState::OnHold);
    if (stateIn("after") == onHold && stateIn("before") != onHold)
        lane.pauses.push_back({event.atMs, 0});
    else if (stateIn("before") == onHold && stateIn("after") != onHold && !lane.pauses.empty())
        lane.pauses.back().toMs = event.atMs;
}

void add(Lane &lane, const Event &event)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    if (event.kind.startsWith(QLatin1String("task.")))
        addPause(lane, event, detail);
    const std::optional<Kind> kind = kindOf(event);
    if (!kind)
        return;
    const QString words = *kind == Kind::Firing ? firingText(detail.value(QLatin1String("rule")).toString(), detail)
                                                : eventText(event, lane.name);
    lane.marks.push_back({*kind, event.atMs, words});
}

} // namespace

std::vector<Lane> lanesOf(const domain::ActivityView &view, const std::vector<Event> &events, qint64 nowMs)
{
    std::vector<Lane> lanes;
    QHash<domain::TaskId, size_t> places;
    const domain::Activity &activity = view.activity;
    lanes.push_back({{},
                     activity.intent,
                     activity.createdAtMs,
                     activity.dueAtMs,
                     activity.endedAtMs,
                     domain::slaState(activity, nowMs),
                     {},
                     {}});
    for (const domain::TaskView &one : view.tasks) {
        const domain::Task &task = one.task;
        places.insert(task.id, lanes.size());
        lanes.push_back(
            {task.id, task.name, task.slaStartedAtMs, task.dueAtMs, task.endedAtMs, domain::slaState(task, nowMs), {}, {}});
    }
    for (const Event &event : events) {
        if (event.task.isNull())
            add(lanes.front(), event);
        else if (const auto place = places.constFind(event.task); place != places.cend())
            add(lanes[*place], event);
    }
    return lanes;
}

} // namespace hmsact::console
