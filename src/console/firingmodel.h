// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/dryrunreport.h"

#include <functional>
#include <optional>

// What a rule did, and what it would have done, as tables.
namespace hmsact::console {

// Newest first: when which step fired about which task, what came of it, under which version of the rule, and
// why it did.
class FiringModel final : public RowModel<domain::Firing>
{
    Q_OBJECT

public:
    enum Column { At, TaskName, Step, Outcome, Version, Why, ColumnCount };

    explicit FiringModel(std::function<qint64()> nowMs, QObject *parent = nullptr)
        : RowModel(parent), m_nowMs(std::move(nowMs))
    {
    }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Firing &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::Firing &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::Firing &row, int column) const;
    std::function<qint64()> m_nowMs;
};

// In order of time: what a dry run says would have been done.
class WouldFireModel final : public RowModel<domain::WouldFire>
{
    Q_OBJECT

public:
    enum Column { At, TaskName, Step, Deed, ColumnCount };

    explicit WouldFireModel(QObject *parent = nullptr) : RowModel(parent) { }

    void show(const domain::DryRunReport &report);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::WouldFire &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::WouldFire &row, int column, int role) const override;

private:
    domain::Rule m_rule; // that was tried
};

// The sums of a dry run, beside those of the saved rule.
struct TrialSum {
    QString what; // "Tasks hit", "Step 2: reassign", "slack:#desk"
    qint64 would = 0;
    std::optional<qint64> does;
};
[[nodiscard]] std::vector<TrialSum> sumsOf(const domain::DryRunReport &report);

// Those sums as the rows of a table.
class TrialSumModel final : public RowModel<TrialSum>
{
    Q_OBJECT

public:
    enum Column { What, Would, Does, Difference, ColumnCount };

    explicit TrialSumModel(QObject *parent = nullptr) : RowModel(parent) { }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const TrialSum &row) const override { return row.what; }

protected:
    [[nodiscard]] QVariant cell(const TrialSum &row, int column, int role) const override;
};

} // namespace hmsact::console
