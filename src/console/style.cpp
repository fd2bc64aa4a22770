// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/style.h"

#include "console/palette.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionButton>

namespace hmsact::console {

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        wanted.rwidth() += 14;
        wanted.rheight() += 2;
        break;
    case CT_ToolButton:
        wanted.rwidth() += 6;
        break;
    default:
        break;
    }
    return wanted;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool dark = isDark(option->palette);
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView *>(widget)) {
        painter->setPen(accentColour(dark)); // the cell the keys act on: a thin frame, no wash over its text
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (dark && element == PE_IndicatorCheckBox
        && button) { // Fusion's outline is darker than the window, which no one sees here
        QStyleOptionButton lighter = *button;
        lighter.palette.setColor(QPalette::Window, QColor(0x9aa2ab));
        QProxyStyle::drawPrimitive(element, &lighter, painter, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect)
        return option->rect; // the whole cell, its sign too
    return QProxyStyle::subElementRect(element, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_HeaderMargin)
        return 6;
    if (metric == PM_FocusFrameHMargin) // left and right of a cell's text
        return 5;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace hmsact::console
