// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/commandnames.h"
#include "domain/duration.h"
#include "domain/jsonform.h"
#include "domain/taskspecs.h"

#include <QCryptographicHash>

// Commands as JSON: the fields of their requests, the ids that requests have in their paths, and "command".
namespace hmsact::domain {

namespace {

QJsonValue seconds(qint64 ms) { return double(ms) / double(limits::msPerSecond); }

void setUnlessEmpty(QJsonObject &json, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        json[name] = text;
    }
}

QJsonArray specsOf(const std::vector<TaskSpec> &specs)
{
    return arrayOf(specs, [](const TaskSpec &spec) { return toJson(spec); });
}

void addTaskRef(QJsonObject &json, const TaskRef &ref)
{
    if (!ref.id.isNull()) {
        json[QLatin1StringView("task_id")] = ref.id.toString();
    } else {
        json[QLatin1StringView("activity_id")] = ref.activity.toString();
        json[QLatin1StringView("task")] = ref.name;
    }
}

// Exactly what was said: the request form has no field for what an action does not take.
void addInput(QJsonObject &json, const ActionInput &input)
{
    setUnlessEmpty(json, QLatin1StringView("worker_id"), input.worker.value);
    setUnlessEmpty(json, QLatin1StringView("reason"), input.reason);
    setUnlessEmpty(json, QLatin1StringView("pool"), input.pool);
    setUnlessEmpty(json, QLatin1StringView("text"), input.text);
    if (input.leaseToken) {
        json[QLatin1StringView("lease_token")] = *input.leaseToken;
    }
    if (input.result) {
        json[QLatin1StringView("result")] = *input.result;
    }
    if (input.confidencePpm != noConfidence) {
        json[QLatin1StringView("confidence")] = fractionOrNull(input.confidencePpm);
    }
    if (!input.mayRetry) {
        json[QLatin1StringView("retry")] = false;
    }
    if (input.abstains) {
        json[QLatin1StringView("outcome")] = QStringLiteral("abstained");
    }
    if (input.progressPercent) {
        json[QLatin1StringView("progress")] = *input.progressPercent;
    }
    setUnlessEmpty(json, QLatin1StringView("note"), input.note);
    if (input.leaseMs != 0) {
        json[QLatin1StringView("lease_s")] = seconds(input.leaseMs);
    }
}

QJsonObject bodyOf(const WorkerSpec &spec)
{
    QJsonObject json;
    const auto add = [&json](QLatin1StringView name, const auto &given, auto toValue) {
        if (given) {
            json[name] = toValue(*given);
        }
    };
    const auto same = [](const auto &value) {
        return QJsonValue(value);
    };
    add(QLatin1StringView("id"), spec.id, [](const WorkerId &id) { return QJsonValue(id.value); });
    add(QLatin1StringView("name"), spec.name, same);
    add(QLatin1StringView("kind"), spec.kind, [](WorkerKind kind) { return QJsonValue(toString(kind)); });
    add(QLatin1StringView("skills"), spec.skills, [](const QMap<QString, int> &skills) {
        if (std::ranges::all_of(skills, [](int level) { return level == 0; }))
            return QJsonValue(arrayOf(skills.keys()));
        QJsonObject levels;
        for (auto skill = skills.begin(); skill != skills.end(); ++skill) {
            levels[skill.key()] = skill.value() == 0 ? QJsonValue() : QJsonValue(skill.value());
        }
        return QJsonValue(levels);
    });
    add(QLatin1StringView("channel"), spec.channel, same);
    add(QLatin1StringView("pools"), spec.pools, [](const QStringList &pools) { return QJsonValue(arrayOf(pools)); });
    add(QLatin1StringView("capacity"), spec.capacity, same);
    add(QLatin1StringView("calendar"), spec.calendar, same);
    add(QLatin1StringView("available"), spec.available, same);
    add(QLatin1StringView("leave"), spec.leave, [](const std::vector<Leave> &leave) {
        return QJsonValue(arrayOf(leave, [](const Leave &each) { return toJson(each); }));
    });
    add(QLatin1StringView("return_after"), spec.returnMs,
        [](qint64 ms) { return QJsonValue(ms > 0 ? formatDuration(ms) : QString()); });
    add(QLatin1StringView("language"), spec.language, same);
    return json;
}

struct CommandWriter {
    QJsonObject operator()(const CreateActivity &command) const
    {
        QJsonObject json{
            {QStringLiteral("citizen_id"), command.citizenId},
            {QStringLiteral("intent"), command.intent},
            {QStringLiteral("priority"), command.priority},
            {QStringLiteral("metadata"), command.metadata}, // an object of its author's own
            {QStringLiteral("tasks"), specsOf(command.tasks)},
        };
        if (command.slaMs != 0) {
            json[QLatin1StringView("sla")] = formatDuration(command.slaMs);
        }
        setUnlessEmpty(json, QLatin1StringView("calendar"), command.calendar);
        setUnlessEmpty(json, QLatin1StringView("from_template"), command.templateOf);
        return json;
    }

