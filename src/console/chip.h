// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace hmsact::console {

// A filter that can be on or off and says how much it would show: sign, word, count.
class Chip final : public QToolButton
{
    Q_OBJECT

public:
    Chip(const QIcon &sign, const QString &word, QWidget *parent);

    void setCount(qint64 count); // 0: not shown
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText() const;

    qint64 m_count = 0;
};

} // namespace hmsact::console
