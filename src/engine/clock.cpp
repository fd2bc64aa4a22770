// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"

#include <chrono>

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

qint64 ServerClock::nowMs() const { return steadyMs() + m_aheadMs.load(); }

void ServerClock::set(qint64 serverNowMs) { m_aheadMs.store(serverNowMs - steadyMs()); }

} // namespace hmsact::engine
