// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/query.h"

#include <QJsonValue>

// The one JSON form of commands and answers, shared by the API, the command line and the tests. Times are RFC 3339 UTC
// with milliseconds, durations as formatDuration(), ids as text, enumerations as their text, absent values null.
namespace hmsact::domain {

// ── reading ── An object with an unknown field, a missing or mistyped one, or a value out of bounds is Invalid; every
// bad field is named by its pointer. Ids and paths come from the caller, not from the body.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &utf8); // Malformed: not UTF-8, not JSON, no object, too deep
[[nodiscard]] Result<CreateActivity> createActivityFrom(const QJsonObject &body);
[[nodiscard]] Result<EndActivity> endActivityFrom(const QJsonObject &body, ActivityId activity, EndKind kind);
[[nodiscard]] Result<EnqueueTasks> enqueueTasksFrom(const QJsonObject &body, ActivityId activity);
[[nodiscard]] Result<ActOnTask> actOnTaskFrom(const QJsonObject &body, TaskRef task, TaskAction action);
[[nodiscard]] Result<Reserve> reserveFrom(const QJsonObject &body, const QString &pointer = {});
[[nodiscard]] Result<CompleteTasks> completeTasksFrom(const QJsonObject &body);
[[nodiscard]] Result<SaveWorker> saveWorkerFrom(const QJsonObject &body, std::optional<WorkerId> existing);
[[nodiscard]] Result<CreateToken> createTokenFrom(const QJsonObject &body);
[[nodiscard]] Result<SendTest> sendTestFrom(const QJsonObject &body);
[[nodiscard]] Result<qint64> parseTime(const QString &text, const QString &pointer = {}); // RFC 3339 with an offset or Z

// ── writing ──
[[nodiscard]] QString formatTime(qint64 atMs); // "2026-11-22T16:00:00.000Z"
[[nodiscard]] QJsonValue timeOrNull(qint64 atMs); // 0 → null
[[nodiscard]] QJsonObject toJson(const TaskView &);
[[nodiscard]] QJsonObject toJson(const ActivityView &); // with its "tasks", which lists leave out
[[nodiscard]] QJsonObject toJson(const TaskDetail &);
[[nodiscard]] QJsonObject toJson(const Lease &);
[[nodiscard]] QJsonObject toJson(const Worker &);
[[nodiscard]] QJsonObject toJson(const WorkerView &);
[[nodiscard]] QJsonObject toJson(const Artefact &);
[[nodiscard]] QJsonObject toJson(const Alert &);
[[nodiscard]] QJsonObject toJson(const Notification &);
[[nodiscard]] QJsonObject toJson(const LinkView &); // never what it is signed with, nor its code
[[nodiscard]] QJsonObject toJson(const Token &);
[[nodiscard]] QJsonObject toJson(const NewToken &); // the token's fields and "token": the secret
[[nodiscard]] QJsonObject toJson(const Event &); // the hash in hexadecimal
[[nodiscard]] QJsonObject toJson(const Stats &);
[[nodiscard]] QJsonObject toJson(const Finding &);
[[nodiscard]] QJsonObject toJson(const DatabaseStatus &);
[[nodiscard]] QJsonObject toJson(const AuditReport &);
[[nodiscard]] QJsonObject toJson(const DatabaseReport &);
[[nodiscard]] QJsonObject toJson(const ArchiveCount &);
[[nodiscard]] QJsonObject toJson(const ArchivePart &);
[[nodiscard]] QJsonObject toJson(const Error &, int status); // RFC 9457: type, title, status, detail, errors
[[nodiscard]] int httpStatus(ErrorCode code); // the one place that maps them
[[nodiscard]] QJsonObject toJson(const Answer &); // of whichever kind; lists as {"items": […]}, each result of
// CompleteTasks as {"ok": true, "status": 200, "task": {…}} or {"ok": false, "status": 409, "error": {…}}
[[nodiscard]] QJsonObject toJson(const QueryAnswer &); // pages as {"items": […], "next_cursor": …}

[[nodiscard]] QByteArray compact(const QJsonObject &); // UTF-8, one line, keys sorted

// The form in which two requests are compared: {"command": "create_activity", …}, the request's fields and the ids of its
// path. An artefact is there by its hash, a token's secret not at all.
[[nodiscard]] QJsonObject toJson(const Command &);

} // namespace hmsact::domain
