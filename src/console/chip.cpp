// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/chip.h"

#include "console/palette.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace hmsact::console {

static constexpr int chipMargin = 10; // room left and right
static constexpr int gap = 6;
static constexpr int figuresAtFirst = 3;

Chip::Chip(const QIcon &sign, const QString &word, QWidget *parent) : QToolButton(parent)
{
    setCheckable(true);
    setIcon(sign);
    setText(word);
    setAccessibleName(word);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QString Chip::countText() const { return m_count >= 0 ? QLocale().toString(m_count) : QString(); }

int Chip::countWidth() const { return m_figures > 0 ? gap + fontMetrics().horizontalAdvance(QString(m_figures, u'8')) : 0; }

void Chip::expectCount() { m_figures = figuresAtFirst; }

void Chip::setCount(qint64 count)
{
    if (count == m_count)
        return;
    m_count = count;
    setAccessibleName(tr("%1, %2 tasks").arg(text(), countText()));
    m_figures = std::max(m_figures, int(countText().size()));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int words = metrics.horizontalAdvance(text());
    return {chipMargin + metrics.height() + gap + words + countWidth() + chipMargin, metrics.height() + 10};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = isDark(palette());
    const bool strong = isChecked() || hasFocus();
    painter.setPen(QPen(strong ? accentColour(dark) : lineColour(palette()).darker(dark ? 75 : 112), strong ? 1.5 : 1));
    painter.setBrush(palette().color(isChecked()        ? QPalette::Highlight
                                         : underMouse() ? QPalette::Midlight
                                                        : QPalette::Base));
    const QRectF box = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);

    const int height = fontMetrics().height();
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const QRect sign =
        QStyle::visualRect(layoutDirection(), rect(), {chipMargin, (this->height() - height) / 2, height, height});
    icon().paint(&painter, sign);
    const QRect words =
        rect().adjusted(chipMargin + (leftToRight ? height + gap : 0), 0, -chipMargin - (leftToRight ? 0 : height + gap), 0);
    painter.setPen(palette().color(isChecked() ? QPalette::HighlightedText : QPalette::WindowText));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, text());
    if (!isChecked())
        painter.setPen(quietTextColour(palette()));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignTrailing, countText());
}

} // namespace hmsact::console
