// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/error.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace hmsact::client {

static ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Auth;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    case 502:
    case 503:
    case 504:
        return ErrorKind::Unavailable;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::Validation;
    }
}

Error refusal(int status, const QByteArray &body, const QByteArray &retryAfter)
{
    Error error;
    error.kind = kindOf(status);
    error.status = status;
    error.problem = QJsonDocument::fromJson(body).object();
    error.title = error.problem.value(QLatin1String("title")).toString(QStringLiteral("HTTP %1").arg(status));
    error.detail = error.problem.value(QLatin1String("detail")).toString();
    if (error.problem.isEmpty())
        error.detail = QString::fromUtf8(body.left(500)).simplified(); // a proxy's own page, perhaps
    for (const QJsonValue value : error.problem.value(QLatin1String("errors")).toArray()) {
        const QJsonObject field = value.toObject();
        error.fields.push_back(
            {field.value(QLatin1String("pointer")).toString(), field.value(QLatin1String("detail")).toString()});
    }
    const bool isPassedOn = status == 502 || status == 504; // a proxy's word, which has heard no answer itself
    error.maybeDone = isPassedOn || error.problem.value(QLatin1String("maybe_done")).toBool();
    bool isNumber = false;
    const double seconds = retryAfter.toDouble(&isNumber);
    if (isNumber)
        error.retryAfterMs = qint64(std::clamp(seconds, 0.0, 86'400.0) * 1000);
    return error;
}

QString Error::text() const
{
    QStringList parts;
    if (fields.empty() || detail != fields.front().detail) // which says it with its field
        parts.append(detail.isEmpty() ? title : detail);
    for (const FieldError &field : fields)
        parts.append(QStringLiteral("%1: %2").arg(field.pointer, field.detail));
    return parts.join(QStringLiteral("; "));
}

bool Error::mayPass() const
{
    return kind == ErrorKind::Transport || kind == ErrorKind::RateLimited || kind == ErrorKind::Unavailable
        || kind == ErrorKind::Server;
}

} // namespace hmsact::client
