// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/call.h"

#include "client/oncedevice.h"

#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <limits>

namespace hmsact::client {

static constexpr qint64 answerBytesMax = 64 * 1024 * 1024; // more than any page of 1,000 or any artefact
static constexpr qint64 retryWaitMaxMs = 10'000; // a server that asks for more gets an error instead

// Segments of dots are resolved away, to QUrl also as %2E, and what an empty one leads to is another thing.
static bool leadsElsewhere(const QString &path)
{
    const QStringList segments = path.mid(1).split(u'/');
    return std::ranges::any_of(segments, [](const QString &segment) {
        const QString name = QUrl::fromPercentEncoding(segment.toLatin1());
        return name.isEmpty() || name == QLatin1String(".") || name == QLatin1String("..");
    });
}

static bool fitsHeader(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

static Error notSent(ErrorKind kind, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    return error;
}

Call::Call(const Settings &settings, Request request, Transport::Handler handler, QNetworkAccessManager &network,
           QObject *parent)
    : QObject(parent), m_settings(settings), m_request(std::move(request)), m_handler(std::move(handler)), m_network(network)
{
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_reply)
            m_reply->abort();
    });
    connect(&m_pause, &QTimer::timeout, this, &Call::attempt);
    m_pause.start(0);
}

void Call::abort()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.detail = QStringLiteral("cancelled");
    error.maybeDone = m_maybeDone || m_reply;
    finish(error);
}

QNetworkRequest Call::networkRequest() const
{
    QUrl url = m_settings.url;
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + QStringLiteral("/api/v1") + m_request.path, QUrl::TolerantMode);
    url.setQuery(m_request.query);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!m_settings.checkCertificate) {
        QSslConfiguration unchecked = QSslConfiguration::defaultConfiguration();
        unchecked.setPeerVerifyMode(QSslSocket::VerifyNone);
        request.setSslConfiguration(unchecked);
    }
    request.setRawHeader("Authorization", "Bearer " + m_settings.token.toUtf8());
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "hms-act-cpp/" HMSACT_VERSION);
    if (!m_request.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", m_request.idempotencyKey);
    if (m_request.method != "GET" && m_request.method != "DELETE") {
        request.setRawHeader("Content-Type", m_request.contentType);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    return request;
}

void Call::attempt()
{
    if (leadsElsewhere(m_request.path))
        return finish(notSent(ErrorKind::Validation, QStringLiteral("an id or a name is missing in ") + m_request.path));
    if (!fitsHeader(m_request.contentType) || !fitsHeader(m_request.idempotencyKey))
        return finish(
            notSent(ErrorKind::Validation, QStringLiteral("a media type or a key has characters that no header has")));
    if (!fitsHeader(m_settings.token.toUtf8()))
        return finish(notSent(ErrorKind::Auth, QStringLiteral("the token has characters that no token has")));
    ++m_tries;
    m_timedOut = false;
    const bool hasBody = m_request.method != "GET" && m_request.method != "DELETE";
    auto *body = hasBody ? new OnceDevice(m_request.body, nullptr) : nullptr;
    m_reply = m_network.sendCustomRequest(networkRequest(), m_request.method, body);
    m_reply->setParent(this);
    if (body)
        body->setParent(m_reply);
    connect(m_reply, &QNetworkReply::finished, this, &Call::received);
    connect(m_reply, &QNetworkReply::downloadProgress, m_reply, [reply = m_reply.data()](qint64 bytes, qint64) {
        if (bytes > answerBytesMax)
            reply->abort();
    });
    m_deadline.start(int(std::min<qint64>(m_settings.timeoutMs + m_request.waitMs, std::numeric_limits<int>::max())));
}

Error Call::failure(QNetworkReply::NetworkError code, const QString &text) const
{
    Error error;
    error.kind = ErrorKind::Transport;
    error.detail = QStringLiteral("no answer from %1: %2")
                       .arg(m_settings.url.toDisplayString(), m_timedOut ? QStringLiteral("timed out") : text);
    error.maybeDone = code != QNetworkReply::ConnectionRefusedError && code != QNetworkReply::HostNotFoundError
        && code != QNetworkReply::SslHandshakeFailedError && code != QNetworkReply::ProtocolUnknownError;
    return error;
}

void Call::received()
{
    m_deadline.stop();
    QNetworkReply *reply = m_reply.data();
    m_reply = nullptr;
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // An error beside a status below 400 is a body that did not arrive whole.
    const bool whole = reply->error() == QNetworkReply::NoError || (status >= 400 && !m_timedOut);
    if (status == 0 || !whole)
        return failed(failure(reply->error(), reply->errorString()));
    const QByteArray body = reply->readAll();
    if (status >= 200 && status < 300) {
        finish(Answer{status, reply->rawHeader("Content-Type"), body});
        return;
    }
    Error error = refusal(status, body, reply->rawHeader("Retry-After"));
    if (status < 400) {
        error.kind = ErrorKind::Unexpected;
        error.detail = QStringLiteral("the server answers with a redirect; give its real address");
    }
    failed(std::move(error));
}

void Call::failed(Error error)
{
    const qint64 pause = pauseMs(error);
    m_maybeDone = m_maybeDone || error.maybeDone;
    if (pause >= 0)
        return m_pause.start(int(pause));
    error.maybeDone = m_maybeDone;
    finish(error);
}

qint64 Call::pauseMs(const Error &error) const
{
    const bool repeatable = m_request.method == "GET" || m_request.repeatable || !m_request.idempotencyKey.isEmpty();
    const bool notDone = error.kind == ErrorKind::RateLimited || (error.kind == ErrorKind::Transport && !error.maybeDone);
    const bool passes =
        error.kind == ErrorKind::Transport || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::RateLimited;
    if (m_tries > m_settings.retries || !passes || (!repeatable && !notDone) || error.retryAfterMs > retryWaitMaxMs)
        return -1;
    const qint64 base = std::min<qint64>(5000, 100LL << std::min(m_tries - 1, 10));
    const qint64 jittered = base * (80 + QRandomGenerator::global()->bounded(41)) / 100;
    return std::max(jittered, error.retryAfterMs);
}

void Call::finish(Result<Answer> result)
{
    m_deadline.stop();
    m_pause.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    // The handler may destroy the transport and with it this object.
    const Transport::Handler handler = std::move(m_handler);
    m_handler = nullptr;
    deleteLater();
    if (handler)
        handler(std::move(result));
}

} // namespace hmsact::client
