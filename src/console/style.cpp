// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/style.h"

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
    case CT_HeaderSection:
        wanted.rheight() += 6;
        break;
    default:
        break;
    }
    return wanted;
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
