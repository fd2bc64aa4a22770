// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

namespace hmsact::console {

// The key that leads to the page at `index` of the window: Ctrl with the digits, and with a letter where they do not reach. Ctrl+0
// is the queue's own.
[[nodiscard]] inline QKeySequence pageKey(int index)
{
    constexpr int intents = 8;
    if (index == intents)
        return QKeySequence(Qt::CTRL | Qt::Key_I);
    return QKeySequence(QStringLiteral("Ctrl+%1").arg(index < intents ? index + 1 : index));
}

} // namespace hmsact::console
