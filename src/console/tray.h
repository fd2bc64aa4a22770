// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/alertbubbles.h"
#include "engine/coreclient.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

class QSettings;

namespace hmsact::console {

class AlertWatch;
class MainWindow;

// The open alerts on the desktop, beside the window: an icon in the system tray and notifications. Without a tray, or without a
// notification service, nothing is lost: all of it is in the window. Lives in the GUI thread; everything given must outlive it.
class Tray final : public QObject
{
    Q_OBJECT

public:
    Tray(engine::CoreClient &client, QSettings &settings, MainWindow &window, const QDBusConnection &bus);

private:
    void buildMenu();
    void tell();
    void look(); // once a second: what was switched on or off, and a tray that has gone
    void show();
    void raiseWindow();
    [[nodiscard]] bool tells() const; // notifications are switched on

    engine::CoreClient &m_client;
    QSettings &m_settings;
    MainWindow &m_window;
    AlertWatch &m_watch; // the window's
    AlertBubbles m_bubbles;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_stand = nullptr; // the menu's first line: what the icon shows, in words
    QAction *m_acknowledgeAll = nullptr;
    QTimer m_second;
};

} // namespace hmsact::console
