// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskpane.h"

#include "console/emptystate.h"
#include "console/escalationtext.h"
#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/primarybutton.h"
#include "console/taskfacts.h"
#include "console/taskhistory.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "domain/sla.h"
#include "ui_taskpane.h"

#include <QAction>

namespace hmsact::console {

using namespace domain;

static constexpr size_t draftsMax = 20; // nobody has more tasks half said

// As the core has it: what is left out has nothing to show.
static bool takesFiles(TaskState state) { return state != TaskState::Skipped && state != TaskState::Cancelled; }

TaskPane::TaskPane(engine::CoreClient &client, QWidget *parent, Manner manner)
    : QWidget(parent), m_client(client), ui(std::make_unique<Ui::TaskPane>()), m_manner(manner)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("taskPane"));
    setAccessibleName(tr("Task"));
    QFont heading = ui->nameLabel->font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.35);
    ui->nameLabel->setFont(heading);
    m_empty = new EmptyState(*this);
    m_empty->say(QStringLiteral("queue"), tr("No task chosen"), tr("Choose a task in the list to see it and to act on it."));
    ui->scrollArea->hide();
    ui->dueReason->setClient(client);
    buildActions();
    // Never narrower than a form with its buttons: the pane does not scroll sideways.
    setMinimumWidth(fontMetrics().averageCharWidth() * 40);

    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &TaskPane::refresh);
    connect(&m_client, &engine::CoreClient::changed, this, &TaskPane::onChanged);
    connect(ui->actionForm, &ActionForm::confirmed, this,
            [this](const ActionForm::Answer &answer) { send(m_asked, answer); });
    connect(ui->actionForm, &ActionForm::closed, this, [this] {
        ui->scrollArea->setFocus();
        emit formClosed();
    });
    connect(ui->facts, &TaskFacts::activityRequested, this,
            [this] { emit activityRequested(m_detail->view.task.activity, m_detail->view.task.name); });
    connect(ui->facts, &TaskFacts::taskRequested, this,
            [this](const QString &name) { emit taskRequested(m_detail->view.task.activity, name); });
    connect(ui->facts, &TaskFacts::fileRequested, this, &TaskPane::preview);
    connect(&m_client, &engine::CoreClient::actorChanged, this, [this] {
        m_drafts.clear(); // somebody else's
        readOwn();
    });
    readOwn();
}

TaskPane::~TaskPane() = default;

void TaskPane::keepDraft()
{
    const auto typed = ui->actionForm->draft();
    if (!typed || !m_detail)
        return;
    if (m_drafts.size() == draftsMax)
        m_drafts.erase(m_drafts.begin());
    const Task &task = m_detail->view.task;
    m_drafts.push_back({{task.activity, task.name, task.id}, task.state, task.leaseEpoch, m_asked, *typed});
    dropIfOver(m_drafts.back().task); // it may have ended while its form was open
}

std::vector<TaskPane::Draft>::iterator TaskPane::draftOf(TaskId task)
{
    return std::ranges::find_if(m_drafts, [task](const Draft &draft) { return draft.task.id == task; });
}

bool TaskPane::canStillSay(const Draft &draft, const Task &task) const
{
    if (draft.state == task.state && draft.leaseEpoch == task.leaseEpoch)
        return true;
    const Worker *own = m_own ? &*m_own : nullptr;
    return !isEnded(task.state) && isPossible(draft.asked, task, m_client.actor(), own, m_client.nowMs());
}

// What can no longer be sent is told of at once: its task may be in no list by now, and the window would ask for it at each
// close.
void TaskPane::dropIfOver(const TaskRef &task)
{
    whenReady(m_client.ask(GetTask{task}), this, [this, task](const Result<TaskDetail> &detail) {
        const auto draft = draftOf(task.id);
        const bool isGone = !detail && detail.error().code == ErrorCode::NotFound;
        if (draft == m_drafts.end() || isActingOn(task.id) || (!detail && !isGone))
            return;
        if (detail && canStillSay(*draft, detail->view.task))
            return;
        ui->messageBar->say(MessageBar::Kind::Error,
                            tr("What you typed about %1 can no longer be sent: “%2”").arg(task.name, draft->form.words));
        m_drafts.erase(draft);
    });
}

void TaskPane::takeDraft()
{
    const auto found = draftOf(m_detail->view.task.id);
    if (found == m_drafts.end() || ui->actionForm->isOpen())
        return;
    const Task &task = m_detail->view.task;
    m_asked = found->asked;
    if (found->state == task.state && found->leaseEpoch == task.leaseEpoch)
        ui->actionForm->reopen(found->form);
    else
        ui->messageBar->say(MessageBar::Kind::Error,
                            tr("It has changed since you typed this about it: “%1”").arg(found->form.words));
    m_drafts.erase(found);
}

