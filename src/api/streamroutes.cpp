// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/changefeed.h"
#include "api/problem.h"
#include "api/routes.h"

#include <QCoreApplication>

namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

Serve listening(std::shared_ptr<ChangeFeed> feed)
{
    return [feed = std::move(feed)](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        HttpResponse response;
        response.contentType = "text/event-stream";
        response.fields.emplace_back("X-Accel-Buffering", "no"); // proxies that hold answers back
        if (input->http.head.method != "HEAD") {
            response.stream = feed->open(input->http.head.field("Last-Event-ID"), input->stillAllowed);
            if (!response.stream)
                return reply.send(problem(domain::makeError(domain::ErrorCode::Busy,
                                                            QT_TRANSLATE_NOOP("Error", "%1 listen already; try again later"),
                                                            {QString::number(domain::limits::streamsMax)})));
        }
        reply.send(std::move(response));
    };
}

} // namespace

void addStreamRoutes(Routes &routes, std::shared_ptr<ChangeFeed> feed)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/stream"_s),
                      .role = domain::Role::Viewer,
                      .action = listening(std::move(feed)),
                      .tag = u"Oversight"_s,
                      .summary =
                          u"Server-sent events: activity, task, alert and stats as they are now, and resync when some "
                          "were missed: then read again what you show"_s,
                      .mediaType = u"text/event-stream"_s,
                      .headers = {{.name = u"Last-Event-ID"_s, .description = u"Goes on behind this event"_s}}});
}

} // namespace hmsact::api
