// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentspage.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_intentspage.h"

namespace hmsact::console {

using namespace domain;

IntentsPage::IntentsPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::IntentsPage>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("intentsPage"));
    buildList();
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setStretchFactor(1, 1);
    ui->splitter->setSizes({600, 650});
    connect(ui->form, &IntentForm::edited, this, &IntentsPage::edited);
    connect(ui->saveButton, &QPushButton::clicked, this, &IntentsPage::trySaving);
    connect(ui->revertButton, &QPushButton::clicked, this, &IntentsPage::revert);
    connect(ui->newButton, &QPushButton::clicked, this, [this] { leave([this] { begin(newIntent()); }); });
    connect(ui->duplicateButton, &QPushButton::clicked, this, [this] {
        leave([this] {
            IntentDraft copy = ui->form->draft();
            copy.name = tr("%1_copy").arg(copy.name);
            begin(copy);
        });
    });
    connect(ui->removeIntentButton, &QPushButton::clicked, this, [this] {
        ui->question->ask(tr("Remove the intent “%1”?").arg(m_saved->name),
                          tr("Activities that have it stay as they are; new ones go by what is usual."), tr("Remove"),
                          [this, name = m_saved->name] { remove(name); });
    });
    connect(ui->question, &ActionForm::closed, this, [this] {
        if (!returnInto(*ui->form))
            ui->form->focusFirst();
    });
    connect(ui->messageBar, &MessageBar::actionTriggered, this, &IntentsPage::revert);
    pressByKey(*ui->saveButton, QKeySequence::Save, *this);
    pressByKey(*ui->newButton, QKeySequence::New, *this);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (m_active && (changes.intents || changes.overflow))
            refresh();
    });
    enableButtons();
}

IntentsPage::~IntentsPage() = default;

void IntentsPage::buildList()
{
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(ui->searchEdit, &QLineEdit::textChanged, this, &IntentsPage::showFiltered);
    ui->intentTable->setModel(&m_model);
    setUpTable(*ui->intentTable);
    m_empty = new EmptyState(*ui->intentTable);
    connect(m_empty, &EmptyState::accepted, ui->newButton, &QPushButton::click);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->intentTable,
                  {{20 * em, 32 * em}, {18 * em, 30 * em}, {9 * em, 10 * em}, {9 * em, 9 * em}, {12 * em, 13 * em}});
    connect(ui->intentTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &IntentsPage::onChosen);
    connect(ui->intentTable, &QTableView::activated, this, [this] { ui->form->focusFirst(); });
}

void IntentsPage::refresh()
{
    whenReady(m_client.ask(ListIntents{}), this, [this](Result<std::vector<Intent>> all) { take(std::move(all)); });
}

void IntentsPage::take(Result<std::vector<Intent>> intents)
{
    if (!intents) {
        ui->messageBar->say(MessageBar::Kind::Error, text(intents.error()));
        return;
    }
    m_all = std::move(*intents);
    m_empty->setReady(true);
    showFiltered();
    seeWhetherChanged();
}

void IntentsPage::showFiltered()
{
    m_empty->offer(m_all.empty() && mayChange() ? tr("New intent…") : QString());
    if (m_all.empty())
        m_empty->say(QStringLiteral("intents"), tr("No intents yet"),
                     mayChange() ? tr("What is asked for often can have a promise and tasks of its own.")
                                 : tr("Administrators make them. Until then each activity says its tasks itself."));
    else
        m_empty->say(QStringLiteral("search"), tr("No intent matches"), tr("Search for another name or title."));
    const QString wanted = ui->searchEdit->text().trimmed();
    std::vector<Intent> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const Intent &intent) {
        return intent.name.contains(wanted, Qt::CaseInsensitive) || intent.title.contains(wanted, Qt::CaseInsensitive);
    });
    m_model.merge(std::move(rows));
    ui->countLabel->setText(tr("%Ln intent(s)", nullptr, m_model.rowCount()));
    if (!m_isShown)
        selectRow(*ui->intentTable, m_model.rowCount() > 0 ? 0 : -1);
    else if (m_saved)
        select(m_saved->name);
    ui->form->setVisible(m_isShown);
    enableButtons();
}

