// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "engine/coreclient.h"

#include <QObject>

namespace hmsact::console {

// The record of an activity, or of one of its tasks: read page after page to its end, and from there on what is new. The newest
// are kept, up to keptMax. Never two questions at a time. GUI thread; the client must outlive it.
class EventFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t keptMax = 5000; // more is not read by anybody

    EventFeed(engine::CoreClient &client, QObject *parent);

    void follow(domain::ActivityId activity,
                domain::TaskId task = {}); // null task: all; what is followed already is read on
    void refresh(); // something may have happened
    [[nodiscard]] const std::vector<domain::Event> &events() const { return m_events; } // oldest first
    [[nodiscard]] bool isComplete() const { return m_complete; } // the end has been reached

signals:
    void changed(); // after each page

private:
    void ask();
    void take(const domain::Page<domain::Event> &page);

    engine::CoreClient &m_client;
    domain::ActivityId m_activity;
    domain::TaskId m_task;
    std::vector<domain::Event> m_events;
    QString m_cursor; // where the last page begins
    qint64 m_lastSeq = 0; // also of what is not kept
    quint64 m_generation = 0;
    bool m_complete = false;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace hmsact::console
