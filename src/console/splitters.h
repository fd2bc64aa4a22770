// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QSplitter>

namespace hmsact::console {

// As it was left. The state of a splitter that was never on the screen says -1 of its parts, and is no state.
void restoreSplitter(QSplitter &splitter, const QSettings &settings, const QString &key);

} // namespace hmsact::console
