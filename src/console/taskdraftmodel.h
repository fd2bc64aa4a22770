// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "console/taskdraft.h"

namespace hmsact::console {

struct TaskDraftRow {
    int place = 0; // from 0: tasks have no other name that is theirs alone while people type
    TaskDraft task;
    QString error; // all that is wrong; empty: fine
};

// Tasks that are not made yet, in their order.
class TaskDraftModel final : public RowModel<TaskDraftRow>
{
    Q_OBJECT

public:
    enum Column { Name, Promise, Skill, Needs, Kind, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const TaskDraftRow &row) const override { return QString::number(row.place); }

protected:
    [[nodiscard]] QVariant cell(const TaskDraftRow &row, int column, int role) const override;
};

} // namespace hmsact::console
