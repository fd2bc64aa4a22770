// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/states.h"

namespace hmsact::domain {

// Who says a command: goes into every event.
struct Actor {
    QString name; // of the token or the user; "engine" for timers. Fit for checkText(): eventHash() relies on it
    Role role = Role::Viewer;
    WorkerId worker; // that the token speaks for, or the user is; empty: none

    // Supervisor and up: may name any worker, registered or not.
    [[nodiscard]] bool actsForAnyone() const { return role >= Role::Supervisor; }
    [[nodiscard]] bool mayActFor(const WorkerId &id) const // a viewer for nobody, not even for itself
    {
        return actsForAnyone() || (role >= Role::Worker && !worker.isNull() && worker == id);
    }
    [[nodiscard]] static Actor engine() { return {QStringLiteral("engine"), Role::Admin, {}}; }
};

} // namespace hmsact::domain
