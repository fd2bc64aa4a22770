// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/rawclient.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QList>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace hmsact::api::test {

namespace {

constexpr int patienceMs = 20'000;

}

QJsonObject RawAnswer::json() const { return QJsonDocument::fromJson(body).object(); }

QJsonArray RawAnswer::list() const { return QJsonDocument::fromJson(body).array(); }

RawClient::RawClient(quint16 port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
}

RawClient::~RawClient() { close(); }

RawClient::RawClient(RawClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_buffer(std::move(other.m_buffer))
{
}

bool RawClient::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

bool RawClient::fill(int timeoutMs)
{
    pollfd ready{m_socket, POLLIN, 0};
    if (m_socket < 0 || ::poll(&ready, 1, timeoutMs) != 1)
        return false;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    const ssize_t n = ::recv(m_socket, chunk.data(), static_cast<size_t>(chunk.size()), 0);
    if (n <= 0)
        return false;
    m_buffer.append(chunk.first(n));
    return true;
}

std::optional<RawAnswer> RawClient::read(bool toHead)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill(patienceMs))
            return {};
    }
    RawAnswer answer;
    QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    answer.status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        answer.fields.insert(line.first(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    if (toHead || answer.status == 100)
        return answer;
    const qsizetype length = answer.fields.value("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill(patienceMs))
            return {};
    }
    answer.body = m_buffer.first(length);
    m_buffer.remove(0, length);
    return answer;
}

bool RawClient::arrivesWithin(int timeoutMs) { return fill(timeoutMs); }

QByteArray RawClient::readUntil(const QByteArray &text)
{
    qsizetype searched = 0;
    for (;;) {
        if (const qsizetype at = m_buffer.indexOf(text, searched); at >= 0) {
            const QByteArray found = m_buffer.first(at + text.size());
            m_buffer.remove(0, found.size());
            return found;
        }
        searched = std::max<qsizetype>(0, m_buffer.size() - text.size());
        if (!fill(patienceMs))
            return {};
    }
}

bool RawClient::isClosedWithin(int timeoutMs)
{
    pollfd ready{m_socket, POLLIN, 0};
    const QDeadlineTimer end(timeoutMs);
    while (m_socket >= 0) {
        if (::poll(&ready, 1, static_cast<int>(end.remainingTime())) != 1)
            return false;
        if (!fill(0))
            return true;
    }
    return true;
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

void RawClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &fields)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields;
    if (!body.isNull())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

} // namespace hmsact::api::test
