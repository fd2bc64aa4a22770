// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/emptystate.h"

#include "console/icons.h"
#include "console/palette.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace hmsact::console {

EmptyState::EmptyState(QAbstractItemView &view) : QWidget(view.viewport()), m_view(&view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view.viewport()->installEventFilter(this);
    QAbstractItemModel *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyState::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyState::follow);
    m_offer = new QPushButton(view.viewport());
    m_offer->setObjectName(QStringLiteral("offerButton"));
    m_offer->hide();
    connect(m_offer, &QPushButton::clicked, this, &EmptyState::accepted);
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
    placeOffer();
    update();
}

void EmptyState::offer(const QString &verb)
{
    m_offer->setText(verb);
    placeOffer();
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
    placeOffer();
}

void EmptyState::placeOffer()
{
    if (!m_offer)
        return;
    m_offer->setGeometry(places().offer);
    m_offer->setVisible(!isHidden() && !m_offer->text().isEmpty());
    m_offer->raise();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(qobject_cast<QWidget *>(watched)->rect());
    if (event->type() == QEvent::Resize)
        placeOffer();
    return QWidget::eventFilter(watched, event);
}

QFont EmptyState::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.15);
    return bold;
}

EmptyState::Places EmptyState::places() const
{
    const int words = Qt::TextWordWrap | Qt::AlignHCenter;
    constexpr int gap = 14;
    const int side = fontMetrics().height() * 3;
    const int room = std::min(width() - 40, fontMetrics().averageCharWidth() * 62);
    const int left = (width() - room) / 2;
    const QRect any(0, 0, room, 10000);
    const int titleHeight = QFontMetrics(titleFont()).boundingRect(any, words, m_title).height();
    const int adviceHeight = fontMetrics().boundingRect(any, words, m_advice).height() + 4;
    const bool offers = m_offer && !m_offer->text().isEmpty();
    const QSize button = offers ? m_offer->sizeHint() : QSize(0, -gap);
    const int total = side + gap + titleHeight + 8 + adviceHeight + gap + button.height();
    Places places;
    places.sign = QRect((width() - side) / 2, std::max(8, (height() - total) * 2 / 5), side, side);
    places.title = QRect(left, places.sign.bottom() + 1 + gap, room, titleHeight);
    places.advice = QRect(left, places.title.bottom() + 1 + 8, room, adviceHeight);
    places.offer = QRect(QPoint((width() - button.width()) / 2, places.advice.bottom() + 1 + gap), button);
    return places;
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_view)
        painter.fillRect(rect(), palette().color(QPalette::Window));
    const Places at = places();
    painter.setOpacity(0.45);
    if (!m_icon.isEmpty())
        icon(m_icon).paint(&painter, at.sign);
    painter.setOpacity(1);
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(at.title, Qt::TextWordWrap | Qt::AlignHCenter, m_title);
    painter.setFont(font());
    painter.setPen(quietTextColour(palette()));
    painter.drawText(at.advice, Qt::TextWordWrap | Qt::AlignHCenter, m_advice);
}

} // namespace hmsact::console
