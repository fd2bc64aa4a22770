// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/corethread.h"
#include "engine/hand.h"
#include "store/migrator.h"

// How a core lives with others on one PostgreSQL.
namespace hmsact::engine {

using namespace domain;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

static constexpr milliseconds lookEvery{1000};
static constexpr milliseconds tryAgainEvery{30};

// Others may be at work on a server's, with a program that knows the schema of before.
Status CoreThread::bringUp()
{
    const bool isServer = m_database->url().dialect == store::Dialect::PostgreSql;
    if (isServer && m_settings.migrates == CoreSettings::Migrates::FilesOnly) {
        const Result<int> version = store::currentVersion(*m_database);
        if (!version)
            return version.error();
        const Status current = *version > 0 ? store::notOlder(m_database->url(), *version) : Done{};
        if (!current)
            return current;
    }
    return store::migrate(*m_database, m_clock->nowMs());
}

Status CoreThread::join(const store::DatabaseUrl &url)
{
    const auto serverNowMs = m_database->serverNowMs();
    if (!serverNowMs)
        return serverNowMs.error();
    if (!m_clock->isVirtual())
        m_clock = std::make_shared<ServerClock>(serverNowMs->value());
    const Result<qint64> core = m_database->enrol(m_settings.program, m_clock->nowMs());
    if (!core)
        return core.error();
    m_health.shared = true;
    m_leadership.emplace(*m_database, *core);
    (void)lookAtChanges(); // what was before is no news
    m_heardUpTo = m_committedAtLook;
    if (const Status status = m_leadership->renew(m_clock->nowMs(), 0); !status)
        return status;
    noteLeader();
    m_neighbours = std::make_unique<Neighbours>(
        url,
        [this](Hint hint) {
            const auto heard = std::make_shared<Hint>(std::move(hint));
            (void)mailbox.post([this, heard] { hear(*heard); }); // closed: nobody cares any more
        },
        [this](bool yes) { connected(yes); });
    return Done{};
}

// A hint may be lost, so now and then everything is looked at that another core may have changed; and where another leads, what
// time alone has changed.
void CoreThread::lookAtOthers()
{
    const Instant now = steady_clock::now();
    if (!m_leadership || now < m_nextLook)
        return;
    m_nextLook = now + lookEvery;
    if (!store::refuseIfNewer(*m_database)) { // or it is away; either is said to whoever wants something of it
        m_leadership->lapse(m_clock->nowMs());
        noteLeader();
        for (Hand *hand : m_hands)
            hand->look(false);
        return;
    }
    if (auto *clock = dynamic_cast<ServerClock *>(m_clock.get())) {
        if (const auto serverNowMs = m_database->serverNowMs(); serverNowMs && *serverNowMs)
            clock->set(**serverNowMs);
    }
    const bool led = leads();
    (void)m_leadership->renew(m_clock->nowMs(), meters.tickedAtMs); // or else at the next look
    noteLeader();
    const bool areUntold = lookAtChanges();
    if (areUntold)
        m_heard.merge(ChangeSet::everything());
    if (areUntold || !led || !leads())
        m_engine->lookAgain();
    if (!leads())
        (void)m_engine->noteRules(m_clock->nowMs()); // or else at the next look
    for (Hand *hand : m_hands)
        hand->look(areUntold);
}

// By the look before this one: it has died in between, or the hint was lost.
bool CoreThread::lookAtChanges()
{
    const auto committed = m_database->read<QHash<qint64, qint64>>(
        [&]() -> Result<QHash<qint64, qint64>> { return store::CoreStore(*m_database).changes(); });
    if (!committed)
        return false;
    bool areUntold = false;
    for (auto it = committed->cbegin(); it != committed->cend(); ++it) {
        if (it.key() == m_leadership->core() || m_handCores.contains(it.key()))
            continue;
        qint64 &heard = m_heardUpTo[it.key()];
        const qint64 before = m_committedAtLook.value(it.key());
        areUntold |= before > heard;
        heard = std::max(heard, before);
    }
    m_committedAtLook = *committed;
    return areUntold;
}

void CoreThread::noteLeader()
{
    if (!m_leadership)
        return;
    if (!m_leadership->leads())
        meters.tickedAtMs =
            std::min(m_clock->nowMs(), std::max(m_leadership->leader().tickedAtMs, m_leadership->leader().sinceMs));
    {
        const std::lock_guard lock(m_healthMutex);
        const Health before = m_health;
        m_health.leads = m_leadership->leads();
        m_health.leader = m_leadership->leader().name;
        m_health.leaderSinceMs = m_leadership->leader().sinceMs;
        if (m_health == before)
            return;
    }
    m_heard.health = true;
}

void CoreThread::add(Hand &hand)
{
    (void)mailbox.post([this, &hand] { m_hands.push_back(&hand); });
}

// What a hand has locked is passed over by a reserve, so finding nothing meanwhile may mean that there is something.
std::vector<quint64> CoreThread::handTurns() const
{
    std::vector<quint64> turns;
    for (const Hand *hand : m_hands)
        turns.push_back(hand->turns());
    return turns;
}

// The workers that were tried and found nothing, though something waits for them.
QSet<QString> CoreThread::inDoubt(const std::vector<Mailbox::Letter> &letters, const Engine::Outcome &outcome)
{
    QSet<QString> workers;
    const auto add = [&workers](const Mailbox::Letter &letter, const Reply &reply) {
        if (Mailbox::foundNothing(reply))
            workers.insert(std::get<Reserve>(letter.request.command).worker.value);
    };
    for (size_t i = 0; i < letters.size(); ++i)
        add(letters[i], outcome.replies[i]);
    auto parked = m_parked.cbegin();
    for (size_t i = 0; i < outcome.waiting.size(); ++i, ++parked) {
        if (outcome.tried[i])
            add(parked->letter, outcome.waiting[i]);
    }
    return workers.isEmpty() ? workers : m_engine->haveWorkWaiting(workers, m_clock->nowMs());
}

void CoreThread::tryAgainWhenHandsRest()
{
    std::ranges::for_each(m_hands, &Hand::tellWhenRested);
    if (std::ranges::none_of(m_hands, &Hand::isAtWork))
        tryAgainSoon();
}

void CoreThread::handRested()
{
    (void)mailbox.post([this] { tryAgainSoon(); });
}

// At once, but not at each of the many rests of a hand that has much to do: what waits may be nothing that they may have.
void CoreThread::tryAgainSoon() { m_tryAgainAt = m_triedAgainAt + tryAgainEvery; }

void CoreThread::tryAgain()
{
    m_tryAgainAt.reset();
    m_triedAgainAt = steady_clock::now();
    for (const Parked &parked : m_parked) {
        if (parked.isInDoubt)
            m_engine->wake(std::get<Reserve>(parked.letter.request.command).worker);
    }
}

void CoreThread::heardOf(const Hand &hand, const Hint &hint)
{
    m_neighbours->tell(hint);
    (void)mailbox.post([this, &hand, hint] { hear(hint, &hand); });
}

void CoreThread::hear(const Hint &hint, const Hand *from)
{
    for (Hand *hand : m_hands) {
        if (hand != from)
            hand->hear(hint);
    }
    if (from)
        m_handCores.insert(hint.core);
    m_engine->hear(hint);
    if (hint.core != 0)
        m_heardUpTo[hint.core] = std::max(m_heardUpTo[hint.core], hint.upTo);
    m_heard.merge(hint.changes);
}

// While the connection was lost anything may have happened; the one that listens is not the one that writes, but both go to
// the same server.
void CoreThread::connected(bool yes)
{
    {
        const std::lock_guard lock(m_healthMutex);
        m_health.connected = yes;
        if (!yes)
            m_health.lostAtMs = m_clock->nowMs();
    }
    if (yes)
        (void)mailbox.post([this] { hear(Hint::anything()); });
    ChangeSet health;
    health.health = true;
    tellSubscribers(health);
}

Health CoreThread::health() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_health;
}

} // namespace hmsact::engine
