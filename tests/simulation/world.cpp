// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/world.h"

#include "domain/codec.h"
#include "domain/describe.h"
#include "engine/queries.h"

namespace hmsact::simulation {

using namespace domain;
using namespace engine;
using namespace Qt::StringLiterals;

static constexpr qint64 morningMs = 1'795'000'000'000;
static constexpr int desksOfPostgreSql = 3; // SQLite has one writer
static constexpr size_t storyMax = 40;
static constexpr int ticksMax = 500;

World::World(quint32 seed, const store::DatabaseUrl &url)
    : m_chance(seed), m_url(url), m_inspector(url), m_people(m_chance),
      m_desks(url.dialect == store::Dialect::PostgreSql ? desksOfPostgreSql : 1), m_nowMs(morningMs)
{
    for (Desk &desk : m_desks)
        open(desk);
    for (const Command &command : m_people.beginning()) {
        if (!say(m_desks.front(), command).result)
            m_wrong = u"the county does not begin"_s;
    }
}

void World::open(Desk &desk)
{
    desk.database = std::move(store::Database::open(m_url, store::Access::ReadWrite).value());
    ++m_instances;
    desk.engine.emplace(*desk.database, m_instances, m_instances);
    desk.unheard = {};
}

void World::die(Desk &desk)
{
    tell(u"a desk dies"_s);
    desk.engine.reset();
    desk.database.reset();
    open(desk);
}

void World::tell(const QString &line)
{
    m_story.push_back(line);
    if (m_story.size() > storyMax)
        m_story.pop_front();
}

QStringList World::story() const { return {m_story.begin(), m_story.end()}; }

void World::check(const QStringList &violations)
{
    if (m_wrong.isEmpty() && !violations.isEmpty())
        m_wrong = violations.join(u"; ");
}

// As it goes by the server, from core to core.
void World::spread(Desk &from)
{
    constexpr qsizetype bytesMax = 7'000;
    const Hint news = from.engine->takeNews();
    if (news.isEmpty())
        return;
    for (Desk &desk : m_desks) {
        if (&desk != &from)
            desk.unheard.merge(hintFrom(toText(news, bytesMax)).value_or(Hint::anything()));
    }
}

void World::hear(Desk &desk)
{
    if (m_chance.oneIn(8))
        desk.engine->lookAgain(); // it found out that it has missed some
    else
        desk.engine->hear(desk.unheard);
    desk.unheard = {};
}

Reply World::say(Desk &desk, const Command &command, const QString &operation)
{
    const QList<qint64> before = m_inspector.imprint();
    const Request request{command, {u"boss"_s, Role::Admin, {}}, operation};
    Reply reply = std::move(desk.engine->execute({&request}, {}, m_nowMs).replies.front());
    spread(desk);
    tell(u"at desk %1:"_s.arg(&desk - m_desks.data()));
    note(command, reply);
    lookAtLeases(command, reply);
    if (!reply.result && m_inspector.imprint() != before)
        check({u"what was refused has changed something"_s});
    check(m_inspector.violations());
    return reply;
}

void World::note(const Command &said, const Reply &reply)
{
    tell(u"  %1 → %2"_s.arg(QString::fromUtf8(compact(toJson(said))).left(300),
                            reply.result ? u"done"_s : reply.result.error().detail.english()));
    if (!reply.result && reply.result.error().code == ErrorCode::Internal && !m_isBroken)
        check({u"a defect: "_s + reply.result.error().detail.english()});
}

void World::lookAtLeases(const Command &said, const Reply &reply)
{
    const auto *reserve = std::get_if<Reserve>(&said);
    if (!reserve || !reply.result || !reply.replayedJson.isEmpty() || std::get<std::vector<Lease>>(*reply.result).empty())
        return;
    const QString tooMuch =
        u"SELECT count(*) FROM worker w WHERE w.id = '%1' AND w.capacity < (SELECT sum(t.cost) FROM task t "
        "WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.id)"_s;
    if (m_inspector.count(tooMuch.arg(reserve->worker.value)) > 0)
        check({reserve->worker.value + u" was given more than it may hold"_s});
}

void World::breakSomething()
{
    static const std::array<QByteArray, 6> tables{"event", "task", "activity", "outbox", "operation", "alert"};
    const QByteArray &table = m_chance.among(tables);
    m_isBroken = true;
    tell(u"from now on nothing can be written into %1"_s.arg(QString::fromLatin1(table)));
    m_inspector.breakTable(table, m_chance.oneIn(2));
}

void World::mend()
{
    m_inspector.mendTable();
    m_isBroken = false;
}

void World::sayAtRandom()
{
    const Command command = m_people.next(m_nowMs);
    Desk &desk = someDesk();
    if (m_chance.oneIn(12)) {
        breakSomething();
    } else if (m_desks.size() > 1 && m_chance.oneIn(25)) {
        tell(u"all connections are cut"_s);
        m_isBroken = true;
        m_inspector.cutConnections();
    }
    const bool takes = std::holds_alternative<Reserve>(command) || std::holds_alternative<TakeNotifications>(command);
    const bool isKeyed = m_chance.oneIn(3) && !takes; // of what was taken a lease takes care
    const QString operation = isKeyed ? u"op-%1"_s.arg(++m_operations) : QString();
    const Reply reply = say(desk, command, operation);
    const bool isLost = isKeyed && m_chance.oneIn(3);
    if (reply.result && !isLost)
        m_people.hear(command, *reply.result);
    if (isLost)
        m_unsure.push_back({command, operation, reply.result ? jsonText(*reply.result) : QByteArray(), m_nowMs});
    mend();
    if (m_chance.oneIn(25))
        die(desk);
}

// Several that arrive together, and some that have waited for work: one transaction, or each for itself where one does not go.
void World::sayTogether()
{
    Desk &desk = someDesk();
    const Actor boss{u"boss"_s, Role::Admin, {}};
    std::vector<Request> said, waiting;
    for (int i = 2 + m_chance.below(4); i > 0; --i)
        said.push_back({m_people.next(m_nowMs), boss, {}});
    for (int i = m_chance.below(3); i > 0; --i)
        waiting.push_back({m_people.ask(), boss, {}});
    if (m_chance.oneIn(12))
        breakSomething();
    const auto pointers = [](const std::vector<Request> &requests) {
        std::vector<const Request *> result;
        for (const Request &request : requests)
            result.push_back(&request);
        return result;
    };
    const Engine::Outcome outcome = desk.engine->execute(pointers(said), pointers(waiting), m_nowMs);
    spread(desk);
    const auto hearAll = [this](const std::vector<Request> &requests, const std::vector<Reply> &replies) {
        for (size_t i = 0; i < requests.size(); ++i) {
            note(requests[i].command, replies[i]);
            if (replies[i].result)
                m_people.hear(requests[i].command, *replies[i].result);
        }
    };
    tell(u"together:"_s);
    hearAll(said, outcome.replies);
    hearAll(waiting, outcome.waiting);
    check(m_inspector.violations());
    mend();
}

void World::tendAlert()
{
    const AlertId alert{m_inspector.count(u"SELECT max(id) FROM alert WHERE acknowledged_at = 0"_s)};
    if (alert.value == 0)
        return;
    const Command command = m_chance.oneIn(2) ? Command(AcknowledgeAlert{alert})
                                              : Command(SnoozeAlert{alert, (1 + m_chance.below(99)) * limits::msPerMinute});
    (void)say(someDesk(), command);
}

// Of what was refused nothing is remembered: said again it may be done.
void World::sayAgain()
{
    if (m_unsure.empty())
        return;
    const Unsure again = m_unsure.front();
    m_unsure.pop_front();
    const qint64 events = m_inspector.count(u"SELECT count(*) FROM event"_s);
    const Reply reply = say(someDesk(), again.command, again.operation);
    if (again.answer.isEmpty() || m_nowMs - again.atMs >= limits::operationKeptMs)
        return;
    if (!reply.result || reply.replayedJson != again.answer)
        check({again.operation + u" was done, and said again it has another answer"_s});
    if (m_inspector.count(u"SELECT count(*) FROM event"_s) != events)
        check({again.operation + u" was done twice"_s});
}

// Until nothing is due: then nothing may be left.
void World::look(Desk &desk)
{
    hear(desk);
    for (int tick = 0; tick < ticksMax; ++tick) {
        const Status done = desk.engine->tick(m_nowMs);
        spread(desk);
        if (!done) {
            if (!m_isBroken)
                check({u"the timers fail: "_s + done.error().detail.english()});
            return;
        }
        const Result<qint64> next = desk.engine->nextTimerMs(m_nowMs);
        if (next && *next > m_nowMs) {
            check(m_inspector.leftUndone(m_nowMs));
            check(m_inspector.violations());
            return;
        }
    }
    if (!m_isBroken)
        check({u"the timers never come to rest"_s});
}

void World::turnClock()
{
    static constexpr std::array<qint64, 7> turns{200,
                                                 2'000,
                                                 limits::msPerMinute,
                                                 5 * limits::msPerMinute,
                                                 limits::msPerHour / 2,
                                                 2 * limits::msPerHour,
                                                 9 * limits::msPerHour};
    m_nowMs += m_chance.among(turns);
    tell(u"the clock goes to %1"_s.arg(m_nowMs - morningMs));
    Desk &desk = someDesk();
    if (m_chance.oneIn(12)) {
        breakSomething();
        look(desk);
        mend();
    }
    if (!m_chance.oneIn(4)) // else it is late
        look(desk);
}

void World::step()
{
    const int what = m_chance.below(100);
    if (what < 60)
        sayAtRandom();
    else if (what < 72)
        sayTogether();
    else if (what < 75)
        tendAlert();
    else if (what < 90)
        turnClock();
    else if (what < 94)
        sayAgain();
    else if (what < 98)
        hear(someDesk());
    else
        die(someDesk());
    check(m_people.wrong().isEmpty() ? QStringList() : QStringList(m_people.wrong()));
}

std::vector<ActivityView> World::unfinished()
{
    std::vector<ActivityView> found;
    store::Database &database = *m_desks.front().database;
    for (const ActivityId id : m_people.activities()) {
        const Result<QueryAnswer> read = answer(database, GetActivity{id}, m_nowMs);
        if (!read) {
            check({u"%1 was made, and is not there: %2"_s.arg(id.toString(), read.error().detail.english())});
            continue;
        }
        const auto &view = std::get<ActivityView>(*read);
        if (view.activity.state == ActivityState::Open && !view.tasks.empty())
            found.push_back(view);
    }
    return found;
}

void World::settle()
{
    constexpr int roundsMax = 40;
    Desk &desk = m_desks.front();
    hear(desk);
    if (!say(desk, People::helper()).result)
        check({u"nobody else can be hired"_s});
    std::vector<ActivityView> left = unfinished();
    for (int round = 0; round < roundsMax && !left.empty() && m_wrong.isEmpty(); ++round) {
        m_nowMs += limits::msPerDay;
        look(desk);
        (void)say(desk, People::askForAll());
        for (const ActivityView &activity : unfinished()) {
            for (const Command &command : People::finish(activity))
                (void)say(desk, command);
        }
        left = unfinished();
    }
    if (!left.empty())
        check({u"never ends: "_s + QString::fromUtf8(compact(toJson(left.front())))});
    const Result<QueryAnswer> audit = answer(*desk.database, VerifyAudit{}, m_nowMs);
    if (!audit || !std::get<AuditReport>(*audit).ok)
        check({u"the record does not hold"_s});
}

} // namespace hmsact::simulation
