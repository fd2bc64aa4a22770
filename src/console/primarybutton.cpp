// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/primarybutton.h"

#include "console/palette.h"

#include <QPainter>

namespace hmsact::console {

void PrimaryButton::setFilled(bool filled)
{
    m_filled = filled;
    update();
}

// Fusion would lighten the colour until white words on it cannot be read.
void PrimaryButton::paintEvent(QPaintEvent *event)
{
    if (!m_filled || !isEnabled()) {
        QPushButton::paintEvent(event);
        return;
    }
    const bool dark = isDark(palette());
    QColor ground = accentColour(dark);
    if (isDown())
        ground = ground.darker(120);
    else if (underMouse())
        ground = ground.lighter(108);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::WindowText), 1.5) : QPen(ground.darker(115), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 2.5, 2.5);
    painter.setPen(Qt::white);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace hmsact::console
