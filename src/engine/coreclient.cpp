// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/coreclient.h"

namespace hmsact::engine {

CoreClient::CoreClient(Core &core, domain::Actor actor, QObject *parent)
    : QObject(parent), m_core(core), m_actor(std::move(actor)), m_relay(std::make_shared<Relay>())
{
    m_relay->target = this;
    m_subscription = m_core.subscribe([this, relay = m_relay](const domain::ChangeSet &changes) {
        relay->post([this, changes] { emit changed(changes); });
    });
}

CoreClient::~CoreClient()
{
    m_subscription.reset();
    const std::lock_guard lock(m_relay->mutex);
    m_relay->target = nullptr;
}

void CoreClient::speakFor(const domain::WorkerId &worker)
{
    Q_ASSERT(m_actor.actsForAnyone());
    if (m_actor.worker == worker)
        return;
    m_actor.worker = worker;
    emit actorChanged();
}

void CoreClient::Relay::post(std::function<void()> call)
{
    const std::lock_guard lock(mutex);
    if (target)
        QMetaObject::invokeMethod(target, std::move(call), Qt::QueuedConnection);
}

} // namespace hmsact::engine
