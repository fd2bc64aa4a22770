// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::snoozing_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Alerts that are put off: not open until then, and then open and told once more.
class Snoozing : public QObject
{
    Q_OBJECT

private slots:
    void itIsNotOpenUntilThen();
    void whatWaitsInTheOutboxWaitsLonger();
    void whatIsSolvedBeforeTheEndIsNotSent();
    void laterStepsWait();
    void aStepThatComesAfterwardsKeepsItsTime();
    void aWarningWhoseDueTimeMovesStaysPutOff();
    void saidAgainItReplacesTheEnd();
    void saidAgainItReplacesTheEndOfARepetition();
    void whatIsSolvedMeanwhileIsNotToldAnew();
    void acknowledgedMeanwhileItStaysSo();
    void itIsBounded();
    void anAlertTellsWhichRulesFollowIt();
    void theTimerSurvivesANewStart();
};

static constexpr qint64 hour = limits::msPerHour;
static constexpr qint64 minute = limits::msPerMinute;

static Alert breached(Desk &desk)
{
    hirePerson(desk, s("a"), s("dig")); // else nobody can be given it, and that is told as well
    desk.open({Desk::task(s("dig"), hour)});
    (void)turn(desk, hour);
    return desk.ask(ListAlerts{})->items.front();
}

static void saveTwoSteps(Desk &desk)
{
    save(
        desk,
        {{s("name"), s("two steps")},
         {s("when"), s("sla_breach")},
         {s("steps"),
          QJsonArray{tell("0s", {"console:supervisor", "email:first@county.gov"}), tell("1h", "email:second@county.gov")}}});
}

static size_t openAlerts(Desk &desk) { return desk.ask(ListAlerts{true, 100, {}})->items.size(); }

static QStringList record(Desk &desk, ActivityId activity)
{
    QStringList kinds;
    const auto events = desk.ask(ListEvents{activity, limits::pageMax, {}});
    for (const Event &event : events->items) {
        if (event.kind.startsWith(s("alert.")))
            kinds << event.kind + s(" ") + event.actor;
    }
    return kinds;
}

void Snoozing::itIsNotOpenUntilThen()
{
    Desk desk;
    const Alert alert = breached(desk);
    QVERIFY(desk.engine->nextTimerMs(desk.nowMs).value() > desk.nowMs + 30 * minute);
    const auto snoozed = desk.say(SnoozeAlert{alert.id, 30 * minute});
    QVERIFY(snoozed);
    QCOMPARE(desk.engine->nextTimerMs(desk.nowMs).value(), desk.nowMs + 30 * minute); // it wakes for the end of it
    QCOMPARE(snoozed->snoozedUntilMs, desk.nowMs + 30 * minute);
    QCOMPARE(snoozed->snoozedBy, s("boss"));
    QCOMPARE(openAlerts(desk), size_t(0));
    QCOMPARE(desk.ask(GetStats{})->openAlerts, 0);
    QCOMPARE(desk.ask(ListAlerts{{}, 100, {}, true})->items.size(), size_t(1));
    (void)desk.engine->takeNews();

    QVERIFY(turn(desk, 30 * minute - 1));
    QCOMPARE(openAlerts(desk), size_t(0));
    QCOMPARE(desk.engine->nextTimerMs(desk.nowMs).value(), desk.nowMs + 1);
    QVERIFY(turn(desk, 1));
    QCOMPARE(openAlerts(desk), size_t(1));
    QCOMPARE(desk.ask(GetStats{})->openAlerts, 1);
    QCOMPARE(desk.engine->takeNews().changes.alerts, std::vector{alert.id}); // told anew …
    QVERIFY(turn(desk, hour));
    QVERIFY(desk.engine->takeNews().changes.alerts.empty()); // … once
    QCOMPARE(record(desk, alert.activity),
             QStringList({s("alert.snoozed boss"), s("alert.reopened ") + Actor::engine().name}));
    QVERIFY(desk.auditIsFine());
}

void Snoozing::whatWaitsInTheOutboxWaitsLonger()
{
    Desk desk;
    saveTwoSteps(desk);
    const Alert alert = breached(desk);
    const qint64 untilMs = desk.nowMs + 30 * minute;
    QVERIFY(desk.say(SnoozeAlert{alert.id, 30 * minute}));
    QVERIFY(desk.engine->takeNews().changes.messages); // lists of them look again
    QCOMPARE(sent(desk), QStringList());
    TakeNotifications take{desk.nowMs, minute, {}, {}};
    take.room.fill(100);
    QCOMPARE(desk.say(take)->nextInMs, 30 * minute); // who delivers looks again then
    const auto waiting = desk.ask(ListNotifications{NotificationState::Queued, {}, 10, {}});
    QCOMPARE(waiting->items.front().address, s("email:first@county.gov"));
    QCOMPARE(waiting->items.front().snoozedUntilMs, untilMs);
    QVERIFY(turn(desk, 30 * minute - 1));
    QCOMPARE(sent(desk), QStringList());
    QVERIFY(turn(desk, 1));
    QCOMPARE(sent(desk), QStringList{s("email:first@county.gov")});
}