    QJsonObject operator()(const EndActivity &command) const
    {
        return {
            {QStringLiteral("command"),
             command.kind == EndKind::Cancel ? QStringLiteral("cancel_activity") : QStringLiteral("fail_activity")},
            {QStringLiteral("activity_id"), command.activity.toString()},
            {QStringLiteral("reason"), command.reason},
        };
    }

    QJsonObject operator()(const EnqueueTasks &command) const
    {
        return {
            {QStringLiteral("activity_id"), command.activity.toString()},
            {QStringLiteral("tasks"), specsOf(command.tasks)},
        };
    }

    QJsonObject operator()(const ActOnTask &command) const
    {
        QJsonObject json{
            {QStringLiteral("action"), toString(command.input.action)},
        };
        addTaskRef(json, command.task);
        addInput(json, command.input);
        return json;
    }

    QJsonObject operator()(const Reserve &command) const
    {
        QJsonObject json{
            {QStringLiteral("worker_id"), command.worker.value},
            {QStringLiteral("max"), command.max},
            {QStringLiteral("wait_s"), seconds(command.waitMs)},
        };
        if (command.leaseMs != 0) {
            json[QLatin1StringView("lease_s")] = seconds(command.leaseMs);
        }
        return json;
    }

    QJsonObject operator()(const CompleteTasks &command) const
    {
        const auto item = [](const CompleteTasks::Item &each) {
            QJsonObject json{{QStringLiteral("task_id"), each.task.toString()}};
            addInput(json, each.input);
            return json;
        };
        return {
            {QStringLiteral("items"), arrayOf(command.items, item)},
        };
    }

    QJsonObject operator()(const SaveWorker &command) const
    {
        QJsonObject json = bodyOf(command.spec);
        json[QLatin1StringView("command")] =
            command.mustExist ? QStringLiteral("update_worker") : QStringLiteral("save_worker");
        if (command.seen != WorkerSpec())
            json[QLatin1StringView("seen")] = bodyOf(command.seen);
        return json;
    }

    QJsonObject operator()(const RemoveWorker &command) const
    {
        return {
            {QStringLiteral("worker_id"), command.worker.value},
        };
    }

    QJsonObject operator()(const PutArtefact &command) const
    {
        const QByteArray hash = QCryptographicHash::hash(command.bytes, QCryptographicHash::Sha256);
        QJsonObject json{
            {QStringLiteral("worker_id"), textOrNull(command.worker.value)},
            {QStringLiteral("name"), command.fileName},
            {QStringLiteral("media_type"), command.mediaType},
            {QStringLiteral("size"), command.bytes.size()},
            {QStringLiteral("sha256"), QString::fromLatin1(hash.toHex())},
        };
        if (command.leaseToken)
            json.insert(QStringLiteral("lease_token"), *command.leaseToken);
        addTaskRef(json, command.task);
        return json;
    }

    QJsonObject operator()(const AcknowledgeAlert &command) const
    {
        return {
            {QStringLiteral("alert_id"), command.alert.toString()},
        };
    }

