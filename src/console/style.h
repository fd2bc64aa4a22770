// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace hmsact::console {

// Fusion with room around the words of buttons and headers. Fields keep their value when the wheel passes over them on its way
// through a form, and take no letter of an Alt key that is meant for a button, also while that one is disabled.
// Labels and hints show what they are told letter by letter, but those that ask for Qt::RichText and escape what others wrote.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) { }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace hmsact::console
