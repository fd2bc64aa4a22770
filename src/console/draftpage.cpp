// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/draftpage.h"

#include "console/calendarspage.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/intentspage.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/unsaved.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_calendarspage.h"
#include "ui_intentspage.h"

#include <QCoreApplication>

namespace hmsact::console {

using namespace domain;

// For what must not exist yet: nothing that is stored ever has this version.
static constexpr int noVersion = std::numeric_limits<int>::max();

template <class Kind>
using FormOf = std::remove_pointer_t<decltype(Kind::Ui::form)>;

static QString say(const char *words) { return QCoreApplication::translate("DraftPage", words); }

template <class Kind>
DraftPage<Kind>::DraftPage(engine::CoreClient &client, std::unique_ptr<Model> model, QWidget *parent)
    : Page(parent), m_client(client), ui(std::make_unique<typename Kind::Ui>()), m_model(std::move(model))
{
    ui->setupUi(this);
}

template <class Kind>
DraftPage<Kind>::~DraftPage() = default;

template <class Kind>
void DraftPage<Kind>::build(QTableView &table, QAbstractButton &removeButton, Words words, std::function<Draft()> newDraft)
{
    m_table = &table;
    m_removeButton = &removeButton;
    m_words = std::move(words);
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    table.setModel(m_model.get());
    setUpTable(table);
    m_empty = new EmptyState(table);
    connectParts(std::move(newDraft));
    showStand();
}

template <class Kind>
void DraftPage<Kind>::connectParts(std::function<Draft()> newDraft)
{
    connect(ui->searchEdit, &QLineEdit::textChanged, this, &DraftPage::showFiltered);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DraftPage::onChosen);
    connect(m_table, &QTableView::activated, this, [this] { ui->form->focusFirst(); });
    connect(ui->form, &FormOf<Kind>::edited, this, &DraftPage::edited);
    connect(ui->saveButton, &QPushButton::clicked, this, [this] { trySaving(); });
    connect(ui->revertButton, &QPushButton::clicked, this, &DraftPage::revert);
    connect(ui->newButton, &QPushButton::clicked, this,
            [this, newDraft = std::move(newDraft)] { leave([this, newDraft] { begin(newDraft()); }); });
    connect(ui->duplicateButton, &QPushButton::clicked, this, [this] {
        leave([this] {
            Draft copy = ui->form->draft();
            copy.name = m_words.copy.arg(copy.name);
            begin(copy);
        });
    });
    connect(m_removeButton, &QAbstractButton::clicked, this, [this] {
        ui->question->ask(m_words.remove.arg(m_saved->name), m_words.whatRemovingMeans,
                          say(QT_TRANSLATE_NOOP("DraftPage", "Remove")), [this, name = m_saved->name] { remove(name); });
    });
    connect(ui->question, &ActionForm::closed, this, [this] {
        if (!returnInto(*ui->form))
            ui->form->focusFirst();
    });
    connect(ui->messageBar, &MessageBar::actionTriggered, this, &DraftPage::revert);
    pressByKey(*ui->saveButton, QKeySequence::Save, *this);
    pressByKey(*ui->newButton, QKeySequence::New, *this);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (m_active && (changes.*Kind::changed || changes.overflow))
            refresh();
    });
}

template <class Kind>
void DraftPage<Kind>::refresh()
{
    whenReady(m_client.ask(typename Kind::List{}), this, [this, generation = m_generation](Result<std::vector<Item>> all) {
        if (generation == m_generation)
            take(std::move(all));
    });
}

template <class Kind>
void DraftPage<Kind>::take(Result<std::vector<Item>> all)
{
    if (!all)
        return ui->messageBar->say(MessageBar::Kind::Error, text(all.error()));
    m_all = std::move(*all);
    m_empty->setReady(true);
    showFiltered();
    if (m_saved)
        follow();
}

template <class Kind>
void DraftPage<Kind>::showFiltered()
{
    m_isFiltering = true;
    showRows(ui->searchEdit->text().trimmed());
    m_isFiltering = false;
    if (!m_isShown)
        selectRow(*m_table, std::min(Kind::firstRow, m_model->rowCount() - 1));
    else if (m_saved)
        select(m_saved->name);
    ui->form->setVisible(m_isShown);
    showStand();
}

