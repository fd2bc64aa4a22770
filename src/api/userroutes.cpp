// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/paging.h"
#include "api/routes.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString userTag = QStringLiteral("Users");

QString loginIn(const Input &input) { return input.path.value(u"login"_s); }

} // namespace

void addUserRoutes(Routes &routes)
{
    const PathTemplate one(base + u"/users/{login}"_s);
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/users"_s),
                      .role = Role::Admin,
                      .action = Ask{listAll<domain::ListUsers>, tellAll<domain::User>},
                      .tag = userTag,
                      .summary = u"Lists the people who sit at consoles, by login"_s,
                      .responseSchema = u"UserPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = one,
                      .role = Role::Admin,
                      .action = Ask{[](const Input &input) {
                          return Result<domain::Query>(domain::Query(domain::GetUser{loginIn(input)}));
                      }},
                      .tag = userTag,
                      .summary = u"What one person may at a console"_s,
                      .responseSchema = u"User"_s});
    routes.push_back(
        {.method = "PUT",
         .path = one,
         .role = Role::Admin,
         .action = Act{[](const Input &input) {
             return asCommand(domain::saveUserFrom(input.json, loginIn(input)));
         }},
         .tag = userTag,
         .summary = u"Lists a person, or changes the role; counts from the next start of that person's console"_s,
         .responseSchema = u"User"_s,
         .requestSchema = u"UserInput"_s,
         .body = Body::Json});
    routes.push_back(
        {.method = "DELETE",
         .path = one,
         .role = Role::Admin,
         .action = Act{[](const Input &input) {
                           return Result<domain::Command>(domain::Command(domain::RemoveUser{loginIn(input)}));
                       },
                       tellNothing},
         .tag = userTag,
         .summary = u"Removes a person from the list; without anybody on it, whoever sits at a console is admin there"_s,
         .status = 204});
}

} // namespace hmsact::api
