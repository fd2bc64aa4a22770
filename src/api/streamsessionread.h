// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/streamsession.h"

// How a session reads requests. Parsed here, not by Beast's operations: most of a request is there at once, and needs neither a
// deadline nor a turn of the loop; and each of those operations costs the compiler seconds.
namespace hmsact::api {

template <class Stream>
Task<error_code> StreamSession<Stream>::readSome()
{
    const std::size_t room = std::min(readAtOnce, m_buffer.max_size() - m_buffer.size());
    if (room == 0)
        co_return http::error::buffer_overflow;
    auto [ec, n] = co_await m_stream.async_read_some(m_buffer.prepare(room), await);
    m_buffer.commit(n);
    co_return ec;
}

// The parser's own limit is of what it has not taken yet, and it takes field by field.
inline bool isHeadTooLarge(const Parser &parser, std::size_t bytesLeft, const HttpLimits &limits)
{
    std::size_t bytes = parser.is_header_done() ? 0 : bytesLeft;
    int fields = 0;
    for (const auto &field : parser.get()) {
        bytes += field.name_string().size() + field.value().size();
        ++fields;
    }
    return bytes > limits.headerBytes || fields > limits.fields;
}

template <class Stream>
bool StreamSession<Stream>::parse(Parser &parser, Until until, error_code &ec)
{
    const auto isRead = [&] {
        return until == Until::Head ? parser.is_header_done() : parser.is_done();
    };
    parser.eager(until == Until::End);
    while (!isRead() && m_buffer.size() > 0) {
        const std::size_t taken = parser.put(m_buffer.data(), ec);
        m_buffer.consume(taken);
        if (until == Until::Head && isHeadTooLarge(parser, m_buffer.size(), m_server.limits))
            ec = http::error::header_limit;
        if (ec == http::error::need_more)
            return false;
        if (ec)
            return true;
    }
    return isRead();
}

template <class Stream>
Task<error_code> StreamSession<Stream>::readOn(Parser &parser, Until until)
{
    error_code ec;
    do {
        ec = co_await readSome();
        if (ec == asio::error::eof && parser.got_some())
            parser.put_eof(ec);
        else if (ec == asio::error::eof)
            ec = http::error::end_of_stream;
    } while (!ec && !parse(parser, until, ec));
    co_return ec;
}

template <class Stream>
Task<error_code> StreamSession<Stream>::read(Parser &parser, Until until, milliseconds patience)
{
    error_code ec;
    if (!parse(parser, until, ec))
        ec = co_await within(patience, readOn(parser, until));
    co_return ec;
}

template <class Stream>
Task<int> StreamSession<Stream>::receive(Parser &parser, const HttpRequest &request, const HttpServer::Admission &admission,
                                         std::optional<Share<qint64>> &room)
{
    const HttpLimits &limits = m_server.limits;
    if (admission.needsBody && !announcesBody(request.head))
        co_return 411;
    const auto length = parser.content_length();
    const qint64 expected = length ? static_cast<qint64>(*length) : admission.bodyLimit;
    if (expected > admission.bodyLimit)
        co_return 413;
    if (m_server.bodyBytes + expected > limits.bodyBytesAtOnce)
        co_return 503;
    room.emplace(m_server.bodyBytes, announcesBody(request.head) ? expected : 0);
    parser.body_limit(static_cast<std::uint64_t>(admission.bodyLimit));
    if (const QByteArray expect = request.head.field("Expect"); !expect.isEmpty()) {
        if (expect.toLower() != "100-continue")
            co_return 417;
        transport().expires_after(limits.write);
        if (co_await send("HTTP/1.1 100 Continue\r\n\r\n"))
            co_return unreadable;
    }
    if (const error_code ec = co_await read(parser, Until::End, limits.body + timeFor(expected)); ec)
        co_return statusFor(ec);
    // Trailers land among the header fields, behind all checks; nobody needs them here.
    const auto fields = std::distance(parser.get().begin(), parser.get().end());
    co_return fields == static_cast<std::ptrdiff_t>(request.head.fields.size()) ? 0 : 400;
}

} // namespace hmsact::api
