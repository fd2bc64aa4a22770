// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::escalating_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What escalation rules do: when, to whom, and once.
class Escalating : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnyConfigurationABackupWorkerGetsIt();
    void withNobodyElseThePromiseIsNotSilent();
    void theRuleOfTheSeedTellsTwoAddressesOnce();
    void stepsComeAtTheirTime();
    void acknowledgingStopsTheLaterSteps();
    void acknowledgingSaysNothingOfWhatComesLater();
    void acknowledgingAWarningLeavesOtherRulesAlone();
    void anAcknowledgedOneThatIsForgottenGoesOn();
    void whatIsForgottenAfterTheLastStepFiresAgain();
    void whoeverEndsATaskSaysSo_data();
    void whoeverEndsATaskSaysSo();
    void whatIsSolvedIsNotEscalated();
    void ofSeveralRulesOneReassigns();
    void stepsForThoseThatSomebodyHas();
    void afterADowntimeTheStepOfNowComesInOneMessage();
    void aBotThatNeverComesIsNotWaitedFor();
    void theLastStepIsRepeated();
    void everyAction_data();
    void everyAction();
    void whoeverIsNotAssignedInTimeIsSentToTheCourier();
    void aTaskThatNobodyCanDoIsTold();
    void aWorkerThatLosesItsLeaseAgainAndAgain();
    void anActivityThatIsLate();
    void aChangedRuleKeepsItsVersions();
    void theBuiltInRuleIsSwitchedOffNotRemoved();
};

void Escalating::withoutAnyConfigurationABackupWorkerGetsIt()
{
    Desk desk;
    desk.hire(s("bot-health-3"), {s("fetch_vaccine_log")});
    const ActivityId id = desk.open({Desk::task(s("fetch_vaccine_log"), 4 * limits::msPerHour)});
    const auto reserved = desk.reserve(s("bot-health-3"));
    const Lease lease = reserved->front();
    desk.hire(s("bot-health-7"), {s("fetch_vaccine_log")});
    desk.hire(s("clerk"), {s("something_else")});
    for (;;) { // it is at work all the time, and too slow
        QVERIFY(turn(desk, limits::leaseMachineMs / 2));
        if (desk.nowMs >= lease.dueAtMs)
            break;
        QVERIFY(desk.act(id, s("fetch_vaccine_log"), TaskAction::Heartbeat, s("bot-health-3"), {}, lease.leaseToken));
    }
    QCOMPARE(desk.statuses(id), QStringList{s("fetch_vaccine_log PENDING")});
    QCOMPARE(desk.ask(GetTask{{id, s("fetch_vaccine_log"), {}}})->view.task.worker.value, s("bot-health-7"));
    QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
    const Escalated escalated = desk.ask(ListQueue{})->items.front().escalated; // the queue shows it
    QCOMPARE(escalated.times, 1);
    QCOMPARE(escalated.atMs, desk.nowMs);
    QCOMPARE(escalated.rule, s("Reassign on a breach"));
    QCOMPARE(escalated.outcome.value(QLatin1String("worker_id")).toString(), s("bot-health-7"));
    // The fence: what the first one says now is too late.
    const auto late = desk.act(id, s("fetch_vaccine_log"), TaskAction::Complete, s("bot-health-3"), {}, lease.leaseToken);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QVERIFY(desk.reserve(s("bot-health-3"))->empty());
    QCOMPARE(desk.reserve(s("bot-health-7"))->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void Escalating::withNobodyElseThePromiseIsNotSilent()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerMinute / 2)});
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::msPerMinute / 2));
    QCOMPARE(desk.statuses(id), QStringList{s("dig PENDING")});
    QCOMPARE(alertKinds(desk), QStringList({s("no_eligible_worker"), s("sla_breach")}));
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1)); // for anyone, also for the one who had it
}

void Escalating::theRuleOfTheSeedTellsTwoAddressesOnce()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("dig")}, 100, {s("backup_worker_pool")});
    desk.hire(s("c"), {s("dig")});
    save(desk,
         {{s("when"), s("sla_breach")},
          {s("then"), s("reassign")},
          {s("to"), s("backup_worker_pool")},
          {s("notify"), list({"sms:+1-202-555-0123", "slack:#ops-alerts"})}});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(told(desk), QStringList({s("sms:+1-202-555-0123"), s("slack:#ops-alerts")}));
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.worker.value, s("b"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(turn(desk, limits::msPerHour));
    desk.engine.emplace(*desk.database, 7, 7); // a new start
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(told(desk).size(), 2);
    QVERIFY(desk.auditIsFine());
}

