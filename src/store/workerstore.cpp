// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workerstore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Worker;
using domain::WorkerView;

static Worker workerOf(const Statement &s)
{
    Worker w;
    w.id = {s.text(0)};
    w.name = s.text(1);
    w.kind = s.value(2, domain::workerKindFrom);
    const QJsonObject skills = jsonObject(s.blob(3));
    for (auto it = skills.begin(); it != skills.end(); ++it)
        w.skills.insert(it.key(), it.value().toInt());
    w.channel = s.text(4);
    w.pools = fromLines(s.text(5));
    w.capacity = s.number(6);
    w.calendar = s.text(7);
    w.available = s.integer(8) != 0;
    w.createdAtMs = s.integer(9);
    w.lastSeenAtMs = s.integer(10);
    w.version = s.number(11);
    return w;
}

static constexpr int columns = 12;

std::vector<Worker> WorkerStore::all()
{
    std::vector<Worker> result;
    Statement s = m_database.statement("worker.all");
    while (s.next())
        result.push_back(workerOf(s));
    return result;
}

std::optional<WorkerView> WorkerStore::byId(const domain::WorkerId &id)
{
    Statement s = m_database.statement("worker.by_id");
    if (!s.bind(id.value).next())
        return std::nullopt;
    return WorkerView{workerOf(s), s.number(columns)};
}

domain::Page<WorkerView> WorkerStore::page(const QString &afterId, int limit)
{
    domain::Page<WorkerView> page;
    Statement s = m_database.statement("worker.page");
    s.bind(afterId, limit + 1);
    while (s.next())
        page.items.push_back({workerOf(s), s.number(columns)});
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.resize(static_cast<size_t>(limit));
        page.nextCursor = page.items.back().worker.id.value;
    }
    return page;
}

QHash<QString, qint64> WorkerStore::lock(const QStringList &ids)
{
    QHash<QString, qint64> versions;
    Statement s = m_database.statement("worker.lock");
    s.bind(jsonList(ids));
    while (s.next())
        versions.insert(s.text(0), s.integer(1));
    return versions;
}

void WorkerStore::save(const Worker &w)
{
    QJsonObject skills;
    for (auto it = w.skills.cbegin(); it != w.skills.cend(); ++it)
        skills.insert(it.key(), it.value());
    m_database.statement("worker.save")
        .bind(w.id.value, w.name, domain::toString(w.kind), jsonText(skills), w.channel, lines(w.pools), w.capacity,
              w.calendar, w.available, w.createdAtMs, w.lastSeenAtMs, w.version)
        .execute();
}

void WorkerStore::seen(const domain::WorkerId &id, qint64 nowMs)
{
    m_database.statement("worker.seen").bind(nowMs, id.value).execute();
}

void WorkerStore::remove(const domain::WorkerId &id) { m_database.statement("worker.remove").bind(id.value).execute(); }

} // namespace hmsact::store
