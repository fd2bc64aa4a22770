// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentspage.h"
#include "console/messagebar.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_intentspage.h"

// Saving, and what is asked before something is lost.
namespace hmsact::console {

using namespace domain;

// For an intent that must not exist yet: no saved one ever has this version.
static constexpr int noSavedVersion = std::numeric_limits<int>::max();

void IntentsPage::edited()
{
    ui->messageBar->clear();
    ui->question->close(); // it was about something else
    enableButtons();
}

void IntentsPage::leave(std::function<void()> then)
{
    if (!isDirty())
        return then();
    ui->question->askToDiscard(ui->form->draft().name.trimmed(), tr("The new intent is not saved"),
                               [this, then = std::move(then)] {
                                   revert();
                                   then();
                               });
}

void IntentsPage::revert()
{
    ui->messageBar->clear();
    if (!m_saved) { // a new one: back to the list
        m_isShown = false;
        return showFiltered();
    }
    const Intent *now = findIntent(m_saved->name);
    showIntent(now ? *now : Intent(*m_saved));
}

void IntentsPage::trySaving()
{
    if (!isDirty())
        return;
    auto intent = ui->form->check(Wanted::Now);
    if (intent && !m_saved && findIntent(intent->name)) {
        intent =
            invalidField(QStringLiteral("/name"), QT_TRANSLATE_NOOP("Error", "there is an intent of that name already"));
        ui->form->complain(intent.error());
    }
    if (!intent)
        return ui->form->focusFirst();
    const SaveIntent command{*intent, m_saved.has_value(), m_saved ? m_saved->version : noSavedVersion};
    whenReady(m_client.send(command), this, [this](Result<Intent> saved) {
        if (!saved) {
            ui->form->complain(saved.error());
            const bool isOld = saved.error().code == ErrorCode::Conflict && m_saved;
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()),
                                isOld ? tr("Drop mine and show it") : QString());
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("“%1” is saved.").arg(saved->name));
        showIntent(*saved);
        refresh();
    });
}

void IntentsPage::remove(const QString &name)
{
    whenReady(m_client.send(RemoveIntent{name}), this, [this, name](Result<Done> removed) {
        if (!removed) {
            ui->messageBar->say(MessageBar::Kind::Error, text(removed.error()));
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("“%1” is removed.").arg(name));
        if (m_saved && m_saved->name == name) {
            m_saved.reset();
            m_isShown = false;
        }
        refresh();
    });
}

} // namespace hmsact::console
