// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/staffing.h"

#include <functional>

namespace hmsact::console {

struct WaitingRow {
    domain::SkillRow skill;
    int headingOf = 0; // > 0: the heading of the skill, for which so many tasks wait
    domain::TaskView view; // of a task
    [[nodiscard]] bool isHeading() const { return headingOf > 0; }
};

// What waits for a worker, by skill, and why each of it waits; skills that nobody is there for come first. Painted by
// WorkDelegate: the roles are those of WorkModel. Headings cannot be chosen.
class WaitingModel final : public RowModel<WaitingRow>
{
    Q_OBJECT

public:
    explicit WaitingModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    static std::vector<WaitingRow> rowsOf(const std::vector<domain::TaskView> &tasks,
                                          const std::vector<domain::SkillRow> &skills);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QString keyOf(const WaitingRow &row) const override;

protected:
    [[nodiscard]] QVariant cell(const WaitingRow &row, int column, int role) const override;

private:
    [[nodiscard]] QVariant heading(const WaitingRow &row, int role) const;
    std::function<qint64()> m_nowMs;
};

[[nodiscard]] QString headingText(const domain::SkillRow &skill); // "weld · nobody has it"

} // namespace hmsact::console
