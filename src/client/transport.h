// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/result.h"

#include <QNetworkAccessManager>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace hmsact::client {

class Call;

// Where the server is and who speaks.
struct Settings {
    QUrl url = QUrl(QStringLiteral("http://127.0.0.1:8311"));
    QString token = {};
    qint64 timeoutMs = 30'000; // for one try
    int retries = 3; // further tries of what may be repeated
    bool checkCertificate = true; // false: for a server on this machine that is known by other means
};

// What is sent. The path is below /api/v1 and already encoded.
struct Request {
    QByteArray method = "GET";
    QString path;
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType = "application/json";
    QByteArray idempotencyKey; // makes a POST repeatable
    bool repeatable = false; // saying it twice is the same as saying it once
    qint64 waitMs = 0; // how long the server may think
};

struct Answer {
    int status = 0;
    QByteArray contentType;
    QByteArray body;
};

// HTTP over one QNetworkAccessManager (six connections to a server at most, kept alive). Lives in the thread that made it,
// which needs an event loop. QNetworkAccessManager silently sends a POST again when a connection drops, so bodies go out
// through a device that cannot be rewound; what may be repeated is repeated here, with a pause.
class Transport final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Result<Answer>)>;

    explicit Transport(Settings settings, QObject *parent = nullptr);

    // The handler is called once, never from inside send(), and not at all once this object is gone. The returned object
    // (owned here, deletes itself afterwards) ends the call with Cancelled when its `abort` is called.
    Call *send(Request request, Handler handler);

private:
    Settings m_settings;
    QNetworkAccessManager m_network;
};

} // namespace hmsact::client
