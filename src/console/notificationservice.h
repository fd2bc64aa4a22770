// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>

namespace hmsact::console {

// The desktop's notification service as D-Bus knows it: org.freedesktop.Notifications 1.2. Its signals are those of the
// service, of all programs' notifications, and are heard also from a service that starts later. Lives in the GUI thread; only
// on a bus that is connected.
class NotificationService final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit NotificationService(const QDBusConnection &bus, QObject *parent = nullptr)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"),
                                 QStringLiteral("/org/freedesktop/Notifications"), "org.freedesktop.Notifications", bus,
                                 parent)
    {
    }

signals: // named as on the bus
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace hmsact::console
