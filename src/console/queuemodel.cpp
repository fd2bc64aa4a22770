// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/queuemodel.h"

#include "console/icons.h"
#include "console/words.h"
#include "domain/sla.h"

namespace hmsact::console {

using domain::QueueSort;
using domain::TaskView;

int QueueModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Sla:
        return role == Qt::ToolTipRole ? tr("Time left until the task is due") : tr("Due in");
    case TaskName:
        return tr("Task");
    case Status:
        return tr("Status");
    case Worker:
        return role == Qt::ToolTipRole ? tr("Who holds the task, or for whom it is kept") : tr("Worker");
    case Skill:
        return tr("Skill");
    case Priority:
        return role == Qt::ToolTipRole ? tr("0 to 9, 9 is the most urgent") : tr("Priority");
    case Intent:
        return role == Qt::ToolTipRole ? tr("What the citizen asked for; sorted by when it came in") : tr("Activity");
    case Citizen:
        return role == Qt::ToolTipRole ? tr("Sorted by when the citizen asked, not by name") : tr("Citizen");
    default:
        return {};
    }
}

QString QueueModel::keyOf(const TaskView &row) const { return QString::number(row.task.id.value); }

QueueSort QueueModel::sortOf(int column)
{
    switch (column) {
    case Sla:
        return QueueSort::DueAt;
    case TaskName:
        return QueueSort::Name;
    case Status:
        return QueueSort::State;
    case Worker:
        return QueueSort::Worker;
    case Skill:
        return QueueSort::Skill;
    case Priority:
        return QueueSort::Priority;
    case Intent:
    case Citizen:
        return QueueSort::Activity;
    default:
        return QueueSort::Rank;
    }
}

static QString shown(const TaskView &row, int column)
{
    switch (column) {
    case QueueModel::TaskName:
        return row.task.name;
    case QueueModel::Status:
        return statusText(row);
    case QueueModel::Worker:
        if (!row.task.worker.isNull())
            return row.task.worker.value;
        return row.task.pool.isEmpty() ? QString() : QueueModel::tr("pool %1").arg(row.task.pool);
    case QueueModel::Skill:
        return row.task.skill;
    case QueueModel::Priority:
        return QString::number(row.task.priority);
    case QueueModel::Intent:
        return row.intent;
    case QueueModel::Citizen:
        return row.citizenId;
    default:
        return {};
    }
}

QString QueueModel::promise(const TaskView &row) const
{
    return m_nowMs ? promiseText(domain::slaState(row.task, m_nowMs()), row.task.dueAtMs, m_nowMs()) : text(row.slaState);
}

QVariant QueueModel::cell(const TaskView &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole: {
        const QString text = shown(row, column);
        return column == Status && !row.task.reason.isEmpty() ? text + u'\n' + row.task.reason : text;
    }
    case Qt::DecorationRole:
        return column == Status ? QVariant(stateIcon(row.task.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Priority ? Qt::AlignHCenter : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        if (column != Sla)
            return shown(row, column);
        return row.escalated.times > 0 ? tr("%1, a rule has acted").arg(promise(row)) : promise(row);
    case TaskRole:
        return QVariant::fromValue(row.task);
    case EscalatedRole:
        return QVariant::fromValue(row.escalated);
    default:
        return {};
    }
}

} // namespace hmsact::console
