// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"

#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>

// How a session waits for an answer, and notices that its client is gone.
namespace hmsact::api {

// Nobody reads the socket while an answer is pending or goes on, but the kernel knows whether the client is there.
inline void Session::closeIfAbandoned()
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if ((m_pending || m_streaming)
        && (::getsockopt(transport().socket().native_handle(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0
            || info.tcpi_state != TCP_ESTABLISHED))
        close();
}

// Sooner than that: when the socket becomes readable while an answer is pending for a while, it may be the end. Whoever hangs
// up is leased nothing from then on, and what it only asks is passed over. The connection itself is closed by the above, so
// that a client which has only ended its half hears what is carried out at once.
inline void Session::watchForItsEnd()
{
    if (std::exchange(m_watching, true))
        return;
    transport().socket().async_wait(tcp::socket::wait_read, [self = weak_from_this(), this](error_code) {
        if (self.expired())
            return;
        m_watching = false;
        char byte = 0;
        const auto got = ::recv(transport().socket().native_handle(), &byte, sizeof byte, MSG_PEEK | MSG_DONTWAIT);
        const bool isThere = got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
        if (m_pending && !isThere)
            m_pending->gone = true;
    });
}

inline Task<std::optional<HttpResponse>> Session::ask(const HttpServer::Handler &handler, HttpRequest request,
                                                      milliseconds patience, MakeAnswer late)
{
    m_answer.reset();
    m_pending = std::make_shared<HttpReply::State>(m_server.loop, weak_from_this());
    try {
        handler(std::move(request), HttpReply(m_pending));
    } catch (const std::exception &e) {
        qCritical("A request handler failed: %s", e.what());
        m_answer = problem(500);
    }
    const milliseconds unwatched = std::min(patience, watchedAfter);
    m_wake.expires_after(unwatched);
    if (!m_answer)
        (void)co_await m_wake.async_wait(await);
    if (!m_answer && transport().socket().is_open() && unwatched < patience) {
        watchForItsEnd();
        m_wake.expires_after(patience - unwatched);
        (void)co_await m_wake.async_wait(await);
    }
    if (!m_answer && !m_pending->gone)
        m_answer = late();
    endExchange();
    co_return std::exchange(m_answer, std::nullopt);
}

} // namespace hmsact::api
