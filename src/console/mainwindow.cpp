// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/mainwindow.h"

#include "console/actionform.h"
#include "console/activitiespage.h"
#include "console/alertbutton.h"
#include "console/alertspage.h"
#include "console/alertwatch.h"
#include "console/calendarspage.h"
#include "console/healthpage.h"
#include "console/icons.h"
#include "console/intentspage.h"
#include "console/messagebar.h"
#include "console/myworkpage.h"
#include "console/outboxpage.h"
#include "console/pagekey.h"
#include "console/queuepage.h"
#include "console/rulespage.h"
#include "console/signlabel.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "console/workerspage.h"
#include "ui_mainwindow.h"

#include <QScreen>
#include <QStyle>

namespace hmsact::console {

using namespace domain;

namespace {
constexpr qint64 staleAfterMs = 15'000; // three missed heartbeats
constexpr qint64 heartbeatMs = 5'000;
constexpr int compactBelowChars = 175; // a window this narrow needs its width for the page
} // namespace

MainWindow::MainWindow(engine::CoreClient &client, QSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_client(client), m_settings(settings), ui(std::make_unique<Ui::MainWindow>()),
      m_watch(new AlertWatch(client, this))
{
    ui->setupUi(this);
    setWindowTitle(tr("HMS-ACT console"));
    connect(ui->closeQuestion, &ActionForm::closed, this, [this] {
        if (m_askedFrom)
            m_askedFrom->setFocus();
    });
    buildPages();
    buildMenus();
    buildStatusBar();
    m_statsPause.setSingleShot(true);
    m_statsPause.setInterval(1000);
    connect(&m_statsPause, &QTimer::timeout, this, &MainWindow::readStats);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (changes.health)
            showConnection();
        if (!m_statsPause.isActive())
            m_statsPause.start();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tick);
    m_second.start();
    m_sinceAnswer.start();
    restore(); // the first page asks before the figures, which go through all clocks that run
    readStats();
    showConnection();
}

MainWindow::~MainWindow() = default;

Page *MainWindow::page(int index) const { return qobject_cast<Page *>(ui->pages->widget(index)); }

void MainWindow::buildPages()
{
    m_queue = new QueuePage(m_client, this);
    m_activities = new ActivitiesPage(m_client, this);
    m_workers = new WorkersPage(m_client, this);
    m_alerts = new AlertsPage(m_client, this);
    auto *health = new HealthPage(m_client, this);
    const auto add = [this](PageIndex index, Page *page, const QString &iconName, const QString &name) {
        const int added = ui->pages->addWidget(page);
        Q_ASSERT(added == index);
        ui->navList->addPage(iconName, name, pageKey(added).toString(QKeySequence::NativeText));
        page->setAccessibleName(name);
        connect(page, &Page::activityRequested, this, &MainWindow::openActivity);
    };
    add(QueueIndex, m_queue, QStringLiteral("queue"), tr("Queue"));
    add(MyWorkIndex, new MyWorkPage(m_client, this), QStringLiteral("mywork"), tr("My work"));
    add(ActivitiesIndex, m_activities, QStringLiteral("activities"), tr("Activities"));
    add(WorkersIndex, m_workers, QStringLiteral("workers"), tr("Workers"));
    add(AlertsIndex, m_alerts, QStringLiteral("alerts"), tr("Alerts"));
    add(OutboxIndex, new OutboxPage(m_client, this), QStringLiteral("outbox"), tr("Messages"));
    add(CalendarsIndex, new CalendarsPage(m_client, this), QStringLiteral("calendars"), tr("Calendars"));
    add(RulesIndex, new RulesPage(m_client, this), QStringLiteral("rules"), tr("Escalation rules"));
    add(IntentsIndex, new IntentsPage(m_client, this), QStringLiteral("intents"), tr("Intents"));
    add(HealthIndex, health, QStringLiteral("database"), tr("Database health"));
    ui->navList->fitWidth();
    connect(ui->navList, &QListWidget::currentRowChanged, this, &MainWindow::showPage);
    connect(m_workers, &WorkersPage::tasksRequested, this, [this](const WorkerId &worker) {
        m_queue->showWorker(worker);
        ui->navList->setCurrentRow(QueueIndex);
    });
    connect(m_workers, &WorkersPage::calendarsRequested, this, [this] { ui->navList->setCurrentRow(CalendarsIndex); });
    connect(ui->alertBar, &MessageBar::actionTriggered, this, &MainWindow::openAlerts);
    connect(ui->alertBar, &MessageBar::closed, this, [this] {
        if (ui->alertBar->kind() == MessageBar::Kind::Alert)
            m_watch->seeAll();
    });
    connect(m_watch, &AlertWatch::alertsRead, this, &MainWindow::showNewAlerts);
}

void MainWindow::buildStatusBar()
{
    m_freshLabel = new SignLabel(this);
    m_freshLabel->setObjectName(QStringLiteral("freshLabel"));
    statusBar()->addWidget(m_freshLabel, 1);
    auto *alerts = new AlertButton(*m_watch, m_client.actor().actsForAnyone(), this);
    connect(alerts, &AlertButton::alertsRequested, this, &MainWindow::openAlerts);
    connect(alerts, &AlertButton::acknowledgeRequested, this, &MainWindow::acknowledgeAlerts);
    statusBar()->addPermanentWidget(alerts);
    m_actorLabel = new SignLabel(this);
    m_actorLabel->setObjectName(QStringLiteral("actorLabel"));
    m_databaseLabel = new SignLabel(this);
    m_databaseLabel->setObjectName(QStringLiteral("databaseLabel"));
    m_databaseLabel->setContentsMargins(0, 0, 18, 0);
    statusBar()->addPermanentWidget(m_databaseLabel);
    statusBar()->addPermanentWidget(m_actorLabel);
    for (SignLabel *label : {m_freshLabel, m_actorLabel, m_databaseLabel}) // the bar has one line, and widens no window
        label->setWordWrap(false);
    connect(&m_client, &engine::CoreClient::actorChanged, this, &MainWindow::showActor);
    showActor();
    statusBar()->setContentsMargins(10, 0, 6, 0);
    const QString url = m_client.databaseUrl();
    const bool isFile = url.startsWith(QLatin1String("sqlite"));
    m_databaseLabel->set({},
                         (isFile ? QStringLiteral("sqlite · ") : QStringLiteral("postgresql · "))
                             + url.section(u'?', 0, 0).section(u'/', -1));
    m_databaseLabel->setToolTip(url);
    showFreshness();
}

void MainWindow::showActor()
{
    const Actor &actor = m_client.actor();
    QString who = tr("%1 · %2").arg(actor.name, text(actor.role));
    if (!actor.worker.isNull())
        who = tr("%1 · works as %2").arg(who, actor.worker.value);
    m_actorLabel->set({}, who);
    m_actorLabel->setToolTip(who + u'\n' + tr("Everything done in this window is recorded under this name"));
}

void MainWindow::showPage(int index)
{
    if (index < 0)
        return;
    if (index == ui->pages->currentIndex())
        return turnTo(index);
    page(ui->pages->currentIndex())->leave([this, index] { turnTo(index); });
    if (index == ui->pages->currentIndex())
        return;
    // It asks something first. Only when the list is done with the click or the key.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QSignalBlocker quiet(ui->navList);
            ui->navList->setCurrentRow(ui->pages->currentIndex());
        },
        Qt::QueuedConnection);
}

