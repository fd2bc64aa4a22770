// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/navlist.h"

#include "console/icons.h"
#include "console/palette.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace hmsact::console {

namespace {

constexpr int badgeRole = Qt::UserRole;

class NavDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics &metrics = option.fontMetrics;
        const QString text = index.data().toString();
        if (isCompact())
            return {metrics.height() + 40, metrics.height() + 20};
        return {metrics.height() * 2 + metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 9 + 24,
                metrics.height() + 20};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state & QStyle::State_Selected;
        const bool dark = isDark(option.palette);
        const QRect box = option.rect.adjusted(6, 2, -6, -2);
        if (chosen || (option.state & QStyle::State_MouseOver)) {
            QColor ground = option.palette.color(QPalette::Highlight);
            ground.setAlphaF(chosen ? 1.0F : 0.4F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(box, 5, 5);
        }
        if (chosen) {
            painter->setBrush(accentColour(dark));
            painter->drawRoundedRect(QRectF(box.left(), box.top() + 6, 3, box.height() - 12), 1.5, 1.5);
        }
        if ((option.state & QStyle::State_HasFocus) && chosen) {
            painter->setPen(QPen(accentColour(dark), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        const int side = option.fontMetrics.height() + 2;
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(box.left() + 12, box.center().y() - side / 2, side, side));
        QFont font = option.font;
        font.setBold(chosen);
        painter->setFont(font);
        painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::WindowText));
        if (!isCompact())
            painter->drawText(box.adjusted(side + 22, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        paintBadge(*painter, option, box, index.data(badgeRole).toLongLong());
        painter->restore();
    }

private:
    [[nodiscard]] bool isCompact() const { return qobject_cast<const NavList *>(parent())->isCompact(); }

    void paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, qint64 count) const
    {
        if (count <= 0)
            return;
        const QString text = count > 99 ? QStringLiteral("99+") : QLocale().toString(count);
        const int height = option.fontMetrics.height() + 2;
        const int width = std::max(height, option.fontMetrics.horizontalAdvance(text) + 12);
        QRectF pill(box.right() - width - 8, box.center().y() - height / 2.0 + 0.5, width, height);
        if (isCompact()) // on the corner of the sign
            pill = QRectF(box.right() - width * 0.8, box.top(), width * 0.8, height * 0.8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0xb3, 0x26, 0x1e));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        QFont font = option.font;
        if (isCompact())
            font.setPointSizeF(font.pointSizeF() * 0.8);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(pill, Qt::AlignCenter, text);
    }
};

} // namespace

NavList::NavList(QWidget *parent) : QListWidget(parent)
{
    setFrameShape(NoFrame);
    setItemDelegate(new NavDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
    setViewportMargins(0, 8, 0, 8);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
}

void NavList::addPage(const QString &iconName, const QString &name, const QString &shortcut)
{
    auto *item = new QListWidgetItem(icon(iconName), name, this);
    item->setToolTip(QStringLiteral("%1 (%2)").arg(name, shortcut));
    item->setData(Qt::AccessibleTextRole, name);
}

void NavList::setBadge(int page, qint64 count)
{
    QListWidgetItem *one = item(page);
    if (one->data(badgeRole).toLongLong() == count)
        return;
    one->setData(badgeRole, count);
    one->setData(Qt::AccessibleTextRole,
                 count > 0 ? tr("%1, %2 open").arg(one->text(), QLocale().toString(count)) : one->text());
}

void NavList::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    scheduleDelayedItemsLayout();
    fitWidth();
}

void NavList::fitWidth()
{
    const bool scrolls = count() > 0 && height() > 0 && sizeHintForRow(0) * count() > viewport()->height();
    setFixedWidth(sizeHintForColumn(0) + 4 + (scrolls ? verticalScrollBar()->sizeHint().width() : 0));
}

void NavList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->size().height() != event->oldSize().height())
        fitWidth();
}

void NavList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && count() > 0)
        fitWidth();
}

} // namespace hmsact::console
