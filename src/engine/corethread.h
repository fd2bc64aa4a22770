// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/mailbox.h"
#include "engine/meters.h"
#include "store/processlock.h"

#include <future>
#include <list>
#include <map>
#include <thread>

namespace hmsact::engine {

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
    void publishAddress(const QString &url, const QString &operatorSecret);

    // For jobs in the mailbox.
    [[nodiscard]] domain::Result<qint64> advance(qint64 byMs);
    void endWaits();

    // Of settings, or the shared database's own; from start() on the same.
    [[nodiscard]] const std::shared_ptr<Clock> &clock() const { return m_clock; }

    void addSubscriber(quint64 id, Core::ChangeHandler handler); // any thread
    void removeSubscriber(quint64 id); // any thread; waits for a call that is running

private:
    using Instant = Mailbox::Instant;
    struct Parked { // a reserve that waits for work
        Mailbox::Letter letter;
        Instant since;
        Instant until;
    };
    domain::Status open();
    [[nodiscard]] domain::Result<qint64> enrol(); // among the cores of a shared database
    void lookAtOthers();
    void run();
    void cycle(Mailbox::Delivery delivery);
    void execute(std::vector<Mailbox::Letter> letters);
    void tickIfDue();
    void park(Mailbox::Letter &&letter, qint64 waitMs);
    void answerOverdue();
    void noteWait(const Parked &parked);
    void noteTimer(const domain::Result<qint64> &next);
    [[nodiscard]] std::optional<Instant> wakeAt();
    void publishChanges();

    const CoreSettings m_settings;
    std::shared_ptr<Clock> m_clock;
    std::unique_ptr<store::ProcessLock> m_lock;
    std::mutex m_lockFileMutex; // the address is published from another thread
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Engine> m_engine;
    std::list<Parked> m_parked; // first come, first served
    bool m_shared = false; // the database has other cores as well
    bool m_waitsEnded = false;
    Instant m_lastLook; // at what others have done to a shared database
    bool m_late = false; // the last tick failed: try again soon

    std::mutex m_subscriberMutex;
    std::map<quint64, Core::ChangeHandler> m_subscribers; // guarded by m_subscriberMutex
    std::jthread m_thread;
};

} // namespace hmsact::engine
