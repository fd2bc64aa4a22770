// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/alertstore.h"

namespace hmsact::store {

using domain::Alert;
using namespace Qt::StringLiterals;

static Alert alertOf(const Statement &s)
{
    Alert alert;
    int c = 0;
    alert.id = {s.integer(c++)};
    alert.kind = s.text(c++);
    alert.activity = {s.integer(c++)};
    alert.task = {s.integer(c++)};
    alert.raisedAtMs = s.integer(c++);
    alert.acknowledgedAtMs = s.integer(c++);
    alert.acknowledgedBy = s.text(c++);
    alert.snoozedUntilMs = s.integer(c++);
    alert.snoozedBy = s.text(c++);
    alert.taskName = s.text(c++);
    const std::optional<domain::TaskState> task = domain::taskStateFrom(s.text(c++)); // about the activity: none
    alert.intent = s.text(c++);
    const domain::ActivityState activity = s.value(c++, domain::activityStateFrom);
    alert.cycle = s.integer(c++);
    alert.isSolved = domain::isSolved(alert.kind, activity, task, s.value(c++, domain::reviewFrom));
    return alert;
}

static std::vector<Alert> alerts(Statement &s)
{
    std::vector<Alert> result;
    while (s.next())
        result.push_back(alertOf(s));
    return result;
}

void AlertStore::raise(const Alert &a)
{
    m_database.statement("alert.insert")
        .bind(a.id.value, a.kind, a.activity.value, a.task.value, a.cycle, a.raisedAtMs)
        .execute();
}

std::optional<Alert> AlertStore::about(const domain::Occurrence &what)
{
    Statement s = m_database.statement("alert.about");
    s.bind(domain::toString(what.when), what.activity.value, what.task.value, what.cycle);
    return s.next() ? std::optional(alertOf(s)) : std::nullopt;
}

std::optional<Alert> AlertStore::byId(domain::AlertId id)
{
    Statement s = m_database.statement("alert.by_id");
    return s.bind(id.value).next() ? std::optional(alertOf(s)) : std::nullopt;
}

std::vector<Alert> AlertStore::ofActivity(domain::ActivityId activity)
{
    Statement s = m_database.statement("alert.of_activity");
    return alerts(s.bind(activity.value));
}

std::vector<Alert> AlertStore::byIds(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("alert.by_ids");
    return alerts(s.bind(m_database.ids(ids)));
}

static QString whether(std::optional<bool> wanted, const QString &yes, const QString &no)
{
    return !wanted ? u"alert.where.any"_s : *wanted ? yes : no;
}

domain::Page<Alert> AlertStore::page(const domain::ListAlerts &query, qint64 beforeId)
{
    const int limit = query.limit;
    domain::Page<Alert> page;
    const QStringList filters{
        whether(query.open, u"alert.where.open"_s, u"alert.where.open_not"_s),
        whether(query.snoozed, u"alert.where.snoozed"_s, u"alert.where.snoozed_not"_s),
    };
    Statement s = m_database.composed(QStringLiteral("alert.page ") + filters.join(u' '), [&](const SqlCatalog &catalog) {
        QStringList conditions;
        for (const QString &filter : filters)
            conditions << catalog.fragment(filter);
        return catalog.compose(QStringLiteral("alert.page"), {{QStringLiteral("filters"), conditions.join(" AND "_L1)}});
    });
    page.items = alerts(s.bind(beforeId, limit + 1));
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

void AlertStore::snooze(domain::AlertId id, qint64 untilMs, const QString &by)
{
    m_database.statement("alert.snooze").bind(untilMs, by, id.value).execute();
}

std::vector<Alert> AlertStore::snoozeOver(qint64 nowMs, int limit)
{
    Statement s = m_database.statement("alert.snooze_over");
    return alerts(s.bind(nowMs, limit));
}

qint64 AlertStore::nextSnoozeEndMs()
{
    Statement s = m_database.statement("alert.next_snooze_end");
    return s.next() ? s.integer(0) : 0;
}

} // namespace hmsact::store
