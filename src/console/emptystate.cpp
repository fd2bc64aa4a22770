// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/emptystate.h"

#include "console/icons.h"
#include "console/palette.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>

namespace hmsact::console {

EmptyState::EmptyState(QAbstractItemView &view) : QWidget(view.viewport()), m_view(&view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view.viewport()->installEventFilter(this);
    QAbstractItemModel *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyState::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyState::follow);
    follow();
}

EmptyState::EmptyState(QWidget &parent) : QWidget(&parent), m_ready(true)
{
    parent.installEventFilter(this);
    setGeometry(parent.rect());
}

void EmptyState::say(const QString &iconName, const QString &title, const QString &advice)
{
    m_icon = iconName;
    m_title = title;
    m_advice = advice;
    setAccessibleName(title);
    setAccessibleDescription(advice);
    if (m_view)
        m_view->setAccessibleDescription(isHidden() ? QString() : title + u' ' + advice);
    update();
}

void EmptyState::setReady(bool ready)
{
    m_ready = ready;
    follow();
}

void EmptyState::follow()
{
    if (!m_view)
        return;
    setGeometry(m_view->viewport()->rect());
    const bool wanted = m_ready && m_view->model()->rowCount() == 0;
    setVisible(wanted);
    m_view->setAccessibleDescription(wanted ? m_title + u' ' + m_advice : QString());
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(qobject_cast<QWidget *>(watched)->rect());
    return QWidget::eventFilter(watched, event);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_view)
        painter.fillRect(rect(), palette().color(QPalette::Window));
    const int side = fontMetrics().height() * 3;
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.15);
    const int width = std::min(this->width() - 40, fontMetrics().averageCharWidth() * 62);
    const int left = (this->width() - width) / 2;
    const QRect adviceBox =
        fontMetrics().boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap | Qt::AlignHCenter, m_advice);
    const int titleHeight =
        QFontMetrics(bold).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap | Qt::AlignHCenter, m_title).height();
    const int total = side + 14 + titleHeight + 8 + adviceBox.height();
    int y = std::max(8, (height() - total) * 2 / 5);
    painter.setOpacity(0.45);
    if (!m_icon.isEmpty())
        icon(m_icon).paint(&painter, QRect((this->width() - side) / 2, y, side, side));
    painter.setOpacity(1);
    y += side + 14;
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(left, y, width, titleHeight), Qt::TextWordWrap | Qt::AlignHCenter, m_title);
    y += titleHeight + 8;
    painter.setFont(font());
    painter.setPen(quietTextColour(palette()));
    painter.drawText(QRect(left, y, width, adviceBox.height() + 4), Qt::TextWordWrap | Qt::AlignHCenter, m_advice);
}

} // namespace hmsact::console
