// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/problem.h"

#include "domain/codec.h"

#include <QtGlobal>

namespace hmsact::api {

namespace {

const char *sentenceFor(int status)
{
    switch (status) {
    case 400:
        return QT_TRANSLATE_NOOP("Error", "The request is not well-formed HTTP");
    case 404:
        return QT_TRANSLATE_NOOP("Error", "There is nothing at this address");
    case 405:
        return QT_TRANSLATE_NOOP("Error", "This address does not take that method; see Allow");
    case 408:
        return QT_TRANSLATE_NOOP("Error", "The request did not arrive in time");
    case 411:
        return QT_TRANSLATE_NOOP("Error", "The length of the body must be announced");
    case 413:
        return QT_TRANSLATE_NOOP("Error", "The body is over the limit");
    case 414:
        return QT_TRANSLATE_NOOP("Error", "The address is too long");
    case 415:
        return QT_TRANSLATE_NOOP("Error", "The body must be application/json in UTF-8");
    case 417:
        return QT_TRANSLATE_NOOP("Error", "Only 100-continue can be expected");
    case 429:
        return QT_TRANSLATE_NOOP("Error", "Too many requests; wait a moment");
    case 431:
        return QT_TRANSLATE_NOOP("Error", "The header is over the limit");
    case 501:
        return QT_TRANSLATE_NOOP("Error", "The method is unknown");
    case 503:
        return QT_TRANSLATE_NOOP("Error", "The service cannot answer now; try again");
    case 505:
        return QT_TRANSLATE_NOOP("Error", "Only HTTP/1.0 and HTTP/1.1 are spoken here");
    default:
        return QT_TRANSLATE_NOOP("Error", "The program failed to answer; this is a defect");
    }
}

HttpResponse response(const domain::Error &error, int status)
{
    HttpResponse answer;
    answer.status = status;
    answer.contentType = QByteArrayLiteral("application/problem+json");
    answer.body = domain::compact(domain::toJson(error, status));
    if (status == 401)
        answer.fields.emplace_back("WWW-Authenticate", "Bearer realm=\"hms-act\"");
    if (status == 429 || status == 503)
        answer.fields.emplace_back("Retry-After", QByteArray::number(retryAfterS));
    return answer;
}

} // namespace

HttpResponse problem(const domain::Error &error) { return response(error, domain::httpStatus(error.code)); }

HttpResponse problem(int status)
{
    // The code is only for callers in this process; the status says it all here.
    return response(domain::makeError(domain::ErrorCode::Malformed, sentenceFor(status)), status);
}

HttpResponse unavailable() { return problem(503); }

HttpResponse unanswered()
{
    domain::Error error =
        domain::makeError(domain::ErrorCode::Unavailable,
                          QT_TRANSLATE_NOOP("Error",
                                            "There was no answer in time, and whether this was done is not "
                                            "known yet: look before you say it again"));
    error.maybeDone = true;
    return problem(error);
}

HttpResponse bodyIsCoded()
{
    HttpResponse answer = response(
        domain::makeError(domain::ErrorCode::Malformed,
                          QT_TRANSLATE_NOOP("Error", "A body with a Content-Encoding is not understood; send it as it is")),
        415);
    answer.fields.emplace_back("Accept-Encoding", "identity");
    return answer;
}

HttpResponse bodyIsNoForm()
{
    return response(domain::makeError(domain::ErrorCode::Malformed,
                                      QT_TRANSLATE_NOOP("Error", "The body must be application/x-www-form-urlencoded")),
                    415);
}

HttpResponse bodyTooLarge(qint64 limitBytes)
{
    if (limitBytes == 0)
        return response(domain::makeError(domain::ErrorCode::Malformed,
                                          QT_TRANSLATE_NOOP("Error", "No body is taken here with this method")),
                        413);
    constexpr qint64 kib = 1024;
    const bool isMib = limitBytes % (kib * kib) == 0;
    const bool isKib = limitBytes % kib == 0;
    const QString limit = isMib ? QStringLiteral("%1 MiB").arg(limitBytes / (kib * kib))
        : isKib                 ? QStringLiteral("%1 KiB").arg(limitBytes / kib)
                                : QStringLiteral("%1 B").arg(limitBytes);
    return response(domain::makeError(domain::ErrorCode::Malformed,
                                      QT_TRANSLATE_NOOP("Error", "The body is over the limit of %1"), {limit}),
                    413);
}

} // namespace hmsact::api
