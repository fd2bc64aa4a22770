// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarspage.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_calendarspage.h"

#include <QLocale>

namespace hmsact::console {

using namespace domain;

CalendarsPage::CalendarsPage(engine::CoreClient &client, QWidget *parent)
    : DraftPage(client, std::make_unique<CalendarModel>([&client] { return client.nowMs(); }), parent),
      m_workers(
          client, [this](const WorkerFeed::Answer &answer) { countWorkers(answer); }, this)
{
    setObjectName(QStringLiteral("calendarsPage"));
    ui->form->setClock([&client] { return client.nowMs(); });
    build(*ui->calendarTable, *ui->removeCalendarButton,
          {tr("The new calendar is not saved"), tr("Remove the calendar “%1”?"),
           tr("Workers and open activities that count by it keep it from being removed."), tr("%1 copy"),
           QT_TRANSLATE_NOOP("Error", "there is a calendar of that name already")},
          newDraft);
    m_empty->say(QStringLiteral("search"), tr("No calendar matches"), tr("Search for another name or time zone."));
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->calendarTable,
                  {{14 * em, 18 * em}, {22 * em, 35 * em}, {18 * em, 25 * em}, {16 * em, 16 * em}, {14 * em, 22 * em}});
    ui->splitter->setStretchFactor(0, 3);
    ui->splitter->setStretchFactor(1, 2);
    ui->splitter->setSizes({695, 555});
    m_typing.setSingleShot(true);
    m_typing.setInterval(400);
    connect(&m_typing, &QTimer::timeout, this, &CalendarsPage::preview);
    connect(ui->form, &CalendarForm::edited, this, [this] {
        if (!calendarOf(ui->form->draft()))
            ui->effectLabel->set({}, {}); // it was about something else
        m_typing.start();
    });
}

void CalendarsPage::setActive(bool active)
{
    DraftPage::setActive(active);
    m_workers.setActive(active);
}

void CalendarsPage::refresh()
{
    DraftPage::refresh();
    m_workers.refresh();
}

void CalendarsPage::countWorkers(const WorkerFeed::Answer &answer)
{
    if (!answer)
        return;
    m_workersOf.emplace();
    for (const WorkerView &view : answer->items)
        ++(*m_workersOf)[calendarLabel(view.worker.calendar)];
    showFiltered();
}

void CalendarsPage::showRows(const QString &wanted)
{
    std::vector<CalendarRow> rows;
    for (const Calendar &calendar : all())
        if (calendar.name.contains(wanted, Qt::CaseInsensitive) || calendar.timeZone.contains(wanted, Qt::CaseInsensitive))
            rows.push_back({calendar, m_workersOf ? m_workersOf->value(calendar.name) : -1});
    m_model->merge(std::move(rows));
    ui->countLabel->setText(tr("%Ln calendar(s)", nullptr, m_model->rowCount()));
}

bool CalendarsPage::isDirty() const { return DraftPage::isDirty() || ui->form->isImporting(); }

QString CalendarsPage::whyReadOnly(const QString &name) const
{
    if (isBuiltIn(name))
        return tr("24x7 is built in: all time counts. It can be neither changed nor removed.");
    if (!mayChange())
        return tr("Administrators change calendars; you are here as %1 and can read them.").arg(text(m_client.actor().role));
    return {};
}

static QString effectText(const CalendarEffect &effect)
{
    const QLocale locale;
    const QString moved = locale.toString(effect.moved);
    const QString all = locale.toString(effect.clocks);
    const QString clocks = effect.complete ? all : CalendarsPage::tr("the first %1").arg(all);
    if (effect.breached > 0)
        return CalendarsPage::tr("%1 of %2 due times move, %3 become breached at once")
            .arg(moved, clocks, locale.toString(effect.breached));
    return CalendarsPage::tr("%1 of %2 due times move").arg(moved, clocks);
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

void CalendarsPage::sayBefore(const Calendar &calendar, std::function<void()> store)
{
    const auto answered = [this, store = std::move(store), turn = m_turn](Result<CalendarEffect> effect) {
        if (turn != m_turn)
            return; // what was typed is dropped
        if (!effect)
            ui->messageBar->say(MessageBar::Kind::Error, text(effect.error()));
        else if (effect->moved == 0)
            store();
        else
            ui->question->ask(effectText(*effect), tr("They follow at once, and rules act on what is breached then."),
                              tr("Save it"), store);
    };
    whenReady(m_client.ask(PreviewCalendar{calendar}), this, answered);
}

} // namespace hmsact::console
