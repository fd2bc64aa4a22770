// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/style.h"

#include "console/palette.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QToolButton>

namespace hmsact::console {

static bool turnsWithTheWheel(const QObject *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

static bool isField(const QObject *widget)
{
    return turnsWithTheWheel(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    if (!isField(widget))
        return;
    if (widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(this);
}

void Style::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

static bool isLetterWithAlt(const QKeyEvent &key)
{
    return (key.modifiers() & ~Qt::ShiftModifier) == Qt::AltModifier && !key.text().isEmpty()
        && key.text().front().isPrint();
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    const bool passes =
        (event->type() == QEvent::Wheel && turnsWithTheWheel(watched) && !static_cast<const QWidget *>(watched)->hasFocus())
        || (event->type() == QEvent::KeyPress && isLetterWithAlt(*static_cast<const QKeyEvent *>(event)));
    if (!passes)
        return QProxyStyle::eventFilter(watched, event);
    event->ignore(); // whatever is around it has it
    return true;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        wanted.rwidth() += 14;
        wanted.rheight() += 2;
        break;
    case CT_ToolButton:
        wanted.rwidth() += 6;
        break;
    default:
        break;
    }
    return wanted;
}

// Fusion's outline is darker than the window, which no one sees in the dark.
template <class Option>
static Option outlined(Option option)
{
    option.palette.setColor(QPalette::Window, QColor(0x9aa2ab));
    return option;
}

static bool isFramedField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QListWidget *>(widget);
}

static bool isFramedWhole(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget)
        || turnsWithTheWheel(widget);
}

// Fusion tells the field that has the focus by a colour next to that of the others.
static void drawFocus(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::Link), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 2, 2);
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton && option->state & State_HasFocus)
        drawFocus(painter, option->rect, option->palette);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (spin && isDark(option->palette)) {
        const QStyleOptionSpinBox seen = outlined(*spin);
        QProxyStyle::drawComplexControl(control, &seen, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    if ((control == CC_ComboBox || control == CC_SpinBox || control == CC_ToolButton) && option->state & State_HasFocus)
        drawFocus(painter, option->rect, option->palette);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool dark = isDark(option->palette);
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView *>(widget)) {
        painter->setPen(accentColour(dark)); // the cell the keys act on: a thin frame, no wash over its text
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    if (element == PE_FrameFocusRect && isFramedWhole(widget))
        return;
    if (element == PE_FrameFocusRect)
        return drawFocus(painter, option->rect, option->palette);
    if (element == PE_PanelButtonTool && option->state & State_On) { // Fusion's is hardly darker than the others
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option->palette.color(QPalette::Link), 1));
        painter->setBrush(option->palette.color(QPalette::Highlight));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        return painter->restore();
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (dark && element == PE_IndicatorCheckBox && button) {
        const QStyleOptionButton seen = outlined(*button);
        return QProxyStyle::drawPrimitive(element, &seen, painter, widget);
    }
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isFrame = frame && (element == PE_FrameLineEdit || (element == PE_Frame && isFramedField(widget)));
    if (isFrame && option->state & State_HasFocus)
        return drawFocus(painter, option->rect, option->palette);
    if (isFrame && dark) {
        const QStyleOptionFrame seen = outlined(*frame);
        return QProxyStyle::drawPrimitive(element, &seen, painter, widget);
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect)
        return option->rect; // the whole cell, its sign too
    return QProxyStyle::subElementRect(element, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_HeaderMargin)
        return 6;
    if (metric == PM_FocusFrameHMargin) // left and right of a cell's text
        return 5;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace hmsact::console
