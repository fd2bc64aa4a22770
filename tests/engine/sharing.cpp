// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QJsonDocument>

#include <atomic>
#include <barrier>
#include <set>
#include <thread>

namespace hmsact::sharing_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// Several cores on one PostgreSQL, each an engine with a connection of its own.
class Sharing : public QObject
{
    Q_OBJECT

private slots:
    void eachTaskIsGivenOutByOneOfThem();
    void whatAnotherIsAtWorkOnIsPassedOver_data();
    void whatAnotherIsAtWorkOnIsPassedOver();
    void whatAnotherIsAtWorkOnMayStillBeHad();
    void whatAnotherIsAtWorkOnIsOfferedLater();
    void whatAnotherHasKeptForAPoolGoesOnInTime();
    void tooManyToNameIsNotAnything();
    void whatIsKeptMeanwhileIsFound();
    void ofWhatStaysWhereItIsKeptLittleIsLocked();
    void bothOfferWorkWithinEverybodysCapacity();
    void textMessagesAreCountedTogether();
    void aBatchThatIsBusyIsNotSaidAgain();
    void oneKeySaidToTwoIsOneRequest();
    void whoRegistersWithTwoAtOnceIsNewOnce();
    void whatAnotherSavedStaysAsALeaveBegins_data();
    void whatAnotherSavedStaysAsALeaveBegins();
    void whoWasSeenThereWasSeen();
    void oneOfTwoHasAnAlert();
};

static const Actor boss{QStringLiteral("boss"), Role::Admin, {}};
static std::unique_ptr<store::Database> connectTo(const Desk &desk)
{
    return std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
}

static std::set<qint64> reserve(engine::Engine &engine, int max)
{
    const Request request{Reserve{{s("a")}, max, 0, 0}, boss, {}};
    const Reply reply = engine.execute({&request}, {}, engine::morningMs).replies.front();
    std::set<qint64> tasks;
    if (reply.result) {
        for (const Lease &lease : std::get<std::vector<Lease>>(*reply.result))
            tasks.insert(lease.task.value);
    }
    return tasks;
}

void Sharing::eachTaskIsGivenOutByOneOfThem()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    for (int i = 0; i < 20; ++i)
        desk.open({Desk::task(s("dig"))});
    const auto database = connectTo(desk);
    engine::Engine second(*database, 43, 43);
    std::set<qint64> all;
    for (int i = 0; i < 10; ++i) {
        all.merge(reserve(*desk.engine, 1));
        all.merge(reserve(second, 1));
    }
    QCOMPARE(all.size(), size_t(20));
}

void Sharing::whatAnotherIsAtWorkOnIsPassedOver_data()
{
    QTest::addColumn<QStringList>("skills");
    QTest::addColumn<int>("held");
    QTest::newRow("one of one queue") << QStringList{s("dig")} << 1;
    QTest::newRow("one of two queues") << QStringList{s("dig"), s("fill")} << 1;
    QTest::newRow("more of two queues than are looked at in one go") << QStringList{s("dig"), s("fill")} << 20;
}

void Sharing::whatAnotherIsAtWorkOnIsPassedOver()
{
    QFETCH(const QStringList, skills);
    QFETCH(const int, held);
    Desk desk;
    desk.hire(s("a"), skills);
    QStringList taken;
    for (int i = 0; i < held; ++i)
        taken << QString::number(desk.open({Desk::task(skills[i % skills.size()])}).value);
    desk.open({Desk::task(skills.last())});
    const auto other = connectTo(desk);
    const auto holding = other->transact<Done>([&]() -> Status {
        other->script(s("SELECT 1 FROM activity WHERE id IN (%1) FOR UPDATE").arg(taken.join(u',')));
        if (reserve(*desk.engine, 2).size() != 1)
            return makeError(ErrorCode::Internal, "it waited, or took what is held");
        return Done{};
    });
    QVERIFY(holding);
    QCOMPARE(reserve(*desk.engine, held + 1).size(), size_t(held));
}

