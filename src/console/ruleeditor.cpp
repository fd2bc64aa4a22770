// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruleeditor.h"

#include "console/actionform.h"
#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/palette.h"
#include "console/ruleform.h"
#include "console/ruletext.h"
#include "console/signlabel.h"
#include "console/splitters.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_ruleeditor.h"

#include <QHeaderView>
#include <QLocale>
#include <QStyledItemDelegate>

namespace hmsact::console {

using namespace domain;

static constexpr int typingPauseMs = 300; // then the linter is asked

namespace {

// Lines that are wrapped do not touch those of the next row.
class RoomyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 10);
    }
};

} // namespace

RuleEditor::RuleEditor(engine::CoreClient &client, QWidget *parent)
    : QWidget(parent), m_client(client), ui(std::make_unique<Ui::RuleEditor>()),
      m_readOnly(client.actor().role < Role::Admin)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("ruleEditor"));
    buildTabs();
    QFont large = ui->sentenceLabel->font();
    large.setPointSizeF(large.pointSizeF() * 1.1);
    ui->sentenceLabel->setFont(large);
    ui->sentenceLabel->setLines(2); // or the fields below would move while one types
    ui->whyReadOnlyLabel->setVisible(m_readOnly);
    ui->whyReadOnlyLabel->setText(
        tr("Only an administrator may change rules; you are here as %1.").arg(text(client.actor().role)));
    if (m_readOnly)
        ui->form->setReadOnly();
    m_nothing = new EmptyState(*this);
    m_nothing->say(QStringLiteral("rules"), tr("No rule chosen"), tr("Choose a rule in the list, or begin a new one."));
    ui->messageBar->raise();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &RuleEditor::lint);
    connect(ui->form, &RuleForm::edited, this, &RuleEditor::judge);
    connect(ui->saveButton, &QPushButton::clicked, this, &RuleEditor::saveRequested);
    connect(ui->revertButton, &QPushButton::clicked, this, &RuleEditor::revertRequested);
    clear();
}

RuleEditor::~RuleEditor() = default;

MessageBar &RuleEditor::messageBar() const { return *ui->messageBar; }

ActionForm &RuleEditor::question() const { return *ui->question; }

void RuleEditor::buildTabs()
{
    ui->insightTabs->setAccessibleName(tr("About the rule"));
    ui->remarkTable->setModel(&m_notes);
    setUpTable(*ui->remarkTable);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->remarkTable, {{16 * em, 18 * em}, {16 * em, 18 * em}, {26 * em, 80 * em}});
    ui->remarkTable->setWordWrap(true);
    ui->remarkTable->setItemDelegate(new RoomyDelegate(this));
    ui->remarkTable->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_noRemarks = new EmptyState(*ui->remarkTable);
    m_noRemarks->say(QStringLiteral("completed"), tr("Nothing to remark"),
                     tr("Pools, skills, addresses and steps fit together."));
    connect(ui->remarkTable, &QTableView::activated, this, &RuleEditor::jump);
    connect(ui->remarkTable, &QTableView::clicked, this, &RuleEditor::jump);
    m_trial = new RuleTrial(m_client, this);
    m_history = new RuleHistory(m_client, this);
    ui->insightTabs->addTab(m_trial, tr("Dry run"));
    ui->insightTabs->addTab(m_history, tr("Firings"));
    ui->editorSplitter->setStretchFactor(0, 3);
    ui->editorSplitter->setStretchFactor(1, 2);
    connect(ui->insightTabs, &QTabWidget::currentChanged, this, &RuleEditor::showHistory);
    connect(m_trial, &RuleTrial::activityRequested, this, &RuleEditor::activityRequested);
    connect(m_history, &RuleHistory::activityRequested, this, &RuleEditor::activityRequested);
}

void RuleEditor::show(const Rule &rule)
{
    const bool isAnother = !m_base || m_base->id != rule.id || rule.id.isNull();
    m_base = rule;
    m_remarks.clear();
    m_nothing->setVisible(false);
    ui->editorSplitter->show();
    ui->form->show(rule, m_client.nowMs());
    if (isAnother)
        m_trial->forget();
    m_history->show(rule.id);
    judge();
}

void RuleEditor::clear()
{
    m_base.reset();
    m_edited.reset();
    m_typing.stop();
    ++m_generation;
    ui->editorSplitter->hide(); // so that the keys do not reach it
    ui->saveButton->setEnabled(false);
    ui->revertButton->setEnabled(false);
    m_nothing->setVisible(true);
}

void RuleEditor::rebase(const Rule &saved)
{
    m_base = saved;
    m_history->show(saved.id);
    judge();
}

