// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitiespage.h"

#include "console/activityform.h"
#include "console/activityview.h"
#include "console/columnfit.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/sladelegate.h"
#include "console/splitters.h"
#include "console/taskpane.h"
#include "console/words.h"
#include "ui_activitiespage.h"

#include <QHeaderView>

namespace hmsact::console {

using namespace domain;

ActivitiesPage::ActivitiesPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::ActivitiesPage>()),
      m_model([&client] { return client.nowMs(); }), m_feed(client, m_model, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("activitiesPage"));
    m_view = new ActivityView(client, this);
    m_pane = new TaskPane(client, this);
    ui->splitter->addWidget(m_view);
    ui->splitter->addWidget(m_pane);
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setStretchFactor(1, 3);
    ui->splitter->setStretchFactor(2, 1);
    ui->splitter->setSizes({455, 560, 325});
    m_pane->installShortcuts(*this);
    m_pane->setList(*ui->activityTable);
    buildForm();
    buildList();
    connect(m_view, &ActivityView::taskChosen, this, [this](TaskId task) {
        m_pane->show(task.isNull() ? std::optional<TaskRef>() : TaskRef{m_view->shown(), {}, task});
    });
    connect(m_view, &ActivityView::taskOpened, m_pane, &TaskPane::focusForReading);
    connect(m_pane, &TaskPane::activityRequested, this, &ActivitiesPage::open);
    connect(m_pane, &TaskPane::taskRequested, this, &ActivitiesPage::open);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (!changes.activities.empty() || !changes.tasks.empty() || changes.overflow)
            m_feed.refresh();
    });
    query();
}

ActivitiesPage::~ActivitiesPage() = default;

void ActivitiesPage::buildForm()
{
    m_form = new ActivityForm(m_client, this);
    ui->splitter->addWidget(m_form);
    ui->splitter->setStretchFactor(3, 4);
    ui->newButton->setEnabled(m_client.actor().actsForAnyone());
    connect(ui->newButton, &QPushButton::clicked, this, &ActivitiesPage::startNew);
    pressByKey(*ui->newButton, QKeySequence::New, *this);
    connect(m_form, &ActivityForm::closed, this, &ActivitiesPage::endNew);
    connect(m_form, &ActivityForm::created, this, &ActivitiesPage::take);
    connect(ui->activityTable, &QTableView::clicked, m_form, &ActivityForm::close); // to look at that one
    connect(ui->activityTable, &QTableView::activated, m_form, &ActivityForm::close);
}

void ActivitiesPage::startNew()
{
    if (!m_client.actor().actsForAnyone())
        return;
    if (!m_form->isOpen()) {
        m_sizes = ui->splitter->sizes();
        m_view->setVisible(false);
        m_pane->setVisible(false);
        for (QAction *action : m_pane->taskActions()) // what cannot be seen has no keys
            removeAction(action);
    }
    ui->messageBar->clear();
    m_form->open();
    ui->splitter->setSizes({m_sizes[0], m_sizes[1], m_sizes[2], m_sizes[1] + m_sizes[2]});
}

void ActivitiesPage::endNew()
{
    m_view->setVisible(true);
    m_pane->setVisible(true);
    m_pane->installShortcuts(*this);
    ui->splitter->setSizes({ui->splitter->sizes().front(), m_sizes[1], m_sizes[2], 0});
    ui->activityTable->setFocus();
}

// The newest stands first, once nothing is left out.
void ActivitiesPage::take(const domain::ActivityView &created)
{
    {
        const QSignalBlocker search(ui->searchEdit);
        const QSignalBlocker state(ui->stateCombo);
        const QSignalBlocker overdue(ui->overdueCheck);
        ui->searchEdit->clear();
        ui->stateCombo->setCurrentIndex(0);
        ui->overdueCheck->setChecked(false);
    }
    open(created.activity.id, {});
    query();
    ui->messageBar->say(MessageBar::Kind::Confirmation,
                        tr("“%1” for %2 is made.").arg(created.activity.intent, isolated(created.activity.citizenId)));
}