void TaskPane::readOwn()
{
    m_own.reset();
    enableActions();
    if (m_client.actor().worker.isNull())
        return;
    whenReady(m_client.ask(GetWorker{m_client.actor().worker}), this, [this](const Result<WorkerView> &own) {
        if (own && own->worker.id == m_client.actor().worker)
            m_own = own->worker;
        enableActions();
    });
}

PrimaryButton *TaskPane::addButton(QAction *item, const QString &verb, const QKeySequence &shortcut,
                                   const QKeySequence &letter)
{
    QList<QKeySequence> keys{shortcut};
    if (m_manner == Manner::Own && !letter.isEmpty())
        keys.prepend(letter);
    if (m_manner == Manner::Own && item == m_actionOf.value(TaskAction::Complete))
        keys.removeLast(); // the page's: done, and on to the next
    item->setShortcuts(keys);
    item->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    item->setAutoRepeat(false); // the next task nobody has looked at
    item->setToolTip(QStringLiteral("%1 (%2)").arg(verb, keys.front().toString(QKeySequence::NativeText)));
    item->setEnabled(false);
    m_actions << item;
    auto *button = new PrimaryButton(item->icon(), item->text(), ui->actionBar);
    button->setToolTip(item->toolTip());
    button->setAccessibleName(verb);
    button->setFilled(false);
    button->hide(); // what cannot be done now takes no room here; the menu shows it greyed
    connect(button, &QPushButton::clicked, item, &QAction::trigger);
    ui->actionBar->layout()->addWidget(button);
    return button;
}

void TaskPane::buildActions()
{
    ui->actionBar->setLayout(new FlowLayout(ui->actionBar, FlowLayout::Lines::InColumns));
    for (const TaskAction action : offeredActions()) {
        const ActionWords words = wordsFor(action, m_manner);
        auto *item = new QAction(icon(words.name), words.label, this);
        item->setObjectName(words.name + QStringLiteral("Action"));
        connect(item, &QAction::triggered, this, [this, action] { start(action); });
        m_actionOf.insert(action, item);
        PrimaryButton *button = addButton(item, words.verb, words.shortcut, letterFor(action));
        button->setObjectName(words.name + QStringLiteral("Button"));
        m_buttonOf.insert(action, button);
        if (action != TaskAction::Approve)
            continue;
        m_correct = new QAction(icon(QStringLiteral("correct")), tr("Correct…"), this);
        m_correct->setObjectName(QStringLiteral("correctAction"));
        connect(m_correct, &QAction::triggered, this, &TaskPane::correct);
        m_correctButton = addButton(m_correct, tr("Correct and approve"), QKeySequence(QStringLiteral("Ctrl+Shift+E")),
                                    QKeySequence(Qt::Key_E));
        m_correctButton->setObjectName(QStringLiteral("correctButton"));
    }
    m_attach = new QAction(icon(QStringLiteral("attach")), tr("Attach file…"), this);
    m_attach->setObjectName(QStringLiteral("attachAction"));
    connect(m_attach, &QAction::triggered, this, &TaskPane::chooseFiles);
    m_attachButton =
        addButton(m_attach, tr("Attach a file"), QKeySequence(QStringLiteral("Ctrl+Shift+F")), QKeySequence(Qt::Key_A));
    m_attachButton->setObjectName(QStringLiteral("attachButton"));
    m_open = new QAction(icon(QStringLiteral("search")), tr("Open file"), this);
    m_open->setObjectName(QStringLiteral("openFileAction"));
    connect(m_open, &QAction::triggered, this, &TaskPane::openNextFile);
    m_openButton = addButton(m_open, tr("Open the files one after the other"), QKeySequence(QStringLiteral("Ctrl+Shift+O")),
                             QKeySequence(Qt::Key_O));
    m_openButton->setObjectName(QStringLiteral("openFileButton"));
    setAcceptDrops(true);
}

void TaskPane::installShortcuts(QWidget &page) { page.addActions(m_actions); }

void TaskPane::show(std::optional<TaskRef> task)
{
    // Not while another is on its way: who is back before it has come would act on that one.
    const bool same = m_loaded && task && task->id == m_detail->view.task.id && !task->id.isNull();
    m_task = std::move(task);
    if (same)
        return;
    keepDraft();
    ui->actionForm->close();
    if (ui->messageBar->kind() != MessageBar::Kind::Confirmation) // which says of what it is, and leaves by itself
        ui->messageBar->clear();
    ++m_generation;
    m_loaded = false; // what still stands there is no longer what is chosen: nothing can be done with it
    if (m_task) {
        enableActions();
        refresh();
        return;
    }
    m_detail.reset();
    enableActions();
    m_empty->setVisible(true);
    leaveFocus();
    ui->scrollArea->hide(); // so that the keys do not reach it
}

