// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace hmsact::console {

// The colours of the window, light and dark. Colours only ever repeat what a sign and a word say already; text stays in
// the palette's text colour. The SLA colours are measured by tests/console/palette.cpp.
enum class Theme { System, Light, Dark };

[[nodiscard]] Theme themeFrom(const QString &text); // the setting ui/theme: "light", "dark"; anything else is System

[[nodiscard]] QPalette palette(Theme theme); // System: by what the desktop's palette looks like
void applyTheme(QApplication &app, Theme theme); // Fusion with that palette

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor slaColour(domain::SlaState state, bool dark);
[[nodiscard]] QColor accentColour(bool dark); // of the one main button, and of what is chosen in the navigation
[[nodiscard]] QColor lineColour(const QPalette &palette); // hairlines, borders of cards
[[nodiscard]] QColor quietTextColour(const QPalette &palette); // captions; still 4.5:1 on the window

} // namespace hmsact::console
