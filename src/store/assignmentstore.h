// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/database.h"

#include <QHash>
#include <QJsonObject>

namespace hmsact::store {

// Each time somebody was chosen for a task, and until when an offer stands. Every function must run inside transact() or read()
// of `database` and throws SqlError.
class AssignmentStore
{
public:
    explicit AssignmentStore(Database &database) : m_database(database) { }

    struct Assignment {
        domain::TaskId task;
        domain::WorkerId worker;
        qint64 madeAtMs = 0;
        qint64 returnsAtMs = 0; // when the offer goes back; 0: it does not, or it is over
        QJsonObject reasons;
    };
    void insert(const Assignment &assignment);
    void settle(const std::vector<qint64> &tasks); // the timers of their offers are over
    void postpone(domain::TaskId task, qint64 returnsAtMs); // where one runs
    [[nodiscard]] std::optional<Assignment> last(domain::TaskId task);
    [[nodiscard]] QStringList toldOnce(domain::TaskId task); // who was chosen once, and then another
    [[nodiscard]] QHash<domain::TaskId, qint64> returning(const std::vector<qint64> &tasks); // the latest timer that runs
    [[nodiscard]] std::vector<qint64> due(qint64 nowMs, int limit);
    [[nodiscard]] qint64 nextMs(); // 0: none runs

private:
    Database &m_database;
};

} // namespace hmsact::store
