// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workday.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace hmsact::console {

class PrimaryButton;
class SignLabel;

// Above one's own tasks: who one is and whether one is there, how far the day has come, and the button that takes the next
// task.
class WorkHead final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkHead(QWidget *parent = nullptr);

    // Somebody who acts for anyone chooses; for others the name stands there.
    void setPeople(const std::vector<domain::WorkerView> &people, const domain::WorkerId &chosen, bool mayChoose);
    void setActions(QAction *next, QAction *presence); // what the buttons say and do
    void showProgress(int done, const domain::Workday &day, qint64 nowMs);
    void clearProgress();
    void setAway(bool away); // says so

signals:
    void chosen(const hmsact::domain::WorkerId &worker);

private:
    QLabel *m_who;
    QComboBox *m_people;
    SignLabel *m_progress;
    PrimaryButton *m_next;
    PrimaryButton *m_presence;
    SignLabel *m_away;
};

// "3 due before noon", and what is late; empty where nothing is due today. In the time of the place.
[[nodiscard]] QString dueText(const domain::Workday &day, qint64 nowMs);

} // namespace hmsact::console
