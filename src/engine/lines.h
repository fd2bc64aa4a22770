// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/waiting.h"
#include "engine/explaining.h"

#include <QHash>

namespace hmsact::engine {

// Where waiting tasks stand in the lines of those who could take them, as a reserve would go through them. For questions: the
// line of a worker is read once, as far as limits::explainedAheadMax. Throws SqlError.
class Lines
{
public:
    Lines(store::Database &database, const StaffSnapshot &staff, qint64 nowMs)
        : m_database(database), m_staff(staff), m_nowMs(nowMs)
    {
    }
    // `standings`: of all who have its skill. Nothing: it is in no line that was looked at, and no more are for one answer.
    [[nodiscard]] std::optional<domain::PlaceInLine> placeOf(const domain::Task &task,
                                                             const std::vector<domain::Standing> &standings);

private:
    struct Waiting {
        domain::TaskId id;
        QString name;
        int cost = 0;
    };
    struct Line {
        std::vector<Waiting> tasks; // in order, those that the worker may have
        int room = 0;
        bool isWhole = false;
    };
    [[nodiscard]] const Line &lineOf(const domain::Worker &worker);
    [[nodiscard]] static std::optional<domain::PlaceInLine> placeIn(const Line &line, domain::TaskId task);

    store::Database &m_database;
    const StaffSnapshot &m_staff;
    const qint64 m_nowMs;
    QHash<QString, Line> m_lines; // by worker
};

} // namespace hmsact::engine
