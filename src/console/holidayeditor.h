// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/background.h"
#include "console/holidaymodel.h"
#include "domain/result.h"

#include <QWidget>

#include <memory>

namespace Ui {
class HolidayEditor;
}

namespace hmsact::console {

// The holidays of a calendar: one by one, or from an iCalendar file, of which is shown first what it would do. Knows nothing of
// the core.
class HolidayEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit HolidayEditor(QWidget *parent = nullptr);
    ~HolidayEditor() override;

    void setHolidays(const std::vector<domain::Holiday> &holidays); // without changed()
    [[nodiscard]] const std::vector<domain::Holiday> &holidays() const { return m_holidays; }
    void setReadOnly(bool readOnly);
    void setToday(QDate today); // what the date field begins with
    // Shows what importing what was read would do, or why it is refused.
    void offer(const domain::Result<std::vector<domain::Holiday>> &read, const QString &fileName);
    void offerFile(const QString &path); // is offering from now on; reads no more of it than a calendar file may have
    [[nodiscard]] bool isOffering() const { return m_offering; }
    void focusOffer(); // what decides on it
    void complain(const QString &text); // about the holidays; nothing: fine

signals:
    void changed();

private:
    void add();
    void removeChosen();
    void chooseFile();
    void beginOffer(std::vector<domain::Holiday> offered, int days, const QString &words); // `days` would change
    void takeOffer();
    void endOffer();
    void replace(std::vector<domain::Holiday> holidays);
    void showRows();
    void enableButtons();

    std::unique_ptr<Ui::HolidayEditor> ui;
    HolidayModel m_model;
    std::vector<domain::Holiday> m_holidays; // in order
    std::vector<domain::Holiday> m_offered;
    bool m_offering = false;
    bool m_readOnly = false;
    quint64 m_generation = 0; // a file for another calendar is dropped
    Background m_background; // reads files
};

} // namespace hmsact::console
