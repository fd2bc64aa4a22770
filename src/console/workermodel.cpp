// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workermodel.h"

#include "console/icons.h"
#include "console/timetext.h"
#include "console/words.h"

namespace hmsact::console {

using domain::WorkerKind;
using domain::WorkerView;

WorkerModel::WorkerModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int WorkerModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant WorkerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Worker");
    case Kind:
        return tr("Kind");
    case Load:
        return tr("Load");
    case Skills:
        return tr("Skills");
    case Pools:
        return tr("Pools");
    case LastSeen:
        return tr("Last seen");
    case Channel:
        return tr("Reached by");
    default:
        return {};
    }
}

QString WorkerModel::keyOf(const WorkerView &row) const { return row.worker.id.value; }

static QString skillsText(const QMap<QString, int> &skills)
{
    QStringList parts;
    for (auto it = skills.begin(); it != skills.end(); ++it) // the usual level goes without saying
        parts << (it.value() == domain::skillLevelDefault ? it.key()
                                                          : QStringLiteral("%1 (%2)").arg(it.key()).arg(it.value()));
    return parts.join(QStringLiteral(", "));
}

QString WorkerModel::shown(const WorkerView &row, int column) const
{
    switch (column) {
    case Name:
        return row.worker.name.isEmpty() ? row.worker.id.value : row.worker.name;
    case Kind:
        return text(row.worker.kind);
    case Load:
        return row.worker.available ? tr("%1 of %2").arg(row.activeCount).arg(row.worker.capacity)
                                    : tr("%1 · away").arg(row.activeCount);
    case Skills:
        return skillsText(row.worker.skills);
    case Pools:
        return row.worker.pools.join(QStringLiteral(", "));
    case LastSeen:
        return agoText(row.worker.lastSeenAtMs, m_nowMs());
    case Channel:
        return row.worker.channel.isEmpty() ? tr("pulls its work") : row.worker.channel;
    default:
        return {};
    }
}

QVariant WorkerModel::cell(const WorkerView &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == Skills)
            return tr("%1\nLevels 1 to 5; without a number: 3").arg(shown(row, column));
        return column == LastSeen ? fullInstantText(row.worker.lastSeenAtMs)
            : column == Name      ? row.worker.id.value
                                  : shown(row, column);
    case Qt::DecorationRole:
        if (column == Name)
            return icon(row.worker.kind == WorkerKind::Human ? QStringLiteral("person") : QStringLiteral("bot"));
        return {};
    default:
        return {};
    }
}

} // namespace hmsact::console
