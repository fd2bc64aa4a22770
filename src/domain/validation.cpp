// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/validation.h"

#include "domain/artefactrules.h"
#include "domain/channel.h"
#include "domain/duration.h"
#include "domain/jsonlimits.h"
#include "domain/textrules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace hmsact::domain {

static Status status(const FieldErrors &errors)
{
    if (errors.isEmpty())
        return Done{};
    return errors.error();
}

Status validate(const CreateActivity &command)
{
    FieldErrors errors;
    checkText(errors, QStringLiteral("/citizen_id"), command.citizenId, limits::citizenIdMax);
    checkText(errors, QStringLiteral("/intent"), command.intent, limits::intentMax);
    checkRange(errors, QStringLiteral("/sla"), command.slaMs, 1, limits::durationMaxMs);
    checkRange(errors, QStringLiteral("/priority"), command.priority, 0, 9);
    checkJson(errors, QStringLiteral("/metadata"), command.metadata);
    return status(errors);
}

Status validate(const PutArtefact &command)
{
    FieldErrors errors;
    checkFileName(errors, QStringLiteral("/file"), command.fileName);
    // RFC 6838: type/subtype of restricted characters, and parameters of visible ones.
    static const QRegularExpression mediaType(QStringLiteral(
        "\\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(; ?[\\x21-\\x7e ]{1,200})?\\z"));
    if (!mediaType.match(command.mediaType).hasMatch())
        errors.add(QStringLiteral("/content-type"), QT_TRANSLATE_NOOP("Error", "is no media type"));
    if (const Status fields = status(errors); !fields)
        return fields;
    if (command.bytes.size() > limits::artefactBytesMax)
        return makeError(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "an artefact has at most %1 bytes"),
                         {QString::number(limits::artefactBytesMax)});
    return Done{};
}

Status validate(const CreateToken &command, qint64 nowMs)
{
    FieldErrors errors;
    checkText(errors, QStringLiteral("/name"), command.name, limits::nameMax);
    if (!command.worker.isNull())
        checkText(errors, QStringLiteral("/worker_id"), command.worker.value, limits::nameMax);
    if (command.role == Role::Worker && command.worker.isNull())
        errors.add(QStringLiteral("/worker_id"), QT_TRANSLATE_NOOP("Error", "a worker's token names its worker"));
    if (command.expiresAtMs != 0 && command.expiresAtMs <= nowMs)
        errors.add(QStringLiteral("/expires_at"), QT_TRANSLATE_NOOP("Error", "is in the past"));
    return status(errors);
}

static void check(FieldErrors &errors, const QString &pointer, const Leave &leave, const WorkerId &worker)
{
    if (leave.toMs <= leave.fromMs)
        errors.add(pointer + QStringLiteral("/to"), QT_TRANSLATE_NOOP("Error", "must be later than the beginning"));
    if (leave.toMs - leave.fromMs > limits::durationMaxMs)
        errors.add(pointer + QStringLiteral("/to"), QT_TRANSLATE_NOOP("Error", "is more than ten years away"));
    if (!leave.substitute.isNull() && leave.substitute == worker)
        errors.add(pointer + QStringLiteral("/substitute"), QT_TRANSLATE_NOOP("Error", "nobody stands in for oneself"));
}

static void checkLeaves(FieldErrors &errors, const Worker &worker)
{
    if (worker.leave.size() > size_t(limits::leavesPerWorkerMax))
        errors.add(QStringLiteral("/leave"), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                   {QString::number(limits::leavesPerWorkerMax)});
    for (size_t i = 0; i < worker.leave.size(); ++i) {
        const QString pointer = QStringLiteral("/leave/%1").arg(i);
        const Leave &leave = worker.leave[i];
        check(errors, pointer, leave, worker.id);
        const auto overlaps = [&leave](const Leave &other) {
            return other.fromMs < leave.toMs && leave.fromMs < other.toMs;
        };
        if (std::any_of(worker.leave.begin(), worker.leave.begin() + qsizetype(i), overlaps))
            errors.add(pointer + QStringLiteral("/from"), QT_TRANSLATE_NOOP("Error", "overlaps another leave"));
    }
}

