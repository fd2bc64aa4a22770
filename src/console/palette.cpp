// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/palette.h"

#include "console/style.h"

#include <QApplication>
#include <QStyle>

namespace hmsact::console {

using domain::SlaState;

Theme themeFrom(const QString &text)
{
    if (text == QLatin1String("light"))
        return Theme::Light;
    return text == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

static QPalette build(bool dark)
{
    const auto pick = [dark](QRgb light, QRgb night) {
        return QColor(dark ? night : light);
    };
    const QColor text = pick(0x1b1f24, 0xe6e8eb);
    const QColor quiet = pick(0x8b939c, 0x747c86);
    QPalette p;
    p.setColor(QPalette::Window, pick(0xf3f4f6, 0x1f2227));
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, pick(0xffffff, 0x17191d));
    p.setColor(QPalette::AlternateBase, pick(0xf8f9fa, 0x1b1e22));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, pick(0xf3f4f6, 0x2b2f36));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, pick(0xffffff, 0xffffff));
    p.setColor(QPalette::ToolTipBase, pick(0xffffff, 0x2b2f36));
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, pick(0x69727c, 0x9098a2));
    p.setColor(QPalette::Highlight, pick(0xcfe2f6, 0x2a4a6d));
    p.setColor(QPalette::HighlightedText, pick(0x10161d, 0xffffff));
    p.setColor(QPalette::Link, pick(0x1d5fa6, 0x7db7f5));
    p.setColor(QPalette::LinkVisited, pick(0x1d5fa6, 0x7db7f5));
    p.setColor(QPalette::Light, pick(0xffffff, 0x3a3f47));
    p.setColor(QPalette::Midlight, pick(0xeceef1, 0x31353c));
    p.setColor(QPalette::Mid, pick(0xb9bfc6, 0x3d434b));
    p.setColor(QPalette::Dark, pick(0x9aa2ab, 0x111316));
    p.setColor(QPalette::Shadow, pick(0x6b737c, 0x08090a));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, quiet);
    p.setColor(QPalette::Disabled, QPalette::Highlight, pick(0xe4e7ea, 0x30343a));
    p.setColor(QPalette::Disabled, QPalette::Base, pick(0xf8f9fa, 0x1b1e22));
    return p;
}

QPalette palette(Theme theme)
{
    if (theme == Theme::System)
        return build(isDark(QApplication::style() ? QApplication::style()->standardPalette() : QPalette()));
    return build(theme == Theme::Dark);
}

void applyTheme(QApplication &app, Theme theme)
{
    // Asked before Fusion is set: afterwards the style answers with its own colours, not the desktop's.
    const QPalette colours = palette(theme);
    if (!qobject_cast<Style *>(app.style()))
        QApplication::setStyle(new Style);
    // A style sheet somebody set (--stylesheet) hides the palette unless it is taken off meanwhile.
    const QString sheet = app.styleSheet();
    app.setStyleSheet(QString());
    QApplication::setPalette(colours);
    if (!sheet.isEmpty())
        app.setStyleSheet(sheet);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor slaColour(SlaState state, bool dark)
{
    const auto pick = [dark](QRgb light, QRgb night) {
        return QColor(dark ? night : light);
    };
    switch (state) {
    case SlaState::OnTrack:
        return pick(0x2166ac, 0x0f8aec);
    case SlaState::DueSoon:
        return pick(0xa8811a, 0xf7f2db);
    case SlaState::AtRisk:
        return pick(0x853f1c, 0xfaa87b);
    case SlaState::Breached:
        return pick(0x350c1c, 0xe65464);
    case SlaState::Paused:
        return pick(0x575756, 0xa49f9f);
    case SlaState::Met:
        return pick(0x20a394, 0x7cf7f7);
    case SlaState::None:
        break;
    }
    return pick(0x8b939c, 0x747c86);
}

QColor accentColour(bool dark) { return QColor(dark ? QRgb(0x346fae) : QRgb(0x1d5fa6)); }

QColor lineColour(const QPalette &palette) { return QColor(isDark(palette) ? QRgb(0x363b42) : QRgb(0xdde1e5)); }

QColor quietTextColour(const QPalette &palette) { return QColor(isDark(palette) ? QRgb(0xa2aab3) : QRgb(0x59626c)); }

} // namespace hmsact::console
