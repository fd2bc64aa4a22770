// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/queuepage.h"

#include "console/columnfit.h"
#include "console/queuefilter.h"
#include "console/sladelegate.h"
#include "console/splitters.h"
#include "console/taskpane.h"
#include "ui_queuepage.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

namespace hmsact::console {

using namespace domain;

QueuePage::QueuePage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::QueuePage>()),
      m_model([&client] { return client.nowMs(); }), m_feed(client, m_model, this),
      m_workers(
          client, [this](const WorkerFeed::Answer &answer) { takeWorkers(answer); }, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("queuePage"));
    m_pane = new TaskPane(client, this);
    ui->splitter->addWidget(m_pane);
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setSizes({900, 360});
    m_pane->installShortcuts(*this);
    m_pane->setList(*ui->queueTable);
    buildTable();
    m_feed.onAnswer = [this] {
        onAnswer();
    };
    connect(ui->filter, &QueueFilter::changed, this, &QueuePage::query);
    connect(ui->filter->orderButton(), &QAbstractButton::clicked, this, &QueuePage::sortByRank);
    auto *byRank = new QShortcut(QKeySequence(QStringLiteral("Ctrl+0")), this);
    byRank->setAutoRepeat(false);
    connect(byRank, &QShortcut::activated, this, &QueuePage::sortByRank);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (!changes.tasks.empty() || !changes.activities.empty() || changes.overflow)
            m_feed.refresh();
    });
    connect(m_pane, &TaskPane::formClosed, this, &QueuePage::showCurrent);
    connect(m_pane, &TaskPane::acted, this, [this](TaskAction action, const Task &task) {
        if (action != TaskAction::Comment) // which takes nothing away
            m_acted = task;
        if (!m_pane->isFormOpen()) // of a task that one has gone on to
            showCurrent();
    });
    connect(m_pane, &TaskPane::activityRequested, this, &console::Page::activityRequested);
    connect(m_pane, &TaskPane::taskRequested, this, &console::Page::activityRequested);
    setTabOrder(ui->filter, ui->queueTable);
    setTabOrder(ui->queueTable, m_pane);
    query();
}

QueuePage::~QueuePage() = default;

void QueuePage::buildTable()
{
    ui->queueTable->setModel(&m_model);
    m_list = std::make_unique<List>(*ui, *ui->queueTable, m_feed);
    ui->queueTable->setItemDelegateForColumn(QueueModel::Sla,
                                             new SlaDelegate(
                                                 QueueModel::TaskRole, [this] { return m_client.nowMs(); }, this));
    elideInTheMiddle(*ui->queueTable, QueueModel::Citizen);
    QHeaderView *header = ui->queueTable->horizontalHeader();
    const int em = fontMetrics().averageCharWidth();
    const int sla = SlaDelegate::columnWidth(ui->queueTable->font());
    new ColumnFit(*ui->queueTable,
                  {{sla, sla},
                   {15 * em, 21 * em},
                   {20 * em, 21 * em},
                   {16 * em, 24 * em},
                   {13 * em, 17 * em},
                   {12 * em, 20 * em},
                   {11 * em, 11 * em},
                   {10 * em, 20 * em}});
    ui->queueTable->setColumnHidden(QueueModel::Skill, true); // mostly the name again; the header's menu brings it back
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &QueuePage::sortByHeader);
    connect(ui->queueTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_model.isRemoving())
                    showCurrent();
            });
    const auto open = [this](const QModelIndex &index) {
        if (const TaskView *row = m_model.rowAt(index.row()))
            emit activityRequested(row->task.activity, row->task.name);
    };
    connect(ui->queueTable, &QTableView::activated, this, open); // Return or a double click
    ui->queueTable->installEventFilter(this);
}

// Where the task cannot be completed its key, Ctrl+Return, comes to the table, which would take it for Return.
bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return console::Page::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!isReturn || !(key.modifiers() & Qt::ControlModifier))
        return console::Page::eventFilter(watched, event);
    m_pane->sayWhyNotComplete();
    return true;
}

