// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

#include <QJsonDocument>

#include <random>

namespace hmsact::dryrun_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What a rule would have done is what it did.
class DryRunning : public QObject
{
    Q_OBJECT

private slots:
    void aMonthWithTheRuleOnIsWhatTheDryRunSays_data();
    void aMonthWithTheRuleOnIsWhatTheDryRunSays();
    void aRuleThatWasNotThereIsToldFromWhatHappened();
    void anEditedRuleIsComparedToTheSavedOne();
    void theSavedOneDoesNothingWhereItIsOff();
    void aStepThatEndsTheTaskIsTheLast();
    void aStepThatEndsTheTaskShortensTheQueue();
    void aRuleAboutAQueueIsComparedToTheSavedOne();
    void aShadowOnlyWritesDownWhatItWouldDo();
    void aShadowLeavesReassigningToTheOthers();
    void whatCannotBeTriedIsRefused();
};

namespace {

// A month takes two minutes.
int daysPlayed() { return qEnvironmentVariableIsEmpty("HMSACT_FULL") ? 6 : 30; }

QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

// A county in which things are done, forgotten, failed and put aside at random; the same seed, the same month.
class Month
{
public:
    Month(Desk &desk, unsigned seed) : m_desk(desk), m_random(seed)
    {
        desk.hire(s("ann"), {s("dig"), s("fill")}, 5);
        desk.hire(s("bob"), {s("dig")}, 5, {s("backup")});
        desk.hire(s("cat"), {s("fill")}, 5, {s("backup")});
    }

    void play()
    {
        const qint64 endMs = m_desk.nowMs + daysPlayed() * limits::msPerDay;
        while (m_desk.nowMs < endMs) {
            turnTo(m_desk, m_desk.nowMs + limits::msPerMinute + below(4 * limits::msPerHour));
            something();
        }
    }

private:
    qint64 below(qint64 limit) { return std::uniform_int_distribution<qint64>(0, limit - 1)(m_random); }

    void something()
    {
        switch (below(10)) {
        case 0:
        case 1:
            return open();
        case 2:
        case 3:
            (void)m_desk.reserve(QStringList{s("ann"), s("bob"), s("cat")}[below(3)]);
            return;
        case 4:
            return say(TaskAction::Complete);
        case 5:
            return say(TaskAction::Fail);
        case 6:
            return say(TaskAction::Hold);
        case 7:
            return say(TaskAction::Resume);
        case 8:
            return say(below(2) == 0 ? TaskAction::Retry : TaskAction::Heartbeat);
        default:
            return acknowledge();
        }
    }

    void open()
    {
        std::vector<TaskSpec> tasks;
        const QStringList names{s("dig"), s("fill"), s("sing")}; // nobody can sing
        for (qint64 i = 0, count = 1 + below(2); i < count; ++i)
            tasks.push_back(Desk::task(names[i == 0 ? below(2) : below(3)], (1 + below(48)) * limits::msPerHour));
        if (tasks.size() == 2 && tasks[0].name == tasks[1].name)
            tasks.pop_back();
        for (TaskSpec &task : tasks)
            task.priority = int(4 + below(4));
        m_open.push_back(m_desk.open(tasks, (10 + below(90)) * limits::msPerHour));
    }

    // To some task of a recent activity; what is not possible is refused.
    void say(TaskAction action)
    {
        if (m_open.empty())
            return;
        const size_t recent = std::min<size_t>(m_open.size(), 12);
        const ActivityId activity = m_open[m_open.size() - 1 - size_t(below(qint64(recent)))];
        const auto view = m_desk.ask(GetActivity{activity});
        const Task &task = view->tasks[size_t(below(qint64(view->tasks.size())))].task;
        const bool isWorkers =
            action == TaskAction::Complete || action == TaskAction::Fail || action == TaskAction::Heartbeat;
        (void)m_desk.act(activity, task.name, action, isWorkers ? task.worker.value : QString(), s("so it is"),
                         isWorkers ? std::optional(task.leaseEpoch) : std::nullopt);
    }

    void acknowledge()
    {
        const auto alerts = m_desk.ask(ListAlerts{true, 5, {}});
        if (!alerts->items.empty())
            QVERIFY(m_desk.say(AcknowledgeAlert{alerts->items[size_t(below(qint64(alerts->items.size())))].id}));
    }

