// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"

#include <QWidget>

namespace hmsact::console {

// A week of working hours as bars, Monday first, over a scale of the day: what was typed is seen. Says itself in words to
// screen readers.
class WeekView final : public QWidget
{
    Q_OBJECT

public:
    using Week = std::array<std::vector<domain::DayHours>, 7>;

    explicit WeekView(QWidget *parent = nullptr);

    void show(const Week &week);
    [[nodiscard]] QRectF bar(size_t day, const domain::DayHours &hours) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int lane() const; // height of a day
    [[nodiscard]] double x(int minute) const;

    Week m_week;
};

} // namespace hmsact::console
