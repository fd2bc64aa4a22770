// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/signlabel.h"

#include <QPainter>

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

QFont SignLabel::textFont() const
{
    QFont font = this->font();
    font.setBold(m_strong);
    return font;
}

int SignLabel::indent() const { return m_sign.isNull() ? 0 : fontMetrics().height() + 6; }

QSize SignLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    return {indent() + metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
}

QSize SignLabel::minimumSizeHint() const
{
    return {indent() + fontMetrics().averageCharWidth() * 8, fontMetrics().height() + 2};
}

int SignLabel::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(width - indent(), 20), 10000);
    const QFontMetrics metrics(textFont());
    return std::max(metrics.height(), metrics.boundingRect(room, Qt::TextWordWrap, m_text).height()) + 2;
}

void SignLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().height();
    if (!m_sign.isNull())
        m_sign.paint(&painter, QRect(0, 1, side, side));
    painter.setFont(textFont());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(indent(), 1, 0, 0), Qt::TextWordWrap | Qt::AlignTop, m_text);
}

} // namespace hmsact::console
