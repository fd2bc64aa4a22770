// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::followers_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Rules beside one another, and what is said of how they stand: no step is named that never comes, and none is lost because
// another rule was to do it.
class FollowersTest : public QObject
{
    Q_OBJECT

private slots:
    void noStepIsNamedThatNeverComes_data();
    void noStepIsNamedThatNeverComes();
    void theStepAboutAReviewThatNobodyCanDoIsNamed();
    void anAlertNamesNoStepOfARuleThatIsOff();
    void aQueueThatWasTooDeepIsSolved();
    void whatOneRulePassesOverAnotherDoes_data();
    void whatOneRulePassesOverAnotherDoes();
    void whatIsForgottenGoesOnForAllRules_data();
    void whatIsForgottenGoesOnForAllRules();
    void whatIsToldTwiceFollowsOneAlert_data();
    void whatIsToldTwiceFollowsOneAlert();
    void aLaterRuleFollowsTheAlertThatThereIs_data();
    void aLaterRuleFollowsTheAlertThatThereIs();
    void whatComesIntoScopeStaysWithWhoHasIt();
    void whatComesIntoScopeIsGivenAwayByOneRule();
};

namespace {

constexpr qint64 hour = limits::msPerHour;

Alert alertOf(Desk &desk, const char *kind)
{
    const auto alerts = desk.ask(ListAlerts{});
    const auto found = std::ranges::find(alerts->items, s(kind), &Alert::kind);
    return found == alerts->items.end() ? Alert() : *found;
}

qint64 nextDueMs(Desk &desk, RuleId rule) { return desk.ask(GetRule{rule})->nextDueAtMs; }

} // namespace

void FollowersTest::noStepIsNamedThatNeverComes_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<bool>("isLate"); // the rule fires once before it is over
    const auto row = [](const char *when, const QJsonObject &more, bool isLate) {
        QJsonObject body = more;
        body.insert(s("when"), s(when));
        QTest::newRow(when) << body << isLate;
    };
    row("sla_breach", {}, true);
    row("sla_warning", {{s("threshold"), s("1h")}}, false);
    row("unassigned", {{s("threshold"), s("6h")}}, false);
    row("no_eligible_worker", {{s("grace"), s("6h")}}, false);
    row("activity_sla_breach", {}, true);
    row("activity_sla_warning", {{s("threshold"), s("1h")}}, false);
}

void FollowersTest::noStepIsNamedThatNeverComes()
{
    QFETCH(QJsonObject, more);
    QFETCH(const bool, isLate);
    Desk desk;
    more.insert(s("name"), s("r"));
    more.insert(s("steps"), QJsonArray{tell("0s", "slack:#a"), tell("9h", "slack:#b")});
    const RuleId id = save(desk, more);
    const ActivityId activity = desk.open({Desk::task(s("dig"), 8 * hour)}, 8 * hour);
    QVERIFY(turn(desk, isLate ? 8 * hour : hour));
    const qint64 nextMs = nextDueMs(desk, id);
    QVERIFY(nextMs > desk.nowMs);
    if (isLate) {
        const Alert alert = alertOf(desk, more.value(s("when")).toString().toUtf8().constData());
        const auto before = desk.ask(GetAlert{alert.id});
        QCOMPARE(before->followers.back().nextAtMs, nextMs);
    }
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Skip, {}, s("done by hand")));
    QCOMPARE(nextDueMs(desk, id), 0);
    if (isLate) {
        const Alert alert = alertOf(desk, more.value(s("when")).toString().toUtf8().constData());
        const auto after = desk.ask(GetAlert{alert.id});
        QCOMPARE(after->followers.back().nextAtMs, 0);
        QVERIFY(after->followers.back().state == EscalationState::Over);
    }
    QVERIFY(turn(desk, 24 * hour));
    QCOMPARE(told(desk).contains(s("slack:#b")), false);
}

void FollowersTest::theStepAboutAReviewThatNobodyCanDoIsNamed()
{
    Desk desk;
    const RuleId id = save(desk,
                           {{s("name"), s("r")},
                            {s("when"), s("no_eligible_worker")},
                            {s("grace"), s("6h")},
                            {s("then"), s("notify")},
                            {s("notify"), list({"slack:#a"})}});
    desk.hire(s("bot"), {s("dig")});
    TaskSpec spec = Desk::task(s("dig"), 24 * hour);
    spec.confidenceFloorPpm = certainPpm / 2;
    const ActivityId activity = desk.open({spec});
    QCOMPARE(desk.reserve(s("bot"))->size(), size_t(1));
    QVERIFY(desk.act(activity, s("dig"), TaskAction::Complete, s("bot"))); // says nothing of how sure it is
    QCOMPARE(desk.statuses(activity), QStringList{s("dig IN_REVIEW")});
    QVERIFY(desk.tick());
    QCOMPARE(nextDueMs(desk, id), desk.nowMs + 6 * hour);
}

