// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/objectreader.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours advanceWithin{1}; // years of timers may fall due on the way

Serve advance(engine::Core &core)
{
    return [&core](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        domain::FieldErrors errors;
        domain::ObjectReader reader(input->json, {}, errors);
        reader.require("by");
        const auto by = reader.duration("by");
        reader.finish();
        if (!errors.isEmpty())
            return reply.send(problem(errors.error()));
        core.advance(*by, [reply](const domain::Result<qint64> &now) {
            reply.send(now ? jsonAnswer(200, {{u"now"_s, domain::formatTime(*now)}}) : problem(now.error()));
        });
    };
}

} // namespace

void addSandboxRoutes(Routes &routes, engine::Core &core)
{
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/sandbox/advance"_s),
                      .role = domain::Role::Admin,
                      .action = advance(core),
                      .tag = u"Sandbox"_s,
                      .summary = u"Turns the clock of the core; timers fire on the way, each at its own instant"_s,
                      .responseSchema = u"Now"_s,
                      .requestSchema = u"AdvanceInput"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .answerWithin = advanceWithin});
}

} // namespace hmsact::api
