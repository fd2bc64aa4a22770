// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

#include <QJsonDocument>

#include <random>

namespace hmsact::otherwise_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// A rule that was not there would have made a difference: what the dry run says of the record is what the engine does when the
// same things are done again with the rule on.
class OtherwiseTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDoneAgainWithTheRuleOn_data();
    void whatIsDoneAgainWithTheRuleOn();
    void whatAnotherVersionDidWouldNotHaveBeen_data();
    void whatAnotherVersionDidWouldNotHaveBeen();
    void whatWasMetStaysMet();
};

namespace {

// What sanitizers look for does not come with number.
const int activities = qEnvironmentVariableIsEmpty("HMSACT_FULL") ? 8 : 24;
constexpr qint64 hour = limits::msPerHour;

QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

// One thing that somebody does. Each task has workers of its own, so that it is always about the same task.
struct Doing {
    qint64 atMs = 0;
    int activity = 0;
    char task = 'x';
    std::optional<TaskAction> action; // nothing: it is opened, or its worker takes it
    bool opens = false;
    bool isParallel = false; // both tasks at once
    qint64 slaMs[2] = {hour, hour};
    qint64 leaseMs = 3 * hour;

    [[nodiscard]] QString name() const { return s("%1%2").arg(activity).arg(QLatin1Char(task)); }
};

class County
{
public:
    bool hasDone(const Doing &deed)
    {
        turnTo(m_desk, deed.atMs);
        if (deed.opens)
            return opens(deed);
        const QString worker = s("ann-") + deed.name();
        if (!deed.action) {
            const auto leases = m_desk.say(Reserve{{worker}, 1, 0, deed.leaseMs});
            return leases && !leases->empty();
        }
        const ActivityId id = m_ids[size_t(deed.activity)];
        const auto before = m_desk.ask(GetTask{{id, deed.name(), {}}});
        const bool isWorkers = deed.action == TaskAction::Complete || deed.action == TaskAction::Fail;
        return m_desk
            .act(id, deed.name(), *deed.action, isWorkers ? worker : QString(), s("so it is"),
                 isWorkers ? std::optional(before->view.task.leaseEpoch) : std::nullopt)
            .ok();
    }

    Desk &desk() { return m_desk; }

private:
    bool opens(const Doing &deed)
    {
        std::vector<TaskSpec> tasks;
        for (const char task : {'x', 'y'}) {
            const QString name = s("%1%2").arg(deed.activity).arg(QLatin1Char(task));
            m_desk.hire(s("ann-") + name, {name}, 9);
            hireBackup(s("bob-") + name, name, 5);
            hireBackup(s("cat-") + name, name, 1);
            tasks.push_back(Desk::task(name, deed.slaMs[task - 'x']));
            tasks.back().maxAttempts = deed.activity % 2 == 1 ? 1 : 3;
            if (deed.isParallel)
                tasks.back().needs = QStringList();
        }
        m_ids.push_back(m_desk.open(tasks, 5000 * hour));
        return true;
    }

    void hireBackup(const QString &id, const QString &skill, int level)
    {
        SaveWorker command;
        command.spec.id = WorkerId{id};
        command.spec.name = id;
        command.spec.kind = WorkerKind::Bot;
        command.spec.skills = QMap<QString, int>{{skill, level}};
        command.spec.capacity = 9;
        command.spec.pools = QStringList{s("backup")};
        QVERIFY(m_desk.say(command));
    }

    Desk m_desk;
    std::vector<ActivityId> m_ids;
};

std::vector<Doing> atRandom(qint64 fromMs)
{
    std::mt19937 random(11);
    const auto below = [&](int limit) {
        return std::uniform_int_distribution<int>(0, limit - 1)(random);
    };
    std::vector<Doing> deeds;
    for (int i = 0; i < activities; ++i) {
        const qint64 openedMs = fromMs + i * 6 * hour + below(1000) * limits::msPerSecond;
        deeds.push_back({openedMs, i, 'x', {}, true, below(2) == 0, {(1 + below(8)) * hour, (1 + below(8)) * hour}});
        for (int n = 0; n < 14; ++n) {
            const qint64 atMs = openedMs + (1 + below(60 * 60)) * limits::msPerMinute + 7;
            const std::optional<TaskAction> actions[] = {{},
                                                         {},
                                                         {},
                                                         TaskAction::Complete,
                                                         TaskAction::Complete,
                                                         TaskAction::Fail,
                                                         TaskAction::Hold,
                                                         TaskAction::Resume,
                                                         TaskAction::Resume,
                                                         TaskAction::Retry};
            deeds.push_back({atMs, i, below(2) == 0 ? 'x' : 'y', actions[below(10)], false, false, {}});
        }
    }
    std::ranges::stable_sort(deeds, {}, &Doing::atMs);
    return deeds;
}

void switchOffTheBuiltInRule(Desk &desk)
{
    QVERIFY(desk.say(SaveRule{
        rule({{s("name"), s("built in")}, {s("enabled"), false}, {s("when"), s("sla_breach")}, {s("then"), s("reassign")}}),
        RuleId{1}}));
}

QString line(qint64 atMs, const QString &task, int step, bool isPassedOver)
{
    return s("%1 %2 step %3%4")
        .arg(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs), task)
        .arg(step)
        .arg(isPassedOver ? s(" passed over") : QString());
}