    Desk &m_desk;
    std::mt19937 m_random;
    std::vector<ActivityId> m_open;
};

QString line(qint64 atMs, ActivityId activity, const QString &task, int step, bool isPassedOver)
{
    return s("%1 %2 %3 step %4%5")
        .arg(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs), activity.toString(), task)
        .arg(step)
        .arg(isPassedOver ? s(" passed over") : QString());
}

QStringList didFire(Desk &desk, RuleId rule)
{
    QStringList lines;
    QString cursor;
    do {
        const auto page = desk.ask(ListFirings{rule, 7, cursor});
        for (const Firing &f : page->items)
            lines << line(f.atMs, f.activity, f.taskName, f.step, f.outcome.contains(s("passed_over")));
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    lines.sort();
    return lines;
}

QStringList wouldFire(const DryRunReport &report)
{
    QStringList lines;
    for (const WouldFire &f : report.firings)
        lines << line(f.atMs, f.activity, f.taskName, f.step, f.isPassedOver);
    lines.sort();
    return lines;
}

} // namespace

void DryRunning::aMonthWithTheRuleOnIsWhatTheDryRunSays_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("atLeast"); // firings, so that the comparison says something
    const auto row = [](const char *name, const char *body, int atLeast) {
        QTest::newRow(name) << json(body) << atLeast;
    };
    row("two steps",
        R"({"name": "r", "when": "sla_breach", "grace": "10m", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
        {"after": "3h", "then": "reassign", "to": "backup", "notify": ["email:a@b.org"]},
        {"after": "9h", "then": "raise_priority", "to": "9"}]})",
        40);
    row("repeated", R"({"name": "r", "when": "sla_breach", "then": "notify", "notify": ["email:a@b.org"],
        "repeat_every": "5h", "max_repeats": 4, "acknowledged_for": "2h", "digest": "1d"})",
        80);
    row("too many in a queue",
        R"({"name": "r", "when": "queue_depth", "threshold": 2, "scope": {"skill": "dig"}, "grace": "30m",
        "steps": [{"then": "notify", "notify": ["email:a@b.org"]}, {"after": "1h", "then": "hold"},
                  {"after": "3h", "only": "unclaimed", "then": "raise_priority", "to": "9"}],
        "repeat_every": "6h", "max_repeats": 3, "acknowledged_for": "2h"})",
        5);
    row("too many of them urgent", R"({"name": "r", "when": "queue_depth", "threshold": 2, "then": "skip",
        "scope": {"skill": "fill", "priority": 6, "intent": "replace_vaccine_card"}, "notify": ["email:a@b.org"]})",
        3);
    if (hmsact::test::TestDatabase::onPostgreSql())
        return; // the playing back is the same, only the rows come from elsewhere
    row("scope", R"({"name": "r", "when": "sla_breach", "scope": {"skill": "dig", "priority": 5}, "then": "hold"})", 5);
    row("a new clock", R"({"name": "r", "when": "sla_breach", "then": "reassign", "to": "backup", "restart_sla": true,
        "steps": [{"then": "reassign", "to": "backup"}, {"after": "2h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        20);
    row("claimed",
        R"({"name": "r", "when": "sla_breach", "steps": [{"only": "unclaimed", "then": "notify", "notify": ["email:a@b.org"]},
        {"after": "2h", "only": "claimed", "then": "notify", "notify": ["email:a@b.org"]}]})",
        20);
    row("skipped", R"({"name": "r", "when": "sla_breach", "grace": "1h", "steps": [{"then": "skip"},
        {"after": "2h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        20);
    row("failed for good", R"({"name": "r", "when": "sla_breach", "grace": "1h", "then": "fail"})", 20);
    row("cancelled", R"({"name": "r", "when": "activity_sla_breach", "then": "cancel", "notify": ["email:a@b.org"]})", 20);
    row("share used up", R"({"name": "r", "when": "sla_warning", "threshold": "75%", "then": "raise_priority"})", 40);
    row("soon due", R"({"name": "r", "when": "sla_warning", "threshold": "30m", "grace": "10m", "then": "notify",
        "notify": ["email:a@b.org"]})",
        20);
    row("activity soon due", R"({"name": "r", "when": "activity_sla_warning", "threshold": "5h", "then": "notify",
        "notify": ["email:a@b.org"]})",
        20);
    row("nobody takes it", R"({"name": "r", "when": "unassigned", "threshold": "90m", "then": "reassign", "to": "backup"})",
        20);
    row("leases", R"({"name": "r", "when": "stalled", "threshold": 1, "then": "notify", "notify": ["email:a@b.org"]})", 5);
    row("failed", R"({"name": "r", "when": "task_failed", "grace": "45m", "then": "notify", "notify": ["email:a@b.org"]})",
        5);
    row("nobody can", R"({"name": "r", "when": "no_eligible_worker", "grace": "4h", "then": "notify",
        "notify": ["email:a@b.org"]})",
        5);
}

