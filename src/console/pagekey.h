// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

namespace hmsact::console {

// The pages of the window in their order.
enum PageIndex {
    QueueIndex,
    MyWorkIndex,
    ActivitiesIndex,
    WorkersIndex,
    AlertsIndex,
    OutboxIndex,
    CalendarsIndex,
    RulesIndex,
    IntentsIndex,
    HealthIndex,
    PageCount
};

// The key that leads to a page: Ctrl with the digits, and with a letter where they do not reach. Ctrl+0 is the queue's own.
[[nodiscard]] inline QKeySequence pageKey(int index)
{
    if (index == IntentsIndex)
        return QKeySequence(Qt::CTRL | Qt::Key_I);
    return QKeySequence(QStringLiteral("Ctrl+%1").arg(index < IntentsIndex ? index + 1 : index));
}

} // namespace hmsact::console
