// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/taskactions.h"

#include <QFrame>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ActionForm;
}

namespace hmsact::console {

// The few fields an action needs, inline where the action was started: a reason, a worker, a target. Ctrl+Return confirms, Esc
// closes; single letters are text in here, no shortcuts. Cannot be confirmed while something needed is missing.
class ActionForm final : public QFrame
{
    Q_OBJECT

public:
    struct Choice {
        QString label;
        domain::WorkerId worker;
        QString pool;
    };
    struct Question {
        QString title;
        QString prompt;
        QString verb; // on the button
        QString no; // on the one that does nothing, where “Cancel” could be meant for what is asked
        Ask ask = Ask::Nothing;
        bool offersRetry = false;
        QStringList suggestions; // words that may be taken instead of typed, by Alt and their number
        std::vector<Choice> choices; // of workers and targets
        QString preset; // what stands in the worker field, or in that of the result
    };
    struct Answer {
        QString words;
        domain::WorkerId worker;
        QString pool;
        bool mayRetry = true;
    };

    struct Draft { // what somebody has begun to say, and to which question
        Question question;
        QString words;
        bool mayRetry = true;
    };

    explicit ActionForm(QWidget *parent = nullptr);
    ~ActionForm() override;

    void open(const Question &question); // its answer comes by confirmed()
    [[nodiscard]] std::optional<Draft> draft() const; // if somebody has typed
    void reopen(const Draft &draft); // takes no focus
    void resume(); // typing
    // Whether to go on with what cannot be taken back: `yes` is called if so, when the form is closed again.
    void ask(const QString &title, const QString &prompt, const QString &verb, std::function<void()> yes);
    void orElse(const QString &verb, std::function<void()> act); // one more answer to what it asks, called as `yes` is
    void close(); // also drops what was typed
    void cancel(); // the same, by whoever was asked: tells of it
    void confirm(); // as its button does
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool hasTyped() const; // somebody

signals:
    void confirmed(const hmsact::console::ActionForm::Answer &answer);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void confirmBy(const QKeyEvent &key);
    void answerBy(std::function<void()> act);
    void offer(const QStringList &suggestions);
    void put(const Question &question);
    void fillTargets();
    void check();
    [[nodiscard]] Answer answer() const;

    std::unique_ptr<Ui::ActionForm> ui;
    Question m_question;
    std::function<void()> m_yes; // none: confirmed() tells
    std::function<void()> m_other;
    QString m_cancel; // on the button that does nothing, unless the question has other words
    bool m_open = false;
};

} // namespace hmsact::console
