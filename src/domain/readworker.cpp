// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendarname.h"
#include "domain/channel.h"
#include "domain/codec.h"
#include "domain/objectreader.h"
#include "domain/pathname.h"
#include "domain/readleave.h"
#include "domain/readlist.h"
#include "domain/textrules.h"

// Requests about workers and tokens.
namespace hmsact::domain {

namespace {

constexpr int levelUnsaid = 0;

// A list of names, which says no levels, or an object name → level, null where it is not said.
std::optional<QMap<QString, int>> readSkills(ObjectReader &reader, const QJsonObject &body)
{
    constexpr const char *name = "skills";
    QMap<QString, int> skills;
    if (!body.value(QLatin1StringView(name)).isObject()) {
        const std::optional<QStringList> names = reader.texts(name, limits::skillsPerWorkerMax, limits::skillMax);
        for (const QString &skill : names.value_or(QStringList())) {
            skills.insert(skill, levelUnsaid);
        }
        return names ? std::optional(skills) : std::nullopt;
    }
    const QJsonObject levels = reader.object(name).value_or(QJsonObject());
    if (levels.size() > limits::skillsPerWorkerMax) {
        reader.errors().add(reader.pointer(name), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                            {QString::number(limits::skillsPerWorkerMax)});
        return {};
    }
    for (auto level = levels.begin(); level != levels.end(); ++level) {
        const QString pointer = reader.pointer(name) + u'/' + escapedForPointer(quoted(level.key()));
        checkText(reader.errors(), pointer, level.key(), limits::skillMax);
        const int value = level.value().toInt(0); // 0 for what is no whole number
        if (!level.value().isNull())
            checkRange(reader.errors(), pointer, value, 1, skillLevelMax);
        skills.insert(level.key(), level.value().isNull() ? levelUnsaid : value);
    }
    return skills;
}

std::optional<QString> readChannel(ObjectReader &reader)
{
    const std::optional<QString> channel = reader.prose("channel", limits::channelMax);
    if (channel && !channel->isEmpty() && !isChannel(*channel)) {
        reader.errors().add(reader.pointer("channel"),
                            QT_TRANSLATE_NOOP("Error",
                                              "“%1” is no address; write email:a@b, sms:+1…, slack:#channel, "
                                              "webhook:https://…, console:role or hitl:role"),
                            {quoted(*channel)});
    }
    return channel;
}

std::optional<std::vector<Leave>> readLeaves(ObjectReader &reader)
{
    std::vector<Leave> leaves = readList(reader, "leave", limits::leavesPerWorkerMax, readLeave);
    return reader.has("leave") ? std::optional(std::move(leaves)) : std::nullopt;
}

std::optional<QString> readLanguage(ObjectReader &reader)
{
    const std::optional<QString> language = reader.string("language");
    if (language && !languageFrom(*language)) {
        reader.errors().add(reader.pointer("language"), QT_TRANSLATE_NOOP("Error", "must be en or es"));
    }
    return language;
}

// An empty one takes back what was set.
std::optional<qint64> readReturnAfter(ObjectReader &reader)
{
    const std::optional<QString> text = reader.string("return_after");
    if (!text) {
        return {}; // nothing, or what is noted already
    }
    return text->isEmpty() ? 0 : reader.duration("return_after");
}

void nameNewWorker(ObjectReader &reader, WorkerSpec &spec)
{
    reader.require("name");
    reader.require("skills");
    if (const std::optional<QString> id = reader.text("id", limits::nameMax)) {
        spec.id = WorkerId{*id};
    } else if (spec.name && WorkerId::fromName(*spec.name).isNull()) {
        reader.errors().add(reader.pointer("name"),
                            QT_TRANSLATE_NOOP("Error", "has no letter or digit to make an id from; give an id"));
    }
}

} // namespace

Result<SaveWorker> saveWorkerFrom(const QJsonObject &body, std::optional<WorkerId> existing)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    SaveWorker command;
    command.mustExist = existing.has_value();
    WorkerSpec &spec = command.spec;
    spec.name = reader.text("name", limits::nameMax);
    if (existing) {
        checkAgainstPath(reader, "id", existing->value);
        spec.id = std::move(existing);
    } else {
        nameNewWorker(reader, spec);
    }
    spec.kind = reader.oneOf("kind", workerKindFrom);
    spec.skills = readSkills(reader, body);
    spec.channel = readChannel(reader);
    spec.pools = reader.texts("pools", limits::poolsPerWorkerMax, limits::nameMax);
    if (spec.pools) {
        spec.pools->removeDuplicates();
    }
    if (const std::optional<qint64> capacity = reader.integer("capacity", 1, limits::capacityMax)) {
        spec.capacity = int(*capacity);
    }
    spec.calendar = readCalendarName(reader);
    spec.available = reader.boolean("available");
    spec.leave = readLeaves(reader);
    spec.returnMs = readReturnAfter(reader);
    spec.language = readLanguage(reader);
    reader.finish(toJson(WorkerView{}));
    return errors.isEmpty() ? Result(std::move(command)) : Result<SaveWorker>(errors.error());
}

Result<CreateToken> createTokenFrom(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    CreateToken command;
    reader.require("name");
    reader.require("role");
    command.name = reader.text("name", limits::nameMax).value_or(QString());
    command.role = reader.oneOf("role", roleFrom).value_or(Role::Viewer);
    command.worker = {reader.text("worker_id", limits::nameMax).value_or(QString())};
    command.expiresAtMs = reader.time("expires_at").value_or(0);
    reader.finish();
    return errors.isEmpty() ? Result(std::move(command)) : Result<CreateToken>(errors.error());
}

Result<SendTest> sendTestFrom(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("to");
    SendTest command{reader.text("to", limits::channelMax).value_or(QString())};
    if (errors.isEmpty() && !isChannel(command.to))
        errors.add(reader.pointer("to"), QT_TRANSLATE_NOOP("Error", "must be an address like email:ann@county.gov"));
    reader.finish();
    return errors.isEmpty() ? Result(std::move(command)) : Result<SendTest>(errors.error());
}

} // namespace hmsact::domain
