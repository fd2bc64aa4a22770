// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/query.h"

#include <functional>

namespace hmsact::console {

// The queue view's rows: tasks of all activities with what a dispatcher reads first.
class QueueModel final : public RowModel<domain::TaskView>
{
    Q_OBJECT

public:
    enum Column { Sla, TaskName, Status, Intent, Citizen, Worker, Priority, Skill, ColumnCount };
    enum Role { TaskRole = Qt::UserRole, EscalatedRole };

    // `nowMs`: for what is said of the time that is left; without it nothing is.
    explicit QueueModel(std::function<qint64()> nowMs = {}, QObject *parent = nullptr)
        : RowModel(parent), m_nowMs(std::move(nowMs))
    {
    }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::TaskView &row) const override;

    // What the database sorts by when that header is clicked.
    [[nodiscard]] static domain::QueueSort sortOf(int column);

protected:
    [[nodiscard]] QVariant cell(const domain::TaskView &row, int column, int role) const override;

private:
    [[nodiscard]] QString promise(const domain::TaskView &row) const;

    std::function<qint64()> m_nowMs;
};

} // namespace hmsact::console

Q_DECLARE_METATYPE(hmsact::domain::Task)
Q_DECLARE_METATYPE(hmsact::domain::Escalated)
