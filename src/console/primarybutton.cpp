// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/primarybutton.h"

#include "console/palette.h"

#include <QStyleOptionButton>

namespace hmsact::console {

void PrimaryButton::setFilled(bool filled)
{
    m_filled = filled;
    update();
}

void PrimaryButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    if (!isEnabled() || !m_filled)
        return;
    const bool dark = isDark(option->palette);
    option->palette.setColor(QPalette::Button, accentColour(dark));
    option->palette.setColor(QPalette::ButtonText, Qt::white);
    option->icon = {}; // its colour is that of text on the window
}

} // namespace hmsact::console
