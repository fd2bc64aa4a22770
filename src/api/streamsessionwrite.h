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
Task<error_code> StreamSession<Stream>::send(QByteArrayView first, QByteArrayView second, QByteArrayView third)
{
    const auto buffer = [](QByteArrayView bytes) {
        return asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size()));
    };
    const std::array buffers{buffer(first), buffer(second), buffer(third)};
    auto [ec, n] = co_await asio::async_write(m_stream, buffers, await);
    co_return ec;
}

template <class Stream>
Task<bool> StreamSession<Stream>::write(HttpResponse answer)
{
    if (m_tell)
        m_tell(answer);
    if (answer.stream)
        co_return co_await goOn(std::move(answer));
    const bool keepAlive = m_keepAlive && !m_server.draining;
    const std::string head = textOf(answer, Framing::Length, keepAlive);
    transport().expires_after(m_server.limits.write + timeFor(answer.body.size()));
    const QByteArrayView body = m_isHead ? QByteArrayView() : QByteArrayView(answer.body);
    const error_code ec = co_await send(head, body);
    m_idle = true;
    co_return !ec && keepAlive;
}

// A body without an end of its own: in chunks, for HTTP/1.0 until the connection closes. The client's next request
// would wait for ever behind it, so the connection is not used again.
template <class Stream>
Task<bool> StreamSession<Stream>::goOn(HttpResponse answer)
{
    const std::shared_ptr<BodyStream> stream = std::move(answer.stream);
    const bool chunked = m_version == 11;
    const std::string head = textOf(answer, chunked ? Framing::Chunks : Framing::Close, false);
    transport().expires_after(m_server.limits.write);
    if (co_await send(head) || m_isHead)
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
        (void)co_await send("0\r\n\r\n");
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
            const QByteArray size = chunked ? QByteArray::number(piece.bytes.size(), 16) + "\r\n" : QByteArray();
            const QByteArrayView end = chunked ? "\r\n" : QByteArrayView();
            if (co_await send(size, piece.bytes, end))
                co_return false;
        }
        if (piece.isLast)
            co_return true;
    }
    co_return transport().socket().is_open();
}

} // namespace hmsact::api
