// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/needs.h"
#include "engine/books.h"
#include "engine/matchnotes.h"
#include "engine/recentrows.h"
#include "engine/touched.h"
#include "store/activitystore.h"
#include "store/alertstore.h"
#include "store/eventstore.h"
#include "store/taskstore.h"

#include <QSet>

#include <random>
#include <unordered_map>
#include <unordered_set>

namespace hmsact::engine {

// The unit of work of one transaction: each row is read once and held here, commands decide on it in turn, and what changed
// is written together by flush(). Keeps everything that follows from a change in one place: the record, the
// activity's counters, the tasks that waited, alerts. Dropped whole when the transaction is rolled back. Throws SqlError.
class Workspace
{
public:
    struct Randomness {
        domain::IdSource &ids;
        std::mt19937 &numbers;
    };
    Workspace(store::Database &database, Randomness randomness, qint64 nowMs, RecentlyUsed &recent);

    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }
    [[nodiscard]] quint32 random() { return static_cast<quint32>(m_randomness.numbers()); }
    [[nodiscard]] domain::IdSource &ids() { return m_randomness.ids; }
    [[nodiscard]] store::TaskStore &tasks() { return m_tasks; }

    // What the batch will ask for, activities first: who has an activity has its tasks. The rest is when it is asked for.
    void readAhead(const std::vector<qint64> &taskIds, const std::vector<qint64> &activityIds);
    [[nodiscard]] domain::Task *task(const domain::TaskRef &ref); // nullptr: there is none
    [[nodiscard]] domain::Activity *activity(domain::ActivityId id);
    domain::Task &adopt(domain::Task &&task); // a row just read; an earlier copy wins
    void adopt(domain::Activity &&activity); // the same, kept for this transaction

    domain::Activity &add(domain::Activity &&activity);
    domain::Task &add(domain::PlannedTask &&planned, const domain::Actor &actor);
    [[nodiscard]] domain::KnownTasks known(domain::ActivityId activity, const std::vector<domain::TaskSpec> &specs);

