// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/keys.h"

#include <QAbstractButton>
#include <QShortcut>

namespace hmsact::console {

void pressByKey(QAbstractButton &button, const QKeySequence &keys, QWidget &where)
{
    auto *shortcut = new QShortcut(keys, &where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &button, &QAbstractButton::click);
}

} // namespace hmsact::console
