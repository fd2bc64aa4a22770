// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activityview.h"

#include "console/activitymodel.h"
#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/eventfeed.h"
#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/laneview.h"
#include "console/messagebar.h"
#include "console/needsview.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/timeband.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "domain/sla.h"
#include "ui_activityview.h"

#include <QHeaderView>
#include <QTabBar>

namespace hmsact::console {

using namespace domain;

static constexpr int narrowBelowChars = 70;

ActivityView::ActivityView(engine::CoreClient &client, QWidget *parent)
    : QWidget(parent), m_client(client), ui(std::make_unique<Ui::ActivityView>()),
      m_events([&client] { return client.nowMs(); }), m_feed(new EventFeed(client, this))
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("activityView"));
    const auto nowMs = [&client] {
        return client.nowMs();
    };
    m_band = new TimeBand(nowMs, this);
    ui->bandLayout->addWidget(m_band);
    m_graph = new NeedsView(nowMs, this);
    m_lanes = new LaneView(nowMs, this);
    buildTabs();
    ui->dueReason->setClient(client);
    setMinimumWidth(fontMetrics().averageCharWidth() * 38); // a card and what it needs
    auto *signs = new FlowLayout(ui->signsBar, 18, 4);
    for (QWidget *sign : std::initializer_list<QWidget *>{ui->stateLabel, ui->slaLabel, ui->progressBar})
        signs->addWidget(sign);
    QFont heading = ui->intentLabel->font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.5);
    ui->intentLabel->setFont(heading);
    ui->eventTable->setModel(&m_events);
    setUpTable(*ui->eventTable);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->eventTable, {{13 * em, 14 * em}, {30 * em, 90 * em}, {9 * em, 16 * em}});
    m_empty = new EmptyState(*this);
    m_empty->say(QStringLiteral("activities"), tr("No activity chosen"),
                 tr("Choose an activity in the list to see its tasks and what happened."));

    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &ActivityView::refresh);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        const bool mine = changes.overflow || std::ranges::find(changes.activities, m_activity) != changes.activities.end()
            || std::ranges::any_of(m_view.tasks, [&](const TaskView &view) {
                              return std::ranges::find(changes.tasks, view.task.id) != changes.tasks.end();
                          });
        if (mine && !m_activity.isNull() && !m_pause.isActive())
            m_pause.start();
    });
    connect(m_feed, &EventFeed::changed, this, &ActivityView::takeEvents);
    connect(m_graph, &NeedsView::currentChanged, this, &ActivityView::taskChosen);
    connect(m_graph, &NeedsView::activated, this, &ActivityView::taskOpened);
    connect(m_lanes, &LaneView::activated, this, &ActivityView::taskOpened);
    connect(ui->cancelButton, &QPushButton::clicked, this, [this] { startEnding(EndKind::Cancel); });
    connect(ui->failButton, &QPushButton::clicked, this, [this] { startEnding(EndKind::Fail); });
    connect(ui->actionForm, &ActionForm::confirmed, this, &ActivityView::end);
    connect(ui->actionForm, &ActionForm::closed, m_graph, [this] { m_graph->setFocus(); });
}

ActivityView::~ActivityView() = default;

// What is chosen in one is chosen in the other.
void ActivityView::buildTabs()
{
    ui->tabs->addTab(m_graph, icon(QStringLiteral("order")), tr("&Order of tasks"));
    ui->tabs->addTab(m_lanes, icon(QStringLiteral("timeline")), tr("&Line of time"));
    ui->tabs->tabBar()->setAccessibleName(ui->tabs->accessibleName()); // it has the keys
    ui->splitter->setSizes({300, 220});
    connect(m_lanes, &LaneView::currentChanged, m_graph, &NeedsView::setCurrent);
    connect(m_graph, &NeedsView::currentChanged, m_lanes, &LaneView::setCurrent);
}

// Where both have no room beside each other, the buttons stand below the title.
void ActivityView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * narrowBelowChars;
    ui->titleLayout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ActivityView::showLanes()
{
    if (m_view.activity.id.isNull())
        return;
    std::vector<Lane> lanes = lanesOf(m_view, m_feed->events(), m_client.nowMs());
    m_band->setMarks(lanes.front().marks);
    m_lanes->setLanes(std::move(lanes));
}

void ActivityView::show(ActivityId activity, const QString &taskName)
{
    if (activity == m_activity && taskName.isEmpty())
        return; // the list follows a choice that was made elsewhere
    m_wantedTask = taskName;
    if (activity == m_activity) {
        if (m_view.activity.id == activity)
            chooseTask();
        return;
    }
    m_activity = activity;
    m_view = {};
    ui->actionForm->close();
    ui->messageBar->clear();
    refresh();
}

void ActivityView::refresh()
{
    if (m_activity.isNull())
        return;
    whenReady(m_client.ask(GetActivity{m_activity}), this,
              [this, generation = ++m_generation](Result<domain::ActivityView> view) {
                  if (generation == m_generation)
                      take(std::move(view));
              });
    m_feed->follow(m_activity);
}

