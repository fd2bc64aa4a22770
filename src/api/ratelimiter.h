// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"

#include <QHash>

namespace hmsact::api {

// Token buckets, one for each caller. Belongs to one thread; time is an argument.
class RateLimiter
{
public:
    // Takes one request from the caller's bucket; false: it is empty, answer 429.
    [[nodiscard]] bool admit(const QString &caller, const PeerLimits &limits, std::chrono::steady_clock::time_point now);
    // Whether there is a request in it.
    [[nodiscard]] bool hasRoom(const QString &caller, const PeerLimits &limits, std::chrono::steady_clock::time_point now);

private:
    struct Bucket {
        double left = 0;
        std::chrono::steady_clock::time_point filledAt;
    };
    Bucket &filled(const QString &caller, const PeerLimits &limits, std::chrono::steady_clock::time_point now);

    QHash<QString, Bucket> m_buckets;
};

} // namespace hmsact::api
