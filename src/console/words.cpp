// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/words.h"

#include "console/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace hmsact::console {

using namespace domain;

static QString said(const char *text) { return QCoreApplication::translate("Words", text); }

QString text(TaskState state)
{
    switch (state) {
    case TaskState::Waiting:
        return said(QT_TRANSLATE_NOOP("Words", "Waiting"));
    case TaskState::Optional:
        return said(QT_TRANSLATE_NOOP("Words", "Optional"));
    case TaskState::Pending:
        return said(QT_TRANSLATE_NOOP("Words", "Pending"));
    case TaskState::InProgress:
        return said(QT_TRANSLATE_NOOP("Words", "In progress"));
    case TaskState::InReview:
        return said(QT_TRANSLATE_NOOP("Words", "In review"));
    case TaskState::OnHold:
        return said(QT_TRANSLATE_NOOP("Words", "On hold"));
    case TaskState::Completed:
        return said(QT_TRANSLATE_NOOP("Words", "Completed"));
    case TaskState::Failed:
        return said(QT_TRANSLATE_NOOP("Words", "Failed"));
    case TaskState::Skipped:
        return said(QT_TRANSLATE_NOOP("Words", "Skipped"));
    case TaskState::Cancelled:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "Cancelled"));
}

QString text(ActivityState state)
{
    switch (state) {
    case ActivityState::Open:
        return said(QT_TRANSLATE_NOOP("Words", "Open"));
    case ActivityState::Completed:
        return said(QT_TRANSLATE_NOOP("Words", "Completed"));
    case ActivityState::Cancelled:
        return said(QT_TRANSLATE_NOOP("Words", "Cancelled"));
    case ActivityState::Failed:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "Failed"));
}

QString text(SlaState state)
{
    switch (state) {
    case SlaState::OnTrack:
        return said(QT_TRANSLATE_NOOP("Words", "On track"));
    case SlaState::DueSoon:
        return said(QT_TRANSLATE_NOOP("Words", "Due soon"));
    case SlaState::AtRisk:
        return said(QT_TRANSLATE_NOOP("Words", "At risk"));
    case SlaState::Breached:
        return said(QT_TRANSLATE_NOOP("Words", "Breached"));
    case SlaState::Paused:
        return said(QT_TRANSLATE_NOOP("Words", "Paused"));
    case SlaState::Met:
        return said(QT_TRANSLATE_NOOP("Words", "Met"));
    case SlaState::None:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "No clock"));
}

QString promiseText(SlaState state, qint64 dueAtMs, qint64 nowMs)
{
    const bool isRunning =
        state == SlaState::OnTrack || state == SlaState::DueSoon || state == SlaState::AtRisk || state == SlaState::Breached;
    return isRunning ? QStringLiteral("%1, %2").arg(text(state), countdownText(state, dueAtMs, nowMs)) : text(state);
}

QString text(WorkerKind kind)
{
    switch (kind) {
    case WorkerKind::Human:
        return said(QT_TRANSLATE_NOOP("Words", "Person"));
    case WorkerKind::Bot:
        return said(QT_TRANSLATE_NOOP("Words", "Bot"));
    case WorkerKind::Agent:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "AI agent"));
}

QString text(Role role)
{
    switch (role) {
    case Role::Viewer:
        return said(QT_TRANSLATE_NOOP("Words", "viewer"));
    case Role::Worker:
        return said(QT_TRANSLATE_NOOP("Words", "worker"));
    case Role::Clerk:
        return said(QT_TRANSLATE_NOOP("Words", "clerk"));
    case Role::Supervisor:
        return said(QT_TRANSLATE_NOOP("Words", "supervisor"));
    case Role::Admin:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "administrator"));
}

QString text(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Good:
        return said(QT_TRANSLATE_NOOP("Words", "Good"));
    case Finding::Severity::Note:
        return said(QT_TRANSLATE_NOOP("Words", "Note"));
    case Finding::Severity::Warning:
        return said(QT_TRANSLATE_NOOP("Words", "Warning"));
    case Finding::Severity::Danger:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "Danger"));
}

// What the core calls a state is said as everywhere in the window; what is in quotation marks somebody has typed.
static QString spoken(const QString &sentence, qsizetype hole, const QString &argument)
{
    const qsizetype at = sentence.indexOf(QStringLiteral("%%1").arg(hole + 1));
    if (at > 0 && QStringLiteral("“«").contains(sentence[at - 1]))
        return argument;
    if (const auto state = taskStateFrom(argument))
        return QLocale().toLower(text(*state));
    const auto state = activityStateFrom(argument);
    return state ? QLocale().toLower(text(*state)) : argument;
}

QString text(const Message &message)
{
    const QString sentence = QCoreApplication::translate("Error", message.key);
    QStringList arguments;
    for (qsizetype i = 0; i < message.args.size(); ++i)
        arguments << spoken(sentence, i, message.args[i]);
    const QByteArray translated = sentence.toUtf8();
    return Message{translated.constData(), arguments}.english(); // the holes are filled the same way
}

QString text(const Error &error)
{
    QStringList lines{text(error.detail)};
    for (const FieldError &field : error.fields) {
        const QString why = text(field.detail);
        if (!lines.contains(why))
            lines << why;
    }
    return lines.join(u' ');
}

QString statusText(const TaskView &view)
{
    const Oversight &seen = view.task.oversight;
    const QString state = text(view.task.state);
    if (view.task.state == TaskState::InProgress && seen.progressPercent >= 0)
        return said(QT_TRANSLATE_NOOP("Words", "%1 · %2")).arg(state, percentText(seen.progressPercent * 10'000));
    if (view.task.state == TaskState::InReview && seen.confidencePpm != noConfidence)
        return said(QT_TRANSLATE_NOOP("Words", "%1 · %2 sure")).arg(state, percentText(seen.confidencePpm));
    if (view.task.state == TaskState::Pending && seen.forHumans)
        return said(QT_TRANSLATE_NOOP("Words", "%1 · for people")).arg(state);
    if (view.task.state != TaskState::Waiting || view.waitingFor.isEmpty())
        return state;
    return said(QT_TRANSLATE_NOOP("Words", "Waiting for %1")).arg(QLocale().createSeparatedList(view.waitingFor));
}

QString text(ReviewOutcome outcome)
{
    switch (outcome) {
    case ReviewOutcome::None:
        return {};
    case ReviewOutcome::Approved:
        return said(QT_TRANSLATE_NOOP("Words", "approved"));
    case ReviewOutcome::Corrected:
        return said(QT_TRANSLATE_NOOP("Words", "corrected"));
    case ReviewOutcome::Rejected:
        return said(QT_TRANSLATE_NOOP("Words", "sent back"));
    case ReviewOutcome::Abstained:
        return said(QT_TRANSLATE_NOOP("Words", "the worker could not judge"));
    case ReviewOutcome::TimedOut:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Words", "nobody decided in time"));
}

QString percentText(int ppm)
{
    const QLocale locale;
    return said(QT_TRANSLATE_NOOP("Words", "%1 %")).arg(locale.toString(ppm / 1e4, 'g', 3));
}

QString isolated(const QString &name)
{
    const bool runsLeft =
        std::ranges::any_of(name, [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    return runsLeft ? QChar(0x2068) + name + QChar(0x2069) : name;
}

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

} // namespace hmsact::console
