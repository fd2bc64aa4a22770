// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/routes.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString tag = QStringLiteral("Health");
constexpr std::chrono::seconds readyWithin{1}; // the server answers 503 by itself after that

bool answers(const domain::Error &error)
{
    return error.code != ErrorCode::Busy && error.code != ErrorCode::Unavailable && error.code != ErrorCode::Internal;
}

// No completions at all go the whole way of a command and change nothing; a token that cannot exist goes the way of a
// question.
Serve readiness(engine::Core &core)
{
    return [&core](const std::shared_ptr<const Input> &, const HttpReply &reply) {
        core.submit({domain::CompleteTasks{}, domain::Actor::engine(), {}}, [&core, reply](const domain::Reply &command) {
            if (!command.result && !answers(command.result.error()))
                return reply.send(problem(command.result.error()));
            core.ask(domain::FindToken{}, [reply](const domain::Result<domain::QueryAnswer> &question) {
                if (!question && !answers(question.error()))
                    return reply.send(problem(question.error()));
                reply.send(jsonAnswer(200, {{u"status"_s, u"ready"_s}}));
            });
        });
    };
}

} // namespace

void addHealthRoutes(Routes &routes, engine::Core &core)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(u"/healthz"_s),
                      .role = {},
                      .action = Serve([](const std::shared_ptr<const Input> &, const HttpReply &reply) {
                          reply.send(jsonAnswer(200, {{u"status"_s, u"ok"_s}}));
                      }),
                      .tag = tag,
                      .summary = u"Whether the process answers"_s,
                      .responseSchema = u"Health"_s});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(u"/readyz"_s),
                      .role = {},
                      .action = readiness(core),
                      .tag = tag,
                      .summary = u"Whether database and engine answer, within a second"_s,
                      .responseSchema = u"Health"_s,
                      .answerWithin = readyWithin});
}

} // namespace hmsact::api
