// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace hmsact::api::test {

struct RawAnswer {
    int status = 0;
    QMap<QByteArray, QByteArray> fields; // names in lower case
    QByteArray body;

    [[nodiscard]] QJsonObject json() const; // empty when it is none
    [[nodiscard]] QJsonArray list() const;
};

// A client that sends bytes as they are, right or wrong, over one connection to 127.0.0.1. Blocking.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(RawClient &&other) noexcept;
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool send(const QByteArray &bytes); // false: the server has closed
    // The next answer; nothing when the server closes first, or after 20 s. `toHead`: it has no body.
    std::optional<RawAnswer> read(bool toHead = false);
    bool arrivesWithin(int timeoutMs); // something to read
    // Everything that has come until the text is there, which is the end of it; empty when it does not come in 20 s.
    QByteArray readUntil(const QByteArray &text);
    [[nodiscard]] bool isClosedWithin(int timeoutMs); // reads and drops what still comes
    void close(); // in peace
    void reset(); // with RST

private:
    bool fill(int timeoutMs); // false: end of stream, reset, or time is up

    int m_socket = -1;
    QByteArray m_buffer;
};

// "POST /x HTTP/1.1" with Host, Content-Length and what is given.
[[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                 const QByteArray &fields = {});

} // namespace hmsact::api::test
