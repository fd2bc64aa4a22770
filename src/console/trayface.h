// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QIcon>

namespace hmsact::console {

// What the icon in the system tray shows: how many alerts are open and the worst of them, as a sign with a number; grey with a
// question mark when nobody looks at the timers. It has its own ground and edge, for light and dark panels.
struct TrayFace {
    qint64 alerts = 0;
    domain::SlaState worst = domain::SlaState::OnTrack; // Breached, AtRisk, Met (all are over); OnTrack: there is none
    bool isBlind = false; // no engine ticks, or the database is lost
    bool operator==(const TrayFace &) const = default;
};

[[nodiscard]] QImage trayImage(const TrayFace &face, int side); // `side` in pixels
[[nodiscard]] QIcon trayIcon(const TrayFace &face); // 16 to 64 pixels
[[nodiscard]] QString standText(const TrayFace &face); // the same in words
[[nodiscard]] QString trayText(const TrayFace &face); // with the name of the program above it

} // namespace hmsact::console