void DryRunning::aMonthWithTheRuleOnIsWhatTheDryRunSays()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, atLeast);
    body.remove(body.contains(s("steps")) ? s("then") : QString());
    body.remove(body.contains(s("steps")) ? s("to") : QString());
    Desk desk;
    const qint64 fromMs = desk.nowMs;
    const RuleId id = save(desk, body);
    Month(desk, 7).play();
    const QStringList did = didFire(desk, id);
    const auto report = desk.ask(DryRunRule{{s("r"), {}}, {fromMs, desk.nowMs + 1}});
    QVERIFY(report);
    QVERIFY2(did.size() >= atLeast * daysPlayed() / 30, qPrintable(QString::number(did.size())));
    QCOMPARE(wouldFire(*report), did);
    QCOMPARE(report->would.firings, qint64(did.size()));
    QVERIFY(report->isComplete && !report->does);
}

void DryRunning::aRuleThatWasNotThereIsToldFromWhatHappened()
{
    const QJsonObject body = json(R"({"name": "r", "when": "sla_breach", "grace": "10m", "steps": [
        {"then": "notify", "notify": ["email:a@b.org", "slack:#ops"]},
        {"after": "3h", "then": "notify", "notify": ["email:c@b.org"]}]})");
    Desk with;
    const RuleId id = save(with, body);
    Month(with, 9).play();
    Desk without;
    const qint64 fromMs = without.nowMs;
    Month(without, 9).play();
    const auto report = without.ask(DryRunRule{{{}, rule(body)}, {fromMs, without.nowMs + 1}});
    QVERIFY(report);
    const QStringList did = didFire(with, id);
    QCOMPARE(report->firings.size(), size_t(did.size())); // ids differ, times and tasks do not
    QStringList times;
    for (const WouldFire &one : report->firings)
        times << line(one.atMs, {}, one.taskName, one.step, one.isPassedOver);
    QStringList didTimes;
    for (const auto &page = with.ask(ListFirings{id, limits::pageMax, {}}); const Firing &one : page->items)
        didTimes << line(one.atMs, {}, one.taskName, one.step, false);
    times.sort();
    didTimes.sort();
    QCOMPARE(times, didTimes);
    QCOMPARE(report->would.messages.size(), size_t(3));
    QCOMPARE(report->would.messages[0].count, report->would.steps[0]);
}

void DryRunning::anEditedRuleIsComparedToTheSavedOne()
{
    Desk desk;
    const qint64 fromMs = desk.nowMs;
    QJsonObject body = json(R"({"name": "r", "when": "sla_breach", "then": "notify", "notify": ["email:a@b.org"]})");
    save(desk, body);
    for (const char *name : {"a", "b", "c"})
        desk.open({Desk::task(s(name), limits::msPerHour)});
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    body.insert(s("scope"), QJsonObject{{s("skill"), s("a")}});
    const auto report = desk.ask(DryRunRule{{{}, rule(body)}, {fromMs, 0}});
    QVERIFY(report && report->does);
    QCOMPARE(report->does->firings, 3);
    QCOMPARE(report->would.firings, 1);
    QCOMPARE(report->would.tasks, 1);
    QCOMPARE(report->firingsMore, 0);
    QCOMPARE(report->firingsLess, 2);
    QCOMPARE(desk.ask(ListRules{})->size(), size_t(2)); // nothing was saved
}

