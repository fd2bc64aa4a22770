// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/corethread.h"

#include "engine/clockturns.h"
#include "engine/hand.h"
#include "store/migrator.h"
#include "store/outboxstore.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <functional>

namespace hmsact::engine {

using namespace domain;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

static constexpr milliseconds retryTick{1000}; // after a failed tick, or a clock that was set back
static constexpr qint64 doubtMs = 100; // a reserve that may not wait waits so long for what a hand has locked
static constexpr milliseconds longestSleep{20'000}; // so that it is seen to live; a suspended machine, a clock that jumped

CoreThread::CoreThread(CoreSettings settings) : m_settings(std::move(settings)), m_clock(m_settings.clock) { }

CoreThread::~CoreThread() { stop(); }

Status CoreThread::start()
{
    std::promise<Status> ready;
    std::future<Status> result = ready.get_future();
    m_thread = std::jthread([this, &ready] {
        Status status = open();
        const bool ok = status.ok();
        ready.set_value(std::move(status));
        if (ok)
            run();
        m_neighbours.reset();
        if (m_leadership)
            m_leadership->stepDown();
        m_leadership.reset();
        m_engine.reset();
        m_database.reset(); // on the thread that opened it
        const std::lock_guard lock(m_lockFileMutex);
        m_lock.reset();
    });
    Status status = result.get();
    if (!status)
        m_thread.join();
    return status;
}

void CoreThread::stop()
{
    ending = true;
    mailbox.close();
    if (m_thread.joinable())
        m_thread.join();
}

Status CoreThread::open()
{
    const Result<store::DatabaseUrl> url = store::DatabaseUrl::parse(m_settings.databaseUrl);
    if (!url)
        return url.error();
    if (url->dialect == store::Dialect::Sqlite) {
        const QString folder = QFileInfo(url->file).absolutePath();
        if (!QFileInfo(folder).isDir())
            return makeError(ErrorCode::Unavailable,
                             QT_TRANSLATE_NOOP("Error", "the folder %1 of the database does not exist"), {folder});
        if (!store::ProcessLock::wasEverTaken(url->file)) { // beside what is not ours nothing is left
            if (const Status status = store::inspect(*url); !status)
                return status;
        }
        auto lock = store::ProcessLock::take(url->file, m_settings.program);
        if (!lock)
            return lock.error();
        m_lock = std::move(*lock);
    }
    if (const Status status = store::inspect(*url); !status)
        return status;
    auto database = store::Database::open(*url, store::Access::ReadWrite);
    if (!database)
        return database.error();
    m_database = std::move(*database);
    m_database->whileLost([this](const Error &why) { mailbox.refuse(why); });
    if (const Status status = bringUp(); !status)
        return status;
    if (url->dialect == store::Dialect::Sqlite) { // the only process: nobody else is sending
        const Status released = m_database->transact<Done>([this]() -> Status {
            store::OutboxStore(*m_database).release();
            return Done{};
        });
        if (!released)
            return released;
    }
    quint32 instance = m_settings.seed;
    if (url->dialect == store::Dialect::PostgreSql) {
        if (const Status status = join(*url); !status)
            return status;
        instance = static_cast<quint32>(m_leadership->core());
    }
    m_engine = std::make_unique<Engine>(*m_database, instance, m_settings.seed);
    m_engine->measureBy(steadyMs);
    if (auto *clock = dynamic_cast<VirtualClock *>(m_clock.get())) {
        const Result<qint64> turnedTo = lastTurnMs(*m_database);
        if (!turnedTo)
            return turnedTo.error();
        clock->set(std::max(clock->nowMs(), *turnedTo));
    }
    if (leads())
        meters.tickedAtMs = m_clock->nowMs();
    m_engine->limitArtefacts(m_settings.artefactBytesMax);
    return leads() ? m_engine->tick(m_clock->nowMs(), leadership()) : Status(Done{}); // what fell due while nobody was there
}

void CoreThread::run()
{
    for (;;) {
        Mailbox::Delivery delivery = mailbox.take(wakeAt());
        if (delivery.closed)
            break;
        cycle(std::move(delivery));
    }
    endWaits();
}

// Without it another process can come in, and each would write over what the other has read.
void CoreThread::lookAtLock()
{
    if (!m_lock || m_lock->isInPlace())
        return;
    const Error gone = makeError(ErrorCode::Unavailable,
                                 QT_TRANSLATE_NOOP("Error",
                                                   "the lock file beside the database is gone, so another process may use "
                                                   "it: this one does nothing more until it is started again"));
    if (!std::exchange(m_isLockGone, true))
        qCritical("%s", qPrintable(gone.detail.english()));
    m_database->refuse(gone);
}

void CoreThread::cycle(Mailbox::Delivery delivery)
{
    lookAtLock();
    for (const auto &job : delivery.jobs)
        job();
    if (m_tryAgainAt && *m_tryAgainAt <= steady_clock::now())
        tryAgain();
    lookAtOthers();
    tickIfDue();
    if (!delivery.letters.empty() || (hasWoken() && m_wakeFrom <= steady_clock::now()))
        execute(std::move(delivery.letters));
    if (m_parked.empty())
        m_engine->forgetWoken();
    answerOverdue();
    publishChanges();
}

void CoreThread::execute(std::vector<Mailbox::Letter> letters)
{
    Mailbox::dropLate(letters);
    std::vector<const Request *> requests;
    for (const Mailbox::Letter &letter : letters)
        requests.push_back(&letter.request);
    m_parked.remove_if([](const Parked &parked) { return parked.letter.hasGone(); });
    std::vector<const Request *> waiting;
    for (const Parked &parked : m_parked)
        waiting.push_back(&parked.letter.request);

    const std::vector<quint64> turns = handTurns();
    const Instant begin = steady_clock::now();
    Engine::Outcome outcome = m_engine->execute(requests, waiting, m_clock->nowMs());
    meters.executed(requests, steady_clock::now() - begin);
    m_wakeFrom = outcome.isInVain ? steady_clock::now() + retryTick : Instant();
    tellOthers();

    const bool isSure = std::ranges::none_of(turns, Hand::isAtWorkIn) && turns == handTurns(); // at rest all the while
    const QSet<QString> doubting = isSure ? QSet<QString>() : inDoubt(letters, outcome);
    answerWaiting(outcome, doubting);
    for (size_t i = 0; i < letters.size(); ++i) {
        Reply &reply = outcome.replies[i];
        meters.answered(letters[i].request.command, reply);
        const bool foundNothing = Mailbox::foundNothing(reply) && !m_waitsEnded;
        const auto *reserve = foundNothing ? &std::get<Reserve>(letters[i].request.command) : nullptr;
        const qint64 waitMs = reserve ? reserve->waitMs : 0;
        const bool isInDoubt = reserve && doubting.contains(reserve->worker.value);
        if (waitMs > 0 || isInDoubt)
            park(std::move(letters[i]), waitMs > 0 ? std::min(waitMs, limits::waitMaxMs) : doubtMs, isInDoubt);
        else
            letters[i].handler(std::move(reply));
    }
    if (!doubting.isEmpty())
        tryAgainWhenHandsRest();
}

void CoreThread::answerWaiting(Engine::Outcome &outcome, const QSet<QString> &doubting)
{
    auto parked = m_parked.begin();
    for (size_t i = 0; i < outcome.waiting.size(); ++i) {
        if (Mailbox::foundNothing(outcome.waiting[i])) {
            const auto &reserve = std::get<Reserve>(parked->letter.request.command);
            if (outcome.tried[i])
                parked->isInDoubt = doubting.contains(reserve.worker.value);
            if (reserve.waitMs <= 0 && !parked->isInDoubt)
                parked->until = steady_clock::now();
            ++parked;
            continue;
        }
        noteWait(*parked);
        const Core::ReplyHandler handler = std::move(parked->letter.handler);
        parked = m_parked.erase(parked);
        handler(std::move(outcome.waiting[i]));
    }
}

void CoreThread::park(Mailbox::Letter &&letter, qint64 waitMs, bool isInDoubt)
{
    const Instant now = steady_clock::now();
    m_parked.push_back({std::move(letter), now, now + milliseconds(waitMs), isInDoubt});
}

void CoreThread::answerOverdue()
{
    const Instant now = steady_clock::now();
    for (auto it = m_parked.begin(); it != m_parked.end();) {
        if (it->until > now && !m_waitsEnded) {
            ++it;
            continue;
        }
        noteWait(*it);
        it->letter.handler({Answer(std::vector<Lease>()), {}});
        it = m_parked.erase(it);
    }
}

void CoreThread::noteWait(const Parked &parked)
{
    meters.reserveWaitSeconds.record(std::chrono::duration<double>(steady_clock::now() - parked.since).count());
}

// Where it is to look around, and when even the timers cannot be read, the engine is late from now on.
void CoreThread::noteTimer(const Result<qint64> &next)
{
    if (next && m_leadership && m_leadership->follows())
        meters.nextTimerMs = 0; // who follows looks after none, and is late with none
    else if (next && *next != Engine::atOnceMs)
        meters.nextTimerMs = *next;
    else if (const qint64 nowMs = m_clock->nowMs(); meters.nextTimerMs == 0 || meters.nextTimerMs > nowMs)
        meters.nextTimerMs = nowMs;
}

void CoreThread::endWaits()
{
    m_waitsEnded = true;
    answerOverdue();
}

void CoreThread::tickIfDue()
{
    const qint64 nowMs = m_clock->nowMs();
    const Result<qint64> next = m_engine->nextTimerMs(nowMs);
    noteTimer(next);
    if (next && (*next == 0 || *next > nowMs || !leads())) {
        m_late = false;
        if (leads())
            meters.tickedAtMs = nowMs;
        return;
    }
    const Status status = next ? m_engine->tick(nowMs, leadership()) : Status(next.error());
    noteLeader();
    const bool wasLate = std::exchange(m_late, !status.ok());
    if (!m_late && leads())
        meters.tickedAtMs = nowMs;
    if (!m_late) {
        meters.nextTimerMs = 0; // what was due is done
        noteTimer(m_engine->nextTimerMs(nowMs));
    } else if (!wasLate) { // once, not with every request that comes meanwhile
        qWarning("the engine's timers could not be looked at: %s", qPrintable(status.error().detail.english()));
    }
}

// The instant at which something is due by itself: a timer, the end of a wait, or a sign of life.
CoreThread::Instant CoreThread::wakeAt()
{
    const Instant now = steady_clock::now();
    Instant wake = now + longestSleep;
    const auto consider = [&](Instant at) {
        wake = std::min(wake, at);
    };
    for (const Parked &parked : m_parked)
        consider(parked.until);
    if (m_tryAgainAt)
        consider(*m_tryAgainAt);
    if (m_leadership)
        consider(m_nextLook);
    if (hasWoken())
        consider(std::max(m_wakeFrom, now));
    if (wake <= now)
        return wake;
    if (m_late) {
        consider(now + retryTick);
    } else if (!m_clock->isVirtual() && leads()) {
        const qint64 nowMs = m_clock->nowMs();
        const Result<qint64> next = m_engine->nextTimerMs(nowMs);
        noteTimer(next);
        if (!next)
            consider(now + retryTick);
        else if (*next > 0)
            consider(now + std::clamp(milliseconds(*next - nowMs), milliseconds(0), longestSleep));
    }
    return wake;
}

void CoreThread::tellOthers()
{
    Hint news = m_engine->takeNews();
    if (news.isEmpty())
        return;
    ++meters.commits;
    m_untold.merge(news.changes);
    if (!m_neighbours)
        return;
    news.core = m_leadership->core();
    news.upTo = m_database->changes();
    m_neighbours->tell(news);
    for (Hand *hand : m_hands)
        hand->hear(news);
}

void CoreThread::publishChanges()
{
    tellOthers();
    ChangeSet changes = std::exchange(m_heard, {});
    changes.merge(std::exchange(m_untold, {}));
    if (!changes.isEmpty())
        tellSubscribers(changes);
}

void CoreThread::tellSubscribers(const ChangeSet &changes)
{
    const std::lock_guard lock(m_subscriberMutex);
    for (const auto &[id, handler] : m_subscribers)
        handler(changes);
}

Result<qint64> CoreThread::advance(qint64 byMs)
{
    auto *clock = dynamic_cast<VirtualClock *>(m_clock.get());
    if (!clock)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "only a virtual clock can be turned"));
    const qint64 targetMs = clock->nowMs() + byMs;
    if (const Status recorded = recordTurn(*m_database, clock->nowMs(), targetMs); !recorded)
        return recorded.error();
    for (;;) {
        if (ending)
            return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the program is shutting down"));
        const Result<qint64> next = m_engine->nextTimerMs(clock->nowMs());
        if (!next)
            return next.error();
        const bool last = *next == 0 || *next > targetMs;
        const qint64 turnedTo = last ? targetMs : std::max(*next, clock->nowMs());
        meters.tickedAtMs = turnedTo; // by turning the clock nobody falls asleep
        clock->set(turnedTo);
        if (const Status status = m_engine->tick(clock->nowMs(), leadership()); !status)
            return status.error();
        if (hasWoken())
            execute({}); // work that came back goes to those who wait for it, at this instant
        if (last) {
            noteTimer(m_engine->nextTimerMs(targetMs)); // who asks after the answer hears of no earlier one
            return targetMs;
        }
    }
}

void CoreThread::publishAddress(const QString &url, const QString &operatorSecret)
{
    const std::lock_guard lock(m_lockFileMutex);
    if (m_lock)
        m_lock->publish(url, operatorSecret);
}

void CoreThread::addSubscriber(quint64 id, Core::ChangeHandler handler)
{
    const std::lock_guard lock(m_subscriberMutex);
    m_subscribers.emplace(id, std::move(handler));
}

void CoreThread::removeSubscriber(quint64 id)
{
    const std::lock_guard lock(m_subscriberMutex);
    m_subscribers.erase(id);
}

} // namespace hmsact::engine
