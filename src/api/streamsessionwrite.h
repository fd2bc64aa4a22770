// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/streamsession.h"

// How a session writes its answers: those with an end, and those that go on.
namespace hmsact::api {

template <class Stream>
int StreamSession<Stream>::told(const HttpServer::Admission &admission, int status)
{
    if (admission.answered && status != unreadable)
        admission.answered(status);
    return status;
}

template <class Stream>
Task<bool> StreamSession<Stream>::refuse(int status, qint64 bodyLimit)
{
    m_keepAlive = false;
    if (status == unreadable)
        co_return false;
    // Made first: GCC 12 destroys what a condition inside of co_await makes twice.
    HttpResponse answer = status == 413 && bodyLimit >= 0 ? bodyTooLarge(bodyLimit) : problem(status);
    co_return co_await write(std::move(answer));
}

template <class Stream>
Task<bool> StreamSession<Stream>::write(HttpResponse answer)
{
    if (m_tell)
        m_tell(answer);
    if (answer.stream)
        co_return co_await goOn(std::move(answer));
    Message message = messageOf(answer, m_isHead);
    message.keep_alive(m_keepAlive && !m_server.draining);
    transport().expires_after(m_server.limits.write + timeFor(answer.body.size()));
    auto [ec, n] = co_await http::async_write(m_stream, message, await);
    m_idle = true;
    co_return !ec && message.keep_alive();
}

// A body without an end of its own: in chunks, for HTTP/1.0 until the connection closes. The client's next request
// would wait for ever behind it, so the connection is not used again.
template <class Stream>
Task<bool> StreamSession<Stream>::goOn(HttpResponse answer)
{
    const std::shared_ptr<BodyStream> stream = std::move(answer.stream);
    http::response<http::empty_body> head(headOf(answer));
    head.keep_alive(false);
    const bool chunked = m_version == 11;
    if (chunked)
        head.chunked(true);
    http::response_serializer<http::empty_body> serializer(head);
    transport().expires_after(m_server.limits.write);
    auto [ec, n] = co_await http::async_write_header(m_stream, serializer, await);
    if (ec || m_isHead)
        co_return false;
    m_streaming = true;
    stream->whenThereIsMore([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->wakeStream();
    });
    const bool whole = co_await pour(*stream, chunked);
    m_streaming = false;
    if (whole && chunked) {
        transport().expires_after(m_server.limits.write);
        (void)co_await asio::async_write(m_stream, http::make_chunk_last(), await);
    }
    co_return false;
}

// True when the stream has ended, false when the client has.
template <class Stream>
Task<bool> StreamSession<Stream>::pour(BodyStream &stream, bool chunked)
{
    auto beatAt = std::chrono::steady_clock::now() + m_server.limits.streamIdle;
    while (!m_server.draining && transport().socket().is_open()) {
        BodyStream::Piece piece = stream.next();
        if (piece.bytes.isEmpty() && !piece.isLast) {
            transport().expires_never();
            m_wake.expires_at(beatAt);
            if (const auto [woken] = co_await m_wake.async_wait(await); woken)
                continue;
        }
        if (!piece.isLast && std::chrono::steady_clock::now() >= beatAt) { // also where there is always something to say
            beatAt = std::chrono::steady_clock::now() + m_server.limits.streamIdle;
            piece.bytes += stream.beat();
        }
        if (!piece.bytes.isEmpty()) {
            transport().expires_after(m_server.limits.write);
            const asio::const_buffer bytes(piece.bytes.constData(), static_cast<std::size_t>(piece.bytes.size()));
            error_code failed;
            if (chunked)
                std::tie(failed, std::ignore) = co_await asio::async_write(m_stream, http::make_chunk(bytes), await);
            else
                std::tie(failed, std::ignore) = co_await asio::async_write(m_stream, bytes, await);
            if (failed)
                co_return false;
        }
        if (piece.isLast)
            co_return true;
    }
    co_return transport().socket().is_open();
}

} // namespace hmsact::api
