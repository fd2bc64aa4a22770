// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/keys.h"

#include <QAbstractButton>
#include <QAction>
#include <QShortcut>

namespace hmsact::console {

void pressByKey(QAbstractButton &button, const QKeySequence &keys, QWidget &where)
{
    auto *shortcut = new QShortcut(keys, &where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    QObject::connect(shortcut, &QShortcut::activated, &button, &QAbstractButton::click);
}

QAction &addKey(QWidget &list, const QString &name, const QKeySequence &key)
{
    auto *action = new QAction(name, &list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setAutoRepeat(false); // what it would come to next nobody has looked at
    list.addAction(action);
    return *action;
}

bool returnInto(const QWidget &form)
{
    QWidget *last = form.focusWidget();
    if (!last || !last->isVisible() || !last->isEnabled())
        return false;
    last->setFocus();
    return true;
}

void enable(QAbstractButton &button, bool enabled, const QWidget &form, QWidget &other)
{
    if (!enabled && button.hasFocus() && !returnInto(form))
        other.setFocus();
    button.setEnabled(enabled);
}

} // namespace hmsact::console