// What is saved is off, or only writes down what it would do: before there was nothing.
void DryRunning::theSavedOneDoesNothingWhereItIsOff()
{
    for (const char *when : {"sla_breach", "queue_depth"}) {
        QJsonObject body{
            {s("name"), s("r")}, {s("when"), s(when)}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a"})}};
        if (body.value(s("when")) == s("queue_depth")) {
            body.insert(s("threshold"), 1);
            body.insert(s("scope"), QJsonObject{{s("skill"), s("dig")}});
        }
        for (const bool isOff : {true, false}) {
            Desk desk;
            const qint64 fromMs = desk.nowMs;
            QJsonObject saved = body;
            if (isOff)
                saved.insert(s("enabled"), false);
            else
                saved.insert(s("shadow_until"), formatTime(desk.nowMs + limits::msPerDay));
            save(desk, saved);
            for (int i = 0; i < 2; ++i)
                desk.open({Desk::task(s("dig"), limits::msPerHour)});
            turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
            const auto report = desk.ask(DryRunRule{{{}, rule(body)}, {fromMs, 0}});
            QVERIFY(report->would.firings > 0);
            QCOMPARE(report->does->firings, 0);
            QCOMPARE(report->does->steps, std::vector<qint64>{0});
            QVERIFY(report->does->messages.empty());
            QCOMPARE(report->firingsMore, report->would.firings);
            QCOMPARE(report->firingsLess, 0);
        }
    }
}

void DryRunning::aStepThatEndsTheTaskIsTheLast()
{
    Desk desk;
    const qint64 fromMs = desk.nowMs;
    desk.open({Desk::task(s("a"), limits::msPerHour)});
    turnTo(desk, desk.nowMs + limits::msPerDay);
    const Rule tried = rule(json(R"({"when": "sla_breach", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
        {"after": "1h", "then": "skip"}, {"after": "2h", "then": "notify", "notify": ["email:a@b.org"]}]})"));
    const auto report = desk.ask(DryRunRule{{{}, tried}, {fromMs, 0}});
    QCOMPARE(report->would.steps, std::vector<qint64>({1, 1, 0}));
}

// Three wait, one is skipped, and with the fourth there are too many again; the fifth finds them so.
static void fillTheQueue(Desk &desk)
{
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"), limits::msPerDay)});
    for (int i = 0; i < 2; ++i) {
        turnTo(desk, desk.nowMs + limits::msPerHour);
        desk.open({Desk::task(s("dig"), limits::msPerDay)});
    }
    turnTo(desk, desk.nowMs + limits::msPerMinute);
}

void DryRunning::aStepThatEndsTheTaskShortensTheQueue()
{
    const QJsonObject body = json(R"({"name": "r", "when": "queue_depth", "threshold": 2, "scope": {"skill": "dig"},
        "then": "skip", "notify": ["email:a@b.org"]})");
    Desk with;
    const RuleId id = save(with, body);
    fillTheQueue(with);
    Desk without;
    const qint64 fromMs = without.nowMs;
    fillTheQueue(without);
    const auto report = without.ask(DryRunRule{{{}, rule(body)}, {fromMs, without.nowMs + 1}});
    QVERIFY(report && report->isComplete);
    QStringList did;
    const auto firings = with.ask(ListFirings{id, limits::pageMax, {}});
    for (const Firing &one : firings->items)
        did.prepend(line(one.atMs, {}, one.taskName, one.step, false));
    QStringList would;
    for (const WouldFire &one : report->firings)
        would << line(one.atMs, {}, one.taskName, one.step, one.isPassedOver);
    QCOMPARE(would, did);
    QCOMPARE(would.size(), 3);
    QCOMPARE(report->would.activities, 3);
    QCOMPARE(report->would.messages.front().count, 3);
}

void DryRunning::aRuleAboutAQueueIsComparedToTheSavedOne()
{
    Desk desk;
    const qint64 fromMs = desk.nowMs;
    QJsonObject body = json(R"({"name": "r", "when": "sla_breach", "then": "notify", "notify": ["email:a@b.org"]})");
    save(desk, body);
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"), limits::msPerHour)});
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    body = json(R"({"name": "r", "when": "queue_depth", "threshold": 2, "scope": {"skill": "dig"}, "then": "notify",
        "notify": ["email:a@b.org"]})");
    const auto report = desk.ask(DryRunRule{{{}, rule(body)}, {fromMs, 0}});
    QVERIFY(report && report->does);
    QCOMPARE(report->does->firings, 3);
    QCOMPARE(report->would.firings, 1);
    QCOMPARE(report->firings.front().atMs, fromMs + limits::queueLookMs);
    QCOMPARE(report->firingsMore, 1);
    QCOMPARE(report->firingsLess, 3);
    const auto early = desk.ask(DryRunRule{{{}, rule(body)}, {fromMs, fromMs + limits::queueLookMs}}); // not included
    QCOMPARE(early->would.firings, 0);
    const auto late = desk.ask(DryRunRule{{{}, rule(body)}, {fromMs + limits::msPerMinute, 0}}); // they waited already
    QCOMPARE(late->firings.front().atMs, fromMs + limits::msPerMinute + limits::queueLookMs);
}

