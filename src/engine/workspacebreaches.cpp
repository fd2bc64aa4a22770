// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/lateness.h"
#include "domain/sla.h"
#include "domain/transition.h"
#include "engine/workspace.h"

// What is late is breached, whoever sees it first: the timers, or who ends it on another core, or on a hand.
namespace hmsact::engine {

using domain::Activity;
using domain::Actor;
using domain::Task;

template <class T>
static bool isUnseen(const T &row, qint64 nowMs)
{
    return row.breachedAtMs == 0 && domain::slaState(row, nowMs) == domain::SlaState::Breached;
}

bool Workspace::noteBreach(Task &task, qint64 madeLateAtMs)
{
    if (!isUnseen(task, m_nowMs))
        return false;
    happened(domain::breachOf(task, madeLateAtMs));
    const Task before = task;
    changed(task, before, domain::breach(task, m_nowMs), Actor::engine());
    return true;
}

bool Workspace::noteBreach(Activity &activity, qint64 madeLateAtMs)
{
    if (!isUnseen(activity, m_nowMs) || domain::waitsForAChoice(activity))
        return false;
    activity.breachedAtMs = m_nowMs;
    domain::Change change{true, QLatin1StringView("activity.sla_breached"), {}};
    change.detail.time(QLatin1StringView("due_at"), activity.dueAtMs);
    changed(activity, change, Actor::engine());
    happened(domain::breachOf(activity, madeLateAtMs));
    return true;
}

} // namespace hmsact::engine
