// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/signlabel.h"

namespace hmsact::console {

// What is wrong with the field above it. Its line is there also while nothing is, so that the field below does not go away from
// under the mouse when it is said.
class FieldNote final : public SignLabel
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    void setVisible(bool visible) override; // hidden it has no words
};

} // namespace hmsact::console