void Sharing::whatAnotherIsAtWorkOnMayStillBeHad()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("paint")});
    const QString held = QString::number(desk.open({Desk::task(s("dig"))}).value);
    const auto other = connectTo(desk);
    const auto holding = other->transact<Done>([&]() -> Status {
        other->script(s("SELECT 1 FROM activity WHERE id = %1 FOR UPDATE").arg(held));
        const bool isFree = !reserve(*desk.engine, 1).empty();
        if (isFree || desk.engine->haveWorkWaiting({s("a"), s("b")}, desk.nowMs) != QSet<QString>{s("a")})
            return makeError(ErrorCode::Internal, "it is not known that something waits for a alone");
        return Done{};
    });
    QVERIFY(holding);
    QCOMPARE(reserve(*desk.engine, 1).size(), size_t(1));
    QVERIFY(desk.engine->haveWorkWaiting({s("a"), s("b")}, desk.nowMs).isEmpty());
}

// A clerk has room again just while another is at work on the only thing that waits.
void Sharing::whatAnotherIsAtWorkOnIsOfferedLater()
{
    Desk desk;
    SaveWorker clerk;
    clerk.spec.name = s("ann");
    clerk.spec.skills = QMap<QString, int>{{s("dig"), 3}};
    clerk.spec.channel = s("email:ann@county.gov");
    clerk.spec.capacity = 1;
    QVERIFY(desk.say(clerk));
    const ActivityId first = desk.open({Desk::task(s("dig"))});
    const ActivityId second = desk.open({Desk::task(s("dig"))});
    QVERIFY(desk.tick());
    QCOMPARE(desk.ask(GetTask{{second, s("dig"), {}}})->view.task.worker.value, QString());
    QVERIFY(desk.act(first, s("dig"), TaskAction::Complete, s("ann")));
    const auto other = connectTo(desk);
    const auto holding = other->transact<Done>([&]() -> Status {
        other->script(s("SELECT 1 FROM activity WHERE id = %1 FOR UPDATE").arg(second.value));
        desk.nowMs += limits::msPerSecond;
        return desk.engine->tick(desk.nowMs);
    });
    QVERIFY(holding);
    QCOMPARE(desk.ask(GetTask{{second, s("dig"), {}}})->view.task.worker.value, QString());
    desk.open({Desk::task(s("paint"))}); // any news
    desk.nowMs += limits::msPerMinute + limits::msPerSecond;
    QVERIFY(desk.tick());
    QCOMPARE(desk.ask(GetTask{{second, s("dig"), {}}})->view.task.worker.value, s("ann"));
}

// Whoever looks after the timers is told by a hand that something waits for a pool that is full.
void Sharing::whatAnotherHasKeptForAPoolGoesOnInTime()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 1, {s("first")});
    desk.hire(s("b"), {s("dig")}, 1, {s("second")});
    QCOMPARE(reserve(*desk.engine, 1).size(), size_t(0));
    QVERIFY(desk.tick());
    const auto database = connectTo(desk);
    engine::Engine hand(*database, 43, 43);
    TaskSpec wishing = Desk::task(s("dig"));
    wishing.wishes.pools = {s("first"), s("second")};
    const Request request{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {wishing}}, boss, {}};
    QVERIFY(hand.execute({&request}, {}, desk.nowMs).replies.front().result.ok());
    engine::Hint hint = hand.takeNews();
    hint.core = 2;
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) > desk.nowMs + 6 * limits::msPerSecond);
    desk.engine->hear(hint);
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) <= desk.nowMs + 5 * limits::msPerSecond);
}

// A hand that did much at once says all the same what that means for the timers, for workers and for what was configured.
void Sharing::tooManyToNameIsNotAnything()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QVERIFY(desk.tick());
    const auto database = connectTo(desk);
    engine::Engine hand(*database, 43, 43);
    std::vector<TaskSpec> many;
    for (int i = 0; i < 600; ++i)
        many.push_back(Desk::task(s("dig%1").arg(i)));
    const Request request{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, many}, boss, {}};
    for (const Reply &reply : hand.execute({&request, &request}, {}, desk.nowMs).replies)
        QVERIFY(reply.result.ok());
    engine::Hint hint = hand.takeNews();
    hint.core = 2;
    QVERIFY(hint.changes.overflow);
    desk.engine->hear(hint);
    QVERIFY(*desk.engine->nextTimerMs(desk.nowMs) > desk.nowMs);
    desk.engine->hear(engine::Hint::anything());
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), engine::Engine::atOnceMs);
}

