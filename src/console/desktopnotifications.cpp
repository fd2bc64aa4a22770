// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/desktopnotifications.h"

#include "console/notificationservice.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <optional>

namespace hmsact::console {

static constexpr int answerWithinMs = 5'000;
static constexpr int lastWordMs = 200;

DesktopNotifications::DesktopNotifications(QDBusConnection bus, QObject *parent) : QObject(parent), m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    m_service = new NotificationService(m_bus, this);
    m_service->setTimeout(answerWithinMs);
    connect(m_service, &NotificationService::ActionInvoked, this, &DesktopNotifications::onAction);
    connect(m_service, &NotificationService::NotificationClosed, this, &DesktopNotifications::onClosed);
    auto *watcher = new QDBusServiceWatcher(m_service->service(), m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &DesktopNotifications::forget);
}

DesktopNotifications::~DesktopNotifications()
{
    std::optional<QDBusPendingCall> last;
    if (m_service)
        m_service->setTimeout(lastWordMs);
    for (const Shown &shown : std::as_const(m_shown))
        if (shown.id != 0)
            last = call("CloseNotification", {shown.id});
    if (last)
        last->waitForFinished(); // sent in turn, so the others have arrived as well
}

void DesktopNotifications::forget()
{
    m_asked = Asked::Not;
    for (Shown &shown : m_shown)
        shown.id = 0;
}

QDBusPendingCall DesktopNotifications::call(const char *method, const QVariantList &arguments)
{
    return m_service->asyncCallWithArgumentList(QString::fromLatin1(method), arguments);
}

void DesktopNotifications::askCapabilities()
{
    m_asked = Asked::Waiting;
    auto *watcher = new QDBusPendingCallWatcher(call("GetCapabilities", {}), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_asked = reply.isError() ? Asked::Not : Asked::Answered;
        m_capabilities = reply.isError() ? QStringList() : reply.value();
        if (m_asked != Asked::Answered)
            return; // what is wanted stays known; the next one asks again
        for (const QString &key : m_shown.keys())
            settle(key);
    });
}

void DesktopNotifications::show(const QString &key, const Bubble &bubble)
{
    if (!m_bus.isConnected())
        return;
    Shown &shown = m_shown[key];
    shown.isWanted = true;
    shown.wanted = bubble;
    if (m_asked == Asked::Answered)
        settle(key);
    else if (m_asked == Asked::Not)
        askCapabilities();
}

void DesktopNotifications::withdraw(const QString &key)
{
    const auto it = m_shown.find(key);
    if (it == m_shown.end())
        return;
    it->isWanted = false;
    settle(key);
}

void DesktopNotifications::withdrawAll()
{
    for (const QString &key : m_shown.keys())
        withdraw(key);
}

// Brings what is there to what is wanted, by one call at a time.
void DesktopNotifications::settle(const QString &key)
{
    Shown &shown = m_shown[key];
    if (shown.isBusy)
        return;
    if (shown.isWanted && ((shown.id == 0 && !shown.isClosed) || shown.told != shown.wanted))
        return notify(key, shown);
    if (shown.isWanted)
        return;
    if (shown.id != 0)
        (void)call("CloseNotification", {shown.id});
    m_shown.remove(key);
}

void DesktopNotifications::notify(const QString &key, Shown &shown)
{
    const bool hasActions = m_capabilities.contains(QStringLiteral("actions"));
    const bool hasMarks = m_capabilities.contains(QStringLiteral("body-markup"));
    const Bubble &bubble = shown.wanted;
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue<uchar>(bubble.isUrgent ? 2 : 1)},
                            {QStringLiteral("desktop-entry"), QCoreApplication::applicationName()}};
    shown.isBusy = true;
    shown.isClosed = false;
    shown.told = bubble;
    auto *watcher = new QDBusPendingCallWatcher(
        call("Notify",
             {QStringLiteral("HMS-ACT"), shown.id, QStringLiteral("hms-act-console"), bubble.title,
              hasMarks ? bubble.body.toHtmlEscaped() : bubble.body, hasActions ? bubble.actions : QStringList(), hints, -1}),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        const auto it = m_shown.find(key);
        if (it == m_shown.end())
            return;
        it->isBusy = false;
        it->id = reply.isError() ? 0 : reply.value();
        if (reply.isError())
            it->isWanted = false; // it is in the alert inbox all the same
        settle(key);
    });
}

QString DesktopNotifications::keyOf(uint id) const
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (id != 0 && it->id == id)
            return it.key();
    }
    return {};
}

// Others' notifications are told of, too.
void DesktopNotifications::onAction(uint id, const QString &action)
{
    if (const QString key = keyOf(id); !key.isEmpty())
        emit actionInvoked(key, action);
}

void DesktopNotifications::onClosed(uint id, uint)
{
    if (const QString key = keyOf(id); !key.isEmpty()) {
        m_shown[key].id = 0;
        m_shown[key].isClosed = true;
    }
}

} // namespace hmsact::console