void ActivityView::take(Result<domain::ActivityView> view)
{
    if (!view) {
        ui->messageBar->say(MessageBar::Kind::Error, text(view.error()));
        return;
    }
    const bool first = m_view.activity.id != m_activity;
    m_view = std::move(*view);
    const Activity &activity = m_view.activity;
    m_empty->setVisible(false);
    ui->intentLabel->setWords(activity.intent);
    ui->citizenLabel->setText(
        tr("%1 · priority %2 · %3")
            .arg(isolated(activity.citizenId), QString::number(activity.priority), activity.id.toString()));
    ui->stateLabel->set(stateIcon(activity.state),
                        activity.reason.isEmpty() ? text(activity.state)
                                                  : QStringLiteral("%1: “%2”").arg(text(activity.state), activity.reason));
    const ActivityProgress progress = progressOf(m_view);
    ui->progressBar->setRange(0, std::max(progress.total, 1));
    ui->progressBar->setValue(progress.done);
    ui->progressBar->setFormat(progress.total == 0 ? progressText(m_view) : tr("%1 done").arg(progressText(m_view)));
    const bool mayEnd = activity.state == ActivityState::Open && m_client.actor().actsForAnyone();
    ui->cancelButton->setEnabled(mayEnd);
    ui->failButton->setEnabled(mayEnd && activity.blockedCount > 0);
    ui->failButton->setVisible(activity.blockedCount > 0);
    QHash<TaskId, QString> names;
    for (const TaskView &task : m_view.tasks)
        names.insert(task.task.id, task.task.name);
    m_events.setTaskNames(std::move(names));
    m_band->show(m_view);
    m_graph->setTasks(m_view.tasks);
    ui->dueReason->setSubject(m_activity);
    showLanes();
    if (first || !m_wantedTask.isEmpty())
        chooseTask();
    tick();
}

// The one asked for; else the first that somebody can do something about.
void ActivityView::chooseTask()
{
    const auto wanted =
        std::ranges::find_if(m_view.tasks, [this](const TaskView &view) { return view.task.name == m_wantedTask; });
    const auto open = std::ranges::find_if(m_view.tasks, [](const TaskView &view) {
        return view.task.state == TaskState::Failed || (isOpen(view.task.state) && view.task.state != TaskState::Waiting);
    });
    const auto chosen = wanted != m_view.tasks.end() ? wanted : open != m_view.tasks.end() ? open : m_view.tasks.begin();
    m_wantedTask.clear();
    if (chosen == m_view.tasks.end())
        emit taskChosen({});
    else if (m_graph->current() == chosen->task.id)
        emit taskChosen(chosen->task.id);
    else
        m_graph->setCurrent(chosen->task.id);
}

void ActivityView::takeEvents()
{
    const std::vector<Event> &events = m_feed->events();
    m_events.merge({events.rbegin(), events.rend()});
    showLanes();
}

void ActivityView::tick()
{
    if (m_view.activity.id.isNull())
        return;
    const qint64 nowMs = m_client.nowMs();
    const Activity &activity = m_view.activity;
    const SlaState state = slaState(activity, nowMs);
    QString line = text(state);
    if (activity.state == ActivityState::Open && state != SlaState::None)
        line = state == SlaState::Breached ? tr("%1 · %2 late").arg(line, spanText(nowMs - activity.dueAtMs))
                                           : tr("%1 · %2 left").arg(line, spanText(activity.dueAtMs - nowMs));
    ui->slaLabel->set(slaIcon(state), line, state == SlaState::Breached);
    ui->slaLabel->setVisible(state != SlaState::None);
    m_band->update();
    m_graph->tick();
    m_lanes->tick();
}

void ActivityView::startEnding(EndKind kind)
{
    m_ending = kind;
    ui->messageBar->clear();
    ActionForm::Question question;
    question.ask = Ask::Reason;
    question.title = kind == EndKind::Cancel ? tr("Cancel this activity") : tr("Give this activity up");
    question.prompt = tr("Its open tasks are cancelled. This cannot be undone. Why? The reason is recorded.");
    question.verb = kind == EndKind::Cancel ? tr("Cancel activity") : tr("Give up");
    question.no = tr("Keep it");
    ui->actionForm->open(question);
}

void ActivityView::end(const ActionForm::Answer &answer)
{
    whenReady(m_client.send(EndActivity{m_activity, m_ending, answer.words}), this,
              [this](Result<domain::ActivityView> view) {
                  if (!view) {
                      ui->messageBar->say(MessageBar::Kind::Error, text(view.error()));
                      return;
                  }
                  m_graph->setFocus(); // not what comes after the form
                  ui->actionForm->close();
                  ui->messageBar->say(MessageBar::Kind::Confirmation,
                                      m_ending == EndKind::Cancel ? tr("The activity was cancelled.")
                                                                  : tr("The activity was given up."));
                  refresh();
              });
}

bool ActivityView::closeForm()
{
    const bool wasOpen = ui->actionForm->isOpen();
    ui->actionForm->close();
    return wasOpen;
}

bool ActivityView::hasTyped() const { return ui->actionForm->hasTyped(); }

void ActivityView::save(QSettings &settings) const
{
    saveTable(settings, *ui->eventTable);
    settings.setValue(QStringLiteral("ui/activity/splitter"), ui->splitter->saveState());
    settings.setValue(QStringLiteral("ui/activity/tab"), ui->tabs->currentIndex());
}

void ActivityView::restore(QSettings &settings)
{
    restoreTable(settings, *ui->eventTable);
    ui->eventTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive); // it used to stretch
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/activity/splitter"));
    ui->tabs->setCurrentIndex(settings.value(QStringLiteral("ui/activity/tab")).toInt());
}

} // namespace hmsact::console
