// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarspage.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_calendarspage.h"

namespace hmsact::console {

using namespace domain;

CalendarsPage::CalendarsPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::CalendarsPage>()),
      m_model([&client] { return client.nowMs(); }),
      m_workers(
          client, [this](const WorkerFeed::Answer &answer) { countWorkers(answer); }, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("calendarsPage"));
    buildList();
    ui->splitter->setStretchFactor(0, 3);
    ui->splitter->setStretchFactor(1, 2);
    ui->splitter->setSizes({695, 555});
    ui->form->setClock([&client] { return client.nowMs(); });
    m_typing.setSingleShot(true);
    m_typing.setInterval(400);
    connect(&m_typing, &QTimer::timeout, this, &CalendarsPage::preview);
    connect(ui->form, &CalendarForm::edited, this, &CalendarsPage::edited);
    connect(ui->saveButton, &QPushButton::clicked, this, &CalendarsPage::trySaving);
    connect(ui->revertButton, &QPushButton::clicked, this, &CalendarsPage::revert);
    connect(ui->newButton, &QPushButton::clicked, this, [this] { leave([this] { begin(newDraft()); }); });
    connect(ui->duplicateButton, &QPushButton::clicked, this, [this] {
        leave([this] {
            CalendarDraft copy = ui->form->draft();
            copy.name = tr("%1 copy").arg(copy.name);
            begin(copy);
        });
    });
    connect(ui->removeCalendarButton, &QPushButton::clicked, this, [this] {
        ui->question->ask(tr("Remove the calendar “%1”?").arg(m_saved->name),
                          tr("Workers and open activities that count by it keep it from being removed."), tr("Remove"),
                          [this, name = m_saved->name] { remove(name); });
    });
    connect(ui->question, &ActionForm::closed, this, [this] {
        if (!returnInto(*ui->form))
            ui->form->focusFirst();
    });
    connect(ui->messageBar, &MessageBar::actionTriggered, this, &CalendarsPage::revert);
    pressByKey(*ui->saveButton, QKeySequence::Save, *this);
    pressByKey(*ui->newButton, QKeySequence::New, *this);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (m_active && (changes.calendars || changes.overflow))
            refresh();
    });
    enableButtons();
}

CalendarsPage::~CalendarsPage() = default;

void CalendarsPage::buildList()
{
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(ui->searchEdit, &QLineEdit::textChanged, this, &CalendarsPage::showFiltered);
    ui->calendarTable->setModel(&m_model);
    setUpTable(*ui->calendarTable);
    m_empty = new EmptyState(*ui->calendarTable);
    m_empty->say(QStringLiteral("search"), tr("No calendar matches"), tr("Search for another name or time zone."));
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->calendarTable,
                  {{14 * em, 18 * em}, {22 * em, 35 * em}, {18 * em, 25 * em}, {16 * em, 16 * em}, {14 * em, 22 * em}});
    connect(ui->calendarTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CalendarsPage::onChosen);
    connect(ui->calendarTable, &QTableView::activated, this, [this] { ui->form->focusFirst(); });
}

void CalendarsPage::refresh()
{
    whenReady(m_client.ask(ListCalendars{}), this, [this](Result<std::vector<Calendar>> all) { take(std::move(all)); });
}

void CalendarsPage::take(Result<std::vector<Calendar>> calendars)
{
    if (!calendars) {
        ui->messageBar->say(MessageBar::Kind::Error, text(calendars.error()));
        return;
    }
    m_all.clear();
    for (Calendar &calendar : *calendars)
        m_all.push_back({std::move(calendar), 0});
    m_workers.refresh();
}

void CalendarsPage::countWorkers(const WorkerFeed::Answer &answer)
{
    if (m_all.empty())
        return; // they are still asked for: the built-in one is always there
    for (CalendarRow &row : m_all)
        row.workers = !answer ? 0 : int(std::ranges::count_if(answer->items, [&](const WorkerView &view) {
            return isBuiltIn(row.calendar.name) ? isBuiltIn(view.worker.calendar)
                                                : view.worker.calendar == row.calendar.name;
        }));
    m_empty->setReady(true);
    showFiltered();
    seeWhetherChanged();
}

