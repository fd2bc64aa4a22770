// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::twice_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What gives a task away twice in one transaction makes one offer: whoever has it then is told once, and has all its time.
class TwiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whoGetsItLastIsToldOnceAndHasAllItsTime();
    void theSameSaidTwiceIsToldOnce();
    void whatIsPutOnHoldMeanwhileIsToldOnce_data();
    void whatIsPutOnHoldMeanwhileIsToldOnce();
    void whatTwoRulesGiveAwayIsWithTheLast();
    void ofTwoTimersOfBeforeTheLaterCounts();

private:
    struct Said {
        ActionInput input;
        Actor actor{s("boss"), Role::Admin, {}};
    };
    void sayTogether(ActivityId activity, const std::vector<Said> &said)
    {
        std::vector<Request> requests;
        for (const Said &one : said)
            requests.push_back({ActOnTask{{activity, s("dig"), {}}, one.input}, one.actor, {}});
        std::vector<const Request *> batch;
        for (const Request &one : requests)
            batch.push_back(&one);
        for (const Reply &reply : m_desk->engine->execute(batch, {}, m_desk->nowMs).replies)
            QVERIFY(reply.result);
    }
    [[nodiscard]] ActivityId given(const char *worker);
    QStringList kinds(ActivityId activity)
    {
        QStringList found;
        const auto events = m_desk->ask(ListEvents{activity, limits::pageMax, {}});
        for (const Event &event : events->items)
            found << event.kind;
        return found;
    }

    // How many run.
    size_t timers()
    {
        const auto running = m_desk->database->read<std::vector<qint64>>([&]() -> Result<std::vector<qint64>> {
            return store::AssignmentStore(*m_desk->database).due(m_desk->nowMs + 999 * limits::msPerDay, 99);
        });
        return running ? running->size() : 0;
    }

    std::optional<Desk> m_desk;
};

static ActionInput reassign(const char *worker)
{
    ActionInput input;
    input.action = TaskAction::Reassign;
    input.worker = {s(worker)};
    return input;
}

static ActionInput because(TaskAction action)
{
    ActionInput input;
    input.action = action;
    input.reason = s("waits for the citizen");
    return input;
}

void TwiceTest::init()
{
    m_desk.reset();
    m_desk.emplace();
    for (const char *name : {"ann", "bob", "cyd", "dan"})
        hire(*m_desk, clerk(s(name)));
}

// Offered to `worker`, and that has been told.
ActivityId TwiceTest::given(const char *worker)
{
    const ActivityId activity = m_desk->open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    sayTogether(activity, {{reassign(worker)}});
    return standing(*m_desk, activity) == s("PENDING ") + s(worker) ? activity : ActivityId();
}

void TwiceTest::whoGetsItLastIsToldOnceAndHasAllItsTime()
{
    const ActivityId activity = given("ann");
    const QStringList before = mailed(*m_desk);
    sayTogether(activity, {{reassign("bob")}, {reassign("cyd")}});
    QCOMPARE(standing(*m_desk, activity), s("PENDING cyd"));
    QCOMPARE(mailed(*m_desk).mid(before.size()), QStringList{s("cyd")});
    QVERIFY(turn(*m_desk, limits::returnAnyHoursMs - 1));
    QCOMPARE(standing(*m_desk, activity), s("PENDING cyd"));
    QVERIFY(turn(*m_desk, 1));
    QCOMPARE(kinds(activity).count(s("task.offer_returned")), 1);
    const QString next = standing(*m_desk, activity);
    QVERIFY2(next.startsWith(s("PENDING ")) && next != s("PENDING cyd"), qPrintable(next));
    QVERIFY(turn(*m_desk, limits::returnAnyHoursMs - 1));
    QCOMPARE(standing(*m_desk, activity), next);
    QVERIFY(m_desk->auditIsFine());
}

// As a version of before left them; the engine would else tick from the one to the other without a pause.
void TwiceTest::ofTwoTimersOfBeforeTheLaterCounts()
{
    const ActivityId activity = given("ann");
    const auto added = m_desk->database->transact<Done>([this]() -> Status {
        m_desk->database->script(
            s("INSERT INTO assignment (task_id, number, worker_id, made_at, returns_at, body) SELECT task_id, "
              "number + 1, worker_id, made_at, returns_at + 3600000, body FROM assignment WHERE returns_at > 0"));
        return Done{};
    });
    QVERIFY(added);
    QCOMPARE(timers(), size_t(2));
    QVERIFY(turn(*m_desk, limits::returnAnyHoursMs));
    QCOMPARE(standing(*m_desk, activity), s("PENDING ann"));
    QVERIFY(*m_desk->engine->nextTimerMs(m_desk->nowMs) > m_desk->nowMs);
    QVERIFY(turn(*m_desk, limits::msPerHour));
    QCOMPARE(kinds(activity).count(s("task.offer_returned")), 1);
    QCOMPARE(timers(), size_t(1));
}

void TwiceTest::theSameSaidTwiceIsToldOnce()
{
    const ActivityId activity = given("ann");
    const QStringList before = mailed(*m_desk);
    sayTogether(activity, {{reassign("bob")}, {reassign("bob")}});
    QCOMPARE(mailed(*m_desk).mid(before.size()), QStringList{s("bob")});
    QCOMPARE(m_desk->ask(ListLinks{activity, s("dig")})->front().link.worker.value, s("bob"));
}

void TwiceTest::whatIsPutOnHoldMeanwhileIsToldOnce_data()
{
    QTest::addColumn<bool>("isGivenAwayFirst");
    QTest::newRow("given away, and then put on hold") << true;
    QTest::newRow("given away when it goes on") << false;
}

void TwiceTest::whatIsPutOnHoldMeanwhileIsToldOnce()
{
    QFETCH(const bool, isGivenAwayFirst);
    const ActivityId activity = given("ann");
    const QStringList before = mailed(*m_desk);
    const QString holder = isGivenAwayFirst ? s("bob") : s("ann");
    std::vector<Said> said{{because(TaskAction::Hold), {holder, Role::Clerk, {holder}}}, {because(TaskAction::Resume)}};
    said.insert(isGivenAwayFirst ? said.begin() : said.end(), Said{reassign("bob")});
    sayTogether(activity, said);
    QCOMPARE(standing(*m_desk, activity), s("PENDING bob"));
    QCOMPARE(mailed(*m_desk).mid(before.size()), QStringList{s("bob")});
    QCOMPARE(timers(), size_t(1));
}

// Both fall due at the same instant; each takes it from who has it then.
void TwiceTest::whatTwoRulesGiveAwayIsWithTheLast()
{
    save(*m_desk, {{s("when"), s("unassigned")}, {s("threshold"), s("2h")}, {s("then"), s("reassign")}});
    const ActivityId activity =
        m_desk->open({digging(1, {}, 2 * limits::msPerHour)}, 100 * limits::msPerDay); // the other is built in
    QVERIFY(turn(*m_desk, 2 * limits::msPerHour));
    QCOMPARE(kinds(activity).count(s("task.reassigned")), 2);
    QCOMPARE(timers(), size_t(1));
    QCOMPARE(s("PENDING ") + mailed(*m_desk).last(), standing(*m_desk, activity));
}

HMSACT_TEST(TwiceTest)

} // namespace hmsact::twice_test

#include "twice.moc"
