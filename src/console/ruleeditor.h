// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rulehistory.h"
#include "console/rulenotes.h"
#include "console/rulestepform.h"
#include "console/ruletrial.h"

#include <QTimer>

namespace Ui {
class RuleEditor;
}

namespace hmsact::console {

class ActionForm;
class EmptyState;
class MessageBar;

// One rule: its fields, the sentence they make, and beside them what the linter remarks, the dry run and what it has fired.
// Judges what is typed as it is typed; saving is left to the page.
class RuleEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleEditor(engine::CoreClient &client, QWidget *parent = nullptr);
    ~RuleEditor() override;

    void show(const domain::Rule &rule); // with an id: as it is saved; without: a new one that begins so
    void clear(); // none is chosen
    void rebase(const domain::Rule &saved); // what is typed stays; it is another that is saved now, or none
    void revert();

    [[nodiscard]] bool hasRule() const { return m_base.has_value(); }
    [[nodiscard]] const domain::Rule &base() const { return *m_base; }
    [[nodiscard]] bool isDirty() const; // something would be lost
    [[nodiscard]] std::optional<domain::Rule> edited() const; // with the id of the base; nullopt: it is no rule yet
    // What is said and asked stands above the row of its buttons, so that neither moves.
    [[nodiscard]] MessageBar &messageBar() const;
    [[nodiscard]] ActionForm &question() const;
    void showRefusal(const std::vector<RuleNote> &notes); // of the core, until something is changed
    void focusFirst(); // what is wrong, else the name

    void setChoices(const RuleChoices &choices);
    void lintAgain(); // the other rules have changed
    void setActive(bool active);
    void refresh(); // something the tabs show may have changed
    void tick();
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

signals:
    void touched(); // what is typed, or what it is compared to
    void saveRequested();
    void revertRequested();
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);

private:
    void buildTabs();
    void judge(); // what is typed
    void lint();
    void showNotes();
    void showStand();
    void showHistory(); // reads only while it is seen
    void jump(const QModelIndex &index);

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::RuleEditor> ui;
    RuleNoteModel m_notes;
    RuleTrial *m_trial;
    RuleHistory *m_history;
    EmptyState *m_nothing; // over all of it
    EmptyState *m_noRemarks;
    std::optional<domain::Rule> m_base;
    std::optional<domain::Rule> m_edited;
    RuleChoices m_choices;
    std::vector<RuleNote> m_errors;
    std::vector<RuleNote> m_remarks;
    QTimer m_typing;
    quint64 m_generation = 0; // of what is linted
    bool m_active = false;
    const bool m_readOnly;
};

} // namespace hmsact::console
