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
#include "domain/limits.h"
#include "domain/sla.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hmsact::console {

using domain::SlaState;

namespace {
constexpr int edge = 8; // pixels before the sign, and between it and the text
constexpr int bellEdge = 6; // after the text, and after the bell

int signSide(const QFontMetrics &metrics) { return metrics.height() * 9 / 10; }

QFont boldIf(bool bold, QFont font)
{
    font.setBold(bold);
    return font;
}

int widthOf(const QString &text, const QFont &font)
{
    const int side = signSide(QFontMetrics(font));
    return edge + side + edge + QFontMetrics(font).horizontalAdvance(text) + bellEdge + side + bellEdge;
}

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
    const int side = signSide(item.fontMetrics);
    QRectF sign(0, 0, side, side);
    sign.moveCenter({item.rect.left() + edge + side / 2.0, QRectF(item.rect).center().y()});
    paintSlaSign(*painter, sign, promise.state, slaColour(promise.state, isDark(item.palette)));
    const bool hasFired = escalatedAt(index).times > 0;
    const QRect place = item.rect.adjusted(edge + side + edge, 0, -bellEdge - (hasFired ? side + bellEdge : 0), 0);
    const bool chosen = item.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(item.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    const QFont font = boldIf(promise.state == SlaState::Breached, item.font);
    painter->setFont(font);
    painter->drawText(
        place, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(countdownText(promise.state, promise.dueAtMs, nowMs), Qt::ElideRight, place.width()));
    painter->restore();
    if (hasFired)
        icon(QStringLiteral("alerts"))
            .paint(painter, QRect(item.rect.right() - side - bellEdge, item.rect.center().y() - side / 2, side, side),
                   Qt::AlignCenter, chosen ? QIcon::Selected : QIcon::Normal);
}

QSize SlaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {widthOf(text(index), boldIf(true, option.font)), QFontMetrics(option.font).height() + 12};
}

int SlaDelegate::columnWidth(const QFont &font, Bell bell)
{
    using namespace domain::limits;
    int width = 0;
    for (const qint64 ms : {99 * msPerDay + 23 * msPerHour, 47 * msPerHour + 59 * msPerMinute})
        width = std::max(width, widthOf(countdownText(SlaState::Breached, 0, ms), boldIf(true, font)));
    width = std::max(width, widthOf(countdownText(SlaState::Paused, 0, 0), font));
    return bell == Bell::Room ? width : width - signSide(QFontMetrics(font)) - bellEdge;
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
