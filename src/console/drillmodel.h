// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/staffing.h"

#include <functional>

namespace hmsact::console {

// Where each task of somebody who goes away would go.
class DrillModel final : public RowModel<domain::DrilledTask>
{
    Q_OBJECT

public:
    enum Column { Name, GoesTo, Due, Has, Activity, Citizen, ColumnCount };

    explicit DrillModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::DrilledTask &row) const override { return QString::number(row.task.value); }

protected:
    [[nodiscard]] QVariant cell(const domain::DrilledTask &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::DrilledTask &row, int column) const;
    std::function<qint64()> m_nowMs;
};

[[nodiscard]] QString goesToText(const domain::DrilledTask &task); // "bob, who stands in"

} // namespace hmsact::console
