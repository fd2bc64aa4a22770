// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/myworkpage.h"
#include "console/taskactions.h"
#include "console/taskpane.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_myworkpage.h"

#include <QAction>
#include <QApplication>

// What a clerk does, what follows it, and how it is taken back.
namespace hmsact::console {

using namespace domain;

static QString undoWords() { return MyWorkPage::tr("Undo (Ctrl+Z)"); }

// The core decides whether it is still early enough.
static bool canBeTakenBack(TaskAction action)
{
    switch (action) {
    case TaskAction::Complete:
    case TaskAction::Fail:
    case TaskAction::Release:
    case TaskAction::Reassign:
    case TaskAction::Hold:
    case TaskAction::OptIn:
    case TaskAction::Decline:
        return true;
    default:
        return false;
    }
}

// What became of a task that `was` done with, and that `by` took back.
static QString undoneWords(TaskAction was, TaskAction by)
{
    return by == TaskAction::Undo && was != TaskAction::Complete ? MyWorkPage::tr("%1 is as it was before.")
                                                                 : wordsFor(by).done;
}

void MyWorkPage::onActed(TaskAction action, const Task &task, const QString &done)
{
    m_last.reset();
    if (action == TaskAction::Complete || action == TaskAction::Undo)
        m_tally.count(m_client.actor().worker, m_client.nowMs(), action == TaskAction::Complete ? 1 : -1);
    const bool comesBack = canBeTakenBack(action);
    if (comesBack)
        m_last = Last{action, TaskAction::Undo, {task.activity, task.name, task.id}};
    m_said = comesBack ? QString() : done;
    ui->messageBar->say(MessageBar::Kind::Confirmation, done, comesBack ? undoWords() : QString());
    const bool stays = action == TaskAction::Comment || action == TaskAction::Resume || action == TaskAction::Undo;
    m_acted = stays ? Task() : task;
    if (action == TaskAction::OptIn || action == TaskAction::Decline)
        goOnChoosing(task.id);
    else if (!stays)
        goOnAfter(action, task.id, done);
    refresh();
    focusList();
}

void MyWorkPage::goOnAfter(TaskAction action, TaskId task, const QString &done)
{
    const int row = m_model.rowAfter(m_model.rowOfTask(task));
    if (row < 0 && action == TaskAction::Complete)
        take(done);
    else if (row >= 0 && m_shown == task) // whoever has gone on meanwhile stays there
        choose(row);
}

// One citizen after the other.
void MyWorkPage::goOnChoosing(TaskId task)
{
    if (m_shown != task)
        return;
    const int at = m_model.rowOfTask(task);
    for (const int next : {at + 1, at - 1}) {
        const WorkRow *row = m_model.rowAt(next);
        if (row && !row->isHeading() && row->part == WorkPart::Choice)
            return choose(next);
    }
}

// A key pressed twice takes one.
void MyWorkPage::takeNext()
{
    if (!m_sinceTaken.isValid() || m_sinceTaken.hasExpired(QApplication::doubleClickInterval()))
        take(QString());
}

void MyWorkPage::take(const QString &before)
{
    if (m_client.actor().worker.isNull() || std::exchange(m_taking, true))
        return;
    m_sinceTaken.start();
    Reserve command;
    command.worker = m_client.actor().worker;
    whenReady(m_client.send(command), this, [this, before](const Result<std::vector<Lease>> &leases) {
        m_taking = false;
        const auto say = [&](const QString &words) {
            ui->messageBar->say(MessageBar::Kind::Confirmation, before.isEmpty() ? words : before + u' ' + words,
                                m_last ? undoWords() : QString());
        };
        if (!leases) {
            ui->messageBar->say(MessageBar::Kind::Error, text(leases.error()));
        } else if (leases->empty()) {
            say(m_isAway ? tr("You are marked as away, so nothing new is offered to you.")
                         : tr("There is nothing more that you could take now."));
        } else {
            const Lease &lease = leases->front();
            if (before.isEmpty())
                m_last = Last{TaskAction::Release, TaskAction::Release, {lease.activity, lease.name, lease.task}};
            say(lease.dueAtMs > 0
                    ? tr("%1 is yours; it is due %2.").arg(lease.name, instantText(lease.dueAtMs, m_client.nowMs()))
                    : tr("%1 is yours.").arg(lease.name));
            m_wanted = lease.task;
        }
        refresh();
        focusList();
    });
}

void MyWorkPage::completeAndNext() { m_pane->completeNow(); }

void MyWorkPage::undo()
{
    if (!m_last) {
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            m_said.isEmpty() ? tr("There is nothing to take back.")
                                             : tr("%1 That cannot be taken back.").arg(m_said));
        return;
    }
    if (std::exchange(m_undoing, true))
        return;
    ActOnTask command;
    command.task = m_last->task;
    command.input.action = m_last->by;
    command.input.worker = m_client.actor().worker;
    whenReady(m_client.send(std::move(command)), this, [this, last = *m_last](const Result<TaskView> &view) {
        m_undoing = false;
        const bool isAway = !view && (view.error().code == ErrorCode::Busy || view.error().code == ErrorCode::Unavailable);
        if (!isAway && m_last && m_last->by == last.by && m_last->task.id == last.task.id) { // else it may be said again
            m_last.reset();
            m_said.clear();
        }
        if (!view) {
            ui->messageBar->say(MessageBar::Kind::Error, text(view.error()));
            return;
        }
        if (last.was == TaskAction::Complete && last.by == TaskAction::Undo)
            m_tally.count(m_client.actor().worker, m_client.nowMs(), -1);
        ui->messageBar->say(MessageBar::Kind::Confirmation, undoneWords(last.was, last.by).arg(view->task.name));
        m_wanted = view->task.id;
        m_acted = view->task;
        refresh();
        focusList();
    });
}

void MyWorkPage::showPresence(bool known, bool away)
{
    m_isAway = away;
    auto *action = findChild<QAction *>(QStringLiteral("presenceAction"));
    action->setEnabled(known);
    action->setText(away ? tr("I am back") : tr("Mark me as away"));
    action->setIcon(icon(away ? QStringLiteral("resume") : QStringLiteral("hold")));
    action->setToolTip(QStringLiteral("%1 (W)").arg(away ? tr("New tasks are offered to you again")
                                                         : tr("No new tasks are offered to you; what you have stays")));
    ui->head->setAway(away);
}

void MyWorkPage::togglePresence()
{
    SaveWorker command;
    command.spec.id = m_client.actor().worker;
    command.spec.available = m_isAway;
    command.mustExist = true;
    whenReady(m_client.send(std::move(command)), this, [this](const Result<Worker> &saved) {
        if (saved)
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                saved->available
                                    ? tr("You are back: new tasks are offered to you again.")
                                    : tr("You are away: no new tasks are offered to you. What you have stays."));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()));
        refresh();
        focusList();
    });
}

} // namespace hmsact::console
