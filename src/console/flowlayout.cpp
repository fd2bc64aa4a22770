// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <numeric>

namespace hmsact::console {

FlowLayout::FlowLayout(QWidget *parent, int spacing, int lineSpacing, Lines lines)
    : QLayout(parent), m_lineSpacing(lineSpacing), m_lines(lines)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item) { m_items.emplace_back(item); }

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[static_cast<size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const auto &item : m_items)
        if (!item->isEmpty())
            width += item->sizeHint().width() + spacing();
    return {width, minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

std::vector<QLayoutItem *> FlowLayout::shown() const
{
    std::vector<QLayoutItem *> items;
    for (const auto &item : m_items)
        if (!item->isEmpty())
            items.push_back(item.get());
    return items;
}

std::vector<int> FlowLayout::widths(const std::vector<QLayoutItem *> &items, int room) const
{
    std::vector<int> all;
    for (const QLayoutItem *item : items)
        all.push_back(item->sizeHint().width());
    if (m_lines == Lines::Free)
        return all;
    for (size_t columns = all.size(); columns > 0; --columns) {
        std::vector<int> each(columns, 0);
        for (size_t i = 0; i < all.size(); ++i)
            each[i % columns] = std::max(each[i % columns], all[i]);
        if (columns == 1 || std::accumulate(each.begin(), each.end(), int(columns - 1) * spacing()) <= room)
            return each;
    }
    return all;
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const std::vector<QLayoutItem *> items = shown();
    const std::vector<int> each = widths(items, inner.width());
    int x = inner.x();
    int y = inner.y();
    int lineHeight = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const QSize size(each[i % each.size()], items[i]->sizeHint().height());
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            x = inner.x();
            y += lineHeight + m_lineSpacing;
            lineHeight = 0;
        }
        if (place) {
            const QRect box(QPoint(x, y), size.boundedTo({std::max(inner.width(), 1), size.height()}));
            items[i]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), inner, box));
        }
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace hmsact::console
