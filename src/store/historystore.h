// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/replay.h"
#include "store/database.h"

namespace hmsact::store {

// Activities with their whole record, some at a time. Every function must run inside read() of `database` and throws SqlError.
class HistoryStore
{
public:
    explicit HistoryStore(Database &database) : m_database(database) { }

    // Of those that were made before `toMs` and had not ended at `fromMs` the next after `after`, by id.
    [[nodiscard]] std::vector<domain::Recorded> between(qint64 fromMs, qint64 toMs, domain::ActivityId after, int limit);
    [[nodiscard]] std::optional<domain::Recorded> of(domain::ActivityId activity);
    [[nodiscard]] std::vector<domain::Recorded> of(const std::vector<qint64> &activities); // by id

private:
    [[nodiscard]] std::vector<domain::Recorded> recordOf(std::vector<domain::Activity> &&activities);
    Database &m_database;
};

} // namespace hmsact::store
