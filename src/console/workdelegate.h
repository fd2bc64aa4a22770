// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace hmsact::console {

// Paints the rows of a WorkModel: a heading with its count, a task in two lines with its countdown at the right edge.
class WorkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    WorkDelegate(std::function<qint64()> nowMs, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTask(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    std::function<qint64()> m_nowMs;
};

} // namespace hmsact::console
