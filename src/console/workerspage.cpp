// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workerspage.h"

#include "console/actionform.h"
#include "console/bardelegate.h"
#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "console/workdelegate.h"
#include "ui_workerspage.h"

#include <QAction>
#include <QLocale>
#include <QScrollBar>

namespace hmsact::console {

using namespace domain;

static constexpr qint64 rereadAfterMs = 30 * limits::msPerSecond; // shifts begin and bots fall silent without a word

WorkersPage::WorkersPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::WorkersPage>()),
      m_model([&client] { return client.nowMs(); }), m_waiting([&client] { return client.nowMs(); })
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("workersPage"));
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    ui->searchEdit->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &WorkersPage::refresh);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &) {
        if (m_active && !m_pause.isActive())
            m_pause.start(); // the load of a worker changes with any task
    });
    connect(ui->searchEdit, &QLineEdit::textChanged, this, &WorkersPage::showFiltered);
    connect(ui->tasksButton, &QPushButton::clicked, this, &WorkersPage::showTasks);
    connect(ui->availableButton, &QPushButton::clicked, this, &WorkersPage::toggleAvailable);
    buildList();
    buildMatrix();
    buildWaiting();
    buildForm();
    connect(ui->listButton, &QToolButton::clicked, this, [this] { showView(List); });
    connect(ui->matrixButton, &QToolButton::clicked, this, [this] { showView(Skills); });
    connect(ui->waitingButton, &QToolButton::clicked, this, [this] { showView(Waiting); });
    showView(List);
    enableButtons();
}

WorkersPage::~WorkersPage() = default;

void WorkersPage::buildList()
{
    ui->workerTable->setModel(&m_model);
    setUpTable(*ui->workerTable);
    ui->workerTable->setItemDelegateForColumn(WorkerModel::Load, new BarDelegate(WorkerModel::LoadRole, 1000, this));
    m_empty = new EmptyState(*ui->workerTable);
    const int em = fontMetrics().averageCharWidth();
    ui->gapLabel->setWordWrap(false); // comes, goes and grows without moving the table
    new ColumnFit(*ui->workerTable,
                  {{26 * em, 32 * em},
                   {11 * em, 13 * em},
                   {18 * em, 26 * em},
                   {13 * em, 14 * em},
                   {20 * em, 40 * em},
                   {12 * em, 18 * em},
                   {13 * em, 18 * em},
                   {14 * em, 26 * em}});
    connect(ui->workerTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkersPage::onCurrent);
    connect(ui->workerTable, &QTableView::activated, this, &WorkersPage::showTasks);
}

void WorkersPage::buildMatrix()
{
    const bool maySet = m_client.actor().actsForAnyone();
    ui->skillTable->setModel(&m_skills);
    ui->skillTable->setEditable(maySet);
    ui->skillTable->setToolTip(maySet ? tr("1 to 5 set the level, Del takes the skill away") : QString());
    ui->skillEdit->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    ui->skillEdit->setMaxLength(limits::skillMax);
    connect(ui->skillTable, &SkillTable::levelSet, this, &WorkersPage::setLevel);
    connect(&addKey(*ui->skillTable, tr("Give the skill back that was taken away last"), QKeySequence::Undo),
            &QAction::triggered, this, &WorkersPage::giveBack);
    connect(ui->skillTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkersPage::onCurrent);
    connect(ui->skillEdit, &QLineEdit::returnPressed, this, &WorkersPage::addSkill);
}

void WorkersPage::buildWaiting()
{
    ui->waitingList->setModel(&m_waiting);
    ui->waitingList->setFrameShape(QFrame::NoFrame);
    ui->waitingList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    ui->waitingList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    ui->waitingList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    ui->waitingList->setItemDelegate(new WorkDelegate([this] { return m_client.nowMs(); }, this));
    m_nothingWaits = new EmptyState(*ui->waitingList);
    m_nothingWaits->say(QStringLiteral("completed"), tr("Nothing waits for a worker"),
                        tr("Tasks that nobody has taken stand here by skill, each with the reason why."));
    connect(ui->waitingList, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const WaitingRow *row = m_waiting.rowAt(index.row()); row && !row->isHeading())
            emit activityRequested(row->view.task.activity, row->view.task.name);
    });
}

WorkersPage::View WorkersPage::shown() const { return static_cast<View>(ui->views->currentIndex()); }

