// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"
#include "notify/sender.h"

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <random>
#include <thread>

namespace hmsact::notify {

// Sends what is in the outbox. One thread of its own with one libcurl multi handle: everything goes on at the same time, a few
// connections for each channel, so that a provider that hangs holds up nobody else. Mail has a thread for each: libcurl's
// SMTP waits for the last answer without giving way to others (smtp_done() in 7.88). Takes messages from the core and
// tells it what came of each; whoever dies meanwhile, the lease ends and another one sends it again under the same id.
class Delivery
{
public:
    // `now` is real time, that of the database where it has one. Must not outlive the core.
    Delivery(engine::Core &core, Settings settings, std::function<qint64()> now);
    ~Delivery(); // stop()
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    // Gives what is under way a moment, and the rest back to the outbox. Idempotent; before Core::stop().
    void stop();

private:
    using Instant = std::chrono::steady_clock::time_point;
    // What the core's thread leaves here; outlives the delivery.
    struct Inbox {
        std::mutex mutex;
        CURLM *wake = nullptr; // guarded by mutex, as are the following; nullptr: nobody is there
        bool changed = false;
        bool stopping = false;
        std::optional<domain::Result<domain::Parcels>> taken;
        std::optional<domain::Status> settled;
        std::vector<std::pair<CURL *, CURLcode>> ended; // of the threads for mail
        template <class Change>
        void post(Change change)
        {
            const std::lock_guard lock(mutex);
            change(*this);
            if (wake)
                curl_multi_wakeup(wake);
        }
    };
    struct Flight {
        domain::Parcel parcel;
        std::unique_ptr<Transfer> transfer;
        std::thread thread; // of mail
    };

    void run();
    void readInbox();
    void ask();
    void start(domain::Parcel &&parcel);
    void finishTransfers();
    void finish(CURL *handle, CURLcode result);
    void abandon(Flight &flight);
    [[nodiscard]] int sharedFlights() const; // of the multi handle
    void conclude(const domain::Parcel &parcel, const Verdict &verdict);
    void giveBack(const domain::Parcel &parcel); // to whoever comes next
    void settle();
    [[nodiscard]] int pauseMs() const; // until there is something to do by itself
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] qint64 backoffMs(int attempt);
    void submit(domain::Command command, std::function<void(domain::Reply)> handler);

    engine::Core &m_core;
    const Settings m_settings;
    const std::function<qint64()> m_now;
    std::array<std::unique_ptr<Sender>, domain::channelCount> m_senders; // by Channel
    Wording m_wording;
    std::mt19937 m_random;
    CURLM *m_multi;
    std::deque<Flight> m_flights;
    std::vector<std::pair<CURL *, CURLcode>> m_ended;
    std::vector<domain::SettleNotifications::Outcome> m_outcomes; // not told yet
    std::vector<domain::SettleNotifications::Outcome> m_told; // and not confirmed yet
    bool m_asking = false;
    bool m_due = true; // to ask
    bool m_stopping = false;
    Instant m_askAt;
    Instant m_settleAt;
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<engine::Core::Subscription> m_subscription;
    std::thread m_thread;
};

} // namespace hmsact::notify
