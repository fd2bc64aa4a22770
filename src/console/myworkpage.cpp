// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/myworkpage.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/splitters.h"
#include "console/taskpane.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "console/workdelegate.h"
#include "ui_myworkpage.h"

#include <QAction>
#include <QLocale>

namespace hmsact::console {

using namespace domain;

static constexpr qint64 readAgainAfterMs = limits::msPerMinute; // what falls due, and what may be taken after a pause

MyWorkPage::MyWorkPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), m_mayChoose(client.actor().worker.isNull() && client.actor().actsForAnyone()),
      ui(std::make_unique<Ui::MyWorkPage>()), m_model([&client] { return client.nowMs(); }),
      m_workers(
          client, [this](const WorkerFeed::Answer &answer) { takeWorkers(answer); }, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("myWorkPage"));
    ui->workList->setModel(&m_model);
    ui->workList->setFrameShape(QFrame::NoFrame);
    ui->workList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    ui->workList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    ui->workList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    ui->workList->setItemDelegate(new WorkDelegate([this] { return m_client.nowMs(); }, this));
    m_empty = new EmptyState(*ui->workList);
    m_pane = new TaskPane(client, this, Manner::Own);
    ui->splitter->addWidget(m_pane);
    ui->splitter->setStretchFactor(1, 1);
    ui->splitter->setSizes({460, 640});
    m_pane->installShortcuts(*this);
    m_pane->setList(*ui->workList);
    buildActions();

    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &MyWorkPage::refresh);
    connect(&m_client, &engine::CoreClient::changed, this, [this] {
        if (m_active && !m_pause.isActive())
            m_pause.start();
    });
    connect(ui->head, &WorkHead::chosen, this, &MyWorkPage::chooseWorker);
    connect(ui->workList->selectionModel(), &QItemSelectionModel::currentChanged, this, &MyWorkPage::onCurrent);
    connect(ui->workList, &QListView::activated, this, [this] { m_pane->focusForReading(); });
    connect(ui->messageBar, &MessageBar::actionTriggered, this, &MyWorkPage::undo);
    connect(m_pane, &TaskPane::acted, this, &MyWorkPage::onActed);
    connect(m_pane, &TaskPane::formClosed, this, &MyWorkPage::onFormClosed);
    connect(m_pane, &TaskPane::activityRequested, this, &console::Page::activityRequested);
    connect(m_pane, &TaskPane::taskRequested, this, &console::Page::activityRequested);
    setTabOrder(ui->head, ui->workList);
    setTabOrder(ui->workList, m_pane);
    m_workers.read();
    showNobody();
}

MyWorkPage::~MyWorkPage() = default;

QAction *MyWorkPage::addAction(const QString &name, const QString &iconName, const QString &label,
                               const QList<QKeySequence> &keys, void (MyWorkPage::*does)())
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), label, this);
    action->setObjectName(name + QStringLiteral("Action"));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false); // the next task nobody has looked at
    action->setToolTip(QStringLiteral("%1 (%2)").arg(label, keys.front().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, does);
    QWidget::addAction(action);
    m_actions << action;
    return action;
}

void MyWorkPage::buildActions()
{
    const auto key = [](const char *keys) {
        return QKeySequence(QLatin1String(keys));
    };
    QAction *next = addAction(QStringLiteral("takeNext"), QStringLiteral("progress"), tr("Take the next task"),
                              {key("N"), key("Ctrl+Shift+N")}, &MyWorkPage::takeNext);
    addAction(QStringLiteral("completeAndNext"), QStringLiteral("complete"), tr("Complete and on to the next"),
              {key("Ctrl+Return"), key("Ctrl+Enter")}, &MyWorkPage::completeAndNext);
    addAction(QStringLiteral("undo"), QStringLiteral("undo"), tr("Take the last action back"), {key("Ctrl+Z"), key("U")},
              &MyWorkPage::undo);
    for (QAction *walk :
         {addAction(QStringLiteral("nextTask"), {}, tr("Next task in the list"), {key("J")}, &MyWorkPage::nextTask),
          addAction(QStringLiteral("taskBefore"), {}, tr("Task before in the list"), {key("K")}, &MyWorkPage::taskBefore)})
        walk->setAutoRepeat(true);
    QAction *presence = addAction(QStringLiteral("presence"), QStringLiteral("hold"), tr("Mark me as away"), {key("W")},
                                  &MyWorkPage::togglePresence);
    ui->head->setActions(next, presence);
}

