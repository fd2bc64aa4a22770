// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"
#include "domain/command.h"
#include "domain/staffing.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace hmsact::console {

class EmptyState;
class FieldNote;
class PrimaryButton;

// One worker's fields beside the list, to be edited or to register a new one, and the leave that is planned. What was typed
// stays until it is stored or reverted, and is all that is to be stored; what is refused is said at its field. Knows nothing of
// the core.
class WorkerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkerForm(QWidget *parent = nullptr);

    void setCalendars(const std::vector<domain::Calendar> &calendars);
    void setEditable(bool editable);
    void show(const domain::StaffRow &row, qint64 nowMs); // keeps what was typed
    void startNew();
    void clear();
    void showErrors(const domain::Error &error); // at the fields, by JSON pointer; the rest in what it returns
    void stored(const domain::Worker &worker); // shows it so, whatever was typed
    void save(); // asks for it by saveRequested(), unless something is wrong
    void revert(); // to what the fields were filled with; a new one is dropped
    [[nodiscard]] QString generalError() const { return m_general; }
    [[nodiscard]] bool isNew() const { return m_new; }
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] domain::WorkerId worker() const { return m_worker; } // null: a new one, or none
    [[nodiscard]] QString title() const; // who it is about, as it is called

signals:
    void touched(); // something is typed, or it is about somebody else: what was asked is over
    void saveRequested(const hmsact::domain::SaveWorker &command);
    void revertRequested();
    void removeRequested(const hmsact::domain::WorkerId &worker);
    void leaveRequested(); // a new one is to be planned
    void leaveChanged(const std::vector<hmsact::domain::Leave> &leave,
                      const std::vector<hmsact::domain::Leave> &before); // one was taken back
    void calendarsRequested(); // their hours are to be changed

private:
    void add(const QString &pointer, const QString &label, QWidget *editor);
    void build();
    void buildLeave();
    void connectFields();
    void fill(const domain::Worker &worker);
    void showLeave(const domain::Worker &worker, qint64 nowMs);
    void chooseCalendar(const QString &name);
    void showHours();
    void takeLeaveBack();
    void fieldChanged();
    enum class Fields { Changed, All };
    [[nodiscard]] domain::SaveWorker said(Fields fields) const;

    QGridLayout *m_grid;
    QLabel *m_title;
    QLabel *m_load;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QComboBox *m_kind;
    QLineEdit *m_skills;
    QLineEdit *m_pools;
    QSpinBox *m_capacity;
    QLineEdit *m_channel;
    QComboBox *m_language;
    QComboBox *m_calendar;
    QLabel *m_hours;
    QPushButton *m_calendars;
    QListWidget *m_leave;
    QPushButton *m_planLeave;
    QPushButton *m_endLeave;
    QCheckBox *m_available;
    PrimaryButton *m_save;
    QPushButton *m_revert;
    QPushButton *m_remove;
    EmptyState *m_empty = nullptr; // over all of it, when it is about nobody
    QMap<QString, FieldNote *> m_errors; // by pointer
    domain::WorkerId m_worker; // null: a new one, or none
    domain::Worker m_base; // what the fields were filled with
    std::vector<domain::Leave> m_planned;
    QMap<QString, QString> m_weeks; // what a calendar's hours are
    QString m_general;
    bool m_new = false;
    bool m_filling = false;
    bool m_editable = false;
};

// "dig 5, ship" → levels; without a number the usual one. Nothing: a level is no number from 1 to 5.
[[nodiscard]] std::optional<QMap<QString, int>> skillsFrom(const QString &text);
[[nodiscard]] QString skillsToText(const QMap<QString, int> &skills);

} // namespace hmsact::console
