// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/event.h"
#include "domain/result.h"
#include "domain/task.h"
#include "store/databaseurl.h"

#include <functional>
#include <vector>

namespace hmsact::store {
class Database;
}

namespace hmsact::cli {

// What a measurement left in its database, activity by activity; of the same activities always in the same order.
struct BenchRows {
    std::vector<domain::Activity> activities;
    std::vector<std::vector<domain::Task>> tasks; // of each activity, in order
    std::vector<std::vector<domain::Event>> events; // of each activity, oldest first
    [[nodiscard]] int taskCount() const;
};
[[nodiscard]] domain::Result<BenchRows> readBenchRows(const store::DatabaseUrl &url,
                                                      const std::vector<domain::ActivityId> &activities);

// The bare database: the same rows through the same prepared statements into a new database of the same schema, in `commits`
// commits at the same durability, with no rule, queue or thread in between. → tasks a second.
[[nodiscard]] domain::Result<double> rawInserts(const store::DatabaseUrl &base, const BenchRows &rows, int commits);
// From `before` to `after`: every task to IN_PROGRESS, then to its end, with the events that came with it; of activities with
// several tasks, which all have the same number, one after the other.
[[nodiscard]] domain::Result<double> rawWork(const store::DatabaseUrl &base, const BenchRows &before, const BenchRows &after,
                                             int commits);
// Every task once to IN_PROGRESS, a commit for each.
[[nodiscard]] domain::Result<double> rawTakes(const store::DatabaseUrl &base, const BenchRows &taken);
// Other work: `write` for 0 … count-1, in `commits` commits of a span each, on a database that has `before`. → so many a second
using RawWriting = std::function<void(store::Database &database, size_t first, size_t end)>;
[[nodiscard]] domain::Result<double> rawWriting(const store::DatabaseUrl &base, const BenchRows &before, int count,
                                                int commits, const RawWriting &write);

} // namespace hmsact::cli
