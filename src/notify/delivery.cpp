// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/delivery.h"

#include "domain/textrules.h"
#include "notify/mailsender.h"
#include "notify/slacksender.h"
#include "notify/smssender.h"
#include "notify/webhooksender.h"

#include <algorithm>

namespace hmsact::notify {

using domain::Channel;
using domain::NotificationState;
using domain::Parcel;
using domain::SettleNotifications;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
namespace limits = domain::limits;

static constexpr milliseconds lastMoment{3000}; // for what is under way when the program stops
static constexpr milliseconds settleAgain{1000}; // after the core could not write it down

Delivery::Delivery(engine::Core &core, Settings settings, std::function<qint64()> now)
    : m_core(core), m_settings(std::move(settings)), m_now(std::move(now)),
      m_wording(m_settings.language, m_settings.publicUrl), m_random(std::random_device()()),
      m_multi((curl_global_init(CURL_GLOBAL_DEFAULT), curl_multi_init())), m_inbox(std::make_shared<Inbox>())
{
    m_senders[static_cast<size_t>(Channel::Email)] = std::make_unique<MailSender>(m_settings);
    m_senders[static_cast<size_t>(Channel::Slack)] = std::make_unique<SlackSender>(m_settings);
    m_senders[static_cast<size_t>(Channel::Sms)] = std::make_unique<SmsSender>(m_settings);
    m_senders[static_cast<size_t>(Channel::Webhook)] = std::make_unique<WebhookSender>(m_settings);
    m_inbox->wake = m_multi;
    m_subscription = m_core.subscribe([inbox = m_inbox](const domain::ChangeSet &changes) {
        if (changes.messages || changes.overflow)
            inbox->post([](Inbox &box) { box.changed = true; });
    });
    m_thread = std::thread([this] { run(); });
}

Delivery::~Delivery() { stop(); }

void Delivery::stop()
{
    if (!m_thread.joinable())
        return;
    m_subscription.reset();
    m_inbox->post([](Inbox &box) { box.stopping = true; });
    m_thread.join();
    m_inbox->post([](Inbox &box) { box.wake = nullptr; });
    m_flights.clear();
    curl_multi_cleanup(m_multi);
}

void Delivery::run()
{
    std::optional<Instant> end;
    for (;;) {
        readInbox();
        if (m_stopping && !end)
            end = steady_clock::now() + lastMoment;
        finishTransfers();
        if (end && ((m_flights.empty() && !m_asking) || steady_clock::now() >= *end))
            break;
        settle();
        if (!m_stopping)
            ask();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        if (running == sharedFlights()) // else one has just ended
            curl_multi_poll(m_multi, nullptr, 0, pauseMs(), nullptr);
    }
    for (Flight &flight : m_flights)
        abandon(flight);
    m_told.clear(); // on its way
    settle();
}

void Delivery::submit(domain::Command command, std::function<void(domain::Reply)> handler)
{
    m_core.submit({std::move(command), domain::Actor::engine(), {}}, std::move(handler));
}

void Delivery::readInbox()
{
    std::optional<domain::Result<domain::Parcels>> taken;
    std::optional<domain::Status> settled;
    {
        const std::lock_guard lock(m_inbox->mutex);
        taken = std::exchange(m_inbox->taken, std::nullopt);
        settled = std::exchange(m_inbox->settled, std::nullopt);
        m_ended.swap(m_inbox->ended);
        m_due |= std::exchange(m_inbox->changed, false);
        m_stopping = m_inbox->stopping;
    }
    if (settled) {
        if (!*settled) { // later, with what will have come to it
            m_outcomes.insert(m_outcomes.begin(), m_told.begin(), m_told.end());
            m_settleAt = steady_clock::now() + settleAgain;
        }
        m_told.clear();
    }
    if (!taken)
        return;
    m_asking = false;
    m_askAt = steady_clock::now() + milliseconds(m_settings.patience.pollMs);
    if (!*taken)
        return;
    for (Parcel &parcel : (*taken)->items) {
        if (m_stopping)
            giveBack(parcel);
        else
            start(std::move(parcel));
    }
    if ((*taken)->nextInMs >= 0)
        m_askAt = std::min(m_askAt, steady_clock::now() + milliseconds((*taken)->nextInMs));
}

bool Delivery::hasRoom() const { return m_flights.size() < domain::channelCount * limits::deliveryConnectionsMax; }

void Delivery::ask()
{
    if (m_asking || (!m_due && steady_clock::now() < m_askAt) || !hasRoom())
        return;
    domain::TakeNotifications command{m_now(), m_settings.patience.leaseMs(), {}, {}};
    command.room.fill(limits::deliveryConnectionsMax);
    command.room[static_cast<size_t>(Channel::Console)] = 0; // has arrived by being written
    for (const Flight &flight : m_flights) {
        const QString &address = flight.parcel.notification.address;
        command.busy << address;
        --command.room[static_cast<size_t>(domain::channelOf(address))];
    }
    m_asking = true;
    m_due = false;
    submit(std::move(command), [inbox = m_inbox](domain::Reply reply) {
        inbox->post([&](Inbox &box) {
            if (reply.result)
                box.taken = std::get<domain::Parcels>(std::move(*reply.result));
            else
                box.taken = reply.result.error();
        });
    });
}

void Delivery::start(Parcel &&parcel)
{
    const Channel channel = domain::channelOf(parcel.notification.address);
    const Sender *sender = m_senders[static_cast<size_t>(channel)].get();
    if (const QString obstacle = sender->obstacle(); !obstacle.isEmpty())
        return conclude(parcel, {Verdict::Kind::Dead, obstacle, 0});
    Flight &flight = m_flights.emplace_back(Flight{std::move(parcel), std::make_unique<Transfer>(), {}});
    Transfer &transfer = *flight.transfer;
    transfer.limit(m_settings.patience.timeoutMs);
    if (!m_settings.certificateFile.isEmpty())
        transfer.set(CURLOPT_CAINFO, m_settings.certificateFile.toLocal8Bit().constData());
    sender->prepare(transfer, flight.parcel, m_wording.of(flight.parcel));
    if (transfer.unset != CURLE_OK)
        return finish(transfer.handle(), transfer.unset);
    if (channel != Channel::Email) {
        curl_multi_add_handle(m_multi, transfer.handle());
        return;
    }
    flight.thread = std::thread([inbox = m_inbox, handle = transfer.handle()] {
        const CURLcode result = curl_easy_perform(handle);
        inbox->post([&](Inbox &box) { box.ended.emplace_back(handle, result); });
    });
}

int Delivery::sharedFlights() const
{
    return static_cast<int>(
        std::count_if(m_flights.begin(), m_flights.end(), [](const Flight &flight) { return !flight.thread.joinable(); }));
}

void Delivery::finishTransfers()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        CURL *const handle = message->easy_handle;
        const CURLcode result = message->data.result;
        curl_multi_remove_handle(m_multi, handle);
        finish(handle, result);
    }
    for (const auto &[handle, result] : std::exchange(m_ended, {}))
        finish(handle, result);
}

