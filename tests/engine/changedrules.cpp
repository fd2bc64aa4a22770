// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::changedrules_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What a rule follows when the rule is changed, or what it is about ends and goes on.
class ChangedRules : public QObject
{
    Q_OBJECT

private slots:
    void whatTheScopeNoLongerFitsIsOver();
    void anotherTriggerEndsWhatWasFollowed();
    void newDelaysHoldForWhatWaits_data();
    void newDelaysHoldForWhatWaits();
    void aStepThatIsGoneIsNotMadeUpForByTheOneBefore();
    void switchedOffOverAStepItGoesOnAfterwards();
    void aLateTaskThatIsRetriedIsFollowedOn();
    void aLateTaskThatIsUndoneIsFollowedOn();
    void aTaskThatWaitsAgainIsNotLate();
    void aBreachFoundLaterThanTheRuleIsTold();
    void aShadowThatEndsReassignsNothingTwice();
    void theOneThatWasToReassignIsGone();
    void missedRepeatsAreNotMadeUpFor();
    void acknowledgedItDoesNotWaitForTheSnooze();
    void forgottenItIsOpenAgainThoughNobodyIsTold();
    void nobodyIsNamedTwice();
    void aWarningNeedsATime();
};

static constexpr qint64 hour = limits::msPerHour;
static constexpr qint64 minute = limits::msPerMinute;

static QJsonObject step(const QString &after, const char *address, const QJsonObject &more = {})
{
    QJsonObject body = more;
    body.insert(s("after"), after);
    if (!body.contains(s("then")))
        body.insert(s("then"), s("notify"));
    body.insert(s("notify"), list({address}));
    return body;
}

// sla_breach, named "late", with these steps.
static QJsonObject late(const QJsonArray &steps, const QJsonObject &more = {})
{
    QJsonObject body = more;
    body.insert(s("name"), s("late"));
    if (!body.contains(s("when")))
        body.insert(s("when"), s("sla_breach"));
    body.insert(s("steps"), steps);
    return body;
}

static QJsonArray threeSteps()
{
    return {step(s("0s"), "slack:#one"), step(s("2h"), "slack:#two"), step(s("4h"), "slack:#three")};
}

static Status change(Desk &desk, RuleId id, const QJsonObject &body)
{
    const auto saved = desk.say(SaveRule{rule(body), id});
    return saved ? Status(Done{}) : Status(saved.error());
}

static ActivityId openOne(Desk &desk, qint64 slaMs = hour)
{
    desk.hire(s("a"), {s("dig")});
    return desk.open({Desk::task(s("dig"), slaMs)});
}

void ChangedRules::whatTheScopeNoLongerFitsIsOver()
{
    Desk desk;
    const QJsonArray steps{step(s("0s"), "slack:#one"), step(s("2h"), "slack:#two", {{s("then"), s("cancel")}})};
    const RuleId id = save(desk, late(steps));
    const ActivityId activity = openOne(desk);
    QVERIFY(turn(desk, hour));
    QVERIFY(change(desk, id, late(steps, {{s("scope"), QJsonObject{{s("intent"), s("parking")}}}})));
    QVERIFY(turn(desk, 5 * hour));
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
    QVERIFY(desk.ask(GetActivity{activity})->activity.state == ActivityState::Open);
}

