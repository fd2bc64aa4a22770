// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/messagebar.h"
#include "console/ruleeditor.h"
#include "console/rulespage.h"
#include "console/unsaved.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_rulespage.h"

// What the page of rules tells the core, and what becomes of it.
namespace hmsact::console {

using namespace domain;

void RulesPage::saveEdited(Then then)
{
    const std::optional<Rule> edited = m_editor->edited();
    if (!edited)
        return m_editor->focusFirst();
    const Rule &base = m_editor->base();
    send(*edited, base.id, base.id.isNull() ? 0 : base.version, std::move(then));
}

void RulesPage::send(const Rule &rule, RuleId existing, int knownVersion, Then then)
{
    whenReady(m_client.send(SaveRule{rule, existing, knownVersion}), this,
              [this, rule, existing, then = std::move(then)](Result<Rule> saved) {
                  if (!saved)
                      return onRefused(saved.error(), rule, then);
                  if (m_editor->hasRule() && m_editor->base().id == existing)
                      onSaved(rule, *saved);
                  m_editor->messageBar().say(
                      MessageBar::Kind::Confirmation,
                      saved->enabled ? tr("“%1” is saved as version %2.").arg(saved->name, QString::number(saved->version))
                                     : tr("“%1” is saved as version %2. It is switched off.")
                                           .arg(saved->name, QString::number(saved->version)));
                  ++m_generation;
                  m_asking = false;
                  if (then)
                      settle(then); // unless something was typed meanwhile
                  read();
              });
}

// What was typed while it was on its way stays.
void RulesPage::onSaved(const Rule &sent, const Rule &saved)
{
    const std::optional<Rule> now = m_editor->edited();
    if (now && bodyOf(*now) == bodyOf(sent))
        m_editor->show(saved);
    else if (m_editor->isDirty())
        m_editor->rebase(saved);
    else
        m_editor->show(saved); // it was switched on or off in the list
}

void RulesPage::onRefused(const Error &error, const Rule &rule, Then then)
{
    read();
    const bool isEdited = m_editor->hasRule() && m_editor->base().id == rule.id;
    if (isEdited && !error.fields.empty())
        return m_editor->showRefusal(notesOf(error));
    if (error.code != ErrorCode::Conflict && error.code != ErrorCode::NotFound) {
        m_editor->messageBar().say(MessageBar::Kind::Error, text(error));
        return;
    }
    if (!isEdited || rule.id.isNull()) { // a switch in the list; or a name that is taken
        m_editor->messageBar().say(MessageBar::Kind::Error, text(error));
        if (isEdited)
            m_editor->showRefusal({{RuleNote::Kind::Error, QStringLiteral("/name"), text(error)}});
        return;
    }
    whenReady(m_client.ask(GetRule{rule.id}), this, [this, error, rule, then = std::move(then)](Result<Rule> theirs) {
        if (theirs && theirs->version > m_editor->base().version)
            return onAnotherVersion(*theirs, rule, then);
        if (!theirs && theirs.error().code == ErrorCode::NotFound)
            return onRemovedMeanwhile();
        m_editor->messageBar().say(MessageBar::Kind::Error, text(error));
        if (theirs)
            m_editor->showRefusal({{RuleNote::Kind::Error, QStringLiteral("/name"), text(error)}});
    });
}

void RulesPage::onAnotherVersion(const Rule &theirs, const Rule &mine, Then then)
{
    m_toldVersion = theirs.version;
    askWhichToKeep(
        m_editor->question(), theirs.name, theirs.version,
        [this, theirs, mine, then] { send(mine, theirs.id, theirs.version, then); },
        [this, theirs] { m_editor->show(theirs); });
}

void RulesPage::onRemovedMeanwhile()
{
    Rule anew = m_editor->base();
    anew.id = {};
    anew.builtIn = false;
    m_editor->rebase(anew);
    markEdited();
    enableButtons();
    sayRemovedMeanwhile(m_editor->messageBar(), anew.name);
}

void RulesPage::askToRemove()
{
    const Rule &rule = m_editor->base();
    m_editor->question().ask(tr("Remove the rule “%1”?").arg(rule.name),
                             tr("Nobody is told by it any more; what it has done stays on the record."), tr("Remove"),
                             [this, id = rule.id] { remove(id); });
}

void RulesPage::remove(RuleId id)
{
    whenReady(m_client.send(RemoveRule{id}), this, [this, id](Result<Done> done) {
        if (!done) {
            m_editor->messageBar().say(MessageBar::Kind::Error, text(done.error()));
            return read();
        }
        m_editor->messageBar().say(MessageBar::Kind::Confirmation, tr("The rule is removed."));
        ++m_generation;
        m_asking = false;
        if (m_editor->hasRule() && m_editor->base().id == id)
            m_editor->clear(); // the next one in its row is chosen
        read();
        ui->ruleTable->setFocus();
    });
}

} // namespace hmsact::console
