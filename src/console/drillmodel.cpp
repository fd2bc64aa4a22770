// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/drillmodel.h"

#include "console/icons.h"
#include "console/timetext.h"

namespace hmsact::console {

using domain::DrilledTask;
using domain::Handover;

DrillModel::DrillModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

QVariant DrillModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Task");
    case Has:
        return tr("Now");
    case Due:
        return tr("Due");
    case GoesTo:
        return tr("Goes to");
    case Activity:
        return tr("Activity");
    case Citizen:
        return tr("Citizen");
    default:
        return {};
    }
}

QString goesToText(const DrilledTask &task)
{
    switch (task.how) {
    case Handover::Substitute:
        return DrillModel::tr("%1, who stands in").arg(task.to.value);
    case Handover::Offered:
        return DrillModel::tr("%1, to whom it is offered").arg(task.to.value);
    case Handover::Open:
        return DrillModel::tr("whoever asks first; the best is %1").arg(task.to.value);
    case Handover::Nobody:
        break;
    }
    return DrillModel::tr("nobody can take it now: it waits, and an alert is raised");
}

QString DrillModel::shown(const DrilledTask &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Has:
        return row.held ? tr("in hand") : row.onHold ? tr("on hold") : tr("offered");
    case Due:
        return instantText(row.dueAtMs, m_nowMs());
    case GoesTo:
        return goesToText(row);
    case Activity:
        return tr("%1 · %2").arg(row.intent, row.activity.toString());
    case Citizen:
        return row.citizenId;
    default:
        return {};
    }
}

QVariant DrillModel::cell(const DrilledTask &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == GoesTo && row.how != Handover::Nobody)
            return tr("%1\n%2 of 100 points for this task").arg(shown(row, column), QString::number(qRound(row.score)));
        return column == Name ? tr("%1\nSkill: %2").arg(row.name, row.skill) : shown(row, column);
    case Qt::DecorationRole:
        return column == GoesTo && row.how == Handover::Nobody ? QVariant(icon(QStringLiteral("error"))) : QVariant();
    default:
        return {};
    }
}

} // namespace hmsact::console
