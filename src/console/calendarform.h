// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/calendardraft.h"
#include "console/taskdraft.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;

namespace Ui {
class CalendarForm;
}

namespace hmsact::console {

class SignLabel;

// One calendar to read and to change: name, zone, hours of each weekday, holidays, and what comes of it drawn and written out.
// What is wrong stands at its field as soon as it is typed. Knows nothing of the core.
class CalendarForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Naming { Free, Fixed }; // Fixed: it is saved under its name

    explicit CalendarForm(QWidget *parent = nullptr);
    ~CalendarForm() override;

    void setClock(std::function<qint64()> nowMs); // before the first show()
    // `readOnly`: why nothing can be changed; empty: everything can.
    void show(const CalendarDraft &draft, Naming naming, const QString &readOnly);
    void setNaming(Naming naming, const QString &name); // what else is typed stays
    [[nodiscard]] CalendarDraft draft() const;
    [[nodiscard]] bool isImporting() const; // the days of a file are shown that nobody has taken over or left yet
    // What was typed, when it is right; else the errors, shown at their fields. An empty name, and an import that is not
    // decided on, are complained of only when it is `wanted` now.
    domain::Result<domain::Calendar> check(Wanted wanted = Wanted::Later);
    void complain(const domain::Error &error); // at the fields that it names
    void focusFirst();

signals:
    void edited();

private:
    void buildDays();
    void fillZones();
    void copyMonday();
    void showDays();
    void showAhead(const domain::Result<domain::Calendar> &calendar);
    void clearErrors();
    [[nodiscard]] SignLabel *errorAt(const QString &pointer) const; // nullptr: at no field of its own

    struct Day {
        QLabel *name = nullptr;
        QLineEdit *edit = nullptr;
        SignLabel *error = nullptr;
    };
    std::function<qint64()> m_nowMs;
    std::unique_ptr<Ui::CalendarForm> ui;
    std::array<Day, 7> m_days;
    bool m_filling = false;
    bool m_readOnly = false;
};

} // namespace hmsact::console
