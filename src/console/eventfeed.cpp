// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/eventfeed.h"

#include "console/whenready.h"

namespace hmsact::console {

using namespace domain;

EventFeed::EventFeed(engine::CoreClient &client, QObject *parent) : QObject(parent), m_client(client)
{
    setObjectName(QStringLiteral("eventFeed"));
}

void EventFeed::follow(ActivityId activity, TaskId task)
{
    if (activity == m_activity && task == m_task)
        return refresh();
    m_activity = activity;
    m_task = task;
    m_events.clear();
    m_cursor.clear();
    m_lastSeq = 0;
    m_complete = false;
    m_again = false;
    ++m_generation; // what is on its way is about something else
    ask();
}

void EventFeed::refresh()
{
    if (m_asking)
        m_again = true;
    else if (!m_activity.isNull())
        ask();
}

void EventFeed::ask()
{
    m_asking = true;
    ListEvents query;
    query.activity = m_activity;
    query.limit = limits::pageMax;
    query.cursor = m_cursor;
    whenReady(m_client.ask(query), this, [this, generation = m_generation](Result<domain::Page<Event>> page) {
        if (generation != m_generation)
            return;
        m_asking = false;
        if (page)
            take(*page);
    });
}

void EventFeed::take(const domain::Page<Event> &page)
{
    for (const Event &event : page.items) {
        const bool isNew = event.seq > m_lastSeq;
        m_lastSeq = std::max(m_lastSeq, event.seq);
        if (isNew && (m_task.isNull() || event.task == m_task))
            m_events.push_back(event);
    }
    if (m_events.size() > keptMax)
        m_events.erase(m_events.begin(), m_events.end() - keptMax);
    m_complete = page.nextCursor.isEmpty();
    if (!m_complete)
        m_cursor = page.nextCursor;
    if (!m_complete || std::exchange(m_again, false))
        ask();
    emit changed();
}

} // namespace hmsact::console
