// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::workday_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// What one worker has before it: what is its own, what it may take, and nothing else.
class WorkdayTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }
    void whatAWorkerHasIsSortedByWhatIsToBeDone();
    void whatItMayTakeIsWhatAReserveGives();
    void choicesAndReviewsOfItsSkills();
    void whatOthersHoldIsCountedBySkill();
    void nobodyHasNoDay();

private:
    static QStringList names(const std::vector<TaskView> &rows)
    {
        QStringList names;
        for (const TaskView &row : rows)
            names << row.task.name;
        return names;
    }
    Workday dayOf(const char *worker) { return *m_desk->ask(GetWorkday{WorkerId{s(worker)}}); }
    ActivityId open(const char *name, const char *skill, qint64 slaMs = limits::msPerHour)
    {
        TaskSpec spec = Desk::task(s(name), slaMs);
        spec.skill = s(skill);
        return m_desk->open({spec});
    }
    void reserve(const char *worker)
    {
        Reserve reserve;
        reserve.worker = WorkerId{s(worker)};
        reserve.leaseMs = limits::msPerDay;
        QCOMPARE(m_desk->say(reserve)->size(), size_t(1));
    }
    ActionInput input(TaskAction action, const char *worker = "", const char *pool = "")
    {
        ActionInput input;
        input.action = action;
        input.worker = WorkerId{s(worker)};
        input.pool = s(pool);
        input.reason = s("why");
        return input;
    }
    Result<TaskView> act(ActivityId id, const char *task, const ActionInput &input, const Actor &actor)
    {
        return m_desk->say(ActOnTask{{id, s(task), {}}, input}, actor);
    }
    static Actor boss() { return {s("boss"), Role::Admin, {}}; }

    std::unique_ptr<Desk> m_desk;
};

void WorkdayTest::whatAWorkerHasIsSortedByWhatIsToBeDone()
{
    m_desk->hire(s("ann"), {s("dig")}, 10);
    m_desk->hire(s("bob"), {s("dig")}, 10);
    open("late", "dig", 3 * limits::msPerHour);
    open("soon", "dig", limits::msPerHour);
    reserve("ann");
    reserve("ann");
    const ActivityId offered = open("offered", "dig");
    QVERIFY(act(offered, "offered", input(TaskAction::Reassign, "ann"), boss()));
    const ActivityId paused = open("paused", "dig");
    QVERIFY(act(paused, "paused", input(TaskAction::Reassign, "ann"), boss()));
    QVERIFY(act(paused, "paused", input(TaskAction::Hold), {s("ann"), Role::Clerk, WorkerId{s("ann")}}));
    const ActivityId other = open("other", "dig");
    QVERIFY(act(other, "other", input(TaskAction::Reassign, "bob"), boss()));

    const Workday day = dayOf("ann");
    QCOMPARE(day.worker.id.value, s("ann"));
    QCOMPARE(names(day.held), (QStringList{s("soon"), s("late")}));
    QCOMPARE(names(day.offered), QStringList{s("offered")});
    QCOMPARE(names(day.paused), QStringList{s("paused")});
    QVERIFY(day.open.empty());
    QVERIFY(day.held[0].slaState == SlaState::OnTrack); // the views are whole
    QCOMPARE(day.held[0].intent.isEmpty(), false);
}

void WorkdayTest::whatItMayTakeIsWhatAReserveGives()
{
    m_desk->hire(s("ann"), {s("dig"), s("paint")}, 10);
    m_desk->hire(s("bob"), {s("dig")}, 10);
    SaveWorker pools;
    pools.spec.id = WorkerId{s("ann")};
    pools.spec.pools = QStringList{s("north")};
    QVERIFY(m_desk->say(pools));
    pools.spec.id = WorkerId{s("bob")};
    pools.spec.pools = QStringList{s("south")};
    QVERIFY(m_desk->say(pools));

    open("second", "paint", 2 * limits::msPerHour);
    open("first", "dig", limits::msPerHour);
    open("strange", "weld");
    QVERIFY(act(open("mine", "dig", 3 * limits::msPerHour), "mine", input(TaskAction::Reassign, "", "north"), boss()));
    QVERIFY(act(open("theirs", "dig"), "theirs", input(TaskAction::Reassign, "", "south"), boss()));
    const ActivityId failed = open("failed", "dig", limits::msPerMinute);
    reserve("ann");
    QVERIFY(act(failed, "failed", input(TaskAction::Fail, "ann"), boss())); // it is not given to the same one again
    m_desk->nowMs += limits::msPerHour / 2;

    const QStringList seen = names(dayOf("ann").open);
    QCOMPARE(seen, (QStringList{s("first"), s("second"), s("mine")}));
    for (const QString &name : seen) {
        Reserve next;
        next.worker = WorkerId{s("ann")};
        const auto lease = m_desk->say(next);
        QVERIFY(lease && !lease->empty());
        QCOMPARE(lease->front().name, name);
    }
}

void WorkdayTest::choicesAndReviewsOfItsSkills()
{
    m_desk->hire(s("ann"), {s("ship"), s("judge")}, 10);
    m_desk->hire(s("bot"), {s("judge"), s("weld")}, 10);
    TaskSpec ship = Desk::task(s("ship"));
    ship.optional = true;
    TaskSpec weld = Desk::task(s("weld"));
    weld.optional = true;
    m_desk->open({ship, weld});
    for (const char *worker : {"bot", "ann"}) {
        TaskSpec judged = Desk::task(s("judge"));
        judged.review = Review::Human;
        const ActivityId id = m_desk->open({judged});
        QVERIFY(act(id, "judge", input(TaskAction::Complete, worker), boss()));
    }
    const Workday day = dayOf("ann");
    QCOMPARE(names(day.choices), QStringList{s("ship")});
    QCOMPARE(day.reviews.size(), size_t(1)); // not what she did herself
    QCOMPARE(day.reviews[0].task.worker.value, s("bot"));
}

void WorkdayTest::whatOthersHoldIsCountedBySkill()
{
    m_desk->hire(s("ann"), {s("dig"), s("paint")}, 10);
    m_desk->hire(s("bob"), {s("dig"), s("weld")}, 10);
    open("one", "dig");
    open("two", "dig");
    open("three", "weld");
    for (int i = 0; i < 3; ++i)
        reserve("bob");
    QCOMPARE(dayOf("ann").elsewhere, (std::vector<Workday::Elsewhere>{{s("dig"), 2}}));
    QVERIFY(dayOf("bob").elsewhere.empty());
}

void WorkdayTest::nobodyHasNoDay()
{
    const auto day = m_desk->ask(GetWorkday{WorkerId{s("nobody")}});
    QVERIFY(!day);
    QVERIFY(day.error().code == ErrorCode::NotFound);
}

HMSACT_TEST(WorkdayTest)

} // namespace hmsact::workday_test

#include "workday.moc"
