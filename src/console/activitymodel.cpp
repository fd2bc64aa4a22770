// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitymodel.h"

#include "console/icons.h"
#include "console/words.h"

#include <QLocale>

namespace hmsact::console {

QString progressText(const domain::Activity &activity)
{
    const int total = activity.taskCount - activity.optionalCount;
    if (total == 0)
        return ActivityModel::tr("no tasks");
    const QLocale locale;
    return ActivityModel::tr("%1 of %2").arg(locale.toString(total - activity.openCount), locale.toString(total));
}

int ActivityModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sla:
        return tr("Due in");
    case Intent:
        return tr("Activity");
    case Citizen:
        return tr("Citizen");
    case Progress:
        return tr("Done");
    default:
        return {};
    }
}

QString ActivityModel::keyOf(const domain::ActivityView &row) const { return QString::number(row.activity.id.value); }

static QString shown(const domain::ActivityView &row, int column)
{
    switch (column) {
    case ActivityModel::Intent:
        return row.activity.intent;
    case ActivityModel::Citizen:
        return row.activity.citizenId;
    case ActivityModel::Progress:
        return progressText(row.activity);
    default:
        return {};
    }
}

QVariant ActivityModel::cell(const domain::ActivityView &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2 · %3\n%4")
            .arg(row.activity.intent, row.activity.citizenId, text(row.activity.state), row.activity.id.toString());
    case Qt::DecorationRole:
        return column == Intent ? QVariant(stateIcon(row.activity.state)) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Sla ? text(row.slaState) : shown(row, column);
    case ActivityRole:
        return QVariant::fromValue(row.activity);
    default:
        return {};
    }
}

} // namespace hmsact::console
