// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/questionbar.h"

#include "console/palette.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace hmsact::console {

QuestionBar::QuestionBar(QWidget *parent) : QFrame(parent), m_question(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_question, 1);
    layout->addLayout(m_buttons);
    m_buttons->setSpacing(8);
    m_question->setObjectName(QStringLiteral("questionText"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    hide();
}

void QuestionBar::ask(const QString &question, std::vector<Answer> answers)
{
    for (QPushButton *old : m_shown)
        old->deleteLater();
    m_shown.clear();
    m_answers = std::move(answers);
    m_question->setText(question);
    setAccessibleName(question);
    for (size_t i = 0; i < m_answers.size(); ++i) {
        auto *button = new QPushButton(m_answers[i].words, this);
        button->setObjectName(m_answers[i].name + QStringLiteral("Answer"));
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, i] { answer(i); });
        m_buttons->addWidget(button);
        m_shown.push_back(button);
    }
    show();
    if (!m_shown.empty())
        m_shown.front()->setFocus();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void QuestionBar::askWhether(const QString &question, const Choice &choice, std::function<void()> doIt)
{
    const auto goBack = [back = choice.back] {
        back->setFocus();
    };
    ask(question,
        {{QStringLiteral("all"), choice.yes,
          [doIt = std::move(doIt), goBack] {
              doIt();
              goBack();
          }},
         {QStringLiteral("none"), choice.no, goBack}});
}

void QuestionBar::answer(size_t index)
{
    if (index >= m_answers.size())
        return;
    const std::function<void()> say = m_answers[index].say; // it may ask the next question
    for (QPushButton *button : m_shown)
        button->deleteLater();
    m_shown.clear();
    m_answers.clear();
    m_question->clear();
    hide();
    if (say)
        say();
}

bool QuestionBar::cancel()
{
    const bool asks = isAsking();
    answer(m_answers.size() - 1);
    return asks;
}

QString QuestionBar::question() const { return m_question->text(); }

void QuestionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QFrame::keyPressEvent(event);
}

void QuestionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, 4, height()), accentColour(isDark(palette())));
    painter.fillRect(QRect(0, height() - 1, width(), 1), lineColour(palette()));
}

} // namespace hmsact::console
