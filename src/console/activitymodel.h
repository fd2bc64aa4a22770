// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/query.h"

#include <functional>

class QFontMetrics;

namespace hmsact::console {

// The list of activities, newest first: what was asked, for whom, the promise and how far it is.
class ActivityModel final : public RowModel<domain::ActivityView>
{
    Q_OBJECT

public:
    enum Column { Sla, Intent, Citizen, Progress, ColumnCount };
    enum Role { ActivityRole = Qt::UserRole };

    // `nowMs`: for what is said of the time that is left; without it nothing is.
    explicit ActivityModel(std::function<qint64()> nowMs = {}, QObject *parent = nullptr)
        : RowModel(parent), m_nowMs(std::move(nowMs))
    {
    }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::ActivityView &row) const override;

protected:
    [[nodiscard]] QVariant cell(const domain::ActivityView &row, int column, int role) const override;

private:
    std::function<qint64()> m_nowMs;
};

// How far an activity is; options that nobody has decided count as neither.
struct ActivityProgress {
    int total = 0;
    int done = 0;
};
[[nodiscard]] ActivityProgress progressOf(const domain::ActivityView &view);
[[nodiscard]] QString
progressText(const domain::ActivityView &view); // "3 of 5"; of a list's one that was cancelled only that
[[nodiscard]] int progressWidth(const QFontMetrics &metrics); // room for any of it

} // namespace hmsact::console

Q_DECLARE_METATYPE(hmsact::domain::Activity)
