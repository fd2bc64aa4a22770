// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

// HTTP messages as values, without any library's types.
namespace hmsact::api {

using Fields = std::vector<std::pair<QByteArray, QByteArray>>; // in the order sent

// Everything before the body, as the client sent it.
struct HttpHead {
    QByteArray method; // "GET"
    QByteArray target; // "/api/v1/queue?limit=5"
    int version = 11; // 10 or 11
    Fields fields;

    [[nodiscard]] int count(QByteArrayView name) const; // names are compared without regard to case
    [[nodiscard]] QByteArray field(QByteArrayView name) const; // the first of that name, or empty
    [[nodiscard]] QByteArray mediaType() const; // of the body, in small letters, without its parameters
};

struct HttpRequest {
    HttpHead head;
    QByteArray body;
    QString peer; // the client's address
    bool peerIsLocal = true; // on this machine
};

// A body that goes on while the client stays. The server pulls, on its thread, once the client has taken what came before:
// a slow client costs its place, not memory.
class BodyStream
{
public:
    virtual ~BodyStream() = default;
    struct Piece {
        QByteArray bytes; // empty: nothing now
        bool isLast = false;
    };
    [[nodiscard]] virtual Piece next() = 0;
    [[nodiscard]] virtual QByteArray beat() = 0; // said once in `HttpLimits::streamIdle`, whatever else is
    virtual void whenThereIsMore(std::function<void()> wake) = 0; // called once, before the first next()
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json"); // empty: none
    QByteArray body;
    Fields fields; // beside those that every answer carries (Date, Content-Length, …)
    std::shared_ptr<BodyStream> stream = {}; // instead of `body`
};

// What a client of one kind may take; 0 requests per second means no limit.
struct PeerLimits {
    int connections = 0; // of all clients of this kind together
    int connectionsPerAddress = 0;
    double requestsPerS = 0; // per token
    double burst = 0;
};

// Bounds of the server. Deadlines are absolute: a byte now and then prolongs nothing.
struct HttpLimits {
    PeerLimits loopback{4000, 2000, 0, 0}; // programs of this machine: bots by the hundred
    PeerLimits remote{64, 8, 20, 40};
    quint32 headerBytes = 32 * 1024;
    int targetBytes = 8 * 1024;
    int fields = 64;
    qint64 bodyBytesAtOnce = 512 * 1024 * 1024; // of all that are received or not answered yet
    qint64 answerBytesAtOnce = 512 * 1024 * 1024; // of all large ones that are being written: readers may be slow
    qint64 bytesPerS = 256 * 1024; // large bodies and answers get time at this rate on top of `body` and `write`
    std::chrono::milliseconds handshake{5'000}, idle{15'000}, header{10'000}, body{30'000}, write{30'000}, linger{3'000},
        streamIdle{15'000};
};

} // namespace hmsact::api
