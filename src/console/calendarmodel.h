// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/calendar.h"

#include <functional>

namespace hmsact::console {

struct CalendarRow {
    domain::Calendar calendar;
    int workers = 0; // that work by it; -1: not counted yet
};

// The calendars in short: when, in which zone, and the next day that is free.
class CalendarModel final : public RowModel<CalendarRow>
{
    Q_OBJECT

public:
    enum Column { Name, Hours, NextHoliday, Workers, Zone, ColumnCount };

    explicit CalendarModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const CalendarRow &row) const override;

protected:
    [[nodiscard]] QVariant cell(const CalendarRow &row, int column, int role) const override;

private:
    std::function<qint64()> m_nowMs;
};

} // namespace hmsact::console
