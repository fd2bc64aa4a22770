// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/previewtable.h"

#include <algorithm>

namespace hmsact::console {

void PreviewTable::set(std::vector<QStringList> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_columns = 0;
    for (const QStringList &row : m_rows)
        m_columns = std::max(m_columns, int(row.size()));
    endResetModel();
}

int PreviewTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : int(m_rows.size()) - 1;
}

int PreviewTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_columns; }

QVariant PreviewTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_rows[size_t(index.row()) + 1].value(index.column());
}

QVariant PreviewTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || m_rows.empty())
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_rows.front().value(section)) : QVariant(section + 1);
}

} // namespace hmsact::console