void WorkersPage::showView(View view)
{
    if (ui->absencePanel->isOpen() && view != Absence)
        ui->absencePanel->cancel();
    ui->views->setCurrentIndex(view);
    const std::pair<QToolButton *, View> buttons[] = {
        {ui->listButton, List}, {ui->matrixButton, Skills}, {ui->waitingButton, Waiting}};
    for (const auto &[button, its] : buttons) // not exclusive by themselves: then the Tab key would pass over two of them
        button->setChecked(view == its);
    ui->searchEdit->setEnabled(view != Waiting); // it searches workers
    ui->skillEdit->setVisible(view == Skills && m_client.actor().actsForAnyone());
    if (view == Waiting)
        readWaiting();
    showCount();
    choose(m_chosen);
    enableButtons();
    if (isVisible() && view != Absence)
        mainView()->setFocus();
}

void WorkersPage::readCalendars()
{
    whenReady(m_client.ask(ListCalendars{}), this, [this](const Result<std::vector<Calendar>> &calendars) {
        if (calendars)
            ui->form->setCalendars(*calendars);
    });
}

void WorkersPage::readWaiting()
{
    ListQueue pending;
    pending.states = {TaskState::Pending};
    pending.explain = true;
    pending.limit = limits::pageMax;
    whenReady(m_client.ask(pending), this, [this](const Result<domain::Page<TaskView>> &page) {
        if (!page)
            return;
        m_waiting.merge(WaitingModel::rowsOf(page->items, m_skillRows));
        m_nothingWaits->setReady(true);
        countWaiting(static_cast<int>(page->items.size()), page->nextCursor.isEmpty());
    });
}

void WorkersPage::countWaiting(int shown, bool isAll)
{
    m_waitingShown = shown;
    if (isAll) {
        m_waitingAll = shown;
        return showCount();
    }
    whenReady(m_client.ask(GetStats{}), this, [this](const Result<Stats> &stats) {
        if (stats)
            m_waitingAll = static_cast<int>(stats->openTasks.value(toString(TaskState::Pending)));
        showCount();
    });
}

// The list is no longer than a page of the core, and says so.
void WorkersPage::showCount()
{
    if (m_readAtMs == 0)
        ui->countLabel->clear(); // nobody knows yet
    else if (shown() != Waiting)
        ui->countLabel->setText(tr("%Ln worker(s)", nullptr, m_model.rowCount()));
    else if (m_waitingAll <= m_waitingShown)
        ui->countLabel->setText(tr("%Ln task(s) waiting", nullptr, m_waitingShown));
    else
        ui->countLabel->setText(tr("The first %1 of %2 tasks waiting: those that come next in the queue")
                                    .arg(QLocale().toString(m_waitingShown), QLocale().toString(m_waitingAll)));
}

void WorkersPage::onCurrent(const QModelIndex &current)
{
    const bool matrix = current.model() == &m_skills;
    if (matrix != (shown() == Skills) || !current.isValid())
        return;
    const StaffRow *row = matrix ? m_skills.rowAt(current.row()) : m_model.rowAt(current.row());
    if (row && row->view.worker.id != m_chosen && ui->form->isChanged()) {
        if (!m_isFiltering)
            leave([this, id = row->view.worker.id] { choose(id); });
        return stay();
    }
    if (row) {
        m_chosen = row->view.worker.id;
        ui->form->show(*row, m_client.nowMs());
    }
    enableButtons();
}

// At the row of whom the form is about, or at none.
void WorkersPage::stay()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (rowOf(m_chosen) < 0)
                table().setCurrentIndex({});
            choose(m_chosen);
            enableButtons();
        },
        Qt::QueuedConnection); // not while it changes
}

void WorkersPage::choose(const WorkerId &worker)
{
    const QModelIndex current = table().currentIndex();
    if (const int row = rowOf(worker); row >= 0 && row != current.row())
        table().setCurrentIndex(table().model()->index(row, std::max(0, current.column())));
}

QTableView &WorkersPage::table() const
{
    return shown() == Skills ? static_cast<QTableView &>(*ui->skillTable) : *ui->workerTable;
}

int WorkersPage::rowOf(const WorkerId &worker) const
{
    return shown() == Skills ? m_skills.rowOf(worker.value) : m_model.rowOf(worker.value);
}

const StaffRow *WorkersPage::chosen() const
{
    return shown() == Skills ? m_skills.rowAt(ui->skillTable->currentIndex().row())
                             : m_model.rowAt(ui->workerTable->currentIndex().row());
}

void WorkersPage::refresh()
{
    GetStaffing query;
    query.limit = limits::pageMax;
    whenReady(m_client.ask(query), this, [this](Result<Staffing> staffing) { take(std::move(staffing)); });
    readCalendars();
}

