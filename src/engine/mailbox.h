// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace hmsact::engine {

// What other threads leave for the core: requests, and jobs that must run on its thread. Any thread may post, only the core
// takes.
class Mailbox
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    struct Letter {
        domain::Request request;
        Core::ReplyHandler handler;
        Core::Gone gone;
        Instant written = std::chrono::steady_clock::now();

        [[nodiscard]] bool hasGone() const; // nobody is there any more to hear what a reserve would lease
    };
    struct Delivery {
        std::vector<Letter> letters; // at most limits::batchCommandsMax
        std::vector<std::function<void()>> jobs;
        bool closed = false; // and nothing is left
    };

    [[nodiscard]] static bool foundNothing(const domain::Reply &reply); // of a reserve

    [[nodiscard]] bool post(Letter &&letter); // false when closed: the letter is untouched
    [[nodiscard]] bool post(std::vector<Letter> &&letters);
    [[nodiscard]] bool post(std::function<void()> job);
    void close();
    // All letters that wait: nothing of them has been begun.
    void refuse(const domain::Error &why);

    // Leaves those that somebody waits for: the others have gone, or hear that nothing was done.
    static void dropLate(std::vector<Letter> &letters);

    // Waits until there is something, until the instant, or until it is closed.
    [[nodiscard]] Delivery take(std::optional<Instant> until);

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Letter> m_letters; // guarded by m_mutex, as are the following
    std::vector<std::function<void()>> m_jobs;
    bool m_closed = false;
};

} // namespace hmsact::engine
