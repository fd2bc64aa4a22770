// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchconnection.h"

#include "cli/benchdatabase.h"
#include "domain/codec.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <future>

namespace hmsact::cli {

static constexpr int answerWithinMs = 60'000;

static QByteArray headOf(const QUrl &url, const QString &token)
{
    return " HTTP/1.1\r\nHost: " + url.authority().toUtf8() + "\r\nAuthorization: Bearer " + token.toUtf8()
        + "\r\nContent-Type: application/json\r\nContent-Length: ";
}

BenchConnection::BenchConnection(const QUrl &url, const QString &token) : m_head(headOf(url, token))
{
    m_socket.connectToHost(url.host(), quint16(url.port()));
}

QJsonObject BenchConnection::post(const QByteArray &path, const QJsonObject &body)
{
    return QJsonDocument::fromJson(call("POST /api/v1" + path, domain::compact(body))).object();
}

QByteArray BenchConnection::get(const QByteArray &path) { return call("GET " + path, {}); }

QByteArray BenchConnection::call(const QByteArray &what, const QByteArray &body)
{
    m_socket.write(what + m_head + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    qsizetype bodyAt = -1;
    qsizetype size = 0;
    while (bodyAt < 0 || answer.size() < bodyAt + size) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(answerWithinMs))
            throw std::runtime_error(m_socket.errorString().toStdString());
        answer += m_socket.readAll();
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
    std::promise<domain::Reply> made;
    core.submit(benchRequest(create), [&](domain::Reply reply) { made.set_value(std::move(reply)); });
    const domain::Reply reply = made.get_future().get();
    if (!reply.result)
        return reply.result.error();
    return std::get<domain::NewToken>(*reply.result).secret;
}

} // namespace hmsact::cli