void MainWindow::turnTo(int index)
{
    ui->closeQuestion->close();
    moveBars(*page(index));
    ui->pages->setCurrentIndex(index);
    {
        const QSignalBlocker quiet(ui->navList);
        ui->navList->setCurrentRow(index);
    }
    for (int i = 0; i < ui->pages->count(); ++i)
        page(i)->setActive(i == index);
    if (!ui->navList->hasFocus()) // walking through the pages with the arrow keys goes on
        page(index)->mainView()->setFocus();
    if (index == AlertsIndex) {
        ui->alertBar->clear();
        showNewAlerts(); // whatever is open now has been looked at
    }
}

void MainWindow::openActivity(ActivityId activity, const QString &taskName)
{
    m_activities->open(activity, taskName);
    ui->navList->setCurrentRow(ActivitiesIndex);
}

void MainWindow::newActivity()
{
    ui->navList->setCurrentRow(ActivitiesIndex);
    if (ui->pages->currentIndex() == ActivitiesIndex) // the page before it has let go
        m_activities->startNew();
}

void MainWindow::openAlerts() { ui->navList->setCurrentRow(AlertsIndex); }

void MainWindow::acknowledgeAlerts()
{
    openAlerts();
    if (ui->pages->currentIndex() == AlertsIndex) // the page before it has let go
        m_alerts->offerAcknowledgeAll();
}

