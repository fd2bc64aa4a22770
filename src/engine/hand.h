// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/mailbox.h"
#include "engine/meters.h"

#include <atomic>
#include <thread>

namespace hmsact::engine {

// A further hand of a core on PostgreSQL: a thread with a connection of its own that executes what workers say, so that the
// server writes for some of them while it reads for the others. To the database it is one more core. It looks after no timer,
// keeps nobody waiting, and hears at once what its core and the other hands commit.
class Hand
{
public:
    struct Links { // called on this hand's thread
        std::function<void(const Hand &, const Hint &)> committed; // before anybody is answered
        std::function<void(Mailbox::Letter &&)> askCore; // a reserve that found nothing: whether that is so, and it may wait
        std::function<void()> rested; // see tellWhenRested()
    };
    Hand(CoreSettings settings, std::shared_ptr<Clock> clock, Meters &meters, Links links);
    ~Hand();
    [[nodiscard]] domain::Status start(); // returns when it takes commands; Unavailable, Busy
    void stop(); // finishes what was posted, then ends the thread

    // Whom it is about, where a hand may execute it; nullptr: only the core does. What one worker says stays in order.
    [[nodiscard]] static const domain::WorkerId *workerOf(const domain::Command &command);

    Mailbox mailbox;
    // Any thread. While a hand is at work, others pass over what it has locked: odd then; grows with each begin and end.
    [[nodiscard]] quint64 turns() const { return m_turns; }
    [[nodiscard]] static bool isAtWorkIn(quint64 turn) { return turn % 2 == 1; }
    [[nodiscard]] bool isAtWork() const { return isAtWorkIn(m_turns); }
    void tellWhenRested() { m_isAwaited = true; } // once, if it is at work
    [[nodiscard]] bool isConnected() const { return m_isConnected; } // else it is asked for nothing
    void hear(const Hint &hint);
    void look(bool again); // once a second; `again`: others may have changed anything

private:
    [[nodiscard]] domain::Status open();
    void run();
    void execute(std::vector<Mailbox::Letter> letters);

    const CoreSettings m_settings;
    const std::shared_ptr<Clock> m_clock;
    Meters &m_meters;
    const Links m_links;
    std::unique_ptr<store::Database> m_database;
    std::optional<Engine> m_engine;
    qint64 m_core = 0; // its number
    std::atomic<quint64> m_turns = 0;
    std::atomic<bool> m_isAwaited = false;
    std::atomic<bool> m_isConnected = true;
    std::jthread m_thread;
};

} // namespace hmsact::engine
