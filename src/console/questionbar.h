// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace hmsact::console {

// A question with a few answers, one line above what it is about; nothing else is held up by it. The first answer has the focus,
// the last is the one that changes nothing: Esc says it. Screen readers are told. Hidden while nothing is asked.
class QuestionBar final : public QFrame
{
    Q_OBJECT

public:
    struct Answer {
        QString name; // of its button as an object: "discard" → "discardAnswer"
        QString words;
        std::function<void()> say;
    };

    explicit QuestionBar(QWidget *parent = nullptr);

    void ask(const QString &question, std::vector<Answer> answers); // instead of what was asked before
    // The question whether to do it, answered by “allAnswer” and “noneAnswer”; after either the focus is back there.
    struct Choice {
        QString yes, no;
        QWidget *back;
    };
    void askWhether(const QString &question, const Choice &choice, std::function<void()> doIt);
    bool cancel(); // says the last answer; → whether anything was asked
    [[nodiscard]] bool isAsking() const { return !m_answers.empty(); }
    [[nodiscard]] QString question() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(size_t index);

    QLabel *m_question;
    QHBoxLayout *m_buttons;
    std::vector<Answer> m_answers;
    std::vector<QPushButton *> m_shown;
};

} // namespace hmsact::console
