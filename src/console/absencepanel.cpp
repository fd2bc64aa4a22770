// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/absencepanel.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_absencepanel.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace hmsact::console {

using namespace domain;

AbsencePanel::AbsencePanel(QWidget *parent)
    : QWidget(parent), ui(std::make_unique<Ui::AbsencePanel>()), m_model([this] { return m_client->nowMs(); })
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("absencePanel"));
    QFont heading = ui->titleLabel->font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.25);
    ui->titleLabel->setFont(heading);
    ui->drillTable->setModel(&m_model);
    setUpTable(*ui->drillTable);
    const int em = fontMetrics().averageCharWidth();
    QHeaderView *header = ui->drillTable->horizontalHeader();
    const int widths[] = {24, 42, 23, 12, 34, 18};
    for (int column = 0; column < DrillModel::ColumnCount; ++column)
        header->resizeSection(column, em * widths[column]);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(DrillModel::GoesTo, QHeaderView::Stretch);
    m_empty = new EmptyState(*ui->drillTable);
    m_typing.setSingleShot(true);
    m_typing.setInterval(300);
    connect(&m_typing, &QTimer::timeout, this, &AbsencePanel::drill);
    connect(ui->fromEdit, &QDateTimeEdit::dateTimeChanged, this, &AbsencePanel::edited);
    connect(ui->toEdit, &QDateTimeEdit::dateTimeChanged, this, &AbsencePanel::edited);
    connect(ui->substituteCombo, &QComboBox::currentIndexChanged, this, &AbsencePanel::edited);
    connect(ui->confirmButton, &QPushButton::clicked, this, &AbsencePanel::confirm);
    connect(ui->cancelButton, &QPushButton::clicked, this, &AbsencePanel::cancel);
    ui->confirmButton->setAutoDefault(true);
    ui->cancelButton->setAutoDefault(true);
}

AbsencePanel::~AbsencePanel() = default;

void AbsencePanel::setClient(engine::CoreClient &client) { m_client = &client; }

void AbsencePanel::open(const Worker &worker, const std::vector<StaffRow> &staff)
{
    m_worker = worker;
    m_model.merge({});
    ui->titleLabel->setText(tr("Leave of %1").arg(worker.name.isEmpty() ? worker.id.value : worker.name));
    {
        const QSignalBlocker from(ui->fromEdit);
        const QSignalBlocker to(ui->toEdit);
        const QSignalBlocker substitute(ui->substituteCombo);
        const QDate tomorrow = QDateTime::fromMSecsSinceEpoch(m_client->nowMs()).date().addDays(1);
        ui->fromEdit->setDateTime(tomorrow.startOfDay());
        ui->toEdit->setDateTime(tomorrow.addDays(1).startOfDay());
        ui->substituteCombo->clear();
        ui->substituteCombo->addItem(tr("Nobody: the best for each task"), QString());
        for (const StaffRow &row : staff)
            if (row.view.worker.id != worker.id)
                ui->substituteCombo->addItem(row.view.worker.name.isEmpty() ? row.view.worker.id.value
                                                                            : row.view.worker.name,
                                             row.view.worker.id.value);
    }
    edited();
    drill();
    ui->fromEdit->setFocus();
}

Leave AbsencePanel::leave() const
{
    return {ui->fromEdit->dateTime().toMSecsSinceEpoch(), ui->toEdit->dateTime().toMSecsSinceEpoch(),
            WorkerId{ui->substituteCombo->currentData().toString()}, false};
}

// What stands in the table is no longer about this leave.
void AbsencePanel::edited()
{
    ++m_generation;
    ui->confirmButton->setEnabled(false);
    m_typing.start();
}

void AbsencePanel::drill()
{
    m_typing.stop();
    if (!isOpen())
        return;
    whenReady(m_client->ask(DrillAbsence{m_worker.id, leave()}), this,
              [this, generation = ++m_generation](const Result<AbsencePlan> &plan) {
                  if (generation != m_generation)
                      return;
                  if (plan)
                      show(*plan);
                  else
                      refuse(plan.error());
              });
}

void AbsencePanel::show(const AbsencePlan &plan)
{
    m_shown = plan.leave;
    m_model.merge(plan.tasks);
    m_empty->say(QStringLiteral("completed"), tr("Nothing has to be handed over"),
                 tr("This worker holds nothing now and is offered nothing."));
    m_empty->setReady(true);
    const auto all = static_cast<int>(plan.tasks.size());
    const QString allText = QLocale().toString(all);
    if (plan.nobody > 0)
        ui->summaryLabel->set(icon(QStringLiteral("error")),
                              tr("Nobody can take %Ln of %1", nullptr, plan.nobody).arg(allText), true);
    else
        ui->summaryLabel->set(icon(QStringLiteral("completed")),
                              all == 0 ? tr("Nothing has to be handed over")
                                       : tr("Somebody is there for each of %Ln task(s)", nullptr, all));
    ui->moreLabel->setText(tr("Only the first %1 tasks are shown.").arg(allText));
    ui->moreLabel->setVisible(!plan.complete);
    ui->confirmButton->setEnabled(true);
}

void AbsencePanel::refuse(const Error &error)
{
    m_model.merge({});
    m_empty->setReady(false);
    ui->summaryLabel->set(icon(QStringLiteral("error")), text(error), true);
    ui->moreLabel->hide();
}

void AbsencePanel::confirm()
{
    SaveWorker command;
    command.spec.id = m_worker.id;
    command.spec.leave = m_worker.leave;
    command.spec.leave->push_back(m_shown);
    command.seen.leave = m_worker.leave;
    command.mustExist = true;
    ui->confirmButton->setEnabled(false);
    whenReady(m_client->send(std::move(command)), this, [this, worker = m_worker.id](const Result<Worker> &saved) {
        if (saved)
            emit confirmed(*saved);
        if (m_worker.id != worker)
            return; // it is about another by now, or closed
        if (saved)
            return close();
        if (saved.error().code == ErrorCode::Conflict)
            return planAnew();
        refuse(saved.error());
    });
}

void AbsencePanel::planAnew()
{
    whenReady(m_client->ask(GetWorker{m_worker.id}), this, [this](const Result<WorkerView> &view) {
        if (!isOpen() || (view && view->worker.id != m_worker.id))
            return;
        if (!view)
            return refuse(view.error());
        m_worker = view->worker;
        emit overtaken(m_worker);
        drill();
    });
}

void AbsencePanel::cancel()
{
    if (isOpen())
        close();
}

void AbsencePanel::close()
{
    m_worker = {};
    ++m_generation;
    m_typing.stop();
    m_model.merge({});
    emit closed();
}

} // namespace hmsact::console
