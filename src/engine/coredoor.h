// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <future>

// The core's answers, waited for: for the start and the end of a program, when there is no event loop yet or no more, and for
// what has none. Never from a thread of the core, nor from a window's.
namespace hmsact::engine {

template <class Q>
[[nodiscard]] domain::Result<typename Q::Answer> askAndWait(Core &core, Q query)
{
    std::promise<domain::Result<domain::QueryAnswer>> promise;
    core.ask(std::move(query), [&](domain::Result<domain::QueryAnswer> answer) { promise.set_value(std::move(answer)); });
    domain::Result<domain::QueryAnswer> answer = promise.get_future().get();
    if (!answer)
        return answer.error();
    return std::get<typename Q::Answer>(std::move(*answer));
}

template <class C>
[[nodiscard]] domain::Result<typename C::Answer> sendAndWait(Core &core, C command, const domain::Actor &actor)
{
    std::promise<domain::Reply> promise;
    core.submit({std::move(command), actor, {}}, [&](domain::Reply reply) { promise.set_value(std::move(reply)); });
    domain::Reply reply = promise.get_future().get();
    if (!reply.result)
        return reply.result.error();
    return std::get<typename C::Answer>(std::move(*reply.result));
}

[[nodiscard]] inline std::vector<domain::Reply> sendAllAndWait(Core &core, std::vector<domain::Request> requests)
{
    if (requests.empty())
        return {};
    std::promise<std::vector<domain::Reply>> promise;
    core.submit(std::move(requests), [&](std::vector<domain::Reply> replies) { promise.set_value(std::move(replies)); });
    return promise.get_future().get();
}

[[nodiscard]] inline domain::Result<qint64> advanceAndWait(Core &core, qint64 byMs)
{
    std::promise<domain::Result<qint64>> promise;
    core.advance(byMs, [&](domain::Result<qint64> now) { promise.set_value(std::move(now)); });
    return promise.get_future().get();
}

} // namespace hmsact::engine
