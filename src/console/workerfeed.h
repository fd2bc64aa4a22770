// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/whenready.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <functional>

namespace hmsact::console {

// All workers, for a page that offers their names: read while it is shown, when something about them has changed, at most every
// two seconds, as each sign of life is a change. Lives in the GUI thread; the client must outlive it.
class WorkerFeed final : public QObject
{
public:
    using Answer = domain::Result<domain::Page<domain::WorkerView>>;

    WorkerFeed(engine::CoreClient &client, std::function<void(const Answer &)> onRead, QObject *parent)
        : QObject(parent), m_client(client), m_onRead(std::move(onRead))
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(2000);
        QObject::connect(&m_pause, &QTimer::timeout, this, &WorkerFeed::askIfWanted);
        QObject::connect(&m_client, &engine::CoreClient::changed, this, [this](const domain::ChangeSet &changes) {
            m_wanted |= changes.workers || changes.overflow;
            askIfWanted();
        });
    }

    void read() // shown or not
    {
        m_wanted = false;
        m_pause.start();
        domain::ListWorkers all;
        all.limit = domain::limits::pageMax;
        whenReady(m_client.ask(all), this, m_onRead);
    }
    void refresh() // at once where it is shown
    {
        m_wanted = true;
        m_pause.stop();
        askIfWanted();
    }
    void setActive(bool active)
    {
        m_active = active;
        askIfWanted();
    }

private:
    void askIfWanted()
    {
        if (m_wanted && m_active && !m_pause.isActive())
            read();
    }

    engine::CoreClient &m_client;
    const std::function<void(const Answer &)> m_onRead;
    QTimer m_pause;
    bool m_active = false;
    bool m_wanted = true;
};

} // namespace hmsact::console
