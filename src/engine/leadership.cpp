// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/leadership.h"

namespace hmsact::engine {

using domain::Done;
using domain::Result;
using domain::Status;
using store::CoreStore;
using store::Leader;

// Whoever does not lead only reads, so that many cores cost no commits.
Status Leadership::renew(qint64 nowMs, qint64 tickedAtMs)
{
    const auto find = [&]() -> Result<Leader> {
        return CoreStore(m_database).leader();
    };
    Result<Leader> found = m_database.read<Leader>(find);
    const auto isOver = [nowMs](const Leader &leader) { // also a term of a clock that was ahead
        return leader.expiresAtMs <= nowMs || leader.expiresAtMs > nowMs + 2 * termMs;
    };
    if (found && (found->core == m_core || isOver(*found))) {
        const Leader known = *found;
        found = m_database.transact<Leader>([&]() -> Result<Leader> {
            CoreStore store(m_database);
            if (!store.lead(m_core, nowMs, termMs, tickedAtMs) && known.core != m_core
                && known.expiresAtMs + termMs <= nowMs)
                store.end(known); // then the next time
            return find();
        });
    }
    if (!found) { // or it could be read and not be written
        lapse(nowMs);
        return found.error();
    }
    m_leader = std::move(*found);
    return Done{};
}

bool Leadership::confirm()
{
    if (CoreStore(m_database).stillLeads(m_core, m_leader.epoch))
        return true;
    m_leader = CoreStore(m_database).leader();
    return false;
}

void Leadership::lapse(qint64 nowMs)
{
    if (m_leader.expiresAtMs > nowMs)
        return;
    m_leader.core = 0;
    m_leader.name.clear();
}

void Leadership::stepDown()
{
    if (!leads())
        return;
    const Status status = m_database.transact<Done>([&]() -> Status {
        CoreStore(m_database).stepDown(m_core);
        return Done{};
    });
    if (!status) // its term ends by itself
        qInfo("leadership was not handed over: %s", qPrintable(status.error().detail.english()));
}

} // namespace hmsact::engine