    QJsonObject operator()(const SnoozeAlert &command) const
    {
        return {
            {QStringLiteral("alert_id"), command.alert.toString()},
            {QStringLiteral("for"), formatDuration(command.forMs)},
        };
    }

    QJsonObject operator()(const CreateToken &command) const // never the secret: this is stored
    {
        return {
            {QStringLiteral("name"), command.name},
            {QStringLiteral("role"), toString(command.role)},
            {QStringLiteral("worker_id"), textOrNull(command.worker.value)},
            {QStringLiteral("expires_at"), timeOrNull(command.expiresAtMs)},
        };
    }

    QJsonObject operator()(const RevokeToken &command) const
    {
        return {
            {QStringLiteral("token_id"), command.token.toString()},
        };
    }

    QJsonObject operator()(const ForgetArchived &command) const { return toJson(command.part); }

    QJsonObject operator()(const TakeNotifications &) const { return {}; }

    QJsonObject operator()(const SettleNotifications &command) const
    {
        const auto outcome = [](const SettleNotifications::Outcome &each) {
            return QJsonObject{{QStringLiteral("id"), each.id.toString()}, {QStringLiteral("state"), toString(each.state)}};
        };
        return {
            {QStringLiteral("outcomes"), arrayOf(command.outcomes, outcome)},
        };
    }

    QJsonObject operator()(const ResendNotification &command) const
    {
        return {
            {QStringLiteral("id"), command.id.toString()},
        };
    }

    QJsonObject operator()(const SaveRule &command) const
    {
        QJsonObject json = bodyOf(command.rule);
        json[QLatin1StringView("id")] = command.existing.isNull() ? QJsonValue() : command.existing.toString();
        json[QLatin1StringView("known_version")] = command.knownVersion ? QJsonValue(*command.knownVersion) : QJsonValue();
        return json;
    }

    QJsonObject operator()(const RemoveRule &command) const
    {
        return {
            {QStringLiteral("id"), command.rule.toString()},
        };
    }

    QJsonObject operator()(const SaveCalendar &command) const
    {
        QJsonObject json = bodyOf(command.calendar);
        json[QLatin1StringView("must_exist")] = command.mustExist;
        json[QLatin1StringView("known_version")] = command.knownVersion;
        return json;
    }

    QJsonObject operator()(const RemoveCalendar &command) const
    {
        return {
            {QStringLiteral("name"), command.name},
        };
    }

    QJsonObject operator()(const SaveIntent &command) const
    {
        QJsonObject json = bodyOf(command.intent);
        json[QLatin1StringView("must_exist")] = command.mustExist;
        json[QLatin1StringView("known_version")] = command.knownVersion;
        return json;
    }

    QJsonObject operator()(const RemoveIntent &command) const
    {
        return {
            {QStringLiteral("name"), command.name},
        };
    }

    QJsonObject operator()(const SaveUser &command) const
    {
        return {
            {QStringLiteral("login"), command.login},
            {QStringLiteral("role"), toString(command.role)},
            {QStringLiteral("worker_id"), textOrNull(command.worker.value)},
        };
    }

    QJsonObject operator()(const RemoveUser &command) const
    {
        return {
            {QStringLiteral("login"), command.login},
        };
    }

    QJsonObject operator()(const NoteLink &command) const
    {
        return {
            {QStringLiteral("id"), command.link.toString()},
        };
    }

    QJsonObject operator()(const AnswerLink &) const // nothing of it: a code is in there
    {
        return {};
    }

    QJsonObject operator()(const SendTest &command) const
    {
        return {
            {QStringLiteral("to"), command.to},
        };
    }
};

} // namespace

QJsonObject toJson(const Command &command)
{
    return std::visit(
        []<class Kind>(const Kind &kind) {
            QJsonObject json = CommandWriter()(kind);
            if (const QLatin1StringView key("command"); !json.contains(key)) // some say which of their two they are
                json[key] = commandName<Kind>;
            return json;
        },
        command);
}

} // namespace hmsact::domain
