// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskdrafteditor.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/tables.h"
#include "console/words.h"
#include "domain/limits.h"
#include "ui_taskdrafteditor.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace hmsact::console {

TaskDraftEditor::TaskDraftEditor(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::TaskDraftEditor>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("taskDraftEditor"));
    ui->taskTable->setModel(&m_model);
    setUpTable(*ui->taskTable);
    constexpr int rowsShown = 6;
    ui->taskTable->setFixedHeight(ui->taskTable->horizontalHeader()->sizeHint().height()
                                  + ui->taskTable->verticalHeader()->defaultSectionSize() * rowsShown);
    auto *buttons = new FlowLayout(ui->buttonBar);
    for (QPushButton *button : {ui->addButton, ui->removeTaskButton, ui->upButton, ui->downButton})
        buttons->addWidget(button);
    m_empty = new EmptyState(*ui->taskTable);
    m_empty->setReady(true);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->taskTable,
                  {{16 * em, 26 * em}, {8 * em, 9 * em}, {14 * em, 24 * em}, {16 * em, 36 * em}, {10 * em, 16 * em}});
    ui->nameEdit->setMaxLength(domain::limits::nameMax);
    ui->skillEdit->setMaxLength(domain::limits::skillMax);
    connect(ui->addButton, &QPushButton::clicked, this, &TaskDraftEditor::add);
    connect(ui->removeTaskButton, &QPushButton::clicked, this, &TaskDraftEditor::removeChosen);
    connect(ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    for (QLineEdit *edit : {ui->nameEdit, ui->slaEdit, ui->skillEdit, ui->needsEdit})
        connect(edit, &QLineEdit::textChanged, this, &TaskDraftEditor::onTyped);
    for (QCheckBox *box : {ui->optionalBox, ui->reviewBox})
        connect(box, &QCheckBox::toggled, this, &TaskDraftEditor::onTyped);
    connect(ui->nameEdit, &QLineEdit::textChanged, ui->skillEdit, &QLineEdit::setPlaceholderText); // it stands in for one
    connect(ui->taskTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TaskDraftEditor::onChosen);
    connect(ui->taskTable, &QTableView::activated, this, [this] { ui->nameEdit->setFocus(); });
    onChosen();
}

TaskDraftEditor::~TaskDraftEditor() = default;

int TaskDraftEditor::chosen() const { return ui->taskTable->currentIndex().row(); }

void TaskDraftEditor::sayWhatNoneMean(const QString &advice)
{
    m_empty->say(QStringLiteral("order"), tr("No tasks"), advice);
}

void TaskDraftEditor::setTasks(const std::vector<TaskDraft> &tasks)
{
    m_tasks = tasks;
    m_faults.clear();
    showRows();
    ui->taskTable->setCurrentIndex({});
    selectRow(*ui->taskTable, m_tasks.empty() ? -1 : 0);
    onChosen();
}

void TaskDraftEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    onChosen();
}

void TaskDraftEditor::showRows()
{
    std::vector<TaskDraftRow> rows;
    for (size_t i = 0; i < m_tasks.size(); ++i)
        rows.push_back(
            {int(i), m_tasks[i], i < m_faults.size() ? QStringList(m_faults[i].values()).join(u'\n') : QString()});
    m_model.merge(std::move(rows));
    enableButtons();
}

void TaskDraftEditor::onChosen()
{
    const QScopedValueRollback filling(m_filling, true);
    const int row = chosen();
    const TaskDraft task = row < 0 ? TaskDraft() : m_tasks[size_t(row)];
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

void TaskDraftEditor::onTyped()
{
    const int row = chosen();
    if (m_filling || row < 0)
        return;
    TaskDraft &task = m_tasks[size_t(row)];
    task.name = ui->nameEdit->text();
    task.sla = ui->slaEdit->text();
    task.skill = ui->skillEdit->text();
    task.needs = ui->needsEdit->text();
    task.isOptional = ui->optionalBox->isChecked();
    task.isReviewed = ui->reviewBox->isChecked();
    showRows();
    emit changed();
}

void TaskDraftEditor::add()
{
    const int row = chosen() < 0 ? int(m_tasks.size()) : chosen() + 1;
    TaskDraft task;
    task.sla = QStringLiteral("4h");
    m_tasks.insert(m_tasks.begin() + row, task);
    m_faults.clear();
    showRows();
    selectRow(*ui->taskTable, row);
    onChosen();
    emit changed();
    ui->nameEdit->setFocus();
}

void TaskDraftEditor::removeChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    m_tasks.erase(m_tasks.begin() + row);
    m_faults.clear();
    showRows();
    selectRow(*ui->taskTable, std::min(row, int(m_tasks.size()) - 1));
    onChosen();
    emit changed();
    ui->taskTable->setFocus();
}

