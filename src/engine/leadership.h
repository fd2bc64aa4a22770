// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/corestore.h"

namespace hmsact::engine {

// Which of the cores on one PostgreSQL looks after the timers. It only saves work: what is due is taken and looked at again
// in its own transaction, so two that lead at once do no harm. Lives on the core's thread.
class Leadership
{
public:
    static constexpr qint64 termMs = 5'000; // without a sign of life; then another core takes over

    Leadership(store::Database &database, qint64 core) : m_database(database), m_core(core) { }

    // Once a second: goes on leading, or takes over from a leader whose term has ended. Busy: the database cannot be asked.
    // `tickedAtMs`: when the timers were last looked at, as this core knows.
    [[nodiscard]] domain::Status renew(qint64 nowMs, qint64 tickedAtMs);
    // Inside a transaction, which then holds it: false when another core has taken over since.
    [[nodiscard]] bool confirm();
    void lapse(qint64 nowMs); // where it cannot be renewed: whose term is over leads no more, as far as it can know
    void stepDown(); // lets another one begin at once

    [[nodiscard]] qint64 core() const { return m_core; }
    [[nodiscard]] bool leads() const { return m_leader.core == m_core; }
    [[nodiscard]] bool follows() const { return !leads() && m_leader.core != 0; }
    [[nodiscard]] const store::Leader &leader() const { return m_leader; }

private:
    store::Database &m_database;
    const qint64 m_core;
    store::Leader m_leader; // as it was last seen
};

} // namespace hmsact::engine
