// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"

#include "domain/textrules.h"

#include <QCoreApplication>

namespace hmsact::domain {

static Error notFound(const char *key, const QString &said) { return makeError(ErrorCode::NotFound, key, {quoted(said)}); }

Error noActivity(const QString &id) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no activity %1"), id); }

Error noTask(const QString &id) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no task %1"), id); }

Error noTask(const TaskRef &task)
{
    if (!task.id.isNull())
        return noTask(task.id.toString());
    return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "activity %1 has no task %2"),
                     {task.activity.toString(), quoted(task.name)});
}

Error noWorker(const WorkerId &worker)
{
    return notFound(QT_TRANSLATE_NOOP("Error", "there is no worker “%1”"), worker.value);
}

Error noAlert(const QString &id) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no alert %1"), id); }

Error noMessage(const QString &id) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no message %1"), id); }

Error noToken(const QString &id) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no token %1"), id); }

Error noRule(const QString &said) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no rule %1"), said); }

Error noVersion(RuleId rule, const QString &version)
{
    return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "rule %1 has no version %2"),
                     {rule.toString(), quoted(version)});
}

Error noCalendar(const QString &name) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no calendar “%1”"), name); }

Error noIntent(const QString &name) { return notFound(QT_TRANSLATE_NOOP("Error", "there is no intent “%1”"), name); }

} // namespace hmsact::domain
