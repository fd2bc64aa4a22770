// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"
#include "console/needsview.h"
#include "console/palette.h"
#include "console/timetext.h"
#include "console/words.h"
#include "domain/sla.h"
#include "domain/textrules.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

// How the cards and lines of NeedsView look.
namespace hmsact::console {

using domain::SlaState;
using domain::TaskState;

void NeedsView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_tasks.empty()) {
        painter.setPen(quietTextColour(palette()));
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("This activity has no tasks yet. They are added through the API or the command line."));
        return;
    }
    paintLines(painter);
    for (size_t i = 0; i < m_tasks.size(); ++i)
        if (card(i).adjusted(-4, -4, 4, 4).intersects(event->rect()))
            paintCard(painter, i);
}

void NeedsView::paintLines(QPainter &painter) const
{
    const QPointF start = origin();
    const QSizeF stride = step();
    const QSize box = cardSize();
    const QColor quiet = isDark(palette()) ? QColor(0x5b636d) : QColor(0xa3abb4);
    const QColor strong = accentColour(isDark(palette()));
    const QRectF seen(viewport()->rect());
    for (const bool wantStrong : {false, true})
        for (const NeedsLayout::Line &line : m_layout.lines) {
            const bool isStrong = line.from == m_current || line.to == m_current;
            if (isStrong != wantStrong)
                continue;
            QPointF at = card(size_t(line.from)).center() + QPointF(box.width() / 2.0, 0);
            QPainterPath path(at);
            const auto curveTo = [&path, &at, &stride](QPointF to) {
                const double pull = std::min((to.x() - at.x()) / 2, stride.width() / 3);
                path.cubicTo(at + QPointF(pull, 0), to - QPointF(pull, 0), to);
                at = to;
            };
            for (const QPointF &bend : line.bends) { // straight past the cards of that column
                const QPointF middle =
                    start + QPointF(bend.x() * stride.width(), bend.y() * stride.height() + box.height() / 2.0);
                curveTo(middle);
                path.lineTo(middle + QPointF(box.width(), 0));
                at = middle + QPointF(box.width(), 0);
            }
            const QPointF tip = card(size_t(line.to)).center() - QPointF(box.width() / 2.0 + 2, 0);
            curveTo(tip - QPointF(5, 0));
            if (!path.boundingRect().adjusted(-8, -8, 8, 8).intersects(seen))
                continue;
            painter.setPen(QPen(isStrong ? strong : quiet, isStrong ? 2.0 : 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isStrong ? strong : quiet);
            painter.drawPolygon(QPolygonF({tip, tip + QPointF(-7, -4), tip + QPointF(-7, 4)}));
        }
}

static QString timeLine(const domain::TaskView &view, SlaState sla, qint64 nowMs)
{
    const domain::Task &task = view.task;
    if (domain::isEnded(task.state))
        return NeedsView::tr("ended %1").arg(instantText(task.endedAtMs, nowMs));
    if (sla == SlaState::Breached)
        return NeedsView::tr("%1 late").arg(spanText(nowMs - task.dueAtMs));
    if (sla == SlaState::Paused)
        return NeedsView::tr("clock paused");
    if (sla == SlaState::None)
        return NeedsView::tr("%1 once started").arg(spanText(task.slaMs));
    return NeedsView::tr("%1 left").arg(spanText(task.dueAtMs - nowMs));
}

// The same where there is no room for words: the sign beside it says which of them it is.
static QString shortTimeLine(const domain::TaskView &view, SlaState sla, qint64 nowMs)
{
    const domain::Task &task = view.task;
    if (domain::isEnded(task.state))
        return instantText(task.endedAtMs, nowMs);
    return sla == SlaState::None ? spanText(task.slaMs) : countdownText(sla, task.dueAtMs, nowMs);
}

// A name that is too long for one line goes on in a second one, after a sign that divides it if there is one.
static QStringList inLines(const QString &name, const QFontMetrics &metrics, int width, int linesMax)
{
    if (linesMax < 2 || metrics.horizontalAdvance(name) < width) // not “<=”: it is rounded
        return {name};
    qsizetype fits = 1;
    while (fits < name.size() && metrics.horizontalAdvance(name.first(fits + 1)) < width)
        ++fits;
    fits = std::max<qsizetype>(1, domain::cutTo(name, fits).size());
    static const QString dividers = QStringLiteral("_- ./");
    qsizetype at = fits;
    while (at > 1 && !dividers.contains(name[at - 1]))
        --at;
    if (at <= 1 || metrics.horizontalAdvance(name.sliced(at)) > width)
        at = fits;
    return {name.first(at), name.sliced(at)};
}

void NeedsView::paintCard(QPainter &painter, size_t index) const
{
    const domain::TaskView &view = m_tasks[index];
    const qint64 nowMs = m_nowMs();
    const SlaState sla = domain::slaState(view.task, nowMs);
    const bool dark = isDark(palette());
    const bool isCurrent = static_cast<int>(index) == m_current;
    const bool ended = domain::isEnded(view.task.state);
    const QRectF box = card(index).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, 6, 6);

    QPen border(isCurrent ? accentColour(dark) : lineColour(palette()).darker(dark ? 80 : 115), isCurrent ? 2.0 : 1.0);
    if (view.task.optional)
        border.setStyle(Qt::DashLine);
    painter.setPen(border);
    painter.setBrush(isCurrent ? palette().color(QPalette::Highlight)
                               : palette().color(ended ? QPalette::Window : QPalette::Base));
    painter.drawPath(shape);
    if (sla != SlaState::None && !ended) { // the promise as a band on the left edge
        painter.save();
        painter.setClipPath(shape);
        painter.setPen(Qt::NoPen);
        painter.setBrush(sla == SlaState::Paused ? QBrush(slaColour(sla, dark), Qt::BDiagPattern)
                                                 : QBrush(slaColour(sla, dark)));
        painter.drawRect(QRectF(box.left(), box.top(), 4, box.height()));
        painter.restore();
    }

    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.lineSpacing();
    const int side = metrics.height();
    const int left = static_cast<int>(box.left()) + textLeft;
    const int width = static_cast<int>(box.right()) - textRight - left;
    int top = static_cast<int>(box.top()) + 8;
    const auto write = [&](const QIcon &sign, const QString &text, const QFont &font, const QColor &colour) {
        const int indent = sign.isNull() ? 0 : signWidth(metrics);
        if (!sign.isNull())
            sign.paint(&painter, QRect(left, top, side - 1, side - 1));
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(left + indent, top, width - indent, line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, width - indent));
        top += line + 1;
    };
    QFont bold = font();
    bold.setBold(true);
    const QColor ink = palette().color(isCurrent ? QPalette::HighlightedText : QPalette::WindowText);
    for (const QString &part : inLines(view.task.name, QFontMetrics(bold), width, m_nameLines))
        write({}, part, bold, ink);
    const QString who = view.task.worker.isNull() || isNarrow() ? QString() : QStringLiteral(" · ") + view.task.worker.value;
    write(stateIcon(view.task.state), text(view.task.state) + who, font(), ink);
    write(slaIcon(sla), isNarrow() ? shortTimeLine(view, sla, nowMs) : timeLine(view, sla, nowMs), font(),
          sla == SlaState::Breached ? ink
              : isCurrent           ? ink
                                    : quietTextColour(palette()));
}

} // namespace hmsact::console
