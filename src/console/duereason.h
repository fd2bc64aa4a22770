// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slaclock.h"
#include "engine/coreclient.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace hmsact::console {

// In words and lines, by the clock on the wall of the calendar's zone: what counted, pauses, holidays. Long lists are cut.
[[nodiscard]] QString dueReasonText(const domain::SlaExplanation &explanation);

// “Why due then?”: folded until somebody asks, then the reckoning of a clock, to be read and copied.
class DueReason final : public QWidget
{
    Q_OBJECT

public:
    explicit DueReason(QWidget *parent = nullptr);

    void setClient(engine::CoreClient &client); // before the first setSubject(); must outlive it
    void setSubject(domain::ActivityId activity, const QString &task = {}); // reads again while it is open
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString text() const;

private:
    void read();
    void fold(bool open);

    engine::CoreClient *m_client = nullptr;
    QToolButton *m_toggle;
    QLabel *m_text;
    QPushButton *m_copy;
    domain::ActivityId m_activity;
    QString m_task;
    quint64 m_generation = 0;
};

} // namespace hmsact::console
