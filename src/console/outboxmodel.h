// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/query.h"

#include <functional>

namespace hmsact::console {

// Messages to people and systems, newest first: to whom, about what, how far it is, and why it did not arrive.
class OutboxModel final : public RowModel<domain::Notification>
{
    Q_OBJECT

public:
    enum Column { State, To, About, Written, Tries, Outcome, ColumnCount };

    explicit OutboxModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Notification &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::Notification &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::Notification &row, int column) const;
    [[nodiscard]] QString outcome(const domain::Notification &row) const;
    [[nodiscard]] QString hint(const domain::Notification &row, int column) const;
    std::function<qint64()> m_nowMs;
};

[[nodiscard]] QString text(domain::NotificationState state); // "Given up"

} // namespace hmsact::console
