// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intenttasks.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/tables.h"
#include "console/words.h"
#include "domain/limits.h"
#include "ui_intenttasks.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace hmsact::console {

IntentTasks::IntentTasks(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::IntentTasks>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("intentTasks"));
    ui->taskTable->setModel(&m_model);
    setUpTable(*ui->taskTable);
    ui->taskTable->setFixedHeight(fontMetrics().lineSpacing() * 11);
    auto *empty = new EmptyState(*ui->taskTable);
    empty->say(QStringLiteral("order"), tr("No tasks"), tr("An activity made from it begins without any."));
    empty->setReady(true);
    const int em = fontMetrics().averageCharWidth();
    const int widths[] = {24, 9, 18, 22, 18};
    for (int column = 0; column < IntentTaskModel::ColumnCount; ++column)
        ui->taskTable->horizontalHeader()->resizeSection(column, em * widths[column]);
    ui->nameEdit->setMaxLength(domain::limits::nameMax);
    ui->skillEdit->setMaxLength(domain::limits::skillMax);
    connect(ui->addButton, &QPushButton::clicked, this, &IntentTasks::add);
    connect(ui->removeTaskButton, &QPushButton::clicked, this, &IntentTasks::removeChosen);
    connect(ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    for (QLineEdit *edit : {ui->nameEdit, ui->slaEdit, ui->skillEdit, ui->needsEdit})
        connect(edit, &QLineEdit::textChanged, this, &IntentTasks::onTyped);
    for (QCheckBox *box : {ui->optionalBox, ui->reviewBox})
        connect(box, &QCheckBox::toggled, this, &IntentTasks::onTyped);
    connect(ui->nameEdit, &QLineEdit::textChanged, ui->skillEdit, &QLineEdit::setPlaceholderText); // it stands in for one
    connect(ui->taskTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &IntentTasks::onChosen);
    connect(ui->taskTable, &QTableView::activated, this, [this] { ui->nameEdit->setFocus(); });
    showRows();
    onChosen();
}

IntentTasks::~IntentTasks() = default;

int IntentTasks::chosen() const { return ui->taskTable->currentIndex().row(); }

void IntentTasks::setTasks(const std::vector<IntentTask> &tasks)
{
    m_tasks = tasks;
    m_errors.clear();
    showRows();
    ui->taskTable->setCurrentIndex({});
    selectRow(*ui->taskTable, m_tasks.empty() ? -1 : 0);
    onChosen();
}

void IntentTasks::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    onChosen();
}

void IntentTasks::showRows()
{
    std::vector<IntentTaskRow> rows;
    for (size_t i = 0; i < m_tasks.size(); ++i)
        rows.push_back({int(i), m_tasks[i], i < m_errors.size() ? m_errors[i] : QString()});
    m_model.merge(std::move(rows));
    enableButtons();
}

void IntentTasks::onChosen()
{
    const QScopedValueRollback filling(m_filling, true);
    const int row = chosen();
    const IntentTask task = row < 0 ? IntentTask() : m_tasks[size_t(row)];
    ui->nameEdit->setText(task.name);
    ui->slaEdit->setText(task.sla);
    ui->skillEdit->setText(task.skill);
    ui->needsEdit->setText(task.needs);
    ui->optionalBox->setChecked(task.isOptional);
    ui->reviewBox->setChecked(task.isReviewed);
    for (QLineEdit *edit : {ui->nameEdit, ui->slaEdit, ui->skillEdit, ui->needsEdit})
        edit->setReadOnly(m_readOnly);
    ui->optionalBox->setEnabled(!m_readOnly);
    ui->reviewBox->setEnabled(!m_readOnly);
    ui->taskForm->setVisible(row >= 0);
    ui->buttonBar->setVisible(!m_readOnly);
    enableButtons();
    showErrors();
}

void IntentTasks::onTyped()
{
    const int row = chosen();
    if (m_filling || row < 0)
        return;
    IntentTask &task = m_tasks[size_t(row)];
    task.name = ui->nameEdit->text();
    task.sla = ui->slaEdit->text();
    task.skill = ui->skillEdit->text();
    task.needs = ui->needsEdit->text();
    task.isOptional = ui->optionalBox->isChecked();
    task.isReviewed = ui->reviewBox->isChecked();
    showRows();
    emit changed();
}

void IntentTasks::add()
{
    const int row = chosen() < 0 ? int(m_tasks.size()) : chosen() + 1;
    IntentTask task;
    task.sla = QStringLiteral("4h");
    m_tasks.insert(m_tasks.begin() + row, task);
    showRows();
    selectRow(*ui->taskTable, row);
    onChosen();
    emit changed();
    ui->nameEdit->setFocus();
}

void IntentTasks::removeChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    m_tasks.erase(m_tasks.begin() + row);
    showRows();
    selectRow(*ui->taskTable, std::min(row, int(m_tasks.size()) - 1));
    onChosen();
    emit changed();
    ui->taskTable->setFocus();
}

void IntentTasks::move(int by)
{
    const int row = chosen();
    const int other = row + by;
    if (row < 0 || other < 0 || other >= int(m_tasks.size()))
        return;
    std::swap(m_tasks[size_t(row)], m_tasks[size_t(other)]);
    showRows();
    selectRow(*ui->taskTable, other);
    onChosen();
    emit changed();
}

void IntentTasks::enableButtons()
{
    const int row = chosen();
    ui->removeTaskButton->setEnabled(row >= 0);
    ui->upButton->setEnabled(row > 0);
    ui->downButton->setEnabled(row >= 0 && row + 1 < int(m_tasks.size()));
    ui->addButton->setEnabled(int(m_tasks.size()) < domain::limits::tasksPerCallMax);
}

// "/tasks/2/needs/0" is about the third.
void IntentTasks::complain(const std::vector<domain::FieldError> &fields)
{
    m_errors.assign(m_tasks.size(), {});
    for (const domain::FieldError &field : fields) {
        bool isNumber = false;
        const int row = field.pointer.section(u'/', 2, 2).toInt(&isNumber);
        if (!isNumber || row < 0 || row >= int(m_tasks.size()))
            continue;
        QString &error = m_errors[size_t(row)];
        error += (error.isEmpty() ? QString() : QStringLiteral("\n")) + text(field.detail);
    }
    showRows();
    showErrors();
}

bool IntentTasks::hasErrors() const
{
    return std::ranges::any_of(m_errors, [](const QString &error) { return !error.isEmpty(); });
}

void IntentTasks::showErrors()
{
    const int row = chosen();
    const QString own = row >= 0 && row < int(m_errors.size()) ? m_errors[size_t(row)] : QString();
    ui->taskError->set(slaIcon(domain::SlaState::Breached), own);
    ui->taskError->setVisible(!own.isEmpty());
}

void IntentTasks::focusWrong()
{
    const auto wrong = std::ranges::find_if(m_errors, [](const QString &error) { return !error.isEmpty(); });
    if (wrong == m_errors.end())
        return ui->taskTable->setFocus();
    selectRow(*ui->taskTable, int(wrong - m_errors.begin()));
    ui->nameEdit->setFocus();
}

} // namespace hmsact::console
