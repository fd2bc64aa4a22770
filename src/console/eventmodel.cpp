// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/eventmodel.h"

#include "console/eventtext.h"
#include "console/timetext.h"

namespace hmsact::console {

using domain::Event;

EventModel::EventModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

void EventModel::setTaskNames(QHash<domain::TaskId, QString> names)
{
    m_names = std::move(names);
    if (rowCount() > 0)
        emit dataChanged(index(0, What), index(rowCount() - 1, What));
}

int EventModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("When");
    case What:
        return tr("What happened");
    case Who:
        return tr("By");
    default:
        return {};
    }
}

QString EventModel::keyOf(const Event &row) const { return QString::number(row.seq); }

QString EventModel::shown(const Event &row, int column) const
{
    switch (column) {
    case At:
        return instantText(row.atMs, m_nowMs());
    case What:
        return eventText(row, m_names.value(row.task));
    case Who:
        return actorText(row);
    default:
        return {};
    }
}

QVariant EventModel::cell(const Event &row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return shown(row, column);
    if (role == Qt::ToolTipRole)
        return column == At ? fullInstantText(row.atMs) : shown(row, column);
    return {};
}

} // namespace hmsact::console
