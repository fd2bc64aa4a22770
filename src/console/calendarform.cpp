// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarform.h"

#include "console/fieldnote.h"
#include "console/icons.h"
#include "console/palette.h"
#include "console/words.h"
#include "domain/limits.h"
#include "domain/weekdays.h"
#include "ui_calendarform.h"

#include <QCompleter>
#include <QDateTime>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTimeZone>

namespace hmsact::console {

static constexpr int daysShown = 8; // this weekday once more

CalendarForm::CalendarForm(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::CalendarForm>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("calendarForm"));
    ui->nameEdit->setMaxLength(domain::limits::calendarNameMax);
    for (QLabel *caption : {ui->nameCaption, ui->zoneCaption, ui->hoursCaption, ui->holidaysCaption, ui->aheadCaption}) {
        QFont bold = caption->font();
        bold.setBold(true);
        caption->setFont(bold);
        caption->setContentsMargins(0, 8, 0, 0);
    }
    fillZones();
    buildDays();
    setMinimumWidth(fontMetrics().averageCharWidth() * 62); // the buttons of the holidays in one row
    const auto changed = [this] {
        if (m_filling)
            return;
        showDays();
        showAhead(check());
        emit edited();
    };
    connect(ui->nameEdit, &QLineEdit::textChanged, this, changed);
    connect(ui->zoneCombo, &QComboBox::editTextChanged, this, changed);
    connect(ui->holidays, &HolidayEditor::changed, this, changed);
    for (const Day &day : m_days)
        connect(day.edit, &QLineEdit::textChanged, this, changed);
    connect(ui->copyButton, &QPushButton::clicked, this, &CalendarForm::copyMonday);
}

CalendarForm::~CalendarForm() = default;

void CalendarForm::setClock(std::function<qint64()> nowMs) { m_nowMs = std::move(nowMs); }

void CalendarForm::fillZones()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.startsWith("UTC+") && !id.startsWith("UTC-"))
            zones << QString::fromLatin1(id);
    }
    ui->zoneCombo->addItems(zones);
    ui->zoneCombo->lineEdit()->setObjectName(QStringLiteral("zoneEdit"));
    ui->zoneCombo->lineEdit()->setAccessibleName(tr("Time zone"));
    ui->zoneCombo->lineEdit()->setMaxLength(domain::limits::timeZoneMax);
    ui->zoneCombo->completer()->setFilterMode(Qt::MatchContains);
    ui->zoneCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    ui->zoneCombo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

void CalendarForm::buildDays()
{
    ui->daysLayout->setHorizontalSpacing(12);
    ui->daysLayout->setVerticalSpacing(0);
    for (size_t i = 0; i < m_days.size(); ++i) {
        const QString day = QLocale().dayName(int(i) + 1);
        Day &row = m_days[i];
        row.name = new QLabel(day, ui->content);
        row.edit = new QLineEdit(ui->content);
        row.edit->setObjectName(domain::weekdays[i] + QStringLiteral("Edit"));
        row.edit->setAccessibleName(tr("Hours on %1").arg(day));
        row.edit->setPlaceholderText(tr("free"));
        row.edit->setToolTip(
            tr("Stretches of work with breaks between them: 08:00–12:00, 13:00–17:00; nothing is a free day"));
        row.error = new FieldNote(ui->content);
        row.error->setObjectName(domain::weekdays[i] + QStringLiteral("Error"));
        row.name->setBuddy(row.edit);
        const int line = int(i) * 2;
        ui->daysLayout->addWidget(row.name, line, 0);
        ui->daysLayout->addWidget(row.edit, line, 1);
        ui->daysLayout->addWidget(row.error, line + 1, 1);
        connect(row.edit, &QLineEdit::editingFinished, this, [edit = row.edit] {
            const QSignalBlocker quiet(edit); // the same hours, written as everywhere: nobody edited them
            const auto hours = hoursOf(edit->text());
            if (hours && hoursText(*hours) != edit->text())
                edit->setText(hoursText(*hours));
        });
    }
    ui->daysLayout->setColumnStretch(1, 1);
    QWidget *before = ui->copyButton;
    for (const Day &row : m_days) {
        setTabOrder(before, row.edit);
        before = row.edit;
    }
}

void CalendarForm::copyMonday()
{
    for (size_t day = 1; day < 5; ++day)
        m_days[day].edit->setText(m_days[0].edit->text());
}

void CalendarForm::show(const CalendarDraft &draft, Naming naming, const QString &readOnly)
{
    const QScopedValueRollback filling(m_filling, true);
    m_readOnly = !readOnly.isEmpty();
    ui->readOnlyLabel->set(icon(QStringLiteral("review")), readOnly);
    ui->readOnlyLabel->setVisible(m_readOnly);
    setNaming(naming, draft.name);
    ui->zoneCombo->setEditText(draft.timeZone);
    ui->zoneCombo->setEnabled(!m_readOnly);
    ui->copyButton->setVisible(!m_readOnly);
    for (size_t day = 0; day < m_days.size(); ++day) {
        m_days[day].edit->setText(draft.hours[day]);
        m_days[day].edit->setReadOnly(m_readOnly);
    }
    ui->holidays->setHolidays(draft.holidays);
    ui->holidays->setReadOnly(m_readOnly);
    ui->holidays->setToday(QDateTime::fromMSecsSinceEpoch(m_nowMs()).date());
    showDays();
    showAhead(check());
}

