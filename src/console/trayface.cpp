// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/trayface.h"

#include "console/palette.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace hmsact::console {

using domain::SlaState;

namespace {

constexpr qint64 figureMax = 99;

QPolygonF octagon(const QRectF &box)
{
    const double cut = box.width() * 0.29;
    return QPolygonF({{box.left() + cut, box.top()},
                      {box.right() - cut, box.top()},
                      {box.right(), box.top() + cut},
                      {box.right(), box.bottom() - cut},
                      {box.right() - cut, box.bottom()},
                      {box.left() + cut, box.bottom()},
                      {box.left(), box.bottom() - cut},
                      {box.left(), box.top() + cut}});
}

// The outline tells the state without its colour.
QPainterPath outline(const TrayFace &face, const QRectF &box)
{
    QPainterPath path;
    if (face.isBlind)
        path.addRoundedRect(box, box.width() * 0.2, box.width() * 0.2);
    else if (face.worst == SlaState::Breached)
        path.addPolygon(octagon(box));
    else if (face.worst == SlaState::AtRisk)
        path.addPolygon(QPolygonF({{box.center().x() - box.width() * 0.14, box.top()},
                                   {box.center().x() + box.width() * 0.14, box.top()},
                                   {box.right(), box.bottom()},
                                   {box.left(), box.bottom()}}));
    else
        path.addEllipse(box);
    path.closeSubpath();
    return path;
}

QColor ground(const TrayFace &face)
{
    if (face.isBlind)
        return QColor(0x6b6b6b);
    switch (face.worst) {
    case SlaState::Breached:
        return QColor(0xb3261e);
    case SlaState::AtRisk:
    case SlaState::Met:
        return slaColour(face.worst == SlaState::Met ? SlaState::OnTrack : face.worst, false);
    default:
        return Qt::white;
    }
}

} // namespace

QImage trayImage(const TrayFace &face, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = std::max(1.0, side / 16.0);
    const QRectF box = QRectF(0, 0, side, side).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    const QPainterPath shape = outline(face, box);
    painter.fillPath(shape, ground(face));
    const bool isQuiet = !face.isBlind && face.alerts == 0;
    painter.setPen(QPen(isQuiet ? slaColour(SlaState::OnTrack, false) : QColor(Qt::white), isQuiet ? edge * 2 : edge));
    painter.drawPath(isQuiet ? outline(face, box.adjusted(edge, edge, -edge, -edge)) : shape);
    if (isQuiet)
        return image;
    const QString text = face.isBlind ? QStringLiteral("?") : QString::number(std::min(face.alerts, figureMax));
    const bool isTriangle = !face.isBlind && face.worst == SlaState::AtRisk;
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setBold(true);
    font.setPixelSize(int(side * (text.size() > 1 ? (isTriangle ? 0.5 : 0.56) : (isTriangle ? 0.6 : 0.72))));
    font.setLetterSpacing(QFont::PercentageSpacing, 92);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(isTriangle ? box.adjusted(0, box.height() * 0.26, 0, 0) : box, Qt::AlignCenter, text);
    return image;
}

QIcon trayIcon(const TrayFace &face)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(QPixmap::fromImage(trayImage(face, side)));
    return icon;
}

QString standText(const TrayFace &face)
{
    const auto words = [](const char *text, int count) {
        return QCoreApplication::translate("TrayFace", text, nullptr, count);
    };
    QString open = face.alerts == 0 ? words(QT_TRANSLATE_NOOP("TrayFace", "No open alerts"), -1)
                                    : words(QT_TRANSLATE_N_NOOP("TrayFace", "%Ln open alert(s)"), int(face.alerts));
    if (face.alerts > 0 && face.worst == SlaState::Breached)
        open += words(QT_TRANSLATE_NOOP("TrayFace", " – a promise is broken"), -1);
    else if (face.alerts > 0 && face.worst == SlaState::AtRisk)
        open += words(QT_TRANSLATE_NOOP("TrayFace", " – a promise is at risk"), -1);
    else if (face.alerts > 0)
        open += words(QT_TRANSLATE_NOOP("TrayFace", " – all of it is over"), -1);
    if (face.isBlind)
        open = words(QT_TRANSLATE_NOOP("TrayFace", "Nobody looks at the timers: nothing escalates"), -1) + QLatin1Char('\n')
            + open;
    return open;
}

QString trayText(const TrayFace &face) { return QStringLiteral("HMS-ACT\n") + standText(face); }

} // namespace hmsact::console