void QueuePage::sortByHeader(int column, Qt::SortOrder order)
{
    m_sort = QueueModel::sortOf(column);
    m_order = order == Qt::AscendingOrder ? SortOrder::Ascending : SortOrder::Descending;
    query();
}

void QueuePage::sortByRank()
{
    ui->queueTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_sort = QueueSort::Rank;
    m_order = SortOrder::Ascending;
    query();
}

void QueuePage::query()
{
    ListQueue query;
    ui->filter->applyTo(query);
    query.sort = m_sort;
    query.order = m_order;
    ui->filter->orderButton()->setChecked(m_sort == QueueSort::Rank);
    if (ui->filter->isEmpty())
        m_list->say(QStringLiteral("completed"), tr("Nothing to do"),
                    tr("No task is open. New ones appear here by themselves as soon as a request comes in."));
    else
        m_list->say(QStringLiteral("search"), tr("No task matches"),
                    tr("Take a filter away, or press “Clear filters” to see the whole queue."));
    ui->queueTable->scrollToTop();
    m_feed.setQuery(std::move(query));
}

void QueuePage::onAnswer()
{
    m_list->showAnswer();
    ui->countLabel->setText(m_feed.state().hasMore ? tr("%Ln task(s), more follow", nullptr, m_model.rowCount())
                                                   : tr("%Ln task(s)", nullptr, m_model.rowCount()));
    if (m_list->choose(m_pane->isActingOn(m_shown) || m_acted.id == m_shown))
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            tr("%1 has left the list. Choose another one.").arg(m_shownName));
    if (!m_pane->isFormOpen()) // a task that left the list stays in the pane until its form is closed
        showCurrent();
    const TaskView *acted = m_model.rowAt(m_model.rowOf(QString::number(m_acted.id.value)));
    if (acted && acted->task.version >= m_acted.version)
        m_acted = {}; // that did not take it away
}

void QueuePage::showCurrent()
{
    const TaskView *row = m_model.rowAt(ui->queueTable->currentIndex().row());
    if ((!row && !m_list->chosen().isDropped()) || (row && row->task.id == m_shown))
        return;
    m_shown = row ? row->task.id : TaskId();
    m_shownName = row ? QStringLiteral("%1 (%2)").arg(row->task.name, isolated(row->citizenId)) : QString();
    m_pane->show(row ? std::optional(TaskRef{row->task.activity, row->task.name, row->task.id}) : std::nullopt);
}

void QueuePage::takeWorkers(const WorkerFeed::Answer &answer)
{
    if (answer)
        ui->filter->setWorkers(answer->items);
}

void QueuePage::setActive(bool active)
{
    m_feed.setActive(active);
    m_workers.setActive(active);
}

void QueuePage::refresh()
{
    m_feed.refresh();
    m_pane->refresh();
}

void QueuePage::tick()
{
    repaintColumn(*ui->queueTable, QueueModel::Sla);
    m_pane->tick();
}

QWidget *QueuePage::mainView() const { return ui->queueTable; }

void QueuePage::find()
{
    ui->filter->searchEdit()->setFocus(Qt::ShortcutFocusReason);
    ui->filter->searchEdit()->selectAll();
}

bool QueuePage::hasTyped() const { return m_pane->hasTyped(); }

void QueuePage::back()
{
    if (m_pane->closeForm())
        showCurrent();
    else
        ui->filter->searchEdit()->clear();
    ui->queueTable->setFocus();
}

QList<QAction *> QueuePage::taskActions() const { return m_pane->taskActions(); }

void QueuePage::setCounts(const Stats &stats) { ui->filter->setCounts(stats); }

void QueuePage::showWorker(const WorkerId &worker) { ui->filter->showWorker(worker); }

void QueuePage::save(QSettings &settings) const
{
    saveTable(settings, *ui->queueTable);
    ui->filter->save(settings);
    settings.setValue(QStringLiteral("ui/queue/splitter"), ui->splitter->saveState());
}

void QueuePage::restore(QSettings &settings)
{
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/queue/splitter"));
    ui->filter->restore(settings);
    restoreTable(settings, *ui->queueTable);
    const QHeaderView *header = ui->queueTable->horizontalHeader();
    sortByHeader(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

} // namespace hmsact::console
