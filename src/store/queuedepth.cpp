// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuedepth.h"

#include "store/taskstore.h"

namespace hmsact::store {

using domain::RuleScope;
using domain::Task;

QStringList QueueDepth::offers(const QString &skill)
{
    QStringList result;
    Statement s = m_database.statement("task.queues_from");
    s.bind(QString());
    while (s.next()) {
        if (s.text(1) == skill)
            result << s.text(0);
    }
    return result;
}

qint64 QueueDepth::count(const RuleScope &scope, qint64 limit)
{
    const bool isAny = scope.intent.isEmpty() && scope.pool.isEmpty() && !scope.priority;
    qint64 found = 0;
    for (const QString &offer : offers(scope.skill)) {
        if (found >= limit)
            break;
        Statement s = m_database.statement(isAny ? "task.waiting_in" : "task.fitting_in");
        if (isAny)
            s.bind(offer, scope.skill, limit - found);
        else
            s.bind(offer, scope.skill, scope.priority.value_or(0), scope.pool, scope.intent, limit - found);
        found += s.next() ? s.integer(0) : 0;
    }
    return found;
}

std::optional<Task> QueueDepth::first(const RuleScope &scope)
{
    std::optional<Task> first;
    for (const QString &offer : offers(scope.skill)) {
        Statement s = m_database.statement("task.first_fitting");
        s.bind(offer, scope.skill, scope.priority.value_or(0), scope.pool, scope.intent);
        if (!s.next())
            continue;
        Task task = TaskStore::row(s);
        if (!first || std::pair(task.rankAtMs, task.id) < std::pair(first->rankAtMs, first->id))
            first = std::move(task);
    }
    return first;
}

} // namespace hmsact::store
