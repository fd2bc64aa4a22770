// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace hmsact::console {

// A filter that can be on or off and says how much it would show: sign, word, count. There is room for three figures from the
// beginning, and for more once there were more, so that the chips behind it stay where they are when the count changes.
class Chip final : public QToolButton
{
    Q_OBJECT

public:
    Chip(const QIcon &sign, const QString &word, QWidget *parent);

    void expectCount(); // keeps the room for one
    void setCount(qint64 count); // until then none is shown
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText() const;
    [[nodiscard]] int countWidth() const;

    qint64 m_count = -1; // none
    int m_figures = 0; // the widest that there has been
};

} // namespace hmsact::console
