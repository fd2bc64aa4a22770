// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "api/loop.h"
#include "engine/core.h"

#include <deque>
#include <unordered_set>

namespace hmsact::api {

class ChangeStream;

// What changes, as server-sent events for any number of listeners. The core names ids after each commit; they are gathered
// for a moment and their rows read once for all listeners, as they are then. The last events are kept in a ring; a listener is
// a place in it, and so is a `Last-Event-ID`. Whoever falls out of the ring, comes with an id that is not of this process, or
// listens in a flood, is told `resync`: read again what you show. Lives on the loop's thread; only the core's callback comes
// from elsewhere.
class ChangeFeed : public std::enable_shared_from_this<ChangeFeed>
{
public:
    ChangeFeed(engine::Core &core, Loop loop);
    ~ChangeFeed();
    void start(); // once, after it has become a shared_ptr

    // Nothing when limits::streamsMax listen already. `allowed` asks whether this listener still may and answers on the
    // loop's thread: asked when a token has changed and from time to time.
    using Verdict = std::function<void(bool)>;
    [[nodiscard]] std::shared_ptr<ChangeStream> open(const QByteArray &lastEventId, std::function<void(Verdict)> allowed);

private:
    friend class ChangeStream;
    struct Gathered { // from the core's thread
        std::mutex mutex;
        domain::ChangeSet changes; // guarded by mutex, as are the following
        bool scheduled = false;
        bool listening = false;
    };
    void gather(const domain::ChangeSet &changes);
    void schedule(std::chrono::milliseconds delay);
    void flush();
    void tell(const domain::Changed &changed);
    [[nodiscard]] std::chrono::milliseconds rest(bool wasRead);
    void askForStats();
    void tellStats(const domain::Stats &stats, qint64 askedAtMs);
    void append(const char *event, const QByteArray &json);
    void wakeAll();
    void closed();
    [[nodiscard]] QByteArray idOf(quint64 number) const;
    [[nodiscard]] quint64 end() const { return m_first + m_ring.size(); } // the number of the next event

    engine::Core &m_core;
    Loop m_loop;
    const QByteArray m_epoch; // tells the ids of this process from those of another
    std::shared_ptr<Gathered> m_gathered = std::make_shared<Gathered>();
    std::deque<QByteArray> m_ring;
    qint64 m_ringBytes = 0;
    quint64 m_first = 1; // the number of the ring's first event
    QByteArray m_stats; // as told last, without the time
    QByteArray m_statsTold; // the same whole: whoever comes is told them
    bool m_statsAsked = false;
    std::chrono::milliseconds m_unreadFor{0}; // the pause between two tries while the database cannot be read; 0: it can
    quint64 m_visits = 0; // how often somebody came: nobody's absence lasts past the next visit
    std::unordered_set<ChangeStream *> m_streams;
    std::unique_ptr<engine::Core::Subscription> m_subscription;
};

// One listener.
class ChangeStream final : public BodyStream
{
public:
    ChangeStream(std::shared_ptr<ChangeFeed> feed, std::function<void(ChangeFeed::Verdict)> allowed);
    ~ChangeStream() override;

    Piece next() override;
    QByteArray beat() override;
    void whenThereIsMore(std::function<void()> wake) override;

private:
    friend class ChangeFeed;
    void wake() const;
    void check();
    void resync(const char *reason);

    std::shared_ptr<ChangeFeed> m_feed;
    std::function<void(ChangeFeed::Verdict)> m_allowed;
    std::function<void()> m_wake;
    std::shared_ptr<bool> m_ended = std::make_shared<bool>(false); // outlives it in the answers to check()
    QByteArray m_own; // for this listener alone, before what is in the ring
    quint64 m_next = 0; // the number of the event it gets next
};

} // namespace hmsact::api