    // Everything that follows from an accepted change of `task`, which was `before`.
    void changed(domain::Task &task, const domain::Task &before, const domain::Change &change, const domain::Actor &actor);
    void changed(domain::Activity &activity, const domain::Change &change, const domain::Actor &actor);
    // Only the shares of its SLA are used at another time: stored, but nothing for the record.
    void sharesMoved(domain::Task &task, const domain::Task &before);
    void sharesMoved(domain::Activity &activity);
    // An alert that was acknowledged, put off or opened again: `event` says so in the record of its activity.
    void changed(const domain::Alert &alert, QLatin1StringView event, const domain::Actor &actor);
    [[nodiscard]] std::vector<const domain::Task *> successors(const domain::Task &task); // all that need it
    void undone(const domain::Task &task, const domain::Task &before, const domain::Actor &actor); // after changed()
    // Completes it when nothing is left, lets options lapse when their time is over; that was then, or is now.
    void settle(domain::Activity &activity, std::optional<qint64> thenMs = {});
    void lockInstallation(); // what is configured changes on one core at a time; before it is looked at
    void recordForInstallation(const QString &kind, const QJsonObject &detail, const domain::Actor &actor);
    // Cancels what is open of an activity that ends by this change.
    void end(domain::Activity &activity, const domain::Change &change, const QString &reason, const domain::Actor &actor);
    [[nodiscard]] domain::AlertId raise(const domain::Occurrence &about); // an alert of that kind
    void happened(domain::Occurrence what); // raises an alert, and rules may follow
    bool noteBreach(domain::Task &task, qint64 madeLateAtMs = 0); // late, or ended so, and unseen; see lateness.h
    bool noteBreach(domain::Activity &activity, qint64 madeLateAtMs = 0);
    // A message for the outbox; gets its id here and goes out after the commit. An assignment by mail gets a link.
    domain::NotificationId send(domain::Notification &&message);
    void noteTimer(qint64 atMs);
    void use(const Books &books) { m_books = books; }
    [[nodiscard]] const domain::WorkingTime &hoursOf(const QString &calendar) const;
    [[nodiscard]] MatchNotes &matching() { return m_matching; }
    [[nodiscard]] const domain::WorkingTime &hoursOf(const domain::Activity &activity) const;
    [[nodiscard]] domain::ClockTerms termsOf(const domain::Activity &activity) const;
    void watch(domain::Watched watched) { m_watched = std::move(watched); }
    // What escalation rules may be about, since the last call.
    [[nodiscard]] std::vector<domain::Occurrence> takeOccurrences() { return std::exchange(m_occurrences, {}); }
    void noteStanding(const std::vector<domain::Occurrence> &seen);
    void flush();
    // What is not written yet, for who reads the queue all the same.
    [[nodiscard]] std::vector<domain::Task *> unwrittenReady() const; // PENDING now
    [[nodiscard]] static bool isWritten(const domain::Task &row);
    [[nodiscard]] const QHash<QString, int> &unwrittenHeld() const { return m_unwrittenHeld; }
    void handBack(); // after the commit, and last: the rows go to `recent`
    // What came of it, for after the commit.
    [[nodiscard]] domain::ChangeSet changes() const { return m_touched.changes(); }
    [[nodiscard]] const QSet<QString> &readySkills() const { return m_readySkills; }
    [[nodiscard]] const QSet<QString> &freedWorkers() const { return m_freedWorkers; }
    [[nodiscard]] qint64 earliestTimerMs() const { return m_earliestTimerMs; } // 0: none was set

private:
    // How much of a row differs from what is stored. Some columns only: see TaskStore, ActivityStore.
    enum class Stored { Clean, Holder, End, Progress, Wide, New };
    template <class T>
    struct Entry : T { // every row that is handed out is one
        explicit Entry(T &&row) : T(std::move(row)) { }
        Stored stored = Stored::Clean;
    };
    void mark(domain::Task &row, Stored change);
    void mark(domain::Activity &row, Stored change);
    void record(domain::Activity &activity, domain::TaskId task, const domain::Change &change, const domain::Actor &actor);
    void release(domain::Task &task);
    void foresee(domain::Task &task, const domain::Task &before);
    void flushActivities();
    void flushTasks();
    void flushPauses();
    void addLink(domain::Notification &message);
    [[nodiscard]] Lent lend(const std::vector<qint64> &taskIds, const std::vector<qint64> &activityIds);
    void noteTimers(const domain::Task &task);

    store::Database &m_database;
    Randomness m_randomness;
    const qint64 m_nowMs;
    RecentlyUsed &m_recent;
    const bool m_isAlone; // nobody else writes these tables
    Books m_books;
    store::TaskStore m_tasks;
    store::ActivityStore m_activities;
    store::EventStore m_events;
    store::AlertStore m_alerts;
    std::unordered_map<qint64, Entry<domain::Task>> m_taskRows;
    std::unordered_map<qint64, Entry<domain::Activity>> m_activityRows;
    std::vector<qint64> m_newTasks; // in order
    std::vector<Entry<domain::Task> *> m_changedTasks; // rows that flush() writes; a map's values stay where they are
    std::vector<Entry<domain::Activity> *> m_changedActivities;
    QHash<QString, int> m_unwrittenHeld; // what a worker holds more than is stored, or less, by its cost
    std::vector<std::pair<domain::TaskId, domain::TaskId>> m_newNeeds;
    std::unordered_map<qint64, std::vector<domain::TaskId>> m_successors; // need → those that wait for it
    std::unordered_set<qint64> m_successorsRead;
    std::vector<domain::Event> m_newEvents;
    std::vector<domain::Alert> m_newAlerts;
    std::vector<domain::Occurrence> m_occurrences;
    domain::Watched m_watched;
    std::vector<domain::Notification> m_newMessages;
    MatchNotes m_matching;
    std::vector<domain::Link> m_newLinks;
    std::vector<domain::Task> m_pauses; // tasks whose clock was stopped, or goes on
    std::optional<store::EventStore::Head> m_installation;
    Touched m_touched;
    QSet<QString> m_readySkills;
    QSet<QString> m_freedWorkers;
    qint64 m_earliestTimerMs = 0;
};

} // namespace hmsact::engine
