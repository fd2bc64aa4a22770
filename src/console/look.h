// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QSettings;

namespace hmsact::console {

// Style, colours and language of the program by the settings ui/theme (light, dark, system) and ui/language (en, es, system).
// Called once, before the first window is made.
void installLook(QApplication &app, const QSettings &settings);

} // namespace hmsact::console
