// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/alertbubbles.h"
#include "console/trayface.h"
#include "engine/coreclient.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

class QSettings;

namespace hmsact::console {

class MainWindow;

// The open alerts on the desktop, beside the window: an icon in the system tray and notifications. Without a tray, or without a
// notification service, nothing is lost: all of it is in the window. Lives in the GUI thread; everything given must outlive it.
class Tray final : public QObject
{
    Q_OBJECT

public:
    Tray(engine::CoreClient &client, QSettings &settings, MainWindow &window, const QDBusConnection &bus);

    [[nodiscard]] const TrayFace &face() const { return m_face; }

private:
    void buildMenu();
    void read();
    void take(const std::vector<domain::Alert> &open);
    void acknowledge(const std::vector<domain::AlertId> &alerts);
    void look(); // once a second
    void show(const TrayFace &face);
    void raiseWindow();
    [[nodiscard]] bool tells() const; // notifications are switched on

    engine::CoreClient &m_client;
    QSettings &m_settings;
    MainWindow &m_window;
    AlertBubbles m_bubbles;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_stand = nullptr; // the menu's first line: what the icon shows, in words
    QAction *m_acknowledgeAll = nullptr;
    TrayFace m_face;
    std::vector<domain::Alert> m_open; // of the last answer
    QTimer m_pause; // at most once a second
    QTimer m_second;
    bool m_asking = false;
    bool m_wanted = false;
};

} // namespace hmsact::console
