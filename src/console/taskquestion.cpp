// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskquestion.h"

#include "console/resulttext.h"
#include "console/workerchoices.h"

#include <QCoreApplication>

namespace hmsact::console {

using domain::TaskAction;

static QString questionWord(const char *text) { return QCoreApplication::translate("TaskQuestion", text); }

// The few reasons that come again every day, so that nobody types them.
static QStringList usualReasons(TaskAction action)
{
    if (action == TaskAction::Hold)
        return {questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Waiting for the citizen")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Waiting for papers")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Waiting for another office")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Waiting for a payment"))};
    if (action == TaskAction::Fail)
        return {questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "The papers are not valid")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Another system does not answer")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Not a task of this office"))};
    if (action == TaskAction::Release)
        return {questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "No time for it today")),
                questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Somebody else knows this better"))};
    return {};
}

ActionForm::Question questionFor(TaskAction action, const domain::Task &task, const domain::Actor &actor,
                                 const std::vector<domain::WorkerView> &workers, Manner manner)
{
    const ActionWords words = wordsFor(action, manner);
    ActionForm::Question question;
    question.ask = action == TaskAction::Complete && manner == Manner::Own ? Ask::OptionalResult : askedBy(action);
    question.verb = words.verb;
    question.title = words.verb;
    question.offersRetry = action == TaskAction::Fail;
    question.suggestions = usualReasons(action);
    switch (question.ask) {
    case Ask::Worker:
        question.prompt = questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Who did it?"));
        question.choices = workerChoices(workers, task.skill);
        question.preset = !task.worker.isNull() ? task.worker.value
            : actor.worker.isNull()             ? domain::WorkerId::fromName(actor.name).value
                                                : actor.worker.value;
        break;
    case Ask::Target:
        question.prompt =
            questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Who is to do it? The present worker loses it at once."));
        if (manner == Manner::Own)
            question.prompt = questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Who is to do it? You lose it at once."));
        question.choices = targetChoices(workers, task.skill, task.worker);
        break;
    case Ask::Text:
        question.prompt = questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Your comment is recorded with the activity."));
        break;
    case Ask::OptionalResult:
        question.prompt = questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "What came of it? You may leave this empty."));
        question.preset = resultText(task.result); // a machine's, or what stood there before it was taken back
        break;
    case Ask::OptionalReason:
        question.prompt = action == TaskAction::Release
            ? questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Why? With a reason it does not come back to the same worker."))
            : questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Why? You may leave this empty."));
        break;
    default:
        question.prompt = questionWord(QT_TRANSLATE_NOOP("TaskQuestion", "Why? The reason is recorded."));
    }
    return question;
}

} // namespace hmsact::console
