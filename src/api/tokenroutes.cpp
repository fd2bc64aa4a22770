// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/paging.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/notfound.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString tokenTag = QStringLiteral("Tokens");

Result<domain::Command> revoke(const Input &input)
{
    return after<domain::Command>(idIn<domain::TokenId>(input, domain::noToken),
                                  [](domain::TokenId id) { return domain::Command(domain::RevokeToken{id}); });
}

} // namespace

void addTokenRoutes(Routes &routes)
{
    const PathTemplate all(base + u"/tokens"_s);
    routes.push_back({.method = "POST",
                      .path = all,
                      .role = Role::Admin,
                      .action = Act{[](const Input &input) {
                          return asCommand(domain::createTokenFrom(input.json));
                      }},
                      .tag = tokenTag,
                      .summary = u"Makes a token; the answer is the only place that ever shows it"_s,
                      .responseSchema = u"NewToken"_s,
                      .requestSchema = u"TokenInput"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .keepsKey = true});
    routes.push_back({.method = "GET",
                      .path = all,
                      .role = Role::Admin,
                      .action = Ask{listAll<domain::ListTokens>, tellAll<domain::Token>},
                      .tag = tokenTag,
                      .summary = u"Lists tokens, without their secrets"_s,
                      .responseSchema = u"TokenPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "DELETE",
                      .path = PathTemplate(base + u"/tokens/{id}"_s),
                      .role = Role::Admin,
                      .action = Act{revoke},
                      .tag = tokenTag,
                      .summary = u"Revokes a token, at once"_s,
                      .responseSchema = u"Token"_s});
}

} // namespace hmsact::api
