// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/authenticator.h"
#include "api/httpmeters.h"
#include "api/ratelimiter.h"
#include "api/route.h"
#include "api/waitingcalls.h"

namespace hmsact::api {

// Between the HTTP server and the core: finds the route, finds out who calls and whether they may, then reads the body (before
// that where the key comes in a form), says the command or the question, and tells the answer as JSON. Belongs to the server's
// thread.
class Gateway
{
public:
    enum class Tokens { Secret, KnownToAll }; // of a sandbox: then no page of another site may use them
    Gateway(engine::Core &core, Loop loop, HttpLimits limits, const Authenticator::Secrets &secrets, Tokens tokens);

    [[nodiscard]] const HttpMeters &meters() const { return m_meters; }
    void setRoutes(Routes routes) { m_routes = std::move(routes); } // before the first request

    [[nodiscard]] HttpServer::Admission admit(const HttpHead &head);

private:
    using Call = std::shared_ptr<Input>;

    [[nodiscard]] HttpServer::Admission admissionFor(const Route &route, const Call &call, const HttpHead &head);
    void authorise(const Route &route, const Call &call, const QByteArray &token, const HttpRequest &request,
                   const HttpReply &reply, const std::function<void()> &then);
    [[nodiscard]] const PeerLimits &limitsOf(const HttpRequest &request) const
    {
        return request.peerIsLocal ? m_limits.loopback : m_limits.remote;
    }
    [[nodiscard]] std::function<void(std::function<void(bool)>)> recheck(const QByteArray &token, domain::Role role);
    void perform(const Route &route, const Call &call, const HttpReply &reply);
    void act(const Route &route, const Call &call, const HttpReply &reply, const QString &operationId);
    void ask(const Route &route, const Call &call, const HttpReply &reply);

    engine::Core &m_core;
    Loop m_loop;
    HttpLimits m_limits;
    Tokens m_tokens;
    Authenticator m_authenticator;
    WaitingCalls m_waiting;
    RateLimiter m_limiter;
    Routes m_routes;
    HttpMeters m_meters;
};

} // namespace hmsact::api
