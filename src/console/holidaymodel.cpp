// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/holidaymodel.h"

#include <QLocale>

namespace hmsact::console {

using domain::Holiday;

std::vector<HolidayRow> importOf(const std::vector<Holiday> &present, const std::vector<Holiday> &file)
{
    std::vector<HolidayRow> rows;
    for (const Holiday &holiday : file) {
        const auto known = std::ranges::find(present, holiday.date, &Holiday::date);
        if (known == present.end())
            rows.push_back({holiday, HolidayRow::Standing::New, {}});
        else if (known->name == holiday.name)
            rows.push_back({holiday, HolidayRow::Standing::Repeated, {}});
        else
            rows.push_back({holiday, HolidayRow::Standing::Renamed, known->name});
    }
    return rows;
}

int HolidayModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HolidayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Date:
        return tr("Day");
    case Name:
        return tr("Holiday");
    case Standing:
        return tr("Importing it");
    default:
        return {};
    }
}

QString HolidayModel::keyOf(const HolidayRow &row) const { return row.holiday.date.toString(Qt::ISODate); }

static QString standingText(const HolidayRow &row)
{
    switch (row.standing) {
    case HolidayRow::Standing::New:
        return HolidayModel::tr("is new");
    case HolidayRow::Standing::Repeated:
        return HolidayModel::tr("is there already");
    case HolidayRow::Standing::Renamed:
        return row.before.isEmpty() ? HolidayModel::tr("gets this name")
                                    : HolidayModel::tr("was called “%1”").arg(row.before);
    case HolidayRow::Standing::There:
        break;
    }
    return {};
}

QVariant HolidayModel::cell(const HolidayRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Date:
        return QLocale().toString(row.holiday.date, QStringLiteral("ddd d MMM yyyy"));
    case Name:
        return row.holiday.name.isEmpty() && role == Qt::DisplayRole ? QStringLiteral("–") : row.holiday.name;
    case Standing:
        return standingText(row);
    default:
        return {};
    }
}

} // namespace hmsact::console
