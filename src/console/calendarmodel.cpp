// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarmodel.h"

#include "console/calendardraft.h"

#include <QDateTime>
#include <QLocale>

namespace hmsact::console {

using domain::Calendar;

CalendarModel::CalendarModel(std::function<qint64()> nowMs, QObject *parent)
    : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int CalendarModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Name:
        return tr("Calendar");
    case Zone:
        return tr("Time zone");
    case Hours:
        return tr("Hours");
    case NextHoliday:
        return tr("Next holiday");
    case Workers:
        return role == Qt::ToolTipRole ? tr("How many work by it") : tr("Workers");
    default:
        return {};
    }
}

QString CalendarModel::keyOf(const CalendarRow &row) const { return row.calendar.name; }

static QString holidayText(const Calendar &calendar, qint64 nowMs)
{
    const domain::Holiday *next = nextHoliday(calendar, nowMs);
    if (!next)
        return calendar.holidays.empty() ? QString() : CalendarModel::tr("none to come");
    const bool isSoon = next->date < QDateTime::fromMSecsSinceEpoch(nowMs).date().addMonths(11);
    const QString date =
        QLocale().toString(next->date, isSoon ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
    return next->name.isEmpty() ? date : QStringLiteral("%1 – %2").arg(date, next->name);
}

QVariant CalendarModel::cell(const CalendarRow &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (column == Workers ? Qt::AlignHCenter : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return row.calendar.name;
    case Zone:
        return row.calendar.timeZone;
    case Hours:
        return weekText(row.calendar);
    case NextHoliday: {
        const QString next = holidayText(row.calendar, m_nowMs());
        return role == Qt::ToolTipRole && !row.calendar.holidays.empty()
            ? QStringLiteral("%1\n%2").arg(next, tr("%Ln holiday(s)", nullptr, int(row.calendar.holidays.size())))
            : next;
    }
    case Workers:
        return row.workers < 0 ? QString() : QLocale().toString(row.workers);
    default:
        return {};
    }
}

} // namespace hmsact::console
