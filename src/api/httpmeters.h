// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/meters.h"

#include <QByteArray>

#include <chrono>
#include <map>

namespace hmsact::api {

// Requests by route and status. As many entries as the table of routes has, whatever is asked for: what fits no route counts as
// one. Belongs to the server's thread.
class HttpMeters
{
public:
    struct Route {
        engine::Histogram seconds{engine::Histogram::answerSeconds};
        std::map<int, quint64> statuses;
    };
    using Name = std::pair<QByteArray, QByteArray>; // method and template; both empty: no route of ours

    void answered(const Name &route, int status, std::chrono::duration<double> took);
    [[nodiscard]] const std::map<Name, Route> &routes() const { return m_routes; }

private:
    std::map<Name, Route> m_routes;
};

inline void HttpMeters::answered(const Name &route, int status, std::chrono::duration<double> took)
{
    Route &meters = m_routes[route];
    meters.seconds.record(took.count());
    ++meters.statuses[status];
}

} // namespace hmsact::api