void TaskPane::refresh()
{
    if (!m_task)
        return;
    whenReady(m_client.ask(GetTask{*m_task}), this, [this, generation = ++m_generation](Result<TaskDetail> detail) {
        if (generation == m_generation)
            take(std::move(detail));
    });
}

void TaskPane::take(Result<TaskDetail> detail)
{
    if (!detail) {
        ui->messageBar->say(MessageBar::Kind::Error, text(detail.error()));
        return;
    }
    m_detail = std::move(*detail);
    m_loaded = true;
    m_task = TaskRef{m_detail->view.task.activity, m_detail->view.task.name, m_detail->view.task.id};
    showDetail();
    takeDraft();
}

void TaskPane::showDetail()
{
    m_empty->setVisible(false);
    ui->scrollArea->show();
    ui->nameLabel->setWords(m_detail->view.task.name);
    ui->stateLabel->set(stateIcon(m_detail->view.task.state), statusText(m_detail->view));
    ui->dueReason->setSubject(m_detail->view.task.activity, m_detail->view.task.name);
    ui->firedLabel->set(icon(QStringLiteral("alerts")), escalatedText(m_detail->view.escalated, m_client.nowMs()));
    ui->firedLabel->setVisible(m_detail->view.escalated.times > 0);
    ui->facts->show(*m_detail, m_client.nowMs());
    ui->history->show(m_client, m_detail->view.task);
    tick();
    enableActions();
}

void TaskPane::tick()
{
    if (!m_detail)
        return;
    const Task &task = m_detail->view.task;
    const qint64 nowMs = m_client.nowMs();
    const SlaState state = slaState(task, nowMs);
    QString line = text(state);
    if (state == SlaState::OnTrack || state == SlaState::DueSoon || state == SlaState::AtRisk)
        line = tr("%1 · %2 left").arg(line, spanText(task.dueAtMs - nowMs));
    else if (state == SlaState::Breached)
        line = isEnded(task.state) ? line : tr("%1 · %2 late").arg(line, spanText(nowMs - task.dueAtMs));
    ui->slaLabel->set(slaIcon(state), line, state == SlaState::Breached);
    ui->slaLabel->setVisible(state != SlaState::None);
}

void TaskPane::enableActions()
{
    const Worker *own = m_own ? &*m_own : nullptr;
    bool isFirst = true;
    for (const TaskAction action : offeredActions()) {
        const bool possible = m_loaded && isPossible(action, m_detail->view.task, m_client.actor(), own, m_client.nowMs());
        m_actionOf[action]->setEnabled(possible);
        PrimaryButton *button = m_buttonOf[action];
        button->setVisible(possible);
        button->setFilled(possible && isFirst && leadsOn(action));
        isFirst = isFirst && !possible;
    }
    const bool mayCorrect = m_actionOf[TaskAction::SendBack]->isEnabled(); // also where there is nothing to approve as it is
    m_correct->setEnabled(mayCorrect);
    m_correctButton->setVisible(mayCorrect);
    const bool mayAttach = m_loaded && m_client.actor().role >= Role::Clerk && takesFiles(m_detail->view.task.state);
    m_attach->setEnabled(mayAttach);
    m_attachButton->setVisible(mayAttach);
    const bool hasFiles = m_loaded && !m_detail->artefacts.empty();
    m_open->setEnabled(hasFiles);
    m_openButton->setVisible(hasFiles);
}

void TaskPane::focusForReading() { ui->scrollArea->setFocus(); }

void TaskPane::leaveFocus()
{
    if (m_list && isAncestorOf(window()->focusWidget()))
        m_list->setFocus();
}

bool TaskPane::isFormOpen() const { return ui->actionForm->isOpen(); }

bool TaskPane::hasTyped() const { return ui->actionForm->hasTyped() || !m_drafts.empty(); }

bool TaskPane::closeForm()
{
    const bool wasOpen = ui->actionForm->isOpen();
    ui->actionForm->close();
    return wasOpen;
}

// Of what is chosen, also while it is still on its way: it may have been read before the change.
void TaskPane::onChanged(const ChangeSet &changes)
{
    for (const Draft &draft : m_drafts)
        if (changes.overflow || std::ranges::find(changes.tasks, draft.task.id) != changes.tasks.end())
            dropIfOver(draft.task);
    if (!m_task || m_pause.isActive())
        return;
    const bool mine = changes.overflow || std::ranges::find(changes.tasks, m_task->id) != changes.tasks.end()
        || std::ranges::find(changes.activities, m_task->activity) != changes.activities.end();
    if (mine)
        m_pause.start();
}

} // namespace hmsact::console