void CalendarsPage::showFiltered()
{
    const QString wanted = ui->searchEdit->text().trimmed();
    std::vector<CalendarRow> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const CalendarRow &row) {
        return row.calendar.name.contains(wanted, Qt::CaseInsensitive)
            || row.calendar.timeZone.contains(wanted, Qt::CaseInsensitive);
    });
    m_model.merge(std::move(rows));
    ui->countLabel->setText(tr("%Ln calendar(s)", nullptr, m_model.rowCount()));
    if (!m_isShown)
        selectRow(*ui->calendarTable, m_model.rowCount() > 1 ? 1 : m_model.rowCount() - 1); // the first that somebody made
    else if (m_saved)
        select(m_saved->name);
}

// What somebody else saved is shown at once, but never over what is being typed here.
void CalendarsPage::seeWhetherChanged()
{
    if (!m_saved)
        return;
    const auto now = std::ranges::find(m_all, m_saved->name, [](const CalendarRow &row) { return row.calendar.name; });
    if (now == m_all.end() || now->calendar.version == m_saved->version)
        return;
    if (!isDirty())
        return showCalendar(now->calendar);
    ui->messageBar->say(MessageBar::Kind::Alert, tr("Somebody else has changed “%1” meanwhile.").arg(m_saved->name),
                        tr("Drop mine and show it"));
}

void CalendarsPage::onChosen()
{
    const CalendarRow *row = m_model.rowAt(ui->calendarTable->currentIndex().row());
    if (!row || (m_saved && m_saved->name == row->calendar.name))
        return;
    if (!isDirty())
        return showCalendar(row->calendar);
    leave([this, name = row->calendar.name] { select(name); });
    const QString stays = m_saved ? m_saved->name : QString();
    QMetaObject::invokeMethod(
        this, [this, stays] { select(stays); }, Qt::QueuedConnection); // not while it changes
}

void CalendarsPage::select(const QString &name)
{
    const int row = name.isEmpty() ? -1 : m_model.rowOf(name);
    if (row >= 0)
        selectRow(*ui->calendarTable, row);
    else
        ui->calendarTable->setCurrentIndex({});
}

void CalendarsPage::showCalendar(const Calendar &calendar)
{
    m_isShown = true;
    m_saved = calendar;
    ui->question->close();
    ui->form->show(draftOf(calendar), CalendarForm::Naming::Fixed, whyReadOnly(calendar));
    m_before = ui->form->draft();
    enableButtons();
    preview();
}

void CalendarsPage::begin(const CalendarDraft &draft)
{
    m_isShown = true;
    m_saved.reset();
    ui->messageBar->clear();
    ui->question->close(); // it was about another
    ui->form->show(draft, CalendarForm::Naming::Free, {});
    m_before = {}; // everything is still to be saved
    select({});
    enableButtons();
    preview();
    ui->form->focusFirst();
}

bool CalendarsPage::mayChange() const { return m_client.actor().role == Role::Admin; }

bool CalendarsPage::isDirty() const { return m_isShown && (ui->form->draft() != m_before || ui->form->isImporting()); }

QString CalendarsPage::whyReadOnly(const Calendar &calendar) const
{
    if (isBuiltIn(calendar.name))
        return tr("24x7 is built in: all time counts. It can be neither changed nor removed.");
    if (!mayChange())
        return tr("Administrators change calendars; you are here as %1 and can read them.").arg(text(m_client.actor().role));
    return {};
}

void CalendarsPage::enableButtons()
{
    const bool isOwn = m_saved && whyReadOnly(*m_saved).isEmpty();
    const bool dirty = isDirty();
    ui->newButton->setEnabled(mayChange());
    ui->duplicateButton->setEnabled(mayChange() && m_isShown);
    ui->removeCalendarButton->setEnabled(isOwn);
    ui->saveButton->setEnabled(dirty);
    ui->revertButton->setEnabled(dirty);
    ui->saveButton->setVisible(!m_saved || isOwn);
    ui->revertButton->setVisible(!m_saved || isOwn);
}

void CalendarsPage::setActive(bool active)
{
    m_active = active;
    m_workers.setActive(active);
    if (active)
        refresh();
}

void CalendarsPage::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

QWidget *CalendarsPage::mainView() const { return ui->calendarTable; }

void CalendarsPage::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    ui->searchEdit->clear();
    ui->calendarTable->setFocus();
}

void CalendarsPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->calendarTable);
    settings.setValue(QStringLiteral("ui/calendars/splitter"), ui->splitter->saveState());
}

void CalendarsPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->calendarTable);
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/calendars/splitter"));
}

} // namespace hmsact::console
