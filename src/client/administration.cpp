// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/administration.h"

#include "client/reading.h"

#include <QJsonDocument>

namespace hmsact::client {

static QString s(const char *text) { return QString::fromLatin1(text); }

static Request put(const QStringList &parts, const QJsonObject &body)
{
    Request request = post(parts, body);
    request.method = "PUT";
    return request;
}

Calling::Future<QJsonObject> Administration::setRule(const QJsonObject &rule)
{
    return send(keyed({s("escalations"), s("rules")}, rule));
}

Calling::Future<QJsonObject> Administration::changeRule(const QString &id, const QJsonObject &rule)
{
    return send(put({s("escalations"), s("rules"), id}, rule));
}

Calling::Future<Done> Administration::removeRule(const QString &id)
{
    return callDone(removal({s("escalations"), s("rules"), id}));
}

Calling::Future<QJsonObject> Administration::rule(const QString &id)
{
    return send(get({s("escalations"), s("rules"), id}));
}

Calling::Future<std::vector<QJsonObject>> Administration::rules()
{
    return callObjects(all({s("escalations"), s("rules")}));
}

Calling::Future<QJsonObject> Administration::dryRun(const QJsonValue &rule, const QString &from, const QString &to)
{
    QJsonObject body{{s("rule"), rule}};
    if (!from.isEmpty())
        body.insert(s("from"), from);
    if (!to.isEmpty())
        body.insert(s("to"), to);
    Request request = repeatable(post({s("escalations"), s("dry-run")}, body));
    request.waitMs = 60'000; // the record of months
    return send(request);
}

Calling::Future<std::vector<QJsonObject>> Administration::lint(const QJsonValue &rule)
{
    return callObjects(repeatable(post({s("escalations"), s("lint")}, {{s("rule"), rule}})));
}

Calling::Future<QJsonObject> Administration::firings(const QString &ruleId, const QUrlQuery &paging)
{
    return send(get({s("escalations"), s("rules"), ruleId, s("firings")}, paging));
}

Calling::Future<QJsonObject> Administration::ruleVersions(const QString &ruleId, const QUrlQuery &paging)
{
    return send(get({s("escalations"), s("rules"), ruleId, s("versions")}, paging));
}

Calling::Future<QJsonObject> Administration::ruleVersion(const QString &ruleId, int version)
{
    return send(get({s("escalations"), s("rules"), ruleId, s("versions"), QString::number(version)}));
}

Calling::Future<Page<Alert>> Administration::alerts(const QUrlQuery &filters)
{
    return callPage<Alert>(pathOf({s("alerts")}), filters);
}

Calling::Future<Alert> Administration::acknowledgeAlert(const QString &id)
{
    return callValue<Alert>(repeatable(post({s("alerts"), id, s("ack")}, {})));
}

Calling::Future<Alert> Administration::snoozeAlert(const QString &id, const QString &duration)
{
    return callValue<Alert>(post({s("alerts"), id, s("snooze")}, {{s("for"), duration}}));
}

Calling::Future<Page<Notification>> Administration::notifications(const QUrlQuery &filters)
{
    return callPage<Notification>(pathOf({s("notifications")}), filters);
}

Calling::Future<Notification> Administration::resend(const QString &notificationId)
{
    return callValue<Notification>(post({s("notifications"), notificationId, s("resend")}, {}));
}

Calling::Future<Notification> Administration::sendTest(const QString &to)
{
    return callValue<Notification>(keyed({s("notifications"), s("test")}, {{s("to"), to}}));
}

Calling::Future<QJsonObject> Administration::setIntent(const IntentSpec &intent)
{
    return send(keyed({s("intents")}, intent.toJson()));
}

Calling::Future<Done> Administration::removeIntent(const QString &name) { return callDone(removal({s("intents"), name})); }

Calling::Future<QJsonObject> Administration::intent(const QString &name) { return send(get({s("intents"), name})); }

Calling::Future<std::vector<QJsonObject>> Administration::intents() { return callObjects(all({s("intents")})); }

Calling::Future<QJsonObject> Administration::setCalendar(const CalendarSpec &calendar)
{
    QJsonObject body = calendar.toJson();
    body.insert(s("name"), calendar.name);
    return send(keyed({s("calendars")}, body));
}

Calling::Future<QJsonObject> Administration::previewCalendar(const CalendarSpec &calendar)
{
    return send(repeatable(post({s("calendars"), calendar.name, s("preview")}, calendar.toJson())));
}

Calling::Future<QJsonObject> Administration::importHolidays(const QString &calendar, const QString &iCalendar, Import how)
{
    Request request = post({s("calendars"), calendar, s("import")}, {{s("ics"), iCalendar}});
    request.query.addQueryItem(s("preview"), how == Import::Preview ? s("true") : s("false"));
    request.repeatable = how == Import::Preview;
    return send(request);
}

Calling::Future<Done> Administration::removeCalendar(const QString &name)
{
    return callDone(removal({s("calendars"), name}));
}

Calling::Future<QJsonObject> Administration::calendar(const QString &name) { return send(get({s("calendars"), name})); }

Calling::Future<std::vector<QJsonObject>> Administration::calendars() { return callObjects(all({s("calendars")})); }

Calling::Future<QJsonObject> Administration::explainDue(const QString &activityId, const QString &task)
{
    QStringList parts{s("activities"), activityId};
    if (!task.isEmpty())
        parts << s("tasks") << task;
    return send(get(parts << s("sla")));
}

} // namespace hmsact::client
