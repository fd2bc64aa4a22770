// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slaclock.h"
#include "store/database.h"

#include <QHash>

namespace hmsact::store {

// Calendars, how far the due times have followed a change of one, and when clocks stood still. Every function must run inside
// transact() or read() of `database` and throws SqlError.
class CalendarStore
{
public:
    explicit CalendarStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Calendar> all(); // by name; the built-in one is nowhere stored
    [[nodiscard]] std::optional<domain::Calendar> byName(const QString &name); // the built-in one too
    // As it was, until then and the latest first: from the record, so also one that is gone.
    [[nodiscard]] std::vector<domain::Calendar> former(const QString &name, qint64 untilMs);
    void insert(const domain::Calendar &calendar);
    [[nodiscard]] bool update(const domain::Calendar &calendar); // false: its version is not the next one any more
    void remove(const QString &name);
    struct Users {
        int workers = 0;
        int activities = 0; // open ones
    };
    [[nodiscard]] Users users(const QString &name);

    struct Recount {
        domain::Calendar calendar;
        qint64 after = 0; // up to this activity all is done
    };
    [[nodiscard]] std::optional<Recount> toRecount(); // one whose due times have not all followed
    void recounted(const Recount &upTo); // does nothing when the calendar was changed meanwhile; after < 0: that was all
    [[nodiscard]] std::vector<qint64> openActivities(const QString &calendar, qint64 after, int limit);

    void pauseBegins(const domain::Task &task);
    void pauseEnds(domain::TaskId task, qint64 nowMs);
    using Pauses = QHash<domain::TaskId, std::vector<domain::Pause>>; // of each in order
    [[nodiscard]] Pauses pausesOf(const std::vector<qint64> &tasks);

private:
    Database &m_database;
};

} // namespace hmsact::store
