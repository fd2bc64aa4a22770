// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/paging.h"
#include "api/routes.h"
#include "domain/intentcommands.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Intent;
using domain::Result;
using domain::Role;

namespace {

const QString intentTag = QStringLiteral("Intents");

Result<domain::Command> makeIntent(const Input &input)
{
    return after<domain::Command>(domain::intentFrom(input.json),
                                  [](Intent &&intent) { return domain::Command(domain::SaveIntent{std::move(intent)}); });
}

Result<domain::Command> changeIntent(const Input &input)
{
    return changed<domain::SaveIntent, Intent>(input, domain::intentFrom);
}

Result<domain::Command> removeIntent(const Input &input)
{
    return domain::Command(domain::RemoveIntent{input.path.value(u"name"_s)});
}

Result<domain::Query> showIntent(const Input &input)
{
    return domain::Query(domain::GetIntent{input.path.value(u"name"_s)});
}

} // namespace

void addIntentRoutes(Routes &routes)
{
    const PathTemplate all(base + u"/intents"_s);
    const PathTemplate one(base + u"/intents/{name}"_s);
    routes.push_back({.method = "POST",
                      .path = all,
                      .role = Role::Admin,
                      .action = Act{makeIntent},
                      .tag = intentTag,
                      .summary = u"Sets an intent; one of that name is changed (then 200)"_s,
                      .responseSchema = u"Intent"_s,
                      .requestSchema = u"NewIntent"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .location = base + u"/intents/%1"_s,
                      .orUpdates = true,
                      .keepsKey = true});
    routes.push_back({.method = "PUT",
                      .path = one,
                      .role = Role::Admin,
                      .action = Act{changeIntent},
                      .tag = intentTag,
                      .summary = u"Changes an intent, whole, with the version that was read only if it is still that; "
                                 "clocks and links that there are stay as they are"_s,
                      .responseSchema = u"Intent"_s,
                      .requestSchema = u"IntentChange"_s,
                      .errors = {409},
                      .body = Body::Json});
    routes.push_back({.method = "DELETE",
                      .path = one,
                      .role = Role::Admin,
                      .action = Act{removeIntent, tellNothing},
                      .tag = intentTag,
                      .summary = u"Removes an intent; activities that have it stay as they are"_s,
                      .status = 204});
    routes.push_back({.method = "GET",
                      .path = all,
                      .role = Role::Viewer,
                      .action = Ask{listAll<domain::ListIntents>, tellAll<Intent>},
                      .tag = intentTag,
                      .summary = u"All intents, by name"_s,
                      .responseSchema = u"IntentPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = one,
                      .role = Role::Viewer,
                      .action = Ask{showIntent},
                      .tag = intentTag,
                      .summary = u"One intent"_s,
                      .responseSchema = u"Intent"_s});
}

} // namespace hmsact::api