static QJsonObject twoSteps(const QJsonObject &more = {})
{
    QJsonObject body{{s("name"), s("two steps")},
                     {s("when"), s("sla_breach")},
                     {s("grace"), s("10m")},
                     {s("steps"), QJsonArray{tell("0s", "email:first@county.gov"), tell("1h", "email:second@county.gov")}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

void Escalating::stepsComeAtTheirTime()
{
    Desk desk;
    save(desk, twoSteps());
    desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour + 10 * limits::msPerMinute - 1));
    QVERIFY(told(desk).isEmpty());
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("email:first@county.gov")});
    // It has looked around a moment before, and does so again each hour.
    QCOMPARE(desk.engine->nextTimerMs(desk.nowMs).value(), desk.nowMs + limits::msPerHour - 1);
    QVERIFY(turn(desk, limits::msPerHour - 1));
    QCOMPARE(told(desk).size(), 1);
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList({s("email:first@county.gov"), s("email:second@county.gov")}));
}

void Escalating::acknowledgingStopsTheLaterSteps()
{
    Desk desk;
    save(desk, twoSteps());
    desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour + 10 * limits::msPerMinute));
    const auto alerts = desk.ask(ListAlerts{});
    for (const Alert &alert : alerts->items)
        QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(told(desk), QStringList{s("email:first@county.gov")});
}

// It failed twice: who has seen the first failure has not seen the second, who has seen the second knows enough.
void Escalating::acknowledgingSaysNothingOfWhatComesLater()
{
    for (const bool isOfTheFirst : {true, false}) {
        Desk desk;
        const qint64 fromMs = desk.nowMs;
        desk.hire(s("a"), {s("dig")});
        save(desk, twoSteps({{s("when"), s("task_failed")}}));
        TaskSpec once = Desk::task(s("dig"), limits::msPerDay);
        once.maxAttempts = 1;
        const ActivityId id = desk.open({once});
        for (const bool isFirst : {true, false}) {
            QVERIFY(desk.reserve(s("a")));
            QVERIFY(desk.act(id, s("dig"), TaskAction::Fail, s("a"), s("broke")));
            QVERIFY(turn(desk, 10 * limits::msPerMinute));
            if (isFirst)
                QVERIFY(desk.act(id, s("dig"), TaskAction::Retry));
        }
        const auto alerts = desk.ask(ListAlerts{});
        QCOMPARE(alertKinds(desk), QStringList({s("task_failed"), s("task_failed")}));
        QVERIFY(desk.say(AcknowledgeAlert{(isOfTheFirst ? alerts->items.back() : alerts->items.front()).id}));
        turnTo(desk, desk.nowMs + limits::msPerDay / 2);
        QCOMPARE(told(desk).filter(s("second")).size(), isOfTheFirst ? 1 : 0);
        const auto report = desk.ask(DryRunRule{{s("two steps"), {}}, {fromMs, 0}});
        QCOMPARE(report->would.steps, std::vector<qint64>({2, isOfTheFirst ? 1 : 0}));
    }
}

