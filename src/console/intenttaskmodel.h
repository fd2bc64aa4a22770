// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/intentdraft.h"
#include "console/rowmodel.h"

namespace hmsact::console {

struct IntentTaskRow {
    int place = 0; // from 0: tasks have no other name that is theirs alone while people type
    IntentTask task;
    QString error; // the first; empty: fine
};

// The tasks of an intent in their order.
class IntentTaskModel final : public RowModel<IntentTaskRow>
{
    Q_OBJECT

public:
    enum Column { Name, Promise, Skill, Needs, Kind, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const IntentTaskRow &row) const override { return QString::number(row.place); }

protected:
    [[nodiscard]] QVariant cell(const IntentTaskRow &row, int column, int role) const override;
};

} // namespace hmsact::console