template <class Kind>
auto DraftPage<Kind>::findItem(const QString &name) const -> const Item *
{
    const auto found = std::ranges::find(m_all, name, &Item::name);
    return found == m_all.end() ? nullptr : &*found;
}

// What somebody else did is shown at once, but never over what is being typed here.
template <class Kind>
void DraftPage<Kind>::follow()
{
    const Item *now = findItem(m_saved->name);
    if (!now)
        return isDirty() ? onRemoved() : forget();
    if (now->version == m_saved->version)
        return;
    if (!isDirty())
        return showItem(*now);
    if (std::exchange(m_toldVersion, now->version) != now->version)
        saySavedMeanwhile(*ui->messageBar, m_saved->name);
}

template <class Kind>
void DraftPage<Kind>::onChosen()
{
    const auto *row = m_model->rowAt(m_table->currentIndex().row());
    const Item *item = row ? findItem(m_model->keyOf(*row)) : nullptr;
    if (!item || (m_saved && m_saved->name == item->name))
        return;
    if (!isDirty())
        return showItem(*item);
    if (m_isFiltering)
        return;
    leave([this, name = item->name] { select(name); });
    const QString stays = m_saved ? m_saved->name : QString();
    QMetaObject::invokeMethod(
        this, [this, stays] { select(stays); }, Qt::QueuedConnection); // not while it changes
}

template <class Kind>
void DraftPage<Kind>::select(const QString &name)
{
    selectRow(*m_table, name.isEmpty() ? -1 : m_model->rowOf(name));
}

template <class Kind>
void DraftPage<Kind>::showItem(const Item &item)
{
    m_isShown = true;
    m_saved = item;
    m_toldVersion = 0;
    ++m_turn;
    ui->question->close();
    ui->form->setVisible(true);
    ui->form->show(draftOf(item), FormOf<Kind>::Naming::Fixed, whyReadOnly(item.name));
    m_before = ui->form->draft();
    showStand();
    shown();
}

template <class Kind>
void DraftPage<Kind>::begin(const Draft &draft)
{
    m_isShown = true;
    m_saved.reset();
    m_toldVersion = 0;
    ++m_turn;
    ui->messageBar->clear();
    ui->question->close(); // it was about another
    ui->form->setVisible(true);
    ui->form->show(draft, FormOf<Kind>::Naming::Free, {});
    m_before = {}; // everything is still to be saved
    select({});
    showStand();
    shown();
    ui->form->focusFirst();
}

template <class Kind>
void DraftPage<Kind>::forget()
{
    m_saved.reset();
    m_isShown = false;
    showFiltered();
}

template <class Kind>
void DraftPage<Kind>::onRemoved()
{
    sayRemovedMeanwhile(*ui->messageBar, m_saved->name);
    ui->form->setNaming(FormOf<Kind>::Naming::Free, m_saved->name);
    m_saved.reset();
    m_before = {};
    showStand();
}

template <class Kind>
void DraftPage<Kind>::edited()
{
    if (ui->messageBar->kind() != MessageBar::Kind::Alert) // that one is still so
        ui->messageBar->clear();
    ui->question->close(); // it was about something else
    showStand();
}

template <class Kind>
void DraftPage<Kind>::leave(std::function<void()> then)
{
    if (!isDirty())
        return then();
    askToSettle(
        *ui->question, m_saved ? m_saved->name : QString(), m_words.newIsNotSaved, [this] { revert(); },
        [this](const Then &next) { trySaving(next); }, then);
}

template <class Kind>
void DraftPage<Kind>::revert()
{
    ui->messageBar->clear();
    if (!m_saved) // a new one
        return forget();
    const Item *now = findItem(m_saved->name);
    showItem(now ? *now : Item(*m_saved));
}

template <class Kind>
void DraftPage<Kind>::trySaving(const Then &then)
{
    auto item = ui->form->check(Wanted::Now);
    if (item && !m_saved && findItem(item->name)) {
        item = invalidField(QStringLiteral("/name"), m_words.nameIsTaken);
        ui->form->complain(item.error());
    }
    if (!item)
        return ui->form->focusFirst();
    sayBefore(*item, [this, item = *item, then] { send(item, then); });
}

