// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/waitingmodel.h"

#include "console/icons.h"
#include "console/waitingtext.h"
#include "console/words.h"
#include "console/workmodel.h"

#include <QMap>

namespace hmsact::console {

using domain::SkillRow;
using domain::TaskView;

WaitingModel::WaitingModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

std::vector<WaitingRow> WaitingModel::rowsOf(const std::vector<TaskView> &tasks, const std::vector<SkillRow> &skills)
{
    QMap<std::pair<bool, QString>, std::vector<TaskView>> bySkill; // those that nobody is there for come first
    QMap<QString, SkillRow> known;
    for (const SkillRow &skill : skills)
        known.insert(skill.skill, skill);
    for (const TaskView &view : tasks)
        if (view.waiting)
            bySkill[{known.value(view.task.skill).here > 0, view.task.skill}].push_back(view);
    std::vector<WaitingRow> rows;
    for (auto group = bySkill.cbegin(); group != bySkill.cend(); ++group) {
        SkillRow skill = known.value(group.key().second);
        skill.skill = group.key().second;
        rows.push_back({skill, static_cast<int>(group->size()), {}});
        for (const TaskView &view : *group)
            rows.push_back({skill, 0, view});
    }
    return rows;
}

QString headingText(const SkillRow &skill)
{
    if (skill.workers == 0)
        return WaitingModel::tr("%1 · nobody has it").arg(skill.skill);
    if (skill.here == 0)
        return WaitingModel::tr("%1 · %Ln have it, all away or full", nullptr, skill.workers).arg(skill.skill);
    return WaitingModel::tr("%1 · %Ln could take it now", nullptr, skill.here).arg(skill.skill);
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? tr("Task") : QVariant();
}

Qt::ItemFlags WaitingModel::flags(const QModelIndex &index) const
{
    const WaitingRow *row = rowAt(index.row());
    return row && row->isHeading() ? Qt::ItemIsEnabled : RowModel::flags(index);
}

QString WaitingModel::keyOf(const WaitingRow &row) const
{
    return row.isHeading() ? u'#' + row.skill.skill : QString::number(row.view.task.id.value);
}

QVariant WaitingModel::heading(const WaitingRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return headingText(row.skill);
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln waiting", nullptr, row.headingOf).arg(headingText(row.skill));
    case WorkModel::HeadingRole:
        return row.headingOf;
    case Qt::DecorationRole:
        return row.skill.here == 0 ? QVariant(icon(QStringLiteral("error"))) : QVariant();
    default:
        return {};
    }
}

QVariant WaitingModel::cell(const WaitingRow &row, int, int role) const
{
    if (row.isHeading())
        return heading(row, role);
    switch (role) {
    case Qt::DisplayRole:
        return row.view.task.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(row.view.task.name, text(*row.view.waiting, m_nowMs()), text(row.view.slaState));
    case Qt::ToolTipRole:
        return QString(row.view.task.name + u'\n' + text(*row.view.waiting, m_nowMs()));
    case Qt::DecorationRole:
        return stateIcon(row.view.task.state);
    case WorkModel::TaskRole:
        return QVariant::fromValue(row.view.task);
    case WorkModel::DetailRole:
        return tr("%1 · %2 · %3").arg(text(*row.view.waiting, m_nowMs()), row.view.intent, isolated(row.view.citizenId));
    default:
        return {};
    }
}

} // namespace hmsact::console