static void check(FieldErrors &errors, const Worker &worker)
{
    checkText(errors, QStringLiteral("/id"), worker.id.value, limits::nameMax);
    checkText(errors, QStringLiteral("/name"), worker.name, limits::nameMax);
    if (worker.skills.size() > limits::skillsPerWorkerMax)
        errors.add(QStringLiteral("/skills"), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                   {QString::number(limits::skillsPerWorkerMax)});
    for (auto skill = worker.skills.cbegin(); skill != worker.skills.cend(); ++skill) {
        checkText(errors, QStringLiteral("/skills"), skill.key(), limits::skillMax);
        checkRange(errors, QStringLiteral("/skills"), skill.value(), 1, skillLevelMax);
    }
    if (worker.pools.size() > limits::poolsPerWorkerMax)
        errors.add(QStringLiteral("/pools"), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                   {QString::number(limits::poolsPerWorkerMax)});
    for (const QString &pool : worker.pools)
        checkText(errors, QStringLiteral("/pools"), pool, limits::nameMax);
    if (!worker.channel.isEmpty() && (isLonger(worker.channel, limits::channelMax) || !isChannel(worker.channel)))
        errors.add(QStringLiteral("/channel"), QT_TRANSLATE_NOOP("Error", "is no address"));
    checkRange(errors, QStringLiteral("/capacity"), worker.capacity, 1, limits::capacityMax);
    checkLeaves(errors, worker);
    if (worker.returnMs != 0 && (worker.returnMs < limits::returnMinMs || worker.returnMs > limits::durationMaxMs))
        errors.add(QStringLiteral("/return_after"), QT_TRANSLATE_NOOP("Error", "must be from %1 to %2"),
                   {formatDuration(limits::returnMinMs), formatDuration(limits::durationMaxMs)});
    if (!languageFrom(worker.language))
        errors.add(QStringLiteral("/language"), QT_TRANSLATE_NOOP("Error", "must be en or es"));
}

Status validate(const Leave &leave, const WorkerId &worker)
{
    FieldErrors errors;
    check(errors, {}, leave, worker);
    return status(errors);
}

Status substitutesAreSound(const Worker &worker, const std::function<const Worker *(const WorkerId &)> &find)
{
    FieldErrors errors;
    for (size_t i = 0; i < worker.leave.size(); ++i) {
        const Leave &leave = worker.leave[i];
        const QString pointer = QStringLiteral("/leave/%1/substitute").arg(i);
        if (leave.substitute.isNull())
            continue;
        if (!find(leave.substitute)) {
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "there is no worker “%1”"), {quoted(leave.substitute.value)});
            continue;
        }
        QSet<QString> asked;
        QStringList stands{leave.substitute.value};
        while (!stands.isEmpty()) {
            const QString id = stands.takeLast();
            const Worker *standIn = id == worker.id.value ? nullptr : find({id});
            if (!standIn || asked.contains(id))
                continue;
            asked.insert(id);
            for (const Leave &theirs : standIn->leave) {
                if (theirs.fromMs < leave.toMs && leave.fromMs < theirs.toMs && !theirs.substitute.isNull())
                    stands << theirs.substitute.value;
            }
            if (stands.contains(worker.id.value)) {
                errors.add(pointer, QT_TRANSLATE_NOOP("Error", "worker “%1” is away then, and “%2” is to stand in"),
                           {quoted(id), quoted(worker.id.value)});
                break;
            }
        }
    }
    return status(errors);
}

