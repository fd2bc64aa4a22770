// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/oversight.h"
#include "store/database.h"

namespace hmsact::store {

// Totals that are kept as things happen. Every function must run inside transact() or read() of `database` and throws SqlError.
class TallyStore
{
public:
    explicit TallyStore(Database &database) : m_database(database) { }

    [[nodiscard]] QHash<QString, qint64> all(); // by name
    [[nodiscard]] qint64 artefactBytes(); // of contents, each counted once
    void addArtefactBytes(qint64 more); // or fewer
    void addReviews(const QMap<domain::ReviewOutcome, int> &more);

    static constexpr QLatin1StringView artefactBytesName{"artefact_bytes"};
    static constexpr QLatin1StringView reviewPrefix{"review_"};

private:
    Database &m_database;
};

} // namespace hmsact::store
