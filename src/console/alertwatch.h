// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/trayface.h"
#include "domain/query.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <set>

namespace hmsact::console {

// The open alerts, and whether anybody looks at the timers: read once for all that show them, the window's status bar and the
// tray. Lives in the GUI thread; the client must outlive it.
class AlertWatch final : public QObject
{
    Q_OBJECT

public:
    explicit AlertWatch(engine::CoreClient &client, QObject *parent = nullptr);

    [[nodiscard]] const TrayFace &face() const { return m_face; }
    [[nodiscard]] const std::vector<domain::Alert> &open() const { return m_open; } // of the last answer, newest first
    [[nodiscard]] int unseen() const; // of them, raised or no longer put off since somebody last looked
    void seeAll(); // somebody has looked
    void setOpenCount(qint64 count); // of all, also of those that have no room in open()
    void acknowledge(const std::vector<domain::AlertId> &alerts);

signals:
    void alertsRead();
    void faceChanged();

private:
    void read();
    void take(std::vector<domain::Alert> open);
    void look(); // once a second: what the clock changes

    engine::CoreClient &m_client;
    TrayFace m_face;
    std::vector<domain::Alert> m_open;
    qint64 m_openCount = 0;
    std::optional<std::set<domain::AlertId>> m_seen; // of those that are open; nothing: none was read yet
    QTimer m_pause; // at most once a second
    QTimer m_second;
    bool m_asking = false;
    bool m_wanted = true;
};

} // namespace hmsact::console
