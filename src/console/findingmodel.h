// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/reports.h"

namespace hmsact::console {

// What was found of the database's settings, the worst first.
class FindingModel final : public RowModel<domain::Finding>
{
    Q_OBJECT

public:
    enum Column { Verdict, Setting, Value, Wanted, Why, ColumnCount };

    explicit FindingModel(QObject *parent = nullptr) : RowModel(parent) { }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Finding &row) const override { return row.setting; }

protected:
    [[nodiscard]] QVariant cell(const domain::Finding &row, int column, int role) const override;
};

} // namespace hmsact::console
