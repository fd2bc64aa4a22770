// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hint.h"
#include "store/databaseurl.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace hmsact::store {
class NotificationChannel;
}

namespace hmsact::engine {

// The other cores on one PostgreSQL: tells them what this one has committed, a few times a second at most, and hears the same
// of them, in a thread with a connection of its own. Hints only: whoever needs to be sure looks at the database now and then.
// That connection is also the first to notice that the server is gone, or hangs, and that it is back.
class Neighbours
{
public:
    using Heard = std::function<void(Hint)>;
    using Connected = std::function<void(bool)>; // after each change; at the start it is, for the core has just been opened

    // Both are called on this object's thread and must return at once.
    Neighbours(store::DatabaseUrl url, Heard heard, Connected connected);
    ~Neighbours(); // says what is left to say, if the server listens

    void tell(const Hint &hint); // of this core, or of a hand; any thread

private:
    using Instant = std::chrono::steady_clock::time_point;
    void run();
    [[nodiscard]] bool serve(store::NotificationChannel &channel); // until the connection is lost (false) or the end
    [[nodiscard]] bool say(store::NotificationChannel &channel);
    [[nodiscard]] bool rest(std::chrono::milliseconds time); // false: it ends
    [[nodiscard]] bool isStopping();
    [[nodiscard]] std::chrono::milliseconds untilSaid();
    void wait(int socket, std::chrono::milliseconds timeout);
    void wake();

    const store::DatabaseUrl m_url;
    const Heard m_heard;
    const Connected m_connected;
    const int m_wake; // an eventfd
    std::mutex m_mutex;
    std::map<qint64, Hint> m_untold; // by the core it is of; guarded by m_mutex
    bool m_stopping = false; // guarded by m_mutex
    Instant m_lastSaid;
    std::jthread m_thread;
};

} // namespace hmsact::engine