void MyWorkPage::takeWorkers(const WorkerFeed::Answer &answer)
{
    if (!answer)
        return;
    m_isAnybody = !answer->items.empty();
    const WorkerId &own = m_client.actor().worker;
    const auto isOwn = [&own](const WorkerView &view) {
        return view.worker.id == own;
    };
    if (m_mayChoose && !own.isNull() && std::ranges::none_of(answer->items, isOwn))
        return chooseWorker({}); // removed meanwhile
    ui->head->setPeople(answer->items, own, m_mayChoose);
    if (own.isNull())
        showNobody();
}

void MyWorkPage::chooseWorker(const WorkerId &worker)
{
    if (!m_mayChoose)
        return;
    m_client.speakFor(worker);
    m_last.reset();
    m_said.clear();
    m_goneAt = -1;
    m_shown = {};
    ui->messageBar->clear();
    m_pane->show({});
    m_workers.refresh();
    if (worker.isNull())
        showNobody();
    else
        refresh();
    focusList();
}

// Nobody has said who sits here.
void MyWorkPage::showNobody()
{
    const WorkerId &own = m_client.actor().worker;
    const bool mayAct = !own.isNull() && m_client.actor().mayActFor(own);
    findChild<QAction *>(QStringLiteral("takeNextAction"))->setEnabled(mayAct);
    showPresence(mayAct, false);
    if (!own.isNull())
        return;
    m_model.merge({});
    ui->head->clearProgress();
    ui->countLabel->setText(tr("%Ln task(s)", nullptr, 0));
    if (m_mayChoose && !m_isAnybody)
        m_empty->say(QStringLiteral("workers"), tr("Nobody works here yet"),
                     tr("Register people on the page Workers. Then choose here which of them you are."));
    else if (m_mayChoose)
        m_empty->say(QStringLiteral("person"), tr("Who are you?"), tr("Choose your name above: your tasks appear here."));
    else
        m_empty->say(QStringLiteral("person"), tr("You are no worker here"),
                     tr("Work is given to workers. Which one you are is said by an administrator: hms-act user set."));
    m_empty->setReady(true);
}

void MyWorkPage::refresh()
{
    m_again = m_asking;
    if (m_asking || m_client.actor().worker.isNull())
        return;
    m_asking = true;
    whenReady(m_client.ask(GetWorkday{m_client.actor().worker}), this, [this](const Result<Workday> &day) {
        m_asking = false;
        takeDay(day);
        if (m_again)
            refresh();
    });
}

void MyWorkPage::takeDay(const Result<Workday> &day)
{
    if (!day) {
        if (day.error().code == ErrorCode::NotFound && m_mayChoose)
            chooseWorker({}); // removed meanwhile
        ui->messageBar->say(MessageBar::Kind::Error, text(day.error()));
        return;
    }
    if (day->worker.id == m_client.actor().worker)
        showDay(*day);
}

void MyWorkPage::showDay(const Workday &day)
{
    m_readAtMs = m_client.nowMs();
    const int at = m_model.rowOfTask(m_shown);
    const QString name = at >= 0 ? m_model.rowAt(at)->view.task.name : QString();
    m_model.merge(WorkModel::rowsOf(day));
    if (at >= 0 && m_model.rowOfTask(m_shown) < 0)
        onGone(at, name);
    const WorkRow *acted = m_model.rowAt(m_model.rowOfTask(m_acted.id));
    if (acted && acted->view.task.version >= m_acted.version)
        m_acted = {}; // that did not take it away
    const bool mayAct = m_client.actor().mayActFor(day.worker.id); // a viewer only looks
    findChild<QAction *>(QStringLiteral("takeNextAction"))->setEnabled(mayAct);
    showPresence(mayAct, !day.worker.available);
    ui->head->showProgress(m_tally.done(day.worker.id, m_client.nowMs()), day, m_client.nowMs());
    sayWhyEmpty(day);
    m_empty->setReady(true);
    const auto count = [](const std::vector<TaskView> &rows) {
        return QLocale().toString(rows.size()) + (rows.size() < limits::workdayRowsMax ? QString() : QStringLiteral("+"));
    };
    ui->countLabel->setText(
        tr("%1 in hand · %2 for you · %3 for anyone")
            .arg(count(day.held), QLocale().toString(day.offered.size() + day.paused.size()), count(day.open)));
    const int wanted = m_wanted.isNull() ? -1 : m_model.rowOfTask(m_wanted);
    if (wanted >= 0) {
        m_wanted = {};
        choose(wanted);
        return;
    }
    if (m_goneAt >= 0)
        return;
    const WorkRow *current = m_model.rowAt(ui->workList->currentIndex().row());
    if (!current || current->isHeading())
        choose(m_model.rowAfter(-1));
    else
        ui->workList->scrollTo(ui->workList->currentIndex());
}

