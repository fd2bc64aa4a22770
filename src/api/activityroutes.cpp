// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/codec.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString activityTag = QStringLiteral("Activities");

Result<domain::Query> listActivities(const Input &input)
{
    QueryReader query(input.query);
    domain::ListActivities list;
    list.state = query.choice("state"_L1, domain::activityStateFrom);
    if (const QString intent = query.text("intent"_L1); !intent.isEmpty())
        list.intents = {intent};
    list.citizenId = query.text("citizen_id"_L1);
    list.overdue = query.flag("overdue"_L1);
    list.text = query.text("q"_L1);
    list.limit = query.limit();
    list.cursor = query.text("cursor"_L1);
    return query.finish(std::move(list));
}

Result<domain::Query> listEvents(const Input &input)
{
    QueryReader query(input.query);
    return after<domain::Query>(input.activity(), [&](domain::ActivityId id) {
        return query.finish(domain::ListEvents{id, query.limit(), query.text("cursor"_L1)});
    });
}

Result<domain::Query> getActivity(const Input &input)
{
    return after<domain::Query>(input.activity(),
                                [](domain::ActivityId id) { return domain::Query(domain::GetActivity{id}); });
}

Route endRoute(const QString &verb, domain::EndKind kind, const QString &summary)
{
    const auto make = [kind](const Input &input) {
        return after<domain::Command>(input.activity(), [&](domain::ActivityId id) {
            return asCommand(domain::endActivityFrom(input.json, id, kind));
        });
    };
    return {.method = "POST",
            .path = PathTemplate(base + u"/activities/{id}/"_s + verb),
            .role = Role::Supervisor,
            .action = Act{make},
            .tag = activityTag,
            .summary = summary,
            .responseSchema = u"Activity"_s,
            .requestSchema = u"Reason"_s,
            .errors = {409},
            .body = Body::Json,
            .keepsKey = true};
}

} // namespace

void addActivityRoutes(Routes &routes)
{
    const std::vector<Parameter> filters{
        {.name = u"state"_s,
         .description = u"Only those in this state"_s,
         .values = domain::textsOf<domain::ActivityState>()},
        {.name = u"intent"_s, .description = u"Only those with this intent"_s},
        {.name = u"citizen_id"_s, .description = u"Only those of this citizen"_s},
        {.name = u"overdue"_s,
         .type = Parameter::Type::Boolean,
         .description = u"Only those past due, or only the others"_s},
        {.name = u"q"_s, .description = u"Part of the citizen or the intent, or the whole id"_s, .mayBeEmpty = true}};
    const auto create = [](const Input &input) {
        return asCommand(domain::createActivityFrom(input.json));
    };

    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/activities"_s),
                      .role = Role::Supervisor,
                      .action = Act{create},
                      .tag = activityTag,
                      .summary = u"Opens an activity, with its tasks if they are known already"_s,
                      .responseSchema = u"Activity"_s,
                      .requestSchema = u"NewActivity"_s,
                      .body = Body::Json,
                      .status = 201,
                      .location = base + u"/activities/%1"_s,
                      .keepsKey = true});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities"_s),
                      .role = Role::Viewer,
                      .action = Ask{listActivities},
                      .tag = activityTag,
                      .summary = u"Lists activities, the newest first"_s,
                      .responseSchema = u"ActivityPage"_s,
                      .query = withPaging(filters)});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities/{id}"_s),
                      .role = Role::Viewer,
                      .action = Ask{getActivity},
                      .tag = activityTag,
                      .summary = u"One activity with its tasks, in order, and its SLA state"_s,
                      .responseSchema = u"Activity"_s});
    routes.push_back(endRoute(u"cancel"_s, domain::EndKind::Cancel, u"Cancels an activity and its open tasks"_s));
    routes.push_back(endRoute(u"fail"_s, domain::EndKind::Fail, u"Gives up an activity that a failed task blocks"_s));
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities/{id}/events"_s),
                      .role = Role::Viewer,
                      .action = Ask{listEvents},
                      .tag = activityTag,
                      .summary = u"The record of one activity, oldest first, with the hashes that chain it"_s,
                      .responseSchema = u"EventPage"_s,
                      .query = withPaging()});
}

} // namespace hmsact::api
