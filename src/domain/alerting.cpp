// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerting.h"

#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/objectreader.h"

namespace hmsact::domain {

Result<Alert> snoozed(Alert alert, qint64 forMs, const QString &by, qint64 nowMs)
{
    if (forMs < limits::snoozeMinMs || forMs > limits::snoozeMaxMs)
        return invalidField(QStringLiteral("/for"), QT_TRANSLATE_NOOP("Error", "must be from %1 to %2"),
                            {formatDuration(limits::snoozeMinMs), formatDuration(limits::snoozeMaxMs)});
    if (alert.acknowledgedAtMs != 0)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "alert %1 is acknowledged: it cannot be put off"),
                         {alert.id.toString()});
    alert.snoozedUntilMs = nowMs + forMs;
    alert.snoozedBy = by;
    return alert;
}

bool isSolved(QStringView kind, ActivityState activity, std::optional<TaskState> task, Review review)
{
    const std::optional<Trigger> when = triggerFrom(kind);
    if (!when || when == Trigger::QueueDepth) // what it says of a queue is not in this task
        return false;
    if (activity != ActivityState::Open)
        return true;
    switch (*when) {
    case Trigger::ActivitySlaBreach:
    case Trigger::ActivitySlaWarning:
        return false;
    case Trigger::TaskFailed:
        return task != TaskState::Failed;
    case Trigger::Unassigned:
        return task != TaskState::Pending;
    case Trigger::NoEligibleWorker:
        return task != TaskState::Pending && !(task && lacksHuman(*task, review));
    default:
        return !task || !isOpen(*task);
    }
}

Result<SnoozeAlert> snoozeAlertFrom(const QJsonObject &body, AlertId alert)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("for");
    const SnoozeAlert command{alert, reader.duration("for").value_or(0)};
    reader.finish();
    if (!errors.isEmpty())
        return errors.error();
    return command;
}

static QJsonObject followerToJson(const AlertFollower &follower)
{
    return {
        {QStringLiteral("rule_id"), follower.rule.toString()},
        {QStringLiteral("rule"), textOrNull(follower.ruleName)},
        {QStringLiteral("state"), toString(follower.state)},
        {QStringLiteral("next_step"), follower.nextAtMs == 0 ? QJsonValue() : QJsonValue(follower.nextStep)},
        {QStringLiteral("next_at"), timeOrNull(follower.nextAtMs)},
        {QStringLiteral("firings"), arrayOf(follower.firings, [](const Firing &firing) { return toJson(firing); })},
    };
}

QJsonObject toJson(const AlertDetail &detail)
{
    QJsonObject json = toJson(detail.alert);
    json.insert(QStringLiteral("followers"), arrayOf(detail.followers, followerToJson));
    return json;
}

} // namespace hmsact::domain
