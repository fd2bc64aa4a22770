// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/unsaved.h"
#include "console/whenready.h"
#include "console/words.h"
#include "console/workerspage.h"
#include "ui_workerspage.h"

#include <QLocale>

// What is changed on the workers page.
namespace hmsact::console {

using namespace domain;

void WorkersPage::buildForm()
{
    const bool mayEdit = m_client.actor().actsForAnyone();
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setSizes({900, 340});
    ui->form->setEditable(mayEdit);
    ui->newButton->setVisible(mayEdit);
    ui->absencePanel->setClient(m_client);
    connect(ui->newButton, &QPushButton::clicked, this, [this] {
        leave([this] {
            ui->form->startNew();
            enableButtons();
        });
    });
    pressByKey(*ui->newButton, QKeySequence::New, *this);
    connect(ui->form, &WorkerForm::saveRequested, this, qOverload<const SaveWorker &>(&WorkersPage::save));
    connect(ui->form, &WorkerForm::revertRequested, this, &WorkersPage::revert);
    connect(ui->form, &WorkerForm::touched, ui->question, &ActionForm::close);
    connect(ui->form, &WorkerForm::removeRequested, this, [this](const WorkerId &worker) {
        ui->question->ask(tr("Remove the worker “%1”?").arg(ui->form->title()),
                          tr("What was done stays on the record; whoever holds tasks is not removed."), tr("Remove"),
                          [this, worker] {
                              mainView()->setFocus();
                              remove(worker);
                          });
    });
    connect(ui->form, &WorkerForm::leaveRequested, this, &WorkersPage::planLeave);
    connect(ui->form, &WorkerForm::leaveChanged, this, &WorkersPage::saveLeave);
    connect(ui->form, &WorkerForm::calendarsRequested, this, &WorkersPage::calendarsRequested);
    connect(ui->absencePanel, &AbsencePanel::closed, this, &WorkersPage::endPlanning);
    connect(ui->absencePanel, &AbsencePanel::confirmed, this, [this](const Worker &worker) {
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("The leave of %1 is planned.").arg(worker.name));
    });
    connect(ui->absencePanel, &AbsencePanel::overtaken, this, [this](const Worker &worker) {
        ui->messageBar->say(
            MessageBar::Kind::Alert,
            tr("Somebody else has changed the leave of %1 meanwhile. Look again, and confirm.").arg(worker.name));
    });
    connect(ui->messageBar, &MessageBar::actionTriggered, this, [this] {
        if (m_offered)
            m_offered();
    });
    connect(ui->question, &ActionForm::closed, this, [this] {
        if (!returnInto(*ui->form))
            mainView()->setFocus();
    });
    readCalendars();
}

void WorkersPage::setLevel(const QModelIndex &index, int level)
{
    if (m_skills.levelAt(index) == level)
        return;
    SaveWorker command;
    command.seen.skills = m_skills.skillsOf(index.row());
    const QString skill = m_skills.skillAt(index.column());
    const int before = m_skills.levelAt(index);
    const Worker worker = m_skills.setLevel(index, level);
    command.spec.id = worker.id;
    command.spec.skills = worker.skills;
    command.mustExist = true;
    ++m_unstored;
    whenReady(m_client.send(std::move(command)), this, [this, skill, before, level](const Result<Worker> &saved) {
        --m_unstored;
        if (!saved)
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error().detail));
        else if (level == 0)
            sayTaken(*saved, skill, before);
        if (m_unstored == 0)
            refresh();
    });
    showGaps();
}

void WorkersPage::sayTaken(const Worker &worker, const QString &skill, int level)
{
    m_taken = Taken{worker.id, skill, level};
    m_offered = [this] {
        giveBack();
    };
    ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 no longer has the skill %2.").arg(worker.name, skill),
                        tr("Undo (Ctrl+Z)"));
}

void WorkersPage::giveBack()
{
    if (!m_taken)
        return;
    const Taken taken = *std::exchange(m_taken, std::nullopt);
    ui->messageBar->clear();
    if (m_skills.rowOf(taken.worker.value) < 0)
        ui->searchEdit->clear();
    const int column = m_skills.addSkill(taken.skill);
    if (const int row = m_skills.rowOf(taken.worker.value); row >= 0)
        setLevel(m_skills.index(row, column), taken.level);
}

