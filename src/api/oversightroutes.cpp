// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/notfound.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::AlertId;
using domain::Result;
using domain::Role;

namespace {

const QString oversightTag = QStringLiteral("Oversight");

Result<domain::Query> listAlerts(const Input &input)
{
    QueryReader query(input.query);
    const std::optional<bool> open = query.flag("open"_L1);
    const std::optional<bool> snoozed = query.flag("snoozed"_L1);
    return query.finish(domain::ListAlerts{open, query.limit(), query.text("cursor"_L1), snoozed});
}

Result<AlertId> alertIn(const Input &input) { return idIn<AlertId>(input, domain::noAlert); }

Result<domain::Query> getAlert(const Input &input)
{
    return after<domain::Query>(alertIn(input), [](AlertId id) { return domain::Query(domain::GetAlert{id}); });
}

Result<domain::Command> acknowledge(const Input &input)
{
    return after<domain::Command>(alertIn(input), [&](AlertId id) -> Result<domain::Command> {
        if (const domain::Status nothing = input.saysNothing(); !nothing)
            return nothing.error();
        return domain::Command(domain::AcknowledgeAlert{id});
    });
}

Result<domain::Command> snooze(const Input &input)
{
    return after<domain::Command>(alertIn(input),
                                  [&](AlertId id) { return asCommand(domain::snoozeAlertFrom(input.json, id)); });
}

} // namespace

void addOversightRoutes(Routes &routes)
{
    routes.push_back(
        {.method = "GET",
         .path = PathTemplate(base + u"/alerts"_s),
         .role = Role::Viewer,
         .action = Ask{listAlerts},
         .tag = oversightTag,
         .summary = u"Alerts, the newest first"_s,
         .responseSchema = u"AlertPage"_s,
         .query = withPaging(
             {{.name = u"open"_s,
               .type = Parameter::Type::Boolean,
               .description = u"true: only those that are neither acknowledged nor put off; false: only the others"_s},
              {.name = u"snoozed"_s,
               .type = Parameter::Type::Boolean,
               .description = u"true: only those that are put off; false: only the others"_s}})});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/alerts/{id}"_s),
                      .role = Role::Viewer,
                      .action = Ask{getAlert},
                      .tag = oversightTag,
                      .summary = u"An alert, the rules that follow what it is about, and whom their steps told"_s,
                      .responseSchema = u"AlertDetail"_s});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/alerts/{id}/ack"_s),
                      .role = Role::Supervisor,
                      .action = Act{acknowledge},
                      .tag = oversightTag,
                      .summary = u"Acknowledges an alert"_s,
                      .responseSchema = u"Alert"_s,
                      .requestSchema = u"EmptyInput"_s,
                      .errors = {409},
                      .body = Body::OptionalJson});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/alerts/{id}/snooze"_s),
                      .role = Role::Supervisor,
                      .action = Act{snooze},
                      .tag = oversightTag,
                      .summary =
                          u"Puts an alert off: it is not open and the later steps wait; then, if it is not solved, it is "
                          "open again and told anew"_s,
                      .responseSchema = u"Alert"_s,
                      .requestSchema = u"SnoozeInput"_s,
                      .errors = {409},
                      .body = Body::Json});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/stats"_s),
                      .role = Role::Viewer,
                      .action = Ask{[](const Input &) -> Result<domain::Query> {
                          return domain::Query(domain::GetStats{});
                      }},
                      .tag = oversightTag,
                      .summary = u"The figures of the dashboard"_s,
                      .responseSchema = u"Stats"_s});
}

} // namespace hmsact::api
