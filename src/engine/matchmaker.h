// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/matching.h"
#include "store/database.h"

#include <QHash>

#include <functional>
#include <map>

namespace hmsact::engine {

// Where a matchmaker looks up who there is. Both must answer the same for as long as it lives.
struct Staff {
    std::function<std::vector<const domain::Worker *>(const QString &skill)> withSkill; // by id
    std::function<const domain::WorkingTime &(const QString &calendar)> hours;
};

// Ranks workers for tasks by how they stand in one transaction: what they have and how they did is read once for each skill,
// and what is given away since counts. Reads the database: flush first. Throws SqlError.
class Matchmaker
{
public:
    static constexpr quint64 plainSeed = 0x484d532d41435421; // the same for all cores, or they would disagree among equals
    Matchmaker(store::Database &database, Staff staff, qint64 nowMs, quint64 seed = plainSeed);

    [[nodiscard]] const std::vector<domain::Standing> &standings(const QString &skill); // of all who have it
    [[nodiscard]] domain::Ranking rank(const domain::Task &task)
    {
        return domain::rank(task, standings(task.skill), m_seed);
    }
    void gave(const domain::WorkerId &worker, int cost); // less than 0: as if it had not been given that
    [[nodiscard]] const domain::WorkingTime &hoursOf(const domain::Worker &worker) const
    {
        return m_staff.hours(worker.calendar);
    }

private:
    struct Has { // as it was read, and given since
        int load = 0;
        qint64 givenAtMs = 0;
    };
    void read(const QStringList &workers);

    store::Database &m_database;
    Staff m_staff;
    const qint64 m_nowMs;
    const quint64 m_seed;
    QHash<QString, Has> m_has;
    std::map<QString, std::vector<domain::Standing>> m_standings; // a ranking points into them
};

} // namespace hmsact::engine