// Matching goes through a pool, and stops at the third of which nothing becomes.
void Sharing::ofWhatStaysWhereItIsKeptLittleIsLocked()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")}, 100, {s("diggers")});
    TaskSpec forDiggers = Desk::task(s("dig"));
    forDiggers.wishes.pools = {s("diggers")};
    for (int i = 0; i < 50; ++i)
        desk.open({forDiggers});
    QVERIFY(desk.tick());
    const auto connection = store::Connection::open(desk.url, store::Access::ReadOnly);
    const auto locked = connection->prepare({s("SELECT count(*) FROM task WHERE xmax <> '0'"), {}});
    QVERIFY(locked->next());
    QVERIFY2(locked->integer(0) > 0 && locked->integer(0) <= 5, qPrintable(QString::number(locked->integer(0))));
}

// Where somebody is to look is foreseen as it was the last time; then something is kept for them, and then no more.
void Sharing::whatIsKeptMeanwhileIsFound()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"))});
    QCOMPARE(reserve(*desk.engine, 1).size(), size_t(1));
    const ActivityId kept = desk.open({Desk::task(s("dig"))});
    QVERIFY(desk.act(kept, s("dig"), TaskAction::Reassign, s("a")));
    QCOMPARE(reserve(*desk.engine, 5).size(), size_t(3));
    desk.open({Desk::task(s("dig"))});
    QCOMPARE(reserve(*desk.engine, 5).size(), size_t(1));
    QCOMPARE(reserve(*desk.engine, 5).size(), size_t(0));
}

static std::vector<ActivityId> openSome(engine::Engine &engine)
{
    std::vector<ActivityId> opened;
    for (int i = 0; i < 8; ++i) {
        const Request request{
            CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}}, boss, {}};
        const Reply reply = engine.execute({&request}, {}, engine::morningMs).replies.front();
        if (reply.result)
            opened.push_back(std::get<ActivityView>(*reply.result).activity.id);
    }
    return opened;
}

// Two choose at the same time, again and again: nobody is offered more than there is room for, no task to two.
void Sharing::bothOfferWorkWithinEverybodysCapacity()
{
    Desk desk;
    for (const char *name : {"ann", "bob"}) {
        SaveWorker clerk;
        clerk.spec.name = s(name);
        clerk.spec.skills = QMap<QString, int>{{s("dig"), 3}};
        clerk.spec.channel = s("email:") + s(name) + s("@county.gov");
        clerk.spec.capacity = 5;
        QVERIFY(desk.say(clerk));
    }
    for (int round = 1; round <= 10; ++round) {
        std::vector<ActivityId> theirs;
        std::jthread other([&] {
            const auto database = connectTo(desk);
            engine::Engine second(*database, quint32(100 + round), 100 + round);
            theirs = openSome(second);
        });
        std::vector<ActivityId> all = openSome(*desk.engine);
        other.join();
        all.insert(all.end(), theirs.begin(), theirs.end());
        QCOMPARE(all.size(), size_t(16));
        for (const char *name : {"ann", "bob"})
            QCOMPARE(desk.ask(GetWorker{{s(name)}})->offeredCount, 5);
        const auto mails = desk.ask(ListNotifications{{}, {}, limits::pageMax, {}});
        QCOMPARE(mails->items.size(), size_t(10 * round)); // each of ten once
        for (const ActivityId activity : all)
            QVERIFY(desk.say(EndActivity{activity, EndKind::Cancel, s("over")}));
    }
    QVERIFY(desk.auditIsFine());
}

// What may go out now, taken by this core.
static std::vector<Parcel> takeMessages(engine::Engine &engine)
{
    TakeNotifications take{engine::morningMs, limits::msPerMinute, {}, {}};
    take.room.fill(8);
    const Request request{take, Actor::engine(), {}};
    Reply reply = std::move(engine.execute({&request}, {}, engine::morningMs).replies.front());
    return reply.result ? std::get<Parcels>(std::move(*reply.result)).items : std::vector<Parcel>();
}

