// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace hmsact::api {

// The server's thread as a place to run jobs. Copyable and usable from any thread; once the server has
// stopped, a job is dropped instead of run, so whoever answers late needs not know.
class Loop
{
public:
    using Job = std::function<void()>;

    using Delay = std::chrono::milliseconds;

    explicit Loop(std::function<void(Delay, Job)> run) : m_state(std::make_shared<State>())
    {
        m_state->run = std::move(run);
    }

    void post(Job job) const { postAfter(Delay(0), std::move(job)); }

    void postAfter(Delay delay, Job job) const
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->run)
            m_state->run(delay, std::move(job));
    }

    void close() const
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->run = nullptr;
    }

private:
    struct State {
        std::mutex mutex;
        std::function<void(Delay, Job)> run; // guarded by mutex; empty: closed
    };
    std::shared_ptr<State> m_state;
};

} // namespace hmsact::api
