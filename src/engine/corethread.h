// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/health.h"
#include "engine/leadership.h"
#include "engine/mailbox.h"
#include "engine/meters.h"
#include "engine/neighbours.h"
#include "store/processlock.h"

#include <atomic>
#include <future>
#include <list>
#include <map>
#include <thread>

namespace hmsact::engine {

class Hand;

// The loop of the core: takes what arrived together, lets the engine execute it in one transaction, answers, publishes, and
// sleeps until the next timer. Owns the writing connection; everything but the constructor, the destructor and the mailbox
// runs on its own thread.
class CoreThread
{
public:
    explicit CoreThread(CoreSettings settings);
    ~CoreThread(); // finishes what was posted, then ends the thread
    [[nodiscard]] domain::Status start(); // returns when it takes commands; errors as Core::open()
    void stop();

    Mailbox mailbox;
    Meters meters;
    std::atomic<bool> ending = false; // a job that takes long looks at it
    void publishAddress(const QString &url, const QString &operatorSecret);

    void add(Hand &hand); // any thread; it lives until this thread has ended
    void handRested(); // any thread
    void heardOf(const Hand &hand, const Hint &hint); // what it has committed; on its thread

    // For jobs in the mailbox.
    [[nodiscard]] domain::Result<qint64> advance(qint64 byMs);
    void endWaits();

    // Of settings, or the shared database's own; from start() on the same.
    [[nodiscard]] const std::shared_ptr<Clock> &clock() const { return m_clock; }

    [[nodiscard]] Health health() const; // any thread
    void addSubscriber(quint64 id, Core::ChangeHandler handler); // any thread
    void removeSubscriber(quint64 id); // any thread; waits for a call that is running

private:
    using Instant = Mailbox::Instant;
    struct Parked { // a reserve that waits for work
        Mailbox::Letter letter;
        Instant since;
        Instant until;
        bool isInDoubt = false; // something waits for it that a hand may have locked, and may leave
    };
    domain::Status open();
    [[nodiscard]] domain::Status bringUp(); // the database, to this program's schema
    [[nodiscard]] domain::Status join(const store::DatabaseUrl &url); // the other cores on a shared database
    void lookAtOthers();
    [[nodiscard]] bool lookAtChanges(); // → whether another core has not told of something that it has committed
    void hear(const Hint &hint, const Hand *from = nullptr);
    void connected(bool yes); // on the neighbours' thread
    void noteLeader();
    [[nodiscard]] Leadership *leadership() { return m_leadership ? &*m_leadership : nullptr; }
    [[nodiscard]] bool leads() const { return !m_leadership || m_leadership->leads(); }
    void run();
    void lookAtLock();
    void cycle(Mailbox::Delivery delivery);
    [[nodiscard]] bool hasWoken() const { return m_engine->hasWoken() && !m_parked.empty(); }
    void execute(std::vector<Mailbox::Letter> letters);
    void tickIfDue();
    void park(Mailbox::Letter &&letter, qint64 waitMs, bool isInDoubt);
    void answerWaiting(Engine::Outcome &outcome, const QSet<QString> &doubting);
    [[nodiscard]] std::vector<quint64> handTurns() const;
    [[nodiscard]] QSet<QString> inDoubt(const std::vector<Mailbox::Letter> &letters, const Engine::Outcome &outcome);
    void tryAgainWhenHandsRest(); // who is in doubt
    void tryAgainSoon();
    void tryAgain();
    void answerOverdue();
    void noteWait(const Parked &parked);
    void noteTimer(const domain::Result<qint64> &next);
    [[nodiscard]] Instant wakeAt();
    void tellOthers(); // the hands, and the other cores: what was committed, before anybody is answered
    void publishChanges();
    void tellSubscribers(const domain::ChangeSet &changes);

    const CoreSettings m_settings;
    std::shared_ptr<Clock> m_clock;
    std::unique_ptr<store::ProcessLock> m_lock;
    std::mutex m_lockFileMutex; // the address is published from another thread
    bool m_isLockGone = false;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Engine> m_engine;
    std::list<Parked> m_parked; // first come, first served
    Instant m_wakeFrom; // they are not tried again before: that failed just now
    bool m_waitsEnded = false;
    std::optional<Leadership> m_leadership; // nothing: no other core can be there
    std::vector<Hand *> m_hands;
    std::optional<Instant> m_tryAgainAt; // who is in doubt; nothing: nobody is, or a hand is at work
    Instant m_triedAgainAt;
    QSet<qint64> m_handCores; // their numbers: what they do is heard here first
    domain::ChangeSet m_heard; // of other cores
    domain::ChangeSet m_untold; // to the subscribers
    QHash<qint64, qint64> m_heardUpTo; // of the changes each core has committed
    QHash<qint64, qint64> m_committedAtLook; // as it was at the last look
    Instant m_nextLook; // at what others have done to a shared database
    bool m_late = false; // the last tick failed: try again soon

    mutable std::mutex m_healthMutex;
    Health m_health; // guarded by m_healthMutex
    std::mutex m_subscriberMutex;
    std::map<quint64, Core::ChangeHandler> m_subscribers; // guarded by m_subscriberMutex
    std::unique_ptr<Neighbours> m_neighbours; // uses the above from its own thread
    std::jthread m_thread;
};

} // namespace hmsact::engine
