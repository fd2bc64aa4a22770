// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "console/whenready.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <functional>

namespace hmsact::console {

struct FeedState {
    bool loaded = false; // an answer to the present query is in the model
    bool turned = false; // the last answer was the first to another query or window
    bool hasEarlier = false; // the window does not begin at the first row
    bool hasMore = false; // rows follow the window
    std::optional<domain::Error> error; // of the last answer
};

// Keeps a RowModel filled from one list query: the first page at once, more when the view asks for it, and after changes
// the same window read again, at most four times a second and not before the last answer. The window is one
// page of limits::pageMax rows at most; later() and earlier() move it by key. Lives in the GUI thread.
template <class Query, class Row>
class ListFeed final : public QObject
{
public:
    ListFeed(engine::CoreClient &client, RowModel<Row> &model, QObject *parent)
        : QObject(parent), m_client(client), m_model(model)
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(250);
        QObject::connect(&m_pause, &QTimer::timeout, this, &ListFeed::askIfWanted);
    }

    std::function<void()> onAnswer; // after every answer
    std::function<void()> beforeMerge; // the rows are about to change, for who keeps the scroll position
    std::function<void()> afterMerge;

    [[nodiscard]] const FeedState &state() const { return m_state; }
    void setQuery(Query query) // shows its first page
    {
        m_query = std::move(query);
        m_starts = {QString()};
        m_limit = domain::limits::pageDefault;
        restart();
    }

    void refresh() // something the query may show has changed
    {
        m_wanted = true;
        askIfWanted();
    }
    void setActive(bool active) // a feed whose view is hidden waits until it is shown
    {
        m_active = active;
        if (m_active && (m_wanted || !m_state.loaded))
            refresh();
    }

    void more() // lengthens the window
    {
        if (!m_state.hasMore || !m_state.loaded || m_limit >= domain::limits::pageMax)
            return;
        m_limit = std::min(m_limit * 3, domain::limits::pageMax);
        restart();
    }
    void later()
    {
        if (m_state.hasMore)
            m_starts.push_back(m_next);
        restart();
    }
    void earlier()
    {
        if (m_starts.size() > 1)
            m_starts.pop_back();
        restart();
    }

private:
    void restart()
    {
        ++m_generation; // what is on its way answers another question
        m_asking = false;
        m_wanted = true;
        m_state.loaded = false;
        m_pause.stop();
        askIfWanted();
    }

    void askIfWanted() // again after the pause, or after the answer, whichever is later
    {
        if (m_wanted && m_active && !m_asking && !m_pause.isActive())
            ask();
    }

    void ask()
    {
        m_asking = true;
        m_wanted = false;
        m_pause.start();
        Query query = m_query;
        query.limit = m_limit;
        query.cursor = m_starts.back();
        const auto answered = [this, generation = m_generation](domain::Result<domain::Page<Row>> page) {
            if (generation == m_generation)
                take(std::move(page));
        };
        whenReady(m_client.ask(std::move(query)), this, answered);
    }

    void take(domain::Result<domain::Page<Row>> page)
    {
        m_asking = false;
        m_state.error = page ? std::nullopt : std::optional(page.error());
        if (page) {
            if (beforeMerge)
                beforeMerge();
            m_next = page->nextCursor;
            m_state.hasMore = !m_next.isEmpty();
            m_state.hasEarlier = m_starts.size() > 1;
            m_state.turned = !std::exchange(m_state.loaded, true);
            m_model.merge(std::move(page->items));
            if (afterMerge)
                afterMerge();
        }
        if (onAnswer)
            onAnswer();
        askIfWanted();
    }

    engine::CoreClient &m_client;
    RowModel<Row> &m_model;
    Query m_query;
    std::vector<QString> m_starts{QString()}; // cursor at which each window on the way here began
    QString m_next;
    int m_limit = domain::limits::pageDefault;
    FeedState m_state;
    QTimer m_pause;
    quint64 m_generation = 0;
    bool m_active = false;
    bool m_asking = false;
    bool m_wanted = false;
};

} // namespace hmsact::console