void RuleEditor::revert()
{
    if (m_base)
        show(m_base.value());
}

// As it would be saved: another way to write the same is no change.
bool RuleEditor::isDirty() const { return m_base && (!m_edited || bodyOf(*m_edited) != bodyOf(*m_base)); }

std::optional<Rule> RuleEditor::edited() const { return m_edited; }

void RuleEditor::judge()
{
    Result<Rule> read = ruleFrom(ui->form->body());
    m_edited = read ? std::optional(*read) : std::nullopt;
    m_errors = read ? std::vector<RuleNote>() : notesOf(read.error());
    if (m_edited)
        m_edited->id = m_base->id;
    else
        m_remarks.clear();
    ui->sentenceLabel->setWords(m_edited ? sentenceOf(*m_edited, m_client.nowMs())
                                         : tr("This is no rule yet: see the fields that are marked."));
    m_trial->setRule(m_edited,
                     m_base->id.isNull() ? RuleTrial::Standing::New
                         : isDirty()     ? RuleTrial::Standing::Edited
                                         : RuleTrial::Standing::Saved);
    ++m_generation;
    m_typing.start();
    showNotes();
    showStand();
    emit touched();
}

void RuleEditor::lint()
{
    if (!m_edited || !m_active)
        return;
    whenReady(m_client.ask(LintRule{{{}, *m_edited}}), this,
              [this, generation = m_generation](Result<std::vector<Remark>> found) {
                  if (generation != m_generation)
                      return; // something else is typed by now
                  m_remarks = found ? notesOf(*found) : notesOf(found.error());
                  showNotes();
              });
}

void RuleEditor::showNotes()
{
    std::vector<RuleNote> notes = m_errors;
    std::ranges::copy(m_remarks, std::back_inserter(notes));
    ui->form->setNotes(notes);
    m_noRemarks->setReady(notes.empty() && !m_typing.isActive());
    ui->insightTabs->setTabText(
        0, notes.empty() ? tr("Remarks") : tr("Remarks (%1)").arg(QLocale().toString(int(notes.size()))));
    m_notes.merge(std::move(notes));
}

void RuleEditor::showRefusal(const std::vector<RuleNote> &notes)
{
    m_errors = notes;
    showNotes();
    focusFirst();
}

void RuleEditor::showStand()
{
    const bool isNew = m_base->id.isNull();
    if (m_readOnly || (!isNew && !isDirty()))
        ui->standLabel->set(icon(QStringLiteral("completed")), tr("Saved as version %1").arg(m_base->version));
    else
        ui->standLabel->set(icon(QStringLiteral("comment")), isNew ? tr("New, not saved yet") : tr("Changed, not saved yet"),
                            true);
    enable(*ui->saveButton, !m_readOnly && m_edited && (isNew || isDirty()), *ui->form, *ui->insightTabs);
    enable(*ui->revertButton, !m_readOnly && isDirty(), *ui->form, *ui->insightTabs);
}

void RuleEditor::jump(const QModelIndex &index)
{
    if (const RuleNote *note = m_notes.rowAt(index.row()))
        ui->form->focusPlace(note->pointer);
}

void RuleEditor::focusFirst()
{
    ui->form->focusPlace(m_errors.empty() ? QStringLiteral("/name") : m_errors.front().pointer);
}

void RuleEditor::setChoices(const RuleChoices &choices)
{
    if (choices == m_choices)
        return; // a sign of life, which comes all the time
    m_choices = choices;
    ui->form->setChoices(choices);
    lintAgain(); // who is there, is what the linter looks at
}

void RuleEditor::lintAgain()
{
    if (m_base)
        m_typing.start();
}

void RuleEditor::setActive(bool active)
{
    if (active && !std::exchange(m_active, active))
        lintAgain();
    m_active = active;
    showHistory();
}

void RuleEditor::showHistory() { m_history->setActive(m_active && m_base && ui->insightTabs->currentWidget() == m_history); }

void RuleEditor::refresh() { m_history->refresh(); }

void RuleEditor::tick() { m_history->tick(); }

void RuleEditor::save(QSettings &settings) const
{
    saveTable(settings, *ui->remarkTable);
    m_trial->save(settings);
    m_history->save(settings);
    settings.setValue(QStringLiteral("ui/rules/editorSplitter"), ui->editorSplitter->saveState());
}

void RuleEditor::restore(QSettings &settings)
{
    restoreTable(settings, *ui->remarkTable);
    m_trial->restore(settings);
    m_history->restore(settings);
    restoreSplitter(*ui->editorSplitter, settings, QStringLiteral("ui/rules/editorSplitter"));
}

} // namespace hmsact::console
