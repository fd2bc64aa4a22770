// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/task.h"

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hmsact::engine {

// Rows as the last commits left them, so that the next command need not read them again: on SQLite, where this process alone
// writes them, they are true; on PostgreSQL others may have changed them since. A row is lent out for a transaction and comes
// back with its commit; one that does not come back is read anew. Holds at most 2 × `generation` rows: the older half goes when
// the newer one is full.
template <class Row>
class RecentRows
{
public:
    explicit RecentRows(size_t generation) : m_generation(generation) { }

    [[nodiscard]] std::optional<Row> take(qint64 id)
    {
        for (auto *rows : {&m_newer, &m_older}) {
            if (auto node = rows->extract(id))
                return std::move(node.mapped());
        }
        return std::nullopt;
    }
    void keep(Row &&row)
    {
        const qint64 id = row.id.value;
        m_older.erase(id);
        m_newer.insert_or_assign(id, std::move(row));
        if (m_newer.size() >= m_generation)
            m_older = std::exchange(m_newer, {});
    }
    void forget(qint64 id)
    {
        m_newer.erase(id);
        m_older.erase(id);
    }

private:
    size_t m_generation;
    std::unordered_map<qint64, Row> m_newer;
    std::unordered_map<qint64, Row> m_older;
};

// What is likely to be asked for next: tasks that somebody holds, activities that go on.
struct RecentlyUsed {
    static constexpr size_t rows = 8192; // half of what is kept: some 10 MB
    RecentRows<domain::Task> tasks{rows};
    RecentRows<domain::Activity> activities{rows};
};

// What was at hand of what is asked for, and what has to be read.
struct Lent {
    std::vector<domain::Task> tasks;
    std::vector<domain::Activity> activities;
    std::vector<qint64> withOthers; // tasks of what is asked for that are not known to be the only ones of their activities
    std::vector<qint64> tasksToRead; // with their activities
    std::vector<qint64> activitiesToRead;
};

} // namespace hmsact::engine
