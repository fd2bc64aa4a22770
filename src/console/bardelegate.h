// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hmsact::console {

// What stands in a cell, and under it a bar: how much of the whole that is. The bar only repeats what is written.
class BarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    BarDelegate(int role, int whole, QObject *parent); // `role`: the part, a number

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
    int m_whole;
};

} // namespace hmsact::console
