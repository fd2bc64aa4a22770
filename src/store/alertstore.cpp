// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/alertstore.h"

namespace hmsact::store {

using domain::Alert;

static Alert alertOf(const Statement &s)
{
    return {{s.integer(0)}, s.text(1),    {s.integer(2)}, {s.integer(3)}, s.text(7),
            s.text(8),      s.integer(4), s.integer(5),   s.text(6)};
}

bool AlertStore::raise(const Alert &a, qint64 cycle)
{
    return m_database.statement("alert.insert")
               .bind(a.id.value, a.kind, a.activity.value, a.task.value, cycle, a.raisedAtMs)
               .execute()
        > 0;
}

std::optional<Alert> AlertStore::byId(domain::AlertId id)
{
    Statement s = m_database.statement("alert.by_id");
    return s.bind(id.value).next() ? std::optional(alertOf(s)) : std::nullopt;
}

std::vector<Alert> AlertStore::ofActivity(domain::ActivityId activity)
{
    std::vector<Alert> result;
    Statement s = m_database.statement("alert.of_activity");
    s.bind(activity.value);
    while (s.next())
        result.push_back(alertOf(s));
    return result;
}

std::vector<Alert> AlertStore::byIds(const std::vector<qint64> &ids)
{
    std::vector<Alert> result;
    if (ids.empty())
        return result;
    Statement s = m_database.statement("alert.by_ids");
    s.bind(m_database.ids(ids));
    while (s.next())
        result.push_back(alertOf(s));
    return result;
}

domain::Page<Alert> AlertStore::page(bool openOnly, qint64 beforeId, int limit)
{
    domain::Page<Alert> page;
    Statement s = m_database.statement(openOnly ? "alert.open_page" : "alert.page");
    s.bind(beforeId, limit + 1);
    while (s.next())
        page.items.push_back(alertOf(s));
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.resize(static_cast<size_t>(limit));
        page.nextCursor = QString::number(page.items.back().id.value);
    }
    return page;
}

void AlertStore::acknowledge(domain::AlertId id, qint64 nowMs, const QString &by)
{
    m_database.statement("alert.acknowledge").bind(nowMs, by, id.value).execute();
}

} // namespace hmsact::store
