// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"

#include <QDateTime>
#include <QLocale>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

// Boost under short names, and what is needed to get in and out of its types. This file, serverstate.h,
// session.h, sessionend.h, streamsession.h, streamsessionread.h and streamsessionwrite.h are parts of httpserver.cpp alone:
// including Boost costs ten seconds.
namespace hmsact::api {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using beast::error_code;
using std::chrono::milliseconds;
using Executor = asio::io_context::executor_type; // concrete: smaller and faster than any_io_executor
using Plain = beast::basic_stream<tcp, Executor>;
using Secure = beast::ssl_stream<Plain>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Parser = http::request_parser<http::string_body>;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr auto await = asio::as_tuple(asio::use_awaitable_t<Executor>{}); // errors come back as values

inline constexpr qsizetype answerBytesSmall = 64 * 1024;
inline constexpr std::size_t readAtOnce = 16 * 1024;
inline constexpr milliseconds watchedAfter{20}; // for the client's end: most answers are there sooner
inline constexpr std::size_t lingerBytes = 32 * 1024 * 1024; // whoever sends all before reading hears why it was too much
// Chunk extensions and trailers obey no other limit than the buffer's.
inline constexpr std::size_t bufferBytes = 128 * 1024;

inline QByteArray bytes(beast::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

inline beast::string_view view(const QByteArray &text) { return {text.constData(), static_cast<std::size_t>(text.size())}; }

inline HttpHead headOf(const Parser::value_type &message)
{
    HttpHead head{bytes(message.method_string()), bytes(message.target()), static_cast<int>(message.version()), {}};
    for (const auto &field : message)
        head.fields.emplace_back(bytes(field.name_string()), bytes(field.value()));
    return head;
}

inline bool beginsWithEmptyLine(const beast::flat_buffer &buffer)
{
    return beast::string_view(static_cast<const char *>(buffer.data().data()), buffer.size()).substr(0, 2) == "\r\n";
}

inline constexpr int unreadable = -1; // the connection is dead, nobody would read an answer

inline int statusFor(error_code ec)
{
    if (ec == asio::error::timed_out)
        return 408;
    if (ec.category() != make_error_code(http::error::bad_target).category() || ec == http::error::end_of_stream
        || ec == http::error::partial_message)
        return unreadable;
    if (ec == http::error::header_limit || ec == http::error::buffer_overflow)
        return 431;
    if (ec == http::error::body_limit)
        return 413;
    return ec == http::error::bad_version ? 505 : 400;
}

// In English, whatever the process speaks; made once a second.
inline const std::string &httpDate()
{
    thread_local qint64 secondsOfText = 0;
    thread_local std::string text;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (std::exchange(secondsOfText, now) != now)
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                   .toStdString();
    return text;
}

enum class Framing { Length, Chunks, Close }; // how a client knows where a body ends

// What goes before the body of an answer.
inline std::string textOf(const HttpResponse &answer, Framing framing, bool keepAlive)
{
    http::response<http::empty_body> head(static_cast<http::status>(answer.status), 11);
    head.set(http::field::date, httpDate());
    head.set("X-Content-Type-Options", "nosniff");
    head.set(http::field::cache_control, "no-store");
    if (!answer.contentType.isEmpty())
        head.set(http::field::content_type, view(answer.contentType));
    for (const auto &[name, value] : answer.fields)
        head.set(view(name), view(value));
    if (framing == Framing::Chunks)
        head.chunked(true);
    else if (framing == Framing::Length && answer.status != 204)
        head.content_length(static_cast<std::uint64_t>(answer.body.size()));
    head.keep_alive(keepAlive);

    std::string text = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(head.reason()) + "\r\n";
    for (const auto &field : head)
        text.append(field.name_string()).append(": ").append(field.value()).append("\r\n");
    return text.append("\r\n");
}

inline asio::ip::address unmapped(const asio::ip::address &address)
{
    return address.is_v6() && address.to_v6().is_v4_mapped()
        ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6())
        : address;
}

} // namespace hmsact::api
