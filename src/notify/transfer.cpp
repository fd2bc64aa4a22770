// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/transfer.h"

#include "domain/limits.h"
#include "notify/privateaddress.h"

#include <algorithm>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace hmsact::notify {

static constexpr qsizetype answerBytesMax = 64 * 1024; // the rest is read and dropped
static constexpr long connectTimeoutMs = 10'000;

// Here, and what the environment names: what is set takes the place of that.
static QByteArray withoutProxy()
{
    const QByteArray named = qgetenv(qEnvironmentVariableIsSet("no_proxy") ? "no_proxy" : "NO_PROXY");
    return named == "*" ? named : "localhost,127.0.0.1,::1," + named;
}

Transfer::Transfer() : m_handle(curl_easy_init())
{
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeoutMs);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_WRITEFUNCTION, &Transfer::writeAnswer);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOPROXY, withoutProxy().constData());
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_CLOSESOCKETFUNCTION, &Transfer::closeSocket);
    set(CURLOPT_CLOSESOCKETDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::goOn);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_FRESH_CONNECT, 1L); // the socket is this one's alone
    set(CURLOPT_FORBID_REUSE, 1L);
}

// libcurl's own limit does not hold for the last word: where a mail server hangs, its QUIT waits two minutes more.
void Transfer::limit(qint64 timeoutMs)
{
    constexpr std::chrono::milliseconds goodbye{1000};
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeoutMs));
    m_end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs) + goodbye;
}

void Transfer::setUrl(const QByteArray &url) { set(CURLOPT_URL, url.constData()); }

void Transfer::append(List &list, const QByteArray &line)
{
    list.reset(curl_slist_append(list.release(), line.constData()));
}

void Transfer::addHeader(const QByteArray &line)
{
    append(m_headers, line);
    set(CURLOPT_HTTPHEADER, m_headers.get());
}

void Transfer::addRecipient(const QByteArray &address)
{
    append(m_recipients, address);
    set(CURLOPT_MAIL_RCPT, m_recipients.get());
}

void Transfer::post(const QByteArray &body, const char *mediaType)
{
    m_content = body;
    addHeader(QByteArrayLiteral("Content-Type: ") + mediaType);
    addHeader("Expect:"); // no waiting for a go-ahead
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_content.size()));
    set(CURLOPT_POSTFIELDS, m_content.constData());
}

void Transfer::upload(const QByteArray &content)
{
    m_content = content;
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_content.size()));
    set(CURLOPT_READFUNCTION, &Transfer::readContent);
    set(CURLOPT_READDATA, this);
}

long Transfer::status() const
{
    long code = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

void Transfer::keepSaid()
{
    set(CURLOPT_HEADERFUNCTION, &Transfer::writeSaid);
    set(CURLOPT_HEADERDATA, this);
}

static constexpr qsizetype saidMax = 200;

// A line of the server at a time.
size_t Transfer::writeSaid(const char *bytes, size_t size, size_t count, void *self)
{
    const QByteArray line = QByteArray(bytes, qsizetype(size * count)).left(saidMax);
    if (line.startsWith('4') || line.startsWith('5')) // the answer to QUIT comes behind it
        static_cast<Transfer *>(self)->m_said = line;
    return size * count;
}

QString Transfer::said() const
{
    return QString::fromUtf8(m_said.mid(4)).simplified(); // "550 5.1.1 …", "550-…"
}

qint64 Transfer::retryAfterMs() const
{
    curl_off_t seconds = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RETRY_AFTER, &seconds);
    namespace limits = domain::limits;
    return std::clamp<qint64>(seconds, 0, limits::deliveryWaitMaxMs / limits::msPerSecond) * limits::msPerSecond;
}

void Transfer::abort()
{
    m_aborted = true;
    const std::lock_guard lock(m_mutex);
    if (m_socket != CURL_SOCKET_BAD)
        ::shutdown(m_socket, SHUT_RDWR);
}

curl_socket_t Transfer::openSocket(void *self, curlsocktype, curl_sockaddr *target)
{
    auto *transfer = static_cast<Transfer *>(self);
    if (transfer->publicOnly && isPrivate(target->addr)) {
        transfer->refused = true;
        return CURL_SOCKET_BAD;
    }
    const std::lock_guard lock(transfer->m_mutex);
    return transfer->m_socket = ::socket(target->family, target->socktype | SOCK_CLOEXEC, target->protocol);
}

int Transfer::closeSocket(void *self, curl_socket_t socket)
{
    auto *transfer = static_cast<Transfer *>(self);
    const std::lock_guard lock(transfer->m_mutex);
    if (transfer->m_socket == socket)
        transfer->m_socket = CURL_SOCKET_BAD;
    return ::close(socket);
}

int Transfer::goOn(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto *transfer = static_cast<Transfer *>(self);
    return transfer->m_aborted || std::chrono::steady_clock::now() > transfer->m_end ? 1 : 0;
}

size_t Transfer::readContent(char *target, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const qsizetype left = transfer->m_content.size() - transfer->m_read;
    const qsizetype piece = std::min(left, static_cast<qsizetype>(size * count));
    std::memcpy(target, transfer->m_content.constData() + transfer->m_read, static_cast<size_t>(piece));
    transfer->m_read += piece;
    return static_cast<size_t>(piece);
}

size_t Transfer::writeAnswer(const char *bytes, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const auto length = static_cast<qsizetype>(size * count);
    transfer->m_answer.append(bytes, std::min(length, answerBytesMax - transfer->m_answer.size()));
    return size * count;
}

} // namespace hmsact::notify
