// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workerspage.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/signlabel.h"
#include "console/tables.h"
#include "console/words.h"
#include "ui_workerspage.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>

namespace hmsact::console {

using namespace domain;

WorkersPage::WorkersPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::WorkersPage>()),
      m_model([&client] { return client.nowMs(); })
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("workersPage"));
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    ui->searchEdit->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    ui->workerTable->setModel(&m_model);
    setUpTable(*ui->workerTable);
    m_empty = new EmptyState(*ui->workerTable);
    const int em = fontMetrics().averageCharWidth();
    const int widths[] = {28, 12, 14, 44, 22, 18, 28};
    for (int column = 0; column < WorkerModel::ColumnCount; ++column)
        ui->workerTable->horizontalHeader()->resizeSection(column, em * widths[column]);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &WorkersPage::refresh);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &) {
        if (m_active && !m_pause.isActive())
            m_pause.start(); // the load of a worker changes with any task
    });
    connect(ui->searchEdit, &QLineEdit::textChanged, this, &WorkersPage::showFiltered);
    connect(ui->workerTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkersPage::onCurrent);
    connect(ui->tasksButton, &QPushButton::clicked, this, &WorkersPage::showTasks);
    connect(ui->availableButton, &QPushButton::clicked, this, &WorkersPage::toggleAvailable);
    connect(ui->workerTable, &QTableView::activated, this, &WorkersPage::showTasks);
    buildMatrix();
    buildForm();
    enableButtons();
}

WorkersPage::~WorkersPage() = default;

void WorkersPage::buildMatrix()
{
    const bool maySet = m_client.actor().actsForAnyone();
    ui->skillTable->setModel(&m_skills);
    ui->skillTable->setEditable(maySet);
    ui->skillTable->setToolTip(maySet ? tr("1 to 5 set the level, Del takes the skill away") : QString());
    ui->skillEdit->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    ui->skillEdit->setMaxLength(limits::skillMax);
    connect(ui->skillTable, &SkillTable::levelSet, this, &WorkersPage::setLevel);
    connect(ui->skillTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkersPage::onCurrent);
    connect(ui->skillEdit, &QLineEdit::returnPressed, this, &WorkersPage::addSkill);
    connect(ui->matrixButton, &QToolButton::toggled, this, &WorkersPage::showMatrix);
    showMatrix(false);
}

