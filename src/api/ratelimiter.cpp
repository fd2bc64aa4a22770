// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimiter.h"

#include <algorithm>

namespace hmsact::api {

namespace {

constexpr qsizetype bucketsMax = 10'000; // forgetting them all only gives everybody a fresh burst

} // namespace

RateLimiter::Bucket &RateLimiter::filled(const QString &caller, const PeerLimits &limits,
                                         std::chrono::steady_clock::time_point now)
{
    if (m_buckets.size() >= bucketsMax)
        m_buckets.clear();
    auto bucket = m_buckets.find(caller);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(caller, {limits.burst, now});
    const std::chrono::duration<double> passed = now - bucket->filledAt;
    bucket->left = std::min(limits.burst, bucket->left + passed.count() * limits.requestsPerS);
    bucket->filledAt = now;
    return *bucket;
}

bool RateLimiter::hasRoom(const QString &caller, const PeerLimits &limits, std::chrono::steady_clock::time_point now)
{
    return limits.requestsPerS <= 0 || filled(caller, limits, now).left >= 1;
}

bool RateLimiter::admit(const QString &caller, const PeerLimits &limits, std::chrono::steady_clock::time_point now)
{
    if (limits.requestsPerS <= 0)
        return true;
    Bucket &bucket = filled(caller, limits, now);
    if (bucket.left < 1)
        return false;
    bucket.left -= 1;
    return true;
}

} // namespace hmsact::api
