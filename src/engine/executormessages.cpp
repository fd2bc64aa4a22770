// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"
#include "engine/executor.h"
#include "engine/linkviews.h"
#include "store/linkstore.h"
#include "store/outboxstore.h"

#include <QCoreApplication>

// The commands about messages: of whoever delivers them, and of people.
namespace hmsact::engine {

using namespace domain;

// What lets the worker answer goes along with this try, and is written down nowhere.
void Executor::seal(Parcels &parcels)
{
    const store::LinkStore links(m_database);
    const QByteArray key = links.key();
    const auto sealed = [&](Notification &notification) -> Parcel::Seal {
        const auto known = LinkId::fromString(notification.facts.value(QLatin1StringView("link")).toString());
        const auto link = known ? links.byId(*known) : std::nullopt;
        if (!link)
            return {};
        const std::vector<Activity> activity = store::ActivityStore(m_database).byIds({link->activity.value});
        const QString zone = timeZoneFor(m_workers.find(link->worker), activity.empty() ? nullptr : &activity.front(),
                                         store::CalendarStore(m_database));
        if (!zone.isEmpty())
            notification.facts.insert(QStringLiteral("time_zone"), zone);
        return {signedText(key, *link), link->confirmation == Confirmation::Code ? codeOf(key, *link) : QString()};
    };
    for (Parcel &parcel : parcels.items) {
        parcel.seals.push_back(sealed(parcel.notification));
        int linked = 1;
        for (size_t i = 0; i < parcel.others.size() && linked < limits::digestListedMax; ++i) {
            parcel.seals.push_back(sealed(parcel.others[i]));
            linked += parcel.seals.back().signedLink.isEmpty() ? 0 : 1;
        }
    }
}

Executor::Answer Executor::run(const TakeNotifications &command, const Actor &)
{
    m_workspace.flush(); // what the batch has caused may go at once
    Parcels parcels = store::OutboxStore(m_database).take(command, m_workspace.nowMs());
    m_messagesChanged |= parcels.withdrawn;
    seal(parcels);
    return domain::Answer(std::move(parcels));
}

Executor::Answer Executor::run(const SettleNotifications &command, const Actor &)
{
    store::OutboxStore outbox(m_database);
    for (const SettleNotifications::Outcome &outcome : command.outcomes)
        m_messagesChanged |= outbox.settle(outcome, command.realNowMs);
    return domain::Answer(Done{});
}

Executor::Answer Executor::run(const ResendNotification &command, const Actor &actor)
{
    m_workspace.flush();
    store::OutboxStore outbox(m_database);
    std::optional<Notification> notification = outbox.byId(command.id);
    if (notification && !notification->carrier.isNull()) // it goes with what it came with
        notification = outbox.byId(notification->carrier);
    if (!notification)
        return noMessage(command.id.toString());
    if (notification->state != NotificationState::Dead)
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "message %1 is %2: only what was given up is sent again"),
                         {command.id.toString(), toString(notification->state)});
    outbox.resend(notification->id);
    m_workspace.recordForInstallation(
        QStringLiteral("message.resent"),
        {{QStringLiteral("id"), command.id.toString()}, {QStringLiteral("to"), notification->address}}, actor);
    m_messagesChanged = true;
    return domain::Answer(*outbox.byId(command.id));
}

Executor::Answer Executor::run(const SendTest &command, const Actor &actor)
{
    if (!isChannel(command.to))
        return invalidField(QStringLiteral("/to"),
                            QT_TRANSLATE_NOOP("Error", "must be an address like email:ann@county.gov"));
    Notification notification;
    notification.kind = NotificationKind::Test;
    notification.address = command.to;
    const NotificationId id = m_workspace.send(std::move(notification));
    m_workspace.recordForInstallation(QStringLiteral("message.tested"),
                                      {{QStringLiteral("id"), id.toString()}, {QStringLiteral("to"), command.to}}, actor);
    m_workspace.flush();
    return domain::Answer(*store::OutboxStore(m_database).byId(id));
}

} // namespace hmsact::engine
