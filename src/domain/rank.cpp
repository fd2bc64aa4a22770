// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rank.h"

#include "domain/limits.h"

#include <algorithm>
#include <array>

namespace hmsact::domain {

qint64 patienceMs(int priority)
{
    using namespace limits;
    static constexpr std::array<qint64, 10> patience{
        7 * msPerDay,  4 * msPerDay, 2 * msPerDay,     msPerDay,        8 * msPerHour,
        4 * msPerHour, msPerHour,    15 * msPerMinute, 5 * msPerMinute, 0};
    return patience[static_cast<size_t>(std::clamp(priority, 0, 9))];
}

qint64 rankAtMs(qint64 readyAtMs, qint64 dueAtMs, int priority)
{
    const qint64 patientAtMs = readyAtMs + patienceMs(priority);
    return dueAtMs == 0 ? patientAtMs : std::min(dueAtMs, patientAtMs);
}

qint64 backoffMs(int attempt, quint32 random)
{
    constexpr int doublingsMax = 20; // far past the cap, far from overflow
    const qint64 fullMs = std::min(limits::backoffBaseMs << std::clamp(attempt - 2, 0, doublingsMax), limits::backoffMaxMs);
    const qint64 jitterMs = fullMs / 5;
    return fullMs - jitterMs + static_cast<qint64>(random) % (2 * jitterMs + 1);
}

} // namespace hmsact::domain
