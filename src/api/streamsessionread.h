// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/streamsession.h"

// How a session reads bodies.
namespace hmsact::api {

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
    transport().expires_after(limits.write);
    if (const QByteArray expect = request.head.field("Expect"); !expect.isEmpty()) {
        if (expect.toLower() != "100-continue")
            co_return 417;
        http::response<http::empty_body> go(http::status::continue_, 11);
        if (auto [ec, n] = co_await http::async_write(m_stream, go, await); ec)
            co_return unreadable;
    }
    auto body = http::async_read(m_stream, m_buffer, parser, await);
    if (const auto ec = co_await within(limits.body + timeFor(expected), std::move(body)); ec)
        co_return statusFor(ec);
    // Trailers land among the header fields, behind all checks; nobody needs them here.
    const auto fields = std::distance(parser.get().begin(), parser.get().end());
    co_return fields == static_cast<std::ptrdiff_t>(request.head.fields.size()) ? 0 : 400;
}

} // namespace hmsact::api
