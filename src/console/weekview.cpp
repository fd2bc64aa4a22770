// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/weekview.h"

#include "console/calendardraft.h"
#include "console/palette.h"
#include "domain/limits.h"

#include <QLocale>
#include <QPainter>

namespace hmsact::console {

static constexpr int scaleMargin = 10; // room at the right for the last figure of the scale

WeekView::WeekView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("weekView"));
    setAccessibleName(tr("Week"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeekView::show(const Week &week)
{
    m_week = week;
    QStringList words;
    for (size_t day = 0; day < m_week.size(); ++day) {
        if (!m_week[day].empty())
            words << QLocale().dayName(int(day) + 1) + u' ' + hoursText(m_week[day]);
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

int WeekView::nameWidth() const
{
    int widest = 0;
    for (int day = 1; day <= 7; ++day)
        widest = std::max(widest, fontMetrics().horizontalAdvance(QLocale().dayName(day, QLocale::ShortFormat)));
    return widest + 12;
}

int WeekView::lane() const { return fontMetrics().height() + 4; }

double WeekView::x(int minute) const
{
    const double from = nameWidth();
    return from + (width() - scaleMargin - from) * minute / domain::limits::minutesPerDay;
}

QRectF WeekView::bar(size_t day, const domain::DayHours &hours) const
{
    const double left = x(hours.fromMinute);
    return {left, double(lane()) * double(day) + 4, x(hours.toMinute) - left, double(lane()) - 8};
}

QSize WeekView::sizeHint() const { return {nameWidth() + 360, lane() * 7 + fontMetrics().height() + 6}; }

QSize WeekView::minimumSizeHint() const { return {nameWidth() + 160, sizeHint().height()}; }

void WeekView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double bottom = lane() * 7;
    for (int hour = 0; hour <= 24; hour += 3) {
        const double at = std::round(x(hour * 60)) + 0.5;
        painter.setPen(QPen(lineColour(palette()), 1));
        painter.drawLine(QPointF(at, 0), QPointF(at, bottom));
        if (hour % 6 != 0)
            continue;
        const QString figure = QStringLiteral("%1:00").arg(hour);
        const double wide = fontMetrics().horizontalAdvance(figure);
        const double left = std::clamp(at - wide / 2, 0.0, double(width()) - wide);
        painter.setPen(quietTextColour(palette()));
        painter.drawText(QPointF(left, bottom + fontMetrics().ascent() + 4), figure);
    }
    for (size_t day = 0; day < m_week.size(); ++day) {
        painter.setPen(m_week[day].empty() ? quietTextColour(palette()) : palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, lane() * double(day), nameWidth(), lane()), Qt::AlignVCenter | Qt::AlignLeft,
                         QLocale().dayName(int(day) + 1, QLocale::ShortFormat));
        painter.setPen(Qt::NoPen);
        painter.setBrush(accentColour(isDark(palette())));
        for (const domain::DayHours &hours : m_week[day])
            painter.drawRoundedRect(bar(day, hours), 3, 3);
    }
}

} // namespace hmsact::console