void ChangedRules::anotherTriggerEndsWhatWasFollowed()
{
    Desk desk;
    const RuleId id = save(desk, late(threeSteps(), {{s("when"), s("activity_sla_breach")}}));
    const ActivityId activity = openOne(desk, 24 * 7 * hour);
    QVERIFY(turn(desk, 48 * hour)); // the activity's own
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
    const QJsonArray raise{QJsonObject{{s("after"), s("1h")}, {s("then"), s("raise_priority")}}};
    QVERIFY(change(
        desk, id,
        late(raise,
             {{s("when"), s("queue_depth")}, {s("threshold"), 5}, {s("scope"), QJsonObject{{s("skill"), s("dig")}}}})));
    QVERIFY(turn(desk, 24 * hour)); // what it followed had no task
    QVERIFY(change(desk, id, late(threeSteps(), {{s("when"), s("activity_sla_warning")}, {s("threshold"), s("1h")}})));
    QVERIFY(turn(desk, 24 * hour)); // late already: there is nothing to warn of
    QVERIFY(change(desk, id, late(threeSteps())));
    QVERIFY(turn(desk, 24 * 3 * hour)); // and the task's breach is its first
    QVERIFY(turn(desk, 2 * hour));
    QVERIFY(turn(desk, 2 * hour));
    QCOMPARE(told(desk), (QStringList{s("slack:#one"), s("slack:#one"), s("slack:#two"), s("slack:#three")}));
    QVERIFY(desk.ask(GetActivity{activity})->activity.state == ActivityState::Open);
}

void ChangedRules::newDelaysHoldForWhatWaits_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("sooner") << s("8h") << s("1h");
    QTest::newRow("later") << s("1h") << s("8h");
}

void ChangedRules::newDelaysHoldForWhatWaits()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto waiting = [](const QString &delay) {
        return QJsonObject{{s("name"), s("waits")},
                           {s("when"), s("unassigned")},
                           {s("threshold"), delay},
                           {s("then"), s("notify")},
                           {s("notify"), list({"slack:#waits"})}};
    };
    Desk desk;
    const RuleId waits = save(desk, waiting(before));
    const RuleId tells = save(desk, late({step(s("0s"), "slack:#one"), step(before, "slack:#two")}));
    openOne(desk, minute);
    QVERIFY(turn(desk, minute)); // it is late, and its second step is to come
    QVERIFY(change(desk, waits, waiting(after)));
    QVERIFY(change(desk, tells, late({step(s("0s"), "slack:#one"), step(after, "slack:#two")})));
    const bool isSooner = after == s("1h");
    QVERIFY(turn(desk, 2 * hour));
    QCOMPARE(told(desk).size(), isSooner ? 3 : 1);
    QVERIFY(turn(desk, 7 * hour));
    QStringList all = told(desk);
    all.sort();
    QCOMPARE(all, (QStringList{s("slack:#one"), s("slack:#two"), s("slack:#waits")}));
}

void ChangedRules::aStepThatIsGoneIsNotMadeUpForByTheOneBefore()
{
    Desk desk;
    const RuleId id = save(desk, late(threeSteps()));
    openOne(desk);
    QVERIFY(turn(desk, hour));
    QVERIFY(turn(desk, 2 * hour));
    QJsonArray two = threeSteps();
    two.removeLast();
    QVERIFY(change(desk, id, late(two)));
    QVERIFY(turn(desk, 8 * hour));
    QCOMPARE(told(desk), (QStringList{s("slack:#one"), s("slack:#two")}));
}

void ChangedRules::switchedOffOverAStepItGoesOnAfterwards()
{
    Desk desk;
    const QJsonObject body{{s("name"), s("waits")},
                           {s("when"), s("unassigned")},
                           {s("threshold"), s("1h")},
                           {s("then"), s("notify")},
                           {s("notify"), list({"slack:#waits"})}};
    QJsonObject off = body;
    off.insert(s("enabled"), false);
    const RuleId id = save(desk, body);
    openOne(desk, 24 * hour);
    QVERIFY(turn(desk, 30 * minute));
    QVERIFY(change(desk, id, off));
    QVERIFY(turn(desk, 40 * minute));
    QCOMPARE(told(desk), QStringList());
    QVERIFY(change(desk, id, body));
    QVERIFY(turn(desk, minute));
    QCOMPARE(told(desk), QStringList{s("slack:#waits")});
}

