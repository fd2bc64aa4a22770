// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/bardelegate.h"

#include "console/palette.h"

#include <QPainter>

namespace hmsact::console {

BarDelegate::BarDelegate(int role, int whole, QObject *parent)
    : QStyledItemDelegate(parent), m_role(role), m_whole(whole) { }

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int part = std::clamp(index.data(m_role).toInt(), 0, m_whole);
    if (part == 0)
        return;
    const QRect room = option.rect.adjusted(8, 0, -8, -4);
    const int width = std::max(2, static_cast<int>(qint64(room.width()) * part / m_whole));
    const QColor colour = option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText)
                                                                : accentColour(isDark(option.palette));
    painter->fillRect(QRect(room.left(), room.bottom() - 2, width, 3), colour);
}

} // namespace hmsact::console