static bool settleAsSent(engine::Engine &engine, const Parcel &parcel)
{
    SettleNotifications settle{engine::morningMs, {}};
    settle.outcomes.push_back({parcel.notification.id, parcel.notification.attempts, NotificationState::Sent, 0, {}});
    const Request request{settle, Actor::engine(), {}};
    return engine.execute({&request}, {}, engine::morningMs).replies.front().result.ok();
}

void Sharing::textMessagesAreCountedTogether()
{
    Desk desk;
    for (int i = 0; i < 3 * limits::smsPerQuarterHour; ++i)
        QVERIFY(desk.say(SendTest{s("sms:+15551234567")}));
    const std::vector<Parcel> first = takeMessages(*desk.engine);
    QCOMPARE(first.size(), size_t(1));
    {
        const auto database = connectTo(desk);
        engine::Engine second(*database, 43, 43);
        QVERIFY(takeMessages(second).empty()); // while one is on its way, nobody knows whether it will count
    }
    QVERIFY(settleAsSent(*desk.engine, first.front()));

    std::atomic<int> sent = 1;
    const auto sendAll = [&sent](engine::Engine &engine) {
        for (int i = 0; i < 50; ++i) {
            for (const Parcel &parcel : takeMessages(engine))
                sent += settleAsSent(engine, parcel) ? 1 : 0;
        }
    };
    std::jthread other([&] {
        const auto database = connectTo(desk);
        engine::Engine second(*database, 44, 44);
        sendAll(second);
    });
    sendAll(*desk.engine);
    other.join();
    QCOMPARE(sent.load(), limits::smsPerQuarterHour);
}

// It may have been stored without an answer: said again one by one, it could be done twice.
void Sharing::aBatchThatIsBusyIsNotSaidAgain()
{
    Desk desk;
    desk.database->script(s("CREATE SEQUENCE tries; CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                            "PERFORM nextval('tries'); RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END $$; "
                            "CREATE TRIGGER t BEFORE INSERT ON activity EXECUTE FUNCTION refuse()"));
    const Request one{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {}}, boss, {}};
    const auto outcome = desk.engine->execute({&one, &one}, {}, desk.nowMs);
    QCOMPARE(outcome.replies.size(), size_t(2));
    for (const Reply &reply : outcome.replies)
        QCOMPARE(reply.result.error().code, ErrorCode::Busy);
    QVERIFY(desk.engine->takeNews().changes.overflow); // others look again, in case it was
    desk.database->script(s("DO $$ BEGIN ASSERT (SELECT last_value FROM tries) = 5; END $$"));
}

static QString opened(engine::Engine &engine, const QString &key)
{
    const Request request{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {}}, boss, key};
    const Reply reply = engine.execute({&request}, {}, engine::morningMs).replies.front();
    if (!reply.result)
        return {};
    return reply.replayedJson.isEmpty() ? std::get<ActivityView>(*reply.result).activity.id.toString()
                                        : QJsonDocument::fromJson(reply.replayedJson)[u"id"].toString();
}

// A client whose answer was lost says it again, to whichever desk a balancer chooses.
void Sharing::oneKeySaidToTwoIsOneRequest()
{
    Desk desk;
    std::barrier together(2);
    const auto sayAll = [&together](engine::Engine &engine, QStringList &ids) {
        for (int i = 0; i < 50; ++i) {
            together.arrive_and_wait();
            ids << opened(engine, s("key-%1").arg(i));
        }
    };
    QStringList theirs;
    std::jthread other([&] {
        const auto database = connectTo(desk);
        engine::Engine second(*database, 43, 43);
        sayAll(second, theirs);
    });
    QStringList ours;
    sayAll(*desk.engine, ours);
    other.join();
    QVERIFY(!ours.contains(QString()));
    QCOMPARE(theirs, ours);
}

