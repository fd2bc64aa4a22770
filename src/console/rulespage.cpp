// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rulespage.h"

#include "console/actionform.h"
#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/ruleeditor.h"
#include "console/ruleform.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/unsaved.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_rulespage.h"

#include <QShortcut>

namespace hmsact::console {

using namespace domain;

static constexpr qint64 lifeEveryMs = 3'000; // what the rules follow changes all the time
static constexpr qint64 lifeAlwaysMs = 30'000; // an engine looks at them without a word

RulesPage::RulesPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::RulesPage>()),
      m_model([&client] { return client.nowMs(); }),
      m_workers(
          client, [this](const WorkerFeed::Answer &answer) { takeWorkers(answer); }, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("rulesPage"));
    m_editor = new RuleEditor(client, this);
    ui->splitter->addWidget(m_editor);
    ui->splitter->setStretchFactor(1, 1);
    ui->splitter->setSizes({200, 560}); // a handful of rules; the fields want the room
    buildTable();
    buildKeys();
    connect(ui->newButton, &QPushButton::clicked, this, [this] {
        Rule rule;
        rule.name = tr("New rule");
        rule.steps = {RuleStep{0, RuleAction::Notify, {}, StepFor::Any, {QStringLiteral("console:supervisor")}}};
        settle([this, rule] { begin(rule); });
    });
    connect(ui->duplicateButton, &QPushButton::clicked, this, &RulesPage::duplicate);
    connect(ui->deleteButton, &QPushButton::clicked, this, &RulesPage::askToRemove);
    connect(m_editor, &RuleEditor::saveRequested, this, [this] { saveEdited(); });
    connect(m_editor, &RuleEditor::revertRequested, this, &RulesPage::revert);
    connect(&m_editor->messageBar(), &MessageBar::actionTriggered, this, &RulesPage::revert);
    connect(m_editor, &RuleEditor::touched, this, [this] {
        m_editor->question().close(); // it was about something else
        enableButtons();
    });
    connect(&m_editor->question(), &ActionForm::closed, this, [this] {
        if (!returnInto(*m_editor))
            m_editor->focusFirst();
    });
    connect(m_editor, &RuleEditor::activityRequested, this, &RulesPage::activityRequested);
    connect(&m_client, &engine::CoreClient::changed, this, &RulesPage::onChanges);
    enableButtons();
}

RulesPage::~RulesPage() = default;

void RulesPage::buildTable()
{
    m_model.setSwitchable(mayChange());
    ui->ruleTable->setModel(&m_model);
    setUpTable(*ui->ruleTable);
    m_empty = new EmptyState(*ui->ruleTable);
    m_empty->say(QStringLiteral("rules"), tr("No rules"),
                 tr("Without a rule nobody is told when something is late. Begin a new one."));
    const int em = fontMetrics().averageCharWidth();
    std::vector<ColumnFit::Share> shares;
    for (const auto &[least, wanted] :
         {std::pair{6, 6}, {11, 11}, {18, 26}, {20, 33}, {14, 24}, {16, 27}, {17, 18}, {20, 36}, {10, 10}, {12, 15}})
        shares.push_back({em * least, em * wanted});
    new ColumnFit(*ui->ruleTable, std::move(shares));
    connect(ui->ruleTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesPage::onCurrentChanged);
    connect(ui->ruleTable, &QTableView::activated, m_editor, &RuleEditor::focusFirst);
    connect(&m_model, &RuleModel::switchRequested, this, &RulesPage::switchRule);
}

