// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workermodel.h"

#include "console/icons.h"
#include "console/timetext.h"
#include "console/words.h"

namespace hmsact::console {

using domain::Presence;
using domain::StaffRow;
using domain::WorkerKind;

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
    case Presence:
        return tr("Presence");
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

QString WorkerModel::keyOf(const StaffRow &row) const { return row.view.worker.id.value; }

QString presenceText(const StaffRow &row, qint64 nowMs)
{
    const QString back = instantText(row.backAtMs, nowMs);
    switch (row.presence) {
    case Presence::Here:
        return WorkerModel::tr("Here");
    case Presence::Silent:
        return WorkerModel::tr("Silent");
    case Presence::OffShift:
        return row.backAtMs > 0 ? WorkerModel::tr("Off shift until %1").arg(back) : WorkerModel::tr("Off shift");
    case Presence::OnLeave:
        return row.backAtMs > 0 ? WorkerModel::tr("On leave until %1").arg(back) : WorkerModel::tr("On leave");
    case Presence::NotAvailable:
        break;
    }
    return WorkerModel::tr("Marked as away");
}

bool isAtWork(const StaffRow &row) { return row.presence == Presence::Here || row.presence == Presence::Silent; }

bool isThere(const StaffRow &row) { return isAtWork(row) && row.view.load < row.view.worker.capacity; }

static QIcon presenceIcon(Presence presence)
{
    switch (presence) {
    case Presence::Here:
        return icon(QStringLiteral("completed"));
    case Presence::Silent:
        return icon(QStringLiteral("error"));
    default:
        return icon(QStringLiteral("hold"));
    }
}

static QString skillsText(const QMap<QString, int> &skills)
{
    QStringList parts;
    for (auto it = skills.begin(); it != skills.end(); ++it) // the usual level goes without saying
        parts << (it.value() == domain::skillLevelDefault
                      ? it.key()
                      : QStringLiteral("%1 (%2)").arg(it.key(), QString::number(it.value())));
    return parts.join(QStringLiteral(", "));
}

QString WorkerModel::shown(const StaffRow &row, int column) const
{
    const domain::Worker &worker = row.view.worker;
    switch (column) {
    case Name:
        return worker.name.isEmpty() ? worker.id.value : worker.name;
    case Kind:
        return text(worker.kind);
    case Presence:
        return presenceText(row, m_nowMs());
    case Load:
        return tr("%1 of %2").arg(row.view.load).arg(worker.capacity);
    case Skills:
        return skillsText(worker.skills);
    case Pools:
        return worker.pools.join(QStringLiteral(", "));
    case LastSeen:
        return agoText(worker.lastSeenAtMs, m_nowMs());
    case Channel:
        return worker.channel.isEmpty() ? tr("pulls its work") : worker.channel;
    default:
        return {};
    }
}

QVariant WorkerModel::cell(const StaffRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == Load)
            return tr("%1 in hand, %2 offered; %3 of the capacity of %4 is taken")
                .arg(row.view.activeCount)
                .arg(row.view.offeredCount)
                .arg(row.view.load)
                .arg(row.view.worker.capacity);
        if (column == Presence && row.presence == domain::Presence::Silent)
            return tr("Silent: asks for no work");
        if (column == Skills)
            return tr("%1\nLevels 1 to 5; without a number: 3").arg(shown(row, column));
        return column == LastSeen ? fullInstantText(row.view.worker.lastSeenAtMs)
            : column == Name      ? row.view.worker.id.value
                                  : shown(row, column);
    case Qt::DecorationRole:
        if (column == Name)
            return icon(row.view.worker.kind == WorkerKind::Human ? QStringLiteral("person") : QStringLiteral("bot"));
        return column == Presence ? QVariant(presenceIcon(row.presence)) : QVariant();
    case LoadRole:
        return column == Load ? QVariant(1000 * row.view.load / std::max(1, row.view.worker.capacity)) : QVariant();
    default:
        return {};
    }
}

} // namespace hmsact::console
