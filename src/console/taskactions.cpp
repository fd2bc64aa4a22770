// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskactions.h"

#include "console/words.h"

#include <QCoreApplication>

namespace hmsact::console {

using domain::TaskAction;

static QString actionWord(const char *text) { return QCoreApplication::translate("Action", text); }

const std::vector<TaskAction> &offeredActions()
{
    static const std::vector<TaskAction> all{
        TaskAction::Complete, TaskAction::Approve, TaskAction::OptIn, TaskAction::Resume,  TaskAction::Retry,
        TaskAction::SendBack, TaskAction::Decline, TaskAction::Fail,  TaskAction::Hold,    TaskAction::Reassign,
        TaskAction::Release,  TaskAction::Undo,    TaskAction::Skip,  TaskAction::Comment,
    };
    return all;
}

ActionWords wordsFor(TaskAction action, Manner manner)
{
    const auto key = [](const char *keys) {
        return QKeySequence(QLatin1String(keys));
    };
    const QString name = toString(action);
    switch (action) {
    case TaskAction::Complete:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Complete…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Complete")), actionWord(QT_TRANSLATE_NOOP("Action", "%1 is done.")),
                key("Ctrl+Return")};
    case TaskAction::Fail:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Report failure…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Report failure")),
                actionWord(QT_TRANSLATE_NOOP("Action", "The failure of %1 is recorded.")), key("Ctrl+Shift+X")};
    case TaskAction::Heartbeat:
        return {name, {}, {}, {}, {}};
    case TaskAction::Release:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Give back…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Give back")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 is back in the queue.")), key("Ctrl+Shift+L")};
    case TaskAction::OptIn:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Opt in")), actionWord(QT_TRANSLATE_NOOP("Action", "Opt in")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was chosen.")), key("Ctrl+Shift+I")};
    case TaskAction::Decline:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Decline…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Decline")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was declined.")), key("Ctrl+Shift+D")};
    case TaskAction::Hold:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Put on hold…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Put on hold")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 is on hold.")), key("Ctrl+Shift+H")};
    case TaskAction::Resume:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Resume")), actionWord(QT_TRANSLATE_NOOP("Action", "Resume")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 goes on.")), key("Ctrl+Shift+U")};
    case TaskAction::Retry:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Try again")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Try again")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 will be tried again.")), key("Ctrl+Shift+T")};
    case TaskAction::Skip:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Skip…")), actionWord(QT_TRANSLATE_NOOP("Action", "Skip")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was skipped.")), key("Ctrl+Shift+K")};
    case TaskAction::Reassign:
        if (manner == Manner::Own)
            return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Hand over…")),
                    actionWord(QT_TRANSLATE_NOOP("Action", "Hand over")),
                    actionWord(QT_TRANSLATE_NOOP("Action", "%1 was handed over.")), key("Ctrl+Shift+R")};
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Reassign…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Reassign")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was reassigned.")), key("Ctrl+Shift+R")};
    case TaskAction::Approve:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Approve")), actionWord(QT_TRANSLATE_NOOP("Action", "Approve")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was approved.")), key("Ctrl+Shift+A")};
    case TaskAction::SendBack:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Send back…")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Send back")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 was sent back.")), key("Ctrl+Shift+B")};
    case TaskAction::Undo:
        return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Undo completion")),
                actionWord(QT_TRANSLATE_NOOP("Action", "Undo")),
                actionWord(QT_TRANSLATE_NOOP("Action", "%1 is not done after all.")), key("Ctrl+Shift+Z")};
    case TaskAction::Comment:
        break;
    }
    return {name, actionWord(QT_TRANSLATE_NOOP("Action", "Comment…")),
            actionWord(QT_TRANSLATE_NOOP("Action", "Add comment")),
            actionWord(QT_TRANSLATE_NOOP("Action", "The comment on %1 is recorded.")), key("Ctrl+Shift+M")};
}

QKeySequence letterFor(TaskAction action)
{
    switch (action) {
    case TaskAction::Complete:
        return {Qt::Key_C};
    case TaskAction::Fail:
        return {Qt::Key_F};
    case TaskAction::Release:
        return {Qt::Key_B};
    case TaskAction::OptIn:
        return {Qt::Key_I};
    case TaskAction::Decline:
        return {Qt::Key_D};
    case TaskAction::Hold:
        return {Qt::Key_H};
    case TaskAction::Resume:
        return {Qt::Key_R};
    case TaskAction::Reassign:
        return {Qt::Key_G};
    case TaskAction::Approve:
        return {Qt::Key_P};
    case TaskAction::SendBack:
        return {Qt::Key_S};
    case TaskAction::Comment:
        return {Qt::Key_M};
    default: // what is rare, and what is no clerk's, has only its other keys
        return {};
    }
}

bool leadsOn(TaskAction action)
{
    return action == TaskAction::Complete || action == TaskAction::Approve || action == TaskAction::OptIn
        || action == TaskAction::Resume || action == TaskAction::Retry;
}

Ask askedBy(TaskAction action)
{
    switch (action) {
    case TaskAction::Complete:
        return Ask::Worker;
    case TaskAction::Fail:
    case TaskAction::Hold:
    case TaskAction::Skip:
    case TaskAction::SendBack:
        return Ask::Reason;
    case TaskAction::Decline:
    case TaskAction::Release:
        return Ask::OptionalReason;
    case TaskAction::Reassign:
        return Ask::Target;
    case TaskAction::Comment:
        return Ask::Text;
    default:
        return Ask::Nothing;
    }
}

static domain::Result<domain::Change> tried(TaskAction action, const domain::Task &task, const domain::Actor &actor,
                                            const domain::Worker *own, qint64 nowMs)
{
    const QString standIn = QStringLiteral("x");
    domain::ActionInput input;
    input.action = action;
    input.reason = standIn;
    input.text = standIn;
    if (action == TaskAction::Reassign)
        input.pool = standIn;
    else if (domain::roleFor(action) == domain::Role::Worker && actor.actsForAnyone())
        input.worker = task.worker.isNull() ? domain::WorkerId{standIn} : task.worker;
    domain::Task copy = task;
    const domain::Activity activity; // what came of a completion is looked at when it is undone
    domain::ActionContext context{actor, nowMs, 0, own, true};
    context.activity = &activity;
    return domain::act(copy, input, context);
}

bool isPossible(TaskAction action, const domain::Task &task, const domain::Actor &actor, const domain::Worker *own,
                qint64 nowMs)
{
    const auto change = tried(action, task, actor, own, nowMs);
    return change && change->changed;
}

QString whyNot(TaskAction action, const domain::Task &task, const domain::Actor &actor, const domain::Worker *own,
               qint64 nowMs)
{
    const auto change = tried(action, task, actor, own, nowMs);
    return change ? QString() : text(change.error());
}

} // namespace hmsact::console
