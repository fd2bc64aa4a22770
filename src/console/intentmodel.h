// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/intent.h"

namespace hmsact::console {

// The intents in short: what people call them, what is promised, how much is to be done.
class IntentModel final : public RowModel<domain::Intent>
{
    Q_OBJECT

public:
    enum Column { Title, Name, Promise, Tasks, Asks, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Intent &intent) const override { return intent.name; }

protected:
    [[nodiscard]] QVariant cell(const domain::Intent &intent, int column, int role) const override;
};

} // namespace hmsact::console
