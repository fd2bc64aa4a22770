// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace hmsact::console {

// The one button of a form or a pane that most people want: filled with the accent colour, in either theme.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    void setFilled(bool filled); // false: looks like any other button
    [[nodiscard]] bool isFilled() const { return m_filled; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_filled = true;
};

} // namespace hmsact::console
