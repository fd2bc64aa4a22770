// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/fieldnote.h"

namespace hmsact::console {

FieldNote::FieldNote(QWidget *parent) : SignLabel(parent)
{
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    hide();
}

void FieldNote::setVisible(bool visible)
{
    if (!visible)
        set({}, {});
    SignLabel::setVisible(visible);
}

} // namespace hmsact::console