void FollowersTest::anAlertNamesNoStepOfARuleThatIsOff()
{
    Desk desk;
    QJsonObject body{{s("name"), s("r")},
                     {s("when"), s("sla_breach")},
                     {s("steps"), QJsonArray{tell("0s", "slack:#a"), tell("9h", "slack:#b")}}};
    const RuleId id = save(desk, body);
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour));
    const Alert alert = alertOf(desk, "sla_breach");
    QCOMPARE(desk.ask(GetAlert{alert.id})->followers.back().nextAtMs, desk.nowMs + 9 * hour);
    body.insert(s("enabled"), false);
    QVERIFY(desk.say(SaveRule{rule(body), id}));
    QCOMPARE(nextDueMs(desk, id), 0);
    QCOMPARE(desk.ask(GetAlert{alert.id})->followers.back().nextAtMs, 0);
}

void FollowersTest::aQueueThatWasTooDeepIsSolved()
{
    Desk desk;
    const RuleId id = save(desk,
                           {{s("name"), s("r")},
                            {s("when"), s("queue_depth")},
                            {s("threshold"), 1},
                            {s("scope"), QJsonObject{{s("skill"), s("dig")}}},
                            {s("steps"), QJsonArray{tell("0s", "console:desk"), tell("2h", "slack:#b")}}});
    std::vector<ActivityId> opened;
    for (int i = 0; i < 2; ++i)
        opened.push_back(desk.open({Desk::task(s("dig"), limits::msPerDay)}));
    QVERIFY(turn(desk, limits::msPerMinute));
    const qint64 nextMs = nextDueMs(desk, id);
    QVERIFY(nextMs > desk.nowMs && nextMs < desk.nowMs + 3 * hour);
    QVERIFY(turn(desk, 3 * hour));
    QCOMPARE(nextDueMs(desk, id), 0); // all are told of; it waits for them to be fewer, not for a time
    const Alert deep = alertOf(desk, "queue_depth");
    QCOMPARE(desk.ask(GetAlert{deep.id})->followers.front().nextAtMs, 0);
    QCOMPARE(deep.acknowledgedAtMs, 0);
    QVERIFY(desk.act(opened[1], s("dig"), TaskAction::Skip, {}, s("done by hand")));
    QVERIFY(turn(desk, limits::msPerMinute));
    const Alert solved = alertOf(desk, "queue_depth");
    QVERIFY(solved.acknowledgedAtMs > 0);
    QCOMPARE(solved.acknowledgedBy, Actor::engine().name);
    desk.open({Desk::task(s("dig"), limits::msPerDay)}); // too many again: another alert
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(alertOf(desk, "queue_depth").acknowledgedAtMs, 0);
    QVERIFY(alertOf(desk, "queue_depth").id != solved.id);
    QVERIFY(desk.auditIsFine());
}

void FollowersTest::whatOneRulePassesOverAnotherDoes_data()
{
    QTest::addColumn<bool>("isClaimed");
    QTest::addColumn<qint64>("builtInAfterMs"); // the grace of the rule that leaves it to the other
    QTest::newRow("nobody has it, and the other had its turn") << false << qint64(0);
    QTest::newRow("nobody has it, and the other's turn is later") << false << 5 * hour;
    QTest::newRow("somebody has it") << true << qint64(0);
}

void FollowersTest::whatOneRulePassesOverAnotherDoes()
{
    QFETCH(const bool, isClaimed);
    QFETCH(const qint64, builtInAfterMs);
    Desk desk;
    desk.hire(s("ann"), {s("dig")});
    desk.hire(s("bob"), {s("dig")}, 9, {s("crew")});
    Rule builtIn = *desk.ask(GetRule{{1}});
    builtIn.graceMs = builtInAfterMs;
    QVERIFY(desk.say(SaveRule{builtIn, builtIn.id}));
    const RuleId id =
        save(desk,
             {{s("name"), s("r")},
              {s("when"), s("sla_breach")},
              {s("steps"),
               QJsonArray{QJsonObject{
                   {s("after"), s("2h")}, {s("only"), s("claimed")}, {s("then"), s("reassign")}, {s("to"), s("crew")}}}}});
    const ActivityId activity = desk.open({Desk::task(s("dig"), hour)});
    const auto worker = [&] {
        return desk.ask(GetTask{{activity, s("dig"), {}}})->view.task.worker.value;
    };
    if (isClaimed)
        QVERIFY(desk.say(Reserve{{s("ann")}, 1, 0, 24 * hour}));
    QVERIFY(turn(desk, hour));
    QCOMPARE(worker(), isClaimed ? s("ann") : QString()); // left to the more specific rule
    QVERIFY(turn(desk, 2 * hour));
    const auto firings = desk.ask(ListFirings{id, 10, {}});
    const QJsonObject outcome = firings->items.front().outcome;
    QCOMPARE(outcome.value(s("passed_over")).toString(), isClaimed ? QString() : s("unclaimed"));
    if (isClaimed) {
        QCOMPARE(worker(), s("bob"));
    } else if (builtInAfterMs > 0) {
        QVERIFY(worker().isEmpty());
        QVERIFY(turn(desk, 3 * hour));
        QVERIFY(!worker().isEmpty());
    } else {
        QCOMPARE(outcome.value(s("handed_to")).toString(), s("Reassign on a breach"));
        QVERIFY(!worker().isEmpty());
    }
    QVERIFY(turn(desk, limits::msPerDay / 2));
    const auto events = desk.ask(ListEvents{activity, limits::pageMax, {}});
    const auto reassigned = std::ranges::count(events->items, s("task.reassigned"), &Event::kind);
    QCOMPARE(reassigned, 1); // and only once
    QVERIFY(desk.auditIsFine());
}

