// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchconnection.h"

#include "cli/benchdatabase.h"
#include "domain/codec.h"
#include "engine/coredoor.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace hmsact::cli {

static constexpr timeval answerWithin{60, 0};

static QByteArray headOf(const QUrl &url, const QString &token)
{
    return " HTTP/1.1\r\nHost: " + url.authority().toUtf8() + "\r\nAuthorization: Bearer " + token.toUtf8()
        + "\r\nContent-Type: application/json\r\nContent-Length: ";
}

BenchConnection::BenchConnection(const QUrl &url, const QString &token)
    : m_head(headOf(url, token)), m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(url.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int atOnce = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce);
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &answerWithin, sizeof answerWithin);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return;
    const std::error_code why(errno, std::generic_category());
    ::close(m_socket);
    throw std::system_error(why, "not connected");
}

BenchConnection::~BenchConnection() { ::close(m_socket); }

QJsonObject BenchConnection::post(const QByteArray &path, const QJsonObject &body)
{
    return QJsonDocument::fromJson(call("POST /api/v1" + path, domain::compact(body))).object();
}

QByteArray BenchConnection::get(const QByteArray &path) { return call("GET " + path, {}); }

QByteArray BenchConnection::call(const QByteArray &what, const QByteArray &body)
{
    const QByteArray request = what + m_head + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (::send(m_socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
        throw std::system_error(errno, std::generic_category(), "not sent");
    std::array<char, 65'536> part;
    QByteArray answer;
    qsizetype bodyAt = -1;
    qsizetype size = 0;
    while (bodyAt < 0 || answer.size() < bodyAt + size) {
        const ssize_t count = ::recv(m_socket, part.data(), part.size(), 0);
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "no answer");
        if (count == 0)
            throw std::runtime_error("the server hung up");
        answer.append(part.data(), count);
        if (bodyAt < 0 && answer.contains("\r\n\r\n")) {
            bodyAt = answer.indexOf("\r\n\r\n") + 4;
            const qsizetype at = answer.toLower().indexOf("content-length:") + 15;
            size = answer.mid(at, answer.indexOf('\r', at) - at).trimmed().toLongLong();
        }
    }
    if (!answer.startsWith("HTTP/1.1 200 ") && !answer.startsWith("HTTP/1.1 201 "))
        throw std::runtime_error(answer.toStdString());
    return answer.mid(bodyAt);
}

domain::Error overHttpFailed(const std::runtime_error &why)
{
    return domain::makeError(domain::ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "over HTTP: %1"),
                             {QString::fromUtf8(why.what())});
}

domain::Result<QString> benchToken(engine::Core &core)
{
    domain::CreateToken create;
    create.name = QStringLiteral("bench");
    create.role = domain::Role::Admin;
    const auto made = sendAndWait(core, create, benchActor());
    if (!made)
        return made.error();
    return made->secret;
}

} // namespace hmsact::cli
