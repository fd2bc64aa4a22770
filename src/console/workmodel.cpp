// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workmodel.h"

#include "console/icons.h"
#include "console/words.h"
#include "domain/sla.h"

namespace hmsact::console {

using domain::TaskView;

QString text(WorkPart part)
{
    switch (part) {
    case WorkPart::Held:
        return WorkModel::tr("In hand");
    case WorkPart::Offered:
        return WorkModel::tr("Offered to you");
    case WorkPart::Review:
        return WorkModel::tr("To be reviewed");
    case WorkPart::Choice:
        return WorkModel::tr("The citizen’s choice");
    case WorkPart::Paused:
        return WorkModel::tr("On hold");
    case WorkPart::Open:
        break;
    }
    return WorkModel::tr("Waiting for anyone");
}

std::vector<WorkRow> WorkModel::rowsOf(const domain::Workday &day)
{
    std::vector<WorkRow> rows;
    const auto add = [&rows](WorkPart part, const std::vector<TaskView> &views) {
        if (!views.empty())
            rows.push_back({part, static_cast<int>(views.size()), {}});
        for (const TaskView &view : views)
            rows.push_back({part, 0, view});
    };
    add(WorkPart::Held, day.held);
    add(WorkPart::Offered, day.offered);
    add(WorkPart::Review, day.reviews);
    add(WorkPart::Choice, day.choices);
    add(WorkPart::Paused, day.paused);
    add(WorkPart::Open, day.open);
    return rows;
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? tr("Task") : QVariant();
}

Qt::ItemFlags WorkModel::flags(const QModelIndex &index) const
{
    const WorkRow *row = rowAt(index.row());
    return row && row->isHeading() ? Qt::NoItemFlags : RowModel::flags(index);
}

QString WorkModel::keyOf(const WorkRow &row) const
{
    return row.isHeading() ? QStringLiteral("part %1").arg(static_cast<int>(row.part))
                           : QString::number(row.view.task.id.value);
}

int WorkModel::rowOfTask(domain::TaskId task) const { return rowOf(QString::number(task.value)); }

int WorkModel::rowAfter(int row) const
{
    const auto atHand = [this](int at) {
        const WorkRow &one = rows()[static_cast<size_t>(at)];
        return !one.isHeading() && one.part < WorkPart::Choice; // what the citizen is to say keeps nobody from the next task
    };
    for (int at = std::max(0, row + 1); at < rowCount(); ++at)
        if (atHand(at))
            return at;
    for (int at = 0; at < std::min(row, rowCount()); ++at)
        if (atHand(at))
            return at;
    return -1;
}

static QString detailOf(const WorkRow &row)
{
    const TaskView &view = row.view;
    if (row.part == WorkPart::Paused)
        return view.task.reason.simplified();
    return WorkModel::tr("%1 · %2").arg(view.intent, isolated(view.citizenId));
}

QString WorkModel::promise(const TaskView &view) const
{
    return m_nowMs ? promiseText(domain::slaState(view.task, m_nowMs()), view.task.dueAtMs, m_nowMs()) : text(view.slaState);
}

QVariant WorkModel::cell(const WorkRow &row, int, int role) const
{
    if (row.isHeading()) {
        switch (role) {
        case Qt::DisplayRole:
            return text(row.part);
        case Qt::AccessibleTextRole:
            return tr("%1, %Ln task(s)", nullptr, row.headingOf).arg(text(row.part));
        case HeadingRole:
            return row.headingOf;
        default:
            return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
        return row.view.task.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(row.view.task.name, detailOf(row), promise(row.view));
    case Qt::ToolTipRole:
        return QString(row.view.task.name + u'\n' + detailOf(row));
    case Qt::DecorationRole:
        return stateIcon(row.view.task.state);
    case TaskRole:
        return QVariant::fromValue(row.view.task);
    case DetailRole:
        return detailOf(row);
    default:
        return {};
    }
}

} // namespace hmsact::console
