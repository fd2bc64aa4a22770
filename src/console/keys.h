// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QAction;
class QKeySequence;
class QString;
class QWidget;

namespace hmsact::console {

// The keys press the button wherever the focus is within `where`. Not as the button's own shortcut: that one goes when its text
// changes.
void pressByKey(QAbstractButton &button, const QKeySequence &keys, QWidget &where);
// A key of the list alone, as an action: the sheet of keys tells of it.
QAction &addKey(QWidget &list, const QString &name, const QKeySequence &key);

// The focus goes back to what had it last in the form, where that can still have it; whether it did.
bool returnInto(const QWidget &form);
// As QWidget::setEnabled(), but the focus a button loses by it goes back into the form, or else to that other one.
void enable(QAbstractButton &button, bool enabled, const QWidget &form, QWidget &other);

} // namespace hmsact::console
