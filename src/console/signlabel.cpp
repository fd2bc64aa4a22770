// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/signlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hmsact::console {

SignLabel::SignLabel(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SignLabel::set(const QIcon &sign, const QString &text, bool strong)
{
    const bool sameShape = text == m_text && strong == m_strong;
    m_sign = sign;
    m_text = text;
    m_strong = strong;
    setAccessibleName(text);
    if (!sameShape)
        updateGeometry();
    update();
}

void SignLabel::setWordWrap(bool wrap)
{
    m_wordWrap = wrap;
    updateGeometry();
    update();
}

QFont SignLabel::textFont() const
{
    QFont font = this->font();
    font.setBold(m_strong);
    return font;
}

int SignLabel::indent() const { return m_sign.isNull() ? 0 : fontMetrics().height() + 6; }

QString SignLabel::shown() const
{
    return m_wordWrap ? m_text
                      : QFontMetrics(textFont()).elidedText(m_text, Qt::ElideRight, contentsRect().width() - indent());
}

QSize SignLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    return QSize(indent() + metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2).grownBy(contentsMargins());
}

QSize SignLabel::minimumSizeHint() const
{
    return QSize(indent() + fontMetrics().averageCharWidth() * 8, fontMetrics().height() + 2).grownBy(contentsMargins());
}

int SignLabel::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(width - indent(), 20), 10000);
    const QFontMetrics metrics(textFont());
    if (!m_wordWrap)
        return metrics.height() + 2;
    return std::max(metrics.height(), metrics.boundingRect(room, Qt::TextWordWrap, m_text).height()) + 2;
}

bool SignLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || shown() == m_text)
        return QWidget::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text, this);
    return true;
}

void SignLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().height();
    const int top = m_wordWrap ? 1 : (height() - side) / 2; // a line alone stands as those of other labels beside it
    if (!m_sign.isNull())
        m_sign.paint(&painter, QRect(0, top, side, side));
    painter.setFont(textFont());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect().adjusted(indent(), top, 0, 0), (m_wordWrap ? int(Qt::TextWordWrap) : 0) | Qt::AlignTop,
                     shown());
}

} // namespace hmsact::console
