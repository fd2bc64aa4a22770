// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertmodel.h"

#include "console/icons.h"
#include "console/timetext.h"

#include <QFont>

namespace hmsact::console {

using domain::Alert;

QString alertText(const QString &kind)
{
    if (kind == QLatin1String("sla_breach"))
        return AlertModel::tr("Task overdue");
    if (kind == QLatin1String("activity_sla_breach"))
        return AlertModel::tr("Activity overdue");
    if (kind == QLatin1String("task_failed"))
        return AlertModel::tr("Task failed");
    if (kind == QLatin1String("no_eligible_worker"))
        return AlertModel::tr("Nobody can do it");
    if (kind == QLatin1String("sla_warning"))
        return AlertModel::tr("Task due soon");
    if (kind == QLatin1String("activity_sla_warning"))
        return AlertModel::tr("Activity due soon");
    if (kind == QLatin1String("unassigned"))
        return AlertModel::tr("Nobody has begun");
    if (kind == QLatin1String("stalled"))
        return AlertModel::tr("Given up again and again");
    if (kind == QLatin1String("queue_depth"))
        return AlertModel::tr("Too much is waiting");
    QString words = kind;
    return words.replace(u'_', u' ');
}

AlertModel::AlertModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int AlertModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Alert");
    case TaskName:
        return tr("Task");
    case Intent:
        return tr("Activity");
    case Raised:
        return tr("Raised");
    case Seen:
        return tr("Acknowledged");
    default:
        return {};
    }
}

QString AlertModel::keyOf(const Alert &row) const { return QString::number(row.id.value); }

QString AlertModel::shown(const Alert &row, int column) const
{
    switch (column) {
    case What:
        return alertText(row.kind);
    case TaskName:
        return row.taskName;
    case Intent:
        return row.intent;
    case Raised:
        return agoText(row.raisedAtMs, m_nowMs());
    case Seen:
        return row.acknowledgedAtMs == 0 ? tr("not yet")
                                         : tr("%1, %2").arg(row.acknowledgedBy, agoText(row.acknowledgedAtMs, m_nowMs()));
    default:
        return {};
    }
}

QVariant AlertModel::cell(const Alert &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == Raised)
            return fullInstantText(row.raisedAtMs);
        return column == Seen ? fullInstantText(row.acknowledgedAtMs) : shown(row, column);
    case Qt::DecorationRole:
        if (column != What)
            return {};
        return row.kind == QLatin1String("task_failed") ? stateIcon(domain::TaskState::Failed)
                                                        : slaIcon(domain::SlaState::Breached);
    case Qt::FontRole: {
        QFont font; // what nobody has looked at stands out
        font.setBold(row.acknowledgedAtMs == 0 && column == What);
        return font;
    }
    default:
        return {};
    }
}

} // namespace hmsact::console