void MyWorkPage::sayWhyEmpty(const Workday &day)
{
    QStringList lines;
    for (const Workday::Elsewhere &skill : day.elsewhere)
        lines << tr("%Ln task(s) of the skill %1 are held by others.", nullptr, skill.count).arg(skill.skill);
    if (day.worker.skills.isEmpty())
        lines = {tr("You have no skills yet: a supervisor adds them on the page Workers.")};
    else if (!day.worker.available)
        lines.prepend(tr("You are marked as away, so nothing new is offered to you."));
    else if (lines.isEmpty())
        lines = {tr("What comes in for your skills appears here by itself.")};
    m_empty->say(QStringLiteral("completed"), tr("Nothing is waiting for you"), lines.join(u' '));
}

void MyWorkPage::focusList()
{
    if (isVisible())
        ui->workList->setFocus();
}

void MyWorkPage::choose(int row)
{
    for (int at = row; row < 0 && at < m_model.rowCount(); ++at) // nothing at hand: whatever stands first
        if (at >= 0 && !m_model.rowAt(at)->isHeading())
            row = at;
    if (row >= 0)
        ui->workList->setCurrentIndex(m_model.index(row, 0));
}

void MyWorkPage::onCurrent(const QModelIndex &current)
{
    const WorkRow *row = m_model.rowAt(current.row());
    if (!row || row->isHeading() || m_model.isRemoving())
        return;
    m_goneAt = -1;
    m_shown = row->view.task.id;
    m_pane->show(TaskRef{row->view.task.activity, row->view.task.name, row->view.task.id});
}

// What is done here goes on with the next. What others take away leaves nothing chosen, or the next key would be said to
// another citizen's task; what was being typed stays.
void MyWorkPage::onGone(int row, const QString &name)
{
    if (m_shown == m_acted.id || m_pane->isActingOn(m_shown))
        return onCurrent(ui->workList->currentIndex());
    m_shown = {};
    m_goneAt = row;
    ui->workList->selectionModel()->clear();
    if (!m_pane->isFormOpen())
        m_pane->show({});
    ui->messageBar->say(MessageBar::Kind::Confirmation,
                        tr("%1 is no longer in your list: it was changed elsewhere.").arg(name));
}

void MyWorkPage::onFormClosed()
{
    if (m_goneAt >= 0)
        m_pane->show({});
    focusList();
}

void MyWorkPage::walk(int by)
{
    const int from = m_goneAt < 0 ? ui->workList->currentIndex().row() : by > 0 ? m_goneAt - 1 : m_goneAt;
    for (int row = from + by; row >= 0 && row < m_model.rowCount(); row += by) {
        if (!m_model.rowAt(row)->isHeading()) {
            choose(row);
            return;
        }
    }
}

void MyWorkPage::setActive(bool active)
{
    m_active = active;
    m_workers.setActive(active);
    if (active)
        refresh();
}

void MyWorkPage::tick()
{
    ui->workList->viewport()->update();
    m_pane->tick();
    if (m_client.nowMs() - m_readAtMs > readAgainAfterMs && !m_pause.isActive())
        m_pause.start();
}

QWidget *MyWorkPage::mainView() const { return ui->workList; }

bool MyWorkPage::hasTyped() const { return m_pane->hasTyped(); }

void MyWorkPage::back()
{
    static_cast<void>(m_pane->closeForm());
    onFormClosed();
}

QList<QAction *> MyWorkPage::taskActions() const { return m_actions + m_pane->taskActions(); }

void MyWorkPage::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("ui/mywork/splitter"), ui->splitter->saveState());
    m_tally.save(settings);
    if (m_mayChoose)
        settings.setValue(QStringLiteral("ui/mywork/worker"), m_client.actor().worker.value);
}

void MyWorkPage::restore(QSettings &settings)
{
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/mywork/splitter"));
    m_tally.restore(settings);
    const WorkerId worker{settings.value(QStringLiteral("ui/mywork/worker")).toString()};
    if (m_mayChoose && !worker.isNull())
        chooseWorker(worker);
}

} // namespace hmsact::console
