// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/staffing.h"

#include <functional>

namespace hmsact::console {

// Who does the work: kind, whether they are there, skills with levels, pools, load, and when they were last heard of.
class WorkerModel final : public RowModel<domain::StaffRow>
{
    Q_OBJECT

public:
    enum Role { LoadRole = Qt::UserRole }; // thousandths of the capacity that are taken
    enum Column { Name, Kind, Presence, Load, Skills, Pools, LastSeen, Channel, ColumnCount };

    explicit WorkerModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::StaffRow &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::StaffRow &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::StaffRow &row, int column) const;
    std::function<qint64()> m_nowMs;
};

// "Here", "Off shift until 08:00".
[[nodiscard]] QString presenceText(const domain::StaffRow &row, qint64 nowMs);
[[nodiscard]] bool isAtWork(const domain::StaffRow &row); // however silent
[[nodiscard]] bool isThere(const domain::StaffRow &row); // is at work and has room left

} // namespace hmsact::console
