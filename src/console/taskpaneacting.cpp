// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/messagebar.h"
#include "console/resulttext.h"
#include "console/taskpane.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_taskpane.h"

#include <QAction>
#include <QApplication>

// What is done with the task that the pane shows.
namespace hmsact::console {

using namespace domain;

// What is typed already is gone on with: a letter meant for the list would else take its place.
bool TaskPane::goesOn(TaskAction action)
{
    if (!ui->actionForm->hasTyped())
        return false;
    ui->actionForm->resume();
    if (action != m_asked)
        ui->messageBar->say(MessageBar::Kind::Error, tr("Send what you have typed here first, or drop it (Esc)."));
    return true;
}

void TaskPane::start(TaskAction action)
{
    if (goesOn(action))
        return;
    ui->messageBar->clear();
    const Ask ask = askedBy(action);
    if (ask == Ask::Nothing)
        send(action, {});
    else if (action == TaskAction::Complete && m_manner == Manner::Own)
        openForm(action, {});
    else if (ask == Ask::Worker || ask == Ask::Target)
        askForWorker(action);
    else
        openForm(action, {});
}

void TaskPane::askForWorker(TaskAction action)
{
    if (action == TaskAction::Complete && !m_client.actor().actsForAnyone()) {
        ActionForm::Answer own;
        own.worker = m_client.actor().worker;
        send(action, own);
        return;
    }
    ListWorkers workers;
    workers.limit = limits::pageMax;
    const TaskId task = m_detail->view.task.id;
    whenReady(m_client.ask(workers), this, [this, action, task](Result<domain::Page<WorkerView>> page) {
        if (!m_loaded || m_detail->view.task.id != task)
            return; // another task is chosen by now
        if (page)
            openForm(action, page->items);
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(page.error()));
    });
}

void TaskPane::openForm(TaskAction action, const std::vector<WorkerView> &workers)
{
    m_asked = action;
    ui->actionForm->open(questionFor(action, m_detail->view.task, m_client.actor(), workers, m_manner));
    ui->scrollArea->ensureWidgetVisible(ui->actionForm);
}

void TaskPane::correct()
{
    if (goesOn(TaskAction::Approve))
        return;
    ActionForm::Question question;
    question.ask = Ask::Result;
    question.title = question.verb = tr("Correct and approve");
    question.prompt = tr("The result as it should be. It is recorded before and after.");
    question.preset = resultText(m_detail->view.task.result);
    ui->messageBar->clear();
    m_asked = TaskAction::Approve;
    ui->actionForm->open(question);
    ui->scrollArea->ensureWidgetVisible(ui->actionForm);
}

// What was done with the task before: at this one nobody has looked.
bool TaskPane::isPressedTwice(TaskAction action, TaskId task) const
{
    return m_sent.first == action && m_sent.second != task && m_sinceSent.isValid()
        && !m_sinceSent.hasExpired(QApplication::doubleClickInterval());
}

void TaskPane::send(TaskAction action, const ActionForm::Answer &answer)
{
    const Task &task = m_detail->view.task;
    if (m_acting.contains(task.id) || isPressedTwice(action, task.id))
        return;
    ActOnTask command;
    command.task = {task.activity, task.name, task.id};
    command.input.action = action;
    command.input.worker = answer.worker;
    command.input.pool = answer.pool;
    command.input.mayRetry = answer.mayRetry;
    const bool handsIn = action == TaskAction::Approve || action == TaskAction::Complete;
    if (handsIn && !answer.words.isEmpty()) {
        command.input.result = resultFrom(answer.words, task.result);
        if (!command.input.result)
            return ui->messageBar->say(MessageBar::Kind::Error, tr("This is no JSON. A form has its fields in braces."));
    } else {
        (action == TaskAction::Comment ? command.input.text : command.input.reason) = answer.words;
    }
    if (action == TaskAction::Complete && m_manner == Manner::Own)
        command.input.worker = m_client.actor().worker;
    const bool forHolder = action == TaskAction::Fail || action == TaskAction::Release || action == TaskAction::Undo;
    if (forHolder && m_client.actor().actsForAnyone())
        command.input.worker = task.worker;
    const QString &citizen = m_detail->view.citizenId; // at the desk the next one has the same name more often than not
    const QString done =
        wordsFor(action, m_manner)
            .done.arg(m_manner == Manner::Own ? task.name : QStringLiteral("%1 (%2)").arg(task.name, isolated(citizen)));
    m_acting.push_back(task.id);
    m_sent = {action, task.id};
    m_sinceSent.start();
    const auto answered = [this, action, done, id = task.id, name = task.name](const Result<TaskView> &view) {
        m_acting.removeOne(id);
        const bool isShown = m_detail && m_detail->view.task.id == id;
        if (!view) { // the form stays as it is, to be mended
            const QString why = text(view.error());
            ui->messageBar->say(MessageBar::Kind::Error, isShown ? why : name + QStringLiteral(": ") + why);
            if (const auto draft = draftOf(id); draft != m_drafts.end())
                dropIfOver(draft->task); // which waited for this answer
            return;
        }
        if (const auto draft = draftOf(id); draft != m_drafts.end()) // it is said
            m_drafts.erase(draft);
        if (isShown) {
            leaveFocus();
            ui->actionForm->close();
            refresh();
        }
        if (m_manner == Manner::Desk)
            ui->messageBar->say(MessageBar::Kind::Confirmation, done);
        emit acted(action, view->task, done);
    };
    whenReady(m_client.send(std::move(command)), this, answered);
}

void TaskPane::completeNow()
{
    if (ui->actionForm->isOpen() && m_asked != TaskAction::Complete)
        return;
    if (ui->actionForm->isOpen())
        ui->actionForm->confirm();
    else if (m_actionOf[TaskAction::Complete]->isEnabled())
        send(TaskAction::Complete, {});
}

void TaskPane::sayWhyNotComplete()
{
    if (!m_loaded || m_actionOf[TaskAction::Complete]->isEnabled())
        return;
    const Worker *own = m_own ? &*m_own : nullptr;
    const QString why = whyNot(TaskAction::Complete, m_detail->view.task, m_client.actor(), own, m_client.nowMs());
    ui->messageBar->say(MessageBar::Kind::Error, why.isEmpty() ? statusText(m_detail->view) : why);
}

} // namespace hmsact::console
