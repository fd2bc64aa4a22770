// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startwatch.h"

#include "app/log.h"

#include <QDir>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <unistd.h>

namespace hmsact::app {

using std::chrono::milliseconds;

static constexpr milliseconds endsSoon{2'000};
static constexpr milliseconds takesLong{30'000}; // by then servers that are not there have said so

static sigset_t setOf(std::initializer_list<int> numbers)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : numbers)
        sigaddset(&set, number);
    return set;
}

// Nothing: none came in time. What is no signal of the set may end the wait, too.
static std::optional<int> waitFor(std::initializer_list<int> numbers, milliseconds most)
{
    const sigset_t set = setOf(numbers);
    const auto until = std::chrono::steady_clock::now() + most;
    for (;;) {
        const auto left = until - std::chrono::steady_clock::now();
        if (left <= left.zero())
            return std::nullopt;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
        const timespec time{seconds.count(), std::chrono::nanoseconds(left - seconds).count()};
        if (const int number = ::sigtimedwait(&set, nullptr, &time); number > 0)
            return number;
    }
}

StartWatch::StartWatch() : m_thread([this](const std::stop_token &over) { watch(over); }) { }

void StartWatch::removeAtTheEnd(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
}

void StartWatch::watch(const std::stop_token &over)
{
    const int started = SIGRTMIN; // to this thread alone, so that one call waits for all of them
    const sigset_t own = setOf({started});
    ::pthread_sigmask(SIG_BLOCK, &own, nullptr);
    const pthread_t self = ::pthread_self();
    const std::stop_callback wake(over, [self, started] { ::pthread_kill(self, started); });

    std::optional<int> asked = waitFor({SIGTERM, SIGINT, started}, takesLong);
    if (!asked)
        releaseLog();
    while (!asked)
        asked = waitFor({SIGTERM, SIGINT, started}, std::chrono::hours(1));
    if (*asked == started)
        return;
    if (!waitFor({started}, endsSoon))
        breakOff();
    ::kill(::getpid(), *asked); // for who listens from now on
}

void StartWatch::breakOff()
{
    releaseLog();
    qWarning("ended before it had started; what was not finished is as it was before");
    const std::lock_guard lock(m_mutex);
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
    std::_Exit(0);
}

} // namespace hmsact::app
