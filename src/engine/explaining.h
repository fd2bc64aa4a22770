// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "engine/calendarbook.h"
#include "engine/matchmaker.h"

namespace hmsact::engine {

// All workers and calendars as one snapshot has them, for questions. Must be made inside read() of `database`; throws SqlError.
class StaffSnapshot
{
public:
    explicit StaffSnapshot(store::Database &database);
    [[nodiscard]] Staff staff() const; // as long as this lives
    [[nodiscard]] const std::vector<domain::Worker> &all() const { return m_workers; } // by id
    [[nodiscard]] const domain::Worker *find(const domain::WorkerId &id) const;
    // Whether somebody else than `worker` could take this task, as WorkerDirectory says it.
    [[nodiscard]] bool anotherCanTake(const domain::Task &task, const domain::WorkerId &worker, qint64 nowMs) const;

private:
    std::vector<domain::Worker> m_workers;
    QHash<QString, std::vector<const domain::Worker *>> m_bySkill;
    CalendarBook m_calendars;
};

// Fills in TaskView::waiting of those that wait: a few statements for all of them.
void explainWaiting(store::Database &database, const std::vector<domain::TaskView *> &views, qint64 nowMs);

// TaskDetail::assignment.
[[nodiscard]] QJsonObject assignmentOf(store::Database &database, const domain::Task &task, qint64 nowMs);

} // namespace hmsact::engine
