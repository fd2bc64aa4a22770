// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace hmsact::console {

class WrapLabel;

// One line above what it is about that says how something went. Errors stay until they are closed or the next thing is
// said; confirmations leave by themselves. Screen readers are told. Hidden while it has nothing to say.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Confirmation, Error, Alert };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text, const QString &action = {}); // `action`: words of a button, if there is one
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

signals:
    void actionTriggered();
    void closed(); // by whoever reads it

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void showSign();

    Kind m_kind = Kind::Confirmation;
    QLabel *m_icon;
    WrapLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    int m_timer = 0;
};

} // namespace hmsact::console