void FollowersTest::whatIsForgottenGoesOnForAllRules_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("the engine raises the alert") << s("sla_breach");
    QTest::newRow("the rules do") << s("unassigned");
}

static QJsonObject following(const char *name, const QString &when, const QJsonArray &steps)
{
    QJsonObject body{{s("name"), s(name)}, {s("when"), when}, {s("steps"), steps}};
    if (when == s("unassigned"))
        body.insert(s("threshold"), s("1h"));
    return body;
}

// One rule lets what is acknowledged be forgotten: then nobody has it, whatever the other says.
void FollowersTest::whatIsForgottenGoesOnForAllRules()
{
    QFETCH(const QString, when);
    Desk desk;
    const auto start = [](const char *address) {
        return tell("0s", {"console:supervisor", address});
    };
    save(desk, following("never", when, QJsonArray{start("slack:#b"), tell("1h", "slack:#c"), tell("9h", "slack:#d")}));
    QJsonObject forgets = following("forgets", when, QJsonArray{start("slack:#a")});
    forgets.insert(s("acknowledged_for"), s("2h"));
    save(desk, forgets);
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour));
    const QByteArray kind = when.toUtf8();
    QVERIFY(desk.say(AcknowledgeAlert{alertOf(desk, kind.constData()).id}));
    QVERIFY(turn(desk, 2 * hour - 1));
    QCOMPARE(told(desk), QStringList({s("slack:#b"), s("slack:#a")}));
    QVERIFY(turn(desk, 1));
    QCOMPARE(alertOf(desk, kind.constData()).acknowledgedAtMs, 0);
    QStringList again = told(desk).mid(2);
    again.sort();
    QCOMPARE(again, QStringList({s("slack:#a"), s("slack:#c")}));
    QVERIFY(turn(desk, 7 * hour));
    QCOMPARE(told(desk).last(), s("slack:#d"));
}

void FollowersTest::whatIsToldTwiceFollowsOneAlert_data()
{
    QTest::addColumn<QString>("later");
    QTest::newRow("at once") << s("1h");
    QTest::newRow("one after the other") << s("2h");
}

void FollowersTest::whatIsToldTwiceFollowsOneAlert()
{
    QFETCH(const QString, later);
    Desk desk;
    save(desk, following("first", s("unassigned"), {tell("0s", "console:clerk")}));
    QJsonObject second = following("second", s("unassigned"), {tell("0s", "console:desk")});
    second.insert(s("threshold"), later);
    save(desk, second);
    desk.open({Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, hour));
    QVERIFY(turn(desk, hour));
    const Alert alert = alertOf(desk, "unassigned");
    QCOMPARE(desk.ask(GetAlert{alert.id})->followers.size(), size_t(2));
    const auto messages = desk.ask(ListNotifications{{}, {}, limits::pageMax, {}});
    QCOMPARE(messages->items.size(), size_t(2));
    for (const Notification &message : messages->items)
        QCOMPARE(message.alert, alert.id);
}

void FollowersTest::aLaterRuleFollowsTheAlertThatThereIs_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"sla_breach", "no_eligible_worker"})
        QTest::newRow(when) << s(when);
}

