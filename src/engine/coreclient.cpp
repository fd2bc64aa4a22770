// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/coreclient.h"

#include <QCoreApplication>

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
    if (!target)
        return;
    calls.push_back(std::move(call));
    QCoreApplication::postEvent(target, new QEvent(QEvent::User));
}

std::function<void()> CoreClient::Relay::take()
{
    const std::lock_guard lock(mutex);
    std::function<void()> call = std::move(calls.front());
    calls.pop_front();
    return call;
}

void CoreClient::customEvent(QEvent *)
{
    const auto call = m_relay->take();
    call();
}

} // namespace hmsact::engine
