// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outboxstore.h"

#include "store/columns.h"

#include <QHash>

namespace hmsact::store {

using domain::Channel;
using domain::Notification;
using domain::NotificationState;

Notification OutboxStore::row(const Statement &s)
{
    Notification m;
    m.id = {s.integer(0)};
    m.kind = s.value(1, domain::notificationKindFrom);
    m.address = s.text(2);
    m.facts = jsonObject(s.blob(3));
    m.activity = {s.integer(4)};
    m.task = {s.integer(5)};
    m.alert = {s.integer(6)};
    m.createdAtMs = s.integer(7);
    m.notBeforeMs = s.integer(8);
    m.state = s.value(9, domain::notificationStateFrom);
    m.attempts = s.number(10);
    m.retryAtMs = s.integer(11);
    m.error = s.text(12);
    m.sentAtMs = s.integer(13);
    m.carrier = {s.integer(14)};
    m.standing = s.integer(15) != 0;
    m.cause = domain::triggerFrom(s.text(16));
    m.escalation = s.integer(17);
    m.snoozedUntilMs = s.integer(18);
    return m;
}

void OutboxStore::insert(const std::vector<Notification> &messages, qint64 nowMs)
{
    QHash<QString, qint64> windows;
    Statement s = m_database.statement("outbox.insert");
    for (const Notification &m : messages) {
        qint64 notBeforeMs = std::max(m.notBeforeMs, nowMs);
        if (m.digestMs > 0) {
            qint64 &endMs = windows[m.address];
            if (endMs == 0)
                endMs = windowEndMs(m.address, nowMs);
            if (endMs == 0 || endMs > notBeforeMs + m.digestMs) // nobody waits longer than the own rule says
                endMs = notBeforeMs + m.digestMs;
            notBeforeMs = endMs;
        }
        const Channel channel = domain::channelOf(m.address);
        const bool arrived = channel == Channel::Console;
        const bool assigns = m.kind == domain::NotificationKind::Assignment;
        const QString worker = assigns ? m.facts.value(QLatin1StringView("worker_id")).toString() : QString();
        s.add(m.id.value, domain::toString(m.kind), domain::toString(channel), m.address, jsonText(m.facts),
              m.activity.value, m.task.value, m.alert.value, m.standing, nowMs, notBeforeMs, m.digestMs > 0,
              domain::toString(arrived ? NotificationState::Sent : NotificationState::Queued), arrived ? nowMs : 0,
              m.cause ? domain::toString(*m.cause) : QLatin1StringView(""), m.escalation, worker);
    }
    s.flush();
}

qint64 OutboxStore::windowEndMs(const QString &address, qint64 nowMs) const
{
    Statement s = m_database.statement("outbox.window_end");
    s.bind(address, nowMs).next();
    return s.integer(0);
}

std::optional<Notification> OutboxStore::byId(domain::NotificationId id) const
{
    Statement s = m_database.statement("outbox.by_id");
    return s.bind(id.value).next() ? std::optional(row(s)) : std::nullopt;
}

domain::Page<Notification> OutboxStore::page(const Filter &filter, qint64 beforeId, int limit) const
{
    const auto text = [](const auto &wanted) {
        return wanted ? domain::toString(*wanted) : QLatin1StringView("");
    };
    domain::Page<Notification> page;
    Statement s = m_database.statement(filter.state ? "outbox.page_of_state" : "outbox.page");
    if (filter.state)
        s.bind(beforeId, text(filter.channel), text(filter.state), limit + 1);
    else
        s.bind(beforeId, text(filter.channel), limit + 1);
    while (s.next())
        page.items.push_back(row(s));
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.resize(static_cast<size_t>(limit));
        page.nextCursor = QString::number(page.items.back().id.value);
    }
    return page;
}

bool OutboxStore::settle(const domain::SettleNotifications::Outcome &outcome, qint64 realNowMs)
{
    const QLatin1StringView state = domain::toString(outcome.state);
    const bool isSent = outcome.state == NotificationState::Sent;
    const qint64 sentAtMs = isSent ? realNowMs : 0;
    const bool isOnlyCarrier = isSent && outcome.isLeftOut; // nobody was told of it itself
    const std::optional<Notification> message = byId(outcome.id);
    if (message && domain::channelOf(message->address) == Channel::Sms)
        m_database.statement("outbox.end_try")
            .bind(realNowMs, domain::uniform(message->address), outcome.id.value, outcome.attempt)
            .execute();
    const qint64 settled =
        m_database.statement("outbox.settle")
            .bind(isOnlyCarrier ? domain::toString(NotificationState::Withdrawn) : state, outcome.retryAtMs, outcome.error,
                  isOnlyCarrier ? 0 : sentAtMs, outcome.id.value, outcome.attempt)
            .execute();
    if (settled == 0)
        return false;
    m_database.statement("outbox.settle_carried").bind(state, outcome.error, sentAtMs, outcome.id.value).execute();
    return true;
}

bool OutboxStore::bringBack(domain::ActivityId activity, const QStringList &toldAnyway)
{
    return m_database.statement("outbox.bring_back").bind(activity.value, jsonList(toldAnyway)).execute() > 0;
}

void OutboxStore::release() { m_database.statement("outbox.release").execute(); }

void OutboxStore::resend(domain::NotificationId id) { m_database.statement("outbox.resend").bind(id.value).execute(); }

qint64 OutboxStore::forget(NotificationState state, qint64 untilId, int max)
{
    return m_database.statement("outbox.forget").bind(domain::toString(state), untilId, max).execute();
}

bool OutboxStore::hasReached(const QString &address) const
{
    Statement s = m_database.statement("outbox.has_reached");
    return s.bind(address).next();
}

} // namespace hmsact::store