void TaskDraftEditor::move(int by)
{
    const int row = chosen();
    const int other = row + by;
    if (row < 0 || other < 0 || other >= int(m_tasks.size()))
        return;
    std::swap(m_tasks[size_t(row)], m_tasks[size_t(other)]);
    m_faults.clear();
    showRows();
    selectRow(*ui->taskTable, other);
    onChosen();
    emit changed();
}

void TaskDraftEditor::enableButtons()
{
    const int row = chosen();
    ui->removeTaskButton->setEnabled(row >= 0);
    ui->upButton->setEnabled(row > 0);
    ui->downButton->setEnabled(row >= 0 && row + 1 < int(m_tasks.size()));
    ui->addButton->setEnabled(int(m_tasks.size()) < domain::limits::tasksPerCallMax);
}

std::vector<std::pair<QString, SignLabel *>> TaskDraftEditor::errorLabels() const
{
    return {{QStringLiteral("name"), ui->nameError},
            {QStringLiteral("sla"), ui->slaError},
            {QStringLiteral("skill"), ui->skillError},
            {QStringLiteral("needs"), ui->needsError},
            {QString(), ui->taskError}};
}

// "/tasks/2/needs/0" is about what the third needs.
void TaskDraftEditor::complain(const std::vector<domain::FieldError> &fields, Wanted wanted)
{
    const auto labels = errorLabels();
    m_faults.assign(m_tasks.size(), {});
    for (const domain::FieldError &error : fields) {
        bool isNumber = false;
        const int row = error.pointer.section(u'/', 2, 2).toInt(&isNumber);
        if (!isNumber || row < 0 || row >= int(m_tasks.size()))
            continue;
        const TaskDraft &task = m_tasks[size_t(row)];
        QString field = error.pointer.section(u'/', 3, 3);
        const bool isEmpty =
            (field == u"name" && task.name.trimmed().isEmpty()) || (field == u"sla" && task.sla.trimmed().isEmpty());
        if (isEmpty && wanted == Wanted::Later)
            continue;
        if (std::ranges::find(labels, field, &std::pair<QString, SignLabel *>::first) == labels.end())
            field.clear();
        QString &fault = m_faults[size_t(row)][field];
        fault += (fault.isEmpty() ? QString() : QStringLiteral("\n")) + text(error.detail);
    }
    showRows();
    showErrors();
}

bool TaskDraftEditor::hasErrors() const
{
    return std::ranges::any_of(m_faults, [](const Faults &faults) { return !faults.isEmpty(); });
}

void TaskDraftEditor::showErrors()
{
    const int row = chosen();
    const Faults own = row >= 0 && row < int(m_faults.size()) ? m_faults[size_t(row)] : Faults();
    for (const auto &[field, label] : errorLabels()) {
        label->set(slaIcon(domain::SlaState::Breached), own.value(field));
        label->setVisible(own.contains(field));
    }
}

void TaskDraftEditor::focusWrong()
{
    const auto wrong = std::ranges::find_if(m_faults, [](const Faults &faults) { return !faults.isEmpty(); });
    if (wrong == m_faults.end())
        return ui->taskTable->setFocus();
    selectRow(*ui->taskTable, int(wrong - m_faults.begin()));
    const std::pair<const char *, QLineEdit *> edits[] = {
        {"name", ui->nameEdit}, {"sla", ui->slaEdit}, {"skill", ui->skillEdit}, {"needs", ui->needsEdit}};
    for (const auto &[field, edit] : edits)
        if (wrong->contains(QLatin1StringView(field)))
            return edit->setFocus();
    ui->nameEdit->setFocus();
}

} // namespace hmsact::console