void Escalating::acknowledgingAWarningLeavesOtherRulesAlone()
{
    Desk desk;
    save(desk,
         {{s("when"), s("sla_warning")},
          {s("threshold"), s("50%")},
          {s("then"), s("notify")},
          {s("notify"), list({"console:supervisor"})}});
    save(desk,
         {{s("when"), s("unassigned")},
          {s("threshold"), s("30h")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#nobody"})}});
    desk.open({Desk::task(s("dig"), 2 * limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerDay));
    QCOMPARE(alertKinds(desk), QStringList{s("sla_warning")});
    QVERIFY(desk.say(AcknowledgeAlert{desk.ask(ListAlerts{})->items.front().id}));
    QVERIFY(turn(desk, limits::msPerDay / 2));
    QCOMPARE(told(desk), QStringList{s("slack:#nobody")});
}

void Escalating::anAcknowledgedOneThatIsForgottenGoesOn()
{
    Desk desk;
    save(desk, twoSteps({{s("acknowledged_for"), s("3h")}}));
    desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour + 10 * limits::msPerMinute));
    const auto alerts = desk.ask(ListAlerts{});
    for (const Alert &alert : alerts->items)
        QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
    QVERIFY(turn(desk, 3 * limits::msPerHour - 1));
    QCOMPARE(told(desk).size(), 1);
    QVERIFY(sent(desk).isEmpty()); // the first is withdrawn: a person has it
    QVERIFY(turn(desk, 1));
    QCOMPARE(sent(desk), QStringList({s("email:first@county.gov"), s("email:second@county.gov")})); // it is true again
    QCOMPARE(desk.ask(ListAlerts{true, 10, {}})->items.size(), size_t(1)); // open again
    QVERIFY(desk.auditIsFine());
}

// Also after its last step, which is the only one of most rules.
void Escalating::whatIsForgottenAfterTheLastStepFiresAgain()
{
    Desk desk;
    hirePerson(desk, s("a"), s("dig"));
    save(desk,
         {{s("when"), s("sla_breach")},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#ops"})},
          {s("acknowledged_for"), s("3h")}});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)}, limits::msPerDay * 3);
    QVERIFY(turn(desk, limits::msPerHour));
    for (int times = 1; times <= 3; ++times) {
        QCOMPARE(told(desk).size(), times);
        const auto alerts = desk.ask(ListAlerts{true, 10, {}});
        QCOMPARE(alerts->items.size(), size_t(1)); // open, again
        QVERIFY(desk.say(AcknowledgeAlert{alerts->items.front().id}));
        QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs) <= desk.nowMs + 3 * limits::msPerHour, true);
        QVERIFY(turn(desk, 3 * limits::msPerHour - 1));
        QCOMPARE(told(desk).size(), times);
        if (times == 3) // not forgotten
            QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a")));
        QVERIFY(turn(desk, 1));
    }
    QCOMPARE(told(desk).size(), 3);
    QVERIFY(desk.auditIsFine());
}

void Escalating::whoeverEndsATaskSaysSo_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("the task") << s("skip");
    QTest::newRow("the activity") << s("cancel");
}

void Escalating::whoeverEndsATaskSaysSo()
{
    QFETCH(const QString, action);
    Desk desk;
    save(desk, {{s("when"), s("sla_breach")}, {s("then"), action}, {s("notify"), list({"slack:#ops"})}});
    desk.open({Desk::task(s("dig"), limits::msPerHour), Desk::task(s("fill"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(sent(desk), QStringList{s("slack:#ops")});
}

void Escalating::whatIsSolvedIsNotEscalated()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, twoSteps());
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour), Desk::task(s("fill"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerHour)); // in its grace
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a")));
    QVERIFY(turn(desk, limits::msPerDay / 2));
    QVERIFY(told(desk).isEmpty());
    QCOMPARE(desk.ask(GetTask{{id, s("fill"), {}}})->view.task.worker.value, QString());
}

void Escalating::ofSeveralRulesOneReassigns()
{
    Desk desk;
    desk.hire(s("general"), {s("dig")}, 100, {s("all")});
    desk.hire(s("special"), {s("dig")}, 100, {s("diggers")});
    const auto to = [](const char *name, const char *pool, const QJsonObject &scope, const char *address) {
        return QJsonObject{{s("name"), s(name)}, {s("when"), s("sla_breach")}, {s("then"), s("reassign")},
                           {s("to"), s(pool)},   {s("scope"), scope},          {s("notify"), list({address})}};
    };
    save(desk, to("special", "diggers", {{s("skill"), s("dig")}}, "slack:#special"));
    save(desk, to("later", "all", {}, "slack:#general"));
    save(desk, to("another skill", "all", {{s("skill"), s("fill")}, {s("priority"), 1}}, "slack:#never"));
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour));
    QStringList addresses = told(desk);
    addresses.sort();
    QCOMPARE(addresses, QStringList({s("slack:#general"), s("slack:#special")}));
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.worker.value, s("special"));
}

void Escalating::stepsForThoseThatSomebodyHas()
{
    Desk desk;
    QVERIFY(desk.say(SaveRule{rule({{s("name"), s("Reassign on a breach")},
                                    {s("when"), s("sla_breach")},
                                    {s("enabled"), false},
                                    {s("then"), s("reassign")}}),
                              RuleId{1}}));
    desk.hire(s("a"), {s("dig")});
    save(desk,
         {{s("name"), s("by claim")},
          {s("when"), s("sla_breach")},
          {s("steps"), QJsonArray{tell("0s", "slack:#nobody", "unclaimed"), tell("1m", "slack:#a", "claimed")}}});
    desk.open({Desk::task(s("dig"), limits::msPerMinute / 2)});
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    desk.open({Desk::task(s("paint"), limits::msPerMinute / 2)});
    QVERIFY(turn(desk, limits::msPerMinute / 2));
    QCOMPARE(told(desk), QStringList{s("slack:#nobody")}); // of the second only
}

