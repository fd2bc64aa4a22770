// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hmsact::engine {

// How a core stands with its database and with the other cores there, known without asking the database.
struct Health {
    bool shared = false; // the database is a PostgreSQL that other cores may use too
    bool connected = true;
    qint64 lostAtMs = 0; // when the connection was last lost; 0: never
    bool leads = true; // this core looks after the timers
    QString leader; // who does: program and host
    qint64 leaderSinceMs = 0;
    bool operator==(const Health &) const = default;
};

} // namespace hmsact::engine