// The first of them has the version 1: that answers 201, the other 200.
void Sharing::whoRegistersWithTwoAtOnceIsNewOnce()
{
    Desk desk;
    std::barrier together(2);
    const auto registerAll = [&together](engine::Engine &engine, QList<int> &versions) {
        for (int i = 0; i < 50; ++i) {
            SaveWorker command;
            command.spec.name = s("bot %1").arg(i);
            command.spec.skills = QMap<QString, int>{{s("dig"), skillLevelDefault}};
            const Request request{command, boss, {}};
            together.arrive_and_wait();
            const Reply reply = engine.execute({&request}, {}, engine::morningMs).replies.front();
            versions << (reply.result ? std::get<Worker>(*reply.result).version : -1);
        }
    };
    QList<int> theirs;
    std::jthread other([&] {
        const auto database = connectTo(desk);
        engine::Engine second(*database, 43, 43);
        registerAll(second, theirs);
    });
    QList<int> ours;
    registerAll(*desk.engine, ours);
    other.join();
    for (int i = 0; i < 50; ++i) {
        QVERIFY(ours[i] == 1 || theirs[i] == 1);
        QCOMPARE(ours[i] + theirs[i], 3);
    }
}

void Sharing::whatAnotherSavedStaysAsALeaveBegins_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("it begins") << 1;
    QTest::newRow("nobody was there in time") << 5;
}

void Sharing::whatAnotherSavedStaysAsALeaveBegins()
{
    QFETCH(const int, hours);
    Desk desk;
    SaveWorker ana; // who is not told of work, so nothing else locks her
    ana.spec.id = WorkerId{s("ana")};
    ana.spec.name = s("ana");
    ana.spec.leave = std::vector<Leave>{{desk.nowMs + limits::msPerHour, desk.nowMs + 3 * limits::msPerHour, {}, false}};
    QVERIFY(desk.say(ana));
    const auto database = connectTo(desk);
    engine::Engine second(*database, 43, 43);
    SaveWorker moved;
    moved.spec.id = ana.spec.id;
    moved.spec.pools = QStringList{s("north")};
    const Request request{moved, boss, {}};
    QVERIFY(second.execute({&request}, {}, desk.nowMs).replies.front().result);
    QVERIFY(turn(desk, hours * limits::msPerHour));
    const Worker now = desk.ask(GetWorker{{s("ana")}})->worker;
    QCOMPARE(now.pools, *moved.spec.pools);
    QVERIFY(now.leave.front().begun);
}

void Sharing::whoWasSeenThereWasSeen()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const auto database = connectTo(desk);
    engine::Engine second(*database, 43, 43);
    (void)reserve(second, 1);
    desk.hire(s("a"), {s("dig"), s("fill")});
    QCOMPARE(desk.ask(GetWorker{{s("a")}})->worker.lastSeenAtMs, engine::morningMs);
}

// Both acknowledge it at the same moment: the second waits for the first, and then sees that somebody has it.
void Sharing::oneOfTwoHasAnAlert()
{
    Desk desk;
    const ActivityId activity = desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour));
    const AlertId alert = desk.ask(ListAlerts{})->items.back().id;
    const auto other = connectTo(desk);
    Result<Alert> second = makeError(ErrorCode::Internal, "not yet");
    std::jthread saying;
    const auto holding = other->transact<Done>([&]() -> Status {
        other->script(s("SELECT 1 FROM activity WHERE id = %1 FOR UPDATE").arg(activity.value));
        saying = std::jthread([&] {
            const auto database = connectTo(desk);
            engine::Engine engine(*database, 43, 43);
            const Request request{AcknowledgeAlert{alert}, boss, {}};
            Reply reply = engine.execute({&request}, {}, desk.nowMs).replies.front();
            second = reply.result ? Result<Alert>(std::get<Alert>(*reply.result)) : reply.result.error();
        });
        other->script(s("DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                        "AND datname = current_database()) "
                        "LOOP PERFORM pg_stat_clear_snapshot(); END LOOP; END $$"));
        store::AlertStore(*other).acknowledge(alert, desk.nowMs - 1, s("ann"));
        return Done{};
    });
    QVERIFY(holding);
    saying.join();
    QVERIFY(second);
    QCOMPARE(second->acknowledgedBy, s("ann"));
    QCOMPARE(second->acknowledgedAtMs, desk.nowMs - 1);
}

HMSACT_TEST(Sharing)

} // namespace hmsact::sharing_test

#include "sharing.moc"
