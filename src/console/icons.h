// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QIcon>

class QPainter;

namespace hmsact::console {

// The program's own icons, resources/icons/NAME.svg. They take the text colour of the application's palette each time they
// are painted, so they follow the theme and any scale.
[[nodiscard]] QIcon icon(const QString &name);

// A task's state as a sign: each has its own outline, so that it is told apart without colour.
[[nodiscard]] QIcon stateIcon(domain::TaskState state);
[[nodiscard]] QIcon stateIcon(domain::ActivityState state);

// Signs of the SLA states: empty circle, half clock, triangle, filled octagon, two bars, tick; nothing for None.
[[nodiscard]] QIcon slaIcon(domain::SlaState state);
void paintSlaSign(QPainter &painter, const QRectF &box, domain::SlaState state, const QColor &colour);

} // namespace hmsact::console
