// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeband.h"

#include "console/icons.h"
#include "console/palette.h"
#include "console/timetext.h"
#include "domain/sla.h"

#include <QPainter>

namespace hmsact::console {

using domain::Activity;
using domain::TaskState;

static constexpr int bandMargin = 18; // room left and right of the line

TimeBand::TimeBand(std::function<qint64()> nowMs, QWidget *parent) : QWidget(parent), m_nowMs(std::move(nowMs))
{
    setObjectName(QStringLiteral("timeBand"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Line of time"));
}

void TimeBand::show(const domain::ActivityView &view)
{
    m_view = view;
    describe();
    update();
}

void TimeBand::describe()
{
    const qint64 nowMs = m_nowMs();
    const Activity &activity = m_view.activity;
    QStringList words{
        tr("Came in %1, due %2").arg(instantText(activity.createdAtMs, nowMs), instantText(activity.dueAtMs, nowMs))};
    for (const LaneMark &mark : m_marks)
        words << QStringLiteral("%1 · %2").arg(instantText(mark.atMs, nowMs), mark.words);
    setAccessibleDescription(words.join(u'\n'));
    setToolTip(words.join(u'\n'));
}

void TimeBand::setMarks(const std::vector<LaneMark> &marks)
{
    m_marks = marks;
    std::erase_if(m_marks, [](const LaneMark &mark) {
        return mark.kind != LaneMark::Kind::Breach && mark.kind != LaneMark::Kind::Firing;
    });
    describe();
    update();
}

qint64 TimeBand::endMs() const
{
    const Activity &activity = m_view.activity;
    const qint64 last = activity.endedAtMs > 0 ? activity.endedAtMs : m_nowMs();
    return std::max({activity.dueAtMs, last, activity.createdAtMs + 1});
}

double TimeBand::positionOf(qint64 atMs) const
{
    const Activity &activity = m_view.activity;
    return std::clamp(double(atMs - activity.createdAtMs) / double(endMs() - activity.createdAtMs), 0.0, 1.0);
}

QSize TimeBand::sizeHint() const { return {320, fontMetrics().lineSpacing() * 2 + 26}; }

QSize TimeBand::minimumSizeHint() const { return {120, sizeHint().height()}; }

void TimeBand::paintEvent(QPaintEvent *)
{
    const Activity &activity = m_view.activity;
    if (activity.createdAtMs == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = isDark(palette());
    const qint64 nowMs = m_nowMs();
    const qint64 reached = activity.endedAtMs > 0 ? activity.endedAtMs : nowMs;
    const int line = fontMetrics().lineSpacing();
    const double y = line + 12;
    const double width = this->width() - 2 * bandMargin;
    const auto x = [&](qint64 atMs) {
        return bandMargin + width * positionOf(atMs);
    };
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor gone = slaColour(domain::slaState(activity, nowMs), dark);

    painter.setPen(QPen(lineColour(palette()).darker(dark ? 70 : 115), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(bandMargin, y), QPointF(bandMargin + width, y));
    painter.setPen(QPen(gone, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(bandMargin, y), QPointF(x(reached), y));
    for (const domain::TaskView &view : m_view.tasks) {
        if (view.task.endedAtMs == 0)
            continue;
        painter.setPen(QPen(palette().color(QPalette::Window), 1.5));
        painter.setBrush(view.task.state == TaskState::Failed ? slaColour(domain::SlaState::Breached, dark) : ink);
        painter.drawEllipse(QPointF(x(view.task.endedAtMs), y), 4.5, 4.5);
    }
    const double size = line * 0.8;
    for (const LaneMark &mark : m_marks) {
        QRectF box(0, 0, size, size);
        box.moveCenter({x(mark.atMs), y});
        painter.setPen(QPen(lineColour(palette()), 1));
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2));
        if (mark.kind == LaneMark::Kind::Breach)
            paintSlaSign(painter, box, domain::SlaState::Breached, slaColour(domain::SlaState::Breached, dark));
        else
            icon(QStringLiteral("alerts")).paint(&painter, box.toRect());
    }
    painter.setPen(QPen(ink, 2)); // the promise
    painter.drawLine(QPointF(x(activity.dueAtMs), y - 8), QPointF(x(activity.dueAtMs), y + 8));

    const QString came = tr("came in %1").arg(instantText(activity.createdAtMs, nowMs));
    const QString due = tr("due %1").arg(instantText(activity.dueAtMs, nowMs));
    const QString now = activity.endedAtMs > 0 ? tr("ended %1").arg(instantText(activity.endedAtMs, nowMs)) : tr("now");
    const auto textWidth = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text);
    };
    painter.setPen(quietTextColour(palette()));
    const double below = y + 9;
    painter.drawText(QRectF(bandMargin, below, width, line + 2), Qt::AlignLeft | Qt::AlignTop, came);
    const double dueLeft =
        std::clamp(x(activity.dueAtMs) - textWidth(due) / 2.0, double(bandMargin), bandMargin + width - textWidth(due));
    if (dueLeft > bandMargin + textWidth(came) + 12)
        painter.drawText(QRectF(dueLeft, below, textWidth(due) + 4, line + 2), Qt::AlignLeft | Qt::AlignTop, due);
    painter.setPen(ink);
    const double nowLeft =
        std::clamp(x(reached) - textWidth(now) / 2.0, double(bandMargin), bandMargin + width - textWidth(now));
    painter.drawText(QRectF(nowLeft, 0, textWidth(now) + 4, line + 2), Qt::AlignLeft | Qt::AlignTop, now);
}

} // namespace hmsact::console
