// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tallystore.h"

namespace hmsact::store {

QHash<QString, qint64> TallyStore::all()
{
    QHash<QString, qint64> totals;
    Statement s = m_database.statement("tally.all");
    while (s.next())
        totals.insert(s.text(0), s.integer(1));
    return totals;
}

qint64 TallyStore::artefactBytes()
{
    Statement s = m_database.statement("tally.of");
    return s.bind(artefactBytesName).next() ? s.integer(0) : 0;
}

void TallyStore::addArtefactBytes(qint64 more) { m_database.statement("tally.add").bind(more, artefactBytesName).execute(); }

// In one order, so that two cores do not wait for each other.
void TallyStore::addReviews(const QMap<domain::ReviewOutcome, int> &more)
{
    for (auto it = more.cbegin(); it != more.cend(); ++it)
        m_database.statement("tally.add").bind(it.value(), reviewPrefix + domain::toString(it.key())).execute();
}

} // namespace hmsact::store
