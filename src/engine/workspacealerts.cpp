// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/workspace.h"

// The alerts of a transaction: raised here, written with the rest.
namespace hmsact::engine {

using domain::Actor;

domain::AlertId Workspace::raise(const domain::Occurrence &about)
{
    domain::Alert alert;
    alert.id = {ids().next(m_nowMs)};
    alert.kind = domain::toString(about.when);
    alert.activity = about.activity;
    alert.task = about.task;
    alert.cycle = about.cycle;
    alert.raisedAtMs = m_nowMs;
    m_touched.add(alert.id);
    m_newAlerts.push_back(alert);
    return alert.id;
}

void Workspace::changed(const domain::Alert &alert, QLatin1StringView event, const Actor &actor)
{
    domain::JsonWriter detail;
    detail.text(QLatin1StringView("alert_id"), alert.id.toString()).text(QLatin1StringView("kind"), alert.kind);
    detail.textOrNull(QLatin1StringView("task_id"), alert.task.isNull() ? QString() : alert.task.toString());
    detail.number(QLatin1StringView("cycle"), alert.cycle);
    if (event == QLatin1StringView("alert.snoozed"))
        detail.text(QLatin1StringView("until"), domain::formatTime(alert.snoozedUntilMs));
    changed(*activity(alert.activity), {true, event, std::move(detail)}, actor);
    m_touched.add(alert.id);
}

void Workspace::happened(domain::Occurrence what)
{
    what.alert = raise(what);
    m_occurrences.push_back(what);
}

} // namespace hmsact::engine
