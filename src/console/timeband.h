// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QWidget>

#include <functional>

namespace hmsact::console {

// An activity on a line of time: from when it came in to when it is due (or to now, when that is later), how much of it is gone, and a
// mark where each task ended.
class TimeBand final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBand(std::function<qint64()> nowMs, QWidget *parent = nullptr);

    void show(const domain::ActivityView &view);
    [[nodiscard]] double positionOf(qint64 atMs) const; // 0 is the left end, 1 the right

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qint64 endMs() const;

    std::function<qint64()> m_nowMs;
    domain::ActivityView m_view;
};

} // namespace hmsact::console