const Intent *IntentsPage::findIntent(const QString &name) const
{
    const auto found = std::ranges::find(m_all, name, &Intent::name);
    return found == m_all.end() ? nullptr : &*found;
}

// What somebody else saved is shown at once, but never over what is being typed here.
void IntentsPage::seeWhetherChanged()
{
    const Intent *now = m_saved ? findIntent(m_saved->name) : nullptr;
    if (!now || now->version == m_saved->version)
        return;
    if (!isDirty())
        return showIntent(*now);
    ui->messageBar->say(MessageBar::Kind::Alert, tr("Somebody else has changed “%1” meanwhile.").arg(m_saved->name),
                        tr("Drop mine and show it"));
}

void IntentsPage::onChosen()
{
    const Intent *row = m_model.rowAt(ui->intentTable->currentIndex().row());
    if (!row || (m_saved && m_saved->name == row->name))
        return;
    if (!isDirty())
        return showIntent(Intent(*row));
    leave([this, name = row->name] { select(name); });
    const QString stays = m_saved ? m_saved->name : QString();
    QMetaObject::invokeMethod(
        this, [this, stays] { select(stays); }, Qt::QueuedConnection); // not while it changes
}

void IntentsPage::select(const QString &name)
{
    const int row = name.isEmpty() ? -1 : m_model.rowOf(name);
    if (row >= 0)
        selectRow(*ui->intentTable, row);
    else
        ui->intentTable->setCurrentIndex({});
}

void IntentsPage::showIntent(const Intent &intent)
{
    m_isShown = true;
    m_saved = intent;
    ui->question->close();
    ui->form->QWidget::show();
    const QString readOnly = mayChange()
        ? QString()
        : tr("Administrators change intents; you are here as %1 and can read them.").arg(text(m_client.actor().role));
    ui->form->show(draftOf(intent), IntentForm::Naming::Fixed, readOnly);
    m_before = ui->form->draft();
    enableButtons();
}

void IntentsPage::begin(const IntentDraft &draft)
{
    m_isShown = true;
    m_saved.reset();
    ui->messageBar->clear();
    ui->question->close(); // it was about another
    ui->form->QWidget::show();
    ui->form->show(draft, IntentForm::Naming::Free, {});
    m_before = {}; // everything is still to be saved
    select({});
    enableButtons();
    ui->form->focusFirst();
}

bool IntentsPage::mayChange() const { return m_client.actor().role == Role::Admin; }

bool IntentsPage::isDirty() const { return m_isShown && ui->form->draft() != m_before; }

void IntentsPage::enableButtons()
{
    const bool dirty = isDirty();
    ui->newButton->setEnabled(mayChange());
    ui->duplicateButton->setEnabled(mayChange() && m_isShown);
    ui->removeIntentButton->setEnabled(mayChange() && m_saved);
    ui->saveButton->setEnabled(dirty);
    ui->revertButton->setEnabled(dirty);
    ui->saveButton->setVisible(mayChange() && m_isShown);
    ui->revertButton->setVisible(mayChange() && m_isShown);
    if (dirty && m_saved)
        ui->laterLabel->set(icon(QStringLiteral("later")), tr("For what is made afterwards; what runs stays as it is"));
    else
        ui->laterLabel->set({}, {});
}

void IntentsPage::setActive(bool active)
{
    m_active = active;
    if (active)
        refresh();
}

void IntentsPage::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

QWidget *IntentsPage::mainView() const { return ui->intentTable; }

void IntentsPage::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    ui->searchEdit->clear();
    ui->intentTable->setFocus();
}

void IntentsPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->intentTable);
    settings.setValue(QStringLiteral("ui/intents/splitter"), ui->splitter->saveState());
}

void IntentsPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->intentTable);
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/intents/splitter"));
}

} // namespace hmsact::console
