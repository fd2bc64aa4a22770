// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/tray.h"

#include "console/alertwatch.h"
#include "console/mainwindow.h"

#include <QSettings>

namespace hmsact::console {

using namespace domain;

Tray::Tray(engine::CoreClient &client, QSettings &settings, MainWindow &window, const QDBusConnection &bus)
    : m_client(client), m_settings(settings), m_window(window), m_watch(window.alertWatch()), m_bubbles(bus)
{
    buildMenu();
    m_icon.setObjectName(QStringLiteral("trayIcon"));
    m_icon.setContextMenu(&m_menu);
    show();
    tell();
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
    connect(&m_bubbles, &AlertBubbles::acknowledgeRequested, &m_watch, &AlertWatch::acknowledge);
    connect(&m_watch, &AlertWatch::alertsRead, this, &Tray::tell);
    connect(&m_watch, &AlertWatch::faceChanged, this, &Tray::show);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &Tray::look);
    m_second.start();
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
    QAction *quit = m_menu.addAction(tr("&Quit"), this, [this] {
        if (!m_window.quit())
            raiseWindow(); // it asks something first
    });
    quit->setObjectName(QStringLiteral("trayQuitAction"));
}

void Tray::raiseWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

bool Tray::tells() const { return m_settings.value(QStringLiteral("ui/notifications"), true).toBool(); }

void Tray::tell()
{
    if (tells())
        m_bubbles.update(m_watch.open());
}

void Tray::look()
{
    if (!tells())
        m_bubbles.clear();
    if (m_window.isHidden() && m_window.wasShown() && !QSystemTrayIcon::isSystemTrayAvailable())
        raiseWindow(); // the tray has gone, and with it the way back
}

void Tray::show()
{
    const TrayFace &face = m_watch.face();
    m_icon.setIcon(trayIcon(face));
    m_icon.setToolTip(trayText(face));
    m_stand->setText(standText(face).replace(u'&', QStringLiteral("&&")));
    m_acknowledgeAll->setEnabled(face.alerts > 0 && m_client.actor().actsForAnyone());
}

} // namespace hmsact::console
