// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/tray.h"

#include "console/alertmodel.h"
#include "console/mainwindow.h"
#include "console/whenready.h"

#include <QSettings>

#include <algorithm>

namespace hmsact::console {

using namespace domain;

Tray::Tray(engine::CoreClient &client, QSettings &settings, MainWindow &window, const QDBusConnection &bus)
    : m_client(client), m_settings(settings), m_window(window), m_bubbles(bus)
{
    buildMenu();
    m_icon.setObjectName(QStringLiteral("trayIcon"));
    m_icon.setContextMenu(&m_menu);
    show(m_face);
    m_icon.show(); // by itself when there is a tray, now or later
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            raiseWindow();
    });
    connect(&m_bubbles, &AlertBubbles::openRequested, this, [this](const Alert &alert) {
        raiseWindow();
        m_window.openActivity(alert.activity, alert.taskName);
    });
    connect(&m_bubbles, &AlertBubbles::listRequested, this, [this] {
        raiseWindow();
        m_window.openAlerts();
    });
    connect(&m_bubbles, &AlertBubbles::acknowledgeRequested, this, &Tray::acknowledge);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        const bool concerns = !changes.alerts.empty() || !changes.tasks.empty() || !changes.activities.empty()
            || changes.overflow || changes.health;
        m_wanted |= concerns;
        if (concerns && !m_pause.isActive())
            m_pause.start();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(1000);
    connect(&m_pause, &QTimer::timeout, this, &Tray::read);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &Tray::look);
    m_second.start();
    m_wanted = true;
    read();
}

void Tray::buildMenu()
{
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    m_stand = m_menu.addAction(QString());
    m_stand->setObjectName(QStringLiteral("standAction"));
    m_stand->setEnabled(false);
    m_menu.addSeparator();
    m_menu.addAction(tr("&Open the console"), this, &Tray::raiseWindow);
    m_menu.addAction(tr("Show &alerts"), this, [this] {
        raiseWindow();
        m_window.openAlerts();
    });
    m_acknowledgeAll = m_menu.addAction(tr("A&cknowledge all…"), this, [this] {
        raiseWindow();
        m_window.acknowledgeAlerts();
    });
    m_acknowledgeAll->setObjectName(QStringLiteral("acknowledgeAllAction"));
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), &m_window, &MainWindow::quit);
}

void Tray::raiseWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

bool Tray::tells() const { return m_settings.value(QStringLiteral("ui/notifications"), true).toBool(); }

void Tray::read()
{
    if (m_asking || !m_wanted)
        return;
    m_asking = true;
    m_wanted = false;
    whenReady(m_client.ask(ListAlerts{true, limits::pageMax, {}}), this, [this](Result<domain::Page<Alert>> page) {
        m_asking = false;
        if (page)
            take(page->items);
        if (m_wanted && !m_pause.isActive())
            m_pause.start();
    });
}

void Tray::take(const std::vector<Alert> &open)
{
    m_open = open;
    if (tells())
        m_bubbles.update(m_open);
    look();
}

// What the clock changes: whether anybody looks at the timers, and what was switched on or off meanwhile.
void Tray::look()
{
    if (!tells())
        m_bubbles.clear();
    const auto worst = std::ranges::max_element(m_open, {}, [](const Alert &alert) {
        const SlaState state = alertSlaState(alert);
        return state == SlaState::Breached ? 2 : state == SlaState::AtRisk ? 1 : 0;
    });
    show({qint64(m_open.size()), worst == m_open.end() ? SlaState::OnTrack : alertSlaState(*worst),
          !m_client.health().connected || m_client.silentMs() > limits::engineSilentMs});
    if (m_window.isHidden() && m_window.wasShown() && !QSystemTrayIcon::isSystemTrayAvailable())
        raiseWindow(); // the tray has gone, and with it the way back
}

void Tray::show(const TrayFace &face)
{
    if (m_icon.icon().isNull() || face != m_face)
        m_icon.setIcon(trayIcon(face));
    m_face = face;
    m_icon.setToolTip(trayText(face));
    m_stand->setText(standText(face).replace(u'&', QStringLiteral("&&")));
    m_acknowledgeAll->setEnabled(face.alerts > 0 && m_client.actor().actsForAnyone());
}

void Tray::acknowledge(const std::vector<AlertId> &alerts)
{
    for (const AlertId id : alerts)
        whenReady(m_client.send(AcknowledgeAlert{id}), this, [this](const Result<Alert> &alert) {
            if (!alert)
                m_wanted = true; // it is still open, and shown so
            read();
        });
}

} // namespace hmsact::console
