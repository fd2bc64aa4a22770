// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/quietlabel.h"

#include "console/palette.h"

#include <QApplication>
#include <QEvent>

namespace hmsact::console {

QuietLabel::QuietLabel(const QString &text, QWidget *parent) : QLabel(text, parent) { takeColour(); }

void QuietLabel::takeColour()
{
    QPalette quiet;
    const QColor colour = quietTextColour(QApplication::palette());
    if (palette().color(QPalette::WindowText) == colour)
        return;
    quiet.setColor(QPalette::WindowText, colour);
    setPalette(quiet);
}

void QuietLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        takeColour();
    QLabel::changeEvent(event);
}

} // namespace hmsact::console
