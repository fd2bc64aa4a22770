// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"

#include "console/palette.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <functional>

namespace hmsact::console {

using domain::ActivityState;
using domain::SlaState;
using domain::TaskState;

namespace {

// Paints afresh at every size and in the palette of the moment; QIcon's pixmap cache would keep yesterday's colours.
class PaintedIcon final : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter &, const QRectF &, const QColor &)>;
    explicit PaintedIcon(Paint paint) : m_paint(std::move(paint)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const int side = std::min(rect.width(), rect.height());
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(rect).center());
        m_paint(*painter, box, QApplication::palette().color(group, QPalette::WindowText));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new PaintedIcon(m_paint); }

private:
    Paint m_paint;
};

QPainterPath polygon(const QRectF &box, int corners, double turnDegrees)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = qDegreesToRadians(turnDegrees + 360.0 * i / corners);
        points << box.center() + QPointF(std::cos(angle) * box.width() / 2, std::sin(angle) * box.height() / 2);
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QString iconName(TaskState state)
{
    switch (state) {
    case TaskState::Waiting:
        return QStringLiteral("waiting");
    case TaskState::Optional:
        return QStringLiteral("optional");
    case TaskState::Pending:
        return QStringLiteral("pending");
    case TaskState::InProgress:
        return QStringLiteral("progress");
    case TaskState::InReview:
        return QStringLiteral("review");
    case TaskState::OnHold:
        return QStringLiteral("hold");
    case TaskState::Completed:
        return QStringLiteral("completed");
    case TaskState::Failed:
        return QStringLiteral("failed");
    case TaskState::Skipped:
        return QStringLiteral("skipped");
    case TaskState::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

} // namespace

QIcon icon(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(there, "icon", qUtf8Printable(name));
    const QByteArray svg = there ? file.readAll() : QByteArray();
    return QIcon(new PaintedIcon([svg](QPainter &painter, const QRectF &box, const QColor &colour) {
        QByteArray coloured = svg;
        coloured.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer(coloured).render(&painter, box);
    }));
}

QIcon stateIcon(TaskState state) { return icon(iconName(state)); }

QIcon stateIcon(ActivityState state)
{
    switch (state) {
    case ActivityState::Open:
        return icon(QStringLiteral("progress"));
    case ActivityState::Completed:
        return icon(QStringLiteral("completed"));
    case ActivityState::Cancelled:
        return icon(QStringLiteral("cancelled"));
    case ActivityState::Failed:
        break;
    }
    return icon(QStringLiteral("failed"));
}

QIcon slaIcon(SlaState state)
{
    return QIcon(new PaintedIcon([state](QPainter &painter, const QRectF &box, const QColor &) {
        paintSlaSign(painter, box, state, slaColour(state, isDark(QApplication::palette())));
    }));
}

void paintSlaSign(QPainter &painter, const QRectF &box, SlaState state, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(box.width(), box.height());
    QRectF inner(0, 0, side * 0.8, side * 0.8);
    inner.moveCenter(box.center());
    const QPen pen(colour, std::max(1.2, side * 0.11), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    switch (state) {
    case SlaState::OnTrack:
        painter.drawEllipse(inner);
        break;
    case SlaState::DueSoon: // a clock face, half of it gone
        painter.drawEllipse(inner);
        painter.setBrush(colour);
        painter.drawPie(inner, 90 * 16, -180 * 16);
        break;
    case SlaState::AtRisk:
        inner.translate(0, side * 0.09);
        painter.drawPath(polygon(inner.adjusted(-side * 0.06, -side * 0.06, side * 0.06, side * 0.06), 3, -90));
        break;
    case SlaState::Breached:
        painter.setBrush(colour);
        painter.drawPath(polygon(inner, 8, 22.5));
        break;
    case SlaState::Paused:
        painter.setPen(Qt::NoPen);
        for (const double x : {0.18, 0.60})
            painter.fillRect(QRectF(inner.left() + inner.width() * x, inner.top(), inner.width() * 0.22, inner.height()),
                             QBrush(colour, Qt::SolidPattern));
        break;
    case SlaState::Met:
        painter.drawPolyline(QPolygonF({inner.topLeft() + QPointF(side * 0.02, side * 0.42),
                                        inner.topLeft() + QPointF(side * 0.28, side * 0.68),
                                        inner.topRight() + QPointF(-side * 0.02, side * 0.12)}));
        break;
    case SlaState::None:
        break;
    }
    painter.restore();
}

} // namespace hmsact::console