template <class Kind>
void DraftPage<Kind>::send(const Item &item, const Then &then)
{
    const typename Kind::Save command{item, m_saved.has_value(), m_saved ? m_saved->version : noVersion};
    whenReady(m_client.send(command), this, [this, item, then, turn = m_turn](Result<Item> saved) {
        if (!saved) {
            if (saved.error().code == ErrorCode::Conflict && m_saved && turn == m_turn)
                return onOvertaken(item, then);
            if (turn == m_turn)
                ui->form->complain(saved.error());
            return ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()));
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            say(QT_TRANSLATE_NOOP("DraftPage", "“%1” is saved.")).arg(saved->name));
        if (turn == m_turn)
            onSaved(*saved, item);
        ++m_generation;
        if (then)
            leave(then); // unless something was typed meanwhile
        refresh();
    });
}

// Looks at what is stored by now: follow() tells of what was removed.
template <class Kind>
void DraftPage<Kind>::onOvertaken(const Item &mine, const Then &then)
{
    whenReady(m_client.ask(typename Kind::List{}), this, [this, mine, then, turn = m_turn](Result<std::vector<Item>> all) {
        take(std::move(all));
        const Item *now = m_saved && turn == m_turn ? findItem(m_saved->name) : nullptr;
        if (!now || now->version == m_saved->version)
            return;
        ui->messageBar->clear(); // it is asked instead
        const auto saveMine = [this, mine, then, theirs = *now] {
            m_saved = theirs;
            m_before = draftOf(theirs);
            send(mine, then);
        };
        askWhichToKeep(*ui->question, now->name, now->version, saveMine, [this] { revert(); });
    });
}

// What was typed while it was on its way stays.
template <class Kind>
void DraftPage<Kind>::onSaved(const Item &saved, const Item &sent)
{
    const auto now = Kind::itemOf(ui->form->draft());
    m_saved = saved;
    m_before = now && *now == sent ? ui->form->draft() : draftOf(saved);
    if (!isDirty())
        return showItem(saved);
    ui->form->setNaming(FormOf<Kind>::Naming::Fixed, saved.name);
    showStand();
}

template <class Kind>
void DraftPage<Kind>::remove(const QString &name)
{
    m_table->setFocus();
    whenReady(m_client.send(typename Kind::Remove{name}), this, [this, name](Result<Done> removed) {
        if (!removed)
            return ui->messageBar->say(MessageBar::Kind::Error, text(removed.error()));
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            say(QT_TRANSLATE_NOOP("DraftPage", "“%1” is removed.")).arg(name));
        if (m_saved && m_saved->name == name) {
            m_saved.reset();
            m_isShown = false;
        }
        ++m_generation;
        refresh();
    });
}

template <class Kind>
bool DraftPage<Kind>::isDirty() const
{
    return m_isShown && ui->form->draft() != m_before;
}

template <class Kind>
void DraftPage<Kind>::showStand()
{
    const bool isOwn = m_isShown && (!m_saved || whyReadOnly(m_saved->name).isEmpty());
    const bool dirty = isDirty();
    ui->newButton->setEnabled(mayChange());
    ui->duplicateButton->setEnabled(mayChange() && m_isShown);
    m_removeButton->setEnabled(isOwn && m_saved);
    enable(*ui->saveButton, dirty, *ui->form, *m_table);
    enable(*ui->revertButton, dirty, *ui->form, *m_table);
    ui->saveButton->setVisible(isOwn);
    ui->revertButton->setVisible(isOwn);
}

template <class Kind>
void DraftPage<Kind>::setActive(bool active)
{
    m_active = active;
    if (active)
        refresh();
}

template <class Kind>
void DraftPage<Kind>::find()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

template <class Kind>
void DraftPage<Kind>::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    ui->searchEdit->clear();
    m_table->setFocus();
}

template <class Kind>
void DraftPage<Kind>::save(QSettings &settings) const
{
    saveTable(settings, *m_table);
    settings.setValue(QLatin1String(Kind::splitterKey), ui->splitter->saveState());
}

template <class Kind>
void DraftPage<Kind>::restore(QSettings &settings)
{
    restoreTable(settings, *m_table);
    restoreSplitter(*ui->splitter, settings, QLatin1String(Kind::splitterKey));
}

template class DraftPage<IntentKind>;
template class DraftPage<CalendarKind>;

} // namespace hmsact::console
