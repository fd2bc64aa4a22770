// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertwatch.h"

#include "console/alertmodel.h"
#include "console/whenready.h"

#include <algorithm>

namespace hmsact::console {

using namespace domain;

AlertWatch::AlertWatch(engine::CoreClient &client, QObject *parent) : QObject(parent), m_client(client)
{
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        const bool concerns = !changes.alerts.empty() || !changes.tasks.empty() || !changes.activities.empty()
            || changes.overflow || changes.health;
        m_wanted |= concerns;
        if (concerns && !m_pause.isActive())
            m_pause.start();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(1000);
    connect(&m_pause, &QTimer::timeout, this, &AlertWatch::read);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &AlertWatch::look);
    m_second.start();
    read();
}

void AlertWatch::read()
{
    if (m_asking || !m_wanted)
        return;
    m_asking = true;
    m_wanted = false;
    whenReady(m_client.ask(ListAlerts{true, limits::pageMax, {}}), this, [this](Result<domain::Page<Alert>> page) {
        m_asking = false;
        if (page) {
            take(std::move(page->items));
        }
        if (m_wanted && !m_pause.isActive())
            m_pause.start();
    });
}

void AlertWatch::take(std::vector<Alert> open)
{
    const std::vector<Alert> before = std::exchange(m_open, std::move(open));
    if (!m_seen)
        seeAll();
    std::set<AlertId> seen;
    for (const Alert &alert : m_open) {
        const bool isFromBehind = before.size() >= limits::pageMax && alert.id.value < before.back().id.value;
        if (m_seen->contains(alert.id) || isFromBehind) // there was no room for it on the page
            seen.insert(alert.id);
    }
    m_seen = std::move(seen);
    emit alertsRead();
    look();
}

int AlertWatch::unseen() const { return m_seen ? static_cast<int>(m_open.size()) - static_cast<int>(m_seen->size()) : 0; }

void AlertWatch::seeAll()
{
    m_seen.emplace();
    for (const Alert &alert : m_open)
        m_seen->insert(alert.id);
}

void AlertWatch::setOpenCount(qint64 count)
{
    m_openCount = count;
    look();
}

void AlertWatch::look()
{
    const qint64 read = qint64(m_open.size());
    const auto worst = std::ranges::max_element(m_open, {}, [](const Alert &alert) {
        const SlaState state = alertSlaState(alert);
        return state == SlaState::Breached ? 2 : state == SlaState::AtRisk ? 1 : 0;
    });
    const TrayFace face{read < limits::pageMax ? read : std::max(read, m_openCount),
                        worst == m_open.end() ? SlaState::OnTrack : alertSlaState(*worst),
                        !m_client.health().connected || m_client.silentMs() > limits::engineSilentMs};
    if (face == m_face)
        return;
    m_face = face;
    emit faceChanged();
}

void AlertWatch::acknowledge(const std::vector<AlertId> &alerts)
{
    for (const AlertId id : alerts)
        whenReady(m_client.send(AcknowledgeAlert{id}), this, [this](const Result<Alert> &alert) {
            if (!alert)
                m_wanted = true; // it is still open, and shown so
            read();
        });
}

} // namespace hmsact::console
