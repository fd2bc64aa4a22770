// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/messagebar.h"

#include "console/icons.h"
#include "console/palette.h"
#include "console/wraplabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

#include <chrono>

namespace hmsact::console {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new WrapLabel(this)), m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    m_action->setObjectName(QStringLiteral("messageActionButton"));
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("messageCloseButton"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    hide();
}

static QString iconOf(MessageBar::Kind kind)
{
    return kind == MessageBar::Kind::Error ? QStringLiteral("error")
        : kind == MessageBar::Kind::Alert  ? QStringLiteral("alerts")
                                           : QStringLiteral("completed");
}

void MessageBar::showSign()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(iconOf(m_kind)).pixmap(QSize(side, side), devicePixelRatio()));
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showSign();
    QFrame::changeEvent(event);
}

void MessageBar::say(Kind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    m_text->setWords(text);
    showSign();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(kind == Kind::Error ? tr("Error: %1").arg(text) : text);
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    if (kind == Kind::Confirmation)
        m_timer = startTimer(std::chrono::seconds(6));
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear()
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    m_text->setWords({});
    hide();
}

QString MessageBar::text() const { return m_text->words(); }

void MessageBar::paintEvent(QPaintEvent *)
{
    const bool dark = isDark(palette());
    QColor edge = m_kind != Kind::Confirmation ? QColor(dark ? 0xe65464 : 0xb3261e) : slaColour(domain::SlaState::Met, dark);
    QPainter painter(this);
    QColor ground = edge;
    ground.setAlpha(dark ? 40 : 24);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 4, height()), edge);
}

void MessageBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer)
        clear();
    else
        QFrame::timerEvent(event);
}

} // namespace hmsact::console
