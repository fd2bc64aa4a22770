// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/holidayeditor.h"

#include "console/icons.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "domain/limits.h"
#include "engine/holidayfile.h"
#include "ui_holidayeditor.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>

namespace hmsact::console {

using domain::Holiday;

HolidayEditor::HolidayEditor(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::HolidayEditor>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("holidayEditor"));
    ui->holidayTable->setModel(&m_model);
    setUpTable(*ui->holidayTable);
    ui->holidayTable->setFixedHeight(fontMetrics().lineSpacing() * 11);
    QHeaderView *header = ui->holidayTable->horizontalHeader();
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(HolidayModel::Date, em * 22);
    header->resizeSection(HolidayModel::Standing, em * 24);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(HolidayModel::Name, QHeaderView::Stretch);
    ui->dateEdit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    ui->dateEdit->setDateRange(QDate(domain::limits::calendarYearMin, 1, 1), QDate(domain::limits::calendarYearMax, 12, 31));
    ui->nameEdit->setMaxLength(domain::limits::nameMax);
    ui->complaintLabel->hide();
    connect(ui->addButton, &QPushButton::clicked, this, &HolidayEditor::add);
    connect(ui->nameEdit, &QLineEdit::returnPressed, this, &HolidayEditor::add);
    connect(ui->removeButton, &QPushButton::clicked, this, &HolidayEditor::removeChosen);
    connect(ui->importButton, &QPushButton::clicked, this, &HolidayEditor::chooseFile);
    connect(ui->takeButton, &QPushButton::clicked, this, &HolidayEditor::takeOffer);
    connect(ui->leaveButton, &QPushButton::clicked, this, &HolidayEditor::endOffer);
    connect(ui->holidayTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HolidayEditor::enableButtons);
    showRows();
}

HolidayEditor::~HolidayEditor() = default;

void HolidayEditor::setHolidays(const std::vector<Holiday> &holidays)
{
    ++m_generation;
    m_holidays = holidays;
    m_offering = false;
    complain({});
    showRows();
}

void HolidayEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showRows();
}

void HolidayEditor::setToday(QDate today) { ui->dateEdit->setDate(today); }

void HolidayEditor::complain(const QString &text)
{
    ui->complaintLabel->set(slaIcon(domain::SlaState::Breached), text);
    ui->complaintLabel->setVisible(!text.isEmpty());
}

void HolidayEditor::replace(std::vector<Holiday> holidays)
{
    m_holidays = std::move(holidays);
    complain({});
    showRows();
    emit changed();
}

void HolidayEditor::add()
{
    domain::Calendar calendar;
    calendar.holidays = m_holidays;
    replace(engine::withHolidays(calendar, {{ui->dateEdit->date(), ui->nameEdit->text().trimmed()}}).holidays);
    const int row = m_model.rowOf(ui->dateEdit->date().toString(Qt::ISODate));
    selectRow(*ui->holidayTable, row);
    ui->nameEdit->clear();
    ui->dateEdit->setFocus();
}

void HolidayEditor::removeChosen()
{
    const QModelIndexList chosen = ui->holidayTable->selectionModel()->selectedRows();
    std::vector<Holiday> left = m_holidays;
    for (const QModelIndex &index : chosen)
        std::erase(left, m_model.rowAt(index.row())->holiday);
    const int next = chosen.isEmpty() ? -1 : chosen.front().row();
    replace(std::move(left));
    selectRow(*ui->holidayTable, std::min(next, m_model.rowCount() - 1));
}

void HolidayEditor::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import holidays"), {}, tr("Calendar files (*.ics);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &HolidayEditor::offerFile);
    dialog->open();
}

struct ReadFile {
    QString failure; // in the system's words; empty: it could be read
    domain::Result<std::vector<Holiday>> holidays = std::vector<Holiday>();
};

static ReadFile readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {file.errorString()};
    return {{},
            engine::holidaysFrom(file.read(domain::limits::calendarFileBytesMax + 1))}; // one more is enough to be refused
}

void HolidayEditor::offerFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    complain({});
    beginOffer({}, 0, tr("Reading %1…").arg(name));
    focusOffer();
    whenReady(m_background.run<ReadFile>([path] { return readFile(path); }), this,
              [this, path, name, generation = ++m_generation](const ReadFile &read) {
                  if (generation != m_generation)
                      return;
                  if (read.failure.isEmpty())
                      return offer(read.holidays, name);
                  endOffer();
                  complain(tr("Could not read %1: %2").arg(path, read.failure));
              });
}

void HolidayEditor::beginOffer(std::vector<Holiday> offered, int days, const QString &words)
{
    m_offered = std::move(offered);
    m_offering = true;
    ui->offerLabel->setText(words);
    ui->takeButton->setText(tr("Take over %Ln day(s)", nullptr, days));
    ui->takeButton->setEnabled(days > 0);
    showRows();
}

void HolidayEditor::offer(const domain::Result<std::vector<Holiday>> &read, const QString &fileName)
{
    // Whoever does something else while a file is read goes on with it.
    const bool isAwaited = !m_offering || ui->leaveButton->hasFocus();
    if (!read) {
        if (m_offering)
            endOffer();
        complain(QStringLiteral("%1: %2").arg(fileName, text(read.error())));
        return;
    }
    const std::vector<HolidayRow> rows = importOf(m_holidays, *read);
    const auto count = [&](HolidayRow::Standing standing) {
        return int(std::ranges::count(rows, standing, &HolidayRow::standing));
    };
    const int added = count(HolidayRow::Standing::New);
    const int renamed = count(HolidayRow::Standing::Renamed);
    complain({});
    beginOffer(*read, added + renamed,
               tr("%1: %2 new, %3 with another name, %4 there already.")
                   .arg(fileName, QLocale().toString(added), QLocale().toString(renamed),
                        QLocale().toString(count(HolidayRow::Standing::Repeated))));
    if (isAwaited)
        focusOffer();
}

void HolidayEditor::focusOffer()
{
    (ui->takeButton->isEnabled() ? static_cast<QWidget *>(ui->takeButton) : ui->leaveButton)->setFocus();
}

void HolidayEditor::takeOffer()
{
    domain::Calendar calendar;
    calendar.holidays = m_holidays;
    m_offering = false;
    replace(engine::withHolidays(std::move(calendar), m_offered).holidays);
    ui->importButton->setFocus();
}

void HolidayEditor::endOffer()
{
    const bool hadFocus = ui->offerBar->isAncestorOf(QApplication::focusWidget());
    ++m_generation; // of what is still being read nothing is heard
    m_offering = false;
    showRows();
    if (hadFocus)
        ui->importButton->setFocus();
}

void HolidayEditor::showRows()
{
    std::vector<HolidayRow> rows;
    if (m_offering)
        rows = importOf(m_holidays, m_offered);
    else
        std::ranges::transform(m_holidays, std::back_inserter(rows), [](const Holiday &one) {
            return HolidayRow{one, {}, {}};
        });
    m_model.merge(std::move(rows));
    ui->holidayTable->setColumnHidden(HolidayModel::Standing, !m_offering);
    ui->offerBar->setVisible(m_offering);
    ui->editBar->setVisible(!m_offering && !m_readOnly);
    enableButtons();
}

void HolidayEditor::enableButtons() { ui->removeButton->setEnabled(ui->holidayTable->selectionModel()->hasSelection()); }

} // namespace hmsact::console