void Snoozing::whatIsSolvedBeforeTheEndIsNotSent()
{
    for (const bool isAcknowledged : {false, true}) {
        Desk desk;
        saveTwoSteps(desk);
        const Alert alert = breached(desk);
        QVERIFY(desk.say(SnoozeAlert{alert.id, 30 * minute}));
        if (isAcknowledged)
            QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
        else
            QVERIFY(desk.act(alert.activity, s("dig"), TaskAction::Complete, s("a")));
        QVERIFY(turn(desk, hour));
        QCOMPARE(sent(desk), QStringList());
        const auto all = desk.ask(ListNotifications{NotificationState::Withdrawn, Channel::Email, 10, {}});
        QCOMPARE(all->items.size(), size_t(1));
    }
}

void Snoozing::laterStepsWait()
{
    Desk desk;
    saveTwoSteps(desk);
    const Alert alert = breached(desk);
    QCOMPARE(told(desk), QStringList{s("email:first@county.gov")});
    QVERIFY(desk.say(SnoozeAlert{alert.id, 3 * hour}));
    QVERIFY(turn(desk, 3 * hour - 1));
    QCOMPARE(told(desk).size(), 1);
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList({s("email:first@county.gov"), s("email:second@county.gov")}));
}

void Snoozing::aStepThatComesAfterwardsKeepsItsTime()
{
    Desk desk;
    saveTwoSteps(desk);
    const Alert alert = breached(desk);
    QVERIFY(desk.say(SnoozeAlert{alert.id, 2 * hour}));
    QVERIFY(desk.say(SnoozeAlert{alert.id, 30 * minute})); // shorter after all
    QVERIFY(turn(desk, hour - 1));
    QCOMPARE(told(desk).size(), 1);
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk).size(), 2);
}

void Snoozing::aWarningWhoseDueTimeMovesStaysPutOff()
{
    Desk desk;
    save(desk,
         {{s("name"), s("soon")},
          {s("when"), s("sla_warning")},
          {s("threshold"), s("2h")},
          {s("steps"), QJsonArray{tell("0s", "console:supervisor"), tell("10m", "email:late@county.gov")}}});
    const ActivityId id = desk.open({Desk::task(s("dig"), 3 * hour)});
    QVERIFY(turn(desk, hour));
    QVERIFY(desk.say(SnoozeAlert{desk.ask(ListAlerts{})->items.front().id, hour}));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Hold, {}, s("wait")));
    QVERIFY(turn(desk, minute));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Resume)); // due a minute later
    QVERIFY(turn(desk, 58 * minute));
    QVERIFY(told(desk).isEmpty());
    QVERIFY(turn(desk, minute));
    QCOMPARE(told(desk), QStringList{s("email:late@county.gov")});
}

void Snoozing::saidAgainItReplacesTheEnd()
{
    Desk desk;
    const Alert alert = breached(desk);
    QVERIFY(desk.say(SnoozeAlert{alert.id, 2 * hour}));
    QVERIFY(desk.say(SnoozeAlert{alert.id, 15 * minute}));
    QVERIFY(turn(desk, 15 * minute));
    QCOMPARE(openAlerts(desk), size_t(1));
    QVERIFY(turn(desk, 2 * hour));
    QCOMPARE(record(desk, alert.activity).filter(s("reopened")).size(), 1);
}

void Snoozing::saidAgainItReplacesTheEndOfARepetition()
{
    for (const bool isAcknowledged : {false, true}) {
        Desk desk;
        const QJsonObject body{{s("name"), s("again")},         {s("when"), s("sla_breach")},
                               {s("then"), s("notify")},        {s("notify"), list({"slack:#ops"})},
                               {s("repeat_every"), s("30m")},   {s("max_repeats"), 20},
                               {s("acknowledged_for"), s("1h")}};
        const RuleId id = save(desk, body);
        const Alert alert = breached(desk);
        QVERIFY(desk.say(SnoozeAlert{alert.id, 7 * limits::msPerDay})); // by mistake
        if (isAcknowledged)
            QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
        else
            QVERIFY(desk.say(SnoozeAlert{alert.id, hour}));
        QVERIFY(turn(desk, hour - 1));
        QCOMPARE(told(desk).size(), 1);
        QVERIFY(turn(desk, 1));
        QCOMPARE(told(desk).size(), 2);
        const auto tried = desk.ask(DryRunRule{{{}, rule(body)}, {desk.nowMs - limits::msPerDay, desk.nowMs + 1}});
        QCOMPARE(tried->firings.size(), size_t(2)); // and a dry run says the same
        QCOMPARE(tried->firings.back().atMs, desk.nowMs);
        QVERIFY(desk.ask(GetRule{id})->nextDueAtMs == desk.nowMs + hour / 2);
    }
}

