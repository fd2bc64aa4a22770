// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/describe.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/obstacle.h"
#include "domain/rule.h"

// Everything else that is answered: workers, alerts, tokens, figures, and the answers as wholes.
namespace hmsact::domain {

using namespace Qt::StringLiterals;

// The words of a reason are not stored.
static QJsonObject outcomeOf(const Firing &firing)
{
    QJsonObject outcome = firing.outcome;
    if (const std::optional<Message> why = obstacleIn(outcome)) {
        QJsonObject obstacle = outcome.value(QLatin1StringView("not_possible")).toObject();
        obstacle.insert(QStringLiteral("text"), why->english());
        outcome.insert(QStringLiteral("not_possible"), obstacle);
    }
    return outcome;
}

QJsonObject toJson(const Firing &firing)
{
    return {{QStringLiteral("at"), timeOrNull(firing.atMs)},
            {QStringLiteral("activity_id"), firing.activity.toString()},
            {QStringLiteral("task_id"), idOrNull(firing.task)},
            {QStringLiteral("task"), textOrNull(firing.taskName)},
            {QStringLiteral("step"), firing.step},
            {QStringLiteral("repeat"), firing.repeat},
            {QStringLiteral("rule_version"), firing.ruleVersion},
            {QStringLiteral("outcome"), outcomeOf(firing)},
            {QStringLiteral("values"), firing.values}};
}

namespace {

template <class T>
void describeItem(JsonWriter &json, const T &value)
{
    if constexpr (std::is_same_v<T, ActivityView>) {
        describeListed(json, value);
    } else if constexpr (std::is_same_v<T, TaskView> || std::is_same_v<T, Lease> || std::is_same_v<T, Result<TaskView>>) {
        describe(json, value);
    } else {
        json.members(toJson(value));
    }
}

struct AnswerWriter {
    JsonWriter &json;

