// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/problem.h"
#include "api/serverstate.h"

#include <QDebug>

namespace hmsact::api {

struct HttpReply::State {
    Loop loop;
    std::weak_ptr<Session> session; // locked on the server's thread only, so that it is destroyed there
    std::atomic<bool> gone{false};
};

// What does not depend on the transport: being counted, and the place where the answer arrives.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(HttpServer::Private &server, const Peer &peer)
        : m_server(server), m_peer(peer), m_wake(server.io.get_executor()), m_deadline(server.io.get_executor())
    {
        m_server.sessions.insert(this);
        ++m_server.perAddress[m_peer.address];
        ++m_server.perKind[m_peer.isLocal];
        ++m_server.live;
    }
    virtual ~Session()
    {
        endExchange();
        m_server.sessions.erase(this);
        if (const auto it = m_server.perAddress.find(m_peer.address); --it->second == 0)
            m_server.perAddress.erase(it);
        --m_server.perKind[m_peer.isLocal];
        --m_server.live;
        m_server.endIfDrained();
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    virtual Task<void> run() = 0;
    virtual Plain &transport() = 0;

    void wakeStream()
    {
        if (m_streaming)
            m_wake.cancel();
    }
    void close()
    {
        if (m_pending)
            m_pending->gone = true;
        transport().close();
        m_wake.cancel();
    }
    void closeIfIdle()
    {
        if (m_idle)
            close();
    }
    void closeIfAbandoned(); // in sessionend.h
    void deliver(const std::shared_ptr<HttpReply::State> &exchange, HttpResponse response)
    {
        if (m_pending != exchange || m_answer)
            return;
        m_answer = std::move(response);
        exchange->gone = true;
        m_wake.cancel();
    }

    void watchForItsEnd(); // in sessionend.h

protected:
    using MakeAnswer = HttpResponse (*)();
    // In sessionend.h. The answer of the handler, what `late` makes when time is up, or nothing when the client left.
    Task<std::optional<HttpResponse>> ask(const HttpServer::Handler &handler, HttpRequest request, milliseconds patience,
                                          MakeAnswer late);
    // A read that is called off when time is up: `timed_out`, and the connection stays for the answer. The transport's own
    // deadline, which closes it, stands behind, should the cancellation meet a read between two of its steps.
    Task<error_code> within(milliseconds patience, Task<error_code> read)
    {
        bool late = false;
        transport().expires_after(patience + m_server.limits.linger);
        m_deadline.expires_after(patience);
        m_deadline.async_wait([self = weak_from_this(), this, &late](error_code) {
            if (self.expired() || m_deadline.expiry() > std::chrono::steady_clock::now())
                return; // the read is over, and `late` with it
            late = true;
            transport().cancel();
        });
        const error_code ec = co_await std::move(read);
        m_deadline.expires_at(Timer::time_point::max());
        co_return ec &&late ? error_code(asio::error::timed_out) : ec;
    }
    // Turns the guard's word into a refusal where it is one; false when nobody waits for it any more.
    Task<bool> hearGuard(HttpServer::Admission &admission, const HttpRequest &request)
    {
        if (!admission.guard || admission.refusal)
            co_return true;
        transport().expires_never();
        auto word = co_await ask(admission.guard, request, admission.replyWithin, unavailable);
        if (word && word->status != HttpServer::goOn)
            admission.refusal = word;
        co_return word.has_value();
    }
    milliseconds timeFor(qint64 bytes) const { return milliseconds(bytes * 1000 / m_server.limits.bytesPerS); }
    void endExchange()
    {
        if (m_pending)
            std::exchange(m_pending, nullptr)->gone = true;
    }

    HttpServer::Private &m_server;
    Peer m_peer;
    bool m_streaming = false; // the answer's body goes on
    Timer m_wake;
    bool m_idle = true; // no request has been understood that is not answered yet

private:
    Timer m_deadline;
    std::shared_ptr<HttpReply::State> m_pending;
    std::optional<HttpResponse> m_answer;
    bool m_watching = false; // for the client's end; a watch that is left over serves the next answer
};

} // namespace hmsact::api
