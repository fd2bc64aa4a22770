// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QMap>
#include <QObject>
#include <QStringList>

class QDBusPendingCall;

namespace hmsact::console {

class NotificationService;

struct Bubble { // what a desktop notification says
    QString title;
    QString body; // plain text: it is escaped where the service reads marks
    bool isUrgent = false;
    QStringList actions; // "open", "Open", …: names and words in turn; left out where the service has none
    bool operator==(const Bubble &) const = default;
};

// Notifications of the desktop by org.freedesktop.Notifications 1.2 on `bus`: one for each key, replaced when it is shown anew.
// Never waits: a service that is missing or hangs costs nothing but the notification, and one that comes back is asked again.
// At most one call for a key is under way; what is wanted meanwhile is said after it. Lives in the GUI thread.
class DesktopNotifications final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifications(QDBusConnection bus, QObject *parent = nullptr);
    ~DesktopNotifications()
        override; // takes along what it has shown: nobody would answer it. Waits a fifth of a second for that

    void show(const QString &key, const Bubble &bubble);
    void withdraw(const QString &key);
    void withdrawAll();

signals:
    void actionInvoked(const QString &key, const QString &action); // "default": the notification itself

private:
    struct Shown {
        uint id = 0; // of the service; 0: not there
        bool isWanted = false;
        bool isBusy = false; // a call is under way
        bool isClosed = false; // by a person, or its time was over: not shown again unless it says something else
        Bubble wanted;
        Bubble told; // with `id`
    };
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);
    void askCapabilities();
    void settle(const QString &key);
    void notify(const QString &key, Shown &shown);
    [[nodiscard]] QString keyOf(uint id) const;
    [[nodiscard]] QDBusPendingCall call(const char *method, const QVariantList &arguments);
    void forget(); // another service has other ids

    QDBusConnection m_bus;
    NotificationService *m_service = nullptr; // none on a bus that is not connected
    QMap<QString, Shown> m_shown; // in the order of their keys, not of a hash
    QStringList m_capabilities;
    enum class Asked { Not, Waiting, Answered } m_asked = Asked::Not;
};

} // namespace hmsact::console
