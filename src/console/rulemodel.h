// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/rule.h"

#include <functional>

namespace hmsact::console {

// All escalation rules in the order in which they are looked at: on or off, what each is about, and whether it lives.
class RuleModel final : public RowModel<domain::Rule>
{
    Q_OBJECT

public:
    enum Column { Order, On, Name, When, Scope, Steps, Evaluated, Liveness, Version, Origin, ColumnCount };

    explicit RuleModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    void setSwitchable(bool switchable) { m_switchable = switchable; } // by a click on its check mark

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QString keyOf(const domain::Rule &row) const override { return QString::number(row.id.value); }

signals:
    void switchRequested(int row); // what it shows changes when the core has said so

protected:
    [[nodiscard]] QVariant cell(const domain::Rule &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::Rule &row, int column) const;
    std::function<qint64()> m_nowMs;
    bool m_switchable = false;
};

} // namespace hmsact::console
