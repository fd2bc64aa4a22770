// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/framing.h"

#include <algorithm>
#include <array>
#include <limits>

namespace hmsact::api {

namespace {

constexpr QByteArrayView contentLength = "Content-Length";
constexpr QByteArrayView transferEncoding = "Transfer-Encoding";
constexpr QByteArrayView host = "Host";

bool isKnownMethod(const QByteArray &method)
{
    static constexpr std::array<QByteArrayView, 9> known{"GET",    "HEAD",    "POST",  "PUT",    "PATCH",
                                                         "DELETE", "OPTIONS", "TRACE", "CONNECT"};
    return std::ranges::any_of(known, [&](QByteArrayView one) { return one == method; });
}

bool isDecimal(const QByteArray &text)
{
    // 18 digits always fit: "5, 5", "+5", "0x5" and overflowing lengths are all refused here.
    return !text.isEmpty() && text.size() <= std::numeric_limits<qint64>::digits10
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isHost(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._~%:[]").contains(c);
    });
}

// With any port.
bool isLocalName(const QByteArray &text)
{
    const qsizetype colon = text.lastIndexOf(':');
    const QByteArray name = (colon > text.lastIndexOf(']') ? text.left(colon) : text).toLower();
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

// "http://host/path" → "/path", "http://host?query" → "/?query": proxies' form, which every server must understand.
void toOriginForm(QByteArray &target)
{
    const QByteArray lower = target.left(8).toLower();
    const qsizetype scheme = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
    if (scheme == 0)
        return;
    const auto ends = [](char c) {
        return QByteArrayView("/?#").contains(c);
    };
    const QByteArray rest = target.mid(std::find_if(target.cbegin() + scheme, target.cend(), ends) - target.cbegin());
    target = rest.startsWith('/') ? rest : '/' + rest;
}

bool isOriginForm(const QByteArray &target)
{
    return target.startsWith('/') && std::ranges::all_of(target, [](char c) { return c > ' ' && c < 127 && c != '#'; });
}

} // namespace

int HttpHead::count(QByteArrayView name) const
{
    return static_cast<int>(std::ranges::count_if(
        fields, [&](const auto &field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; }));
}

QByteArray HttpHead::field(QByteArrayView name) const
{
    for (const auto &[key, value] : fields) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray HttpHead::mediaType() const { return field("Content-Type").split(';').front().trimmed().toLower(); }

int checkFraming(HttpHead &head, const HttpLimits &limits)
{
    if (head.target.size() > limits.targetBytes)
        return 414;
    if (static_cast<int>(head.fields.size()) > limits.fields)
        return 431;
    if (!isKnownMethod(head.method))
        return 501;
    if (head.count(host) > 1 || (head.version == 11 && head.count(host) == 0) || !isHost(head.field(host)))
        return 400;
    toOriginForm(head.target);
    if (!isOriginForm(head.target))
        return 400;

    const int lengths = head.count(contentLength);
    const int codings = head.count(transferEncoding);
    if (lengths > 1 || codings > 1 || (lengths > 0 && codings > 0))
        return 400;
    if (lengths > 0 && !isDecimal(head.field(contentLength)))
        return 400;
    if (codings > 0 && (head.version == 10 || head.field(transferEncoding).toLower() != "chunked"))
        return 400;
    return 0;
}

bool isOfAnotherSite(const HttpHead &head)
{
    const QByteArray site = head.field("Origin");
    const qsizetype scheme = site.indexOf("://");
    return !site.isEmpty() && (scheme < 0 || !isLocalName(site.mid(scheme + 3)));
}

bool announcesBody(const HttpHead &head) { return head.count(contentLength) > 0 || head.count(transferEncoding) > 0; }

} // namespace hmsact::api
