// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/calling.h"
#include "client/oversightvalues.h"
#include "client/setupvalues.h"

namespace hmsact::client {

// The calls about what is promised and to whom: rules, alerts, messages, intents, calendars. Part of Client.
class Administration : public Calling
{
public:
    // ── escalation rules, as the API words them ──
    Future<Json> setRule(const Json &rule); // {when, then, to, notify} or with steps; changes the one of that name
    Future<Json> changeRule(const QString &id, const Json &rule); // with "version", only while it is that
    Future<Done> removeRule(const QString &id);
    Future<Json> rule(const QString &id);
    Future<std::vector<Json>> rules();
    // What a rule, by its id or name or as it is being edited, would have done: over the last 30 days, or between two instants
    // (RFC 3339). Changes nothing.
    Future<Json> dryRun(const QJsonValue &rule, const QString &from = {}, const QString &to = {});
    Future<std::vector<Json>> lint(const QJsonValue &rule); // severity, pointer, text
    Future<Json> firings(const QString &ruleId, const QUrlQuery &paging = {}); // {items, next_cursor}, the newest first
    Future<Json> ruleVersions(const QString &ruleId, const QUrlQuery &paging = {}); // the same of every text of it
    Future<Json> ruleVersion(const QString &ruleId,
                             int version); // {version, saved_at, saved_by, rule}, as a firing names it

    // ── alerts and messages ──
    Future<Page<Alert>> alerts(const QUrlQuery &filters = {}); // open, snoozed, limit, cursor
    Future<Alert> acknowledgeAlert(const QString &id);
    Future<Alert> snoozeAlert(const QString &id, const QString &duration); // "30m": until then it is not open
    Future<Page<Notification>> notifications(const QUrlQuery &filters = {}); // state, channel, limit, cursor
    Future<Notification> resend(const QString &notificationId); // of one that was given up, under its id
    Future<Notification> sendTest(const QString &to);

    // ── intents ──
    Future<Json> setIntent(const IntentSpec &intent); // changes the one of that name
    Future<Done> removeIntent(const QString &name);
    Future<Json> intent(const QString &name);
    Future<std::vector<Json>> intents();

    // ── calendars ──
    Future<Json> setCalendar(const CalendarSpec &calendar); // changes the one of that name; running clocks follow
    Future<Json> previewCalendar(const CalendarSpec &calendar); // what that would do: {clocks, moved, breached, complete}
    enum class Import { Save, Preview };
    Future<Json> importHolidays(const QString &calendar, const QString &iCalendar, Import how = Import::Save);
    Future<Done> removeCalendar(const QString &name); // Conflict while somebody has it
    Future<Json> calendar(const QString &name);
    Future<std::vector<Json>> calendars();
    // Why an activity, or a task of it, falls due when it does.
    Future<Json> explainDue(const QString &activityId, const QString &task = {});

protected:
    using Calling::Calling;
};

} // namespace hmsact::client
