// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workerspage.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/tables.h"
#include "console/words.h"
#include "ui_workerspage.h"

#include <QHeaderView>

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
    connect(ui->workerTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkersPage::enableButtons);
    connect(ui->tasksButton, &QPushButton::clicked, this, &WorkersPage::showTasks);
    connect(ui->availableButton, &QPushButton::clicked, this, &WorkersPage::toggleAvailable);
    connect(ui->workerTable, &QTableView::activated, this, &WorkersPage::showTasks);
    enableButtons();
}

WorkersPage::~WorkersPage() = default;

const WorkerView *WorkersPage::chosen() const { return m_model.rowAt(ui->workerTable->currentIndex().row()); }

void WorkersPage::refresh()
{
    ListWorkers query;
    query.limit = limits::pageMax;
    m_client.ask(query).then(this, [this](Result<domain::Page<WorkerView>> page) { take(std::move(page)); });
}

void WorkersPage::take(Result<domain::Page<WorkerView>> page)
{
    if (!page) {
        ui->messageBar->say(MessageBar::Kind::Error, text(page.error()));
        return;
    }
    m_all = std::move(page->items);
    showFiltered();
    m_empty->setReady(true);
    if (!ui->workerTable->currentIndex().isValid())
        selectRow(*ui->workerTable, m_model.rowCount() > 0 ? 0 : -1);
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

QWidget *WorkersPage::mainView() const { return ui->workerTable; }

void WorkersPage::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

void WorkersPage::back()
{
    ui->searchEdit->clear();
    ui->workerTable->setFocus();
}

void WorkersPage::save(QSettings &settings) const { saveTable(settings, *ui->workerTable); }

void WorkersPage::restore(QSettings &settings) { restoreTable(settings, *ui->workerTable); }

} // namespace hmsact::console
