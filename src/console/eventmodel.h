// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/event.h"

#include <functional>

namespace hmsact::console {

// What happened to an activity, as sentences.
class EventModel final : public RowModel<domain::Event>
{
    Q_OBJECT

public:
    enum Column { At, What, Who, ColumnCount };

    explicit EventModel(std::function<qint64()> nowMs, QObject *parent = nullptr);

    // Names of the tasks the events speak of; kept until replaced.
    void setTaskNames(QHash<domain::TaskId, QString> names);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::Event &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::Event &row, int column, int role) const override;

private:
    [[nodiscard]] QString shown(const domain::Event &row, int column) const;
    std::function<qint64()> m_nowMs;
    QHash<domain::TaskId, QString> m_names;
};

} // namespace hmsact::console
