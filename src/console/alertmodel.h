// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/query.h"

#include <functional>

class QFont;

namespace hmsact::console {

// The alert inbox, newest first: what happened, to which task of which activity, and who has seen it.
class AlertModel final : public RowModel<domain::Alert>
{
    Q_OBJECT

public:
    enum Column { What, TaskName, Intent, Raised, Seen, ColumnCount };

    explicit AlertModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Alert &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::Alert &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::Alert &row, int column) const;
    std::function<qint64()> m_nowMs;
};

// How bad it is, as a sign: breached, at risk, or met where it is over.
[[nodiscard]] domain::SlaState alertSlaState(const domain::Alert &alert);
[[nodiscard]] int alertWidth(const QFont &font); // room for any kind of alert, solved and not yet seen
[[nodiscard]] QString alertText(const QString &kind); // "Task overdue"

// Which rules follow what an alert is about, whom their steps told, and when the next step comes: a line for each.
[[nodiscard]] QString followersText(const domain::AlertDetail &detail, qint64 nowMs);

} // namespace hmsact::console