    void operator()(const Done &) const { }
    void operator()(const Parcels &) const { } // stay inside, as what has changed does
    void operator()(const Changed &) const { }
    void operator()(const ArtefactContent &content) const { json.members(toJson(content.artefact)); }
    void operator()(const ActivityView &view) const { describe(json, view); }
    template <class T>
    void operator()(const std::vector<T> &values) const
    {
        json.objects("items"_L1, values, describeItem<T>);
    }
    template <class T>
    void operator()(const Page<T> &page) const
    {
        (*this)(page.items);
        json.textOrNull("next_cursor"_L1, page.nextCursor);
    }
    template <class T>
    void operator()(const T &value) const
    {
        describeItem(json, value);
    }
};

template <class T, class Write>
void describeResult(JsonWriter &json, const Result<T> &result, Write write)
{
    const int status = result ? 200 : httpStatus(result.error().code);
    if (result) {
        write(*result);
    } else {
        json.value("error"_L1, toJson(result.error(), status));
    }
    json.boolean("ok"_L1, result.ok()).number("status"_L1, status);
}

} // namespace

void describe(JsonWriter &json, const Result<TaskView> &completion)
{
    describeResult(json, completion, [&json](const TaskView &task) {
        JsonWriter object;
        describe(object, task);
        json.object("task"_L1, object);
    });
}

void describe(JsonWriter &json, const Result<Answer> &answer)
{
    describeResult(json, answer, [&json](const Answer &told) { describe(json, told); });
}

void describe(JsonWriter &json, const Answer &answer) { std::visit(AnswerWriter{json}, answer); }

void describe(JsonWriter &json, const QueryAnswer &answer) { std::visit(AnswerWriter{json}, answer); }

QJsonObject toJson(const Answer &answer) { return parsed(jsonText(answer)); }

QJsonObject toJson(const QueryAnswer &answer) { return parsed(jsonText(answer)); }

QJsonObject toJson(const Worker &worker)
{
    QJsonObject skills;
    for (auto skill = worker.skills.begin(); skill != worker.skills.end(); ++skill) {
        skills[skill.key()] = skill.value();
    }
    return {
        {QStringLiteral("id"), worker.id.value},
        {QStringLiteral("name"), worker.name},
        {QStringLiteral("kind"), toString(worker.kind)},
        {QStringLiteral("skills"), skills},
        {QStringLiteral("channel"), textOrNull(worker.channel)},
        {QStringLiteral("pools"), arrayOf(worker.pools)},
        {QStringLiteral("capacity"), worker.capacity},
        {QStringLiteral("calendar"), calendarLabel(worker.calendar)},
        {QStringLiteral("available"), worker.available},
        {QStringLiteral("leave"), arrayOf(worker.leave, [](const Leave &leave) { return toJson(leave); })},
        {QStringLiteral("return_after"), worker.returnMs > 0 ? QJsonValue(formatDuration(worker.returnMs)) : QJsonValue()},
        {QStringLiteral("language"), textOrNull(worker.language)},
        {QStringLiteral("created_at"), timeOrNull(worker.createdAtMs)},
        {QStringLiteral("last_seen_at"), timeOrNull(worker.lastSeenAtMs)},
        {QStringLiteral("version"), worker.version},
    };
}

QJsonObject toJson(const WorkerView &view)
{
    QJsonObject json = toJson(view.worker);
    json[QLatin1StringView("active")] = view.activeCount;
    json[QLatin1StringView("offered")] = view.offeredCount;
    json[QLatin1StringView("load")] = view.load;
    return json;
}

QJsonObject toJson(const Alert &alert)
{
    return {
        {QStringLiteral("id"), alert.id.toString()},
        {QStringLiteral("kind"), alert.kind},
        {QStringLiteral("activity_id"), idOrNull(alert.activity)},
        {QStringLiteral("task_id"), idOrNull(alert.task)},
        {QStringLiteral("task"), textOrNull(alert.taskName)},
        {QStringLiteral("intent"), textOrNull(alert.intent)},
        {QStringLiteral("raised_at"), timeOrNull(alert.raisedAtMs)},
        {QStringLiteral("acknowledged_at"), timeOrNull(alert.acknowledgedAtMs)},
        {QStringLiteral("acknowledged_by"), textOrNull(alert.acknowledgedBy)},
        {QStringLiteral("snoozed_until"), timeOrNull(alert.snoozedUntilMs)},
        {QStringLiteral("snoozed_by"), textOrNull(alert.snoozedBy)},
        {QStringLiteral("solved"), alert.isSolved},
    };
}

// Kept as numbers, told as every time is.
static QJsonObject factsOf(const Notification &notification)
{
    QJsonObject facts = notification.facts;
    if (const QJsonValue dueAtMs = facts.take(QLatin1StringView("due_at_ms")); !dueAtMs.isUndefined())
        facts.insert(QStringLiteral("due_at"), timeOrNull(dueAtMs.toInteger()));
    return facts;
}

QJsonObject toJson(const Notification &notification)
{
    return {
        {QStringLiteral("id"), notification.id.toString()},
        {QStringLiteral("kind"), toString(notification.kind)},
        {QStringLiteral("to"), notification.address},
        {QStringLiteral("channel"), toString(channelOf(notification.address))},
        {QStringLiteral("state"), toString(notification.state)},
        {QStringLiteral("facts"), factsOf(notification)},
        {QStringLiteral("activity_id"), idOrNull(notification.activity)},
        {QStringLiteral("task_id"), idOrNull(notification.task)},
        {QStringLiteral("alert_id"),
         notification.alert.value == 0 ? QJsonValue() : QJsonValue(notification.alert.toString())},
        {QStringLiteral("created_at"), timeOrNull(notification.createdAtMs)},
        {QStringLiteral("not_before"), timeOrNull(notification.notBeforeMs)},
        {QStringLiteral("snoozed_until"),
         notification.state == NotificationState::Queued ? timeOrNull(notification.snoozedUntilMs) : QJsonValue()},
        {QStringLiteral("attempts"), notification.attempts},
        {QStringLiteral("next_try_at"),
         notification.state == NotificationState::Queued ? timeOrNull(notification.retryAtMs) : QJsonValue()},
        {QStringLiteral("sent_at"), timeOrNull(notification.sentAtMs)},
        {QStringLiteral("error"), textOrNull(notification.error)},
        {QStringLiteral("digest_id"),
         notification.carrier.isNull() ? QJsonValue() : QJsonValue(notification.carrier.toString())},
    };
}

QJsonObject toJson(const LinkView &view)
{
    const Link &link = view.link;
    const bool isAnswered = link.outcome != LinkOutcome::None;
    return {
        {QStringLiteral("id"), link.id.toString()},
        {QStringLiteral("worker_id"), link.worker.value},
        {QStringLiteral("state"), toString(view.state)},
        {QStringLiteral("created_at"), timeOrNull(link.madeAtMs)},
        {QStringLiteral("expires_at"), timeOrNull(link.expiresAtMs)},
        {QStringLiteral("tries_left"), link.triesLeft},
        {QStringLiteral("confirmation"), toString(link.confirmation)},
        {QStringLiteral("outcome"), isAnswered ? QJsonValue(toString(link.outcome)) : QJsonValue()},
        {QStringLiteral("answered_at"), timeOrNull(link.answeredAtMs)},
        {QStringLiteral("undo_until"), timeOrNull(view.undoUntilMs)},
        {QStringLiteral("opened_at"), timeOrNull(link.traces.openedAtMs)},
        {QStringLiteral("opens"), link.traces.opens},
        {QStringLiteral("machine_signs"), QJsonArray::fromStringList(link.traces.signs)},
        {QStringLiteral("machine_seen_at"), timeOrNull(link.traces.signedAtMs)},
    };
}

QJsonObject toJson(const Token &token)
{
    return {
        {QStringLiteral("id"), TokenId{token.id}.toString()},
        {QStringLiteral("name"), token.name},
        {QStringLiteral("role"), toString(token.role)},
        {QStringLiteral("worker_id"), textOrNull(token.worker.value)},
        {QStringLiteral("created_at"), timeOrNull(token.createdAtMs)},
        {QStringLiteral("expires_at"), timeOrNull(token.expiresAtMs)},
        {QStringLiteral("revoked_at"), timeOrNull(token.revokedAtMs)},
    };
}

QJsonObject toJson(const NewToken &created)
{
    QJsonObject json = toJson(created.token);
    json[QLatin1StringView("token")] = created.secret;
    return json;
}

QJsonObject toJson(const Stats &stats)
{
    QJsonObject openTasks;
    for (auto state = stats.openTasks.begin(); state != stats.openTasks.end(); ++state) {
        openTasks[state.key()] = state.value();
    }
    QJsonObject reviews;
    for (auto outcome = stats.reviews.begin(); outcome != stats.reviews.end(); ++outcome) {
        reviews[outcome.key()] = outcome.value();
    }
    return {
        {QStringLiteral("now"), timeOrNull(stats.nowMs)},
        {QStringLiteral("open_activities"), stats.openActivities},
        {QStringLiteral("open_tasks"), openTasks},
        {QStringLiteral("due_soon"), stats.dueSoon},
        {QStringLiteral("at_risk"), stats.atRisk},
        {QStringLiteral("breached"), stats.breached},
        {QStringLiteral("open_alerts"), stats.openAlerts},
        {QStringLiteral("workers"), stats.workers},
        {QStringLiteral("queued_notifications"), stats.queuedMessages},
        {QStringLiteral("dead_notifications"), stats.deadMessages},
        {QStringLiteral("oldest_notification_at"), timeOrNull(stats.oldestMessageAtMs)},
        {QStringLiteral("database_bytes"), stats.databaseBytes},
        {QStringLiteral("artefact_bytes"), stats.artefactBytes},
        {QStringLiteral("reviews"), reviews},
    };
}

QString toString(Finding::Severity severity)
{
    static const char *const texts[] = {"good", "note", "warning", "danger"};
    return QLatin1StringView(texts[static_cast<size_t>(severity)]);
}

QJsonObject toJson(const Finding &finding)
{
    return {
        {QStringLiteral("setting"), finding.setting},
        {QStringLiteral("value"), finding.value},
        {QStringLiteral("wanted"), finding.wanted},
        {QStringLiteral("severity"), toString(finding.severity)},
        {QStringLiteral("explanation"), finding.explanation.english()},
    };
}

QJsonObject toJson(const DatabaseStatus &status)
{
    return {
        {QStringLiteral("url"), status.url},
        {QStringLiteral("dialect"), status.dialect},
        {QStringLiteral("server_version"), status.serverVersion},
        {QStringLiteral("schema_version"), status.schemaVersion},
        {QStringLiteral("schema_supported"), status.schemaSupported},
        {QStringLiteral("size"), status.sizeBytes},
        {QStringLiteral("activities"), status.activities},
        {QStringLiteral("tasks"), status.tasks},
        {QStringLiteral("events"), status.events},
        {QStringLiteral("findings"), arrayOf(status.findings, [](const Finding &finding) { return toJson(finding); })},
    };
}

QJsonObject toJson(const AuditReport &report)
{
    return {
        {QStringLiteral("ok"), report.ok},
        {QStringLiteral("chains"), report.chains},
        {QStringLiteral("events"), report.events},
        {QStringLiteral("first_broken"), textOrNull(report.firstBroken)},
    };
}

QJsonObject toJson(const DatabaseReport &report)
{
    return {
        {QStringLiteral("ok"), report.problems.empty()},
        {QStringLiteral("schema_version"), report.schemaVersion},
        {QStringLiteral("schema_supported"), report.schemaSupported},
        {QStringLiteral("chains"), report.audit.chains},
        {QStringLiteral("events"), report.audit.events},
        {QStringLiteral("problems"), arrayOf(report.problems, [](const Message &problem) { return problem.english(); })},
    };
}

QJsonObject toJson(const ArchiveCount &count)
{
    return {
        {QStringLiteral("activities"), count.activities},
        {QStringLiteral("tasks"), count.tasks},
        {QStringLiteral("events"), count.events},
    };
}

QJsonObject toJson(const ArchivePart &part)
{
    return {
        {QStringLiteral("file"), part.file},
        {QStringLiteral("offset"), part.offset},
        {QStringLiteral("bytes"), part.bytes},
        {QStringLiteral("sha256"), QString::fromLatin1(part.sha256.toHex())},
    };
}

} // namespace hmsact::domain