void Escalating::afterADowntimeTheStepOfNowComesInOneMessage()
{
    Desk desk;
    save(desk, twoSteps({{s("grace"), s("0s")}}));
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"), limits::msPerHour)}, limits::msPerDay);
    QVERIFY(turn(desk, limits::msPerHour)); // the first steps
    QCOMPARE(told(desk).size(), 3);
    desk.engine.emplace(*desk.database, 7, 7);
    QVERIFY(turn(desk, 6 * limits::msPerHour)); // nobody was there
    QCOMPARE(told(desk).size(), 6);
    const auto page = desk.ask(ListNotifications{{}, {}, 3, {}});
    for (const Notification &message : page->items) {
        QCOMPARE(message.address, s("email:second@county.gov"));
        QCOMPARE(message.notBeforeMs, page->items.front().notBeforeMs); // gathered
        QVERIFY(message.notBeforeMs > desk.nowMs);
    }
}

// It only asks by itself, and does so no more: the step has found somebody, but who is nobody.
void Escalating::aBotThatNeverComesIsNotWaitedFor()
{
    for (const bool isAlone : {false, true}) {
        Desk desk;
        desk.hire(s("ann"), {s("dig")});
        desk.hire(s("bot"), {s("dig")});
        const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)}, 5 * limits::msPerDay);
        const auto worker = [&] {
            return desk.ask(GetTask{{id, s("dig"), {}}})->view.task.worker.value;
        };
        QVERIFY(desk.say(Reserve{{s("ann")}, 1, 0, limits::msPerDay}));
        QVERIFY(turn(desk, limits::msPerHour));
        if (!isAlone)
            desk.hire(s("cat"), {s("dig")});
        QCOMPARE(worker(), s("bot"));
        QVERIFY(turn(desk, limits::silentAfterMs - 1));
        QCOMPARE(worker(), s("bot"));
        QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
        QVERIFY(turn(desk, 1));
        QCOMPARE(worker(), isAlone ? s("bot") : QString());
        if (!isAlone)
            QCOMPARE(desk.reserve(s("cat"))->size(), size_t(1));
        QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")});
        QVERIFY(desk.auditIsFine());
    }
}

void Escalating::theLastStepIsRepeated()
{
    Desk desk;
    save(desk, twoSteps({{s("repeat_every"), s("30m")}, {s("max_repeats"), 2}}));
    desk.open({Desk::task(s("dig"), limits::msPerHour)}, 30 * limits::msPerDay);
    for (int i = 0; i < 60; ++i)
        QVERIFY(turn(desk, 10 * limits::msPerMinute));
    QCOMPARE(told(desk),
             QStringList({s("email:first@county.gov"), s("email:second@county.gov"), s("email:second@county.gov"),
                          s("email:second@county.gov")}));
}

void Escalating::everyAction_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("status");
    QTest::newRow("hold") << s("hold") << s("dig ON_HOLD");
    QTest::newRow("skip") << s("skip") << s("dig SKIPPED");
    QTest::newRow("cancel") << s("cancel") << s("dig CANCELLED");
    QTest::newRow("fail") << s("fail") << s("dig FAILED");
}

void Escalating::everyAction()
{
    QFETCH(const QString, then);
    QFETCH(const QString, status);
    Desk desk;
    QVERIFY(desk.say(
        SaveRule{rule({{s("name"), s("the only one")}, {s("when"), s("sla_breach")}, {s("then"), then}}), RuleId{1}}));
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerMinute / 2)});
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(turn(desk, limits::msPerMinute / 2));
    QCOMPARE(desk.statuses(id), QStringList{status});
    QVERIFY(desk.auditIsFine());
}

