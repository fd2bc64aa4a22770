// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/books.h"
#include "engine/escalator.h"
#include "engine/hint.h"
#include "engine/rulebook.h"
#include "engine/workerdirectory.h"
#include "engine/workspace.h"
#include "store/database.h"

#include <functional>
#include <random>

namespace hmsact::engine {

class Leadership;

// The orchestrator without its thread: commands in, one transaction, answers out. Time and chance are arguments, so a test
// turns the crank by hand. Not thread-safe; lives on the thread of its database.
class Engine
{
public:
    // Ids carry the instance: two engines on one database have different ones.
    Engine(store::Database &database, quint32 instance, quint32 seed);
    void limitArtefacts(qint64 bytesMax) { m_artefactBytesMax = bytesMax; } // of all files together
    // Milliseconds since some moment, see steadyMs(): how long its work takes. Without it nothing takes any time.
    void measureBy(std::function<qint64()> stopwatchMs) { m_stopwatchMs = std::move(stopwatchMs); }

    // Executes what arrived together in one transaction and answers after its commit, in the same order. Reserves come after
    // everything else. Should the database refuse the batch, each is run alone. Then `waiting` reserves are tried again,
    // in the same transaction, where something became ready for them: an empty answer there means "go on waiting".
    struct Outcome {
        std::vector<domain::Reply> replies;
        std::vector<domain::Reply> waiting; // one for each
        std::vector<bool> tried; // whether each of these was tried again
        bool isInVain = false; // nothing was stored, and those that wait would not fare better at once
    };
    [[nodiscard]] Outcome execute(const std::vector<const domain::Request *> &requests,
                                  const std::vector<const domain::Request *> &waiting, qint64 nowMs);

    // Fires timers that are due, for a second at most: leases, breaches, options whose time is over, back-offs, steps of rules.
    // Of what is left nextTimerMs() says that it is due. With other cores on the database
    // only under `leadership`, which each transaction confirms.
    [[nodiscard]] domain::Status tick(qint64 nowMs, Leadership *leadership = nullptr);
    // When to tick next; what nobody noticed is looked for once an hour, so there always is a next time. Reads the database
    // only after a start, a tick that has done something, and what others may have done.
    [[nodiscard]] domain::Result<qint64> nextTimerMs(qint64 nowMs);
    static constexpr int forgottenMax = 500; // of each kind of what is old, in one tick: nobody waits long for it
    static constexpr qint64 forgetPauseMs = 100; // until the next where there is more
    static constexpr qint64 atOnceMs = 1; // of nextTimerMs(): nothing fell due, but it is to look around now

    // Notes, once a minute at most, when which rule was last held against what happens. The end of a tick; who leads none says
    // it.
    [[nodiscard]] domain::Status noteRules(qint64 nowMs);

