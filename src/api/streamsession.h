// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/framing.h"
#include "api/session.h"
#include "api/share.h"

namespace hmsact::api {

// One connection, in the clear or by TLS, from the handshake to the last answer. Lives on the server's thread, as long as
// `run()` has not ended.
template <class Stream>
class StreamSession final : public Session
{
public:
    template <class... Args>
    StreamSession(HttpServer::Private &server, std::shared_ptr<ssl::context> tls, const Peer &peer, Args &&...args)
        : Session(server, peer), m_tls(std::move(tls)), m_stream(std::forward<Args>(args)...)
    {
    }
    Plain &transport() override { return beast::get_lowest_layer(m_stream); }

    Task<void> run() override
    {
        if constexpr (std::is_same_v<Stream, Secure>) {
            transport().expires_after(m_server.limits.handshake);
            if (auto [ec] = co_await m_stream.async_handshake(ssl::stream_base::server, await); ec)
                co_return;
        }
        while (co_await exchange())
            m_server.endIfDrained();
        m_server.endIfDrained();
        m_idle = false; // the last answer is still on its way
        transport().expires_after(m_server.limits.linger);
        if constexpr (std::is_same_v<Stream, Secure>)
            (void)co_await m_stream.async_shutdown(await);
        // Half-close, then swallow what the client still sends: a reset would destroy the last answer.
        error_code ignored;
        transport().socket().shutdown(tcp::socket::shutdown_send, ignored);
        for (std::size_t total = 0; total < lingerBytes;) {
            m_buffer.clear();
            auto [ec, n] = co_await transport().async_read_some(m_buffer.prepare(readAtOnce), await);
            if (ec)
                break;
            total += n;
        }
    }

private:
    // One request and its answer; true: the connection may be used again.
    Task<bool> exchange()
    {
        if (m_buffer.size() == 0) {
            transport().expires_after(m_server.limits.idle);
            if (co_await readSome())
                co_return false;
        }
        m_hadEmptyLine = !m_hadEmptyLine && beginsWithEmptyLine(m_buffer);
        if (m_hadEmptyLine) { // some clients end a body with one that does not belong to it
            m_buffer.consume(2);
            co_return true;
        }
        Parser parser;
        parser.header_limit(m_server.limits.headerBytes);
        parser.body_limit(boost::none); // until the route is known
        m_keepAlive = false;
        m_isHead = false;
        m_tell = nullptr;
        if (const error_code ec = co_await read(parser, Until::Head, m_server.limits.header); ec) {
            lookWhoReads(headOf(parser.get()));
            co_return co_await refuse(statusFor(ec));
        }

        m_idle = false;
        const Share busy(m_server.busy, 1);
        HttpRequest request{headOf(parser.get()), {}, QString::fromStdString(m_peer.address.to_string()), m_peer.isLocal};
        const int framing = checkFraming(request.head, m_server.limits);
        lookWhoReads(request.head);
        if (framing != 0)
            co_return co_await refuse(framing);
        m_isHead = request.head.method == "HEAD";
        m_version = request.head.version;
        m_keepAlive = request.head.version == 11 && parser.get().keep_alive();
        if (m_server.draining)
            co_return co_await refuse(503);
        HttpServer::Admission admission = m_server.admit(request.head);
        if (!co_await hearGuard(admission, request))
            co_return false;
        if (admission.refusal) {
            told(admission, admission.refusal->status);
            m_keepAlive = m_keepAlive && parser.is_done(); // behind an unread body nothing can be understood
            co_return co_await write(std::move(*admission.refusal));
        }
        std::optional<Share<qint64>> room; // of the body, until it is answered
        if (const int status = co_await receive(parser, request, admission, room); status != 0)
            co_return co_await refuse(told(admission, status), admission.bodyLimit);
        if (!transport().socket().is_open())
            co_return false; // closed by stop() just now: nobody would end the wait
        request.body = QByteArray::fromStdString(std::exchange(parser.get().body(), {}));
        room.emplace(m_server.bodyBytes, request.body.size());
        transport().expires_never();
        const MakeAnswer late = admission.onlyAsks ? unavailable : unanswered;
        auto answer = co_await ask(admission.handler, std::move(request), admission.replyWithin, late);
        if (!answer)
            co_return false;
        if (m_server.answerBytes + weightOf(*answer) > m_server.limits.answerBytesAtOnce)
            *answer = late();
        const Share<qint64> weight(m_server.answerBytes, weightOf(*answer)); // until it has been taken
        told(admission, answer->status);
        co_return co_await write(std::move(*answer));
    }

    // Small answers are bounded by the number of connections.
    static qint64 weightOf(const HttpResponse &answer)
    {
        return answer.body.size() > answerBytesSmall ? answer.body.size() : 0;
    }

    void lookWhoReads(const HttpHead &head) { m_tell = m_server.tell ? m_server.tell(head) : nullptr; }

    // In streamsessionread.h.
    enum class Until { Head, End };
    Task<error_code> readSome(); // into the buffer
    [[nodiscard]] bool parse(Parser &parser, Until until, error_code &ec); // what has come; false: it needs more
    Task<error_code> readOn(Parser &parser, Until until);
    Task<error_code> read(Parser &parser, Until until, milliseconds patience);
    // Reads the body; 0 when it is complete, else the status to refuse it with, or `unreadable`.
    Task<int> receive(Parser &parser, const HttpRequest &request, const HttpServer::Admission &admission,
                      std::optional<Share<qint64>> &room);

    // In streamsessionwrite.h.
    static int told(const HttpServer::Admission &admission, int status);
    Task<bool> refuse(int status, qint64 bodyLimit = -1); // of a body that was over it
    Task<error_code> send(QByteArrayView first, QByteArrayView second = {}, QByteArrayView third = {});
    Task<bool> write(HttpResponse answer);
    Task<bool> goOn(HttpResponse answer);
    Task<bool> pour(BodyStream &stream, bool chunked);

    std::shared_ptr<ssl::context> m_tls; // the certificate this connection began with
    Stream m_stream;
    beast::flat_buffer m_buffer{bufferBytes};
    bool m_hadEmptyLine = false; // one is passed over before each request (RFC 9112 2.2)
    bool m_isHead = false;
    int m_version = 11;
    bool m_keepAlive = false;
    std::function<void(HttpResponse &)> m_tell; // how the answers of this exchange are told; nothing: as they are
};

} // namespace hmsact::api
