// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/corestore.h"

namespace hmsact::store {

QHash<qint64, qint64> CoreStore::changes() const
{
    QHash<qint64, qint64> result;
    Statement s = m_database.statement("core.changes");
    while (s.next())
        result.insert(s.integer(0), s.integer(1));
    return result;
}

Leader CoreStore::leader() const
{
    Statement s = m_database.statement("core.leader");
    if (!s.next())
        return {};
    return {s.integer(0), s.integer(1), s.integer(2), s.integer(3), s.text(4), s.integer(5)};
}

bool CoreStore::lead(qint64 core, qint64 nowMs, qint64 termMs, qint64 tickedAtMs)
{
    return m_database.statement("core.lead").bind(core, nowMs, nowMs + termMs, tickedAtMs, nowMs + 2 * termMs).execute()
        == 1;
}

bool CoreStore::stillLeads(qint64 core, qint64 epoch)
{
    return m_database.statement("core.still_leads").bind(core, epoch).next();
}

void CoreStore::end(const Leader &hung) { m_database.statement("core.end_leader").bind(hung.core).next(); }

void CoreStore::stepDown(qint64 core) { m_database.statement("core.step_down").bind(core).execute(); }

} // namespace hmsact::store