    // Whether waiting reserves have something to look at since execute() last did.
    [[nodiscard]] bool hasWoken() const { return m_wakeAll || !m_wokenSkills.isEmpty() || !m_wokenWorkers.isEmpty(); }
    void forgetWoken(); // nobody waits
    void wake(const domain::WorkerId &worker) { m_wokenWorkers.insert(worker.value); } // it is tried again
    // Those of these workers for whom something waits, also where another is at work on it. All, where that cannot be asked.
    [[nodiscard]] QSet<QString> haveWorkWaiting(const QSet<QString> &workers, qint64 nowMs);
    void hear(const Hint &hint); // of another core
    void lookAgain(); // others may have changed anything: workers, ready tasks, timers
    [[nodiscard]] Hint takeNews(); // committed since the last call

private:
    static constexpr qint64 sweepEveryMs = domain::limits::msPerHour;
    static constexpr qint64 matchPauseMs = 200; // who has room is told at once, but not for each task anew
    struct Batch;
    [[nodiscard]] domain::Status transact(Batch &batch);
    void prepare(Workspace &workspace); // inside a transaction
    void runAll(Batch &batch);
    void runOne(Batch &batch, const domain::Request &request, domain::Reply &reply);
    void runReserves(Batch &batch);
    // What comes by time and not by a command, in one transaction; nothing is done, and there is no workspace, where another
    // core leads. Of what is done publish() is the caller's.
    [[nodiscard]] domain::Status byTime(std::optional<Workspace> &workspace, qint64 nowMs, Leadership *leadership,
                                        const std::function<void(Workspace &)> &work);
    [[nodiscard]] domain::Status recount(qint64 nowMs, Leadership *leadership); // one step, where a calendar was changed
    [[nodiscard]] bool knownOperation(Batch &batch, const domain::Request &request, domain::Reply &reply);
    void rememberOperations(Batch &batch);
    void completeViews(Batch &batch);
    void publish(Batch &batch);
    [[nodiscard]] bool concerns(const Batch &batch, const domain::Reserve &reserve) const;
    [[nodiscard]] domain::Result<int> fireDue(qint64 nowMs,
                                              Leadership *leadership); // → how many; at most a few hundred at a time
    [[nodiscard]] domain::Status lookAround(qint64 nowMs, Leadership *leadership); // now and then: Escalator::sweep()
    void publish(Workspace &workspace); // of what time did, after the commit
    [[nodiscard]] domain::Status matchWaiting(qint64 nowMs, Leadership *leadership); // Dispatcher::offerWaiting()
    // Somebody may have room now; where something has changed at all, what waits is looked at again before long.
    void noteMatching(const Hint &news, bool workersChanged, bool isKept);
    [[nodiscard]] domain::Result<qint64> nextDueMs(qint64 nowMs); // of what the database holds; 0: nothing
    void noteDue(qint64 atMs);
    [[nodiscard]] bool wasSetBack(qint64 nowMs) const; // the clock, since the last tick
    void goOnFrom(qint64 nowMs); // then: what was done last was done now, and others may have changed anything
    void noteSeen(const QHash<QString, qint64> &seen); // workers, as it was stored
    [[nodiscard]] bool forgetOld(qint64 nowMs); // a step → whether there may be more
    [[nodiscard]] domain::Status closeTick(qint64 nowMs, bool isQuiet);
    void keepOutcomes(Workspace &workspace);
    void noteQueues(qint64 atMs); // tasks came or went: rules may ask how many wait
    void noteWorkers(qint64 atMs); // somebody may have gone: rules may ask where nobody is left

    store::Database &m_database;
    std::mt19937 m_random;
    qint64 m_artefactBytesMax = domain::limits::artefactBytesTotalDefault;
    std::function<qint64()> m_stopwatchMs = [] {
        return qint64(0);
    };
    domain::IdSource m_ids;
    WorkerDirectory m_workers;
    RuleBook m_rules;
    CalendarBook m_calendars;
    IntentBook m_intents;
    UsualTimes m_usual;
    RecentlyUsed m_recent;
    QHash<QString, qint64> m_lastSeenMs; // as it was last stored for each worker

    QSet<QString> m_wokenSkills;
    QSet<QString> m_wokenWorkers;
    bool m_wakeAll = false;
    Hint m_news;
    QSet<QString> m_kept; // see Reservation
    std::optional<qint64> m_nextDueMs; // nothing: must be read
    qint64 m_lastTickMs = 0;
    qint64 m_nextForgetMs = 0;
    bool m_isMoreOld = false; // then that is a reason to tick
    std::optional<Escalator::Place> m_sweptTo; // nothing: all was looked at
    qint64 m_nextLookMs = atOnceMs; // lookAround(); 0: there is no need
    qint64 m_nextWeighMs = atOnceMs; // Escalator::weighQueues(); 0: nothing has changed since
    qint64 m_lastWeighMs = 0;
    qint64 m_lastSweepMs = 0;
    qint64 m_nextMatchMs = atOnceMs; // matchWaiting(); 0: there is no need
    qint64 m_lastMatchMs = 0;
    bool m_matchWaits = false; // then something waited that nobody could be offered
    bool m_poolsWait = false; // something is kept for a pool: it goes on when nobody has room there
    std::optional<Dispatcher::Place> m_matchedTo; // nothing: all that waits was looked at
    Escalator::Deserted m_deserted;
    qint64 m_nextDesertedMs = 0; // 0: nobody has gone since
    qint64 m_lastDesertedMs = 0;
    int m_sweptRules = -1; // RuleBook::edition() of the last sweep
    qint64 m_notedRulesMs = 0; // noteRules()
    size_t m_freedReach = 0; // WorkerDirectory::reach() when Dispatcher::freeStranded() found nothing more
};

} // namespace hmsact::engine
