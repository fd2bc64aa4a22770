// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workdelegate.h"

#include "console/icons.h"
#include "console/palette.h"
#include "console/timetext.h"
#include "console/workmodel.h"
#include "domain/sla.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace hmsact::console {

using domain::SlaState;

static constexpr int sideMargin = 12; // room left and right
static constexpr int cellGap = 8;

WorkDelegate::WorkDelegate(std::function<qint64()> nowMs, QObject *parent)
    : QStyledItemDelegate(parent), m_nowMs(std::move(nowMs))
{
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const bool heading = index.data(WorkModel::HeadingRole).isValid();
    return {option.fontMetrics.averageCharWidth() * 30, heading ? line + 20 : 2 * line + 16};
}

void WorkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(WorkModel::HeadingRole).isValid())
        paintHeading(*painter, option, index);
    else
        paintTask(*painter, option, index);
    painter->restore();
}

void WorkDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString count = QLocale().toString(index.data(WorkModel::HeadingRole).toInt());
    QRect box = option.rect.adjusted(sideMargin, 8, -sideMargin, -4);
    if (const auto sign = index.data(Qt::DecorationRole).value<QIcon>(); !sign.isNull()) {
        const int line = option.fontMetrics.height();
        sign.paint(&painter, QRect(box.left(), box.center().y() - line / 2, line, line));
        box.setLeft(box.left() + line + cellGap);
    }
    painter.setPen(quietTextColour(option.palette));
    QFont font = option.font;
    font.setBold(true);
    painter.setFont(option.font);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, count);
    box.setRight(box.right() - option.fontMetrics.horizontalAdvance(count) - cellGap);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    painter.setPen(lineColour(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void WorkDelegate::paintTask(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option; // the selection and the frame of the focus, as in every list
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, &painter, option.widget);

    const auto task = index.data(WorkModel::TaskRole).value<domain::Task>();
    const qint64 nowMs = m_nowMs();
    const SlaState sla = domain::slaState(task, nowMs);
    const QColor words =
        option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
    const int line = option.fontMetrics.height();
    const QRect box = option.rect.adjusted(sideMargin, 6, -sideMargin, -6);
    index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, QRect(box.left(), box.top() + line / 2, line, line));

    QFont strong = option.font;
    strong.setBold(true);
    const QString left = sla == SlaState::None ? QString() : countdownText(sla, task.dueAtMs, nowMs);
    painter.setFont(sla == SlaState::Breached ? strong : option.font);
    painter.setPen(words);
    const int width = left.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(left);
    const QRect first(box.left() + line + cellGap, box.top(), box.width() - line - cellGap, line);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignRight, left);
    if (!left.isEmpty())
        paintSlaSign(painter, QRectF(first.right() - width - line, first.top() + line * 0.08, line * 0.85, line * 0.85), sla,
                     slaColour(sla, isDark(option.palette)));

    const QRect name = first.adjusted(0, 0, left.isEmpty() ? 0 : -(width + line + cellGap), 0);
    painter.setFont(strong);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter.setFont(option.font);
    if (!(option.state & QStyle::State_Selected))
        painter.setPen(quietTextColour(option.palette));
    const QRect second = first.translated(0, line + 4);
    painter.drawText(
        second, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data(WorkModel::DetailRole).toString(), Qt::ElideRight, second.width()));
}

} // namespace hmsact::console
