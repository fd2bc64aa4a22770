// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace hmsact::console {

// A sign and a line of text beside it, the sign painted afresh in every theme and scale. Read out as its text, which goes on
// in further lines, or is cut short and told in full by the mouse.
class SignLabel : public QWidget
{
    Q_OBJECT

public:
    explicit SignLabel(QWidget *parent = nullptr);

    void set(const QIcon &sign, const QString &text, bool strong = false);
    void setWordWrap(bool wrap); // true until it is said
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int indent() const;
    [[nodiscard]] QString shown() const;

    QIcon m_sign;
    QString m_text;
    bool m_strong = false;
    bool m_wordWrap = true;
};

} // namespace hmsact::console
