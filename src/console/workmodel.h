// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/workday.h"

#include <functional>

namespace hmsact::console {

// Why a task stands in somebody's list, in the order of the list: what is at hand comes before what may be taken.
enum class WorkPart { Held, Offered, Review, Choice, Paused, Open };

struct WorkRow {
    WorkPart part = WorkPart::Held;
    int headingOf = 0; // > 0: the heading of the part, which has so many tasks
    domain::TaskView view; // of a task
    [[nodiscard]] bool isHeading() const { return headingOf > 0; }
};

// One worker's day as one list: a heading for each part, then its tasks. Headings cannot be chosen.
class WorkModel final : public RowModel<WorkRow>
{
    Q_OBJECT

public:
    enum Role { TaskRole = Qt::UserRole, HeadingRole, DetailRole };

    // `nowMs`: for what is said of the time that is left; without it nothing is.
    explicit WorkModel(std::function<qint64()> nowMs = {}, QObject *parent = nullptr)
        : RowModel(parent), m_nowMs(std::move(nowMs))
    {
    }

    static std::vector<WorkRow> rowsOf(const domain::Workday &day);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QString keyOf(const WorkRow &row) const override;
    [[nodiscard]] int rowOfTask(domain::TaskId task) const; // -1: not here
    // The task to go on with when that row is done: the next that is at hand, else the first one; -1: none is at hand.
    [[nodiscard]] int rowAfter(int row) const;

protected:
    [[nodiscard]] QVariant cell(const WorkRow &row, int column, int role) const override;

private:
    [[nodiscard]] QString promise(const domain::TaskView &view) const;

    std::function<qint64()> m_nowMs;
};

[[nodiscard]] QString text(WorkPart part); // "In hand"

} // namespace hmsact::console
