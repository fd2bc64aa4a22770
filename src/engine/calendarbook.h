// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/calendarstore.h"

#include <QHash>

namespace hmsact::engine {

// All calendars in memory: every clock that starts asks for its hours. Read again from the database when they may have changed.
// Lives on the core's thread.
class CalendarBook
{
public:
    void load(store::CalendarStore &store) // when it is stale; inside a transaction
    {
        if (m_loaded)
            return;
        m_calendars.clear();
        for (const domain::Calendar &calendar : store.all())
            m_calendars.insert(calendar.name, {calendar, domain::WorkingTime(calendar)});
        m_loaded = true;
    }
    void makeStale() { m_loaded = false; }

    [[nodiscard]] bool knows(const QString &name) const { return domain::isBuiltIn(name) || m_calendars.contains(name); }
    [[nodiscard]] qsizetype size() const { return m_calendars.size(); }
    [[nodiscard]] const domain::Calendar *find(const QString &name) const // not the built-in one
    {
        const auto it = m_calendars.constFind(name);
        return it == m_calendars.cend() ? nullptr : &it->calendar;
    }
    [[nodiscard]] const domain::WorkingTime &hours(const QString &name) const // 24x7 where there is no such calendar
    {
        const auto it = m_calendars.constFind(name);
        return it == m_calendars.cend() ? domain::WorkingTime::always() : it->hours;
    }

private:
    struct Entry {
        domain::Calendar calendar;
        domain::WorkingTime hours;
    };
    QHash<QString, Entry> m_calendars;
    bool m_loaded = false;
};

} // namespace hmsact::engine
