// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "engine/clock.h"
#include "store/databaseurl.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace hmsact::store {
class Database;
enum class Patience;
} // namespace hmsact::store

namespace hmsact::engine {

// A thread with a read-only connection of its own that answers questions in the order they come. Any thread may call.
class Reader
{
public:
    using Handler = std::function<void(domain::Result<domain::QueryAnswer>)>;
    using Gone = std::function<bool()>; // nobody waits any more: it is passed over

    Reader(store::DatabaseUrl url, std::shared_ptr<Clock> clock, store::Patience limit);
    ~Reader(); // answers what waits with Busy, then ends the thread
    void ask(domain::Query query, Handler handler, Gone gone);
    // The same without waiting for the thread; what is being read is broken off, and answered with Busy, too.
    void end();
    void stop(); // end(), and waits

private:
    struct Question {
        domain::Query query;
        Handler handler;
        Gone gone;
    };
    void run();
    [[nodiscard]] domain::Result<domain::QueryAnswer> answerTo(store::Database &database, const domain::Query &query);

    const store::DatabaseUrl m_url;
    const std::shared_ptr<Clock> m_clock;
    const store::Patience m_patience;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Question> m_questions; // guarded by m_mutex
    bool m_stopping = false; // guarded by m_mutex
    std::stop_source m_ending; // of its connection
    std::optional<domain::QueryAnswer> m_stats; // of the thread alone, as is the following
    std::chrono::steady_clock::time_point m_statsUntil;
    std::jthread m_thread; // last: the others must be there when it starts
};

} // namespace hmsact::engine