void WorkersPage::take(Result<Staffing> staffing)
{
    if (!staffing) {
        ui->messageBar->say(MessageBar::Kind::Error, text(staffing.error()));
        return;
    }
    if (m_unstored > 0)
        return; // what was set meanwhile is newer
    m_readAtMs = m_client.nowMs();
    m_all = std::move(staffing->workers.items);
    m_skillRows = std::move(staffing->skills);
    if (shown() == Waiting)
        readWaiting();
    showFiltered();
    choose(m_chosen);
    m_empty->setReady(true);
    if (!ui->workerTable->currentIndex().isValid() && !ui->form->isChanged())
        selectRow(*ui->workerTable, m_model.rowCount() > 0 ? 0 : -1);
    if (const StaffRow *row = chosen(); row && !ui->form->isNew())
        ui->form->show(*row, m_client.nowMs());
    enableButtons();
}

void WorkersPage::showFiltered()
{
    const QString wanted = ui->searchEdit->text().trimmed();
    std::vector<StaffRow> rows;
    const auto matches = [&wanted](const QString &text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const StaffRow &row) {
        const Worker &worker = row.view.worker;
        return matches(worker.name) || matches(worker.id.value) || std::ranges::any_of(worker.pools, matches)
            || std::ranges::any_of(worker.skills.keys(), matches);
    });
    if (m_all.empty())
        m_empty->say(QStringLiteral("workers"), tr("Nobody works here yet"),
                     tr("Register people and bots here (Ctrl+N), through the API or with “hms-act worker register”."));
    else
        m_empty->say(QStringLiteral("search"), tr("No worker matches"), tr("Search for another name, skill or pool."));
    QMap<QString, int> waiting;
    for (const SkillRow &skill : m_skillRows)
        if (skill.waiting > 0)
            waiting.insert(skill.skill, static_cast<int>(skill.waiting));
    m_isFiltering = true;
    m_skills.show(rows, m_all, waiting);
    ui->skillTable->fit();
    showGaps();
    m_model.merge(std::move(rows));
    m_isFiltering = false;
    showCount();
}

void WorkersPage::enableButtons()
{
    const StaffRow *row = chosen();
    const bool isNobody = !ui->form->isNew() && ui->form->worker().isNull(); // its fields take their room all the same
    ui->formArea->setVerticalScrollBarPolicy(isNobody ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    ui->tasksButton->setEnabled(row);
    ui->availableButton->setEnabled(row && m_client.actor().actsForAnyone());
    const bool away = row && !row->view.worker.available;
    ui->availableButton->setText(away ? tr("Mark as b&ack") : tr("Mark as &away"));
    ui->availableButton->setToolTip(away ? tr("New tasks are offered to this worker again")
                                         : tr("No new tasks are offered to this worker; what it holds stays"));
}

void WorkersPage::showTasks()
{
    if (const StaffRow *row = chosen())
        emit tasksRequested(row->view.worker.id);
}

void WorkersPage::setActive(bool active)
{
    m_active = active;
    if (!active)
        return;
    // The form does not scroll sideways; how wide its words are is known only now.
    ui->formArea->setMinimumWidth(ui->form->minimumSizeHint().width()
                                  + ui->formArea->verticalScrollBar()->sizeHint().width());
    refresh();
}

void WorkersPage::tick()
{
    repaintColumn(*ui->workerTable, WorkerModel::LastSeen);
    ui->waitingList->viewport()->update();
    if (m_client.nowMs() - m_readAtMs > rereadAfterMs && !m_pause.isActive())
        m_pause.start();
}

QWidget *WorkersPage::mainView() const
{
    QWidget *views[] = {ui->workerTable, ui->skillTable, ui->waitingList, ui->absencePanel};
    return views[shown()];
}

void WorkersPage::find()
{
    if (shown() == Waiting)
        showView(List);
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

void WorkersPage::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    if (ui->absencePanel->isOpen())
        return ui->absencePanel->cancel();
    if (ui->form->isNew() && !ui->form->isChanged()) // nothing is lost
        revert();
    ui->searchEdit->clear();
    mainView()->setFocus();
}

void WorkersPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->workerTable);
    settings.setValue(QStringLiteral("ui/workers/view"), static_cast<int>(shown() == Absence ? m_before : shown()));
    settings.setValue(QStringLiteral("ui/workers/splitter"), ui->splitter->saveState());
}

void WorkersPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->workerTable);
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/workers/splitter"));
    const int view = settings.value(QStringLiteral("ui/workers/view")).toInt();
    QToolButton *buttons[] = {ui->listButton, ui->matrixButton, ui->waitingButton};
    buttons[view >= List && view <= Waiting ? view : List]->click();
}

} // namespace hmsact::console