void MainWindow::readStats()
{
    if (m_asking)
        return;
    m_asking = true;
    whenReady(m_client.ask(GetStats{}), this, [this](Result<Stats> stats) {
        m_asking = false;
        m_trouble = stats ? QString() : text(stats.error());
        if (stats)
            takeStats(*stats);
        showFreshness();
    });
}

void MainWindow::takeStats(const Stats &stats)
{
    m_sinceAnswer.restart();
    m_queue->setCounts(stats);
    m_watch->setOpenCount(stats.openAlerts);
    ui->navList->setBadge(AlertsIndex, stats.openAlerts);
    ui->navList->setBadge(OutboxIndex, stats.deadMessages);
}

void MainWindow::showNewAlerts()
{
    if (ui->pages->currentIndex() == AlertsIndex)
        m_watch->seeAll();
    const int count = m_watch->unseen();
    const QString words = tr("%Ln new alert(s)", nullptr, count);
    const bool isTaken = !ui->alertBar->text().isEmpty();
    const bool isSaid = isTaken && ui->alertBar->kind() == MessageBar::Kind::Alert;
    if (isTaken && !isSaid)
        return; // by what somebody has asked for, which leaves by itself
    if (count > 0 && ui->alertBar->text() != words)
        ui->alertBar->say(MessageBar::Kind::Alert, words, tr("Show alerts"));
    else if (count == 0 && isSaid)
        ui->alertBar->clear();
}

void MainWindow::showFreshness()
{
    const qint64 ageMs = m_sinceAnswer.isValid() ? m_sinceAnswer.elapsed() : 0;
    if (!m_connected)
        m_freshLabel->set(icon(QStringLiteral("error")), tr("Reconnecting to the database"), true);
    else if (!m_trouble.isEmpty())
        m_freshLabel->set(icon(QStringLiteral("error")), tr("Not updating: %1").arg(m_trouble), true);
    else if (ageMs > staleAfterMs)
        m_freshLabel->set(icon(QStringLiteral("error")), tr("No answer for %1").arg(spanText(ageMs)), true);
    else
        m_freshLabel->set(icon(QStringLiteral("refresh")),
                          ageMs < 2000 ? tr("Live · updated just now") : tr("Live · updated %1 ago").arg(spanText(ageMs)));
}

void MainWindow::tick()
{
    showSilence();
    showNewAlerts(); // which may have waited
    if (m_sinceAnswer.elapsed() > heartbeatMs)
        readStats();
    showFreshness();
    if (!isMinimized())
        page(ui->pages->currentIndex())->tick();
}

void MainWindow::save()
{
    m_settings.setValue(QStringLiteral("ui/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("ui/page"), ui->pages->currentWidget()->objectName());
    for (int i = 0; i < ui->pages->count(); ++i)
        page(i)->save(m_settings);
    m_settings.sync();
}

void MainWindow::restore()
{
    for (int i = 0; i < ui->pages->count(); ++i)
        page(i)->restore(m_settings);
    ui->navList->setCompact(true); // must not keep the window wider than a small screen; widens when there is room
    if (!restoreGeometry(m_settings.value(QStringLiteral("ui/geometry")).toByteArray()))
        resize(screen()->availableSize().boundedTo({1560, 920}) * 0.95);
    else if (!isMaximized() && !isFullScreen())
        fitScreen();
    const bool isClerk = !m_client.actor().worker.isNull() && !m_client.actor().actsForAnyone();
    const QString last = m_settings.value(QStringLiteral("ui/page")).toString();
    int index = isClerk ? MyWorkIndex : QueueIndex;
    for (int i = 0; i < PageCount; ++i)
        if (page(i)->objectName() == last)
            index = i;
    ui->navList->setCurrentRow(index);
}

// It may have been a larger one.
void MainWindow::fitScreen()
{
    QRect room = screen()->availableGeometry();
    room.setTop(room.top() + style()->pixelMetric(QStyle::PM_TitleBarHeight));
    resize(size().boundedTo(room.size()));
    QRect place = geometry();
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveTopLeft({std::max(place.left(), room.left()), std::max(place.top(), room.top())});
    setGeometry(place);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    ui->navList->setCompact(width() < fontMetrics().averageCharWidth() * compactBelowChars);
}

void MainWindow::showEvent(QShowEvent *event)
{
    m_wasShown = true;
    QMainWindow::showEvent(event);
    rest();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    rest();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && isVisible())
        rest();
}

void MainWindow::rest()
{
    const bool rests = !isVisible() || isMinimized();
    if (std::exchange(m_rests, rests) != rests)
        page(ui->pages->currentIndex())->setActive(!rests);
}

} // namespace hmsact::console
