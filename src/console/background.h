// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace hmsact::console {

// A thread beside the GUI for what takes time and touches no widget: one job after the other. Lives as long as its owner, who
// waits in its destructor for the job that runs; the futures of the others are cancelled.
class Background
{
public:
    Background();
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    template <class T>
    [[nodiscard]] QFuture<T> run(std::function<T()> work)
    {
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        post([promise, work = std::move(work)] {
            promise->addResult(work());
            promise->finish();
        });
        return future;
    }

private:
    void post(std::function<void()> job);
    void work(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_posted;
    std::deque<std::function<void()>> m_jobs; // guarded by m_mutex
    std::jthread m_thread; // last: it uses the others
};

} // namespace hmsact::console
