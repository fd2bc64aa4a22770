// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace hmsact::client {

enum class ErrorKind {
    Transport, // no answer: refused, lost, timed out
    Unexpected, // something answered that is not this API
    Cancelled, // by the caller
    Validation, // 400, 413, 415, 422; without a status: what is wrong was seen before it was sent
    Auth, // 401; without a status as above
    Forbidden, // 403
    NotFound, // 404, 410
    Conflict, // 409
    RateLimited, // 429
    Unavailable, // 502, 503, 504
    Server, // any other 5xx
};

// One bad field of a request: a JSON pointer ("/tasks/2/sla") and why.
struct FieldError {
    QString pointer;
    QString detail;
};

// Why a call did not succeed. A refusal of the server (status > 0) has changed nothing, unless `maybeDone`.
struct Error {
    ErrorKind kind = ErrorKind::Transport;
    int status = 0; // HTTP; 0 without an answer
    QString title;
    QString detail;
    std::vector<FieldError> fields;
    bool maybeDone = false; // by this try or one before: no answer came, or the server does not know itself
    qint64 retryAfterMs = -1; // what the server asked for; -1: nothing
    QJsonObject problem; // all that the server said (RFC 9457)

    [[nodiscard]] QString text() const; // one line for people
    [[nodiscard]] bool mayPass() const; // waiting can mend it: no answer, 429, 5xx
};

[[nodiscard]] Error refusal(int status, const QByteArray &body, const QByteArray &retryAfter);

} // namespace hmsact::client