void WorkersPage::buildForm()
{
    const bool mayEdit = m_client.actor().actsForAnyone();
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setSizes({900, 340});
    ui->formArea->setMinimumWidth(ui->form->minimumSizeHint().width()
                                  + ui->formArea->verticalScrollBar()->sizeHint().width());
    ui->form->setEditable(mayEdit);
    ui->newButton->setVisible(mayEdit);
    connect(ui->newButton, &QPushButton::clicked, ui->form, &WorkerForm::startNew);
    auto *begin = new QShortcut(QKeySequence::New, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(begin, &QShortcut::activated, ui->newButton, &QPushButton::click);
    connect(ui->form, &WorkerForm::saveRequested, this, qOverload<const SaveWorker &>(&WorkersPage::save));
    connect(ui->form, &WorkerForm::removeRequested, this, &WorkersPage::remove);
    readCalendars();
}

void WorkersPage::showMatrix(bool shown)
{
    ui->views->setCurrentIndex(shown ? 1 : 0);
    ui->skillEdit->setVisible(shown && m_client.actor().actsForAnyone());
    choose(m_chosen);
    if (isVisible())
        mainView()->setFocus();
}

void WorkersPage::readCalendars()
{
    m_client.ask(ListCalendars{}).then(this, [this](Result<std::vector<Calendar>> calendars) {
        if (calendars)
            ui->form->setCalendars(*calendars);
    });
}

// What waits for whom: enough to see where nobody is. A longer queue is told by the page it fills.
void WorkersPage::readWaiting()
{
    ListQueue pending;
    pending.states = {TaskState::Pending};
    pending.limit = limits::pageMax;
    m_client.ask(pending).then(this, [this](Result<domain::Page<TaskView>> page) {
        if (!page)
            return;
        m_waiting.clear();
        for (const TaskView &view : page->items)
            if (view.task.worker.isNull())
                ++m_waiting[view.task.skill];
        if (m_unstored == 0)
            showFiltered();
    });
}

void WorkersPage::onCurrent(const QModelIndex &current)
{
    const bool matrix = current.model() == &m_skills;
    if (matrix != (ui->views->currentIndex() == 1) || !current.isValid())
        return;
    const WorkerView *view = matrix ? m_skills.rowAt(current.row()) : m_model.rowAt(current.row());
    if (view) {
        m_chosen = view->worker.id;
        if (!ui->form->isNew() || !ui->form->isChanged())
            ui->form->show(*view);
    }
    enableButtons();
}

void WorkersPage::choose(const WorkerId &worker)
{
    const bool matrix = ui->views->currentIndex() == 1;
    QTableView &table = matrix ? static_cast<QTableView &>(*ui->skillTable) : *ui->workerTable;
    const int row = matrix ? m_skills.rowOf(worker.value) : m_model.rowOf(worker.value);
    if (row >= 0 && row != table.currentIndex().row())
        table.setCurrentIndex(table.model()->index(row, std::max(0, table.currentIndex().column())));
}

void WorkersPage::setLevel(const QModelIndex &index, int level)
{
    if (m_skills.levelAt(index) == level)
        return;
    const Worker worker = m_skills.setLevel(index, level);
    SaveWorker command;
    command.spec.id = worker.id;
    command.spec.skills = worker.skills;
    command.mustExist = true;
    ++m_unstored;
    m_client.send(std::move(command)).then(this, [this](Result<Worker> saved) {
        --m_unstored;
        if (!saved)
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()));
        if (m_unstored == 0)
            refresh();
    });
    showGaps();
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
    m_client.send(command).then(this, [this](Result<Worker> saved) {
        if (!saved) { // what was typed stays, to be mended
            ui->form->showErrors(saved.error());
            if (!ui->form->generalError().isEmpty())
                ui->messageBar->say(MessageBar::Kind::Error, ui->form->generalError());
            return;
        }
        ui->form->stored();
        m_chosen = saved->id;
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is stored.").arg(saved->name));
        refresh();
    });
}

