// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sladelegate.h"

#include "console/activitymodel.h"
#include "console/escalationtext.h"
#include "console/icons.h"
#include "console/palette.h"
#include "console/queuemodel.h"
#include "console/timetext.h"
#include "console/words.h"
#include "domain/sla.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hmsact::console {

using domain::SlaState;

namespace {
struct Promise {
    SlaState state = SlaState::None;
    qint64 dueAtMs = 0;
};

Promise promiseOf(const QVariant &value, qint64 nowMs)
{
    if (value.canConvert<domain::Task>()) {
        const auto task = value.value<domain::Task>();
        return {domain::slaState(task, nowMs), task.dueAtMs};
    }
    const auto activity = value.value<domain::Activity>();
    return {domain::slaState(activity, nowMs), activity.dueAtMs};
}
// What rules have done about it, if any did.
domain::Escalated escalatedAt(const QModelIndex &index)
{
    return index.data(QueueModel::EscalatedRole).value<domain::Escalated>();
}
} // namespace

SlaDelegate::SlaDelegate(int role, std::function<qint64()> nowMs, QObject *parent)
    : QStyledItemDelegate(parent), m_role(role), m_nowMs(std::move(nowMs))
{
}

QString SlaDelegate::text(const QModelIndex &index) const
{
    const qint64 nowMs = m_nowMs();
    const Promise promise = promiseOf(index.data(m_role), nowMs);
    return countdownText(promise.state, promise.dueAtMs, nowMs);
}

void SlaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const qint64 nowMs = m_nowMs();
    const Promise promise = promiseOf(index.data(m_role), nowMs);
    const int side = item.fontMetrics.height() * 9 / 10;
    QRectF sign(0, 0, side, side);
    sign.moveCenter({item.rect.left() + 8 + side / 2.0, QRectF(item.rect).center().y()});
    paintSlaSign(*painter, sign, promise.state, slaColour(promise.state, isDark(item.palette)));
    const bool hasFired = escalatedAt(index).times > 0;
    const QRect place = item.rect.adjusted(16 + side, 0, hasFired ? -14 - side : -6, 0);
    const bool chosen = item.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(item.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    QFont font = item.font;
    font.setBold(promise.state == SlaState::Breached);
    painter->setFont(font);
    painter->drawText(
        place, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(countdownText(promise.state, promise.dueAtMs, nowMs), Qt::ElideRight, place.width()));
    painter->restore();
    if (hasFired)
        icon(QStringLiteral("alerts"))
            .paint(painter, QRect(item.rect.right() - side - 6, item.rect.center().y() - side / 2, side, side),
                   Qt::AlignCenter, chosen ? QIcon::Selected : QIcon::Normal);
}

QSize SlaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    return {metrics.horizontalAdvance(text(index)) + metrics.height() * 2 + 34, metrics.height() + 12};
}

bool SlaDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const Promise promise = promiseOf(index.data(m_role), m_nowMs());
    QString tip = console::text(promise.state);
    if (promise.dueAtMs > 0)
        tip += u'\n' + tr("Due %1").arg(fullInstantText(promise.dueAtMs));
    if (const QString fired = escalatedText(escalatedAt(index), m_nowMs()); !fired.isEmpty())
        tip += u'\n' + fired;
    QToolTip::showText(event->globalPos(), tip, view);
    return true;
}

} // namespace hmsact::console
