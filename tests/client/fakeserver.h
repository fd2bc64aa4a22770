// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <deque>
#include <functional>
#include <optional>

// A scripted HTTP server in the test's own thread: answers in the order of `script`, then by `otherwise`; an answer that is
// nothing is silence, one with status 0 closes the connection.
class FakeServer : public QObject
{
public:
    struct Seen {
        QByteArray method;
        QByteArray path; // without /api/v1
        QMap<QByteArray, QByteArray> headers; // lower-case names
        QByteArray body;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] QByteArray action() const { return path.mid(path.lastIndexOf('/') + 1); }
    };
    struct Reply {
        int status = 200;
        QByteArray body = "{}";
        QByteArray headers = {};
    };
    using Answer = std::optional<Reply>;

    FakeServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    ++closed;
                    m_buffers.remove(socket);
                    socket->deleteLater();
                });
            }
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    void stopListening() { m_server.close(); }
    [[nodiscard]] qsizetype count(const QByteArray &action) const
    {
        return std::count_if(seen.begin(), seen.end(), [&](const Seen &one) { return one.action() == action; });
    }

    std::deque<Seen> seen;
    std::deque<Answer> script;
    std::function<Answer(const Seen &)> otherwise = [](const Seen &) {
        return Reply{};
    };
    int connections = 0;
    int closed = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.front().trimmed().split(' ');
        Seen one{first.value(0), first.value(1).mid(int(qstrlen("/api/v1"))), {}, {}};
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            one.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = one.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        one.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        seen.push_back(one);
        Answer answer;
        if (script.empty()) {
            answer = otherwise(one);
        } else {
            answer = script.front();
            script.pop_front();
        }
        if (!answer)
            return;
        if (answer->status == 0)
            return socket->abort();
        socket->write("HTTP/1.1 " + QByteArray::number(answer->status) + " x\r\nContent-Length: "
                      + QByteArray::number(answer->body.size()) + "\r\n" + answer->headers + "\r\n" + answer->body);
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
    QTcpServer m_server; // after what its sockets touch when they go
};
