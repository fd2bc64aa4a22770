// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/intent.h"
#include "domain/jsonform.h"
#include "domain/slaclock.h"

// What calendars do to clocks, as JSON.
namespace hmsact::domain {

static QJsonObject spanToJson(const Span &span)
{
    return {{QStringLiteral("from"), timeOrNull(span.fromMs)}, {QStringLiteral("to"), timeOrNull(span.toMs)}};
}

QJsonObject toJson(const CalendarEffect &effect)
{
    return {
        {QStringLiteral("clocks"), effect.clocks},
        {QStringLiteral("moved"), effect.moved},
        {QStringLiteral("breached"), effect.breached},
        {QStringLiteral("complete"), effect.complete},
    };
}

QJsonObject toJson(const SlaExplanation &explanation)
{
    return {
        {QStringLiteral("calendar"), calendarLabel(explanation.calendar)},
        {QStringLiteral("calendar_basis"), toString(explanation.basis)},
        {QStringLiteral("time_zone"), explanation.timeZone},
        {QStringLiteral("sla"), formatDuration(explanation.slaMs)},
        {QStringLiteral("started_at"), timeOrNull(explanation.startedAtMs)},
        {QStringLiteral("thresholds"), toJson(explanation.thresholds)},
        {QStringLiteral("due_soon_at"), timeOrNull(explanation.dueSoonAtMs)},
        {QStringLiteral("at_risk_at"), timeOrNull(explanation.atRiskAtMs)},
        {QStringLiteral("usually_takes"),
         explanation.usualMs > 0 ? QJsonValue(formatDuration(explanation.usualMs)) : QJsonValue()},
        {QStringLiteral("due_at"), timeOrNull(explanation.dueAtMs)},
        {QStringLiteral("sla_state"), toString(explanation.state)},
        {QStringLiteral("counted"), arrayOf(explanation.counted, spanToJson)},
        {QStringLiteral("complete"), explanation.all},
        {QStringLiteral("pauses"), arrayOf(explanation.pauses, [](const Pause &pause) { return spanToJson(pause.span); })},
        {QStringLiteral("holidays"),
         arrayOf(explanation.holidays,
                 [](const Holiday &holiday) {
                     return QJsonObject{{QStringLiteral("date"), holiday.date.toString(Qt::ISODate)},
                                        {QStringLiteral("name"), holiday.name}};
                 })},
    };
}

} // namespace hmsact::domain