void Escalating::whoeverIsNotAssignedInTimeIsSentToTheCourier()
{
    Desk desk;
    hirePerson(desk, s("alice-county-clerk"), s("ship_physical"));
    desk.hire(s("courier"), {s("ship_physical")}, 100, {s("couriers")});
    save(desk,
         {{s("when"), s("unassigned")}, {s("threshold"), s("24h")}, {s("then"), s("reassign")}, {s("to"), s("courier")}});
    const ActivityId id = desk.open({Desk::task(s("ship_physical"), 7 * limits::msPerDay)}, 8 * limits::msPerDay);
    QVERIFY(desk.act(id, s("ship_physical"), TaskAction::Reassign, s("alice-county-clerk")));
    QVERIFY(turn(desk, limits::msPerDay - 1));
    QCOMPARE(desk.ask(GetTask{{id, s("ship_physical"), {}}})->view.task.worker.value, s("alice-county-clerk"));
    QVERIFY(turn(desk, 1));
    QCOMPARE(desk.ask(GetTask{{id, s("ship_physical"), {}}})->view.task.worker.value, s("courier"));
}

void Escalating::aTaskThatNobodyCanDoIsTold()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk, {{s("when"), s("no_eligible_worker")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#staff"})}});
    desk.open({Desk::task(s("dig"))});
    QVERIFY(turn(desk, 1));
    QVERIFY(told(desk).isEmpty());
    desk.open({Desk::task(s("fly"))});
    QVERIFY(turn(desk, 1));
    QCOMPARE(told(desk), QStringList{s("slack:#staff")});
}

void Escalating::aWorkerThatLosesItsLeaseAgainAndAgain()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    save(desk,
         {{s("when"), s("stalled")}, {s("threshold"), 2}, {s("then"), s("notify")}, {s("notify"), list({"slack:#ops"})}});
    TaskSpec spec = Desk::task(s("dig"), limits::msPerDay);
    spec.maxAttempts = 5;
    desk.open({spec}, 2 * limits::msPerDay);
    for (int lost = 1; lost <= 4; ++lost) {
        QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
        QVERIFY(turn(desk, limits::leaseMachineMs));
        QVERIFY(turn(desk, limits::backoffMaxMs));
        QCOMPARE(told(desk), lost < 2 ? QStringList() : QStringList{s("slack:#ops")}); // once in a run of the SLA clock
    }
}

void Escalating::anActivityThatIsLate()
{
    Desk desk;
    save(desk, {{s("when"), s("activity_sla_breach")}, {s("then"), s("cancel")}, {s("notify"), list({"slack:#ops"})}});
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerDay)}, limits::msPerHour);
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(desk.statuses(id), QStringList{s("dig CANCELLED")});
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    QVERIFY(desk.auditIsFine());
}

void Escalating::aChangedRuleKeepsItsVersions()
{
    Desk desk;
    const RuleId id = save(desk, twoSteps());
    QCOMPARE(save(desk, twoSteps({{s("grace"), s("1h")}})), id); // the one of that name
    const auto now = desk.ask(GetRule{id});
    QCOMPARE(now->version, 2);
    QCOMPARE(now->graceMs, limits::msPerHour);
    QCOMPARE(desk.say(SaveRule{rule(twoSteps()), RuleId{99}}).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.say(SaveRule{rule(twoSteps()), RuleId{1}}).error().code, ErrorCode::Conflict); // the name is taken
    QCOMPARE(desk.say(SaveRule{rule(twoSteps()), id, 1}).error().code, ErrorCode::Conflict); // it is 2 by now
    QCOMPARE(desk.say(SaveRule{rule(twoSteps()), {}, 0}).error().code, ErrorCode::Conflict); // no new one
    QCOMPARE(desk.ask(GetRule{id})->version, 2);
    QCOMPARE(desk.say(SaveRule{rule(twoSteps()), id, 2})->version, 3);
    QVERIFY(desk.say(RemoveRule{id}));
    QCOMPARE(desk.say(RemoveRule{id}).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.ask(ListRules{})->size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void Escalating::theBuiltInRuleIsSwitchedOffNotRemoved()
{
    Desk desk;
    desk.hire(s("b"), {s("dig")});
    QCOMPARE(desk.say(RemoveRule{RuleId{1}}).error().code, ErrorCode::Conflict);
    Rule off = *desk.ask(GetRule{RuleId{1}});
    QVERIFY(off.builtIn);
    off.enabled = false;
    QVERIFY(desk.say(SaveRule{off, RuleId{1}}));
    const ActivityId id = desk.open({Desk::task(s("dig"), limits::msPerHour)});
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(desk.ask(GetTask{{id, s("dig"), {}}})->view.task.worker.value, QString());
    QCOMPARE(alertKinds(desk), QStringList{s("sla_breach")}); // whatever the rules say
}

HMSACT_TEST(Escalating)

} // namespace hmsact::escalating_test

#include "escalating.moc"