void CalendarForm::setNaming(Naming naming, const QString &name)
{
    const QScopedValueRollback filling(m_filling, true);
    if (ui->nameEdit->text() != name) // else the caret stays
        ui->nameEdit->setText(name);
    ui->nameEdit->setReadOnly(m_readOnly || naming == Naming::Fixed);
    ui->nameEdit->setToolTip(naming == Naming::Fixed ? tr("A saved calendar keeps its name; duplicate it for another one")
                                                     : QString());
}

CalendarDraft CalendarForm::draft() const
{
    CalendarDraft draft{ui->nameEdit->text(), ui->zoneCombo->currentText(), {}, ui->holidays->holidays()};
    for (size_t day = 0; day < m_days.size(); ++day)
        draft.hours[day] = m_days[day].edit->text();
    return draft;
}

// A day that is right is drawn, whatever is wrong with the others.
void CalendarForm::showDays()
{
    WeekView::Week week;
    for (size_t day = 0; day < m_days.size(); ++day)
        week[day] = hoursOf(m_days[day].edit->text()).valueOr({});
    ui->weekView->show(week);
}

void CalendarForm::showAhead(const domain::Result<domain::Calendar> &calendar)
{
    QString rows;
    if (calendar) {
        for (const QString &line : daysAhead(*calendar, m_nowMs(), daysShown))
            rows += QStringLiteral("<tr><td style=\"padding-right:16px\">%1</td><td>%2</td></tr>")
                        .arg(line.section(u'\t', 0, 0).toHtmlEscaped(), line.section(u'\t', 1).toHtmlEscaped());
        rows = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">%1</table>").arg(rows);
    }
    ui->aheadLabel->setText(calendar ? rows : tr("They are shown when the calendar is complete."));
}

bool CalendarForm::isImporting() const { return ui->holidays->isOffering(); }

domain::Result<domain::Calendar> CalendarForm::check(Wanted wanted)
{
    clearErrors();
    domain::Result<domain::Calendar> calendar = calendarOf(draft());
    if (calendar && wanted == Wanted::Now && isImporting())
        calendar =
            domain::invalidField(QStringLiteral("/holidays"),
                                 QT_TRANSLATE_NOOP("Error", "take over the days of the file, or leave it, before you save"));
    if (!calendar) {
        domain::Error error = calendar.error();
        if (wanted == Wanted::Later && ui->nameEdit->text().trimmed().isEmpty())
            std::erase_if(error.fields, [](const domain::FieldError &field) { return field.pointer == u"/name"; });
        complain(error);
    }
    return calendar;
}

void CalendarForm::clearErrors()
{
    ui->nameError->hide();
    ui->zoneError->hide();
    ui->hoursError->hide();
    ui->holidays->complain({});
    for (const Day &day : m_days)
        day.error->hide();
}

SignLabel *CalendarForm::errorAt(const QString &pointer) const
{
    if (pointer == u"/name")
        return ui->nameError;
    if (pointer == u"/time_zone")
        return ui->zoneError;
    for (size_t day = 0; day < m_days.size(); ++day) {
        if (pointer.startsWith(QStringLiteral("/hours/") + domain::weekdays[day]))
            return m_days[day].error;
    }
    return pointer.startsWith(u"/hours") ? ui->hoursError : nullptr;
}

void CalendarForm::complain(const domain::Error &error)
{
    for (const domain::FieldError &field : error.fields) {
        SignLabel *label = errorAt(field.pointer);
        if (!label) {
            ui->holidays->complain(text(field.detail));
        } else if (label->isHidden()) { // the first of a field is enough
            label->set(slaIcon(domain::SlaState::Breached), text(field.detail));
            label->show();
        }
    }
}

void CalendarForm::focusFirst()
{
    if (!ui->nameError->isHidden() || (!ui->nameEdit->isReadOnly() && ui->nameEdit->text().isEmpty()))
        return ui->nameEdit->setFocus();
    if (!ui->zoneError->isHidden())
        return ui->zoneCombo->setFocus();
    const auto wrong = std::ranges::find_if(m_days, [](const Day &day) { return !day.error->isHidden(); });
    if (wrong == m_days.end() && isImporting()) {
        ui->scrollArea->ensureWidgetVisible(ui->holidays);
        return ui->holidays->focusOffer();
    }
    const Day &first = wrong == m_days.end() ? m_days.front() : *wrong;
    first.edit->setFocus();
    ui->scrollArea->ensureWidgetVisible(first.edit);
}

} // namespace hmsact::console
