// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarspage.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_calendarspage.h"

// Saving, what it would do, and what is asked before something is lost.
namespace hmsact::console {

using namespace domain;

namespace {

// For a calendar that must not exist yet: no saved one ever has this version.
constexpr int noVersion = std::numeric_limits<int>::max();

QString effectText(const CalendarEffect &effect)
{
    const QString clocks =
        effect.complete ? QString::number(effect.clocks) : CalendarsPage::tr("the first %1").arg(effect.clocks);
    if (effect.breached > 0)
        return CalendarsPage::tr("%1 of %2 due times move, %3 become breached at once")
            .arg(effect.moved)
            .arg(clocks)
            .arg(effect.breached);
    return CalendarsPage::tr("%1 of %2 due times move").arg(effect.moved).arg(clocks);
}

} // namespace

void CalendarsPage::edited()
{
    ui->messageBar->clear();
    ui->question->close(); // it was about something else
    if (!calendarOf(ui->form->draft()))
        ui->effectLabel->set({}, {}); // and so was that
    enableButtons();
    m_typing.start();
}

void CalendarsPage::preview()
{
    m_typing.stop();
    const auto calendar = calendarOf(ui->form->draft());
    const quint64 mine = ++m_previews;
    ui->effectLabel->set({}, {});
    if (!calendar || isBuiltIn(calendar->name))
        return;
    whenReady(m_client.ask(PreviewCalendar{*calendar}), this, [this, mine](Result<CalendarEffect> effect) {
        if (mine != m_previews || !effect)
            return;
        if (!isDirty())
            ui->effectLabel->set(icon(QStringLiteral("refresh")), tr("%Ln clock(s) run by it", nullptr, effect->clocks));
        else if (effect->moved == 0)
            ui->effectLabel->set(slaIcon(SlaState::Met), tr("Saving it moves no due time"));
        else
            ui->effectLabel->set(slaIcon(effect->breached > 0 ? SlaState::Breached : SlaState::DueSoon),
                                 tr("If it is saved: %1").arg(effectText(*effect)), effect->breached > 0);
    });
}

void CalendarsPage::leave(std::function<void()> then)
{
    if (!isDirty())
        return then();
    ui->question->askToDiscard(ui->form->draft().name.trimmed(), tr("The new calendar is not saved"),
                               [this, then = std::move(then)] {
                                   revert();
                                   then();
                               });
}

void CalendarsPage::revert()
{
    ui->messageBar->clear();
    if (!m_saved) { // a new one: back to the list
        m_isShown = false;
        return showFiltered();
    }
    const auto now = std::ranges::find(m_all, m_saved->name, [](const CalendarRow &row) { return row.calendar.name; });
    showCalendar(now == m_all.end() ? *m_saved : now->calendar);
}

void CalendarsPage::trySaving()
{
    if (!isDirty())
        return;
    auto calendar = ui->form->check(CalendarForm::Asked::Yes);
    const auto isTaken = [&](const CalendarRow &row) {
        return row.calendar.name == calendar->name;
    };
    if (calendar && !m_saved && std::ranges::any_of(m_all, isTaken)) {
        calendar =
            invalidField(QStringLiteral("/name"), QT_TRANSLATE_NOOP("Error", "there is a calendar of that name already"));
        ui->form->complain(calendar.error());
    }
    if (!calendar)
        return ui->form->focusFirst();
    whenReady(m_client.ask(PreviewCalendar{*calendar}), this, [this, calendar = *calendar](Result<CalendarEffect> effect) {
        if (effect && effect->moved == 0)
            return send(calendar);
        if (effect)
            ui->question->ask(effectText(*effect), tr("They follow at once, and rules act on what is breached then."),
                              tr("Save it"), [this, calendar] { send(calendar); });
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(effect.error()));
    });
}

void CalendarsPage::send(const Calendar &calendar)
{
    const SaveCalendar command{calendar, m_saved.has_value(), m_saved ? m_saved->version : noVersion};
    whenReady(m_client.send(command), this, [this](Result<Calendar> saved) {
        if (!saved) {
            ui->form->complain(saved.error());
            const bool isOld = saved.error().code == ErrorCode::Conflict && m_saved;
            ui->messageBar->say(MessageBar::Kind::Error, text(saved.error()),
                                isOld ? tr("Drop mine and show it") : QString());
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("“%1” is saved.").arg(saved->name));
        showCalendar(*saved);
        refresh();
    });
}

void CalendarsPage::remove(const QString &name)
{
    whenReady(m_client.send(RemoveCalendar{name}), this, [this, name](Result<Done> removed) {
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