void DryRunning::aShadowOnlyWritesDownWhatItWouldDo()
{
    Desk desk;
    QJsonObject body = json(R"({"name": "r", "when": "sla_breach", "then": "skip", "notify": ["email:a@b.org"]})");
    body.insert(s("shadow_until"),
                QDateTime::fromMSecsSinceEpoch(desk.nowMs + limits::msPerDay, Qt::UTC).toString(Qt::ISODate));
    const RuleId id = save(desk, body);
    const ActivityId early = desk.open({Desk::task(s("a"), limits::msPerHour)});
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    QCOMPARE(desk.statuses(early), QStringList{s("a PENDING")});
    QVERIFY(told(desk).isEmpty());
    const auto firings = desk.ask(ListFirings{id, 10, {}});
    QCOMPARE(firings->items.size(), size_t(1));
    QCOMPARE(firings->items.front().outcome.value(s("would")), QJsonValue(true));
    turnTo(desk, desk.nowMs + limits::msPerDay); // it is in force now
    const ActivityId late = desk.open({Desk::task(s("a"), limits::msPerHour)});
    turnTo(desk, desk.nowMs + 2 * limits::msPerHour);
    QCOMPARE(desk.statuses(late), QStringList{s("a SKIPPED")});
    QCOMPARE(told(desk), QStringList{s("email:a@b.org")});
    const Rule now = *desk.ask(GetRule{id});
    QCOMPARE(now.lastFiredAtMs, desk.nowMs - limits::msPerHour);
    QCOMPARE(now.nextDueAtMs, 0);
}

void DryRunning::aShadowLeavesReassigningToTheOthers()
{
    Desk desk;
    desk.hire(s("bob"), {s("a")}, 5, {s("backup")});
    QJsonObject body =
        json(R"({"name": "r", "when": "sla_breach", "scope": {"skill": "a"}, "then": "reassign", "to": "nobody"})");
    body.insert(s("shadow_until"),
                QDateTime::fromMSecsSinceEpoch(desk.nowMs + limits::msPerDay, Qt::UTC).toString(Qt::ISODate));
    save(desk, body);
    const ActivityId id = desk.open({Desk::task(s("a"), limits::msPerHour)});
    turnTo(desk, desk.nowMs + limits::msPerHour);
    QCOMPARE(desk.ask(GetTask{{id, s("a"), {}}})->view.task.worker.value, s("bob")); // by the built-in rule
}

void DryRunning::whatCannotBeTriedIsRefused()
{
    Desk desk;
    QCOMPARE(desk.ask(DryRunRule{{s("none"), {}}, {}}).error().code, ErrorCode::NotFound);
    const Rule tried = rule(json(R"({"when": "sla_breach", "then": "hold"})"));
    const auto reversed = desk.ask(DryRunRule{{{}, tried}, {desk.nowMs, desk.nowMs - 1}});
    QCOMPARE(reversed.error().fields.front().pointer, s("/from"));
    const auto tooLong = desk.ask(DryRunRule{{{}, tried}, {desk.nowMs - limits::dryRunMaxMs - 1, desk.nowMs}});
    QCOMPARE(tooLong.error().fields.front().pointer, s("/from"));
    const auto unknown = dryRunFrom(json(R"({"rule": {"when": "new_moon", "then": "hold"}, "from": "yesterday", "x": 1})"));
    QStringList pointers;
    for (const FieldError &field : unknown.error().fields)
        pointers << field.pointer;
    QCOMPARE(pointers, QStringList({s("/rule/when"), s("/from"), s("/x")}));
    QVERIFY(!dryRunFrom({}));
}

HMSACT_TEST(DryRunning)

} // namespace hmsact::dryrun_test

#include "dryrun.moc"
