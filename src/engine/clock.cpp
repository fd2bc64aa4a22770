// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"

#include <chrono>
#include <ctime>

namespace hmsact::engine {

qint64 SystemClock::nowMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// The steady clock stands still while the machine sleeps.
static qint64 sinceBootMs()
{
    timespec since{};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    return qint64(since.tv_sec) * 1000 + since.tv_nsec / 1'000'000;
}

qint64 ServerClock::nowMs() const { return sinceBootMs() + m_aheadMs.load(); }

void ServerClock::set(qint64 serverNowMs) { m_aheadMs.store(serverNowMs - sinceBootMs()); }

} // namespace hmsact::engine
