// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"
#include "console/laneview.h"
#include "console/palette.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

// How the lanes of LaneView look.
namespace hmsact::console {

using domain::SlaState;

static constexpr double thick = 8; // of a bar

void LaneView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int room = viewport()->height() - footHeight();
    painter.save();
    painter.setClipRect(0, 0, viewport()->width(), room);
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        if (laneRect(i).intersects(event->rect()))
            paintLane(painter, i);
    }
    if (!m_lanes.empty() && m_lanes.front().endedAtMs == 0) { // now
        const double at = std::round(x(m_nowMs())) + 0.5;
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
        painter.drawLine(QPointF(at, 0), QPointF(at, double(laneHeight()) * double(m_lanes.size())));
    }
    painter.restore();
    paintFoot(painter);
}

void LaneView::paintLane(QPainter &painter, size_t index) const
{
    const Lane &lane = m_lanes[index];
    const QRectF box = laneRect(index);
    const bool isCurrent = int(index) == m_lane;
    if (isCurrent) {
        painter.setPen(hasFocus() ? QPen(accentColour(isDark(palette())), 1) : QPen(Qt::NoPen));
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    QFont font = this->font();
    font.setBold(lane.task.isNull());
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF name(8, box.top(), nameWidth() - 8, box.height());
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(lane.name, Qt::ElideRight, int(name.width())));
    if (lane.startedAtMs == 0)
        return;
    paintBar(painter, lane, box.center().y());
    const std::vector<double> places = placesOf(lane);
    for (int mark = 0; mark < int(places.size()); ++mark)
        paintMark(painter, lane.marks[size_t(mark)], {places[size_t(mark)], box.center().y()}, isCurrent && mark == m_mark);
}

// What is gone in the colour of its state, what is left as an outline up to the due time.
void LaneView::paintBar(QPainter &painter, const Lane &lane, double y) const
{
    const bool dark = isDark(palette());
    const qint64 nowMs = m_nowMs();
    const qint64 reachedMs = lane.endedAtMs > 0 ? lane.endedAtMs : nowMs;
    const auto piece = [&](qint64 fromMs, qint64 toMs) {
        return QRectF(QPointF(x(fromMs), y - thick / 2), QPointF(std::max(x(toMs), x(fromMs) + 1), y + thick / 2));
    };
    if (lane.endedAtMs == 0 && lane.dueAtMs > reachedMs) {
        painter.setPen(QPen(slaColour(lane.state, dark), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(piece(reachedMs, lane.dueAtMs).adjusted(0, 0.5, -0.5, -0.5));
    }
    painter.setPen(Qt::NoPen);
    const qint64 inTimeMs = std::min(reachedMs, lane.dueAtMs);
    const bool isLate = reachedMs > lane.dueAtMs;
    painter.setBrush(slaColour(isLate || lane.state == SlaState::Paused ? SlaState::OnTrack : lane.state, dark));
    painter.drawRect(piece(lane.startedAtMs, inTimeMs));
    if (isLate) {
        painter.setBrush(slaColour(SlaState::Breached, dark));
        painter.drawRect(piece(lane.dueAtMs, reachedMs));
    }
    for (const domain::Span &pause : lane.pauses) {
        const QRectF stood = piece(pause.fromMs, pause.toMs > 0 ? pause.toMs : reachedMs);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRect(stood);
        painter.setBrush(QBrush(slaColour(SlaState::Paused, dark), Qt::BDiagPattern));
        painter.setPen(QPen(slaColour(SlaState::Paused, dark), 1));
        painter.drawRect(stood.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(Qt::NoPen);
    }
    const QColor ink = palette().color(QPalette::WindowText);
    const double due = x(lane.dueAtMs);
    painter.setPen(QPen(ink, 2)); // the promise
    if (lane.dueAtMs <= endMs()) {
        painter.drawLine(QPointF(due, y - thick), QPointF(due, y + thick));
        return;
    }
    painter.drawLine(QPointF(due, y - 5), QPointF(due + 6, y)); // further on
    painter.drawLine(QPointF(due + 6, y), QPointF(due, y + 5));
}

void LaneView::paintMark(QPainter &painter, const LaneMark &mark, QPointF at, bool isChosen) const
{
    const bool dark = isDark(palette());
    const double size = fontMetrics().height() * 0.85;
    QRectF box(0, 0, size, size);
    box.moveCenter(at);
    painter.setPen(isChosen ? QPen(accentColour(dark), 2) : QPen(lineColour(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(box.adjusted(-3, -3, 3, 3));
    switch (mark.kind) {
    case LaneMark::Kind::Breach:
        return paintSlaSign(painter, box, SlaState::Breached, slaColour(SlaState::Breached, dark));
    case LaneMark::Kind::Firing:
        return icon(QStringLiteral("alerts")).paint(&painter, box.toRect());
    case LaneMark::Kind::Ended:
        return icon(QStringLiteral("completed")).paint(&painter, box.toRect());
    case LaneMark::Kind::Failed:
        return icon(QStringLiteral("failed")).paint(&painter, box.toRect());
    }
}

void LaneView::paintFoot(QPainter &painter) const
{
    const int line = fontMetrics().lineSpacing();
    const double top = viewport()->height() - footHeight();
    painter.fillRect(QRectF(0, top, viewport()->width(), footHeight()), palette().color(QPalette::Window));
    painter.setPen(lineColour(palette()));
    painter.drawLine(QPointF(0, top + 0.5), QPointF(viewport()->width(), top + 0.5));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const double wide = viewport()->width() - 16;
    painter.drawText(QRectF(8, top + 5, wide, line), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(said(), Qt::ElideRight, int(wide)));
    const bool dark = isDark(palette());
    double at = 8;
    const double size = line * 0.8;
    const auto next = [&](const QString &words, auto paint) {
        const QRectF box(at, top + 9 + line + (line - size) / 2, size, size);
        if (at > 8 && box.right() + 6 + fontMetrics().horizontalAdvance(words) > wide)
            return;
        paint(box);
        painter.setPen(quietTextColour(palette()));
        painter.drawText(QPointF(box.right() + 5, top + 9 + line + fontMetrics().ascent()), words);
        at = box.right() + 5 + fontMetrics().horizontalAdvance(words) + 12;
    };
    next(tr("paused"), [&](const QRectF &box) {
        painter.setPen(QPen(slaColour(SlaState::Paused, dark), 1));
        painter.setBrush(QBrush(slaColour(SlaState::Paused, dark), Qt::BDiagPattern));
        painter.drawRect(box.adjusted(0.5, 2.5, -0.5, -2.5));
    });
    next(tr("promise broken"),
         [&](const QRectF &box) { paintSlaSign(painter, box, SlaState::Breached, slaColour(SlaState::Breached, dark)); });
    next(tr("a rule acted"), [&](const QRectF &box) { icon(QStringLiteral("alerts")).paint(&painter, box.toRect()); });
    next(tr("due"), [&](const QRectF &box) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()));
    });
    next(tr("ended"), [&](const QRectF &box) { icon(QStringLiteral("completed")).paint(&painter, box.toRect()); });
}

} // namespace hmsact::console
