// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/event.h"
#include "domain/task.h"
#include "store/database.h"

#include <unordered_map>

namespace hmsact::store {

// Activities with their whole record, some at a time. Every function must run inside read() of `database` and throws SqlError.
class HistoryStore
{
public:
    explicit HistoryStore(Database &database) : m_database(database) { }

    struct Recorded {
        domain::Activity activity;
        std::vector<domain::Task> tasks;
        std::vector<domain::Event> events; // in order
    };
    // Of those that were made before `toMs` and had not ended at `fromMs` the next after `after`, by id.
    [[nodiscard]] std::vector<Recorded> between(qint64 fromMs, qint64 toMs, domain::ActivityId after, int limit);
    [[nodiscard]] std::optional<Recorded> of(domain::ActivityId activity);

private:
    [[nodiscard]] std::vector<Recorded> recordOf(std::vector<domain::Activity> &&activities);
    Database &m_database;
};

} // namespace hmsact::store
