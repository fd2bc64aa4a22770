// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskdraftmodel.h"

#include "console/icons.h"

namespace hmsact::console {

int TaskDraftModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TaskDraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Task");
    case Promise:
        return tr("SLA");
    case Skill:
        return tr("Skill");
    case Needs:
        return tr("Needs");
    case Kind:
        return tr("Kind");
    default:
        return {};
    }
}

static QString kindText(const TaskDraft &task)
{
    QStringList parts;
    if (task.isOptional)
        parts << TaskDraftModel::tr("optional");
    if (task.isReviewed)
        parts << TaskDraftModel::tr("reviewed");
    return parts.join(QStringLiteral(", "));
}

static QString neededText(const TaskDraftRow &row)
{
    if (!row.task.needs.trimmed().isEmpty())
        return row.task.needs;
    return row.place == 0 ? QString() : TaskDraftModel::tr("(the one before)");
}

QVariant TaskDraftModel::cell(const TaskDraftRow &row, int column, int role) const
{
    if (role == Qt::DecorationRole && column == Name && !row.error.isEmpty())
        return slaIcon(domain::SlaState::Breached);
    if (role == Qt::ToolTipRole && !row.error.isEmpty())
        return row.error;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return row.task.name;
    case Promise:
        return row.task.sla;
    case Skill:
        return row.task.skill.trimmed().isEmpty() ? row.task.name : row.task.skill;
    case Needs:
        return neededText(row);
    case Kind:
        return kindText(row.task);
    default:
        return {};
    }
}

} // namespace hmsact::console
