// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

#include <QJsonArray>

namespace hmsact::explaining_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What is said of a waiting task is what a reserve would find.
class ExplainingTest : public QObject
{
    Q_OBJECT

private slots:
    void thePlaceInLine();
    void behindWhatIsTooBigForAnybodysRoom();
    void whatIsTooBigForSomeHoldsUpOnlyThem();
    void theNeedBehindTheNeed();
    void aChoiceAndAHold();
    void whoAskedForWork();
};

static QString why(Desk &desk, ActivityId activity, const QString &name = s("dig"))
{
    const auto detail = desk.ask(GetTask{{activity, name, {}}});
    return detail->view.waiting ? detail->view.waiting->text.english() : QString();
}

static ActivityId openLater(Desk &desk, const TaskSpec &spec)
{
    desk.nowMs += 1; // behind those before
    return desk.open({spec});
}

static TaskSpec named(const char *name, int cost, const char *skill = "dig")
{
    TaskSpec spec = digging(cost);
    spec.name = s(name);
    spec.skill = s(skill);
    return spec;
}

void ExplainingTest::thePlaceInLine()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig"), s("lift")}, 3);
    QVERIFY(desk.reserve(s("bot"))->empty()); // it was seen
    const ActivityId first = openLater(desk, named("dig", 1));
    (void)openLater(desk, named("box", 1, "lift")); // of its other skill, and yet before
    const ActivityId third = openLater(desk, named("dig", 1));
    QCOMPARE(why(desk, first), s("1 eligible: whoever asks next gets it"));
    QCOMPARE(why(desk, third), s("1 eligible; tasks that come before it: 2"));
    QCOMPARE(desk.reserve(s("bot"), 2)->size(), size_t(2));
    QCOMPARE(why(desk, third), s("1 eligible: whoever asks next gets it"));
    for (int i = 0; i < limits::explainedAheadMax + 3; ++i)
        (void)openLater(desk, named("dig", 1));
    const ActivityId last = openLater(desk, named("dig", 1));
    QCOMPARE(why(desk, last), s("1 eligible; 200 tasks or more come before it"));
}

void ExplainingTest::behindWhatIsTooBigForAnybodysRoom()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig"), s("lift")}, 3);
    (void)openLater(desk, named("dig", 2));
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    const ActivityId big = openLater(desk, named("piano", 3, "lift"));
    const ActivityId small = openLater(desk, named("dig", 1));
    QCOMPARE(why(desk, big, s("piano")), s("1 eligible, all at capacity"));
    QCOMPARE(why(desk, small), s("behind piano, which takes 3 of a capacity: none of the 1 eligible has so much room"));
    QVERIFY(desk.ask(GetTask{{small, s("dig"), {}}})->view.waiting->cause == WaitingCause::Behind);
    QVERIFY(desk.reserve(s("bot"), 10)->empty()); // and so it is
}

void ExplainingTest::whatIsTooBigForSomeHoldsUpOnlyThem()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")}, 3);
    desk.hire(s("tiny"), {s("dig")}, 1); // never takes the big one, and so is not held up by it
    QVERIFY(desk.reserve(s("tiny"))->empty()); // it was seen
    (void)openLater(desk, named("dig", 2));
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    (void)openLater(desk, named("piano", 3));
    const ActivityId small = openLater(desk, named("dig", 1));
    QCOMPARE(why(desk, small), s("2 eligible: whoever asks next gets it"));
    QVERIFY(desk.reserve(s("bot"))->empty());
    QCOMPARE(desk.reserve(s("tiny"))->front().activity, small);
}

void ExplainingTest::theNeedBehindTheNeed()
{
    Desk desk;
    desk.hire(s("bot"), {s("first")});
    TaskSpec first = Desk::task(s("first"));
    first.maxAttempts = 1;
    const ActivityId activity = desk.open({first, Desk::task(s("second")), Desk::task(s("third"))});
    QCOMPARE(why(desk, activity, s("third")), s("waits for first"));
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    QVERIFY(why(desk, activity, s("third")).startsWith(s("waits for first, held by bot until ")));
    QVERIFY(desk.act(activity, s("first"), TaskAction::Fail, s("bot"), s("no ink")));
    QCOMPARE(why(desk, activity, s("second")), s("waits for first, which failed: retry or skip it"));
    QCOMPARE(why(desk, activity, s("third")), s("waits for first, which failed: retry or skip it"));
    const auto waiting = desk.ask(GetTask{{activity, s("third"), {}}})->view.waiting;
    QCOMPARE(waiting->facts[u"reason"].toString(), s("no ink"));
    QVERIFY(desk.act(activity, s("first"), TaskAction::Skip, {}, s("not needed")));
    QCOMPARE(why(desk, activity, s("third")), s("waits for second"));
}

void ExplainingTest::aChoiceAndAHold()
{
    Desk desk;
    TaskSpec ship = Desk::task(s("ship"));
    ship.optional = true;
    TaskSpec track = Desk::task(s("track"));
    track.needs = QStringList{s("ship")};
    const ActivityId activity = desk.open({ship, track});
    QCOMPARE(why(desk, activity, s("track")), s("waits for ship, which waits for the citizen's choice"));
    QVERIFY(desk.act(activity, s("ship"), TaskAction::OptIn));
    QVERIFY(desk.act(activity, s("ship"), TaskAction::Hold, {}, s("no stamps")));
    QCOMPARE(why(desk, activity, s("track")), s("waits for ship, on hold: no stamps"));
}

// Nobody was chosen: the queue's order was the reason, as it was then.
void ExplainingTest::whoAskedForWork()
{
    Desk desk;
    desk.hire(s("bot"), {s("dig")});
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    const auto last = [&] {
        return desk.ask(GetTask{{activity, s("dig"), {}}})->assignment[u"last"].toObject();
    };
    QVERIFY(last().isEmpty());
    desk.nowMs += 1;
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    const qint64 askedAtMs = desk.nowMs;
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(last()[u"why"].toString(), s("asked"));
    QCOMPARE(last()[u"worker_id"].toString(), s("bot"));
    QCOMPARE(last()[u"at"].toString(), formatTime(askedAtMs));
    hire(desk, clerk(s("ann"), 5));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Fail, s("bot"), s("broken")));
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(standing(desk, activity), s("PENDING ann"));
    QCOMPARE(last()[u"worker_id"].toString(), s("ann"));
    desk.nowMs += 1;
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1)); // what she was offered
    QVERIFY(!last().contains(s("why")));
    QVERIFY(!last()[u"eligible"].toArray().isEmpty());
}

HMSACT_TEST(ExplainingTest)

} // namespace hmsact::explaining_test

#include "explaining.moc"
