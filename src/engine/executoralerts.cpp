// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"
#include "engine/escalator.h"
#include "engine/executor.h"

// What people say about alerts.
namespace hmsact::engine {

using namespace domain;

// As it is when nobody else can change it any more: its activity is locked.
static std::optional<Alert> taken(AlertId id, Workspace &workspace, store::AlertStore &alerts)
{
    workspace.flush();
    const auto known = alerts.byId(id);
    return known && workspace.activity(known->activity) ? alerts.byId(id) : std::nullopt;
}

Executor::Answer Executor::run(const AcknowledgeAlert &command, const Actor &actor)
{
    store::AlertStore alerts(m_database);
    auto alert = taken(command.alert, m_workspace, alerts);
    if (!alert)
        return noAlert(command.alert.toString());
    if (alert->acknowledgedAtMs == 0) { // saying it twice changes nothing
        m_workspace.changed(*alert, QLatin1StringView("alert.acknowledged"), actor);
        alerts.acknowledge(command.alert, m_workspace.nowMs(), actor.name);
        Escalator(m_database, m_workspace, m_rules, m_workers).acknowledge(*alert);
        alert = alerts.byId(command.alert);
    }
    return domain::Answer(*alert);
}

Executor::Answer Executor::run(const SnoozeAlert &command, const Actor &actor)
{
    store::AlertStore alerts(m_database);
    const auto known = taken(command.alert, m_workspace, alerts);
    if (!known)
        return noAlert(command.alert.toString());
    const Result<Alert> alert = snoozed(*known, command.forMs, actor.name, m_workspace.nowMs());
    if (!alert)
        return alert.error();
    m_workspace.changed(*alert, QLatin1StringView("alert.snoozed"), actor);
    alerts.snooze(alert->id, alert->snoozedUntilMs, alert->snoozedBy);
    Escalator(m_database, m_workspace, m_rules, m_workers).snooze(*known, alert->snoozedUntilMs);
    m_workspace.noteTimer(alert->snoozedUntilMs);
    m_messagesChanged = true; // what waits to tell of it waits longer
    return domain::Answer(*alert);
}

} // namespace hmsact::engine
