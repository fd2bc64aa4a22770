// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/calendar.h"

namespace hmsact::console {

struct HolidayRow {
    enum class Standing { There, New, Renamed, Repeated }; // what an import would do with it
    domain::Holiday holiday;
    Standing standing = Standing::There;
    QString before; // the name that Renamed takes away
};

// What importing `file` would do to `present`, by day.
[[nodiscard]] std::vector<HolidayRow> importOf(const std::vector<domain::Holiday> &present,
                                               const std::vector<domain::Holiday> &file);

// Days on which nobody works, with what a file would add or change.
class HolidayModel final : public RowModel<HolidayRow>
{
    Q_OBJECT

public:
    enum Column { Date, Name, Standing, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const HolidayRow &row) const override;

protected:
    [[nodiscard]] QVariant cell(const HolidayRow &row, int column, int role) const override;
};

} // namespace hmsact::console