void Delivery::finish(CURL *handle, CURLcode result)
{
    const auto flight = std::find_if(m_flights.begin(), m_flights.end(),
                                     [&](const Flight &each) { return each.transfer->handle() == handle; });
    if (flight->thread.joinable())
        flight->thread.join();
    flight->transfer->result = result;
    const Channel channel = domain::channelOf(flight->parcel.notification.address);
    conclude(flight->parcel, m_senders[static_cast<size_t>(channel)]->judge(*flight->transfer));
    m_flights.erase(flight);
}

// Nobody knows whether it arrived: it will be sent again.
void Delivery::abandon(Flight &flight)
{
    if (flight.thread.joinable()) {
        flight.transfer->abort();
        flight.thread.join();
    } else {
        curl_multi_remove_handle(m_multi, flight.transfer->handle());
    }
    giveBack(flight.parcel);
}

void Delivery::conclude(const Parcel &parcel, const Verdict &verdict)
{
    const domain::Notification &notification = parcel.notification;
    SettleNotifications::Outcome outcome{
        notification.id,
        notification.attempts,
        NotificationState::Sent,
        0,
        domain::onOneLine(domain::cutTo(verdict.reason, limits::deliveryErrorMax)), // no database takes a zero byte
        parcel.isLeftOut};
    if (verdict.kind == Verdict::Kind::Dead
        || (verdict.kind == Verdict::Kind::Retry && notification.attempts >= m_settings.patience.attempts)) {
        outcome.state = NotificationState::Dead;
        qWarning("message %s to %s was given up: %s", qUtf8Printable(notification.id.toString()),
                 domain::toString(domain::channelOf(notification.address)).data(), qUtf8Printable(outcome.error));
    } else if (verdict.kind == Verdict::Kind::Retry) {
        outcome.state = NotificationState::Queued;
        outcome.retryAtMs = m_now() + std::max(verdict.notBeforeMs, backoffMs(notification.attempts));
    }
    m_outcomes.push_back(std::move(outcome));
    m_due = true; // there is room again
}

// Twice as long each time, a part of it by chance: what failed together does not come back together.
qint64 Delivery::backoffMs(int attempt)
{
    const auto &patience = m_settings.patience;
    const qint64 longest = std::min(patience.backoffMs << std::min(attempt - 1, 20), patience.backoffMaxMs);
    return longest / 2 + std::uniform_int_distribution<qint64>(0, longest / 2)(m_random);
}

void Delivery::giveBack(const Parcel &parcel)
{
    m_outcomes.push_back(
        {parcel.notification.id, parcel.notification.attempts, NotificationState::Queued, m_now(), {}, false});
}

void Delivery::settle()
{
    if (m_outcomes.empty() || !m_told.empty() || (!m_stopping && steady_clock::now() < m_settleAt))
        return;
    m_told = std::exchange(m_outcomes, {});
    submit(SettleNotifications{m_now(), m_told}, [inbox = m_inbox](domain::Reply reply) {
        inbox->post([&](Inbox &box) {
            box.settled = reply.result ? domain::Status(domain::Done{}) : domain::Status(reply.result.error());
        });
    });
}

int Delivery::pauseMs() const
{
    const Instant now = steady_clock::now();
    Instant next = now + milliseconds(m_settings.patience.pollMs);
    if (!m_asking && !m_stopping && hasRoom())
        next = m_due ? now : std::min(next, m_askAt);
    if (!m_outcomes.empty() && m_told.empty())
        next = std::min(next, m_settleAt);
    if (m_stopping)
        next = std::min(next, now + lastMoment / 10);
    return static_cast<int>(std::max<qint64>(0, std::chrono::ceil<milliseconds>(next - now).count()));
}

} // namespace hmsact::notify
