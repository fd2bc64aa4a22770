// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendarname.h"
#include "domain/codec.h"
#include "domain/enumtext.h"
#include "domain/notfound.h"
#include "domain/objectreader.h"
#include "domain/permission.h"
#include "domain/taskspecs.h"
#include "domain/textrules.h"

// Requests about activities, tasks and the queue.
namespace hmsact::domain {

namespace {

enum class Failure { Failed, Abstained };
constexpr auto failures = enumTexts<Failure>("failed", "abstained");
QLatin1StringView toString(Failure failure) { return failures.text(failure); }
std::optional<Failure> failureFrom(QAnyStringView text) { return failures.value(text); }

void readWorkerAndLease(ObjectReader &reader, ActionInput &input)
{
    input.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
    input.leaseToken = reader.integer("lease_token", 0, leaseTokenMax);
}

void readReason(ObjectReader &reader, ActionInput &input)
{
    if (input.action != TaskAction::Decline) {
        reader.require("reason");
    }
    input.reason = reader.prose("reason", limits::reasonMax).value_or(QString());
}

void readInput(ObjectReader &reader, ActionInput &input)
{
    switch (input.action) {
    case TaskAction::Complete:
        readWorkerAndLease(reader, input);
        input.result = reader.value("result");
        input.confidencePpm = reader.fraction("confidence").value_or(noConfidence);
        break;
    case TaskAction::Fail:
        readWorkerAndLease(reader, input);
        readReason(reader, input);
        input.mayRetry = reader.boolean("retry").value_or(true);
        input.abstains = reader.oneOf("outcome", failureFrom).value_or(Failure::Failed) == Failure::Abstained;
        break;
    case TaskAction::Heartbeat:
        readWorkerAndLease(reader, input);
        input.leaseMs = reader.seconds("lease_s", limits::leaseMinMs, limits::leaseMaxMs).value_or(0);
        input.progressPercent = reader.integer("progress", 0, 100);
        input.note = reader.prose("note", limits::noteMax).value_or(QString());
        break;
    case TaskAction::Release:
        readWorkerAndLease(reader, input);
        input.reason = reader.prose("reason", limits::reasonMax).value_or(QString());
        break;
    case TaskAction::Undo:
        readWorkerAndLease(reader, input);
        break;
    case TaskAction::Decline:
    case TaskAction::Hold:
    case TaskAction::Skip:
    case TaskAction::SendBack:
        readReason(reader, input);
        break;
    case TaskAction::Reassign:
        input.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
        input.pool = reader.text("pool", limits::nameMax).value_or(QString());
        break;
    case TaskAction::Approve:
        input.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
        input.result = reader.value("result");
        break;
    case TaskAction::Comment:
        reader.require("text");
        input.text = reader.prose("text", limits::commentMax).value_or(QString());
        break;
    case TaskAction::OptIn:
    case TaskAction::Resume:
    case TaskAction::Retry:
        break;
    }
}

// What is wrong with one item is that item's result, and the others are done all the same.
CompleteTasks::Item readItem(const QJsonObject &json, const QString &pointer)
{
    FieldErrors errors;
    ObjectReader reader(json, pointer, errors);
    CompleteTasks::Item item;
    item.input.action = TaskAction::Complete;
    reader.require("task_id");
    const std::optional<QString> id = reader.string("task_id");
    readInput(reader, item.input);
    reader.finish();
    if (!errors.isEmpty()) {
        item.flaw = errors.error();
    } else if (const std::optional<TaskId> task = TaskId::fromString(*id)) {
        item.task = *task;
    } else {
        item.flaw = noTask(*id);
    }
    return item;
}

// true: that of the activity's own intent; else whose it is.
QString readTemplate(ObjectReader &reader, const QString &intent)
{
    const QJsonValue said = reader.value("from_template").value_or(QJsonValue(false));
    if (said.isBool()) {
        return said.toBool() ? intent : QString();
    }
    if (!said.isString()) {
        reader.errors().add(reader.pointer("from_template"),
                            QT_TRANSLATE_NOOP("Error", "must be true or false, or the name of an intent"));
        return {};
    }
    return reader.text("from_template", limits::intentMax).value_or(QString());
}

template <class T>
Result<T> finished(ObjectReader &reader, T value)
{
    reader.finish();
    if (!reader.errors().isEmpty()) {
        return reader.errors().error();
    }
    return value;
}

} // namespace

Result<CreateActivity> createActivityFrom(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    CreateActivity command;
    reader.require("citizen_id");
    reader.require("intent");
    command.citizenId = reader.text("citizen_id", limits::citizenIdMax).value_or(QString());
    command.intent = reader.text("intent", limits::intentMax).value_or(QString());
    command.templateOf = readTemplate(reader, command.intent);
    if (command.templateOf.isEmpty()) {
        reader.require("sla");
    }
    command.slaMs = reader.duration("sla").value_or(0);
    command.priority = int(reader.integer("priority", 0, 9).value_or(command.priority));
    command.metadata = reader.object("metadata").value_or(QJsonObject());
    command.calendar = readCalendarName(reader).value_or(QString());
    command.tasks = readTaskSpecs(reader);
    return finished(reader, std::move(command));
}

Result<EndActivity> endActivityFrom(const QJsonObject &body, ActivityId activity, EndKind kind)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("reason");
    return finished(reader, EndActivity{activity, kind, reader.prose("reason", limits::reasonMax).value_or(QString())});
}

Result<EnqueueTasks> enqueueTasksFrom(const QJsonObject &body, ActivityId activity)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("tasks");
    return finished(reader, EnqueueTasks{activity, readTaskSpecs(reader)});
}

Result<ActOnTask> actOnTaskFrom(const QJsonObject &body, TaskRef task, TaskAction action)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    ActOnTask command{std::move(task), {}};
    command.input.action = action;
    readInput(reader, command.input);
    return finished(reader, std::move(command));
}

Result<Reserve> reserveFrom(const QJsonObject &body, const QString &pointer)
{
    FieldErrors errors;
    ObjectReader reader(body, pointer, errors);
    Reserve command;
    reader.require("worker_id");
    command.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
    command.max = int(reader.integer("max", 1, limits::reserveMax).value_or(command.max));
    command.waitMs = reader.seconds("wait_s", 0, limits::waitMaxMs).value_or(0);
    command.leaseMs = reader.seconds("lease_s", limits::leaseMinMs, limits::leaseMaxMs).value_or(0);
    return finished(reader, std::move(command));
}

Result<CompleteTasks> completeTasksFrom(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("items");
    CompleteTasks command;
    const QJsonArray items = reader.array("items", limits::reserveMax).value_or(QJsonArray());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString pointer = pointerTo(reader.pointer("items"), i);
        if (items[i].isObject()) {
            command.items.push_back(readItem(items[i].toObject(), pointer));
        } else {
            command.items.push_back({{}, {}, invalidField(pointer, QT_TRANSLATE_NOOP("Error", "must be an object"))});
        }
    }
    return finished(reader, std::move(command));
}

} // namespace hmsact::domain