void WorkersPage::remove(const WorkerId &worker)
{
    m_client.send(RemoveWorker{worker}).then(this, [this, worker](Result<Done> removed) {
        if (!removed) {
            ui->messageBar->say(MessageBar::Kind::Error, text(removed.error()));
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is no longer registered.").arg(worker.value));
        ui->form->clear();
        refresh();
    });
}

void WorkersPage::showGaps()
{
    const std::vector<SkillModel::Gap> gaps = m_skills.gaps();
    QStringList parts;
    for (const SkillModel::Gap &gap : gaps)
        parts << (gap.workers == 0 ? tr("nobody has %1, %n waiting", nullptr, gap.waiting)
                                   : tr("all who have %1 are away, %n waiting", nullptr, gap.waiting))
                     .arg(gap.skill);
    ui->gapLabel->set(icon(QStringLiteral("error")), parts.join(QStringLiteral(" · ")), true);
    ui->gapLabel->setVisible(!gaps.empty());
}

const WorkerView *WorkersPage::chosen() const
{
    return ui->views->currentIndex() == 1 ? m_skills.rowAt(ui->skillTable->currentIndex().row())
                                          : m_model.rowAt(ui->workerTable->currentIndex().row());
}

void WorkersPage::refresh()
{
    ListWorkers query;
    query.limit = limits::pageMax;
    m_client.ask(query).then(this, [this](Result<domain::Page<WorkerView>> page) { take(std::move(page)); });
    readWaiting();
}

void WorkersPage::take(Result<domain::Page<WorkerView>> page)
{
    if (!page) {
        ui->messageBar->say(MessageBar::Kind::Error, text(page.error()));
        return;
    }
    if (m_unstored > 0)
        return; // what was set meanwhile is newer
    m_all = std::move(page->items);
    showFiltered();
    choose(m_chosen);
    m_empty->setReady(true);
    if (!ui->workerTable->currentIndex().isValid())
        selectRow(*ui->workerTable, m_model.rowCount() > 0 ? 0 : -1);
    if (const WorkerView *view = chosen(); view && !ui->form->isNew())
        ui->form->show(*view);
    enableButtons();
}

void WorkersPage::showFiltered()
{
    const QString wanted = ui->searchEdit->text().trimmed();
    std::vector<WorkerView> rows;
    const auto matches = [&wanted](const QString &text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const WorkerView &view) {
        const Worker &worker = view.worker;
        return matches(worker.name) || matches(worker.id.value) || std::ranges::any_of(worker.pools, matches)
            || std::ranges::any_of(worker.skills.keys(), matches);
    });
    if (m_all.empty())
        m_empty->say(QStringLiteral("workers"), tr("Nobody works here yet"),
                     tr("Register people and bots through the API or with “hms-act worker register”; they appear here with "
                        "their skills."));
    else
        m_empty->say(QStringLiteral("search"), tr("No worker matches"), tr("Search for another name, skill or pool."));
    m_skills.show(rows, m_waiting);
    ui->skillTable->fit();
    showGaps();
    m_model.merge(std::move(rows));
    ui->countLabel->setText(tr("%n worker(s)", nullptr, m_model.rowCount()));
}

void WorkersPage::enableButtons()
{
    const WorkerView *worker = chosen();
    ui->tasksButton->setEnabled(worker);
    ui->availableButton->setEnabled(worker && m_client.actor().actsForAnyone());
    const bool away = worker && !worker->worker.available;
    ui->availableButton->setText(away ? tr("Mark as b&ack") : tr("Mark as &away"));
    ui->availableButton->setToolTip(away ? tr("New tasks are offered to this worker again")
                                         : tr("No new tasks are offered to this worker; what it holds stays"));
}

void WorkersPage::toggleAvailable()
{
    const WorkerView *worker = chosen();
    if (!worker)
        return;
    SaveWorker command;
    command.spec.id = worker->worker.id;
    command.spec.available = !worker->worker.available;
    command.mustExist = true;
    m_client.send(std::move(command)).then(this, [this](Result<Worker> saved) {
        if (saved)
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                saved->available ? tr("%1 is back.").arg(saved->id.value)
                                                 : tr("%1 is marked as away.").arg(saved->id.value));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()));
        refresh();
    });
}

void WorkersPage::showTasks()
{
    if (const WorkerView *worker = chosen())
        emit tasksRequested(worker->worker.id);
}

void WorkersPage::setActive(bool active)
{
    m_active = active;
    if (active)
        refresh();
}

void WorkersPage::tick() { repaintColumn(*ui->workerTable, WorkerModel::LastSeen); }

QWidget *WorkersPage::mainView() const { return ui->views->currentWidget(); }

void WorkersPage::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

void WorkersPage::back()
{
    ui->searchEdit->clear();
    mainView()->setFocus();
}

void WorkersPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->workerTable);
    settings.setValue(QStringLiteral("ui/workers/matrix"), ui->matrixButton->isChecked());
    settings.setValue(QStringLiteral("ui/workers/splitter"), ui->splitter->saveState());
}

void WorkersPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->workerTable);
    ui->splitter->restoreState(settings.value(QStringLiteral("ui/workers/splitter")).toByteArray());
    ui->matrixButton->setChecked(settings.value(QStringLiteral("ui/workers/matrix")).toBool());
}

} // namespace hmsact::console