void ChangedRules::aLateTaskThatIsRetriedIsFollowedOn()
{
    Desk desk;
    save(desk, late(threeSteps()));
    const ActivityId activity = openOne(desk);
    QVERIFY(turn(desk, hour));
    QVERIFY(turn(desk, 110 * minute));
    QVERIFY(desk.reserve(s("a")));
    ActionInput fail;
    fail.action = TaskAction::Fail;
    fail.worker = {s("a")};
    fail.reason = s("no form");
    fail.mayRetry = false;
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, fail}));
    QVERIFY(turn(desk, 20 * minute)); // the second step would have been due
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Retry));
    QVERIFY(turn(desk, minute));
    QCOMPARE(told(desk), (QStringList{s("slack:#one"), s("slack:#two")}));
    QVERIFY(turn(desk, 2 * hour));
    QCOMPARE(told(desk), (QStringList{s("slack:#one"), s("slack:#two"), s("slack:#three")}));
}

void ChangedRules::aLateTaskThatIsUndoneIsFollowedOn()
{
    Desk desk;
    save(desk, late(threeSteps()));
    QJsonArray ofActivity{step(s("0s"), "slack:#act-one"), step(s("2h"), "slack:#act-two")};
    QJsonObject body = late(ofActivity, {{s("when"), s("activity_sla_breach")}});
    body.insert(s("name"), s("late activity"));
    save(desk, body);
    desk.hire(s("a"), {s("dig")});
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)}, hour);
    QVERIFY(turn(desk, hour));
    QVERIFY(turn(desk, 115 * minute));
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, 10 * minute));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("a")));
    QVERIFY(turn(desk, minute));
    QStringList all = told(desk);
    all.sort();
    QCOMPARE(all, (QStringList{s("slack:#act-one"), s("slack:#act-two"), s("slack:#one"), s("slack:#two")}));
}

void ChangedRules::aTaskThatWaitsAgainIsNotLate()
{
    Desk desk;
    save(desk, late(threeSteps()));
    desk.hire(s("a"), {s("dig"), s("fill")});
    TaskSpec fill = Desk::task(s("fill"), 5 * minute);
    fill.needs = QStringList{s("dig")};
    const ActivityId activity = desk.open({Desk::task(s("dig"), 24 * hour), fill});
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, 10 * minute));
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Undo, s("a")));
    QVERIFY(turn(desk, 8 * hour));
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
}

void ChangedRules::aBreachFoundLaterThanTheRuleIsTold()
{
    Desk desk;
    desk.nowMs = *parseTime(s("2026-11-20T08:00:00Z"));
    Calendar office;
    office.name = s("office");
    office.timeZone = s("UTC");
    office.week[4] = {{12 * 60, 20 * 60}};
    QVERIFY(desk.say(SaveCalendar{office}));
    desk.hire(s("a"), {s("dig")});
    QVERIFY(
        desk.say(CreateActivity{s("jordan"), s("card"), 8 * hour, 5, {}, {Desk::task(s("dig"), 30 * minute)}, s("office")}));
    QVERIFY(turn(desk, 2 * hour));
    save(desk, late(threeSteps()));
    QVERIFY(turn(desk, hour));
    office.week[4] = {{8 * 60, 20 * 60}}; // the half hour was over at 8:30, before the rule
    QVERIFY(desk.say(SaveCalendar{office, true, 1}));
    QVERIFY(turn(desk, minute));
    QVERIFY(!told(desk).isEmpty());
}

void ChangedRules::aShadowThatEndsReassignsNothingTwice()
{
    Desk desk;
    const QJsonArray reassigning{QJsonObject{{s("after"), s("0s")}, {s("then"), s("reassign")}}};
    QJsonObject real = late(reassigning);
    real.insert(s("name"), s("real"));
    save(desk, real);
    QJsonObject shadow = late({step(s("0s"), "slack:#one"), QJsonObject{{s("after"), s("2h")}, {s("then"), s("reassign")}}},
                              {{s("shadow_until"), formatTime(desk.nowMs + 2 * hour)}});
    save(desk, shadow);
    for (const char *worker : {"a", "b", "c"})
        hirePerson(desk, s(worker), s("dig"));
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour));
    const WorkerId first = desk.ask(GetActivity{activity})->tasks.front().task.worker;
    QVERIFY(!first.isNull());
    QVERIFY(turn(desk, 3 * hour));
    QCOMPARE(desk.ask(GetActivity{activity})->tasks.front().task.worker, first);
}