void ActivitiesPage::buildList()
{
    ui->activityTable->setModel(&m_model);
    m_list = std::make_unique<List>(*ui, *ui->activityTable, m_feed);
    ui->activityTable->setItemDelegateForColumn(ActivityModel::Sla,
                                                new SlaDelegate(
                                                    ActivityModel::ActivityRole, [this] { return m_client.nowMs(); }, this));
    elideInTheMiddle(*ui->activityTable, ActivityModel::Citizen);
    QHeaderView *header = ui->activityTable->horizontalHeader();
    const int em = fontMetrics().averageCharWidth();
    header->moveSection(header->visualIndex(ActivityModel::Intent), 0);
    const int sla = SlaDelegate::columnWidth(ui->activityTable->font(), SlaDelegate::Bell::NoRoom);
    const int done = progressWidth(fontMetrics()) + 2 * em;
    new ColumnFit(*ui->activityTable, {{sla, sla}, {20 * em, 28 * em}, {13 * em, 19 * em}, {done, done}});
    connect(&m_list->empty(), &EmptyState::accepted, this, &ActivitiesPage::startNew);
    m_feed.onAnswer = [this] {
        onAnswer();
    };
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    ui->stateCombo->addItem(tr("All states"), -1);
    for (const auto state : {ActivityState::Open, ActivityState::Completed, ActivityState::Cancelled, ActivityState::Failed})
        ui->stateCombo->addItem(stateIcon(state), text(state), static_cast<int>(state));
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &ActivitiesPage::query);
    connect(ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(ui->stateCombo, &QComboBox::currentIndexChanged, this, &ActivitiesPage::query);
    connect(ui->overdueCheck, &QCheckBox::toggled, this, &ActivitiesPage::query);
    connect(ui->activityTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const domain::ActivityView *row = m_model.rowAt(current.row()); row && !m_model.isRemoving())
                    m_view->show(row->activity.id);
            });
}

void ActivitiesPage::query()
{
    ListActivities query;
    query.text = ui->searchEdit->text().trimmed();
    const int state = ui->stateCombo->currentData().toInt();
    if (state >= 0)
        query.state = static_cast<ActivityState>(state);
    if (ui->overdueCheck->isChecked())
        query.overdue = true;
    const bool isAll = query.text.isEmpty() && !query.state && !query.overdue;
    m_list->empty().offer(isAll && m_client.actor().actsForAnyone() ? tr("New activity…") : QString());
    if (isAll)
        m_list->say(QStringLiteral("activities"), tr("No activities yet"),
                    tr("They appear here as soon as a request comes in."));
    else
        m_list->say(QStringLiteral("search"), tr("No activity matches"),
                    tr("Search for something else, or show all states."));
    m_feed.setQuery(std::move(query));
}

void ActivitiesPage::onAnswer()
{
    m_list->showAnswer();
    ui->countLabel->setText(m_feed.state().hasMore ? tr("%Ln activity(ies), more follow", nullptr, m_model.rowCount())
                                                   : tr("%Ln activity(ies)", nullptr, m_model.rowCount()));
    const int row = m_model.rowOf(QString::number(m_view->shown().value));
    if (row >= 0 && ui->activityTable->currentIndex().row() != row)
        selectRow(*ui->activityTable, row);
    else if (row < 0 && ui->activityTable->currentIndex().isValid())
        m_list->chosen().drop(); // what is shown stays, with what is typed there
    else if (m_view->shown().isNull() && m_model.rowCount() > 0)
        selectRow(*ui->activityTable, 0);
}

void ActivitiesPage::open(ActivityId activity, const QString &taskName)
{
    m_form->close();
    m_view->show(activity, taskName);
    const int row = m_model.rowOf(QString::number(activity.value));
    if (row >= 0)
        selectRow(*ui->activityTable, row);
    else
        ui->activityTable->setCurrentIndex({});
}

void ActivitiesPage::setActive(bool active) { m_feed.setActive(active); }

void ActivitiesPage::refresh()
{
    m_feed.refresh();
    m_view->refresh();
    m_pane->refresh();
}

void ActivitiesPage::tick()
{
    repaintColumn(*ui->activityTable, ActivityModel::Sla);
    m_view->tick();
    m_pane->tick();
}

QWidget *ActivitiesPage::mainView() const { return ui->activityTable; }

void ActivitiesPage::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

bool ActivitiesPage::hasTyped() const { return m_form->hasTyped() || m_view->hasTyped() || m_pane->hasTyped(); }

void ActivitiesPage::back()
{
    if (m_form->isOpen())
        return m_form->close();
    if (!m_pane->closeForm() && !m_view->closeForm())
        ui->searchEdit->clear();
    ui->activityTable->setFocus();
}

QList<QAction *> ActivitiesPage::taskActions() const
{
    return m_form->isOpen() ? QList<QAction *>() : m_pane->taskActions();
}

void ActivitiesPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->activityTable);
    settings.setValue(QStringLiteral("ui/activities/splitter"), ui->splitter->saveState());
    m_view->save(settings);
}

void ActivitiesPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->activityTable);
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/activities/splitter"));
    m_view->restore(settings);
}

} // namespace hmsact::console