// It was raised before the rule was made, and is raised again, or told of, after that.
void FollowersTest::aLaterRuleFollowsTheAlertThatThereIs()
{
    QFETCH(const QString, when);
    Desk desk;
    save(desk,
         {{s("when"), s("sla_breach")}, {s("then"), s("reassign")}, {s("repeat_every"), s("1h")}, {s("max_repeats"), 9}});
    desk.open({Desk::task(s("dig"), hour)});
    QVERIFY(turn(desk, hour)); // nobody can have it
    const Alert alert = alertOf(desk, when.toUtf8().constData());
    QVERIFY(alert.id.value != 0);
    save(desk, following("later", when, {tell("2h", "console:desk")}));
    for (int i = 0; i < 3; ++i)
        QVERIFY(turn(desk, hour));
    const auto followers = desk.ask(GetAlert{alert.id})->followers;
    QVERIFY(std::ranges::any_of(followers, [](const AlertFollower &one) { return one.ruleName == s("later"); }));
}

namespace {

// Of three people who can dig, two are in the pool of those for what is urgent.
ActivityId takenByAnn(Desk &desk)
{
    desk.hire(s("ann"), {s("dig")});
    desk.hire(s("bob"), {s("dig")}, 100, {s("vip")});
    desk.hire(s("cat"), {s("dig")}, 100, {s("vip")});
    const ActivityId activity = desk.open({Desk::task(s("dig"), 2 * hour)}, 80 * limits::msPerDay);
    (void)desk.say(Reserve{{s("ann")}, 1, 0, 24 * hour});
    return activity;
}

Task taskOf(Desk &desk, ActivityId activity) { return desk.ask(GetTask{{activity, s("dig"), {}}})->view.task; }

} // namespace

// A supervisor has seen the alert and has chosen who does it: into the scope of a rule that would choose again.
void FollowersTest::whatComesIntoScopeStaysWithWhoHasIt()
{
    Desk desk;
    const QJsonObject off{
        {s("name"), s("built in")}, {s("enabled"), false}, {s("when"), s("sla_breach")}, {s("then"), s("reassign")}};
    QVERIFY(desk.say(SaveRule{rule(off), RuleId{1}}));
    const RuleId id = save(desk,
                           {{s("name"), s("vip")},
                            {s("when"), s("sla_breach")},
                            {s("scope"), QJsonObject{{s("pool"), s("vip")}}},
                            {s("then"), s("reassign")},
                            {s("notify"), list({"slack:#vip"})}});
    const ActivityId activity = takenByAnn(desk);
    QVERIFY(turn(desk, 2 * hour));
    const Alert alert = alertOf(desk, "sla_breach");
    QVERIFY(desk.say(AcknowledgeAlert{alert.id}));
    ActionInput give;
    give.action = TaskAction::Reassign;
    give.pool = s("vip");
    QVERIFY(desk.say(ActOnTask{{activity, s("dig"), {}}, give}));
    QCOMPARE(desk.say(Reserve{{s("bob")}, 1, 0, 24 * hour})->size(), size_t(1));
    turnTo(desk, desk.nowMs + 3 * hour); // it looks around once an hour
    QCOMPARE(taskOf(desk, activity).worker.value, s("bob"));
    QVERIFY(!told(desk).contains(s("slack:#vip")));
    const auto followers = desk.ask(GetAlert{alert.id})->followers; // and says that the rule waits
    const auto follower = std::ranges::find(followers, id, &AlertFollower::rule);
    QVERIFY(follower != followers.end() && follower->state == EscalationState::Acknowledged);
}

void FollowersTest::whatComesIntoScopeIsGivenAwayByOneRule()
{
    Desk desk;
    save(desk,
         {{s("name"), s("first")},
          {s("when"), s("sla_breach")},
          {s("steps"),
           QJsonArray{QJsonObject{{s("then"), s("reassign")}},
                      QJsonObject{{s("after"), s("10m")}, {s("then"), s("raise_priority")}}}}});
    const RuleId id = save(desk,
                           {{s("name"), s("urgent")},
                            {s("when"), s("sla_breach")},
                            {s("scope"), QJsonObject{{s("priority"), 9}}},
                            {s("then"), s("reassign")},
                            {s("notify"), list({"slack:#urgent"})}});
    const ActivityId activity = takenByAnn(desk);
    QVERIFY(turn(desk, 2 * hour));
    const WorkerId second = taskOf(desk, activity).worker;
    QVERIFY(second != WorkerId{s("ann")} && !second.isNull());
    QCOMPARE(desk.say(Reserve{second, 1, 0, 24 * hour})->size(), size_t(1));
    turnTo(desk, desk.nowMs + 3 * hour);
    QCOMPARE(taskOf(desk, activity).priority, 9);
    QCOMPARE(taskOf(desk, activity).worker, second);
    const auto firings = desk.ask(ListFirings{id, 10, {}});
    QCOMPARE(firings->items.size(), size_t(1)); // it tells all the same
    QVERIFY(firings->items.front().outcome.value(s("left_to_another_rule")).toBool());
}

HMSACT_TEST(FollowersTest)

} // namespace hmsact::followers_test

#include "followers.moc"
