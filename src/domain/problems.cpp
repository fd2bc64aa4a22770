// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/textrules.h"

#include <QJsonArray>

#include <array>

// Errors as RFC 9457 wants them.
namespace hmsact::domain {

namespace {

struct Problem {
    int status;
    const char *type;
    const char *title;
};

constexpr std::array<Problem, 10> problems{{
    {400, "malformed", "Malformed request"},
    {401, "unauthenticated", "Token missing or not valid"},
    {403, "forbidden", "Not allowed"},
    {404, "not-found", "Not found"},
    {409, "conflict", "In conflict with the present state"},
    {413, "too-large", "Over the limit"},
    {422, "invalid", "Not acceptable"},
    {503, "busy", "Busy"},
    {503, "unavailable", "Unavailable"},
    {500, "internal", "Internal error"},
}};

// Of RFC 9110: what "about:blank" is called.
const char *phraseOf(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not " /* a status, nothing that is left to do */ "Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

const Problem &problemFor(ErrorCode code) { return problems[static_cast<size_t>(code)]; }

} // namespace

int httpStatus(ErrorCode code) { return problemFor(code).status; }

static QString told(const FieldError &field)
{
    const QString text = field.detail.english();
    const QString task = u'“' + quoted(field.task) + u'”';
    return field.task.isEmpty() || text.contains(task) ? text : QStringLiteral("task %1: %2").arg(task, text);
}

QJsonObject toJson(const Error &error, int status)
{
    const Problem &problem = problemFor(error.code);
    const QString detail = error.detail.english();
    const bool isOfField = !error.fields.empty() && error.fields.front().detail.english() == detail;
    QJsonObject json{
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), isOfField ? told(error.fields.front()) : detail},
    };
    if (status == problem.status) {
        json[QLatin1StringView("type")] = QStringLiteral("urn:hms-act:problem:") + QLatin1StringView(problem.type);
        json[QLatin1StringView("title")] = QLatin1StringView(problem.title);
    } else { // what HTTP itself refuses has no meaning beyond its status
        json[QLatin1StringView("type")] = QStringLiteral("about:blank");
        json[QLatin1StringView("title")] = QLatin1StringView(phraseOf(status));
    }
    QJsonArray fields;
    for (const FieldError &field : error.fields) {
        fields.append(QJsonObject{{QStringLiteral("pointer"), field.pointer}, {QStringLiteral("detail"), told(field)}});
    }
    if (!fields.isEmpty()) {
        json[QLatin1StringView("errors")] = fields;
    }
    if (error.maybeDone) {
        json[QLatin1StringView("maybe_done")] = true;
    }
    return json;
}

} // namespace hmsact::domain
