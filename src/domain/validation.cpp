// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/validation.h"

#include "domain/artefactrules.h"
#include "domain/channel.h"
#include "domain/jsonlimits.h"
#include "domain/textrules.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

static void check(FieldErrors &errors, const Worker &worker)
{
    checkText(errors, QStringLiteral("/id"), worker.id.value, limits::nameMax);
    checkText(errors, QStringLiteral("/name"), worker.name, limits::nameMax);
    if (worker.skills.size() > limits::skillsPerWorkerMax)
        errors.add(QStringLiteral("/skills"), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                   {QString::number(limits::skillsPerWorkerMax)});
    for (auto skill = worker.skills.cbegin(); skill != worker.skills.cend(); ++skill) {
        checkText(errors, QStringLiteral("/skills"), skill.key(), limits::skillMax);
        checkRange(errors, QStringLiteral("/skills"), skill.value(), 1, 5);
    }
    if (worker.pools.size() > limits::poolsPerWorkerMax)
        errors.add(QStringLiteral("/pools"), QT_TRANSLATE_NOOP("Error", "at most %1 of them"),
                   {QString::number(limits::poolsPerWorkerMax)});
    for (const QString &pool : worker.pools)
        checkText(errors, QStringLiteral("/pools"), pool, limits::nameMax);
    if (!worker.channel.isEmpty() && (worker.channel.size() > limits::channelMax || !isChannel(worker.channel)))
        errors.add(QStringLiteral("/channel"), QT_TRANSLATE_NOOP("Error", "is no address"));
    checkRange(errors, QStringLiteral("/capacity"), worker.capacity, 1, limits::capacityMax);
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
    worker.skills = spec.skills.value_or(worker.skills);
    worker.channel = spec.channel.value_or(worker.channel);
    worker.pools = spec.pools.value_or(worker.pools);
    worker.capacity = spec.capacity.value_or(worker.capacity);
    worker.calendar = spec.calendar.value_or(worker.calendar);
    worker.available = spec.available.value_or(worker.available);
    ++worker.version;
    FieldErrors errors;
    check(errors, worker);
    if (!errors.isEmpty())
        return errors.error();
    return worker;
}

} // namespace hmsact::domain
