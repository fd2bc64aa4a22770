// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventstore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Event;

Event EventStore::row(const Statement &s)
{
    return {{s.integer(0)}, s.integer(1), s.integer(2), s.text(3), s.text(4), {s.integer(5)}, s.blob(6), s.blob(7)};
}

void EventStore::insert(const std::vector<Event> &events)
{
    Statement s = m_database.statement("event.insert");
    for (const Event &e : events)
        s.add(e.activity.value, e.seq, e.atMs, e.actor, e.kind, e.task.value, Utf8{e.detail}, e.hash);
    s.flush();
    m_database.noteChange(); // every change is told by an event
}

domain::Page<Event> EventStore::page(domain::ActivityId activity, qint64 afterSeq, int limit)
{
    domain::Page<Event> page;
    Statement s = m_database.statement("event.page");
    s.bindNamed({{QStringLiteral("activity_id"), activity.value},
                 {QStringLiteral("after"), afterSeq},
                 {QStringLiteral("limit"), limit + 1},
                 {QStringLiteral("bytes_max"), qint64(readBytesMax)}});
    qsizetype bytes = 0;
    while (s.next()) {
        if (static_cast<int>(page.items.size()) == limit || bytes > readBytesMax) {
            page.nextCursor = QString::number(page.items.back().seq);
            break;
        }
        page.items.push_back(row(s));
        bytes += page.items.back().detail.size();
    }
    return page;
}

std::vector<Event> EventStore::latestOfTask(domain::ActivityId activity, domain::TaskId task, qint64 afterSeq, int limit)
{
    std::vector<Event> events;
    Statement s = m_database.statement("event.latest_of_task");
    s.bind(activity.value, afterSeq, task.value, limit);
    while (s.next())
        events.push_back(row(s));
    return events;
}

std::optional<Event> EventStore::latestOfTask(domain::ActivityId activity, domain::TaskId task, const QString &kind)
{
    Statement s = m_database.statement("event.latest_of_task_and_kind");
    s.bind(activity.value, task.value, kind);
    return s.next() ? std::optional(row(s)) : std::nullopt;
}

EventStore::Head EventStore::installationHead()
{
    Statement s = m_database.statement("event.head");
    s.next();
    return {s.integer(0), s.blob(1)};
}

std::optional<Event> EventStore::latestForInstallation(const QString &kind)
{
    Statement s = m_database.statement("event.latest_of_kind");
    s.bind(kind);
    return s.next() ? std::optional(row(s)) : std::nullopt;
}

EventStore::Head EventStore::takeInstallationHead()
{
    Statement s = m_database.statement("event.take_head");
    s.next();
    return {s.integer(0), s.blob(1)};
}

void EventStore::setInstallationHead(const Head &head)
{
    m_database.statement("event.set_head").bind(head.seq, head.hash).execute();
}

} // namespace hmsact::store
