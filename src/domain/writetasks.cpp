// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"
#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/needs.h"

// Activities, tasks, leases, artefacts and events as JSON.
namespace hmsact::domain {

QJsonObject toJson(const TaskView &view)
{
    const Task &task = view.task;
    const bool leased = task.state == TaskState::InProgress;
    const Oversight &seen = task.oversight;
    QJsonObject json{
        {QStringLiteral("id"), task.id.toString()},
        {QStringLiteral("activity_id"), task.activity.toString()},
        {QStringLiteral("position"), task.position},
        {QStringLiteral("name"), task.name},
        {QStringLiteral("state"), toString(task.state)},
        {QStringLiteral("status"), statusText(task.state, view.waitingFor)},
        {QStringLiteral("waiting_for"), arrayOf(view.waitingFor)},
        {QStringLiteral("needs"), arrayOf(view.needs)},
        {QStringLiteral("skill"), task.skill},
        {QStringLiteral("optional"), task.optional},
        {QStringLiteral("cost"), task.cost},
        {QStringLiteral("skill_level_min"), task.wishes.levelMin},
        {QStringLiteral("wished_skills"), arrayOf(task.wishes.skills)},
        {QStringLiteral("pools"), arrayOf(task.wishes.pools)},
        {QStringLiteral("sla"), formatDuration(task.slaMs)},
        {QStringLiteral("priority"), task.priority},
        {QStringLiteral("attempt"), task.attempt},
        {QStringLiteral("max_attempts"), task.maxAttempts},
        {QStringLiteral("review"), toString(task.review)},
        {QStringLiteral("on_failure"), toString(task.onFailure)},
        {QStringLiteral("payload"), task.payload},
        {QStringLiteral("intent"), view.intent},
        {QStringLiteral("citizen_id"), view.citizenId},
        {QStringLiteral("worker_id"), textOrNull(task.worker.value)},
        {QStringLiteral("pool"), textOrNull(task.pool)},
        {QStringLiteral("lease_token"), leased ? QJsonValue(task.leaseEpoch) : QJsonValue()},
        {QStringLiteral("lease_expires_at"), timeOrNull(task.leaseExpiresAtMs)},
        {QStringLiteral("ready_at"), timeOrNull(task.readyAtMs)},
        {QStringLiteral("due_at"), timeOrNull(task.dueAtMs)},
        {QStringLiteral("sla_state"), toString(view.slaState)},
        {QStringLiteral("created_at"), timeOrNull(task.createdAtMs)},
        {QStringLiteral("started_at"), timeOrNull(task.startedAtMs)},
        {QStringLiteral("ended_at"), timeOrNull(task.endedAtMs)},
        {QStringLiteral("not_before"), timeOrNull(task.notBeforeMs)},
        {QStringLiteral("reason"), textOrNull(task.reason)},
        {QStringLiteral("result"), task.result},
        {QStringLiteral("confidence"), fractionOrNull(seen.confidencePpm)},
        {QStringLiteral("confidence_floor"), seen.floorPpm > 0 ? fractionOrNull(seen.floorPpm) : QJsonValue()},
        {QStringLiteral("review_pool"), textOrNull(seen.pool)},
        {QStringLiteral("for_humans"), seen.forHumans},
        {QStringLiteral("proposed_by"), textOrNull(seen.proposedBy.value)},
        {QStringLiteral("review_outcome"),
         seen.outcome == ReviewOutcome::None ? QJsonValue() : QJsonValue(toString(seen.outcome))},
        {QStringLiteral("progress"), seen.progressPercent < 0 ? QJsonValue() : QJsonValue(seen.progressPercent)},
        {QStringLiteral("progress_note"), textOrNull(seen.note)},
        {QStringLiteral("version"), task.version},
    };
    if (view.isShort) {
        json[QLatin1StringView("payload")] = json[QLatin1StringView("result")] = QJsonValue();
        json[QLatin1StringView("left_out")] = QJsonArray{QStringLiteral("payload"), QStringLiteral("result")};
    }
    if (view.waiting) { // only where it was asked for
        json[QLatin1StringView("why_waiting")] = view.waiting->text.english();
        json[QLatin1StringView("waiting_reason")] = toJson(*view.waiting);
    }
    return json;
}

QJsonObject listed(const ActivityView &view)
{
    const Activity &activity = view.activity;
    return {
        {QStringLiteral("id"), activity.id.toString()},
        {QStringLiteral("citizen_id"), activity.citizenId},
        {QStringLiteral("intent"), activity.intent},
        {QStringLiteral("sla"), formatDuration(activity.slaMs)},
        {QStringLiteral("calendar"), calendarLabel(activity.calendar)},
        {QStringLiteral("priority"), activity.priority},
        {QStringLiteral("state"), toString(activity.state)},
        {QStringLiteral("sla_state"), toString(view.slaState)},
        {QStringLiteral("created_at"), timeOrNull(activity.createdAtMs)},
        {QStringLiteral("due_at"), timeOrNull(activity.dueAtMs)},
        {QStringLiteral("ended_at"), timeOrNull(activity.endedAtMs)},
        {QStringLiteral("reason"), textOrNull(activity.reason)},
        {QStringLiteral("metadata"), activity.metadata},
        {QStringLiteral("progress"),
         QJsonObject{
             {QStringLiteral("tasks"), activity.taskCount},
             {QStringLiteral("open"), activity.openCount},
             {QStringLiteral("optional"), activity.optionalCount},
             {QStringLiteral("failed"), activity.blockedCount},
         }},
    };
}

QJsonObject toJson(const ActivityView &view)
{
    QJsonObject json = listed(view);
    json[QLatin1StringView("tasks")] = arrayOf(view.tasks, [](const TaskView &task) { return toJson(task); });
    return json;
}

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

static QJsonValue proposalOf(const Lease &lease)
{
    if (lease.proposedBy.isNull()) {
        return {};
    }
    return QJsonObject{
        {QStringLiteral("worker_id"), lease.proposedBy.value},
        {QStringLiteral("result"), lease.proposedResult},
        {QStringLiteral("confidence"), fractionOrNull(lease.confidencePpm)},
    };
}

QJsonObject toJson(const Lease &lease)
{
    return {
        {QStringLiteral("task_id"), lease.task.toString()},
        {QStringLiteral("activity_id"), lease.activity.toString()},
        {QStringLiteral("name"), lease.name},
        {QStringLiteral("skill"), lease.skill},
        {QStringLiteral("payload"), lease.payload},
        {QStringLiteral("lease_token"), lease.leaseToken},
        {QStringLiteral("lease_expires_at"), timeOrNull(lease.leaseExpiresAtMs)},
        {QStringLiteral("attempt"), lease.attempt},
        {QStringLiteral("due_at"), timeOrNull(lease.dueAtMs)},
        {QStringLiteral("proposal"), proposalOf(lease)},
    };
}

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