void Snoozing::whatIsSolvedMeanwhileIsNotToldAnew()
{
    Desk desk;
    const Alert alert = breached(desk);
    QVERIFY(!desk.ask(GetAlert{alert.id})->alert.isSolved);
    QVERIFY(desk.say(SnoozeAlert{alert.id, hour}));
    QVERIFY(desk.act(alert.activity, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, hour));
    QCOMPARE(openAlerts(desk), size_t(0));
    const auto detail = desk.ask(GetAlert{alert.id});
    QVERIFY(detail->alert.isSolved);
    QCOMPARE(detail->alert.acknowledgedBy, Actor::engine().name);
    QCOMPARE(record(desk, alert.activity).last(), s("alert.solved ") + Actor::engine().name);
}

void Snoozing::acknowledgedMeanwhileItStaysSo()
{
    Desk desk;
    saveTwoSteps(desk);
    const Alert alert = breached(desk);
    QVERIFY(desk.say(SnoozeAlert{alert.id, 10 * minute}));
    const auto seen = desk.say(AcknowledgeAlert{alert.id});
    QCOMPARE(seen->snoozedUntilMs, 0);
    QCOMPARE(desk.say(SnoozeAlert{alert.id, hour}).error().code, ErrorCode::Conflict);
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(openAlerts(desk), size_t(0));
    QCOMPARE(told(desk).size(), 1);
    QCOMPARE(record(desk, alert.activity).filter(s("reopened")).size(), 0);
}

void Snoozing::itIsBounded()
{
    Desk desk;
    const Alert alert = breached(desk);
    for (const qint64 bad : {qint64(0), limits::snoozeMinMs - 1, limits::snoozeMaxMs + 1}) {
        const auto refused = desk.say(SnoozeAlert{alert.id, bad});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().fields.front().pointer, s("/for"));
    }
    QCOMPARE(desk.say(SnoozeAlert{{1}, hour}).error().code, ErrorCode::NotFound);
    QVERIFY(record(desk, alert.activity).isEmpty());
    QVERIFY(desk.say(SnoozeAlert{alert.id, limits::snoozeMaxMs}));
}

void Snoozing::anAlertTellsWhichRulesFollowIt()
{
    Desk desk;
    saveTwoSteps(desk);
    const Alert alert = breached(desk);
    const auto detail = desk.ask(GetAlert{alert.id});
    QVERIFY(detail);
    QCOMPARE(detail->followers.size(), size_t(2));
    const AlertFollower &builtIn = detail->followers[0];
    QCOMPARE(builtIn.ruleName, s("Reassign on a breach"));
    QCOMPARE(builtIn.nextAtMs, 0);
    const AlertFollower &mine = detail->followers[1];
    QCOMPARE(mine.ruleName, s("two steps"));
    QCOMPARE(mine.firings.size(), size_t(1));
    QCOMPARE(mine.firings[0].outcome.value(s("told")).toArray(), list({"console:supervisor", "email:first@county.gov"}));
    QCOMPARE(mine.nextStep, 1);
    QCOMPARE(mine.nextAtMs, desk.nowMs + hour);
    QCOMPARE(desk.ask(GetAlert{{1}}).error().code, ErrorCode::NotFound);
}

void Snoozing::theTimerSurvivesANewStart()
{
    Desk desk;
    const Alert alert = breached(desk);
    QVERIFY(desk.say(SnoozeAlert{alert.id, hour}));
    desk.engine.emplace(*desk.database, 7, 7);
    QVERIFY(desk.tick());
    QCOMPARE(desk.engine->nextTimerMs(desk.nowMs).value(), desk.nowMs + hour);
    QVERIFY(turn(desk, 2 * hour));
    QCOMPARE(openAlerts(desk), size_t(1));
}

HMSACT_TEST(Snoozing)

} // namespace hmsact::snoozing_test

#include "snoozing.moc"
