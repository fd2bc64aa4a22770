// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QHash>

namespace hmsact::store {

struct Leader {
    qint64 core = 0; // its number; 0: nobody yet
    qint64 epoch = 0; // grows with every change of hands
    qint64 sinceMs = 0;
    qint64 expiresAtMs = 0;
    QString name; // its program and host
    qint64 tickedAtMs = 0; // when it, or who led before, last looked at the timers
};

// The cores on one PostgreSQL, and which of them looks after the timers. Every function must run inside transact() or, if it
// is const, read() of `database`, and throws SqlError.
class CoreStore
{
public:
    explicit CoreStore(Database &database) : m_database(database) { }

    // How many changes each has committed, of those that were busy a short while ago.
    [[nodiscard]] QHash<qint64, qint64> changes() const;

    [[nodiscard]] Leader leader() const;
    // Goes on, or begins where nobody's term runs; false: another one leads.
    bool lead(qint64 core, qint64 nowMs, qint64 termMs, qint64 tickedAtMs);
    // Whether this core leads in this epoch; if so nobody takes over before the transaction ends.
    [[nodiscard]] bool stillLeads(qint64 core, qint64 epoch);
    // Ends the connection of a leader whose term is over long since and that still holds on to it; what it had not committed
    // is undone, and it commits nothing any more.
    void end(const Leader &hung);
    void stepDown(qint64 core);

private:
    Database &m_database;
};

} // namespace hmsact::store
