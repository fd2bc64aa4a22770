// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/outboxmodel.h"

#include "console/alertmodel.h"
#include "console/icons.h"
#include "console/timetext.h"

#include <QCoreApplication>
#include <QFont>

namespace hmsact::console {

using domain::Notification;
using domain::NotificationKind;
using domain::NotificationState;

QString text(NotificationState state)
{
    switch (state) {
    case NotificationState::Queued:
        return OutboxModel::tr("Waiting");
    case NotificationState::Sending:
        return OutboxModel::tr("On its way");
    case NotificationState::Sent:
        return OutboxModel::tr("Sent");
    case NotificationState::Dead:
        return OutboxModel::tr("Given up");
    case NotificationState::Withdrawn:
        return OutboxModel::tr("Withdrawn");
    }
    return {};
}

static QIcon signOf(NotificationState state)
{
    switch (state) {
    case NotificationState::Queued:
        return icon(QStringLiteral("waiting"));
    case NotificationState::Sending:
        return icon(QStringLiteral("progress"));
    case NotificationState::Sent:
        return icon(QStringLiteral("completed"));
    case NotificationState::Dead:
        return icon(QStringLiteral("failed"));
    case NotificationState::Withdrawn:
        return icon(QStringLiteral("cancelled"));
    }
    return {};
}

static QString aboutText(const Notification &row)
{
    if (row.kind == NotificationKind::Test)
        return OutboxModel::tr("Test");
    const QString task = row.facts.value(QLatin1String("task")).toString();
    if (row.kind == NotificationKind::Assignment)
        return OutboxModel::tr("Work: %1").arg(task);
    const QString what = alertText(row.facts.value(QLatin1String("reason")).toString());
    return task.isEmpty() || what.isEmpty() ? what + task : OutboxModel::tr("%1: %2").arg(what, task);
}

OutboxModel::OutboxModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int OutboxModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case To:
        return tr("To");
    case About:
        return tr("About");
    case Written:
        return tr("Written");
    case Tries:
        return tr("Tries");
    case Outcome:
        return tr("What came of it");
    default:
        return {};
    }
}

QString OutboxModel::keyOf(const Notification &row) const { return QString::number(row.id.value); }

QString OutboxModel::outcome(const Notification &row) const
{
    // The program's own reasons are in the catalogue; those of others stay as they were said.
    const QString error = QCoreApplication::translate("Error", row.error.toUtf8().constData());
    const qint64 nowMs = m_nowMs();
    switch (row.state) {
    case NotificationState::Sent:
        return row.carrier.isNull() ? agoText(row.sentAtMs, nowMs)
                                    : tr("%1, together with others").arg(agoText(row.sentAtMs, nowMs));
    case NotificationState::Queued:
        if (row.snoozedUntilMs > std::max({nowMs, row.notBeforeMs, row.retryAtMs}))
            return tr("its alert is put off: waits for another %1").arg(spanText(row.snoozedUntilMs - nowMs));
        if (row.attempts > 0)
            return tr("%1 – again in %2").arg(error, spanText(std::max<qint64>(row.retryAtMs - nowMs, 0)));
        if (const qint64 atMs = std::max(row.notBeforeMs, row.retryAtMs); atMs > nowMs)
            return tr("goes out in %1").arg(spanText(atMs - nowMs));
        return {};
    case NotificationState::Withdrawn:
        return tr("solved before it was sent");
    default:
        return error;
    }
}

QString OutboxModel::shown(const Notification &row, int column) const
{
    switch (column) {
    case State:
        return text(row.state);
    case To:
        return row.address;
    case About:
        return aboutText(row);
    case Written:
        return agoText(row.createdAtMs, m_nowMs());
    case Tries:
        return row.attempts == 0 ? QString() : QLocale().toString(row.attempts);
    case Outcome:
        return outcome(row);
    default:
        return {};
    }
}

QString OutboxModel::hint(const Notification &row, int column) const
{
    switch (column) {
    case State:
        return row.id.toString();
    case Written:
        return fullInstantText(row.createdAtMs);
    case Outcome:
        if (row.state == NotificationState::Sent)
            return fullInstantText(row.sentAtMs);
        break;
    default:
        break;
    }
    return shown(row, column);
}

QVariant OutboxModel::cell(const Notification &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        return hint(row, column);
    case Qt::DecorationRole:
        return column == State ? QVariant(signOf(row.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Tries ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole: {
        QFont font; // what did not arrive stands out
        font.setBold(row.state == NotificationState::Dead && column == State);
        return font;
    }
    default:
        return {};
    }
}

} // namespace hmsact::console