// A leave that was known keeps what came of it.
static std::vector<Leave> leavesOf(std::vector<Leave> said, const Worker &worker)
{
    for (Leave &leave : said) {
        leave.begun = std::ranges::any_of(worker.leave, [&](const Leave &known) {
            return known.begun && known.fromMs == leave.fromMs && known.substitute == leave.substitute;
        });
    }
    return said;
}

static QMap<QString, int> withLevels(QMap<QString, int> said, const QMap<QString, int> &before)
{
    for (auto skill = said.begin(); skill != said.end(); ++skill)
        if (skill.value() == 0)
            skill.value() = before.value(skill.key(), skillLevelDefault);
    return said;
}

static bool isSameLeave(const std::vector<Leave> &left, const std::vector<Leave> &right)
{
    return std::ranges::equal(left, right, [](Leave one, const Leave &other) {
        one.begun = other.begun; // nobody says that
        return one == other;
    });
}

Status isAsSeen(const Worker &worker, const WorkerSpec &seen)
{
    FieldErrors errors;
    const auto compare = [&errors](const char *pointer, bool isSame) {
        if (!isSame)
            errors.add(QLatin1StringView(pointer), QT_TRANSLATE_NOOP("Error", "was changed meanwhile"));
    };
    compare("/name", worker.name == seen.name.value_or(worker.name));
    compare("/kind", worker.kind == seen.kind.value_or(worker.kind));
    compare("/skills", worker.skills == seen.skills.value_or(worker.skills));
    compare("/channel", worker.channel == seen.channel.value_or(worker.channel));
    compare("/pools", worker.pools == seen.pools.value_or(worker.pools));
    compare("/capacity", worker.capacity == seen.capacity.value_or(worker.capacity));
    compare("/calendar", worker.calendar == seen.calendar.value_or(worker.calendar));
    compare("/available", worker.available == seen.available.value_or(worker.available));
    compare("/leave", isSameLeave(worker.leave, seen.leave.value_or(worker.leave)));
    compare("/return_after", worker.returnMs == seen.returnMs.value_or(worker.returnMs));
    compare("/language", worker.language == seen.language.value_or(worker.language));
    if (errors.isEmpty())
        return Done{};
    Error error = errors.error();
    error.code = ErrorCode::Conflict;
    error.detail = {QT_TRANSLATE_NOOP("Error", "somebody else has changed worker %1 meanwhile"), {worker.id.value}};
    return error;
}

Result<Worker> saved(const WorkerSpec &spec, const Worker *known, qint64 nowMs)
{
    Worker worker;
    if (known) {
        worker = *known;
    } else {
        worker.id = spec.id.value_or(WorkerId::fromName(spec.name.value_or(QString())));
        worker.createdAtMs = nowMs;
        worker.kind = spec.kind.value_or(isPersonal(spec.channel.value_or(QString())) ? WorkerKind::Human : WorkerKind::Bot);
        worker.capacity = worker.kind == WorkerKind::Human ? limits::capacityHuman : limits::capacityMachine;
    }
    worker.name = spec.name.value_or(worker.name);
    worker.kind = spec.kind.value_or(worker.kind);
    worker.skills = spec.skills ? withLevels(*spec.skills, worker.skills) : worker.skills;
    worker.channel = spec.channel.value_or(worker.channel);
    worker.pools = spec.pools.value_or(worker.pools);
    worker.capacity = spec.capacity.value_or(worker.capacity);
    worker.calendar = spec.calendar.value_or(worker.calendar);
    worker.available = spec.available.value_or(worker.available);
    worker.leave = leavesOf(spec.leave.value_or(worker.leave), worker);
    worker.returnMs = spec.returnMs.value_or(worker.returnMs);
    worker.language = spec.language.value_or(worker.language);
    ++worker.version;
    FieldErrors errors;
    check(errors, worker);
    if (!errors.isEmpty())
        return errors.error();
    std::erase_if(worker.leave, [nowMs](const Leave &leave) { return leave.toMs <= nowMs; }); // of no use any more
    return worker;
}

} // namespace hmsact::domain
