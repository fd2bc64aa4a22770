// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/lanes.h"

#include <QWidget>

#include <functional>

namespace hmsact::console {

// An activity on a line of time: from when it came in to when it is due (or to now, when that is later), how much of it is
// gone, a dot where each task ended, a sign where its promise was broken and where a rule acted.
class TimeBand final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBand(std::function<qint64()> nowMs, QWidget *parent = nullptr);

    void show(const domain::ActivityView &view);
    void setMarks(const std::vector<LaneMark> &marks); // of the activity itself
    [[nodiscard]] double positionOf(qint64 atMs) const; // 0 is the left end, 1 the right

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qint64 endMs() const;
    void describe();

    std::function<qint64()> m_nowMs;
    domain::ActivityView m_view;
    std::vector<LaneMark> m_marks;
};

} // namespace hmsact::console