void RulesPage::buildKeys()
{
    const QAction &onOff = addKey(*ui->ruleTable, tr("Switch on or off"), Qt::Key_Space);
    connect(&onOff, &QAction::triggered, this, [this] { switchRule(ui->ruleTable->currentIndex().row()); });
    const QAction &remove = addKey(*ui->ruleTable, ui->deleteButton->text(), QKeySequence::Delete);
    connect(&remove, &QAction::triggered, ui->deleteButton, &QPushButton::click);
    auto *save = new QShortcut(QKeySequence::Save, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    save->setAutoRepeat(false);
    connect(save, &QShortcut::activated, this, [this] {
        if (mayChange() && m_editor->hasRule())
            saveEdited();
    });
    pressByKey(*ui->newButton, QKeySequence::New, *this);
}

const Rule *RulesPage::chosen() const { return m_model.rowAt(ui->ruleTable->currentIndex().row()); }

void RulesPage::onChanges(const ChangeSet &changes)
{
    if (changes.rules || changes.overflow)
        read();
    m_moved = m_moved || !changes.tasks.empty() || !changes.activities.empty();
}

void RulesPage::read()
{
    m_again = m_asking || !m_active;
    if (m_again)
        return;
    m_asking = true;
    m_moved = false;
    m_sinceRead.start();
    whenReady(m_client.ask(ListRules{}), this, [this, generation = m_generation](Result<std::vector<Rule>> rules) {
        if (generation != m_generation)
            return;
        m_asking = false;
        m_empty->setReady(true);
        if (rules)
            take(std::move(*rules));
        else
            m_editor->messageBar().say(MessageBar::Kind::Error, text(rules.error()));
        if (m_again)
            read();
    });
}

void RulesPage::take(std::vector<Rule> rules)
{
    std::vector<std::pair<RuleId, int>> versions;
    std::ranges::transform(rules, std::back_inserter(versions),
                           [](const Rule &rule) { return std::pair(rule.id, rule.version); });
    m_quiet = true;
    m_model.merge(std::move(rules));
    m_quiet = false;
    if (std::exchange(m_versions, versions) != versions)
        m_editor->lintAgain();
    ui->countLabel->setText(tr("%Ln rule(s)", nullptr, m_model.rowCount()));
    follow();
    enableButtons();
}

void RulesPage::follow()
{
    if (!m_editor->hasRule())
        return choose(std::max(0, ui->ruleTable->currentIndex().row()));
    if (m_editor->base().id.isNull())
        return;
    const int row = m_model.rowOf(m_model.keyOf(m_editor->base()));
    const Rule *now = m_model.rowAt(row);
    if (!now && m_editor->isDirty())
        return onRemovedMeanwhile();
    if (!now)
        return choose(0);
    if (now->version > m_editor->base().version && !m_editor->isDirty())
        m_editor->show(*now);
    else if (now->version > std::max(m_editor->base().version, m_toldVersion)) {
        m_toldVersion = now->version;
        saySavedMeanwhile(m_editor->messageBar(), now->name);
    }
    markEdited();
}

void RulesPage::takeWorkers(const WorkerFeed::Answer &answer)
{
    if (!answer)
        return; // the fields can still be typed into
    RuleChoices choices;
    for (const WorkerView &view : answer->items) {
        choices.workers << view.worker.id.value;
        choices.skills << view.worker.skills.keys();
        choices.pools << view.worker.pools;
    }
    for (QStringList *list : {&choices.workers, &choices.skills, &choices.pools}) {
        list->removeDuplicates();
        list->sort();
    }
    m_editor->setChoices(choices);
}

void RulesPage::enableButtons()
{
    const bool hasRule = m_editor->hasRule();
    const bool isSaved = hasRule && !m_editor->base().id.isNull();
    ui->newButton->setEnabled(mayChange());
    ui->duplicateButton->setEnabled(mayChange() && isSaved);
    ui->deleteButton->setEnabled(mayChange() && isSaved && !m_editor->base().builtIn);
}

void RulesPage::onCurrentChanged(const QModelIndex &current)
{
    const Rule *rule = m_model.rowAt(current.row());
    if (m_quiet || !rule || (m_editor->hasRule() && m_editor->base().id == rule->id))
        return;
    if (!m_editor->isDirty())
        return choose(current.row());
    // Only when the view is done with the click or the key.
    QMetaObject::invokeMethod(this, &RulesPage::markEdited, Qt::QueuedConnection);
    settle([this, id = rule->id] {
        Rule wanted;
        wanted.id = id;
        choose(m_model.rowOf(m_model.keyOf(wanted)));
    });
}

void RulesPage::choose(int row)
{
    m_toldVersion = 0;
    const Rule *rule = m_model.rowAt(std::min(row, m_model.rowCount() - 1));
    if (rule)
        m_editor->show(*rule);
    else
        m_editor->clear();
    markEdited();
    enableButtons();
}

void RulesPage::markEdited()
{
    const int row = m_editor->hasRule() ? m_model.rowOf(m_model.keyOf(m_editor->base())) : -1;
    if (row == ui->ruleTable->currentIndex().row())
        return;
    m_quiet = true;
    if (row >= 0) {
        selectRow(*ui->ruleTable, row);
        QMetaObject::invokeMethod( // the table does not know yet how far it reaches
            this, [this] { ui->ruleTable->scrollTo(ui->ruleTable->currentIndex()); }, Qt::QueuedConnection);
    } else {
        ui->ruleTable->clearSelection();
        ui->ruleTable->setCurrentIndex({});
    }
    m_quiet = false;
}

void RulesPage::settle(Then then)
{
    if (!m_editor->isDirty())
        return then();
    askToSettle(
        m_editor->question(), m_editor->base().id.isNull() ? QString() : m_editor->base().name,
        tr("The new rule is not saved"), [this] { revert(); }, [this](const Then &next) { saveEdited(next); }, then);
}

void RulesPage::revert()
{
    m_editor->messageBar().clear();
    m_editor->revert();
    follow();
}

void RulesPage::begin(const Rule &rule)
{
    m_toldVersion = 0;
    m_editor->show(rule);
    markEdited();
    enableButtons();
    m_editor->focusFirst();
}

void RulesPage::duplicate()
{
    settle([this] {
        Rule copy = m_editor->base();
        copy.id = {};
        copy.version = 0;
        copy.builtIn = false;
        copy.name = tr("%1 (copy)").arg(copy.name);
        begin(copy);
    });
}

void RulesPage::switchRule(int row)
{
    const Rule *rule = m_model.rowAt(row);
    if (!rule || !mayChange())
        return;
    if (m_editor->isDirty() && m_editor->base().id == rule->id) {
        m_editor->messageBar().say(MessageBar::Kind::Error,
                                   tr("Save or revert what you changed in “%1” first.").arg(rule->name));
        return;
    }
    Rule changed = *rule;
    changed.enabled = !changed.enabled;
    send(changed, rule->id, rule->version, {});
}

void RulesPage::setActive(bool active)
{
    m_active = active;
    m_workers.setActive(active);
    m_editor->setActive(active);
    if (active)
        refresh();
}

void RulesPage::refresh()
{
    read();
    m_workers.refresh();
    m_editor->refresh();
}

void RulesPage::tick()
{
    ui->ruleTable->viewport()->update();
    m_editor->tick();
    const qint64 ageMs = m_sinceRead.elapsed();
    if ((m_moved && ageMs > lifeEveryMs) || ageMs > lifeAlwaysMs) {
        read();
        m_editor->refresh();
    }
}

void RulesPage::back()
{
    if (m_editor->question().isOpen())
        return m_editor->question().cancel();
    ui->ruleTable->setFocus();
}

void RulesPage::leave(Then then) { settle(std::move(then)); }

QWidget *RulesPage::mainView() const { return ui->ruleTable; }

void RulesPage::save(QSettings &settings) const
{
    saveTable(settings, *ui->ruleTable);
    settings.setValue(QStringLiteral("ui/rules/splitter"), ui->splitter->saveState());
    m_editor->save(settings);
}

void RulesPage::restore(QSettings &settings)
{
    restoreTable(settings, *ui->ruleTable);
    restoreSplitter(*ui->splitter, settings, QStringLiteral("ui/rules/splitter"));
    m_editor->restore(settings);
}

} // namespace hmsact::console