QStringList didFire(Desk &desk, RuleId rule)
{
    QStringList lines;
    QString cursor;
    do {
        const auto page = desk.ask(ListFirings{rule, limits::pageMax, cursor});
        for (const Firing &f : page->items)
            lines << line(f.atMs, f.taskName, f.step, f.outcome.contains(s("passed_over")));
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    lines.sort();
    return lines;
}

QStringList wouldFire(const DryRunReport &report)
{
    QStringList lines;
    for (const WouldFire &f : report.firings)
        lines << line(f.atMs, f.taskName, f.step, f.isPassedOver);
    lines.sort();
    return lines;
}

void compare(const QStringList &would, const QStringList &did)
{
    const QSet<QString> one(would.begin(), would.end());
    const QSet<QString> other(did.begin(), did.end());
    for (const QString &more : one - other)
        qWarning("only in the dry run: %s", qPrintable(more));
    for (const QString &less : other - one)
        qWarning("only in the engine: %s", qPrintable(less));
    QCOMPARE(would, did);
}

} // namespace

void OtherwiseTest::whatIsDoneAgainWithTheRuleOn_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<bool>("hasBuiltIn"); // reassigns on a breach, but for where the rule does
    QTest::addColumn<int>("atLeast"); // firings, so that the comparison says something
    const auto row = [](const char *name, const char *body, bool hasBuiltIn, int atLeast) {
        QTest::newRow(name) << json(body) << hasBuiltIn << atLeast;
    };
    row("a new clock, again and again", R"({"name": "r", "when": "sla_breach", "restart_sla": true, "steps": [
        {"then": "reassign", "to": "backup"}, {"after": "2h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        true, 60);
    row("somebody else later",
        R"({"name": "r", "when": "sla_breach", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
        {"after": "2h", "then": "reassign", "to": "backup"}, {"after": "4h", "only": "claimed", "then": "hold"},
        {"after": "6h", "only": "unclaimed", "then": "notify", "notify": ["email:a@b.org"]}]})",
        true, 60);
    if (hmsact::test::TestDatabase::onPostgreSql())
        return; // the playing back is the same, only the rows come from elsewhere
    row("what follows a skipped task", R"({"name": "r", "when": "sla_breach", "grace": "1h", "then": "skip"})", false, 40);
    row("what is on hold", R"({"name": "r", "when": "sla_breach", "steps": [{"only": "unclaimed", "then": "hold"},
        {"after": "3h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 40);
    row("what cannot be undone",
        R"({"name": "r", "when": "sla_breach", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
        {"after": "3h", "then": "cancel"}, {"after": "9h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 40);
    row("failed", R"({"name": "r", "when": "sla_breach", "steps": [{"only": "claimed", "then": "fail"},
        {"after": "3h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 40);
    row("failed before another gets it", R"({"name": "r", "when": "sla_breach", "steps": [{"then": "fail"},
        {"after": "3h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        true, 40);
    row("given to one after the other", R"({"name": "r", "when": "unassigned", "threshold": "90m", "then": "reassign"})",
        false, 40);
    row("put on hold while it waits", R"({"name": "r", "when": "unassigned", "threshold": "90m", "steps": [
        {"then": "hold"}, {"after": "3h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 40);
    row("warned, and a new clock", R"({"name": "r", "when": "sla_warning", "threshold": "50%", "restart_sla": true,
        "then": "reassign", "to": "backup"})",
        false, 40);
    row("failed and given to another", R"({"name": "r", "when": "task_failed", "grace": "30m", "steps": [
        {"then": "reassign", "to": "backup"}, {"after": "1h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 5);
    row("leases", R"({"name": "r", "when": "stalled", "threshold": 1, "steps": [
        {"then": "reassign", "to": "backup"}, {"after": "1h", "then": "notify", "notify": ["email:a@b.org"]}]})",
        false, 20);
}

void OtherwiseTest::whatIsDoneAgainWithTheRuleOn()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const bool, hasBuiltIn);
    QFETCH(const int, atLeast);
    County without;
    const qint64 fromMs = without.desk().nowMs;
    County with;
    for (County *county : {&without, &with}) {
        if (!hasBuiltIn)
            switchOffTheBuiltInRule(county->desk());
    }
    const RuleId id = save(with.desk(), body);
    qint64 endMs = fromMs;
    for (const Doing &deed : atRandom(fromMs)) {
        if (without.hasDone(deed))
            (void)with.hasDone(deed);
        endMs = deed.atMs;
    }
    endMs += 24 * hour;
    turnTo(without.desk(), endMs);
    turnTo(with.desk(), endMs);
    const auto report = without.desk().ask(DryRunRule{{{}, rule(body)}, {fromMs, endMs + 1}});
    QVERIFY(report && report->isComplete);
    const QStringList did = didFire(with.desk(), id);
    compare(wouldFire(*report), did);
    QVERIFY2(did.size() >= atLeast * activities / 40, qPrintable(QString::number(did.size())));
}

void OtherwiseTest::whatAnotherVersionDidWouldNotHaveBeen_data()
{
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<bool>("hasBuiltIn"); // off: what that would do where the rule no longer fails a task is not played
    for (const char *then : {"skip", "hold", "fail", "cancel", "reassign", "raise_priority"})
        QTest::newRow(then) << QByteArray(then) << (qstrcmp(then, "fail") != 0);
}

// The saved version was in force; the one that is tried waits longer, and would have been told of it.
void OtherwiseTest::whatAnotherVersionDidWouldNotHaveBeen()
{
    QFETCH(const QByteArray, then);
    QFETCH(const bool, hasBuiltIn);
    const QJsonObject saved = json(R"({"name": "r", "when": "sla_breach", "then": ")" + then + "\"}");
    const QJsonObject edited =
        json(R"({"name": "r", "when": "sla_breach", "steps": [{"then": "notify", "notify": ["email:a@b.org"]},
        {"after": "5h", "then": ")"
             + then + R"("}, {"after": "6h", "then": "notify", "notify": ["email:a@b.org"]}]})");
    County first;
    County second;
    for (County *county : {&first, &second}) {
        if (!hasBuiltIn)
            switchOffTheBuiltInRule(county->desk());
    }
    const RuleId id = save(second.desk(), edited);
    save(first.desk(), saved);
    const qint64 fromMs = first.desk().nowMs;
    const std::vector<Doing> deeds{{fromMs, 0, 'x', {}, true, false, {2 * hour, hour}},
                                   {fromMs + hour, 0, 'x', {}, false, false, {}, 30 * hour}};
    for (const Doing &deed : deeds) {
        QVERIFY(first.hasDone(deed));
        QVERIFY(second.hasDone(deed));
    }
    turnTo(first.desk(), fromMs + 2 * hour + 20 * hour);
    turnTo(second.desk(), fromMs + 2 * hour + 20 * hour);
    const auto report = first.desk().ask(DryRunRule{{{}, rule(edited)}, {fromMs, first.desk().nowMs + 1}});
    QVERIFY(report && report->does);
    compare(wouldFire(*report), didFire(second.desk(), id));
    QVERIFY(report->would.firings >= 2);
}

// The first was tried once more after it had let the others go on by failing.
void OtherwiseTest::whatWasMetStaysMet()
{
    const QJsonObject body = json(R"({"name": "r", "when": "sla_breach", "then": "skip"})");
    Desk without;
    Desk with;
    TaskSpec first = Desk::task(s("first"), 500 * hour);
    first.maxAttempts = 1;
    first.onFailure = OnFailure::Continue;
    TaskSpec last = Desk::task(s("last"), hour);
    last.needs = QStringList{s("first"), s("second")};
    const qint64 fromMs = without.nowMs;
    const RuleId id = save(with, body);
    for (Desk *desk : {&without, &with}) {
        switchOffTheBuiltInRule(*desk);
        desk->hire(s("bot"), {s("first")});
        const ActivityId activity = desk->open({first, Desk::task(s("second"), hour), last}, 5000 * hour);
        QCOMPARE(desk->reserve(s("bot"))->size(), size_t(1));
        QVERIFY(desk->act(activity, s("first"), TaskAction::Fail, s("bot"), s("broke")));
        QVERIFY(desk->act(activity, s("first"), TaskAction::Retry));
        turnTo(*desk, fromMs + 5 * hour);
    }
    const auto report = without.ask(DryRunRule{{{}, rule(body)}, {fromMs, without.nowMs + 1}});
    QVERIFY(report);
    compare(wouldFire(*report), didFire(with, id));
    QCOMPARE(report->firings.size(), size_t(2));
}

HMSACT_TEST(OtherwiseTest)

} // namespace hmsact::otherwise_test

#include "otherwise.moc"
