// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitymodel.h"

#include "console/icons.h"
#include "console/words.h"
#include "domain/sla.h"

#include <QFontMetrics>
#include <QLocale>

namespace hmsact::console {

using domain::ActivityState;
using domain::TaskState;

static bool isGivenUp(const domain::Activity &activity)
{
    return activity.state == ActivityState::Cancelled || activity.state == ActivityState::Failed;
}

ActivityProgress progressOf(const domain::ActivityView &view)
{
    const domain::Activity &activity = view.activity;
    const int total = activity.taskCount - activity.optionalCount;
    if (!isGivenUp(activity) || view.tasks.empty())
        return {total, total - activity.openCount};
    ActivityProgress progress;
    for (const domain::TaskView &one : view.tasks) {
        const bool isDone = one.task.state == TaskState::Completed || one.task.state == TaskState::Skipped;
        progress.done += isDone ? 1 : 0;
        progress.total += isDone || !one.task.optional ? 1 : 0; // an option ends with it, too
    }
    return progress;
}

QString progressText(const domain::ActivityView &view)
{
    const ActivityProgress progress = progressOf(view);
    if (progress.total == 0)
        return ActivityModel::tr("no tasks");
    if (isGivenUp(view.activity) && view.tasks.empty()) // its tasks have ended with it, done or not
        return view.activity.state == ActivityState::Cancelled ? ActivityModel::tr("cancelled")
                                                               : ActivityModel::tr("given up");
    const QLocale locale;
    return ActivityModel::tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total));
}

int progressWidth(const QFontMetrics &metrics)
{
    int width = metrics.horizontalAdvance(ActivityModel::tr("%1 of %2").arg(88).arg(88));
    for (const QString &words :
         {ActivityModel::tr("cancelled"), ActivityModel::tr("given up"), ActivityModel::tr("no tasks")})
        width = std::max(width, metrics.horizontalAdvance(words));
    return width;
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
        return progressText(row);
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
        if (column != Sla || !m_nowMs)
            return column == Sla ? text(row.slaState) : shown(row, column);
        return promiseText(domain::slaState(row.activity, m_nowMs()), row.activity.dueAtMs, m_nowMs());
    case ActivityRole:
        return QVariant::fromValue(row.activity);
    default:
        return {};
    }
}

} // namespace hmsact::console
