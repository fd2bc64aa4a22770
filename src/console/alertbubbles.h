// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/desktopnotifications.h"
#include "domain/views.h"

#include <QSet>

#include <map>

namespace hmsact::console {

// Which of the open alerts are told on the desktop: one notification for each task, or activity, that changes with it and goes
// with it; when many come at once one for all of them. What is there when the window opens comes as one, too.
class AlertBubbles final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t atOnceMax = 3; // more come as one

    explicit AlertBubbles(QDBusConnection bus, QObject *parent = nullptr);

    void update(const std::vector<domain::Alert> &open); // all that are open now, newest first
    void clear();

signals:
    void openRequested(const hmsact::domain::Alert &alert);
    void listRequested();
    void acknowledgeRequested(const std::vector<hmsact::domain::AlertId> &alerts);

private:
    using Told = std::vector<domain::Alert>; // of one task, newest first
    void onAction(const QString &key, const QString &action);
    [[nodiscard]] static QString keyOf(const domain::Alert &alert);
    [[nodiscard]] static Bubble bubbleOf(const Told &alerts);
    [[nodiscard]] static Bubble digestOf(const std::map<QString, Told> &many);

    DesktopNotifications m_desktop;
    QSet<qint64> m_known; // ids
    std::map<QString, Told> m_single;
    std::map<QString, Told> m_digest;
};

} // namespace hmsact::console
