// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/query.h"

#include <functional>

namespace hmsact::console {

// Who does the work: kind, skills with levels, pools, load, and when they were last heard of.
class WorkerModel final : public RowModel<domain::WorkerView>
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Load, Skills, Pools, LastSeen, Channel, ColumnCount };

    explicit WorkerModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::WorkerView &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::WorkerView &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::WorkerView &row, int column) const;
    std::function<qint64()> m_nowMs;
};

} // namespace hmsact::console
