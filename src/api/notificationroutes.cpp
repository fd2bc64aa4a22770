// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/notfound.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString notificationTag = QStringLiteral("Notifications");

Result<domain::Query> listNotifications(const Input &input)
{
    QueryReader query(input.query);
    const auto state = query.choice("state"_L1, domain::notificationStateFrom);
    const auto channel = query.choice("channel"_L1, domain::channelFrom);
    return query.finish(domain::ListNotifications{state, channel, query.limit(), query.text("cursor"_L1)});
}

Result<domain::Command> resend(const Input &input)
{
    const auto id = idIn<domain::NotificationId>(input, domain::noMessage);
    if (!id)
        return id.error();
    if (const domain::Status nothing = input.saysNothing(); !nothing)
        return nothing.error();
    return domain::Command(domain::ResendNotification{*id});
}

} // namespace

void addNotificationRoutes(Routes &routes)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/notifications"_s),
                      .role = Role::Supervisor,
                      .action = Ask{listNotifications},
                      .tag = notificationTag,
                      .summary = u"The outbox: messages to people and systems, the newest first"_s,
                      .responseSchema = u"NotificationPage"_s,
                      .query = withPaging({{.name = u"state"_s,
                                            .description = u"only of this state"_s,
                                            .values = domain::textsOf<domain::NotificationState>()},
                                           {.name = u"channel"_s,
                                            .description = u"only of this channel"_s,
                                            .values = domain::textsOf<domain::Channel>()}})});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/notifications/{id}/resend"_s),
                      .role = Role::Supervisor,
                      .action = Act{resend},
                      .tag = notificationTag,
                      .summary = u"Sends a message again that was given up, under its old id"_s,
                      .responseSchema = u"Notification"_s,
                      .requestSchema = u"EmptyInput"_s,
                      .errors = {409},
                      .body = Body::OptionalJson});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/notifications/test"_s),
                      .role = Role::Admin,
                      .action = Act{[](const Input &input) {
                          return asCommand(domain::sendTestFrom(input.json));
                      }},
                      .tag = notificationTag,
                      .summary = u"Sends a message that says that it is a test"_s,
                      .responseSchema = u"Notification"_s,
                      .requestSchema = u"TestMessageInput"_s,
                      .body = Body::Json,
                      .status = 201,
                      .keepsKey = true});
}

} // namespace hmsact::api
