// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"
#include "domain/codec.h"
#include "domain/describe.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/needs.h"

// Activities, tasks, leases, artefacts and events as JSON.
namespace hmsact::domain {

using namespace Qt::StringLiterals;

static void numberOrNull(JsonWriter &json, QLatin1StringView name, qint64 value, bool isThere)
{
    isThere ? json.number(name, value) : json.null(name);
}

void describe(JsonWriter &json, const TaskView &view)
{
    const Task &task = view.task;
    const Oversight &seen = task.oversight;
    json.text("id"_L1, task.id.toString())
        .text("activity_id"_L1, task.activity.toString())
        .number("position"_L1, task.position)
        .text("name"_L1, task.name)
        .word("state"_L1, toString(task.state))
        .text("status"_L1, statusText(task.state, view.waitingFor))
        .texts("waiting_for"_L1, view.waitingFor)
        .texts("needs"_L1, view.needs)
        .text("skill"_L1, task.skill)
        .boolean("optional"_L1, task.optional)
        .number("cost"_L1, task.cost)
        .number("skill_level_min"_L1, task.wishes.levelMin)
        .texts("wished_skills"_L1, task.wishes.skills)
        .texts("pools"_L1, task.wishes.pools)
        .text("sla"_L1, formatDuration(task.slaMs))
        .number("priority"_L1, task.priority)
        .number("attempt"_L1, task.attempt)
        .number("max_attempts"_L1, task.maxAttempts)
        .word("review"_L1, toString(task.review))
        .word("on_failure"_L1, toString(task.onFailure))
        .text("intent"_L1, view.intent)
        .text("citizen_id"_L1, view.citizenId)
        .textOrNull("worker_id"_L1, task.worker.value)
        .textOrNull("pool"_L1, task.pool)
        .time("lease_expires_at"_L1, task.leaseExpiresAtMs)
        .time("ready_at"_L1, task.readyAtMs)
        .time("due_at"_L1, task.dueAtMs)
        .word("sla_state"_L1, toString(view.slaState))
        .time("created_at"_L1, task.createdAtMs)
        .time("started_at"_L1, task.startedAtMs)
        .time("ended_at"_L1, task.endedAtMs)
        .time("not_before"_L1, task.notBeforeMs)
        .textOrNull("reason"_L1, task.reason)
        .fraction("confidence"_L1, seen.confidencePpm)
        .fraction("confidence_floor"_L1, seen.floorPpm > 0 ? seen.floorPpm : noConfidence)
        .textOrNull("review_pool"_L1, seen.pool)
        .boolean("for_humans"_L1, seen.forHumans)
        .textOrNull("proposed_by"_L1, seen.proposedBy.value)
        .textOrNull("progress_note"_L1, seen.note)
        .number("version"_L1, task.version);
    numberOrNull(json, "lease_token"_L1, task.leaseEpoch, task.state == TaskState::InProgress);
    numberOrNull(json, "progress"_L1, seen.progressPercent, seen.progressPercent >= 0);
    json.textOrNull("review_outcome"_L1, seen.outcome == ReviewOutcome::None ? QString() : toString(seen.outcome));
    json.value("payload"_L1, view.isShort ? QJsonValue() : QJsonValue(task.payload));
    json.value("result"_L1, view.isShort ? QJsonValue() : task.result);
    if (view.isShort) {
        json.texts("left_out"_L1, {QStringLiteral("payload"), QStringLiteral("result")});
    }
    if (view.waiting) { // only where it was asked for
        json.text("why_waiting"_L1, view.waiting->text.english());
        json.value("waiting_reason"_L1, toJson(*view.waiting));
    }
}

void describeListed(JsonWriter &json, const ActivityView &view)
{
    const Activity &activity = view.activity;
    json.text("id"_L1, activity.id.toString())
        .text("citizen_id"_L1, activity.citizenId)
        .text("intent"_L1, activity.intent)
        .text("sla"_L1, formatDuration(activity.slaMs))
        .text("calendar"_L1, calendarLabel(activity.calendar))
        .number("priority"_L1, activity.priority)
        .word("state"_L1, toString(activity.state))
        .word("sla_state"_L1, toString(view.slaState))
        .time("created_at"_L1, activity.createdAtMs)
        .time("due_at"_L1, activity.dueAtMs)
        .time("ended_at"_L1, activity.endedAtMs)
        .textOrNull("reason"_L1, activity.reason)
        .value("metadata"_L1, activity.metadata);
    JsonWriter progress;
    progress.number("tasks"_L1, activity.taskCount)
        .number("open"_L1, activity.openCount)
        .number("optional"_L1, activity.optionalCount)
        .number("failed"_L1, activity.blockedCount);
    json.object("progress"_L1, progress);
}

void describe(JsonWriter &json, const ActivityView &view)
{
    describeListed(json, view);
    json.objects("tasks"_L1, view.tasks, [](JsonWriter &item, const TaskView &task) { describe(item, task); });
}

QJsonObject toJson(const TaskView &view) { return parsed(jsonText(view)); }

QJsonObject toJson(const ActivityView &view) { return parsed(jsonText(view)); }

QJsonObject toJson(const TaskDetail &detail)
{
    QJsonObject json = toJson(detail.view);
    json[QLatin1StringView("blocked_by")] = arrayOf(detail.blockedBy, [](const Blocker &blocker) {
        return QJsonObject{
            {QStringLiteral("name"), blocker.name},
            {QStringLiteral("state"), toString(blocker.state)},
            {QStringLiteral("status"), blocker.status},
            {QStringLiteral("worker_id"), textOrNull(blocker.worker.value)},
        };
    });
    json[QLatin1StringView("assignment")] = detail.assignment.isEmpty() ? QJsonValue() : QJsonValue(detail.assignment);
    json[QLatin1StringView("artefacts")] =
        arrayOf(detail.artefacts, [](const Artefact &artefact) { return toJson(artefact); });
    return json;
}

void describe(JsonWriter &json, const Lease &lease)
{
    json.text("task_id"_L1, lease.task.toString())
        .text("activity_id"_L1, lease.activity.toString())
        .text("name"_L1, lease.name)
        .text("skill"_L1, lease.skill)
        .value("payload"_L1, lease.payload)
        .number("lease_token"_L1, lease.leaseToken)
        .time("lease_expires_at"_L1, lease.leaseExpiresAtMs)
        .number("attempt"_L1, lease.attempt)
        .time("due_at"_L1, lease.dueAtMs);
    if (lease.proposedBy.isNull()) {
        json.null("proposal"_L1);
        return;
    }
    JsonWriter proposal;
    proposal.text("worker_id"_L1, lease.proposedBy.value)
        .value("result"_L1, lease.proposedResult)
        .fraction("confidence"_L1, lease.confidencePpm);
    json.object("proposal"_L1, proposal);
}

QJsonObject toJson(const Lease &lease) { return parsed(jsonText(lease)); }

QJsonObject toJson(const Artefact &artefact)
{
    return {
        {QStringLiteral("task_id"), artefact.task.toString()},
        {QStringLiteral("name"), artefact.fileName},
        {QStringLiteral("media_type"), artefact.mediaType},
        {QStringLiteral("size"), artefact.sizeBytes},
        {QStringLiteral("sha256"), QString::fromLatin1(artefact.sha256.toHex())},
        {QStringLiteral("created_at"), timeOrNull(artefact.createdAtMs)},
        {QStringLiteral("created_by"), artefact.createdBy},
    };
}

QJsonObject toJson(const Event &event)
{
    return {
        {QStringLiteral("activity_id"), idOrNull(event.activity)},
        {QStringLiteral("seq"), event.seq},
        {QStringLiteral("at"), timeOrNull(event.atMs)},
        {QStringLiteral("actor"), event.actor},
        {QStringLiteral("kind"), event.kind},
        {QStringLiteral("task_id"), idOrNull(event.task)},
        {QStringLiteral("detail"), parseObject(event.detail).valueOr({})},
        {QStringLiteral("hash"), QString::fromLatin1(event.hash.toHex())},
    };
}

} // namespace hmsact::domain