void ChangedRules::theOneThatWasToReassignIsGone()
{
    Desk desk;
    const RuleId id =
        save(desk, late({QJsonObject{{s("after"), s("0s")}, {s("then"), s("reassign")}}}, {{s("grace"), s("1h")}}));
    QJsonObject second = late({step(s("0s"), "slack:#one"), QJsonObject{{s("after"), s("2h")}, {s("then"), s("reassign")}}},
                              {{s("scope"), QJsonObject{}}});
    second.insert(s("name"), s("second"));
    const RuleId other = save(desk, second); // the later one reassigns, and the first leaves it
    const ActivityId activity = openOne(desk);
    QVERIFY(turn(desk, hour));
    QVERIFY(desk.say(RemoveRule{other}));
    QVERIFY(turn(desk, hour));
    QCOMPARE(desk.ask(GetActivity{activity})->tasks.front().task.worker, (WorkerId{s("a")}));
    Q_UNUSED(id)
}

void ChangedRules::missedRepeatsAreNotMadeUpFor()
{
    Desk desk;
    save(desk, late({step(s("0s"), "slack:#one")}, {{s("repeat_every"), s("1h")}, {s("max_repeats"), 5}}));
    openOne(desk);
    QVERIFY(turn(desk, hour)); // once
    QVERIFY(turn(desk, hour)); // twice
    desk.nowMs += 3 * hour + 30 * minute; // nobody was there
    QVERIFY(desk.tick());
    QCOMPARE(told(desk).size(), 3);
    for (int i = 0; i < 10; ++i)
        QVERIFY(turn(desk, hour));
    QCOMPARE(told(desk).size(), 4); // the fifth repeat: three of them came while nobody was there
}

void ChangedRules::acknowledgedItDoesNotWaitForTheSnooze()
{
    Desk desk;
    save(desk, late({step(s("0s"), "slack:#one"), step(s("2h"), "slack:#two")}, {{s("acknowledged_for"), s("1h")}}));
    openOne(desk);
    QVERIFY(turn(desk, hour));
    const AlertId alert = desk.ask(ListAlerts{})->items.front().id;
    QVERIFY(desk.say(SnoozeAlert{alert, 10 * hour}));
    QVERIFY(turn(desk, 10 * minute));
    QVERIFY(desk.say(AcknowledgeAlert{alert}));
    QVERIFY(turn(desk, 111 * minute));
    QCOMPARE(told(desk), (QStringList{s("slack:#one"), s("slack:#two")}));
}

void ChangedRules::forgottenItIsOpenAgainThoughNobodyIsTold()
{
    Desk desk;
    save(desk,
         late({step(s("0s"), "slack:#one"), step(s("1h"), "slack:#two", {{s("only"), s("claimed")}})},
              {{s("acknowledged_for"), s("2h")}}));
    openOne(desk);
    QVERIFY(turn(desk, hour));
    const AlertId alert = desk.ask(ListAlerts{})->items.front().id;
    QVERIFY(desk.say(AcknowledgeAlert{alert}));
    QVERIFY(turn(desk, 3 * hour));
    QCOMPARE(told(desk), QStringList{s("slack:#one")});
    QCOMPARE(desk.ask(GetAlert{alert})->alert.acknowledgedAtMs, 0);
}

void ChangedRules::nobodyIsNamedTwice()
{
    const Rule read =
        rule({{s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a", "slack:#a"})}});
    QCOMPARE(read.steps.front().notify, QStringList{s("slack:#a")});
}

void ChangedRules::aWarningNeedsATime()
{
    const auto read = ruleFrom({{s("when"), s("sla_warning")},
                                {s("threshold"), s("0s")},
                                {s("then"), s("notify")},
                                {s("notify"), list({"slack:#a"})}});
    QVERIFY(!read);
    QCOMPARE(read.error().fields.front().pointer, s("/threshold"));
}

HMSACT_TEST(ChangedRules)

} // namespace hmsact::changedrules_test

#include "changedrules.moc"