void WorkersPage::addSkill()
{
    const QString skill = ui->skillEdit->text().trimmed();
    if (skill.isEmpty())
        return;
    const int column = m_skills.addSkill(skill);
    ui->skillEdit->clear();
    ui->skillTable->fit();
    ui->skillTable->setCurrentIndex(m_skills.index(std::max(0, ui->skillTable->currentIndex().row()), column));
    ui->skillTable->setFocus();
}

void WorkersPage::save(const SaveWorker &command)
{
    whenReady(m_client.send(command), this, [this, then = m_afterSaving](const Result<Worker> &saved) {
        if (!saved) { // what was typed stays, to be mended
            ui->form->showErrors(saved.error());
            const bool isOvertaken = saved.error().code == ErrorCode::Conflict && !saved.error().fields.empty();
            m_offered = [this] {
                revert();
            };
            if (!ui->form->generalError().isEmpty())
                ui->messageBar->say(MessageBar::Kind::Error, ui->form->generalError(),
                                    isOvertaken ? tr("Drop mine and show it") : QString());
            return;
        }
        ui->question->close(); // nothing is lost any more
        ui->form->stored(*saved);
        m_chosen = saved->id;
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is stored.").arg(saved->name));
        if (then)
            leave(then); // unless something was typed meanwhile
        refresh();
    });
}

void WorkersPage::leave(std::function<void()> then)
{
    if (!ui->form->isChanged())
        return then();
    const auto save = [this](const std::function<void()> &next) {
        m_afterSaving = next;
        ui->form->save();
        m_afterSaving = {}; // what is wrong is not sent
    };
    askToSettle(
        *ui->question, ui->form->isNew() ? QString() : ui->form->title(), tr("The new worker is not saved"),
        [this] { revert(); }, save, then);
}

void WorkersPage::revert()
{
    ui->messageBar->clear();
    ui->form->revert();
    refresh();
}

void WorkersPage::remove(const WorkerId &worker)
{
    whenReady(m_client.send(RemoveWorker{worker}), this, [this, worker](const Result<Done> &removed) {
        if (!removed) {
            ui->messageBar->say(MessageBar::Kind::Error, text(removed.error()));
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is no longer registered.").arg(worker.value));
        ui->form->clear();
        refresh();
    });
}

void WorkersPage::planLeave()
{
    const StaffRow *row = chosen();
    if (!row)
        return;
    m_before = shown() == Absence ? m_before : shown();
    ui->absencePanel->open(row->view.worker, m_all);
    showView(Absence);
}

void WorkersPage::endPlanning()
{
    if (shown() == Absence)
        showView(m_before);
    refresh();
}

void WorkersPage::saveLeave(const std::vector<Leave> &leave, const std::vector<Leave> &before)
{
    SaveWorker command;
    command.spec.id = m_chosen;
    command.spec.leave = leave;
    command.seen.leave = before;
    command.mustExist = true;
    whenReady(m_client.send(std::move(command)), this, [this](const Result<Worker> &saved) {
        if (saved)
            ui->messageBar->say(MessageBar::Kind::Confirmation, tr("The leave of %1 is taken back.").arg(saved->name));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error().detail));
        refresh();
    });
}

void WorkersPage::toggleAvailable()
{
    const StaffRow *row = chosen();
    if (!row)
        return;
    SaveWorker command;
    command.spec.id = row->view.worker.id;
    command.spec.available = !row->view.worker.available;
    command.mustExist = true;
    whenReady(m_client.send(std::move(command)), this, [this](const Result<Worker> &saved) {
        if (saved)
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                saved->available ? tr("%1 is back.").arg(saved->name)
                                                 : tr("%1 is marked as away.").arg(saved->name));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()));
        refresh();
    });
}

void WorkersPage::showGaps()
{
    QStringList missing;
    QStringList busy;
    for (const SkillModel::Gap &gap : m_skills.gaps()) {
        const QString more = gap.waiting < limits::matrixWaitingMax ? QString() : QStringLiteral("+");
        (gap.workers == 0 ? missing : busy)
            << QStringLiteral("%1 (%2)").arg(gap.skill, QLocale().toString(gap.waiting) + more);
    }
    QStringList parts;
    if (!missing.isEmpty())
        parts << tr("nobody has %1").arg(missing.join(QStringLiteral(", ")));
    if (!busy.isEmpty())
        parts << tr("all away or full: %1").arg(busy.join(QStringLiteral(", ")));
    ui->gapLabel->set(icon(QStringLiteral("error")), tr("Tasks waiting – %1").arg(parts.join(QStringLiteral(" · "))), true);
    ui->gapLabel->setVisible(!parts.isEmpty());
}

} // namespace hmsact::console
